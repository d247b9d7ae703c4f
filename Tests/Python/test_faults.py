"""The short form of Scripts/faults: what was acknowledged survives kill -9 and cut connections, and nothing is done by halves."""

import os
import pathlib
import random
import re
import subprocess

import pytest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("MOULIN_BUILD") or REPOSITORY / ".build")
BINARY = pathlib.Path(os.environ.get("MOULIN_BINARY") or BUILD / "debug/moulin")


def faults(*words, binary=BINARY):
    environment = {**os.environ, "MOULIN_BINARY": str(binary)}
    return subprocess.run(
        [REPOSITORY / "Scripts/faults", *map(str, words)], env=environment, capture_output=True, text=True
    )


@pytest.mark.parametrize(
    ("part", "amount", "counted"),
    [
        ("import", ["--kills", 20], "kills 20"),
        ("hardware", ["--kills", 12], "kills 12"),
        ("wipes", ["--kills", 12], "kills 12"),
        ("batch", ["--kills", 20], "kills 20"),
        ("cut", ["--kills", 20], "runs 20"),
        ("drawing", ["--kills", 8], "kills 8"),
        # It goes on until the kills have met enough commands in flight.
        ("postgres", ["--kills", 3], r"kills \d+"),
        ("documents", ["--documents", 2000], "gaps 0  twice 0"),
    ],
)
def test_a_fault_breaks_no_promise(part, amount, counted):
    assert os.access(BINARY, os.X_OK), f"{BINARY} is not built: run `swift build --product moulin` first"

    ended = faults(part, *amount, "--seed", random.SystemRandom().randrange(2**32))

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert re.search(rf"^{part} .*{counted}  .*violations 0 ", ended.stdout, re.MULTILINE), ended.stdout


def test_a_missing_program_is_named(tmp_path):
    ended = faults("import", "--kills", 8, binary=tmp_path / "moulin")

    assert (ended.returncode, ended.stderr) == (
        1,
        f"faults: {tmp_path}/moulin is not built. Run `swift build --product moulin`, or set MOULIN_BINARY.\n",
    )


def a_binary(folder, body):
    """Stands for the program."""
    path = folder / "moulin"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def test_a_house_that_cannot_be_founded_proves_nothing(tmp_path):
    ended = faults("import", "--kills", 8, binary=a_binary(tmp_path, "echo 'no server' >&2; exit 69"))

    assert ended.returncode == 1
    assert "moulin setup --name Atelier --person Chef ended with 69: no server" in ended.stderr


def judged(are, code, floors):
    """The verdict of one kill that left `are` of three rows behind, and ended with `code`."""
    from faulting import rounds, verdict

    class House:
        def run_until(self, *_):
            return code

        def run(self, *_):
            state["are"] = [3]
            return subprocess.CompletedProcess([], 0, "", "")

    state = {"are": are}
    found = verdict.Verdict("import", floors)
    rounds.judge(House(), found, 1, [], lambda: (state["are"], [3]), 0.5)
    return found.violations, found.missed_floors()


@pytest.fixture
def _faulting(monkeypatch):
    monkeypatch.syspath_prepend(str(REPOSITORY / "Scripts"))
    monkeypatch.setattr("sys.dont_write_bytecode", True)


@pytest.mark.usefixtures("_faulting")
@pytest.mark.parametrize(
    ("are", "code", "floors", "violations", "missed"),
    [
        ([0], None, {"none": 1}, [], []),
        ([3], None, {"all": 1}, [], []),
        ([2], None, {}, ["kill 1 after 0.500 s: [2] rows of [3] are there"], []),
        ([0], 0, {}, ["kill 1 after 0.500 s: nothing is there, and it was acknowledged"], []),
        ([0], 70, {}, ["kill 1 after 0.500 s: the command had already ended with 70"], []),
        ([0], None, {"all": 2}, [], ["proves too little: 0 all, and at least 2 are needed"]),
    ],
)
def test_what_a_kill_left_is_judged(are, code, floors, violations, missed):
    assert judged(are, code, floors) == (violations, missed)
