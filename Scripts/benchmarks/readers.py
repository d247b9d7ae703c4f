"""What the readers of files do by themselves, against the readers that others use."""
import environment
import devices
from rounds import alternate, median, spread


def measure(server, options, table):
    listed, book = f"{server.folder}/read.csv", f"{server.folder}/read.xlsx"
    devices.make_list(options.rows, listed)
    environment.peer("workbook", listed, book)
    compare(server, options, table, listed, "csv", {"polars": ("polars, all texts", "≥ 2 ×"), "csv": ("Python's csv", "≥ 8 ×")})
    compare(server, options, table, book, "workbook", {"openpyxl": ("openpyxl, read-only", "≥ 8 ×")})


def compare(server, options, table, path, verb, peers):
    def ours():
        words, _, peak = server.run("house", "moulin-bench", verb, path)
        peaks.append(peak)
        return float(words[1]), int(words[3]), int(words[5])

    def theirs(name):
        seconds, records, cells = environment.peer("reading", name, path)
        return float(seconds), int(records), int(cells)

    peaks = []
    variants = {"moulin": ours, **{name: lambda name=name: theirs(name) for name in peers}}
    read = {name: variant()[1:] for name, variant in variants.items()}
    if len(set(read.values())) != 1:
        raise SystemExit(f"bench: the readers disagree on records and cells: {read}")
    results = alternate(options.rounds, {name: lambda variant=variant: variant()[0] for name, variant in variants.items()})
    fast = median(results["moulin"])
    for name, (words, target) in peers.items():
        slow = median(results[name])
        table.add(f"{verb}, {options.rows} rows read and checked vs {words}", target, f"{slow / fast:.1f} ×", options.rounds,
                  f"{fast:.3f} s ({spread(results['moulin'])}) : {slow:.3f} s ({spread(results[name])})")
    table.add("memory of reading it", "≤ 32 MiB" if verb == "csv" else "–", f"{max(peaks) / 1024:.0f} MiB", len(peaks), "largest of all runs")
