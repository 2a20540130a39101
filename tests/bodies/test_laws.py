"""Whatever a profile knows, a text of any content is read, and no character of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import minutes_model as mm
from minutes_model.bodies.values import KINDS
from tests.documents import texts

WORDS = ("委員", "委員長", "理事", "日時", "議事", "決定した", "発言があった", "について", "○", "座所", "1")
FAMILIES = ("mark○", "mark・", "bracket【", "bracket(", "colon", "closing", "gap", "line", None)
MEMBERS = [mm.Attendee(label="沢渡委員", name="沢渡", title="委員"), mm.Attendee(label="委員長", title="委員長")]
DOCUMENTS = texts()

words = st.sampled_from(WORDS)
profiles = st.builds(
    mm.Profile,
    name=st.just("any"),
    family=st.sampled_from(FAMILIES),
    roles=st.dictionaries(words, st.sampled_from(mm.Role)),
    labels=st.dictionaries(words, st.sampled_from(KINDS)),
    decisions=st.dictionaries(words, st.sampled_from(mm.Outcome)),
    rules=st.dictionaries(st.sampled_from(["title_end", "acting", "staff"]), st.booleans()),
    roster=st.sampled_from([(), MEMBERS]),
)
lines = st.lists(st.one_of(words, st.sampled_from(["\n", "　", "：", "。", "「", "」", "（", "沢渡", "【", "】"]), st.text(max_size=3)))


def holds(text: str, profile: mm.Profile) -> None:
    result = mm.parse(mm.SourceDocument(text=text), profile=profile)
    assert "".join(result.excerpt(region.span) for region in result.regions) == text
    assert mm.check(result.meeting) == ()
    assert mm.from_json(mm.to_json(result.meeting)) == result.meeting


@given(lines, profiles)
def test_any_text(parts: list[str], profile: mm.Profile) -> None:
    holds("".join(parts), profile)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_documents_of_other_bodies(family: str | None) -> None:
    profile = mm.Profile(
        name="any",
        family=family,
        roles=dict.fromkeys(WORDS[:3], "guest"),
        labels=dict(zip(WORDS, KINDS, strict=False)),
        decisions={"発言があった": "adopted", "した": "other"},
        rules={"acting": False, "title_end": False, "staff": False},
        roster=MEMBERS,
    )
    for text in list(DOCUMENTS.values())[:: len(FAMILIES)]:
        holds(text, profile)
