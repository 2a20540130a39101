"""Word documents: paragraphs with their numbers, tables a row a line.

python-docx opens the package; the words are read from its XML in order, since python-docx itself
passes over text boxes, tracked insertions and ruby.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from attrs import frozen

from minutes_model.errors import EncryptedSourceError, MissingExtraError, SourceError, UnsupportedSourceError
from minutes_model.source.limits import Deadline, Extract, Limits
from minutes_model.source.lines import GAP, row_lines
from minutes_model.source.numbering import Numbering, attribute, child, symbol

if TYPE_CHECKING:
    from docx.opc.part import Part
    from lxml.etree import _Element as Element

__all__ = ["read_docx"]

_TREE = 8  # times its bytes takes a part of XML once it is a tree
_KINDS = {
    "xl/": "a workbook (.xlsx)", "ppt/": "slides (.pptx)", "content.xml": "an OpenDocument file (.odt, .ods)",
}  # fmt: skip
_DAMAGED = "the DOCX is damaged or incomplete; save or download it again"
_ENTITIES = "the DOCX declares XML entities, which no word processor does; do not trust it, or save it anew"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def read_docx(data: bytes, *, name: str | None, limits: Limits) -> Extract:
    """The text of a Word document: body, text boxes, and footnotes at the end.

    Running heads and feet, comments, deleted and hidden text are left out.

    Raises `UnsupportedSourceError` for another kind of archive, `EncryptedSourceError`,
    `SourceTooLargeError` before anything is unpacked, `SourceError` for a damaged file,
    `MissingExtraError` without python-docx.
    """
    _check_archive(data, name, limits)
    try:
        import docx
        from docx.opc.package import OpcPackage
    except ImportError:
        raise MissingExtraError("docx", "reading a Word document") from None
    try:
        main = OpcPackage.open(BytesIO(data)).main_document_part
        parts = [_related(main, kind) for kind in ("numbering", "styles", "footnotes")]
        body = _root(main)
    except Exception as error:  # What python-docx raises depends on which part is broken, and how.
        raise SourceError(_DAMAGED, name) from error
    if any(root is not None and root.getroottree().docinfo.doctype for root in (body, *parts)):
        raise SourceError(_ENTITIES, name)
    reader = _Reader(Numbering(parts[0], parts[1]), Deadline(limits, name))
    lines = [*reader.blocks(body), *(reader.blocks(parts[2]) if parts[2] is not None else ())]
    return Extract(text="".join(line + "\n" for line in lines), extractor=f"python-docx {docx.__version__}")


def _check_archive(data: bytes, name: str | None, limits: Limits) -> None:
    try:
        members = ZipFile(BytesIO(data)).infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SourceError(_DAMAGED, name) from error
    if any(member.flag_bits & 1 for member in members):
        raise EncryptedSourceError("the file is locked with a password; save a copy without one", name)
    if not any(member.filename.startswith("word/") for member in members):
        names = [member.filename for member in members]
        found = (what for prefix, what in _KINDS.items() if any(one.startswith(prefix) for one in names))
        what = next(found, "a ZIP archive")
        raise UnsupportedSourceError(f"the file is {what}; give minutes as text, PDF, HTML or DOCX", name)
    # zipfile unpacks no more of a member than its directory says, so the directory can be believed.
    trees = sum(member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    limits.hold("unpacked", sum(member.file_size for member in members) + (_TREE - 1) * trees, name)


def _root(part: Part) -> Element:
    from docx.oxml.parser import parse_xml

    # Parts of a kind that python-docx knows are parsed already.
    known: Element | None = getattr(part, "element", None)
    return known if known is not None else parse_xml(part.blob)


def _related(main: Part, kind: str) -> Element | None:
    try:
        return _root(main.part_related_by(_RELATION + kind))
    except KeyError:
        return None


def _local(element: Element) -> str:
    """A tag without its namespace; "" for a comment or an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


_DROPPED = frozenset([
    "del", "moveFrom", "delText", "instrText", "rt", "rubyPr", "pPr", "rPr", "sectPr", "tblPr",
])  # fmt: skip
_LINE_ENDS = frozenset(["br", "cr"])
_GAPS = frozenset(["tab", "ptab"])


@frozen
class _Reader:
    """Reads blocks into lines; XML from lxml nests 256 deep at most, so calls may follow it."""

    numbering: Numbering
    deadline: Deadline

    def blocks(self, container: Element) -> Iterator[str]:
        """The lines of the paragraphs and tables in a part of the document."""
        for block in container:
            self.deadline.check()
            tag = _local(block)
            if tag == "p":
                yield from self._paragraph(block)
            elif tag == "tbl":
                yield from self._table(block)
            elif tag == "footnote" and attribute(block, "type") is not None:
                continue  # The rule that parts footnotes from the text.
            elif tag not in _DROPPED:
                yield from self.blocks(block)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        boxes: list[Element] = []
        words = "".join(self._words(paragraph, boxes.append))
        if words.strip():
            lines = (_indent(paragraph) + self.numbering.next_mark(paragraph) + words).split("\n")
            yield from (line.rstrip(" ") for line in lines if line.strip())
        for box in boxes:
            yield from self.blocks(box)

    def _table(self, table: Element) -> Iterator[str]:
        for row in _children(table, "tr"):
            yield from row_lines([[*self.blocks(cell)] for cell in _children(row, "tc")])

    def _words(self, element: Element, found_box: Callable[[Element], None]) -> Iterator[str]:
        for part in element:
            tag = _local(part)
            if tag == "t":
                yield part.text or ""
            elif tag in _LINE_ENDS:
                yield "\n"
            elif tag in _GAPS:
                yield GAP
            elif tag == "noBreakHyphen":
                yield "-"
            elif tag == "sym":
                yield _symbol(part)
            elif tag == "txbxContent":
                found_box(part)
            elif tag == "AlternateContent":
                for form in _filled(part)[:1]:
                    yield from self._words(form, found_box)
            elif tag not in _DROPPED and not _is_hidden(part):
                yield from self._words(part, found_box)


def _filled(alternatives: Element) -> list[Element]:
    """The forms of one content that hold words, the preferred one first."""
    words = ("t", "txbxContent")
    return [form for form in alternatives if any(_local(part) in words for part in form.iter())]


def _indent(paragraph: Element) -> str:
    """The indent of a paragraph's first line in full-width spaces, as a typist would print it."""
    place = child(paragraph, "pPr", "ind")
    if place is None:
        return ""
    left, first, hanging = (_width(place, name) for name in ("left", "firstLine", "hanging"))
    return "　" * min(20, max(0, round(left + first - hanging)))


def _width(place: Element, name: str) -> float:
    """A width in characters of 10.5 points, from one in hundredths of a character or in twips."""
    for unit, attribute_name in ((100, f"{name}Chars"), (210, name)):
        value = attribute(place, attribute_name) or ""
        if re.fullmatch(r"-?\d{1,6}", value):
            return int(value) / unit
    return 0.0


def _children(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those within content controls and insertions."""
    for part in element:
        tag = _local(part)
        if tag == name:
            yield part
        elif tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _children(part, name)


def _symbol(element: Element) -> str:
    code = attribute(element, "char") or ""
    try:
        return symbol(chr(int(code, 16)))
    except (ValueError, OverflowError):
        return ""


def _is_hidden(run: Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and attribute(vanish) not in ("0", "false", "off")
