"""kill -9 of the private server, under writers.

A writer takes one machine step after step, each under a key of its own. Exit 0 is an acknowledgement. Anything else is
unknown, and is sent again with the same key until it is acknowledged.
"""

import json
import os
import signal
import threading
import time

from .house import PATIENCE, Unusable
from .steps import step_after
from .verdict import Verdict

WRITERS = 4
REFUSED = 65


class Writer(threading.Thread):
    def __init__(self, house, verdict, machine, lock):
        super().__init__(daemon=True)
        self.house = house
        self.verdict = verdict
        self.machine = machine
        self.lock = lock
        self.is_stopping = False
        self.acknowledged = []

    def run(self):
        nth = 0
        while not self.is_stopping and self.take(nth):
            nth += 1

    def take(self, nth):
        """Takes step `nth`, however often it has to be sent; false when it was refused or never came through."""
        key = f"faults {self.machine} {nth}"
        step = json.dumps({"device": self.machine, **step_after(nth)})
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            ended = self.house.run("device", "step", "--key", key, "--json", step)
            if ended.returncode == 0:
                self.acknowledged.append(key)
                self.count("acknowledged")
                return True
            if ended.returncode == REFUSED:
                break
            self.count("unknown")
            time.sleep(0.05)
        self.violated(f"{key}: ended with {ended.returncode}: {ended.stderr.strip()}")
        return False

    def count(self, word):
        with self.lock:
            self.verdict.count(word)

    def violated(self, sentence):
        with self.lock:
            self.verdict.violated(sentence)


def run(house, kills, source):
    verdict = Verdict("postgres", {"kills": kills, "acknowledged": 4 * kills, "unknown": (kills + 1) // 2})
    verdict.counts.update({"kills": 0, "acknowledged": 0, "unknown": 0})
    donation = house.donation()
    house.must("import", "devices", house.device_list(WRITERS), "--donation", donation)
    lock = threading.Lock()
    writers = [Writer(house, verdict, machine, lock) for machine in house.machines_of(donation)]
    for writer in writers:
        writer.start()
    # Until the kills have met enough commands in flight to prove anything.
    while verdict.counts["kills"] < kills or (verdict.missed_floors() and verdict.counts["kills"] < 8 * kills):
        wait_for_work(verdict)
        time.sleep(source.uniform(0, 1))
        kill(house, verdict, lock)
    for writer in writers:
        writer.is_stopping = True
    for writer in writers:
        writer.join()
    # The last kill may have come when every writer had just finished: nobody waited for the server then.
    house.serve()
    for writer in writers:
        judge(house, verdict, writer)
    return verdict


def wait_for_work(verdict):
    """Returns when each writer may have been acknowledged once more."""
    before = verdict.counts["acknowledged"]
    deadline = time.monotonic() + PATIENCE
    while verdict.counts["acknowledged"] < before + WRITERS:
        if time.monotonic() > deadline:
            raise Unusable(f"nothing was acknowledged for {PATIENCE} s: {verdict.line()} {verdict.violations}")
        time.sleep(0.02)


def kill(house, verdict, lock):
    """Kills all processes of the server, the postmaster first: it would start the others again."""
    processes = house.server_processes()
    for process in processes:
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            continue
    if processes:
        with lock:
            verdict.count("kills")


def judge(house, verdict, writer):
    """Each acknowledged step is there, once, and nothing else is."""
    steps, events = house.numbers_of(
        f"""
        SELECT (SELECT count(*) FROM core.device_step WHERE device_id = {writer.machine} AND nth > 1),
               (SELECT count(*) FROM audit.event WHERE subject = 'device' AND subject_id = {writer.machine} AND seq > 1)
        """
    )
    kept = {key for (key,) in house.rows(f"SELECT key FROM core.idempotency WHERE key LIKE 'faults {writer.machine} %'")}
    acknowledged = set(writer.acknowledged)
    for key in sorted(acknowledged - kept):
        verdict.violated(f"{key}: was acknowledged and is lost")
    for key in sorted(kept - acknowledged):
        verdict.violated(f"{key}: is there and was never acknowledged")
    if not steps == events == len(acknowledged):
        verdict.violated(
            f"machine {writer.machine}: {len(acknowledged)} steps were acknowledged, {steps} steps and {events} events are there"
        )
