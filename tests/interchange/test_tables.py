"""Nine tables, the same in every library and file."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from minutes_model.errors import ExportError, NoTextError
from minutes_model.interchange.codebook import column_enum, sheet_names
from minutes_model.interchange.tabular import Table, Tables, table_schema, tables
from minutes_model.model import AgendaItem, Meeting, Remark, Speaker
from minutes_model.result import ParseFailure, ParseResult
from minutes_model.testing import meetings

FAILED = ParseFailure(source_name="scan.pdf", error=NoTextError("a PDF of scanned pages", "scan.pdf"))


@pytest.fixture(scope="module")
def found(result: ParseResult) -> Tables:
    return tables([result, FAILED])


def test_who_asked_what_and_who_answered(found: Tables) -> None:
    said = [
        (r["asker_label"], r["question"], r["answerer_label"], r["answerer_organization"], r["answer"])
        for r in found.exchanges
    ]
    assert said == [
        ("大島委員", "駅を増やすべき\n理由は三つある", "運輸省星野課長", "運輸省", "検討する"),
        ("大島委員", "=運賃はいくらか", "運輸省星野課長", "運輸省", "検討する"),
        ("Ａ委員", "異議なし", None, None, None),
    ]
    assert found.exchanges.rows[0]["item"] == "議題１ 駅の増設 & 運賃"


def test_counts(found: Tables) -> None:
    counts = {table.name: len(table) for table in found}
    assert counts == {
        "exchanges": 3,
        "meetings": 1,
        "attendees": 3,
        "agenda": 2,
        "speeches": 5,
        "decisions": 1,
        "attendance": 1,
        "problems": 2,
        "failures": 1,
    }


def test_places(found: Tables) -> None:
    speech = next(row for row in found.speeches if row["speech_id"] == "i1.s1")
    assert (speech["source_name"], speech["page"], speech["start"], speech["end"]) == ("ginga.pdf", 1, 17, 41)
    problem = found.problems.rows[0]
    assert (problem["page"], problem["line"], problem["excerpt"]) == (2, 2, "不明な行")
    assert found.failures.rows[0]["message"] == "scan.pdf: a PDF of scanned pages"


def test_keys_are_unique_and_joins_hold(parsed: ParseResult) -> None:
    found = tables([parsed])
    for table in found:
        keys = [row["key"] for row in table]
        assert len(set(keys)) == len(keys)
        assert all(tuple(row) and set(row) == set(table.columns) for row in table)
    speeches = {row["speech_id"] for row in found.speeches}
    assert {row["remark_id"] for row in found.exchanges} <= speeches
    assert {row["response_id"] for row in found.exchanges} - {None} <= speeches
    assert [row["key"] for row in found.speeches] == [parsed.meeting.key(s) for s in parsed.meeting.speeches]


def test_wrong_types() -> None:
    with pytest.raises(TypeError):
        tables(["x"])  # type: ignore[list-item]


@given(meetings())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_meeting(tmp_path: Path, meeting: Meeting) -> None:
    found = tables([meeting])
    for table in found:
        assert table.to_arrow().num_rows == table.to_polars().height == len(table.to_pandas()) == len(table)
    found.write_excel(tmp_path / "x.xlsx")
    found.write_csv(tmp_path)
    found.write_jsonl(tmp_path)
    with (tmp_path / "speeches.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sum(1 for _ in csv.DictReader(file)) == len(found.speeches)


def test_columns_have_their_types_without_a_row() -> None:
    none = tables([])
    assert str(none.meetings.to_pandas()["date"].dtype) == "datetime64[s]"
    assert str(none.meetings.to_arrow().schema.field("start_time").type) == "time64[us]"
    assert str(none.exchanges.to_polars().schema["number"]) == "Int64"
    assert set(none.to_pandas()) == set(sheet_names())


def test_frames_hold_the_rows(found: Tables) -> None:
    for table in found:
        rows = [dict(row) for row in table]
        assert table.to_arrow().to_pylist() == rows
        assert table.to_polars().to_dicts() == rows
    frame = found.meetings.to_pandas()
    assert frame["date"][0].date() == dt.date(2024, 9, 11)
    assert frame["start_time"][0] == dt.time(13)
    assert frame["number"][0] == 7


def test_parquet_reads_back_equal(found: Tables, tmp_path: Path) -> None:
    from pyarrow import parquet

    for table, path in zip(found, found.write_parquet(tmp_path / "new"), strict=True):
        assert parquet.read_table(path).equals(table.to_arrow(), check_metadata=True)


def test_csv_opens_in_excel_and_runs_nothing(found: Tables, tmp_path: Path) -> None:
    found.write_csv(tmp_path)
    path = tmp_path / "exchanges.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbfmeeting_id,")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [row["question"] for row in csv.DictReader(file)][1] == "'=運賃はいくらか"
    found.write_csv(tmp_path, defuse=False, encoding="cp932")
    assert ",=運賃はいくらか," in path.read_text(encoding="cp932")


def test_csv_is_valid_by_frictionless(result: ParseResult, parsed: ParseResult, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    tables([result, parsed, FAILED]).write_csv(tmp_path)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert report.stats["tasks"] == 9


def as_in_excel(value: Any, labels: dict[str, str]) -> Any:
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time())
    return labels.get(value, value) if isinstance(value, str) else value


def test_the_workbook_reads_back_equal(found: Tables, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(found.write_excel(tmp_path / "minutes.xlsx"))
    assert book.sheetnames[0] == "質疑"
    for table in found:
        page = book[table.sheet.title]
        headings = [cell.value for cell in page[1]]
        for column in table.sheet.columns:
            labels = {value: words.label for value, words in column_enum(column).items()}
            place = headings.index(column.heading) + 1
            got = [page.cell(line, place).value for line in range(2, len(table) + 2)]
            assert got == [as_in_excel(row[column.name], labels) for row in table]


def test_the_workbook_is_made_to_be_read(found: Tables, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    page = load_workbook(found.write_excel(tmp_path / "minutes.xlsx"))["質疑"]
    headings = {cell.value: cell.column for cell in page[1]}
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref.startswith("A1:")
    question = page.cell(3, headings["発言内容"])
    assert (question.data_type, question.value, question.quotePrefix) == ("s", "=運賃はいくらか", True)
    assert question.alignment.wrap_text
    assert page.cell(2, headings["頁"]).value == 1
    link = page.cell(2, headings["回答者"]).hyperlink
    assert link.location == "'発言'!A5"
    assert page.oddFooter.right.text == "&P / &N 頁"


def test_every_row_says_which_meeting_and_item_it_is_of(found: Tables, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(found.write_excel(tmp_path / "minutes.xlsx"))
    for name, left in {
        "出席者": ["会議体", "開催日"], "議題": ["会議体", "開催日"], "発言": ["会議体", "開催日", "議題"],
        "決定": ["会議体", "開催日", "議題"], "入退室": ["会議体", "開催日", "議題"],
        "注意": ["会議体", "開催日", "コード", "指摘"], "読めない文書": ["種別", "理由"],
    }.items():  # fmt: skip
        assert [cell.value for cell in book[name][1]][: len(left)] == left
    day = dt.datetime(2024, 9, 11)
    said = [cell.value for cell in book["発言"][2]]
    assert said[:3] == ["銀河鉄道審議会", day, "議題１ 駅の増設 & 運賃"]
    assert [cell.value for cell in book["注意"][2]][:4] == ["銀河鉄道審議会", day, "MM301", "理解できない文"]
    assert book["読めない文書"]["B2"].value == "文字の情報がない（空、または画像だけ）"


def test_links_stand_on_short_words_only(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    long = Speaker(label="運輸省航空局安全部運航安全課首席運航審査官付主任運航審査専門官星野")
    items = [AgendaItem(label="議題１", title="駅の増設" * 20, proceedings=[Remark(speaker=long, text="問う")])]
    book = load_workbook(tables([Meeting(body="銀河" * 30, number=7, agenda=items)]).write_excel(tmp_path / "x.xlsx"))
    linked = {page.title: [c.value for row in page.iter_rows() for c in row if c.hyperlink] for page in book}
    assert linked["質疑"] == [7, "発言"]
    assert linked["議題"] == [1]
    assert linked["発言"] == [1]
    assert not book["質疑"]["D2"].hyperlink


def test_one_font_throughout(found: Tables, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    for page in load_workbook(found.write_excel(tmp_path / "minutes.xlsx")):
        fonts = {(c.font.name, c.font.sz) for row in page.iter_rows() for c in row}
        assert fonts == {("Calibri", 11.0)}
        assert page.row_dimensions[1].height == 20


def test_a_page_holds_what_is_read_in_a_line(found: Tables, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    page = load_workbook(found.write_excel(tmp_path / "minutes.xlsx"))["質疑"]
    headings = [cell.value for cell in page[1]]
    printed = headings[: headings.index("頁") + 1]
    assert page.print_area == f"'質疑'!$A$1:${page.cell(1, len(printed)).column_letter}${page.max_row}"
    assert printed == [
        "会議体", "回", "開催日", "議題", "発言者", "発言の種類", "発言内容", "回答者", "回答内容", "対応の根拠", "出典", "頁",
    ]  # fmt: skip
    assert headings[len(printed)] == "発言者氏名"


def test_what_a_sheet_cannot_hold(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    long = Remark(speaker=Speaker(label="委員"), text="𠮷" * 40_000)
    old = Meeting(date=dt.date(1889, 2, 11), agenda=[AgendaItem(proceedings=[long])])
    book = load_workbook(tables([old]).write_excel(tmp_path / "x.xlsx"))
    assert max(len(str(c.value)) for c in book["質疑"][2]) < 32_767
    assert any(str(c.value).endswith("…（以下略）") for c in book["質疑"][2])
    assert "1889-02-11" in [c.value for c in book["会議"][2]]
    many = Table("speeches", range(1_048_576))  # type: ignore[arg-type]
    parts = {table.name: table for table in tables([])}
    with pytest.raises(ExportError, match="1048576 rows"):
        Tables(**{**parts, "speeches": many}).write_excel(tmp_path / "y.xlsx")


def test_every_heading_is_used_once_a_sheet() -> None:
    for resource in table_schema()["resources"]:
        titles = [field["title"] for field in resource["schema"]["fields"]]
        assert len(set(titles)) == len(titles)


def test_a_number_beyond_64_bits_is_no_error() -> None:
    found = tables([Meeting(number=10**20)]).meetings
    assert found.rows[0]["number"] == 10**20
    assert found.to_arrow()["number"].to_pylist() == found.to_polars()["number"].to_list() == [None]
    assert found.to_pandas()["number"].isna().all()
