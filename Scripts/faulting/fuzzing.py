"""Scripts/fuzz as a part of the faults."""

import re
import subprocess

from .verdict import Verdict


def run(house, seconds, _):
    verdict = Verdict("fuzz", {"readers": 7, "runs": 100 * seconds})
    command = [house.repository / "Scripts/fuzz", "--seconds", str(seconds)]
    ended = subprocess.run(command, capture_output=True, text=True)
    runs = [int(count) for count in re.findall(r"^\w+ +runs (\d+)", ended.stdout, re.MULTILINE)]
    verdict.counts.update({"readers": len(runs), "runs": sum(runs)})
    for sentence in ended.stderr.splitlines():
        verdict.violated(sentence)
    if ended.returncode != 0 and not verdict.violations:
        verdict.violated(f"Scripts/fuzz ended with {ended.returncode}")
    return verdict
