"""Which part each speaker of a transcript has: who presides, who sits in the body, whose side answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from operator import itemgetter

from attrs import field

from minutes_model.grammar.cues import HANDS_OVER, asks
from minutes_model.grammar.turns import Family, Turn
from minutes_model.layout import Flow
from minutes_model.model.enums import Role
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.roles import role_of_title

__all__ = ["EDGE", "Cast", "Part", "RoleOf", "read_cast_of", "role_of_label"]

_NUMBERED = regex(r"(?:\d+|[一二三四五六七八九十百]+)番(?:委員|議員)?$|^(?:各?委員|構成員|出席者|議員)?(?:一同|全員)$")
"""A seat, or all members together."""
_OF_PUBLIC = regex(r"(?:市民|町民|村民|区民|県民|住民|参加者|出席者|傍聴者|質問者|来場者)(?:[A-Z甲乙丙丁]|\d{1,2})")
"""市民Ａ: who speaks up at a meeting with the public."""
_HONORIFIC = regex(r"(?:君|さん|くん|氏|様|殿)$")
_LEADING = regex(r"(?P<title>[^()]{1,18}[長官員監事査幹佐役者])(?=[^長官員監]{2,7}(?:君|さん|氏|様|殿)$)")
"""A title before a full name: 学校教育課長天野逸平君."""
_BRACKET = regex(r"\(([^()]*)\)$")
_HOST = regex(r"司会|進行役")
_DEPUTY = regex(r"職務代[理行]者?$|代行$")
_SIDE = regex(
    r"業者|申請[者人]|応募(?:者|団体|法人)|提案者|候補者|請願者|陳情者|代表者?$|[社省庁課局部室係]$|担当者?$|説明[者員]$|理事者$|執行部$|^[A-Z甲乙丙丁](?:団体|法人|事業体|グループ)$|^(?:団体|法人)(?:[A-Z甲乙丙丁]|\d{1,2})$"
)
RoleOf = Callable[[str], Role]


class Part(Enum):
    """What a speaker does in the meeting."""

    CHAIR = auto()
    MEMBER = auto()
    SIDE = auto()


_PARTS = {
    Role.CHAIR: Part.CHAIR,
    Role.DEPUTY_CHAIR: Part.MEMBER,
    Role.MEMBER: Part.MEMBER,
    Role.PUBLIC: Part.MEMBER,
    Role.SECRETARIAT: Part.SIDE,
    Role.OFFICIAL: Part.SIDE,
    Role.GUEST: Part.SIDE,
}
_GOVERNMENTS = frozenset("国都道府県市区町村局")
"""What speaks for itself by one character: [市]."""


def role_of_label(label: str) -> Role:
    """The role in a label: in the words before its bracket, else in the bracket.

    >>> role_of_label("委員長(神保千鶴さん)"), role_of_label("3番(薄衣昌子君)")
    (<Role.CHAIR: 'chair'>, <Role.MEMBER: 'member'>)
    """
    note = _BRACKET.search(label)
    outside = label[: note.start()] if note else label
    if _NUMBERED.search(outside):
        return Role.MEMBER
    if outside in _GOVERNMENTS:
        return Role.OFFICIAL
    if _OF_PUBLIC.fullmatch(outside):
        return Role.PUBLIC
    if _DEPUTY.search(outside):
        return Role.DEPUTY_CHAIR
    for words in (outside, note[1] if note else "", _HONORIFIC.sub("", outside)):
        role = role_of_title(words)
        if role is not Role.UNKNOWN:
            return role
    leading = _LEADING.match(outside)
    if leading and (role := role_of_title(leading["title"])) is not Role.UNKNOWN:
        return role
    if not note and _HONORIFIC.search(outside):
        return Role.MEMBER
    if _SIDE.search(outside) or (note and not _HONORIFIC.search(note[1])):
        return Role.GUEST
    return Role.UNKNOWN


# Each alternative begins with a plain character, so that the search skips to those.
_PROCEDURE = regex(
    "|".join(rf"{word}.{{0,16}}(?:願い|求め|ありません|ございません|いかが)" for word in ["説明", "答弁", "意見", "質問", "質疑", "挙手", "発言", "報告", "起立"])
    + "".join(rf"|{word}と?(?:いた)?します" for word in ("開催", "閉会", "散会", "開会"))
    + "".join(rf"|{word}[はを]?(?:これで)?終了と?(?:いた)?します" for word in ("会議", "委員会", "審議会", "会合"))
    + r"|どうぞ。|議題と|に(?:入り|移り)ます|へ(?:入り|移り)ます|採決|諮り|異議なしと認め|異議[^。]{0,6}(?:ございません|ありません|ない(?:です|でしょう))か"
)
_TAKES_OVER = regex(r"(?:ここ|これ|以後|以降)(?:から|より)?(?:先)?(?:は|の)[^。]{0,12}(?:私|わたくし)(?:が|の方で|のほうで)[^。]{0,14}(?:進め|進行|務め|議事)")
"""では、ここからは私が進めます: who takes the chair."""
_TAKING = 3
"""As how many turns that hand over it counts."""


@passing(eq=False, repr=False)
class Cast:
    """Who leads the meeting, which of the others ask instead of answering, and all turns by their place.

    ``hang`` is the indent from which on a paragraph goes on with the turn above it, where the lines of turns hang below their
    first words; 0 where they do not.
    """

    chairs: frozenset[str] = frozenset()
    askers: frozenset[str] = frozenset()
    roles: Mapping[str, Role] = field(factory=dict)
    others: Part = Part.MEMBER
    turns: Mapping[int, Turn] = field(factory=dict)
    hang: int = 0

    def part(self, label: str) -> Part:
        """The part of the speaker of that label."""
        if label in self.chairs:
            return Part.CHAIR
        if label in self.askers:
            return Part.MEMBER
        return _PARTS.get(self.role(label), self.others)

    def role(self, label: str) -> Role:
        """The role of the speaker of that label."""
        return self.roles.get(label) or role_of_label(label)

    def leads(self, label: str) -> bool:
        """Whether the speaker may state what the meeting decided: the chair, or who stands in."""
        return label in self.chairs or self.role(label) in (Role.CHAIR, Role.DEPUTY_CHAIR)


def read_cast_of(
    flow: Flow, blocks: range, family: Family, role_of: RoleOf = role_of_label, bearer_of: Callable[[str], str] = str
) -> Cast:
    """The cast of a document, from all its turns; ``bearer_of`` tells who bears a label, where several mean one person.

    Where no label names a chair, or the one who is named never hands over, who hands over most is in the chair. An
    official most of whose turns ask sits on the asking side (the reviewing agency before the operator).
    """
    turns = {flow.blocks[i].start: turn for i in blocks if (turn := family.turn(flow, flow.blocks[i]))}
    roles: dict[str, Role] = {}
    counts: dict[str, list[int]] = {}
    hosted = False
    before: dict[str, tuple[int, int]] = {}
    starts = [*turns, flow.blocks[blocks[-1]].end if blocks else 0]
    for turn, end in zip(turns.values(), starts[1:], strict=True):
        role = roles.get(turn.words) or roles.setdefault(turn.words, role_of(turn.words))
        count = counts.setdefault(turn.words, [0, 0, 0])
        if role is Role.CHAIR and not before:
            # What an official asks who presides until there is a chair is procedure.
            before = {label: (said, asked) for label, (said, asked, _) in counts.items()}
        count[0] += 1
        if _PARTS.get(role, Part.SIDE) is Part.SIDE:
            count[1] += asks(flow, turn.head, end, own=False, plain=role is not Role.SECRETARIAT)
        if role is not Role.CHAIR:
            count[2] += _PROCEDURE.search(flow.folded, max(turn.head, end - 80), end) is not None
            count[2] += _TAKING * (_TAKES_OVER.search(flow.folded, turn.head, min(end, turn.head + EDGE)) is not None)
        elif not hosted:
            hosted = _PROCEDURE.search(flow.folded, max(turn.head, end - 80), end) is not None or _hands_over(flow, turn, end)
    chairs = {label for label, role in roles.items() if role is Role.CHAIR}
    if not hosted:
        chairs |= _leading(counts, bearer_of, share=2 if chairs else 0)
    chairs |= {label for label in roles if _HOST.search(label)}
    askers = {label for label, (said, asked, _) in counts.items() if _mostly_asks(said, asked, *before.get(label, (0, 0)))} - chairs
    # Where members bear 委員, who bears an unknown title is none of them.
    others = Part.SIDE if Role.MEMBER in roles.values() or Role.PUBLIC in roles.values() else Part.MEMBER
    return Cast(frozenset(chairs), frozenset(askers), roles, others, turns, _hang(flow, blocks, turns))


def _mostly_asks(said: int, asked: int, said_before: int, asked_before: int) -> bool:
    """Whether more than half of somebody's turns ask, also without those before the chair first spoke."""
    return 2 * asked > said and 2 * (asked - asked_before) > said - said_before


