"""One durable step each, against pgbench calling the same function in its best form: one round trip, settings of the session."""
import batches
from rounds import alternate, median, spread

COUNT = 8_000


def measure(server, options, table):
    server.clone("house", "step_house")
    batches.received(server, "step_house", COUNT)
    for clients in (1, 8):
        count = COUNT // (4 if clients == 1 else 1)

        def by_moulin():
            server.clone("step_house", "step_run")
            return count / batches.timed(server.run("step_run", "moulin-bench", "step", "1", str(count), str(clients)), count)

        def by_pgbench():
            server.clone("step_house", "step_run")
            each = count // clients
            script = (f"\\set n :n + 1\n\\set device :client_id * {each} + :n\n"
                      "SELECT * FROM core.take_steps(ARRAY[:device]::bigint[], 'triage', NULL, true);\n")
            return server.pgbench("step_run", script, "-D", "n=0", "-c", clients, "-j", min(clients, 2), "-t", each)

        results = alternate(options.rounds, {"moulin": by_moulin, "pgbench": by_pgbench})
        ours, theirs = median(results["moulin"]), median(results["pgbench"])
        table.add(f"durable steps a second vs pgbench, same function, {clients} client{'s' if clients > 1 else ''}",
                  "≥ 0.8 ×" if clients == 8 else "–", f"{ours / theirs:.2f} ×", options.rounds,
                  f"{ours:.0f}/s ({spread(results['moulin'])}) : {theirs:.0f}/s ({spread(results['pgbench'])})")
