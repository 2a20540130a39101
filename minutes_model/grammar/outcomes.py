"""The words of decisions: which clauses decide, and what they decide."""

from __future__ import annotations

import re
from minutes_model.model.enums import Outcome

__all__ = ["is_decision", "outcome_of"]

_OUTCOMES = (
    (Outcome.AMENDED, re.compile(r"修正の上|修正した上|修正を(?:加え|行)|修正のとおり|修正案のとおり|修正可決|修正すること")),
    (Outcome.REJECTED, re.compile(r"否決|棄却|却下|不採択|不承認|不許可|不同意")),
    (Outcome.CONTINUED, re.compile(r"継続(?:審[議査]|協議|検討)|引き?続き、?(?:審[議査]|協議|検討)|保留|持ち越")),
    (Outcome.WITHHELD, re.compile(r"非公[表開]")),
    (Outcome.APPOINTED, re.compile(r"互選|選任|選出|就任|指名|委嘱|推薦")),
    (Outcome.ADOPTED, re.compile(r"決定|承認|可決|議決|採択|認定|同意|原案の?とおり|案の?とおり|適当と(?:認|する)|答申|許可|認める|決し")),
    (Outcome.NOTED, re.compile(r"了承|了解")),
)
def outcome_of(words: str) -> Outcome:
    """What the words of a decision say was decided.

    >>> outcome_of("一部修正の上、承認した"), outcome_of("了承された")
    (<Outcome.AMENDED: 'amended'>, <Outcome.NOTED: 'noted'>)
    """
    return next((outcome for outcome, pattern in _OUTCOMES if pattern.search(words)), Outcome.OTHER)


_DECIDES = re.compile(
    r"(?:決定|承認|可決|議決|了承|採択|否決|認定|同意|選出|選任|互選|指名|議了|決裁|受理|一任|答申)(?:を)?(?:され|し|する(?:こと|もの)と(?:し|なっ|され)|すべき)|"
    r"(?:する|認める|ない|行う|べき|進める)(?:こと|もの)と(?:し|なっ|され|決し)|(?:適当|相当|妥当)(?:と|である(?:と|旨))認め"
)


def is_decision(clause: str) -> bool:
    """Whether a clause of narration says that something was decided.

    >>> is_decision("原案どおり決定した。"), is_decision("質疑応答が行われた。")
    (True, False)
    """
    return _DECIDES.search(clause) is not None