_DEEPER = 4
"""How much deeper than their labels the lines of turns stand that hang below their words, in columns."""


def _hang(flow: Flow, blocks: range, turns: Mapping[int, Turn]) -> int:
    """Half way between the labels and the lines that hang below the words of all long turns, or below labels that stand alone."""
    long = [(block.indent, block.hang) for i in blocks if (block := flow.blocks[i]).hang >= 0 and block.start in turns]
    long += [(flow.blocks[i].indent, flow.blocks[i + 1].indent) for i in blocks[:-1] if (turn := turns.get(flow.blocks[i].start)) is not None and turn.text is None and flow.blocks[i + 1].start not in turns]
    outer, inner = max((indent for indent, _ in long), default=0), min((hang for _, hang in long), default=0)
    return (outer + inner) // 2 if len(long) > 1 and inner >= outer + _DEEPER else 0


_LEADS_OFTEN = 2
"""How many turns must hand over before anybody leads by them."""


def _hands_over(flow: Flow, turn: Turn, end: int) -> bool:
    """Whether a turn only calls the next speaker: はい、長谷委員。"""
    return turn.text is not None and HANDS_OVER.fullmatch(flow.folded, turn.text, end - (flow.folded[end - 1] == "\n")) is not None


def _leading(counts: Mapping[str, Sequence[int]], bearer_of: Callable[[str], str], share: int) -> set[str]:
    """Under which labels who leads where no chair does: 教育長, 担当大臣 or a 担当委員 who hands over most.

    Beside a chair who does not lead, one turn in ``share`` of his must hand over.
    """
    handed: Counter[str] = Counter()
    for label, (_, _, often) in counts.items():
        if often:
            handed[bearer_of(label)] += often
    best, often = max(handed.items(), key=itemgetter(1), default=("", 0))
    if often < _LEADS_OFTEN:
        return set()
    labels = {label for label in counts if bearer_of(label) == best}
    turns = sum(counts[label][0] for label in labels)
    return set() if share and often * share < turns else labels


EDGE = 60
"""In how many characters, at its beginning or its end, a turn says what it is."""
