"""Bytes to text: which encoding, and its characters.

No detector library is used. Those that exist guess by letter frequencies over dozens of encodings,
and take a short Japanese text for Chinese or Cyrillic; here six encodings are possible, and their
own rules nearly decide: UTF-8 and ISO-2022-JP recognise themselves, and UTF-16 shows by its zero
bytes. Only between EUC-JP and CP932 must the better Japanese win.

The Japanese encodings are read as browsers read them, with the characters that Windows added
(①, ㈱, 髙), whatever of their names a page declares.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator

from minutes_model.errors import UnsupportedSourceError
from minutes_model.patterns import regex

__all__ = ["decode", "known_encoding"]

_SAMPLE = 100_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    # The mark of UTF-32 begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABELS = {
    **dict.fromkeys(("cp932", "shiftjis", "sjis", "xsjis", "mskanji", "windows31j", "csshiftjis"), "cp932"),
    **dict.fromkeys(("eucjp", "xeucjp", "ujis", "eucjpms", "cp51932"), "euc_jp"),
    **dict.fromkeys(("iso2022jp", "iso2022jpext", "csiso2022jp", "jis", "cp50220", "cp50221"), "iso2022_jp"),
    **dict.fromkeys(("utf8", "utf8sig", "unicode11utf8"), "utf-8"),
}
# Where the tables of JIS and of Windows differ, the same mark should not depend on the encoding.
_AS_WINDOWS = tuple(zip("〜‖−¢£¬—", "～∥－￠￡￢―", strict=True))
_ESCAPES = regex(rb"\x1b(\$\(D|\$[@B]|\([BJI])")
_GOOD = regex(r"[ -~ぁ-んァ-ヶー一-龠々、。「」（）・０-９Ａ-Ｚａ-ｚ：～○〇\s]")
_KANA = regex(r"[ぁ-んァ-ヶー、。「」]")
_ODD = regex(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\xff｡-ﾟ\u0370-\u052f\u2500-\u257f\ue000-\uf8ff\ufffd]")
_CONTROL = regex(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(
    data: bytes, *, encoding: str | None = None, declared: str | None = None, name: str | None = None
) -> tuple[str, str]:
    """The text of some bytes, without a byte order mark, and the name of their encoding.

    ``encoding`` is obeyed. Without it count, in this order: a byte order mark; the bytes
    themselves, where they prove UTF-8 or ISO-2022-JP; ``declared``, the page's own word; trial.
    Up to one character in a hundred may be damaged, and becomes U+FFFD.

    >>> decode("第３回議事概要".encode("cp932"))
    ('第３回議事概要', 'cp932')

    Raises `UnsupportedSourceError` where the bytes are text in no encoding known here.
    """
    if encoding is not None:
        return _obeyed(data, encoding, name)
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _tolerant(data[len(mark) :], codec, name), codec
    text, codec = _tried(data, known_encoding(declared) if declared else None, name)
    if len(_CONTROL.findall(text[:_SAMPLE])) * 20 > min(len(text), _SAMPLE):
        raise UnsupportedSourceError("the file is not text; give minutes as text, PDF, HTML or DOCX", name)
    return text, codec


def known_encoding(label: str) -> str | None:
    """The encoding a label means; None for one that no Japanese page is in, or that shows by itself.

    >>> known_encoding("x-sjis")
    'cp932'
    """
    return _LABELS.get(re.sub(r"[^a-z0-9]", "", label.lower()))


def _obeyed(data: bytes, encoding: str, name: str | None) -> tuple[str, str]:
    codec = known_encoding(encoding) or encoding
    try:
        if not codecs.lookup(codec)._is_text_encoding:
            raise LookupError(encoding)
    except (LookupError, ValueError):
        raise UnsupportedSourceError(f"there is no text encoding called {encoding!r}", name) from None
    return _tolerant(data, codec, name).removeprefix("\ufeff"), codec


def _tolerant(data: bytes, codec: str, name: str | None) -> str:
    text = _strict(data, codec)
    if text is None:
        text = _damaged(data, codec)
    if text is None:
        raise UnsupportedSourceError(
            f"the file is not text in {codec}; give the right encoding: open_source(…, encoding=…), or --encoding", name
        )
    return text


def _tried(data: bytes, declared: str | None, name: str | None) -> tuple[str, str]:
    for codec in _proven(data):
        text = _strict(data, codec)
        if text is not None:
            return text, codec
    candidates = _candidates(data, declared)
    for reading in (_strict, _damaged):
        found = [(text, codec) for codec in candidates if (text := reading(data, codec)) is not None]
        best = max(found, key=lambda pair: _japanese(pair[0]) + (pair[1] == declared), default=None)
        if best is not None and _japanese(best[0]) > 0:
            return best
    raise UnsupportedSourceError(
        "the file is not text in UTF-8, UTF-16, CP932, EUC-JP or ISO-2022-JP; "
        "if it is text, name its encoding: open_source(…, encoding=…), or --encoding",
        name,
    )


def _proven(data: bytes) -> Iterator[str]:
    """Encodings that other text does not satisfy by chance."""
    if b"\x1b" in data and _ESCAPES.search(data) and not re.search(rb"[\x80-\xff]", data):
        yield "iso2022_jp"
    if b"\0" not in data:
        yield "utf-8"


def _candidates(data: bytes, declared: str | None) -> list[str]:
    if b"\0" in data[:_SAMPLE]:
        return ["utf-16-le", "utf-16-be", "utf-8"]
    return [*dict.fromkeys(filter(None, [declared, "utf-8", "euc_jp", "cp932"]))]


def _strict(data: bytes, codec: str) -> str | None:
    try:
        if codec not in ("euc_jp", "iso2022_jp"):
            return data.decode(codec)
        text = data.decode("iso2022_jp_ext" if codec == "iso2022_jp" else codec)
    except UnicodeError:
        return _windows(data, codec, "strict")
    for jis, windows in _AS_WINDOWS:
        text = text.replace(jis, windows)
    return text


def _damaged(data: bytes, codec: str) -> str | None:
    """The text with U+FFFD for what cannot be read, if that is one character in a hundred."""
    try:
        text = _windows(data, codec, "replace") or data.decode(codec, "replace")
    except UnicodeError:
        return None
    return text if text.count("\ufffd") * 100 <= len(text) else None


def _windows(data: bytes, codec: str, errors: str) -> str | None:
    """EUC-JP or ISO-2022-JP by the tables of Windows, which hold more than those of Python."""
    readers: dict[str, _Pieces] = {"euc_jp": _euc, "iso2022_jp": _escaped}
    pieces = readers.get(codec)
    if pieces is None:
        return None
    try:
        return "".join(piece.decode(table, errors) for piece, table in pieces(data))
    except UnicodeError:
        return None


_Pieces = Callable[[bytes], Iterator[tuple[bytes, str]]]
_EUC = regex(rb"((?:[\xa1-\xfe]{2}|[\x00-\x7f])+)|\x8e([\xa1-\xdf])|\x8f[\xa1-\xfe]{2}|[\x80-\xff]")
_EUC_PAIR = regex(rb"[\xa1-\xfe]{2}")
_JIS_PAIR = regex(rb"[!-~]{2}")


def _euc(data: bytes) -> Iterator[tuple[bytes, str]]:
    for found in _EUC.finditer(data):
        if found[1]:
            yield _EUC_PAIR.sub(_to_shift_jis, found[1]), "cp932"
        elif found[2]:
            yield found[2], "cp932"
        else:
            yield found[0], "euc_jp"


def _escaped(data: bytes) -> Iterator[tuple[bytes, str]]:
    state = b"(B"
    for index, piece in enumerate(_ESCAPES.split(data)):
        if index % 2:
            state = piece
        elif state in (b"(B", b"(J"):
            yield piece, "ascii"
        elif state == b"(I":
            yield bytes(byte | 0x80 for byte in piece), "cp932"
        elif state == b"$(D":
            yield _JIS_PAIR.sub(_to_euc, piece), "euc_jp"
        else:
            yield _JIS_PAIR.sub(_to_shift_jis, piece), "cp932"


def _to_euc(pair: re.Match[bytes]) -> bytes:
    row, cell = pair[0]
    return bytes((0x8F, row | 0x80, cell | 0x80))


def _to_shift_jis(pair: re.Match[bytes]) -> bytes:
    row, cell = (byte & 0x7F for byte in pair[0])
    lead = (row - 0x21 >> 1) + 0x81
    trail = cell + (0x1F + (cell >= 0x60) if row & 1 else 0x7E)
    return bytes((lead + 0x40 * (lead > 0x9F), trail))


def _japanese(text: str) -> float:
    """How much a text looks like Japanese: positive where it does, at most 2."""
    sample = text[:_SAMPLE]
    good, kana, odd = (len(pattern.findall(sample)) for pattern in (_GOOD, _KANA, _ODD))
    return (good + kana - 4 * odd) / max(1, len(sample)) - 0.5
