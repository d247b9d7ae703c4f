"""When to kill: anywhere from the start to a bit after the usual end, and so that both outcomes occur."""

import math
import statistics


def floor(kills):
    """How many of `kills` must end in each outcome: a quarter."""
    return math.ceil(kills / 4)


class Moments:
    """Draws delays in seconds.

    Uniform over the whole life of the command, as long as both outcomes can still reach their floor by luck; then it aims
    at what is lacking: earlier each time for nothing, later each time for everything.
    """

    def __init__(self, source, usual_end, kills):
        self.source = source
        self.usual_end = usual_end
        self.ends = [usual_end]
        self.kills = kills
        self.early, self.late = 0.6, 1.2

    def learn(self, end):
        """Another run was seen whole; the first was slow, since nothing was warm."""
        if end is not None:
            self.ends.append(end)
            self.usual_end = statistics.median(self.ends[1:][-9:])

    def delay(self, none, everything):
        """The next delay, after so many outcomes of each kind."""
        needs_none = max(0, floor(self.kills) - none)
        needs_all = max(0, floor(self.kills) - everything)
        spare = self.kills - none - everything - needs_none - needs_all
        if spare > self.kills // 8 or not needs_none + needs_all:
            return self.source.uniform(0, 1.25 * self.usual_end)
        if needs_none >= needs_all:
            self.early *= 0.8
            return self.source.uniform(0, self.early * self.usual_end)
        self.late *= 1.2
        return self.source.uniform(self.late / 1.2, self.late) * self.usual_end
