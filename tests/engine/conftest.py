"""How hard the properties are tried: the same few thousand situations in every run, or many more (profile `full`)."""

import pytest
from hypothesis import HealthCheck, settings

# A property speaks of some situations only and passes by the others; a first call loads the knowledge.
PATIENT = (HealthCheck.filter_too_much, HealthCheck.too_slow)
COMBINATIONS = {"default": 1_500, "full": 200_000}

settings.register_profile("default", max_examples=80, derandomize=True, deadline=None, suppress_health_check=PATIENT)
settings.register_profile("full", max_examples=1_000, deadline=None, suppress_health_check=PATIENT, print_blob=True)
settings.load_profile("default")


@pytest.fixture
def combinations() -> int:
    """How many combinations are tried in this run."""
    return COMBINATIONS[settings.get_current_profile_name()]
