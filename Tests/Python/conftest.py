"""What several modules of tests look at: one town, made once."""
import pytest
from serving import ServedTown


@pytest.fixture(scope="session")
def town():
    with ServedTown() as town:
        yield town
