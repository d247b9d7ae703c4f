"""Runs the benchmarks that were asked for and prints one table. See Scripts/bench."""
import argparse
import signal
import sys

import batches
import growth
import imports
import lookups
import papers
import readers
import reports
import steps
import webs
import wipes
from rounds import Table
from server import Server

BENCHMARKS = {
    "read": readers.measure,
    "import": imports.measure,
    "reports": reports.measure,
    "wipes": wipes.measure,
    "batch": batches.measure,
    "step": steps.measure,
    "lookup": lookups.measure,
    "web": webs.measure,
    "papers": papers.measure,
    "growth": growth.measure,
}


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench")
    parser.add_argument("benchmarks", nargs="*", default=["all"], choices=["all", *BENCHMARKS])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rows", type=int, default=100_000, help="rows of the imported list")
    parser.add_argument("--django-rows", type=int, default=20_000, help="rows that Django writes; rates are compared")
    parser.add_argument("--reports", type=int, default=2_000, help="of hardware, or logs of wipes, in one run")
    parser.add_argument("--steps", type=int, default=100_000, help="lines of the batch")
    parser.add_argument("--seconds", type=int, default=5, help="how long each run of lookups or requests lasts")
    parser.add_argument("--documents", type=int, default=5_000, help="numbered in each round")
    parser.add_argument("--small", type=int, default=100_000, help="devices of the small house, for growth")
    parser.add_argument("--large", type=int, default=5_000_000, help="devices of the large one, a multiple")
    parser.add_argument("--added", type=int, default=100_000, help="rows imported into both")
    parser.add_argument("--keep", help="folder for the server, kept until the end of the run; a temporary one otherwise")
    options = parser.parse_args()
    names = list(BENCHMARKS) if "all" in options.benchmarks else options.benchmarks
    # So that the server is stopped when the run is.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    table = Table()
    with Server(options.keep) as server:
        server.found("house")
        for name in names:
            BENCHMARKS[name](server, options, table)
    print(table)


if __name__ == "__main__":
    main()
