"""Decisions the chair states in words within a turn: よって、本件は原案のとおり可決されました。

Only whole sentences count, in the past or performative (承認いたします); a question (…ことでよろしいで
しょうか), a bare （異議なし） and what an earlier meeting decided do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutes_model.grammar.draft import Decided, Slice
from minutes_model.grammar.outcomes import is_decision, outcome_of, own_outcome
from minutes_model.habits import Outcomes
from minutes_model.layout import Flow
from minutes_model.patterns import regex

__all__ = ["stated"]

_DEED = regex(
    r"(?:可決|議決|承認|決定|採択|了承|同意|認定|否決|許可|答申|選任|再任|選出|選ばれ|互選|当選|就任|一任|取りまとめる|決し|決せら|認め|結論と|継続(?:して、?)?(?:審[議査]|協議|検討)|引き続き(?:審[議査]|協議|検討)|ことに決ま|合意され|調(?:った|い)|適当である|妥当である|相当である)"
    r"[^。\n]{0,16}?(?:した|ます|された|する)。"
)
_LEAD = regex(
    r"(?:(?:よって|従って|したが(?:って|いまして)|それでは|では|そこで|以上|つきましては|はい)、? ?|"
    r"[^、。「]{0,30}(?:ので|から|なければ|ということで|と認め|を得て|により(?:まして)?|[多少]数で|全員で|一致で)、)+"
)
_CONNECTIVE = regex(r"(?:よって|従って|したがって|それでは|では|そこで|はい)、 ?")
_EARLIER = regex(r"次回(?!(?:以降)?も、?引き?続き)|前回(?!(?:の?(?:総会|会議|会合|委員会|審議会|協議会|理事会|定例会))?の?(?:会議録|議事録|議事要旨|議事概要|会議要旨))|[先昨去]年|先[日月週]|先ほど|過去|以前|既に|すでに|(?<![\d一-龥])時間(?![額外帯給数])|休憩|署名")
_NAMELESS = regex(r"が[^。、]{1,12}に(?:当選|選出|選任|選ばれ|決定|就任)")
_PUT = regex(r"[^。\n]{0,16}(?:よろし|異議|いかが)[^。\n]{0,16}か")


def stated(flow: Flow, start: int, end: int) -> Iterator[Decided]:
    """The decisions the chair states in ``flow.text[start:end]``.

    The reason before the deciding clause (全員賛成ですので、) is no part of it; a connective alone (よって、) opens the sentence, and is.
    """
    words, own = flow.folded, flow.habits.decisions
    for deed, stop in _deeds(words, start, end, own):
        opening = _sentence(words, start, deed)
        lead = _LEAD.match(words, opening, deed)
        begins = lead.end() if lead and lead.end() < deed - 1 and not _CONNECTIVE.fullmatch(words, opening, lead.end()) else opening
        if words.startswith("その旨", begins) and words.endswith("と認め、", opening, begins):
            # 税率を据え置くことを適当と認め、その旨を答申することに決定いたしました。
            begins = opening
        clause = words[begins:stop]
        if clause[0] == "が" and _NAMELESS.match(clause):
            # …君 / が議長に当選されました。, whose name the page sets apart.
            continue
        if _EARLIER.search(clause) or (clause.endswith("ます。") and _PUT.match(words, stop, end)):
            continue
        plain = _plain(clause)
        if is_decision(plain, own):
            outcome = own_outcome(plain, own) or outcome_of(clause)
            yield Decided(begins, stop, outcome, quoted=True, rule="stated")


def _deeds(words: str, start: int, end: int, own: Outcomes) -> Iterable[Slice]:
    """Where words that may decide stand: from the deed to the end of its sentence."""
    common = (found.span() for found in _DEED.finditer(words, start, end))
    if not own:
        return common
    by_end = {stop: at for at, stop in common}
    for stop in (found.end() for found in re.finditer("。", words[start:end])):
        sentence = words[_sentence(words, start, start + stop - 1) : start + stop]
        if own_outcome(_plain(sentence), own):
            by_end.setdefault(start + stop, start + stop - 2)
    return ((at, stop) for stop, at in sorted(by_end.items()))


def _plain(clause: str) -> str:
    """A clause in the plain style of reports: 答申することといたします → 答申することとする."""
    words = clause.removesuffix("。").replace("いたし", "し")
    return words.removesuffix("します") + "する" if words.endswith("します") else words


def _sentence(words: str, start: int, at: int) -> int:
    """Where the sentence that holds ``at`` begins, not before ``start``."""
    begins = max(words.rfind(mark, start, at) for mark in "。\n―─") + 1 or start
    while words[begins] in " 」":
        begins += 1
    return begins
