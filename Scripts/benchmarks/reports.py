"""Reports of hardware: distinct machines, as a boot stick writes them, into one run."""
import json
import os
import random

from rounds import alternate, median, spread

NODE = {"class": "bus", "claimed": True, "handle": "PCI:0000:00:00.0", "description": "Host bridge", "vendor": "Intel Corporation",
        "physid": "100", "businfo": "pci@0000:00:00.0", "version": "08", "width": 32, "clock": 33000000,
        "configuration": {"driver": "skl_uncore", "latency": "0"}, "capabilities": {"bus_master": "bus mastering", "cap_list": True}}


def report(number, chance):
    """A laptop with two memory modules, a drive, a network port and the many nodes that nobody asks for: some 40 kB."""
    serial = f"BNCH{number:06d}"
    mac = ":".join(f"{byte:02x}" for byte in (0x00, 0x1b, 0x44, number >> 16 & 255, number >> 8 & 255, number & 255))
    uuid = f"4c4c4544-{number >> 16 & 0xffff:04x}-{number & 0xffff:04x}-8055-{chance.getrandbits(48):012x}"
    children = [
        {"id": "memory", "class": "memory", "size": 17179869184, "children": [
            {"id": f"bank:{bank}", "class": "memory", "size": 8589934592, "vendor": "Samsung", "product": "M471A1K43CB1-CTD",
             "serial": f"{number * 2 + bank:08X}", "slot": f"DIMM {bank}"} for bank in (0, 1)]},
        {"id": "cpu", "class": "processor", "product": "Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz", "vendor": "Intel Corp.",
         "width": 64, "configuration": {"cores": "4", "enabledcores": "4", "threads": "8"}},
        {"id": "disk", "class": "disk", "logicalname": "/dev/sda", "product": "Samsung SSD 860", "serial": f"S{number:09d}",
         "size": 256060514304, "units": "bytes", "configuration": {"rpm": "0"}},
        {"id": "network", "class": "network", "serial": mac, "logicalname": "enp0s31f6", "businfo": "pci@0000:00:1f.6",
         "product": "Ethernet Connection (4) I219-LM", "vendor": "Intel Corporation"},
    ]
    children += [{**NODE, "id": f"pci:{node}", "physid": str(node)} for node in range(110)]
    return {"id": "bench", "class": "system", "description": "Notebook", "product": "Latitude 7490", "vendor": "Dell Inc.",
            "serial": serial, "configuration": {"chassis": "laptop", "uuid": uuid},
            "children": [{"id": "core", "class": "bus", "product": "0KP0FT", "vendor": "Dell Inc.", "serial": f"/{serial}/CN/",
                          "children": children}]}


def write(folder, count):
    """One file a machine; answers the size of the largest."""
    chance = random.Random(8)
    os.makedirs(folder, exist_ok=True)
    largest = 0
    for number in range(count):
        text = json.dumps(report(number, chance), indent=1)
        largest = max(largest, len(text))
        with open(f"{folder}/{number:05d}.json", "w", encoding="utf-8") as file:
            file.write(text)
    return largest


def measure(server, options, table):
    count = options.reports
    folder = f"{server.folder}/reports"
    largest = write(folder, count)
    peaks = []

    def run(database, *words):
        _, seconds, peak = server.run(database, "moulin", "import", "hardware", folder, "--format", "json", *words)
        peaks.append(peak)
        return seconds

    def fresh(database, *words):
        server.clone("house", database)
        return run(database, "--donation", "1", *words)

    results = alternate(options.rounds, {
        "moulin": lambda: fresh("report_run"),
        "again": lambda: run("report_run"),
        "dry run": lambda: fresh("report_rehearsal", "--dry-run"),
    })
    made = server.sql("report_run", """SELECT (SELECT count(*) FROM core.device), (SELECT count(*) FROM core.hardware_report),
        (SELECT count(*) FROM core.component), (SELECT count(*) FROM core.expected_drive)""")
    if made != f"{count}|{count}|{3 * count}|{count}":
        raise SystemExit(f"bench: {made} machines, reports, parts and drives of {count} reports")
    ours, again, rehearsed = (median(results[name]) for name in ("moulin", "again", "dry run"))
    n = options.rounds
    table.add(f"{count} reports of hardware of up to {largest // 1024} kB to committed devices, one run", "≥ 1,000/s",
              f"{count / ours:.0f}/s", n, f"{ours:.2f} s ({spread(results['moulin'])})")
    table.add("dry run vs the run", "–", f"{rehearsed / ours:.2f} ×", n, f"{rehearsed:.2f} s ({spread(results['dry run'])})")
    table.add("the same reports again, nothing to write", "–", f"{count / again:.0f}/s", n, f"{again:.2f} s ({spread(results['again'])})")
    table.add("peak memory of a run", "–", f"{max(peaks) / 1024:.0f} MiB", len(peaks), "largest of all runs")
