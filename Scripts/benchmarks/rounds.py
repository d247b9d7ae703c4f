"""Rounds in which variants alternate, and the table of what came out."""
import statistics
import sys


def alternate(rounds, variants):
    """Runs each variant once a round, in turning order; the results of each by its name."""
    results = {name: [] for name in variants}
    names = list(variants)
    for number in range(rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            results[name].append(variants[name]())
            print(f"  round {number + 1}/{rounds} {name}: {results[name][-1]:.3f}", file=sys.stderr)
    return results


def median(values):
    return statistics.median(values)


def spread(values):
    return f"{min(values):.3g}–{max(values):.3g}"


class Table:
    def __init__(self):
        self.rows = []

    def add(self, goal, target, measured, n, detail):
        self.rows.append((goal, target, measured, str(n), detail))
        print(" | ".join(self.rows[-1]), file=sys.stderr)

    def __str__(self):
        heading = ("goal", "target", "measured", "n", "medians (range)")
        lines = [heading, ("---",) * 5, *self.rows]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)
