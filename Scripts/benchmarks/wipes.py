"""Logs of nwipe: one drive a machine, counted and waiting, into one run."""
import datetime
import os
import time

from rounds import alternate, median, spread

BYTES = 500_107_862_016
# As a person at the bench would: machines received, each with one drive counted by its serial number.
COUNTED = """SELECT count(core.count_drives(d, jsonb_build_array(jsonb_build_object('serial', 'WIPED' || d, 'serial_key', 'WIPED' || d,
    'media_kind', 'hdd', 'capacity_gb', 500)))) FROM core.add_devices(1, 'laptop', {count}, 'receive', 'Dell', 'Latitude', NULL) AS d;
SELECT count(*) FROM core.take_steps((SELECT array_agg(device_id) FROM core.device), 'triage', NULL, true);
SELECT count(*) FROM core.take_steps((SELECT array_agg(device_id) FROM core.device), 'send_to_wipe', NULL, true);"""


def log(number, ended):
    """What nwipe 0.36 writes of one drive that went well."""
    at, line = f"[{ended:%Y/%m/%d %H:%M:%S}]", "-" * 80
    filler = [f"{at}   info: /dev/sda: sect/blk/dev 512/4096/{BYTES}"] + [f"{at}   info: NUMA node {node} is idle" for node in range(120)]
    return "\n".join([
        f"{at}   info: nwipe 0.36", *filler, f"{at} notice: No hidden sectors on /dev/sda",
        f"{at} notice: Invoking method 'PRNG Stream' on /dev/sda.", f"{at} notice: Finished final round 1 of 1 on /dev/sda",
        "****** Error Summary ******", "! Device | Pass Errors | Verifications Errors | Fdatasync I\\O Errors", line, " sda | 0 | 0 | 0",
        "****** Erasure Summary ******", "! Device | Bytes Erased (B) | Total (B) | %", line, f" sda | {BYTES} | {BYTES} | 100.0",
        "****** Drive Status ******", "! Device | Status | Thru-put | HH:MM:SS | Model/Serial Number", line,
        f" sda | Erased | 118 MB/s| 01:05:48 | ST500LM021/WIPED{number}", line,
        f"{at} Total Throughput 118 MB/s, PRNG Stream, 1R+B+VL", "******", ""])


def measure(server, options, table):
    count = options.reports
    folder = f"{server.folder}/logs"
    os.makedirs(folder, exist_ok=True)
    server.clone("house", "bench_of_drives")
    server.script("bench_of_drives", f"BEGIN;\n{server.speak()}{COUNTED.format(count=count)}\nCOMMIT;\n")
    # Nobody wipes a drive before it came, nor in the future.
    time.sleep(2)
    ended = datetime.datetime.now(datetime.timezone.utc)
    largest = 0
    for number in server.sql("bench_of_drives", "SELECT device_id FROM core.device").split():
        text = log(number, ended)
        largest = max(largest, len(text))
        with open(f"{folder}/{int(number):07}.log", "w", encoding="utf-8") as file:
            file.write(text)

    def moulin():
        server.clone("bench_of_drives", "wipe_run")
        return server.run("wipe_run", "moulin", "import", "wipes", folder, "--format", "json")[1]

    results = alternate(options.rounds, {"moulin": moulin})["moulin"]
    wiped = server.sql("wipe_run", "SELECT count(*) FROM core.device WHERE state = 'wiped'")
    if wiped != str(count):
        raise SystemExit(f"bench: {wiped} machines are wiped, of {count} logs")
    ours = median(results)
    table.add(f"{count} logs of nwipe of {largest // 1024} kB to wiped machines, one run", "–", f"{count / ours:.0f}/s", options.rounds,
              f"{ours:.2f} s ({spread(results)})")
