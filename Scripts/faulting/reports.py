"""kill -9 of `moulin import hardware`: machines made by a folder of reports."""

from . import importing, lists
from .rounds import all_or_nothing

MACHINES = 150


def run(house, kills, source):
    def work(_):
        donation = house.donation()
        words = ["import", "hardware", lists.as_reports(house.device_list(MACHINES)), "--donation", donation]
        # Each machine has two events: it came, and a report of it was recorded.
        return words, lambda: (importing.rows(house, donation), [1, *[MACHINES] * 4, 2 * MACHINES])

    return all_or_nothing("hardware", house, kills, source, work)
