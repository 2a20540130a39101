"""Decisions the chair states in words within a turn: よって、本件は原案のとおり可決されました。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_model.grammar.draft import Decided
from minutes_model.grammar.outcomes import outcome_of
from minutes_model.layout import Flow

__all__ = ["stated"]

_WORD = "可決|承認|決定|議決|了承|採択|否決|認定|同意|選任|選出|互選|就任|不採択|許可|答申"
_PAST = re.compile(
    rf"(?:{_WORD})(?:いた|致)?(?:されま|しま|すべきものと決定(?:いた)?しま|となりま|と決(?:定(?:いた)?)?しま|をいただきま|を頂きま)した。|"
    r"(?:もの|こと|とおり|とお|よう)(?:り)?(?:と|に)?(?:、)?決(?:定(?:されま|(?:いた)?しま)|しま|せられま)した。|"
    rf"(?:承認|決定|可決|議決|了承|採択)(?:と)?(?:いた)?します。|(?:適当|相当|妥当)(?:と|であると)認め(?:ます|ました|ることとします|ることといたします)。"
)
_LAST = re.compile(r"[。?!――─]")
_CONNECTIVE = re.compile(
    r"(?:(?:よって|従って|したがって|したがいまして|それでは|では|そこで|以上|よりまして|つきましては|ということで|はい)、? ?|"
    r"[^、。「]{0,30}(?:ので|ですから|ますから|ありますから|なければ|と認め|を得て|によりまして|により|を条件に|を条件として|の結果|多数で|全員で|全会一致で)、)+"
)
_NOT_NOW = re.compile(r"次回|前回|先日|昨年|先ほど|先週|先月|去年|過去|以前|既に|すでに|日程を|ことが(?:でき)|か。$|時間|休憩")


def stated(flow: Flow, start: int, end: int) -> Iterator[Decided]:
    """The decisions the chair states in ``flow.text[start:end]``: whole sentences, past or performative.

    The connective and the reason before the deciding clause (よって、; 全員賛成ですので、) are no part of it.
    """
    words = flow.folded
    for found in _PAST.finditer(words, start, end):
        opening = _sentence(words, start, found.start())
        lead = _CONNECTIVE.match(words, opening, found.start())
        begins = lead.end() if lead and lead.end() < found.start() - 1 else opening
        clause = words[begins : found.end()]
        if not _NOT_NOW.search(clause):
            yield Decided(begins, found.end(), outcome_of(clause), quoted=True, rule="stated")


def _sentence(words: str, start: int, at: int) -> int:
    """Where the sentence that holds ``at`` begins, not before ``start``."""
    begins = max(words.rfind("。", start, at), words.rfind("\n", start, at), words.rfind("─", start, at),
                 words.rfind("―", start, at), start - 1) + 1
    while words[begins] in " \n」":
        begins += 1
    return begins
