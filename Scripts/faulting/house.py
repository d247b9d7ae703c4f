"""A workshop with a private server of its own, in a folder that is removed at the end."""

import csv
import itertools
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

PATIENCE = 120


class Unusable(Exception):
    """Why nothing can be tried at all."""


def found_binary(repository):
    path = pathlib.Path(os.environ.get("MOULIN_BINARY") or repository / ".build/debug/moulin")
    if not os.access(path, os.X_OK):
        raise Unusable(f"{path} is not built. Run `swift build --product moulin`, or set MOULIN_BINARY.")
    return path.resolve()


class House:
    def __init__(self, binary, repository):
        self.binary = binary
        self.repository = repository
        # As root, PostgreSQL runs as the user postgres, who must reach the folder.
        self.folder = pathlib.Path(
            tempfile.mkdtemp(prefix="moulin-faults-", dir="/var/tmp" if os.geteuid() == 0 else None)
        )
        self.folder.chmod(0o711)
        self.home = self.folder / "home"
        plain = {name: value for name, value in os.environ.items() if not name.startswith(("MOULIN_", "PG"))}
        plain.pop("DATABASE_URL", None)
        self.environment = {**plain, "MOULIN_HOME": str(self.home), "MOULIN_LANGUAGE": "en"}
        self.numbers = itertools.count(1)
        self.donor = None
        self.machines = None

    def __enter__(self):
        try:
            self.must("setup", "--name", "Atelier", "--person", "Chef")
            self.serve()
            donor = {"kind": "company", "name": "Ateliers du Val", "legal_form": "SAS", "siren": "552100554"}
            self.donor = self.must("donor", "add", "--json", json.dumps(donor))["donor"]
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        subprocess.run([self.binary, "db", "stop"], env=self.environment, capture_output=True)
        for process in self.server_processes():
            os.kill(process, signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, *words):
        """A run of Moulin that may be killed."""
        return subprocess.Popen(
            [self.binary, *map(str, words)],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words, environment=None):
        return subprocess.run(
            [self.binary, *map(str, words)],
            env=environment or self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )

    def must(self, *words):
        """A run that has to succeed; its answer, read when it is JSON."""
        ended = self.run(*words, "--format", "json")
        if ended.returncode != 0:
            raise Unusable(f"moulin {' '.join(map(str, words))} ended with {ended.returncode}: {ended.stderr.strip()}")
        return json.loads(ended.stdout) if ended.stdout.startswith("{") else None

    def run_until(self, delay, *words):
        """Runs, and kills -9 after `delay` seconds; the exit code, nil when it was killed.

        Returns when its server process is gone too: a commit that is still in flight is not yet judged.
        """
        process = self.start(*words)
        try:
            process.communicate(timeout=delay)
            code = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            code = None if process.returncode == -signal.SIGKILL else process.returncode
        self.wait_for_backends()
        return code

    def wait_for_backends(self):
        deadline = time.monotonic() + PATIENCE
        living = "SELECT count(*) FROM pg_stat_activity WHERE usename IN ('moulin_main', 'moulin_social', 'moulin_public')"
        while self.number(living) > 0:
            if time.monotonic() > deadline:
                raise Unusable("a server process outlived its killed client by two minutes")
            time.sleep(0.02)

    def rows(self, statement):
        ended = subprocess.run(
            ["psql", "-XAtq", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", statement]
            + [f"host={self.home}/run/socket user=moulin dbname=moulin"],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        if ended.returncode != 0:
            raise Unusable(f"psql: {ended.stderr.strip()}")
        return [line.split("\t") for line in ended.stdout.splitlines()]

    def numbers_of(self, statement):
        return [int(value) for value in self.rows(statement)[0]]

    def number(self, statement):
        return self.numbers_of(statement)[0]

    def describe(self):
        """Lets the organisation issue papers, and its one person keep the register."""
        self.must(
            "house", "describe", "--legal-form", "association loi 1901", "--street", "1 rue du Moulin", "--postal-code", "31000",
            "--town", "Toulouse", "--object", "informatique solidaire", "--signer", "A. Meunier", "--signer-title", "Présidente",
        )
        # Nobody gives himself a role, and nobody else is in this house.
        self.rows("INSERT INTO core.person_role (org_id, person_id, role) VALUES (1, 1, 'register_keeper') ON CONFLICT DO NOTHING")

    def donation(self):
        """A received donation without machines, by its number."""
        lines = [{"kind": "laptop", "description": "portables", "quantity": 1}]
        given = {"donor": self.donor, "lines": lines}
        number = self.must("donation", "announce", "--json", json.dumps(given))["donation"]
        received = {"donation": number, "handed_over_by": "le livreur"}
        self.must("donation", "receive", "--json", json.dumps(received))
        return number

    def machines_of(self, donation):
        """The numbers of its machines, as texts, in their order."""
        return [row[0] for row in self.rows(f"SELECT device_id FROM core.stay WHERE donation_id = {donation} ORDER BY 1")]

    def device_list(self, count):
        """A list of machines that no other list names."""
        if self.machines is None or len(self.machines) <= count:
            text = subprocess.run(
                [self.repository / "Scripts/make-devices-csv", str(count)], check=True, capture_output=True, text=True
            ).stdout
            self.machines = list(csv.reader(text.splitlines(keepends=True), delimiter=";"))
        nth = next(self.numbers)
        path = self.folder / f"list-{nth}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(self.machines[0])
            for machine in self.machines[1 : count + 1]:
                named = [*machine]
                for column in (0, 4, 8):
                    named[column] = f"{machine[column]}L{nth}"
                writer.writerow(named)
        return path

    def serve(self):
        """Leaves the server running under a supervisor."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            self.must("db", "start")
            status = self.must("db", "status")
            if status["state"] == "running" and "supervisor" in status:
                return
            time.sleep(0.1)
        raise Unusable("the server did not come back for two minutes")

    def server_processes(self):
        """All processes of the private server, the postmaster first; the data directory is their working folder."""
        found = []
        for process in filter(str.isdigit, os.listdir("/proc")):
            try:
                if os.readlink(f"/proc/{process}/cwd") == str((self.home / "pg15").resolve()):
                    found.append(int(process))
            except OSError:
                continue
        return sorted(found)

    def faults(self):
        """What the schema's own recount finds: a sentence for each row that must not exist.

        Without the quotas, which only a signed speaker may recount; no family is in this house.
        """
        sentences = []
        for text in sorted((self.repository / "Schema/verify").glob("*.sql")):
            if "quotas" in text.name:
                continue
            found = self.rows(text.read_text(encoding="utf-8"))
            sentences += [f"{text.name}: {' '.join(row)}" for row in found if row != [""]]
        return sentences
