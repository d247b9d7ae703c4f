"""Writes the rows that Moulin's import writes, hashes included, the way a Django application would: bulk_create, one transaction.

Prints the seconds from opening the file to the commit. Reads PGHOST, PGDATABASE and, in PGOPTIONS, who speaks.
"""
import hashlib
import os
import sys
import time

import django
from django.conf import settings
from django.db import connection, models, transaction

import devices

settings.configure(
    INSTALLED_APPS=[],
    DATABASES={"default": {"ENGINE": "django.db.backends.postgresql", "HOST": os.environ["PGHOST"],
                           "NAME": os.environ["PGDATABASE"], "USER": "moulin_owner",
                           "OPTIONS": {"options": os.environ["PGOPTIONS"]}}},
)
django.setup()


def table(name, /, **fields):
    """A model over an existing table, with the columns that are written."""
    schema, relation = name.split(".")
    meta = type("Meta", (), {"app_label": "bench", "managed": False, "db_table": f'"{schema}"."{relation}"'})
    members = {"__module__": __name__, "Meta": meta, "org_id": models.IntegerField(default=1), **fields}
    return type(relation, (models.Model,), members)


def text(**options):
    return models.TextField(null=True, **options)


def number(**options):
    return models.BigIntegerField(null=True, **options)


def key():
    return models.BigIntegerField(primary_key=True)


Device = table("core.device", device_id=key(), kind=text(), maker=text(), model=text(), serial=text(), external_ref=text(),
               cpu=text(), ram_mb=number(), storage_gb=number(), storage_kind=text(), comment=text(),
               extra=models.JSONField(null=True), stay=number(), state=text(), clean=models.BooleanField(default=False), step_nth=number(), flags_up=models.IntegerField(default=0),
               version=models.IntegerField(default=1))
Stay = table("core.stay", device_id=key(), stay=number(), opened_by=text(), donation_id=number(), origin_class=text(),
             origin_regime=text(), required_level=models.IntegerField(default=0), import_id=number(), import_line=number())
Step = table("core.device_step", device_id=key(), nth=number(), from_state=text(), step=text(), to_state=text(), evidence=text(),
             stay=number(), person_id=number())
Identifier = table("core.identifier", device_id=key(), kind=text(), value=text(), value_key=text(), maker_key=text(),
                   is_junk=models.BooleanField(default=False), source=text())
Drive = table("core.drive", drive_id=models.BigAutoField(primary_key=True), media_kind=text(), serial=text(), serial_key=text(),
              capacity_gb=number(), media_state=models.TextField(default="unsanitized"))
Expected = table("core.expected_drive", device_id=key(), stay=number(), drive_id=number())
Chain = table("audit.chain", subject_id=key(), subject=text(), seq=number(), micros=number(), prev_hash=models.BinaryField(), hash=models.BinaryField())
Event = table("audit.event", subject_id=key(), subject=text(), seq=number(), micros=number(), person_id=number(), name=text(),
              body=models.JSONField(), prev_hash=models.BinaryField())


def write(path):
    rows = list(devices.typed(path))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT nextval('core.device_device_id_seq') FROM generate_series(1, %s)", [len(rows)])
        ids = [number for (number,) in cursor.fetchall()]
        cursor.execute("""INSERT INTO core.import_batch (org_id, kind, file_sha256, donation_id, target, person_id)
            VALUES (1, 'devices', sha256('django'), 1, '1', 1) RETURNING batch_id""")
        batch = cursor.fetchone()[0]
        # What Django's own checks would ask one row after the other: is any of these serials known?
        cursor.execute("SELECT value_key FROM core.identifier WHERE org_id = 1 AND kind = 'serial' AND value_key = ANY (%s)",
                       [[row["serial_key"] for row in rows]])
        if cursor.fetchall():
            raise SystemExit("the list was imported before")
        create(rows, ids, batch)


def create(rows, ids, batch):
    pairs = list(zip(ids, rows))
    columns = ("kind", "maker", "model", "serial", "external_ref", "cpu", "ram_mb", "storage_gb", "storage_kind", "comment",
               "extra")
    bulk(Device, (Device(device_id=i, stay=1, state="received", step_nth=1, **{c: r[c] for c in columns}) for i, r in pairs))
    bulk(Stay, (Stay(device_id=i, stay=1, opened_by="donation", donation_id=1, origin_class="business", origin_regime="private",
                     import_id=batch, import_line=r["line"]) for i, r in pairs))
    bulk(Step, (Step(device_id=i, nth=1, from_state="new", step="receive", to_state="received", evidence="none", stay=1,
                     person_id=1) for i, r in pairs))
    bulk(Identifier, (Identifier(device_id=i, kind=kind, value=r[field], value_key=r[field].upper(), source="import",
                                 maker_key=r["maker"].lower() if kind == "serial" else "")
                      for i, r in pairs for kind, field in (("serial", "serial"), ("asset_tag", "external_ref"))))
    drives = [Drive(media_kind=r["storage_kind"] or "unknown", serial=r["drive_serial"], serial_key=r["drive_serial"].upper(),
                    capacity_gb=r["storage_gb"]) for i, r in pairs]
    Drive.objects.bulk_create(drives, batch_size=1_000)
    bulk(Expected, (Expected(device_id=i, stay=1, drive_id=d.drive_id) for (i, _), d in zip(pairs, drives)))
    micros = time.time_ns() // 1_000
    bulk(Chain, (Chain(subject="device", subject_id=i, seq=1, micros=micros, prev_hash=b"", hash=link(i, micros, batch, r["line"]))
                 for i, r in pairs))
    bulk(Event, (Event(subject="device", subject_id=i, seq=1, micros=micros, person_id=1, name="import-device",
                       body={"import": batch, "line": r["line"]}, prev_hash=b"") for i, r in pairs))


def bulk(model, objects):
    model.objects.bulk_create(objects, batch_size=1_000)


def link(device, micros, batch, line):
    body = f'{{"line": {line}, "import": {batch}}}'
    return hashlib.sha256(f"1:device:{device}:1:{micros}:1:import-device:{body}".encode()).digest()


started = time.monotonic()
write(sys.argv[1])
print(time.monotonic() - started)
