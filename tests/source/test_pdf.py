"""PDF: lines in reading order, columns, small print, and files that are none."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from minutes_model import Limits, open_source
from minutes_model.errors import EncryptedSourceError, NoTextError, SourceError, SourceTooLargeError

pytest.importorskip("pypdfium2")
MakePdf = Callable[..., bytes]


def test_lines_stay_as_printed(make_pdf: MakePdf) -> None:
    found = open_source(make_pdf(
        [(80, 780, "１　日　時：令和６年９月11日 "), (91, 762, "国土交通省後"), (80, 744, "藤課長から「NTT Data の件」"), (280, 30, "- 1 -", 9)],
        [(80, 780, "以上")],
    ))  # fmt: skip
    first, second = (found.text[page.slice] for page in found.pages)
    assert first.split("\n")[:3] == ["１　日　時：令和６年９月11日 ", "  国土交通省後", "藤課長から「NTT Data の件」"]
    assert first.strip("\n\f").splitlines()[-1].strip() == "- 1 -"
    assert first.endswith("\n\f")
    assert second == "以上\n"
    assert found.media_type == "application/pdf"


def test_a_row_stays_on_its_line_in_columns(make_pdf: MakePdf) -> None:
    people = [(80, "佐野　太郎"), (200, "委員長"), (320, "槙　花子"), (440, "委員")]
    rows = [(x, y, text) for y in (780, 760) for x, text in reversed(people)]
    assert columns_of(open_source(make_pdf(rows)).text) == ["佐野　太郎|委員長|槙　花子|委員"] * 2


def test_two_columns_of_running_text_are_read_one_after_the_other(make_pdf: MakePdf) -> None:
    left = [(60, 760 - 16 * row, f"左の{row:02}行の文章がここで折り返している") for row in range(12)]
    right = [(310, 760 - 16 * row, f"右の{row:02}行の文章がここで折り返している") for row in range(12)]
    found = open_source(make_pdf([(120, 800, "第３回議事録という見出しは中央を跨いで印刷されている"), *left, *right]))
    words = [line.strip() for line in found.text.splitlines() if line.strip()]
    assert words[0].startswith("第３回")
    assert [line[:4] for line in words[1:]] == [f"{side}の{row:02}" for side in "左右" for row in range(12)]


def test_bold_by_printing_twice_and_ruby(make_pdf: MakePdf) -> None:
    bold = [(80, 780, "第３回議事概要"), (80.4, 780, "第３回議事概要")]
    found = open_source(make_pdf([*bold, (80, 750, "槙委員の発言は111ページ"), (80, 760.5, "まき", 5)]))
    assert found.text.split() == ["第３回議事概要", "槙委員の発言は111ページ"]


def test_raised_numbers_join_their_line(make_pdf: MakePdf) -> None:
    assert open_source(make_pdf([(80, 780, "資料の数値"), (132.5, 784, "1", 5), (136, 780, "による")])).text == (
        "資料の数値1による\n"
    )


def test_gaps_between_latin_and_kanji_are_no_columns(make_pdf: MakePdf) -> None:
    words = [(80, "令和"), (103.6, "6"), (111.5, "年"), (124.6, "NTT"), (148, "の")]
    found = open_source(make_pdf([(x, 780, word) for x, word in words]))
    assert "  " not in found.text
    assert found.text.replace(" ", "") == "令和6年NTTの\n"


def test_a_ruled_table_gives_its_rows(make_pdf: MakePdf) -> None:
    rules = [(80, y, 480, y) for y in (790, 760, 700)] + [(x, 700, x, 790) for x in (80, 180, 480)]
    people = [(190, 743, "佐野委員長"), (190, 725, "槙委員"), (190, 707, "田辺課長")]
    page = [(90, 770, "日時"), (190, 770, "９月11日"), (90, 725, "出席者"), *people, (80, 660, "以上")]
    found = open_source(make_pdf(page, rules=rules))
    assert found.text.split("\n")[:4] == ["日時  ９月11日", "出席者  佐野委員長", "槙委員", "田辺課長"]
    assert found.text.endswith("以上\n")


def test_a_label_half_way_down_its_cell(make_pdf: MakePdf) -> None:
    beside = [(180, 780, "９月11日"), (180, 753, "佐野委員長"), (180, 735, "槙委員")]
    found = open_source(make_pdf([(80, 780, "日時"), (80, 744, "出席者"), *beside]))
    assert columns_of(found.text) == ["日時|９月11日", "出席者|佐野委員長", "槙委員"]


def columns_of(text: str) -> list[str]:
    return [re.sub("[ 　]{2,}", "|", line.strip()) for line in text.splitlines() if line.strip()]


def test_vertical_writing_reads_from_the_right(make_pdf: MakePdf) -> None:
    columns = ["第三回議事録をここに記す", "○佐野委員長、ただいまから", "開会いたします。よろしく"]
    page = [
        (500 - 20 * column, 780 - 10.5 * row, char)
        for column, text in enumerate(columns)
        for row, char in enumerate(text)
    ]
    assert open_source(make_pdf(page)).text.split() == columns


def test_turned_pages(font: str) -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    file = io.BytesIO()
    sheet = canvas.Canvas(file, pagesize=(595, 842))
    for angle in (90, 180, 270):
        sheet.setPageRotation(angle)
        sheet.translate(297, 421)
        sheet.rotate(angle)
        sheet.setFont(font, 10.5)
        sheet.drawString(-100, 20, "一行目の文章")
        sheet.drawString(-100, 0, "二行目の文章")
        sheet.showPage()
    sheet.save()
    pages = open_source(file.getvalue()).text.split("\f")
    assert [page.split() for page in pages] == [["一行目の文章", "二行目の文章"]] * 3


def test_fonts_that_are_nowhere_are_no_scan(monkeypatch: pytest.MonkeyPatch, make_pdf: MakePdf) -> None:
    pytest.importorskip("pypdfium2")
    # PDFium drops what no font has a shape for; which fonts there are is the machine's.
    monkeypatch.setattr("minutes_model.source.pdfium._read", lambda text: iter(()))
    with pytest.raises(NoTextError, match="install a Japanese font"):
        open_source(make_pdf([(80, 780, "一")]))


def test_locked(make_pdf: MakePdf, tmp_path: Path) -> None:
    path = tmp_path / "鍵.pdf"
    path.write_bytes(make_pdf([(80, 780, "秘密")], encrypt="password"))
    with pytest.raises(EncryptedSourceError, match="save a copy without") as caught:
        open_source(path)
    assert str(path) in str(caught.value)


def test_scans_and_blank_pages(make_pdf: MakePdf) -> None:
    with pytest.raises(NoTextError, match="OCR"):
        open_source(make_pdf([], rules=[(0, 0, 500, 500)]))
    assert open_source(make_pdf([], [(80, 780, "以上")])).locate(1).page == 2


def test_cut_files(make_pdf: MakePdf) -> None:
    whole = make_pdf([(80, 780, "以上")])
    for data in (whole[:-300], whole[: len(whole) // 2], whole[:20], b"%PDF-1.7\n", whole[:-300] + b"\0" * 300):
        with pytest.raises(SourceError, match="damaged or incomplete"):
            open_source(data)


def test_ten_thousand_pages(make_pdf: MakePdf) -> None:
    with pytest.raises(SourceTooLargeError, match=r"2,000 pages.*limits=Limits\(pages="):
        open_source(make_pdf(*[[]] * 10_000))


def test_limits_of_characters_and_time(make_pdf: MakePdf) -> None:
    data = make_pdf([(80, 780, "十文字よりも長い文章")], [(80, 780, "十文字よりも長い文章")])
    with pytest.raises(SourceTooLargeError, match="characters="):
        open_source(data, limits=Limits(characters=15))
    with pytest.raises(SourceTooLargeError, match="seconds="):
        open_source(data, limits=Limits(seconds=0))


@pytest.mark.parametrize("layers", [1, 2])
def test_streams_that_unpack_to_hundreds_of_megabytes(layers: int, make_pdf: MakePdf) -> None:
    packer = zlib.compressobj()
    stream = b"".join(packer.compress(b" " * 1_000_000) for _ in range(150)) + packer.flush()
    for _ in range(layers - 1):
        stream = zlib.compress(stream)
    bomb = b"%%PDF-1.4\n4 0 obj\n<</Length %d/Filter[%s]>>stream\n" % (len(stream), b"/FlateDecode" * layers)
    with pytest.raises(SourceTooLargeError, match="bytes of memory"):
        open_source(bomb + stream + b"\nendstream\nendobj\n" + make_pdf([(80, 780, "以上")]))


def test_threads(make_pdf: MakePdf) -> None:
    pages = [[(80, 780 - 18 * row, f"{number}の文章") for row in range(20)] for number in range(8)]
    files = [make_pdf(*[page] * 3) for page in pages]
    with ThreadPoolExecutor(8) as pool:
        texts = [found.text for found in pool.map(open_source, files * 2)]
    assert texts == [open_source(file).text for file in files] * 2


def test_any_change_of_a_byte_is_read_or_refused(make_pdf: MakePdf) -> None:
    whole = bytearray(make_pdf([(80, 780, "議事概要の本文")]))
    for place in range(0, len(whole), 37):
        changed = bytearray(whole)
        changed[place] ^= 0x15
        with suppress(SourceError):
            assert open_source(bytes(changed)).text.strip()
