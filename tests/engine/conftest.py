"""How hard hypothesis tries: the same few hundred situations in every run, or many new ones (profile `full`)."""

from hypothesis import HealthCheck, settings

# A property speaks of some situations only and passes by the others; a first call loads the knowledge.
PATIENT = (HealthCheck.filter_too_much, HealthCheck.too_slow)

settings.register_profile("default", max_examples=150, derandomize=True, deadline=None, suppress_health_check=PATIENT)
settings.register_profile("full", max_examples=16_000, deadline=None, suppress_health_check=PATIENT, print_blob=True)
settings.load_profile("default")
