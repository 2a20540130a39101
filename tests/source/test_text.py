"""Encodings: what the bytes say, what the page says, what the caller says."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_model import Limits, SourceDocument, open_source
from minutes_model.errors import NoTextError, SourceError, SourceTooLargeError, UnsupportedSourceError

_CODECS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp932", "euc_jp", "iso2022_jp")


@pytest.mark.parametrize("codec", _CODECS)
def test_every_encoding_gives_the_same_text(codec: str, plain: str, tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_bytes(plain.replace("～", "から").encode(codec))
    document = open_source(path)
    assert document.text == plain.replace("～", "から")
    assert document.name == str(path)
    assert document.media_type == "text/plain"
    assert document.file_sha256 == sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "iso2022_jp"])
def test_a_wave_is_one_character_in_all_japanese_encodings(codec: str) -> None:
    wave = "～" if codec == "cp932" else "〜"
    assert open_source(f"会議は13時{wave}14時である。".encode(codec)).text == "会議は13時～14時である。"


def test_characters_that_windows_added_are_read_in_euc_and_jis() -> None:
    text, jis = "第①回㈱髙橋委員の発言", b"Bh\x2d\x21\x32\x73\x2d\x6a\x7c\x62\x36\x36\x30\x51\x30\x77\x24\x4e\x48\x2f\x38\x40"
    euc = bytes(byte | 0x80 for byte in jis)
    assert open_source(euc).text == text
    assert open_source(b"\x1b$B" + jis + b"\x1b(B\n").text == text + "\n"


def test_half_width_kana_in_jis() -> None:
    assert open_source("ｱｲｳの発言".encode("iso2022_jp_ext")).text == "ｱｲｳの発言"


def test_encoding_overrides(plain: str) -> None:
    data = plain.encode("cp932")
    assert open_source(data, encoding="Shift_JIS").encoding == "cp932"
    assert open_source("ﾃｽﾄ".encode("cp932"), encoding="cp932").text == "ﾃｽﾄ"
    with pytest.raises(UnsupportedSourceError, match=r"not text in euc_jp.*encoding="):
        open_source(data, encoding="euc-jp")


@pytest.mark.parametrize("encoding", ["no-such", "rot13", "hex", "", "\0"])
def test_unknown_encodings(encoding: str) -> None:
    with pytest.raises(UnsupportedSourceError, match="no text encoding"):
        open_source("議事録".encode(), encoding=encoding)


def test_one_broken_byte_does_not_lose_the_rest(plain: str) -> None:
    data = plain.encode()
    assert open_source(data[:-2]).text.endswith("\ufffd")
    assert open_source(data[:300] + b"\xff" + data[300:]).encoding == "utf-8"


def test_line_ends_stay() -> None:
    document = open_source("一行目\r\n二行目\r三行目\n".encode())
    assert document.text == "一行目\r\n二行目\r三行目\n"
    assert document.locate(document.text.index("二")).line == 2


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf", "\u3000".encode()])
def test_no_text(data: bytes) -> None:
    with pytest.raises(NoTextError, match="saved or downloaded"):
        open_source(data)


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\0" * 100, b"\x01\x02\x03" * 50, b"\xff" * 30])
def test_not_text(data: bytes) -> None:
    with pytest.raises(UnsupportedSourceError):
        open_source(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "OCR"), (b"{\\rtf1 x}", "save it as DOCX"), (b"\x1f\x8b\x08", "unpack"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office"),
    ],
)  # fmt: skip
def test_other_kinds_say_what_to_do(data: bytes, what: str, tmp_path: Path) -> None:
    path = tmp_path / "議事録.txt"
    path.write_bytes(data)
    with pytest.raises(UnsupportedSourceError, match=what) as caught:
        open_source(path)
    assert caught.value.name == str(path)
    assert str(path) in str(caught.value)


def test_missing_file_and_directory(tmp_path: Path) -> None:
    for path in (tmp_path / "ない.txt", tmp_path, tmp_path / "a\0b"):
        with pytest.raises(SourceError, match=r"no such file or folder|cannot be opened") as caught:
            open_source(path)
        assert caught.value.name == str(path)


def test_limits() -> None:
    with pytest.raises(SourceTooLargeError, match=r"limits=Limits\(bytes="):
        open_source(b"x" * 11, limits=Limits(bytes=10))
    with pytest.raises(SourceTooLargeError, match=r"limits=Limits\(characters="):
        open_source(b"x" * 11, limits=Limits(characters=10))
    with pytest.raises(ValueError, match="bytes"):
        Limits(bytes=0)


def test_wrong_type() -> None:
    with pytest.raises(TypeError, match="path or bytes, not int"):
        open_source(3)  # type: ignore[arg-type]


def test_media_type_decides_between_text_and_html_only() -> None:
    page = "<p>槙委員の発言</p>".encode()
    assert open_source(page, media_type="text/plain; charset=utf-8").text == "<p>槙委員の発言</p>"
    with pytest.raises(UnsupportedSourceError, match=r"no readable application/pdf; leave media_type out"):
        open_source(page, media_type="application/pdf")


def test_url_is_kept() -> None:
    assert open_source(b"abc", url="https://example.org/a").url == "https://example.org/a"


_HEADS = st.sampled_from([b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>",
                          b"\x1b$B", b"<?xml version='1.0' encoding='euc-jp'?>", b"\x00\x30"])  # fmt: skip


@given(_HEADS, st.binary(max_size=300))
def test_any_bytes_give_a_document_or_a_source_error(head: bytes, rest: bytes) -> None:
    try:
        document = open_source(head + rest)
    except SourceError:
        return
    assert isinstance(document, SourceDocument)
    assert document.text.strip()


@given(st.text(alphabet=st.characters(codec="cp932", exclude_characters="\0¢£¬‖−〜"), min_size=1))
def test_named_encodings_round_trip(text: str) -> None:
    if text.strip():
        assert open_source(text.encode("cp932"), encoding="cp932", media_type="text/plain").text == text
