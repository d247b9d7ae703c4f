"""Documents numbered by many at once, of which some think better of it: no gap, no number twice, no link broken."""

import hashlib
import hmac
import os
import re
import subprocess
import time

from .house import PATIENCE, Unusable
from .verdict import Verdict

CLIENTS = 32
KIND = "reg"
# As the application does it: the number last, then the content, in one transaction of a signed speaker.
ISSUE = """BEGIN;
SELECT year AS year, no AS no FROM core.take_number('reg') \\gset
SELECT core.freeze_document('reg', :year::smallint, :no::integer, '{"kind": "reg"}', decode(replace(gen_random_uuid()::text, '-', ''), 'hex'),
    'F-' || gen_random_uuid(), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
"""


def run(house, documents, _):
    verdict = Verdict("documents", {"issued": documents * 8 // 10, "rolled back": documents // 20})
    before = house.number(f"SELECT count(*) FROM core.document WHERE kind = '{KIND}'")
    each = -(-documents // CLIENTS)
    begun = time.monotonic()
    issued, undone = pgbench(house, each)
    seconds = time.monotonic() - begun
    verdict.counts.update({"issued": issued, "rolled back": undone, "a second": round(issued / seconds)})
    count, first, last, distinct, papers = house.numbers_of(
        f"""
        SELECT count(*), min(no), max(no), count(DISTINCT no),
               (SELECT count(*) FROM core.document_content WHERE kind = '{KIND}') FROM core.document WHERE kind = '{KIND}'
        """
    )
    verdict.counts.update({"gaps": last - count, "twice": count - distinct})
    if count - before != issued:
        verdict.violated(f"{issued} were acknowledged, and {count - before} are there")
    if (first, last, distinct, papers) != (1, count, count, count):
        verdict.violated(f"{count} documents: from {first} to {last}, {distinct} different numbers, {papers} contents")
    broken = house.number(
        f"""
        SELECT count(*) FROM (SELECT prev_hash, lag(hash, 1, '\\x') OVER (PARTITION BY org_id, year ORDER BY no) AS hash_before
                                FROM core.document WHERE kind = '{KIND}') AS link WHERE prev_hash <> hash_before
        """
    )
    if broken:
        verdict.violated(f"{broken} links of the chain are broken")
    return verdict


def pgbench(house, each):
    """How many were issued, and how many taken back: one in ten."""
    scripts = {}
    for name, end in {"issue": "COMMIT;\n", "undo": "ROLLBACK;\n"}.items():
        scripts[name] = house.folder / f"{name}.pgbench"
        scripts[name].write_text(ISSUE + end, encoding="utf-8")
    programs = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True).stdout.strip()
    folders = [programs, "/usr/lib/postgresql/15/bin", os.environ["PATH"]]
    settings = " ".join(f"-c {name}={value}" for name, value in claims(house).items())
    command = ["pgbench", "-n", "-M", "simple", "-c", CLIENTS, "-j", 2, "-t", each, "-f", f"{scripts['issue']}@9",
               "-f", f"{scripts['undo']}@1", f"host={house.home}/run/socket user=moulin_main dbname=moulin"]
    ended = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, timeout=PATIENCE + each * CLIENTS,
        env={**house.environment, "PATH": ":".join(filter(None, folders)), "PGOPTIONS": settings},
    )
    counted = [int(count) for count in re.findall(r"^ - (\d+) transactions", ended.stdout, re.MULTILINE)]
    if ended.returncode != 0 or len(counted) != 2:
        raise Unusable(f"pgbench ended with {ended.returncode}: {ended.stderr[-400:]}")
    return counted


def claims(house):
    """What makes a session speak as the first person, signed as the service signs."""
    key = bytes.fromhex((house.home / "secrets/signing.key").read_text().strip())
    said = f"1:1:-:{int(time.time()) + 86_400}"
    signature = hmac.new(key, said.encode(), hashlib.sha256).hexdigest()
    return {"moulin.org": "1", "moulin.claims": said, "moulin.signature": signature}
