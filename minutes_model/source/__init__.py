"""Files in: text, PDF, HTML and DOCX become a `SourceDocument`.

The library of each kind is imported when a file of that kind is read.
"""

from __future__ import annotations

import os
from hashlib import sha256

from minutes_model.errors import SourceError
from minutes_model.result import SourceDocument
from minutes_model.source.kinds import Kind, kind_of
from minutes_model.source.limits import Extract, Limits
from minutes_model.source.text import decode

__all__ = ["Limits", "open_source"]


def open_source(
    path_or_bytes: str | os.PathLike[str] | bytes,
    *,
    media_type: str | None = None,
    encoding: str | None = None,
    url: str | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> SourceDocument:
    """Read a file, or the bytes of one, into its text.

    What the file is, its content tells; ``media_type`` decides between text/plain and text/html.
    ``encoding`` overrides that of a text or a web page. ``url`` is kept, never fetched.

    >>> document = open_source("第３回議事概要".encode("euc_jp"))
    >>> document.text, document.encoding
    ('第３回議事概要', 'euc_jp')

    Raises `SourceError` for a file that is missing or damaged; `UnsupportedSourceError` for another
    kind of file or encoding; `EncryptedSourceError`; `NoTextError` for an empty file or a scan;
    `SourceTooLargeError` beyond ``limits``; `MissingExtraError` where the library for the kind is
    not installed.
    """
    name, data = _read(path_or_bytes, limits)
    kind = kind_of(data, name=name or url, media_type=media_type)
    extract = _extract(kind, data, encoding, name or url, limits).held(limits, name or url)
    return SourceDocument(
        text=extract.text, name=name, url=url, media_type=str(kind), file_sha256=sha256(data).hexdigest(),
        pages=extract.pages, encoding=extract.encoding, extractor=extract.extractor,
    )  # fmt: skip


def _read(source: object, limits: Limits) -> tuple[str | None, bytes]:
    if isinstance(source, bytes):
        limits.hold("bytes", len(source), None)
        return None, source
    if not isinstance(source, str | os.PathLike):
        raise TypeError(f"a source is a path or bytes, not {type(source).__name__}")
    name = os.fsdecode(source)
    try:
        with open(name, "rb") as file:
            data = file.read(limits.bytes + 1)
    except FileNotFoundError as error:
        raise SourceError("there is no such file or folder; check its name", name) from error
    except (OSError, ValueError) as error:
        cause = error.strerror if isinstance(error, OSError) else error
        raise SourceError(f"the file cannot be opened: {cause}; check its name and rights", name) from error
    limits.hold("bytes", len(data), name)
    return name, data


def _extract(kind: Kind, data: bytes, encoding: str | None, name: str | None, limits: Limits) -> Extract:
    if kind is Kind.TEXT:
        text, codec = decode(data, encoding=encoding, name=name)
        return Extract(text=text, extractor="text", encoding=codec)
    if kind is Kind.HTML:
        from minutes_model.source.html import read_html

        return read_html(data, encoding=encoding, name=name, limits=limits)
    if kind is Kind.DOCX:
        from minutes_model.source.docx import read_docx

        return read_docx(data, name=name, limits=limits)
    from minutes_model.source.pdf import read_pdf

    return read_pdf(data, name=name, limits=limits)
