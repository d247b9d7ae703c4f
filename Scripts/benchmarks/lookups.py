"""Devices by their numbers through the shared reader, with the organisation in each transaction, against pgbench."""
import batches
from rounds import alternate, median, spread

COUNT = 100_000
CLIENTS = 32


def measure(server, options, table):
    server.clone("house", "lookup_house")
    batches.received(server, "lookup_house", COUNT)
    script = (f"\\set device random(1, {COUNT})\n"
              "SELECT device_id, state, version FROM core.device WHERE org_id = 1 AND device_id = :device;\n")

    def by_moulin():
        words, _, _ = server.run("lookup_house", "moulin-bench", "lookup", "1", str(COUNT), str(CLIENTS), str(options.seconds))
        return int(words[3]) / float(words[1])

    def by_pgbench():
        return server.pgbench("lookup_house", script, "-c", CLIENTS, "-j", 2, "-T", options.seconds)

    def saying_it():
        """As Moulin asks: the organisation in each transaction, in one round trip."""
        return server.pgbench("lookup_house", "\\startpipeline\nBEGIN READ ONLY;\nSELECT set_config('moulin.org', '1', true);\n"
                              + script + "COMMIT;\n\\endpipeline\n",
                              "-c", CLIENTS, "-j", 2, "-T", options.seconds)

    results = alternate(options.rounds, {"moulin": by_moulin, "pgbench": by_pgbench, "pgbench saying it": saying_it})
    ours, theirs = median(results["moulin"]), median(results["pgbench"])
    said = median(results["pgbench saying it"])
    table.add("the same vs pgbench, which says the organisation in each transaction too, in one round trip", "–",
              f"{ours / said:.2f} ×", options.rounds, f"{ours:.0f}/s : {said:.0f}/s ({spread(results['pgbench saying it'])})")
    table.add(f"lookup by number at {CLIENTS} clients, with context, vs pgbench -M prepared", "≥ 1.2 ×", f"{ours / theirs:.2f} ×",
              options.rounds, f"{ours:.0f}/s ({spread(results['moulin'])}) : {theirs:.0f}/s ({spread(results['pgbench'])})")
