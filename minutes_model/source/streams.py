"""How large the compressed parts of a PDF are, measured before PDFium unpacks them.

PDFium turns the drawing commands of a page into objects of many times their size, and cannot be
stopped on the way.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from minutes_model.patterns import regex
from minutes_model.source.limits import Limits

__all__ = ["check_streams"]

_STREAM = regex(rb"\bstream\r?\n")
# Pictures and attachments are never unpacked for their text.
_UNREAD = regex(rb"/Image\b|/EmbeddedFile\b|/DCTDecode\b|/JPXDecode\b")
_FONT = regex(rb"/Length1\b|/CIDFontType0C\b|/Type1C\b|/OpenType\b")
_COMMAND_COST = 20  # times its size takes a stream of commands in PDFium
_COST = 4
_PIECE = 1 << 16


def check_streams(data: bytes, name: str | None, limits: Limits) -> None:
    """Raise `SourceTooLargeError` where the streams of a PDF would take more than is allowed."""
    total = 0
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - 1000) : found.start()].rpartition(b"obj")[2]
        if b"/FlateDecode" not in head or _UNREAD.search(head):
            continue
        own_cost = 0 if _FONT.search(head) else _COMMAND_COST
        size = 0
        for piece in _unpacked(data, found.end(), head.count(b"/FlateDecode")):
            size += len(piece)
            limits.hold("unpacked", max((total + size) * _COST, size * own_cost), name)
        total += size


def _unpacked(data: bytes, start: int, filters: int) -> Iterator[bytes]:
    pieces: Iterator[bytes] = (data[at : at + _PIECE] for at in range(start, len(data), _PIECE))
    for _ in range(min(filters, 4)):
        pieces = _inflated(pieces)
    return pieces


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    try:
        for piece in pieces:
            left = piece
            while left and not unpacker.eof:
                yield unpacker.decompress(left, _PIECE)
                left = unpacker.unconsumed_tail
            if unpacker.eof:
                return
    except zlib.error:
        return  # Locked or damaged: PDFium tells which.
