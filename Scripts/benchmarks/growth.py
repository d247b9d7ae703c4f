"""The same work in a small house and in a large one. The sizes are options: the table says which they were."""
import batches
import devices
from rounds import alternate, median, spread


def measure(server, options, table):
    small, large, added = options.small, options.large, options.added
    listed = f"{server.folder}/added.csv"
    devices.make_list(added, listed)
    for name, wanted in (("small_house", small), ("large_house", large)):
        server.clone("house", name)
        for _ in range(wanted // small):
            batches.received(server, name, small)
    results = alternate(options.rounds, {
        f"{work} {size}": lambda work=work, size=size: works(server, options, listed, count(options, size))[work](f"{size}_house")
        for work in ("import", "lookup", "page", "search") for size in ("small", "large")})
    for work, target in {"import": "≤ 1.3 ×", "lookup": "≤ 1.5 ×", "page": "≤ 1.5 ×", "search": "≤ 1.5 ×"}.items():
        little, much = results[f"{work} small"], results[f"{work} large"]
        words = f"import of {added} rows" if work == "import" else work
        table.add(f"{words} in {large} devices vs in {small}", target, f"{median(much) / median(little):.2f} × time", options.rounds,
                  f"{median(much):.4g} s ({spread(much)}) : {median(little):.4g} s ({spread(little)})")


def count(options, size):
    return options.small if size == "small" else options.large


def works(server, options, listed, last):
    """Seconds of each; of one statement, by eight clients."""
    device = f"\\set device random(1, {last})\n"

    def imported(house):
        server.clone(house, "growth_run")
        return server.run("growth_run", "moulin", "import", "devices", listed, "--donation", "1")[1]

    def statement(text):
        return lambda house: 1 / server.pgbench(house, device + text, "-c", 8, "-j", 2, "-T", options.seconds)

    columns = "SELECT device_id, maker, model, serial, state, version FROM core.device WHERE org_id = 1"
    return {
        "import": imported,
        "lookup": statement(f"{columns} AND device_id = :device;\n"),
        "page": statement(f"{columns} AND device_id > :device ORDER BY device_id LIMIT 50;\n"),
        # A word that stands on no machine: one that stands on every second fills its page from the first few.
        "search": statement(f"{columns} AND coalesce(maker, '') || ' ' || coalesce(model, '') || ' ' || coalesce(serial, '') || ' '"
                            " || coalesce(external_ref, '') ILIKE '%zenbook%' ORDER BY device_id LIMIT 50;\n"),
    }
