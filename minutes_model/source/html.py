"""Web pages: the main text, a block a line.

lxml and not selectolax, since python-docx brings lxml too, and since libxml2 bounds the depth of
tags by itself. Nothing that a page names is fetched, and its scripts are dropped unread.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, field

from minutes_model.errors import MissingExtraError, SourceTooLargeError
from minutes_model.patterns import regex
from minutes_model.source.limits import Deadline, Extract, Limits
from minutes_model.source.lines import LineWriter
from minutes_model.source.marks import begins_with_mark, mark
from minutes_model.source.page import Page, without_links
from minutes_model.source.text import decode

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["read_html"]

_CHARSET = regex(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML_ENCODING = regex(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""")
_UNREADABLE = regex("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")
_TAG_BYTES = 400  # what an element takes once it was looked at
# Not the head: before an element younger than itself libxml2 sees no end of it.
_UNPRINTED = (
    "title", "script", "style", "noscript", "template", "select", "option", "button", "iframe",
    "object", "embed", "svg", "math", "canvas", "audio", "video", "map", "input", "textarea", "datalist",
    "rt", "rp", "rtc",
)  # fmt: skip
_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
])  # fmt: skip
_LISTS = frozenset(["ul", "ol", "menu", "dir"])
_ARRANGED = frozenset(["table", "h1", "h2", "h3", "article", "main", "section"])
_LIST_STYLE = regex(r"list-style(?:-type)?\s*:\s*([\w-]+)")
_INTEGER = regex(r"-?\d{1,6}$")


def read_html(data: bytes, *, encoding: str | None, name: str | None, limits: Limits) -> Extract:
    """The main text of a web page.

    Raises `SourceTooLargeError` beyond the limits or 2,048 nested tags, `UnsupportedSourceError`
    for an unknown encoding, `MissingExtraError` without lxml.
    """
    text, codec = decode(data, encoding=encoding, declared=_declared(data), name=name)
    limits.hold("unpacked", text.count("<") * _TAG_BYTES, name)
    root, version = _tree(text, name)
    lines = _lines(root, Deadline(limits, name)) if root is not None else []
    return Extract(text="".join(line + "\n" for line in lines), extractor=version, encoding=codec)


def _lines(root: Element, deadline: Deadline) -> list[str]:
    return without_links(_Walk(Page(root, deadline), deadline).lines())


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data, 0, 8192) or _XML_ENCODING.match(data)
    return found[1].decode("ascii", "replace") if found else None


def _tree(text: str, name: str | None) -> tuple[Element | None, str]:
    try:
        from lxml import etree
    except ImportError:
        raise MissingExtraError("html", "reading a web page") from None
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    # A NUL would end the page for libxml2.
    root = etree.fromstring(_UNREADABLE.sub("\ufffd", text).encode(), parser)
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise SourceTooLargeError("the page nests its tags too deep to be read; it is no ordinary page", name)
    if root is not None:
        etree.strip_elements(root, *_UNPRINTED, with_tail=False)
    return root, "lxml " + ".".join(map(str, etree.LXML_VERSION[:3]))


@define
class _List:
    """A list of the page: how its entries are marked, and where it counts."""

    style: str
    number: int = 1
    step: int = 1

    @classmethod
    def of(cls, element: Element) -> _List:
        called = _LIST_STYLE.search(element.get("style", ""))
        style = called[1] if called else element.get("type", "")
        if element.tag != "ol" or style == "none":
            return cls("" if style == "none" else "bullet")
        start = element.get("start", "")
        step = -1 if element.get("reversed") is not None else 1
        return cls(style or "decimal", int(start) if _INTEGER.match(start) else 1, step)

    def next_mark(self, entry: Element) -> str:
        value = entry.get("value", "")
        number = int(value) if _INTEGER.match(value) else self.number
        self.number = number + self.step
        opening = next((words for words in entry.itertext() if words.strip()), "")
        if not self.style or begins_with_mark(opening):
            return ""
        return "・" if self.style == "bullet" else f"{mark(self.style, number)}. "


@define
class _Walk:
    """One way through a page, without recursion: pages nest deeper than calls may."""

    page: Page
    deadline: Deadline
    writer: LineWriter = field(factory=LineWriter)
    lists: list[_List] = field(factory=list)
    rows: list[bool] = field(factory=list)
    preformatted: int = 0

    def lines(self) -> list[str]:
        """The lines of the page's text."""
        from lxml import etree

        top = self.page.main()
        walk = etree.iterwalk(top, events=("start", "end"))
        skipped = None
        for event, element in walk:
            self.deadline.check()
            if event == "start":
                if element is not top and self.page.is_furniture(element):
                    walk.skip_subtree()
                    skipped = element
                    continue
                self._open(element)
                self._write(element.text)
            else:
                if element is not skipped:
                    self._close(element)
                if element is not top:
                    self._write(element.tail)
        self.writer.end_block()
        return self.writer.lines

    def _write(self, text: str | None) -> None:
        if text:
            (self.writer.add_exactly if self.preformatted else self.writer.add)(text)

    def _open(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self.writer.end_block()
        if tag == "br":
            self.writer.break_line()
        elif tag in _LISTS:
            self.lists.append(_List.of(element))
        elif tag == "li" and self.lists:
            self.writer.begin_entry(self.lists[-1].next_mark(element))
        elif tag in ("tr", "td", "th"):
            self._open_row(element)
        elif tag == "pre":
            self.preformatted += 1
        elif tag == "q":
            self.writer.add("「")

    def _open_row(self, element: Element) -> None:
        if element.tag != "tr":
            if self.rows and self.rows[-1]:
                self.writer.begin_cell()
            return
        self.rows.append(_is_row(element))
        if self.rows[-1]:
            self.writer.begin_row()

    def _close(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self.writer.end_block()
        if tag in _LISTS:
            self.lists.pop()
        elif tag == "li":
            self.writer.end_entry()
        elif tag in ("tr", "td", "th"):
            self._close_row(element)
        elif tag == "pre":
            self.preformatted -= 1
        elif tag == "q":
            self.writer.add("」")

    def _close_row(self, element: Element) -> None:
        if element.tag == "tr":
            if self.rows.pop():
                self.writer.end_row()
        elif self.rows and self.rows[-1]:
            self.writer.end_cell()


def _is_row(row: Element) -> bool:
    """Whether a row holds data: one around headings or tables only arranges the page."""
    return not any(part.tag in _ARRANGED for cell in row for part in cell)
