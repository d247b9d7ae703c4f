"""A batch of steps, against the same statements by psql, and against a commit for each step."""
from rounds import alternate, median, spread

CHUNK = 10_000


def received(server, database, count):
    """Devices with numbers from 1, received."""
    server.script(database, "BEGIN;\n" + server.speak()
                  + f"SELECT count(*) FROM core.add_devices(1, 'laptop', {count}, 'receive', 'Dell', 'Latitude', NULL);\nCOMMIT;\n")
    server.sql(database, "VACUUM (ANALYZE)")


def measure(server, options, table):
    count = options.steps
    server.clone("house", "batch_house")
    received(server, "batch_house", count)
    lines = f"{server.folder}/steps.jsonl"
    with open(lines, "w", encoding="utf-8") as file:
        file.writelines(f'{{"command":"take-step","device":"{n}","step":"triage"}}\n' for n in range(1, count + 1))
    statements = ["BEGIN;\n", server.speak()]
    for first in range(1, count + 1, CHUNK):
        numbers = ",".join(map(str, range(first, min(first + CHUNK, count + 1))))
        statements.append(f"SELECT count(to_state) FROM core.take_steps('{{{numbers}}}', 'triage', NULL, false);\n"
                          "SET CONSTRAINTS ALL IMMEDIATE;\nSET CONSTRAINTS ALL DEFERRED;\n")
    by_psql = "".join([*statements, "COMMIT;\n"])

    def fresh(run):
        def body():
            server.clone("batch_house", "batch_run")
            return run()
        return body

    def batch(*words):
        return fresh(lambda: timed(server.run("batch_run", "moulin-bench", "batch", lines, *words), count))

    one_each = max(1_000, count // 50)
    results = alternate(options.rounds, {
        "batch": batch(),
        "batch under a key": batch("monday"),
        "psql": fresh(lambda: server.script("batch_run", by_psql)),
        "one commit each": fresh(lambda: timed(
            server.run("batch_run", "moulin-bench", "step", "1", str(one_each), "1"), one_each) * count / one_each),
    })
    batch_s, psql_s = median(results["batch"]), median(results["psql"])
    each_s, keyed_s = median(results["one commit each"]), median(results["batch under a key"])
    n = options.rounds
    table.add(f"batch of {count} steps vs the same SQL by psql", "≤ 1.2 × time", f"{batch_s / psql_s:.2f} ×", n,
              f"{batch_s:.2f} s ({spread(results['batch'])}) : {psql_s:.2f} s ({spread(results['psql'])})")
    table.add("the same under a batch's key, each line recorded", "–", f"{keyed_s / psql_s:.2f} ×", n,
              f"{keyed_s:.2f} s ({spread(results['batch under a key'])})")
    table.add("batch vs one commit each, one client", "≥ 20 ×", f"{each_s / batch_s:.1f} ×", n,
              f"{count / batch_s:.0f}/s : {count / each_s:.0f}/s")


def timed(result, count):
    words, _, _ = result
    seconds, done = float(words[1]), int(words[3])
    if done != count:
        raise SystemExit(f"bench: {done} of {count} were done")
    return seconds
