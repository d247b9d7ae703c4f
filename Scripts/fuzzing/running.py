"""Runs one reader under libFuzzer and says what came of it."""

import dataclasses
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

READERS = ["csv", "xlsx", "ods", "json", "lshw", "dmidecode", "nwipe"]
MEGABYTES = 512
SECONDS_FOR_ONE_INPUT = 10
LONGEST_INPUT = 1 << 14


@dataclasses.dataclass
class Outcome:
    reader: str
    runs: int = 0
    peak_megabytes: int = 0
    slowest_seconds: int = 0
    findings: list = dataclasses.field(default_factory=list)

    def line(self):
        return (
            f"{self.reader:<9} runs {self.runs}  peak {self.peak_megabytes} MB  slowest input {self.slowest_seconds} s"
            f"  findings {len(self.findings)}"
        )


def environment(repository, reader):
    return {
        **os.environ,
        "MOULIN_FUZZ": reader,
        "MOULIN_REFERENCE": str(repository / "Schema/reference"),
        # A trap would start the symbolizer of the runtime, which takes minutes on an instrumented program.
        "SWIFT_BACKTRACE": "enable=no",
        "ASAN_OPTIONS": "symbolize=0:quarantine_size_mb=16:allocator_may_return_null=1",
    }


def run(repository, program, reader, chosen):
    """Runs a reader for some seconds; what breaks it is kept as a file."""
    outcome = Outcome(reader)
    kept = repository / "artefacts/fuzz"
    kept.mkdir(parents=True, exist_ok=True)
    learnt = chosen.corpus / reader if chosen.corpus else pathlib.Path(tempfile.mkdtemp(prefix=f"moulin-fuzz-{reader}-"))
    learnt.mkdir(parents=True, exist_ok=True)
    command = [
        program, learnt, repository / "Tests/Fuzz/corpus" / reader,
        f"-max_total_time={chosen.seconds}", f"-timeout={SECONDS_FOR_ONE_INPUT}", f"-rss_limit_mb={MEGABYTES}",
        f"-max_len={LONGEST_INPUT}", f"-artifact_prefix={kept}/{reader}-", "-print_final_stats=1", "-verbosity=1",
        f"-seed={chosen.seed}",
        *dictionary(repository, reader),
    ]
    try:
        ended = subprocess.run(
            ["timeout", "-k", "10", str(chosen.seconds + 120), *map(str, command)],
            env=environment(repository, reader), stdin=subprocess.DEVNULL, capture_output=True,
        )
    finally:
        if not chosen.corpus:
            shutil.rmtree(learnt, ignore_errors=True)
    judge(outcome, ended.returncode, ended.stderr.decode("utf-8", "replace"), repository)
    return outcome


def judge(outcome, code, log, repository):
    for name, field in {
        "number_of_executed_units": "runs", "peak_rss_mb": "peak_megabytes", "slowest_unit_time_sec": "slowest_seconds"
    }.items():
        found = re.findall(rf"^stat::{name}:\s+(\d+)", log, re.MULTILINE)
        if found:
            setattr(outcome, field, int(found[-1]))
    if code == 0 and outcome.runs > 0:
        return
    reasons = re.findall(r"Fatal error: .*|SUMMARY: .*|ERROR: .*", log)
    inputs = re.findall(r"Test unit written to (\S+)", log)
    reason = " / ".join(dict.fromkeys(reasons)) or " / ".join(log.splitlines()[-5:]) or "it said nothing"
    again = [f"Scripts/fuzz {outcome.reader} --input {os.path.relpath(path, repository)}" for path in inputs]
    outcome.findings.append("; ".join([f"ended with {code}: {reason}", *again]))


def dictionary(repository, reader):
    path = repository / f"Tests/Fuzz/dictionaries/{reader}.txt"
    return [f"-dict={path}"] if path.exists() else []


def repeat(repository, program, reader, path):
    """Reads one input again, with everything that is said; the exit code."""
    return subprocess.run([program, path], env=environment(repository, reader), stdin=subprocess.DEVNULL).returncode
