"""The rows of Scripts/make-devices-csv as Moulin reads them: typed, in the order of the staging table."""
import csv
import json
import subprocess

KINDS = {"Portable": "laptop", "Unité centrale": "desktop_tower", "Tout-en-un": "all_in_one", "Mini PC": "mini_pc",
         "Serveur": "server"}
COLUMNS = ("line external_ref kind maker model serial serial_key cpu ram_mb storage_gb storage_kind drive_serial "
           "os weight_g imei mac uuid comment extra copies").split()


def make_list(count, path):
    with open(path, "wb") as file:
        subprocess.run(["Scripts/make-devices-csv", str(count)], check=True, stdout=file)


def typed(path):
    """One dictionary a row, with the line on which it starts."""
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.reader(file, delimiter=";")
        next(reader)
        line = reader.line_num + 1
        for cells in reader:
            reference, kind, maker, model, serial, cpu, ram, disk, disk_serial, day, condition, comment = cells
            size, unit, *rest = disk.split()
            yield {
                "line": line, "external_ref": reference, "kind": KINDS[kind], "maker": maker, "model": model,
                "serial": serial, "serial_key": serial.upper(), "cpu": cpu, "ram_mb": int(ram) * 1024,
                "storage_gb": int(size) * (1000 if unit == "To" else 1), "storage_kind": "ssd" if rest else None,
                "drive_serial": disk_serial, "comment": comment,
                "extra": {"Date d'achat": "-".join(reversed(day.split("/"))), "État": condition},
            }
            line = reader.line_num + 1


def write_typed(path, target):
    with open(target, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for row in typed(path):
            row["extra"] = json.dumps(row["extra"], ensure_ascii=False)
            writer.writerow([row.get(column) for column in COLUMNS])
