"""Those present told in sentences: 蔵本会長、鬼頭副会長及び百々委員の３名が出席した。事務局として本間課長が同席した。

A clause runs to its verb, 出席 or 欠席 and their like; who it names stands before が or は. What leads to the names
(委員11名のうち、, 事務局として) is their group or counts them.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_words import ends_in_title, outside
from minutes_model.model.enums import Presence
from minutes_model.passing import passing
from minutes_model.patterns import regex

__all__ = ["TOLD_BY", "Told", "names_present", "told_in_sentences"]

TOLD_BY = ("出席", "欠席", "同席", "陪席", "列席", "臨席", "参加")
"""The verbs of coming, one of which a sentence holds that tells who came."""
_COUNT = r"(?:の?(?:計|合計|以上)? ?\d+ ?[名人](?:の委員)?)?"
_VERB = regex(
    rf"{_COUNT}(?:が|は|も)、?(?:[^、。はがも]{{0,24}}?(?:ため|により|による|として|より|理由で|都合で|[でて])、?)?(?P<verb>{'|'.join(TOLD_BY)})"
    r"(?:し(?:た|て|ました|まし|ており|、)?|の(?:もと|下)?|で(?:あ[るっ]た?|す|した)?|と(?:な[りっ]た?|の連絡が?あ[りっ]た?))?(?:(?:ほか|他)、|[、。])?"
)
"""…の８名が出席し、, …は所用により欠席した。"""
_IS = regex(rf"(?:^|(?<=[。、]))(?P<subject>(?:出席|欠席|陪席|列席)(?:者|委員|した委員)|本日の出席者)は、?(?P<who>[^。]+?){_COUNT}_*で(?:ある|あった|す|した)?[、。]")
"""出席者は、都築会長、柊副会長及び塩委員の７名で、…: who was there, without a verb of coming."""
_SHARE = regex(r"[^、。]{0,24}?\d+ ?[名人](?:の?委員)?(?:のうち|の内|中)、?(?:\d+ ?[名人](?:が出席し|の出席により)、?)?")
"""委員11名のうち、"""
_SHARE_BEHIND = regex(r"(?:(?:委員|議員|理事|監事|構成員|評議員)?(?:総数|定数)|(?:委員|議員|理事|監事|構成員|評議員))?は?、? ?\d+ ?[名人](?:のうち|の内|中)、?$")
"""…医事課長補佐 / 理事総数６名のうち５名が出席し, right below a list that does not end in a full stop."""
_LEAD = regex(r"(?:また|なお|さらに|加えて|このほか|そのほか|ほかに?|その他)?、?")
_ASIDE = regex(r"\((?P<told>[^()]*欠席[^()]*)\)")
"""７名（安委員及び五百旗頭委員は欠席）"""
_GROUP = regex(r"(?:^|(?<=、))(?:[^、。()_]{1,8}のために?|(?P<group>[^、。()_]{1,16}?)(?:として(?:は|、)?|のうち|から(?:は|も)?|(?<=側)(?:が|は|より|に)|(?<=委員)は(?=、)|(?<=者)は(?=、)))、?(?=[^、。])")
"""事務局として, 館からは, 委員側が, 監事のうち, and what they came for: 説明のため"""
_PARTS = regex(r"、|及び|並びに|ならびに|・")
_LONGEST = 400
"""How many characters name those of one clause at most."""


@passing(eq=False, repr=False)
class Told:
    """The names of one group of one clause: where they stand, what they came as, and how."""

    place: Slice
    group: str | None
    presence: Presence


def names_present(words: str) -> bool:
    """Whether a paragraph (folded) tells in sentences who was present, by their titles.

    >>> names_present("大庭会長、森委員及び西委員が出席した。"), names_present("本件の審議に多数が参加した。")
    (True, False)
    """
    if "。" not in words or not any(verb in words for verb in TOLD_BY):
        return False
    return any(any(ends_in_title(part) for part in _PARTS.split(outside(words[slice(*told.place)]))) for told in told_in_sentences(words))


def told_in_sentences(words: str) -> Iterator[Told]:
    """Who came and who did not, as the sentences of a paragraph (folded) tell it, group by group.

    >>> [(told.group, told.presence.value) for told in told_in_sentences("森会長が出席した。南委員は欠席した。事務局として西課長が同席した。")]
    [(None, 'present'), (None, 'absent'), ('事務局', 'present')]
    """
    bare = outside(words).replace("(", "_").replace(")", "_")
    yield from _in_sentences(bare)
    for aside in _ASIDE.finditer(words):
        for told in _in_sentences(aside["told"]):
            if told.presence is Presence.ABSENT:
                yield evolve(told, place=(aside.start("told") + told.place[0], aside.start("told") + told.place[1]))


def _in_sentences(bare: str) -> Iterator[Told]:
    start = 0
    while start < len(bare):
        stop = bare.find("。", start) + 1 or len(bare)
        at = start
        for place, absent, end in _clauses(bare, start, stop):
            if place[0] >= at and place[1] - place[0] <= _LONGEST:
                yield from _grouped(bare, place, Presence.ABSENT if absent else Presence.PRESENT)
            at = end
        start = stop


def _clauses(bare: str, start: int, stop: int) -> Iterator[tuple[Slice, bool, int]]:
    """The clauses of a sentence: where their names stand, whether those stayed away, and where the clause ends."""
    told = _IS.search(bare, start, stop)
    if told is not None:
        yield told.span("who"), told["subject"].startswith("欠席"), told.end()
        start = told.end()
    for found in _VERB.finditer(bare, start, stop):
        if found.start() > start:
            yield (start, found.start()), found["verb"] == "欠席", found.end()
        start = found.end()


def _grouped(bare: str, place: Slice, presence: Presence) -> Iterator[Told]:
    """The names of a clause, parted where it says as what they came: 委員側が…、組合側が…."""
    start, end = place
    for lead in (_LEAD, _SHARE, _LEAD):
        found = lead.match(bare, start, end)
        start = found.end() if found is not None else start
    behind = _SHARE_BEHIND.search(bare[start:end])
    end = start + behind.start() if behind is not None else end
    group: str | None = None
    first = start
    for found in _GROUP.finditer(bare[first:end]):
        if first + found.start() > start:
            yield Told((start, first + found.start()), group, presence)
        group, start = found["group"], first + found.end()
    if start < end:
        yield Told((start, end), group, presence)
