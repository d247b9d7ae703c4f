"""One kill of a command that does everything or nothing, and the verdict on what it left."""

import json
import time

from .moments import Moments, floor
from .verdict import Verdict


def all_or_nothing(part, house, kills, source, work):
    """Kills `kills` runs. `work(nth)` gives the words of the next run, and what counts its rows as (are, should be)."""
    verdict = Verdict(part, {"kills": kills, "none": floor(kills), "all": floor(kills)})
    verdict.counts.update({"kills": 0, "none": 0, "all": 0, "ended before": 0})
    words, rows = work(0)
    moments = Moments(source, complete(house, verdict, words, rows), kills)
    for nth in range(1, kills + 1):
        words, rows = work(nth)
        delay = moments.delay(verdict.counts["none"], verdict.counts["all"])
        moments.learn(judge(house, verdict, nth, words, rows, delay))
    return verdict


def judge(house, verdict, nth, words, rows, delay):
    """One kill; how long the command lasted when nothing was in its way, nil when it was never seen whole."""
    begun = time.monotonic()
    code = house.run_until(delay, *words)
    lasted = time.monotonic() - begun
    verdict.count("kills")
    are, should_be = rows()
    place = f"kill {nth} after {delay:.3f} s"
    if code is not None:
        verdict.count("ended before")
        if code != 0:
            verdict.violated(f"{place}: the command had already ended with {code}")
    if not any(are):
        verdict.count("none")
        if code == 0:
            verdict.violated(f"{place}: nothing is there, and it was acknowledged")
    elif are == should_be:
        verdict.count("all")
    else:
        verdict.violated(f"{place}: {are} rows of {should_be} are there")
    again = complete(house, verdict, words, rows, place)
    return lasted if code == 0 else None if any(are) else again


def complete(house, verdict, words, rows, place="without a kill"):
    """The same command once more has to make everything be there, once; how long it took, in seconds."""
    begun = time.monotonic()
    ended = house.run(*words)
    lasted = time.monotonic() - begun
    if ended.returncode != 0:
        said = ended.stderr.strip() or json.dumps(ended.stdout[:200])
        verdict.violated(f"{place}: the same command again ended with {ended.returncode}: {said}")
    are, should_be = rows()
    if are != should_be:
        verdict.violated(f"{place}: after the same command again {are} rows of {should_be} are there")
    return lasted
