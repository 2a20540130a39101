"""Profiles as values and as files: what they hold, and every mistake named with its place."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from minutes_model import Attendee, LoadError, ModelError, Outcome, Profile, Role
from minutes_model.bodies.values import KINDS, OPENING, RULES, SHAPES
from minutes_model.grammar.label_words import LabelKind
from minutes_model.grammar.turns import BRACKETS, Shape
from minutes_model.text import fold

WHOLE = """
name = "ginga"
bodies = ["銀河放送機構経営委員会", "/銀河.{1,4}評定所/"]
family = "mark◆"

[roles]
"理 事" = "member"

[labels]
"座所" = "venue"

[decisions]
"沙汰止みとした" = "rejected"

[rules]
title_end = false

[[roster]]
name = "沢渡かおる"
title = "委員"

[[roster]]
label = "三雲専務"
name = "三雲"
family = "三雲"
title = "専務"
role = "official"
"""


def written(folder: Path, words: str) -> Path:
    path = folder / "profile.toml"
    path.write_text(words, encoding="utf-8")
    return path


def test_a_file_holds_every_field(tmp_path: Path) -> None:
    found = Profile.from_toml(written(tmp_path, WHOLE))
    assert found == Profile(
        name="ginga",
        bodies=("銀河放送機構経営委員会", "/銀河.{1,4}評定所/"),
        family="mark◆",
        roles={"理事": Role.MEMBER},
        labels={"座所": "venue"},
        decisions={"沙汰止みとした": Outcome.REJECTED},
        rules={"title_end": False},
        roster=[
            Attendee(label="沢渡かおる委員", name="沢渡かおる", title="委員"),
            Attendee(label="三雲専務", name="三雲", family="三雲", title="専務", role=Role.OFFICIAL),
        ],
    )
    assert pickle.loads(pickle.dumps(found)) == found
    assert isinstance(hash(found), int)
    assert found.fits("銀河 中央評定所")
    assert not found.fits("銀河評定所")


def test_a_file_from_an_editor_of_windows(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_bytes(b'\xef\xbb\xbfname = "ginga"\r\n')
    assert Profile.from_toml(str(path)) == Profile(name="ginga")


MISTAKES = {
    'bodies = ["x"]': ("name", "a profile has a name"),
    "name = 3": ("name", "a profile has a name"),
    'name = "x"\nbody = ["x"]': ("body", "no such key; there are: name, bodies"),
    'name = "x"\nbodies = "x"': ("bodies", "expected a list of names and patterns"),
    'name = "x"\nbodies = ["y", 3]': ("bodies[1]", "expected words, not 3"),
    'name = "x"\nbodies = ["/(/"]': ("bodies[0]", "is no regular expression"),
    'name = "x"\nbodies = ["/x"]': ("bodies[0]", "has no slash at its end"),
    'name = "x"\nfamily = "mark"': ("family", "is no family of marks"),
    'name = "x"\nfamily = "mark委"': ("family", "is no family of marks"),
    'name = "x"\nfamily = "bracket○"': ("family", "is no family of marks"),
    'name = "x"\nfamily = 3': ("family", "expected words, not 3"),
    'name = "x"\nroles = 3': ("roles", "expected a table of words"),
    'name = "x"\n[roles]\n"　" = "member"': ("roles", "expected words, not"),
    'name = "x"\n[roles]\n"理事" = "boss"': ("roles.理事", "'boss' is none of: chair"),
    'name = "x"\n[labels]\n"座所" = "place"': ("labels.座所", "'place' is none of: date"),
    'name = "x"\n[decisions]\n"落着" = "done"': ("decisions.落着", "'done' is none of: adopted"),
    'name = "x"\nrules = ["acting"]': ("rules", "expected a table of rules"),
    'name = "x"\n[rules]\nguess = true': ("rules.guess", "'guess' is none of: title_end"),
    'name = "x"\n[rules]\nacting = "no"': ("rules.acting", "acting is true or false, not 'no'"),
    'name = "x"\nroster = ["沢渡"]': ("roster", "expected [[roster]], a table a member"),
    'name = "x"\n[[roster]]\ntitle = "委員"': ("roster[0]", "a member has a name or a label"),
    'name = "x"\n[[roster]]\nname = "沢渡"\nage = 3': ("roster[0].age", "no such key; there are: label"),
    'name = "x"\n[[roster]]\nname = 3': ("roster[0].name", "expected words, not 3"),
    'name = "x"\n[[roster]]\nname = "沢渡"\nrole = "boss"': ("roster[0].role", "'boss' is none of: chair"),
}


@pytest.mark.parametrize("words", MISTAKES)
def test_a_mistake_is_named_with_its_place(words: str, tmp_path: Path) -> None:
    place, cause = MISTAKES[words]
    with pytest.raises(LoadError) as caught:
        Profile.from_toml(written(tmp_path, words))
    [(where, why)] = caught.value.problems
    assert where == place
    assert cause in why
    assert place in str(caught.value)


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, 'family = "x"\nbodies = [3]\n[rules]\nguess = true\n')
    with pytest.raises(LoadError, match=r"holds no profile") as caught:
        Profile.from_toml(path)
    assert [place for place, _ in caught.value.problems] == ["name", "family", "bodies[0]", "rules.guess"]


@pytest.mark.parametrize("data", [b"name = ", b'name = "\xff"', b"[roles]\n[roles]\n"])
def test_what_is_no_toml(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_bytes(data)
    with pytest.raises(LoadError, match=r"profile\.toml is no TOML: "):
        Profile.from_toml(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="cannot be read: No such file"):
        Profile.from_toml(tmp_path / "profile.toml")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": ""}, "name: expected words"),
        ({"bodies": "x"}, "bodies are several names"),
        ({"bodies": ["/("]}, "bodies: "),
        ({"family": "dot"}, "family: 'dot' is no family"),
        ({"roles": {"理事": "boss"}}, "roles.理事: 'boss' is none of"),
        ({"labels": {"座所": "place"}}, "labels.座所: "),
        ({"decisions": {"落着": 3}}, "decisions.落着: "),
        ({"rules": {"acting": 1}}, "rules: acting is true or false"),
        ({"labels": {"": "venue"}}, "labels: expected words, not ''"),
        ({"decisions": {"。": "adopted"}}, "decisions: expected words, not '。'"),
    ],
)
def test_a_value_that_is_wrong(values: dict[str, object], words: str) -> None:
    with pytest.raises(ModelError, match=words):
        Profile(**{"name": "x"} | values)  # type: ignore[arg-type]


def test_a_roster_of_something_else() -> None:
    with pytest.raises(TypeError, match="a roster holds attendees, not str"):
        Profile(name="x", roster=["沢渡"])  # type: ignore[list-item]


def test_a_profile_cannot_be_changed() -> None:
    profile = Profile(name="x", roles={"理事": "member"})
    with pytest.raises(TypeError):
        profile.roles["監事"] = Role.MEMBER  # type: ignore[index]
    with pytest.raises(AttributeError):
        profile.name = "y"  # type: ignore[misc]


def test_what_may_be_said_is_what_the_grammar_knows() -> None:
    assert set(KINDS) == {kind.value for kind in LabelKind}
    assert set(SHAPES) == {shape.value for shape in Shape}
    assert set(OPENING) == {fold(bracket) for bracket in BRACKETS}
    assert len(RULES) == 3
