"""Decisions stated in words by the chair: …は原案のとおり可決されました。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_model.grammar.draft import Decided
from minutes_model.layout import Flow
from minutes_model.model.enums import Outcome

__all__ = ["outcome_of", "stated"]

_OUTCOMES = (
    (Outcome.AMENDED, re.compile(r"修正の上|修正した上|修正を(?:加え|行)|修正のとおり|修正案のとおり|修正可決|修正すること")),
    (Outcome.REJECTED, re.compile(r"否決|棄却|却下|不採択|不承認|不許可|不同意")),
    (Outcome.CONTINUED, re.compile(r"継続(?:審[議査]|協議|検討)|引き?続き、?(?:審[議査]|協議|検討)|保留|持ち越")),
    (Outcome.WITHHELD, re.compile(r"非公[表開]")),
    (Outcome.APPOINTED, re.compile(r"互選|選任|選出|就任|指名|委嘱|推薦")),
    (Outcome.ADOPTED, re.compile(r"決定|承認|可決|議決|採択|認定|同意|原案の?とおり|案の?とおり|適当と(?:認|する)|答申|許可|認める|決し")),
    (Outcome.NOTED, re.compile(r"了承|了解")),
)
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


def outcome_of(words: str) -> Outcome:
    """What the words of a decision say was decided.

    >>> outcome_of("一部修正の上、承認した"), outcome_of("了承された")
    (<Outcome.AMENDED: 'amended'>, <Outcome.NOTED: 'noted'>)
    """
    return next((outcome for outcome, pattern in _OUTCOMES if pattern.search(words)), Outcome.OTHER)


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
