"""The numbers that Word computes for its lists, and that no paragraph holds.

Rules: ECMA-376 part 1, 17.9 (numbering) and 17.7.2 (what a style hands down).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from minutes_model.source.marks import mark

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["Numbering", "attribute", "child", "symbol"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
# The bullets of the fonts Symbol and Wingdings lie where no other font has a character.
_SYMBOLS = {
    0xF0B7: "・", 0xF06C: "●", 0xF06D: "○", 0xF06E: "■", 0xF06F: "□", 0xF071: "□", 0xF0A7: "▪", 0xF0A8: "□",
    0xF075: "◆", 0xF076: "◇", 0xF077: "◆", 0xF0D8: "・", 0xF0FC: "・", 0xF09F: "・",
}  # fmt: skip


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of that name, its first child of the next, and so on; None where one lacks."""
    for name in names:
        if element is None:
            return None
        element = element.find(_W + name)
    return element


def attribute(element: Element | None, name: str = "val") -> str | None:
    """An attribute of Word's namespace."""
    return element.get(_W + name) if element is not None else None


def symbol(code: str) -> str:
    """The character for a code of a symbol font, or for the text of a bullet.

    >>> symbol("\\uf06c"), symbol("※")
    ('●', '※')
    """
    return "".join(_SYMBOLS.get(ord(char), "・" if "\ue000" <= char <= "\uf8ff" else char) for char in code)


def _integer(element: Element | None, default: int) -> int:
    value = attribute(element) or ""
    return int(value) if re.fullmatch(r"-?\d{1,6}", value) else default


@frozen
class _Level:
    """How one level of a list is numbered."""

    start: int
    style: str
    text: str
    after: str
    legal: bool
    restart: int
    paragraph_style: str | None

    @classmethod
    def of(cls, element: Element, index: int) -> _Level:
        return cls(
            start=_integer(child(element, "start"), 0),
            style=attribute(child(element, "numFmt")) or "decimal",
            text=attribute(child(element, "lvlText")) or "",
            after="" if attribute(child(element, "suff")) == "nothing" else " ",
            legal=child(element, "isLgl") is not None,
            restart=_integer(child(element, "lvlRestart"), index),
            paragraph_style=attribute(child(element, "pStyle")),
        )


@define
class _List:
    """A list of the document: its levels, those that begin anew, and the counts so far."""

    levels: dict[int, _Level]
    counts: list[int | None] = field(factory=lambda: [None] * _LEVELS)


class Numbering:
    """Counts the paragraphs of a document as they come."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._styles = {attribute(style, "styleId"): style for style in _all(styles, "style")}
        self._lists = dict(_lists(numbering))
        self._numbers = {attribute(number, "numId"): number for number in _all(numbering, "num")}
        self._restarted: set[tuple[str, int]] = set()

    def next_mark(self, paragraph: Element) -> str:
        """What Word prints before a paragraph, with the space behind it; "" where it prints nothing."""
        number, index = self._place(paragraph)
        known = self._list(number)
        if known is None or index not in known.levels:
            return ""
        self._count(known, number or "", index)
        level = known.levels[index]
        if level.style == "bullet":
            return symbol(level.text) + level.after if level.text.strip() else ""
        printed = re.sub(r"%([1-9])", lambda found: self._part(known, level, int(found[1]) - 1), level.text)
        return printed + level.after if printed else ""

    def _list(self, number: str | None) -> _List | None:
        return self._lists.get(attribute(child(self._numbers.get(number), "abstractNumId")))

    def _count(self, known: _List, number: str, index: int) -> None:
        start = self._restart(number, index)
        count = known.counts[index]
        if start is None:
            start = known.levels[index].start if count is None else count + 1
        known.counts[index] = start
        for deeper in range(index + 1, _LEVELS):
            level = known.levels.get(deeper)
            if level is not None and index < level.restart:
                known.counts[deeper] = None

    def _restart(self, number: str, index: int) -> int | None:
        """Where an instance of a list that has its own start begins, the first time only."""
        if (number, index) in self._restarted:
            return None
        self._restarted.add((number, index))
        for override in _all(self._numbers.get(number), "lvlOverride"):
            if attribute(override, "ilvl") == str(index):
                start = child(override, "startOverride")
                return _integer(start, 1) if start is not None else None
        return None

    def _part(self, known: _List, level: _Level, index: int) -> str:
        shown = known.levels.get(index)
        if shown is None or shown.style == "none":
            return ""
        count = known.counts[index]
        return mark("decimal" if level.legal else shown.style, shown.start if count is None else count)

    def _place(self, paragraph: Element) -> tuple[str | None, int]:
        """The list and level of a paragraph, by itself or by its style."""
        own = child(paragraph, "pPr", "numPr")
        style = attribute(child(paragraph, "pPr", "pStyle"))
        number = attribute(child(own, "numId"))
        for styled in self._inherited(style):
            if number is not None:
                break
            own = child(self._styles[styled], "pPr", "numPr")
            number, style = attribute(child(own, "numId")), styled
        index = child(own, "ilvl")
        return number, _integer(index, 0) if index is not None else self._level_of(number, style)

    def _level_of(self, number: str | None, style: str | None) -> int:
        known = self._list(number)
        levels = known.levels.items() if known is not None and style is not None else ()
        return next((index for index, level in levels if level.paragraph_style == style), 0)

    def _inherited(self, style: str | None) -> Iterator[str]:
        seen: set[str] = set()
        while style is not None and style in self._styles and style not in seen:
            seen.add(style)
            yield style
            style = attribute(child(self._styles[style], "basedOn"))


def _all(element: Element | None, name: str) -> Iterator[Element]:
    return element.iterfind(_W + name) if element is not None else iter(())


def _lists(numbering: Element | None) -> Iterator[tuple[str | None, _List]]:
    named = {attribute(child(one, "styleLink")): one for one in _all(numbering, "abstractNum")}
    for one in _all(numbering, "abstractNum"):
        linked = attribute(child(one, "numStyleLink"))
        levels = _all(named.get(linked, one) if linked else one, "lvl")
        yield attribute(one, "abstractNumId"), _List(dict(_level(level) for level in levels))


def _level(element: Element) -> tuple[int, _Level]:
    value = attribute(element, "ilvl") or ""
    index = int(value) if re.fullmatch(r"[0-8]", value) else 0
    return index, _Level.of(element, index)
