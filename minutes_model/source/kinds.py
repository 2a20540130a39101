"""What a file is, by its content.

A name tells what someone meant to save: an error page ends in .pdf, a page from the web in .txt.
So the first bytes decide, and the name or media type only between text and HTML.
"""

from __future__ import annotations

import re
from enum import StrEnum

from minutes_model.errors import EncryptedSourceError, NoTextError, UnsupportedSourceError
from minutes_model.patterns import regex

__all__ = ["Kind", "kind_of"]


class Kind(StrEnum):
    """The kinds of files that are read, by media type."""

    TEXT = "text/plain"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "open it in its program and save it as DOCX or PDF"
_FOREIGN = (
    (_OLE, f"an old Office file (.doc, .xls); {_SAVE_AS}"),
    (b"{\\rtf", f"an RTF file; {_SAVE_AS}"),
    (b"\x89PNG\r\n", "an image; run OCR on it first"),
    (b"\xff\xd8\xff", "an image; run OCR on it first"),
    (b"GIF8", "an image; run OCR on it first"),
    (b"II*\x00", "an image; run OCR on it first"),
    (b"MM\x00*", "an image; run OCR on it first"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
)
_HTML = regex(
    r"[\s\ufeff]*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|style|base|main|article|section|header|nav"
    r"|div|p|table|h[1-6]|ul|ol|dl|center|font|span|b|br|hr|a|ruby)(?=[\s/>]))",
    re.IGNORECASE | re.DOTALL,
)
_HTML_NAME = regex(r"\.(?:x?html?|shtml|php|aspx?)$", re.IGNORECASE)
_TEXT_TYPES = {"text/plain": Kind.TEXT, "text/html": Kind.HTML, "application/xhtml+xml": Kind.HTML}


def kind_of(data: bytes, *, name: str | None = None, media_type: str | None = None) -> Kind:
    """What the bytes are; ``media_type``, then the name, decide between text and HTML only.

    >>> kind_of(b"<!DOCTYPE html><title>x</title>", name="x.txt")
    <Kind.HTML: 'text/html'>

    Raises `NoTextError` for no bytes, `EncryptedSourceError` for a locked Office file,
    `UnsupportedSourceError` for another kind of file, or where ``media_type`` says what it is not.
    """
    if not data:
        raise NoTextError("the file is empty; check that it was saved or downloaded whole", name)
    _refuse_foreign(data, name)
    said = media_type.split(";")[0].strip().lower() if media_type else None
    kind = _by_magic(data)
    if kind is None and said in _TEXT_TYPES:
        return _TEXT_TYPES[said]
    if said is not None and said != kind:
        raise UnsupportedSourceError(f"the file is no readable {said}; leave media_type out", name)
    return kind or _text_or_html(data, name)


def _refuse_foreign(data: bytes, name: str | None) -> None:
    if data.startswith(_OLE) and _ENCRYPTED_OFFICE in data:
        raise EncryptedSourceError("the file is locked with a password; save a copy without one", name)
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise UnsupportedSourceError(f"the file is {what}", name)


def _by_magic(data: bytes) -> Kind | None:
    # Readers of PDF take the header anywhere within the first kilobyte.
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    return Kind.DOCX if data.startswith(b"PK\x03\x04") else None


def _text_or_html(data: bytes, name: str | None) -> Kind:
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2], "latin-1")
    head = data[:8192].removeprefix(b"\xef\xbb\xbf").decode(wide, "replace")
    marked = "<" in head and _HTML.match(head) is not None
    return Kind.HTML if marked or _HTML_NAME.search(name or "") else Kind.TEXT
