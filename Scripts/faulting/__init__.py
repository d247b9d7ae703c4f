"""The parts of Scripts/faults."""
