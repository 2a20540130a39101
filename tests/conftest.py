"""Where the documents are that tests read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# What a helper asserts is told as what a test asserts.
pytest.register_assert_rewrite("tests.laws")

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT.parent / "shared" / "samples"

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", deadline=None, max_examples=20_000, suppress_health_check=list(HealthCheck))
settings.load_profile("default")


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of annotated samples beside the checkout; skips where it is not."""
    if not SAMPLES.is_dir():
        pytest.skip("no samples beside the checkout")
    return SAMPLES
