"""The short form of Scripts/fuzz: nothing that a stranger may send breaks a reader, and what would is told."""

import pathlib
import re
import subprocess

import pytest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
READERS = ["csv", "xlsx", "ods", "json", "lshw", "dmidecode", "nwipe"]


def test_no_reader_breaks_in_twenty_seconds():
    ended = subprocess.run([REPOSITORY / "Scripts/fuzz", "--seconds", "20", "--seed", "1"], capture_output=True, text=True)

    assert ended.returncode == 0, ended.stdout + ended.stderr
    runs = dict(re.findall(r"^(\w+) +runs (\d+) ", ended.stdout, re.MULTILINE))
    assert list(runs) == READERS
    # Fewer than the seeds, and nothing was tried.
    assert all(int(count) >= 100 for count in runs.values()), ended.stdout


def test_every_reader_has_its_seeds():
    seeded = {path.parent.name for path in (REPOSITORY / "Tests/Fuzz/corpus").glob("*/*")}

    assert seeded == set(READERS)


@pytest.fixture
def _scripts(monkeypatch):
    monkeypatch.syspath_prepend(str(REPOSITORY / "Scripts"))
    monkeypatch.setattr("sys.dont_write_bytecode", True)


QUIET = "stat::number_of_executed_units: 500\nstat::peak_rss_mb: 70\nstat::slowest_unit_time_sec: 0\n"
TRAP = (
    "Fatal error: Index out of range\n==7== ERROR: libFuzzer: deadly signal\nSUMMARY: libFuzzer: deadly signal\n"
    f"Test unit written to {REPOSITORY}/artefacts/fuzz/csv-crash-1\n"
)


@pytest.mark.usefixtures("_scripts")
@pytest.mark.parametrize(
    ("code", "log", "findings"),
    [
        (0, QUIET, []),
        (0, "", ["ended with 0: it said nothing"]),
        (
            77,
            QUIET + TRAP,
            [
                "ended with 77: Fatal error: Index out of range / ERROR: libFuzzer: deadly signal / "
                "SUMMARY: libFuzzer: deadly signal; Scripts/fuzz csv --input artefacts/fuzz/csv-crash-1"
            ],
        ),
        (124, "", ["ended with 124: it said nothing"]),
    ],
)
def test_a_run_is_judged_by_its_end_and_its_log(code, log, findings):
    from fuzzing import running

    outcome = running.Outcome("csv")
    running.judge(outcome, code, log, REPOSITORY)

    assert outcome.findings == findings
