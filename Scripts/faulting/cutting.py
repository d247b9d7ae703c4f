"""Connections cut under every kind of import: at a byte, in the answer to the commit, or by the server's administrator."""

import threading
import time

from . import importing, lists, wiping
from .rounds import complete
from .verdict import Verdict
from .wire import Wire

MACHINES = 60
KINDS = [*lists.KINDS, "wipes"]
WAYS = ["up", "down", "commit", "terminate"]


def run(house, cuts, source):
    verdict = Verdict("cut", {"cuts": cuts * 3 // 4, "none": cuts // 4, "all": cuts // 10, "unheard": cuts // 10})
    verdict.counts.update({"runs": 0, "cuts": 0, "none": 0, "all": 0, "unheard": 0})
    wire = Wire(house.home / "run/socket", house.folder / "wire")
    usual = {}
    try:
        for nth in range(cuts):
            kind = KINDS[nth % len(KINDS)]
            if kind not in usual:
                usual[kind] = whole(house, verdict, wire, kind)
            # Every kind meets every way.
            way = WAYS[(nth + nth // len(KINDS)) % len(WAYS)]
            cut(house, verdict, wire, f"cut {nth + 1}", kind, way, usual[kind], source)
    finally:
        wire.close()
    return verdict


def work(house, kind):
    """The words of an import of this kind, and what counts its rows."""
    if kind == "wipes":
        return wiping.work(house, MACHINES)
    noun, make = lists.KINDS[kind]
    donation = house.donation()
    words = ["import", noun, make(house.device_list(MACHINES)), "--donation", donation]
    return words, lambda: importing.rows(house, donation)


def whole(house, verdict, wire, kind):
    """An import that nothing disturbs: its rows, seconds, and what went over the wire."""
    words, rows = work(house, kind)
    wire.prepare(None)
    begun = time.monotonic()
    ended = through(house, wire, words)
    seconds = time.monotonic() - begun
    if ended.returncode != 0:
        verdict.violated(f"{kind}: without a cut it ended with {ended.returncode}: {ended.stderr.strip()}")
    are = rows()
    if min(are[1:4]) != MACHINES:
        verdict.violated(f"{kind}: without a cut {are} rows are there, of {MACHINES} machines")
    return are, seconds, dict(wire.passed)


def through(house, wire, words):
    """A run whose connections go over the wire."""
    over = {**house.environment, "DATABASE_URL": f"host={wire.folder} dbname=moulin"}
    return house.run(*words, environment=over)


def cut(house, verdict, wire, place, kind, way, usual, source):
    should_be, seconds, passed = usual
    words, rows = work(house, kind)
    place = f"{place}: {kind}, {way}"
    if way == "terminate":
        wire.prepare(None)
        has_ended = threading.Event()
        hunter = threading.Timer(source.uniform(0, seconds), terminate, [house, verdict, has_ended])
        hunter.start()
        ended = through(house, wire, words)
        has_ended.set()
        hunter.join()
    else:
        # The last commit is the import's own.
        wire.prepare((way, passed[way] if way == "commit" else source.randrange(1, passed[way] * 9 // 10)))
        ended = through(house, wire, words)
        verdict.count("cuts", int(wire.was_cut))
    verdict.count("runs")
    house.wait_for_backends()
    judge(verdict, place, ended, rows(), should_be)
    complete(house, verdict, words, lambda: (rows(), should_be), place)


def terminate(house, verdict, has_ended):
    """Ends the import's sessions, as soon as there are some."""
    sessions = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename IN ('moulin_main', 'moulin_social')"
    while not has_ended.is_set():
        if house.number(sessions) > 0:
            return verdict.count("cuts")


def judge(verdict, place, ended, are, should_be):
    if are == should_be:
        verdict.count("all")
        verdict.count("unheard", int(ended.returncode != 0))
    elif any(are):
        verdict.violated(f"{place}: {are} rows of {should_be} are there")
    else:
        verdict.count("none")
        if ended.returncode == 0:
            verdict.violated(f"{place}: nothing is there, and it was acknowledged")
