"""Decisions the chair states in words within a turn: よって、本件は原案のとおり可決されました。

Only whole sentences count, in the past or performative (承認いたします); a question (…ことでよろしいで
しょうか), a bare （異議なし） and what an earlier meeting decided do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_model.grammar.draft import Decided
from minutes_model.grammar.outcomes import is_decision, outcome_of
from minutes_model.layout import Flow

__all__ = ["stated"]

_DEED = re.compile(
    r"(?:[可議]決|承認|決定|採択|了承|同意|認定|否決|許可|答申|[選再]任|選出|互選|就任|一任|決(?:し|せら)|認め)"
    r"[^。\n]{0,16}?(?:した|ます)。"
)
_LEAD = re.compile(
    r"(?:(?:よって|従って|したが(?:って|いまして)|それでは|では|そこで|以上|つきましては|はい)、? ?|"
    r"[^、。「]{0,30}(?:ので|から|なければ|ということで|と認め|を得て|により(?:まして)?|の結果|[多少]数で|全員で|一致で)、)+"
)
_EARLIER = re.compile(r"次回|前回(?!の?(?:会議録|議事録|議事要旨|議事概要|会議要旨))|[先昨去]年|先[日月週]|先ほど|過去|以前|既に|すでに|時間|休憩|署名")
_PUT = re.compile(r"[^。\n]{0,16}(?:よろし|異議|いかが)[^。\n]{0,16}か")


def stated(flow: Flow, start: int, end: int) -> Iterator[Decided]:
    """The decisions the chair states in ``flow.text[start:end]``.

    The connective and the reason before the deciding clause (よって、; 全員賛成ですので、) are no part of it.
    """
    words = flow.folded
    for found in _DEED.finditer(words, start, end):
        opening = _sentence(words, start, found.start())
        lead = _LEAD.match(words, opening, found.start())
        begins = lead.end() if lead and lead.end() < found.start() - 1 else opening
        clause = words[begins : found.end()]
        if _EARLIER.search(clause) or (clause.endswith("ます。") and _PUT.match(words, found.end(), end)):
            continue
        if is_decision(_plain(clause)):
            yield Decided(begins, found.end(), outcome_of(clause), quoted=True, rule="stated")


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
