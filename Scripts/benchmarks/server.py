"""A PostgreSQL server of the benchmark's own, from the system's programs, on a socket in a folder that goes away."""
import getpass
import glob
import hashlib
import hmac
import os
import shutil
import subprocess
import tempfile
import time

SETTINGS = {
    "listen_addresses": "''",
    "fsync": "on",
    "synchronous_commit": "on",
    "shared_buffers": "'2GB'",
    "max_wal_size": "'8GB'",
    "max_connections": "200",
    "autovacuum": "on",
}


class Server:
    def __init__(self, folder=None):
        self.folder = folder or tempfile.mkdtemp(prefix="moulin-bench-")
        self.programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        os.environ["PATH"] = f"{self.programs}:{os.environ['PATH']}"
        self.home = f"{self.folder}/home"
        self.speech = None
        os.makedirs(self.home, mode=0o700, exist_ok=True)

    def __enter__(self):
        os.chmod(self.folder, 0o755)
        cluster = f"{self.folder}/cluster"
        os.makedirs(cluster, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(cluster, "postgres")
        self.as_server("initdb", "-D", f"{cluster}/data", "-U", "bench", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust")
        with open(f"{cluster}/data/postgresql.conf", "a", encoding="utf-8") as file:
            file.write(f"unix_socket_directories = '{cluster}'\n")
            file.writelines(f"{name} = {value}\n" for name, value in SETTINGS.items())
        self.socket = cluster
        self.as_server("pg_ctl", "-D", f"{cluster}/data", "-l", f"{cluster}/log", "-w", "start")
        self.sql("postgres", "CREATE ROLE moulin_owner LOGIN CREATEROLE")
        return self

    def __exit__(self, *_):
        self.as_server("pg_ctl", "-D", f"{self.socket}/data", "-m", "fast", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def as_server(self, *command):
        """PostgreSQL refuses to serve as root; Debian's own user serves then."""
        prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run([*prefix, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")

    def conninfo(self, database, user="bench"):
        return f"host={self.socket} dbname={database} user={user}"

    def sql(self, database, *statements, user="bench"):
        command = ["psql", self.conninfo(database, user), "-qAtX", "-v", "ON_ERROR_STOP=1"]
        for statement in statements:
            command += ["-c", statement]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def script(self, database, text, user="moulin_main"):
        """Runs a script and returns how long psql took, in seconds."""
        path = f"{self.folder}/script.sql"
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        command = ["psql", self.conninfo(database, user), "-qAtX", "-v", "ON_ERROR_STOP=1", "-f", path]
        started = time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.monotonic() - started

    def environment(self, database):
        return {
            **os.environ,
            "DATABASE_URL": f"host={self.socket} dbname={database}",
            "MOULIN_HOME": self.home,
            "MOULIN_AS": "bench",
            "MOULIN_RESOURCES": os.path.abspath("Schema"),
            "MOULIN_LANGUAGE": "en",
        }

    def run(self, database, *command):
        """Runs a program of Moulin; its words, its seconds and its peak of memory in KiB."""
        before = time.monotonic()
        process = subprocess.Popen(command, env=self.environment(database), stdout=subprocess.PIPE, text=True)
        words = process.stdout.read().split()
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            raise SystemExit(f"bench: {' '.join(command)} ended with status {status >> 8}")
        return words, time.monotonic() - before, usage.ru_maxrss

    def found(self, database):
        """An organisation, a person who may do everything that is measured, and a donation."""
        self.sql("postgres", f"CREATE DATABASE {database} OWNER moulin_owner")
        self.run(database, "moulin", "setup", "--as", "bench", "--name", "Bench", "--person", getpass.getuser())
        roles = "SELECT 1, 1, role FROM reference.role WHERE role IN ('intake', 'technician', 'wipe_operator')"
        self.sql(
            database,
            f"INSERT INTO core.person_role (org_id, person_id, role) {roles} ON CONFLICT DO NOTHING",
            "INSERT INTO core.donor (org_id, kind, name) VALUES (1, 'company', 'Ateliers du Val')",
            """INSERT INTO core.donation (org_id, donor_id, donor_kind, origin_regime, origin_class, status, received_on)
               VALUES (1, 1, 'company', 'private', 'business', 'received', current_date)""",
        )

    def clone(self, template, database):
        self.sql("postgres", f"DROP DATABASE IF EXISTS {database} WITH (FORCE)",
                 f"CREATE DATABASE {database} TEMPLATE {template} STRATEGY file_copy", "CHECKPOINT")

    def claims(self):
        """The settings that make a session speak as the first person, signed as the service signs."""
        path = glob.glob(f"{self.home}/**/signing.key", recursive=True)[0]
        with open(path, encoding="utf-8") as file:
            key = bytes.fromhex(file.read().strip())
        claims = f"1:1:-:{int(time.time()) + 86_400}"
        signature = hmac.new(key, claims.encode(), hashlib.sha256).hexdigest()
        return {"moulin.org": "1", "moulin.claims": claims, "moulin.signature": signature}

    def speak(self):
        calls = (f"set_config('{name}', '{value}', true)" for name, value in self.claims().items())
        return f"SELECT {', '.join(calls)};\n"

    def pgbench(self, database, script, *options):
        """Runs a script under pgbench as the main login, speaking; its transactions a second."""
        path = f"{self.folder}/pgbench.sql"
        with open(path, "w", encoding="utf-8") as file:
            file.write(script)
        settings = " ".join(f"-c {name}={value}" for name, value in self.claims().items())
        command = ["pgbench", "-n", "-M", "prepared", "-f", path, *map(str, options), self.conninfo(database, "moulin_main")]
        done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PGOPTIONS": settings})
        if done.returncode != 0:
            raise SystemExit(f"bench: pgbench: {done.stderr[-600:]}")
        line = next(line for line in done.stdout.splitlines() if line.startswith("tps"))
        return float(line.split()[2])
