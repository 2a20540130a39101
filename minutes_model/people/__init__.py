"""Who spoke: designations split into organization, name and title, and resolved to attendees."""

from __future__ import annotations

from minutes_model.people.designation import Designation, split_designation

__all__ = ["Designation", "split_designation"]
