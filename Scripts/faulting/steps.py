"""Steps that a machine can take for ever: into quarantine and out of it."""


def step_after(nth):
    """The step of a machine that arrived and took `nth` of these."""
    return {"step": "quarantine" if nth % 2 else "triage", "reason": "faults"}
