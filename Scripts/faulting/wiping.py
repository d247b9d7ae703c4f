"""kill -9 of `moulin import wipes`: machines proven clean by a folder of logs of nwipe."""

import datetime
import json
import time

from .rounds import all_or_nothing

MACHINES = 60
BYTES = 500_107_862_016
RULE = "-" * 80


def run(house, kills, source):
    # One list for all runs: bringing machines to the bench takes longer than wiping them.
    waiting = machines_at_the_bench(house, (kills + 1) * MACHINES)

    def work(nth):
        words, are = of_machines(house, waiting[nth * MACHINES : (nth + 1) * MACHINES])
        return words, lambda: (are(), [MACHINES] * 5)

    return all_or_nothing("wipes", house, kills, source, work)


def work(house, count):
    """The words of an import of logs of machines that no other run wipes, and what counts its rows."""
    return of_machines(house, machines_at_the_bench(house, count))


def of_machines(house, machines):
    words = ["import", "wipes", logs(house, machines)]
    return words, lambda: rows(house, [machine for machine, _ in machines])


def machines_at_the_bench(house, count):
    """Machines that wait for wiping, each with the serial number of its one drive, in place of the one that the list announced."""
    house.rows("INSERT INTO core.person_role (org_id, person_id, role) VALUES (1, 1, 'wipe_operator') ON CONFLICT DO NOTHING")
    donation = house.donation()
    house.must("import", "devices", house.device_list(count), "--donation", donation)
    announced = house.rows(
        f"""SELECT s.device_id, k.serial FROM core.stay AS s JOIN core.expected_drive USING (org_id, device_id, stay)
              JOIN core.drive AS k USING (org_id, drive_id) WHERE s.donation_id = {donation} ORDER BY 1"""
    )
    path = house.folder / f"bench-{donation}.jsonl"
    drives = [(machine, f"WIPED{machine}") for machine, _ in announced]
    lines = [{"command": "take-step", "device": machine, "step": "triage"} for machine, _ in drives]
    lines += [
        {"command": "count-drives", "device": machine, "drives": [{"serial": f"WIPED{machine}", "kind": "hdd"}], "missing": [serial]}
        for machine, serial in announced
    ]
    lines += [{"command": "take-step", "device": machine, "step": "send_to_wipe"} for machine, _ in drives]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    house.must("batch", path)
    # A log says whole seconds, and proves nothing of a machine that came within the one it ended in.
    time.sleep(1)
    return drives


def logs(house, machines):
    folder = house.folder / f"logs-{machines[0][0]}"
    folder.mkdir()
    for machine, serial in machines:
        (folder / f"{machine}.log").write_text(log(serial), encoding="utf-8")
    return folder


def log(serial):
    """What nwipe writes of a drive that went well, just now."""
    at = f"[{datetime.datetime.now(datetime.timezone.utc):%Y/%m/%d %H:%M:%S}]"
    return "\n".join([
        f"{at}   info: nwipe 0.36", f"{at} notice: No hidden sectors on /dev/sda",
        f"{at} notice: Invoking method 'PRNG Stream' on /dev/sda.", f"{at} notice: Finished final round 1 of 1 on /dev/sda",
        "****** Error Summary ******", "! Device | Pass Errors | Verifications Errors | Fdatasync I\\O Errors", RULE, " sda | 0 | 0 | 0",
        "****** Erasure Summary ******", "! Device | Bytes Erased (B) | Total (B) | %", RULE, f" sda | {BYTES} | {BYTES} | 100.0",
        "****** Drive Status ******", "! Device | Status | Thru-put | HH:MM:SS | Model/Serial Number", RULE,
        f" sda | Erased | 118 MB/s| 01:05:48 | ST500LM021/{serial}", RULE,
        f"{at} Total Throughput 118 MB/s, PRNG Stream, 1R+B+VL", "******", ""])


def rows(house, machines):
    """What one run writes: the logs, the attempts, what clears the drives, the steps, the events."""
    given = f"(device_id IN ({', '.join(machines)}))"
    return house.numbers_of(
        f"""
        SELECT (SELECT count(DISTINCT evidence_sha256) FROM core.wipe WHERE {given}),
               (SELECT count(*) FROM core.wipe WHERE accepted AND {given}),
               (SELECT count(*) FROM core.clearance WHERE {given}),
               (SELECT count(*) FROM core.device_step WHERE step = 'record_wiped' AND {given}),
               (SELECT count(*) FROM audit.event WHERE subject = 'device' AND name = 'record-wipe'
                   AND subject_id IN ({', '.join(machines)}))
        """
    )
