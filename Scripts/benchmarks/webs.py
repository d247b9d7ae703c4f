"""A device and a page of devices as JSON, for who is signed in, against the bare statements and two usual stacks."""
import json
import os
import subprocess

import batches
import environment
import statements
from rounds import alternate, median, spread
from services import CONNECTIONS, Service

COUNT = 100_000
SAMPLE = 77_777


def measure(server, options, table):
    server.clone("house", "web_house")
    batches.received(server, "web_house", COUNT)
    key = token(server)
    programs = environment.folder()
    peers = f"{os.getcwd()}/Scripts/benchmarks/peers"
    at = {"BENCH_DATABASE": f"postgresql://moulin_owner@/web_house?host={server.socket}", "BENCH_HOST": server.socket,
          "BENCH_NAME": "web_house"}
    stacks = {
        "moulin": Service(["moulin", "serve", "--port", "{port}"], server.environment("web_house")),
        "fastapi": Service([programs / "uvicorn", "fastapi_device:app", "--port", "{port}", "--workers", "2", "--no-access-log"],
                           {**os.environ, **at}, peers),
        "django": Service([programs / "gunicorn", "django_device:application", "-b", "127.0.0.1:{port}", "-w", "2", "--threads", "4"],
                          {**os.environ, **at}, peers),
    }
    questions = {
        "GET device as JSON": ("/api/v1/questions/look-up-device?device={n}", "/devices/{n}", ("≥ 0.3 ×", "≥ 4 ×", "≥ 10 ×")),
        "GET a device's whole card as JSON": ("/api/v1/questions/show-device?device={n}", "/devices/{n}", ("–", "–", "–")),
        "GET 50-row list as JSON": ("/api/v1/questions/list-devices?limit=50&after={n}", "/list/{n}", ("≥ 0.25 ×", "≥ 2 ×", "≥ 15 ×")),
    }
    with stacks["moulin"] as ours, stacks["fastapi"], stacks["django"]:
        for name, (path, theirs, targets) in questions.items():
            compare(server, options, table, name, (path, theirs, targets), stacks, key)
        memory(server, table, ours, questions, key)


def token(server):
    words = ["moulin", "user", "token", "--login", "bench", "--purpose", "bench", "--format", "json"]
    done = subprocess.run(words, env=server.environment("web_house"), check=True, capture_output=True, text=True)
    return json.loads(done.stdout)["key"]


def compare(server, options, table, name, question, stacks, key):
    path, theirs, targets = question
    ours = stacks["moulin"]
    ours.get(path.replace("{n}", str(SAMPLE)), key)
    script = f"\\set device random(1, {COUNT - 100})\n" + statements.of_request(
        server, "web_house", lambda: ours.get(path.replace("{n}", str(SAMPLE)), key), SAMPLE)
    loads = {}

    def load(stack):
        said = key if stack == "moulin" else "bench"
        asked = path if stack == "moulin" else theirs
        loads.setdefault(stack, []).append(stacks[stack].load(server.folder, asked, said, COUNT - 100, options.seconds))
        return loads[stack][-1][0]

    variants = {stack: lambda stack=stack: load(stack) for stack in stacks}
    variants["pgbench"] = lambda: server.pgbench("web_house", script, "-c", CONNECTIONS, "-j", 2, "-T", options.seconds)
    results = alternate(options.rounds, variants)
    rate = median(results["moulin"])
    for other, target in zip(("pgbench", "fastapi", "django"), targets):
        table.add(f"{name}, {CONNECTIONS} connections, signed in, vs {other}", target, f"{rate / median(results[other]):.2f} ×",
                  options.rounds, f"{rate:.0f}/s ({spread(results['moulin'])}) : {median(results[other]):.0f}/s ({spread(results[other])})")
    tails = [(slow / usual, usual, slow) for _, usual, slow, _ in loads["moulin"]]
    tail, usual, slow = sorted(tails)[len(tails) // 2]
    table.add(f"{name}: p99 vs p50", "≤ 5 ×", f"{tail:.1f} ×", options.rounds, f"{slow:.1f} ms : {usual:.1f} ms")


def memory(server, table, ours, questions, key):
    """After the first thousands, and after a hundred thousand more."""
    path = questions["GET device as JSON"][0]
    ours.load(server.folder, path, key, COUNT, 2)
    before, answered = ours.resident_mebibytes(), 0
    while answered < 100_000:
        answered += ours.load(server.folder, path, key, COUNT, 5)[3]
    table.add(f"memory of the service after {answered} more requests", "≤ 120 MiB, flat", f"{ours.resident_mebibytes():.0f} MiB", 1,
              f"{before:.0f} MiB before them")
