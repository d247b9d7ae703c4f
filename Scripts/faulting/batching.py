"""kill -9 of `moulin batch`."""

import json

from .rounds import all_or_nothing
from .steps import step_after

MACHINES = 500


def run(house, kills, source):
    donation = house.donation()
    house.must("import", "devices", house.device_list(MACHINES), "--donation", donation)
    machines = house.machines_of(donation)

    def work(nth):
        key = f"faults batch {donation} {nth}"
        path = house.folder / f"batch-{donation}-{nth}.jsonl"
        lines = [{"command": "take-step", "device": machine, **step_after(nth)} for machine in machines]
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return ["batch", path, "--key", key], lambda: (rows(house, donation, nth), [MACHINES, MACHINES])

    return all_or_nothing("batch", house, kills, source, work)


def rows(house, donation, nth):
    """What run `nth` writes: a step and an event of each machine, both after its arrival and the runs before."""
    return house.numbers_of(
        f"""
        WITH given AS (SELECT device_id FROM core.stay WHERE donation_id = {donation})
        SELECT (SELECT count(*) FROM core.device_step WHERE nth >= {nth + 2} AND device_id IN (TABLE given)),
               (SELECT count(*) FROM audit.event WHERE subject = 'device' AND seq >= {nth + 2} AND subject_id IN (TABLE given))
        """
    )
