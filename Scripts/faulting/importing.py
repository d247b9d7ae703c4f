"""kill -9 of `moulin import devices`."""

from .rounds import all_or_nothing

MACHINES = 1_000


def run(house, kills, source):
    def work(_):
        donation = house.donation()
        words = ["import", "devices", house.device_list(MACHINES), "--donation", donation]
        return words, lambda: (rows(house, donation), [1, MACHINES, MACHINES, MACHINES, MACHINES, MACHINES])

    return all_or_nothing("import", house, kills, source, work)


def rows(house, donation):
    """What one import writes: the batch, machines, steps, serial numbers, announced drives, events."""
    return house.numbers_of(
        f"""
        WITH given AS (SELECT device_id FROM core.stay WHERE donation_id = {donation})
        SELECT (SELECT count(*) FROM core.import_batch WHERE donation_id = {donation}),
               (SELECT count(*) FROM core.device WHERE device_id IN (TABLE given)),
               (SELECT count(*) FROM core.device_step WHERE device_id IN (TABLE given)),
               (SELECT count(*) FROM core.identifier WHERE kind = 'serial' AND device_id IN (TABLE given)),
               (SELECT count(*) FROM core.expected_drive WHERE device_id IN (TABLE given)),
               (SELECT count(*) FROM audit.event WHERE subject = 'device' AND subject_id IN (TABLE given))
        """
    )
