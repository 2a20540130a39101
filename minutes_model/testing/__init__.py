"""For the tests of programs that take meetings, of exporters and of profiles: made-up meetings, and checks.

`meetings` and `check_exporter` need hypothesis (the extra ``testing``), which is imported when they are called.
"""

from __future__ import annotations

from minutes_model.testing.exporters import check_exporter
from minutes_model.testing.profiles import check_profile
from minutes_model.testing.samples import sample_meeting, sample_result
from minutes_model.testing.strategies import meetings

__all__ = ["check_exporter", "check_profile", "meetings", "sample_meeting", "sample_result"]
