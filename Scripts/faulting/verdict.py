"""What a part of the run found, and whether enough happened for it to mean something."""

import collections


class Verdict:
    def __init__(self, part, floors):
        """`floors`: how often each thing must have been counted, by its word."""
        self.part = part
        self.floors = floors
        self.counts = collections.Counter()
        self.violations = []
        self.seconds = 0.0

    def count(self, word, times=1):
        self.counts[word] += times

    def violated(self, sentence):
        self.violations.append(sentence)

    def missed_floors(self):
        return [
            f"proves too little: {self.counts[word]} {word}, and at least {floor} are needed"
            for word, floor in self.floors.items()
            if self.counts[word] < floor
        ]

    def line(self):
        """One line of the summary: part, counts, violations, time."""
        counts = "  ".join(f"{word} {count}" for word, count in self.counts.items())
        return f"{self.part:<9} {counts}  violations {len(self.violations)}  ({self.seconds:.0f} s)"
