"""Word documents: order, numbers, tables, and packages that are none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from minutes_model import Limits, open_source
from minutes_model.errors import (
    EncryptedSourceError,
    SourceError,
    SourceTooLargeError,
    UnsupportedSourceError,
)

docx = pytest.importorskip("docx")

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAIN = "word/document.xml"


def _saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _packed(data: bytes, change: Callable[[bytes], bytes], member: str = _MAIN) -> bytes:
    """The package with one member changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            content = old.read(one)
            new.writestr(one.filename, change(content) if one.filename == member else content)
    return file.getvalue()


def _with_body(xml: str, numbering: str = "") -> bytes:
    """A document of that body, with its own numbering definitions."""
    document = docx.Document()
    if numbering:
        part = document.part.numbering_part.element
        for child in list(part):
            part.remove(child)
        for child in docx.oxml.parser.parse_xml(f'<w:x xmlns:w="{_W}">{numbering}</w:x>'):
            part.append(child)
    body = document.element.body
    for child in docx.oxml.parser.parse_xml(
        f'<w:x xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{xml}</w:x>'
    ):
        body.insert(len(body) - 1, child)
    return _saved(document)


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _lines(xml: str, numbering: str = "") -> list[str]:
    return open_source(_with_body(xml, numbering)).text.splitlines()


def test_paragraphs_tables_and_breaks_in_order() -> None:
    document = docx.Document()
    document.add_heading("第３回議事概要")
    table = document.add_table(2, 2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ["日時", "９月11日\n13時", "場所", "室"], strict=True):
        cell.text = text
    document.add_paragraph("佐野委員長\t開会").add_run("します。\n続き")
    found = open_source(_saved(document))
    assert found.text == "第３回議事概要\n日時  ９月11日\n13時\n場所  室\n佐野委員長  開会します。\n続き\n"
    assert (found.pages, found.encoding) == ((), None)
    assert found.extractor is not None
    assert found.extractor.startswith("python-docx ")


def test_ruby_revisions_hidden_text_and_symbols() -> None:
    assert _lines(
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>まき</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>槙</w:t></w:r></w:rubyBase>"
        "</w:ruby></w:r>" + _run("委員") + f"<w:del>{_run('無')}</w:del><w:ins>{_run('出席')}</w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>秘</w:t></w:r><w:r><w:sym w:font='Wingdings' w:char='F06C'/></w:r></w:p>"
    ) == ["槙委員出席●"]


def test_a_text_box_comes_once() -> None:
    box = f"<w:txbxContent><w:p>{_run('資料１')}</w:p></w:txbxContent>"
    assert _lines(
        f"<w:p>{_run('議題')}<w:r><mc:AlternateContent><mc:Choice Requires='x'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ) == ["議題", "資料１"]


_NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{key}">' + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:suff w:val="{after}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>' for level, (style, text, after) in enumerate(levels)
    ) + "</w:abstractNum>"
    for key, levels in {
        0: [("decimalFullWidth", "第%1", "tab"), ("decimal", "（%2）", "nothing"), ("aiueoFullWidth", "%3", "space")],
        1: [("bullet", "\uf06c", "tab"), ("decimalEnclosedCircle", "%2", "nothing"), ("decimal", "%1-%2-%3", "tab")],
    }.items()
) + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' + (
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)  # fmt: skip


def _entry(number: int, level: int, text: str = "項") -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr>{_run(text)}</w:p>"


def test_word_s_own_numbers() -> None:
    entries = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1), (2, 0), (2, 1), (3, 0), (1, 0), (0, 0)]
    assert _lines("".join(_entry(*entry) for entry in entries), _NUMBERING) == [
        "第１ 項", "（1）項", "（2）項", "ア 項", "イ 項", "第２ 項", "（1）項", "● 項", "①項", "第１ 項", "第２ 項", "項",
    ]  # fmt: skip


def test_numbers_by_style() -> None:
    document = docx.Document()
    for style in ("List Number", "List Number", "List Bullet"):
        document.add_paragraph("項", style=style)
    assert open_source(_saved(document)).text == "1. 項\n2. 項\n・ 項\n"


def test_indents_are_spaces() -> None:
    indent = '<w:pPr><w:ind w:leftChars="200" w:left="420" w:firstLine="210"/></w:pPr>'
    assert _lines(f"<w:p>{indent}{_run('（局側）')}</w:p>") == ["　　　（局側）"]


@pytest.fixture
def package() -> bytes:
    document = docx.Document()
    document.add_paragraph("槙委員の発言")
    return _saved(document)


def test_a_package_that_unpacks_to_a_gigabyte(package: bytes) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bomb, bomb.open(_MAIN, "w") as member:
        for _ in range(1000):
            member.write(b" " * 1_000_000)
    with pytest.raises(SourceTooLargeError, match="bytes of memory"):
        open_source(file.getvalue())
    with pytest.raises(SourceTooLargeError, match=r"limits=Limits\(unpacked="):
        open_source(package, limits=Limits(unpacked=1000))


def test_entities_are_not_expanded(package: bytes) -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'

    def change(xml: bytes) -> bytes:
        head, mark, rest = xml.partition(b"<w:document")
        return head + laughs + mark + rest.replace("槙".encode(), b"&b;&c;")

    with pytest.raises(SourceError, match="XML entities"):
        open_source(_packed(package, change))


def test_damaged_packages(package: bytes) -> None:
    broken = [package[:-100], package[:2000], b"PK\x03\x04", _packed(package, lambda xml: xml[:-20]),
              _packed(package, lambda xml: xml[:-20], "[Content_Types].xml"), _packed(package, lambda xml: b"", "_rels/.rels")]
    for data in broken:
        with pytest.raises(SourceError, match="damaged or incomplete"):
            open_source(data)


def test_other_packages() -> None:
    for member, what in (("xl/workbook.xml", "workbook"), ("content.xml", "OpenDocument"), ("a.txt", "ZIP archive")):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as other:
            other.writestr(member, "x")
        with pytest.raises(UnsupportedSourceError, match=what):
            open_source(file.getvalue())


def test_locked_documents() -> None:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedSourceError, match="save a copy without"):
        open_source(container)


def test_the_name_does_not_matter(package: bytes, tmp_path: Any) -> None:
    path = tmp_path / "議事録.pdf"
    path.write_bytes(package)
    assert open_source(path).text == "槙委員の発言\n"
