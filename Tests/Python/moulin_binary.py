"""The built program, with a home of its own."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def binary():
    """The debug binary that Scripts/test built; MOULIN_BINARY names another."""
    build = pathlib.Path(os.environ.get("MOULIN_BUILD", ROOT / ".build"))
    path = pathlib.Path(os.environ.get("MOULIN_BINARY", build / "debug" / "moulin"))
    assert path.exists(), f"{path} is missing: run Scripts/test, or swift build --product moulin"
    return path


class Moulin:
    """Runs commands in one private home, and takes it away at the end."""

    def __init__(self):
        # PostgreSQL runs as the user postgres when we are root, and must reach its data.
        parent = "/var/lib" if os.geteuid() == 0 else None
        self.home = tempfile.mkdtemp(prefix="moulin-test-", dir=parent)
        os.chmod(self.home, 0o711)
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith(("MOULIN_", "DATABASE_", "PG"))}
        self.environment.update(MOULIN_HOME=self.home, MOULIN_LANGUAGE="en")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self("db", "stop")
        shutil.rmtree(self.home, ignore_errors=True)

    def __call__(self, *words, **environment):
        """The finished process: its status, and what it said, as text."""
        return subprocess.run(
            [binary(), *map(str, words)], cwd=ROOT, text=True, capture_output=True, timeout=300,
            stdin=subprocess.DEVNULL, env={**self.environment, **environment})

    def done(self, *words):
        """The answer of a command that must succeed, as JSON."""
        run = self(*words, "--format", "json")
        assert run.returncode == 0, f"{words}: {run.returncode} {run.stderr}"
        return json.loads(run.stdout)
