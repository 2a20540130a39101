"""Era dates (元号・和暦) and date expressions; a path that other programs may import alone.

>>> from minutes_model.era import EraDate, find_dates
>>> EraDate.parse("令和六年九月十一日").to_date().isoformat()
'2024-09-11'
>>> [m.text for m in find_dates("令和６年９月11日（水）に開き、次回は10月２日とした。")]
['令和６年９月11日（水）']

It loads attrs and the standard library, no parser.
"""

from __future__ import annotations

from minutes_model.era.calendar import ERAS, Era, EraDate, FiscalYear, Policy, era_of
from minutes_model.era.expressions import (
    DateExpression,
    ExpressionKind,
    find_dates,
    find_impossible,
    parse_expression,
)
from minutes_model.errors import EraError, EraFormatError, EraRangeError, UnknownEraError

__all__ = [
    "ERAS",
    "DateExpression",
    "Era",
    "EraDate",
    "EraError",
    "EraFormatError",
    "EraRangeError",
    "ExpressionKind",
    "FiscalYear",
    "Policy",
    "UnknownEraError",
    "era_of",
    "find_dates",
    "find_impossible",
    "parse_expression",
]
