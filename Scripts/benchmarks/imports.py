"""A list of devices, against psql with the same statements, and against Django writing the same rows and hashes."""
import os

import devices
import environment
from rounds import alternate, median, spread

SAME = """SELECT md5(string_agg(d.*::text, ',' ORDER BY d.external_ref)) FROM (SELECT kind, maker, model, serial, external_ref, cpu,
    ram_mb, storage_gb, storage_kind, comment, extra, state, step_nth FROM core.device) AS d"""
DRIVES = "SELECT count(*) || ' ' || md5(string_agg(serial_key, ',' ORDER BY serial_key)) FROM core.drive"


def measure(server, options, table):
    rows = options.rows
    given, typed = f"{server.folder}/devices.csv", f"{server.folder}/typed.csv"
    devices.make_list(rows, given)
    devices.write_typed(given, typed)
    peaks = []

    def fresh(run):
        def body():
            server.clone("house", "import_run")
            return run()
        return body

    def moulin(*words):
        _, seconds, peak = server.run("import_run", "moulin", "import", "devices", given, "--donation", "1", *words)
        peaks.append(peak)
        return seconds

    staged = "BEGIN;\n" + server.speak() + f"SELECT core.open_device_staging();\n\\copy pg_temp.device_staging FROM '{typed}' CSV\n"
    by_psql = staged + """SELECT core.plan_device_import(1, NULL);
INSERT INTO core.import_batch (org_id, kind, file_name, file_sha256, donation_id, target, person_id)
VALUES (1, 'devices', 'devices.csv', sha256('devices'), 1, '1', 1) RETURNING batch_id \\gset
SELECT * FROM core.import_devices(1, :batch_id, 'receive');
COMMIT;
"""
    variants = {
        "moulin": fresh(moulin),
        "psql": fresh(lambda: server.script("import_run", by_psql)),
        "dry run": fresh(lambda: moulin("--dry-run")),
        "copy alone": fresh(lambda: server.script("import_run", staged + "ROLLBACK;\n")),
    }
    same = {name: (variants[name](), server.sql("import_run", SAME), server.sql("import_run", DRIVES))[1:] for name in ("moulin", "psql")}
    if same["moulin"] != same["psql"]:
        raise SystemExit(f"bench: the two imports wrote different rows: {same}")
    results = alternate(options.rounds, variants)
    n = options.rounds
    ours, psql, dry = (median(results[name]) for name in ("moulin", "psql", "dry run"))
    table.add(f"whole import of {rows} devices vs \\copy + the same SQL", "≤ 1.15 × time", f"{ours / psql:.2f} ×", n,
              f"{ours:.2f} s ({spread(results['moulin'])}) : {psql:.2f} s ({spread(results['psql'])})")
    table.add("dry run vs the run", "–", f"{dry / ours:.2f} ×", n, f"{dry:.2f} s")
    table.add("\\copy into the staging table alone", "–", f"{median(results['copy alone']):.2f} s", n, spread(results["copy alone"]))
    table.add("peak memory of the import", "≤ 32 MiB", f"{max(peaks) / 1024:.0f} MiB", len(peaks), "largest of all runs")
    against_django(server, options, table, rows / ours)


def against_django(server, options, table, rate):
    count = options.django_rows
    given = f"{server.folder}/django.csv"
    devices.make_list(count, given)

    def django():
        server.clone("house", "import_run")
        claims = " ".join(f"-c {name}={value}" for name, value in server.claims().items())
        at = {"PGOPTIONS": claims, "PGHOST": server.socket, "PGDATABASE": "import_run", "PYTHONPATH": "Scripts/benchmarks"}
        (seconds,) = environment.peer("django_import", given, env={**os.environ, **at})
        return count / float(seconds)

    def moulin():
        server.clone("house", "import_run")
        return count / server.run("import_run", "moulin", "import", "devices", given, "--donation", "1")[1]

    results = alternate(options.rounds, {"moulin": moulin, "django": django})
    server.clone("house", "import_run")
    django()
    faults = server.sql("import_run", "SELECT set_config('moulin.org', '1', false)", "SELECT count(*) FROM audit.faults()").split()[-1]
    if faults != "0":
        raise SystemExit(f"bench: Django's chains have {faults} faults: it did not write the same hashes")
    ours, theirs = median(results["moulin"]), median(results["django"])
    table.add(f"whole import vs Django bulk_create, same rows and hashes, {count} rows", "≥ 4 × rows/s", f"{ours / theirs:.1f} ×",
              options.rounds, f"{ours:.0f}/s ({spread(results['moulin'])}) : {theirs:.0f}/s ({spread(results['django'])})")
