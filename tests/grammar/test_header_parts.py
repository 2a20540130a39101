"""Labels, headings and titles as tables: every decoration formats of public bodies use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import minutes_model as mm
from minutes_model.grammar.headings import find_heading
from minutes_model.grammar.label_words import LabelKind
from minutes_model.grammar.labels import find_label
from minutes_model.grammar.title import read_title
from minutes_model.layout import lay_out
from minutes_model.model.enums import RecordKind


def label(line: str) -> tuple[str, str, str] | None:
    """The kind of a line's label, its words and its value."""
    flow = lay_out(line)
    found = find_label(flow, flow.blocks[0])
    return (found.kind.value, found.words, flow.text[found.value :].strip(" 　：:\n")) if found else None


@pytest.mark.parametrize(
    ("line", "kind", "words", "value"),
    [
        ("日時：令和６年９月11日", "date", "日時", "令和６年９月11日"),
        ("１　日　時　令和６年９月11日", "date", "日時", "令和６年９月11日"),
        ("1.開催日時", "date", "開催日時", ""),
        ("第１ 日 時 令和元年11月７日", "date", "日時", "令和元年11月７日"),
        ("（１）日時　平成31年４月１日", "date", "日時", "平成31年４月１日"),
        ("一、開催年月日　　令和五年九月十二日", "date", "開催年月日", "令和五年九月十二日"),
        ("〇招集日時 平成25年12月12日", "date", "招集日時", "平成25年12月12日"),
        ("【日　時】", "date", "日時", ""),
        ("＜会議場所＞", "venue", "会議場所", ""),
        ("〔場所〕第一会議室", "venue", "場所", "第一会議室"),
        ("於・第三委員会室", "venue", "於", "第三委員会室"),
        ("於　市役所第三委員会室", "venue", "於", "市役所第三委員会室"),
        ("Ⅰ　とき・ところ", "date", "とき・ところ", ""),
        ("出席及び欠席の状況", "people", "出席及び欠席の状況", ""),
        ("３　出席者（敬称略）", "people", "出席者", ""),
        ("◆参加委員：青木", "people", "参加委員", "青木"),
        ("４ 欠席者　なし", "absent", "欠席者", "なし"),
        ("本日の会議に付した事件", "agenda", "本日の会議に付した事件", ""),
        ("５．議事の概要", "body", "議事の概要", ""),
        ("○審議の結果", "body", "審議の結果", ""),
        ("議題及び主な意見", "body", "議題及び主な意見", ""),
        ("次回開催予定日　令和７年１月９日", "next", "次回開催予定日", "令和７年１月９日"),
        ("配布資料", "other", "配布資料", ""),
    ],
)
def test_labels(line: str, kind: str, words: str, value: str) -> None:
    assert label(line) == (kind, words, value)


@pytest.mark.parametrize(
    "line",
    ["委員から質問があった。", "事務局が説明した。", "審議の結果、原案のとおり決定した。", "議長　これより開きます。", "日時計の設置について", "場所打ち杭工法", "於 保さんの発言", ""],
)
def test_what_is_no_label(line: str) -> None:
    assert not line or label(line) is None


def test_labels_of_unknown_words_share_the_style_of_the_others() -> None:
    flow = lay_out("３　公共交通の部\n")
    assert find_label(flow, flow.blocks[0]) is None
    found = find_label(flow, flow.blocks[0], style="N")
    assert found is not None
    assert (found.kind, found.known) == (LabelKind.OTHER, False)


def heading(line: str) -> tuple[int | None, str | None, str] | None:
    flow = lay_out(line)
    found = find_heading(flow, flow.blocks[0])
    return (found.number, found.label, found.title) if found else None


@pytest.mark.parametrize(
    ("line", "number", "mark", "title"),
    [
        ("（１）議題１：計画について", 1, "（１）議題１", "計画について"),
        ("１．計画について", 1, "１", "計画について"),
        ("⑵　規則の改正について（審議：警務部）", 2, "⑵", "規則の改正について（審議：警務部）"),
        ("③ 報告書の骨子", 3, "③", "報告書の骨子"),
        ("≪２．調査会の進め方について≫", 2, "２", "調査会の進め方について"),
        ("議案第21号　条例の一部を改正する条例について", 21, "議案第21号", "条例の一部を改正する条例について"),
        ("第１号議案　平成24年度計画及び予算について", 1, "第１号議案", "平成24年度計画及び予算について"),
        ("日程第３　陳情第三号　給食費について", 3, "日程第３", "陳情第三号給食費について"),
        ("【議題２】交通の確保について", 2, "議題２", "交通の確保について"),
        ("議題⑶　規則の改正について", 3, "議題⑶", "規則の改正について"),
        ("【２　料金の改定について】　谷館長（資料１）", 2, "２", "料金の改定について"),
        ("（１）規則の改正について　-資料１を基に課長から説明-", 1, "（１）", "規則の改正について"),
        ("（１）防災講演会　-命を守るために-", 1, "（１）", "防災講演会-命を守るために-"),
        ("【1】学友会の総会について", 1, "1", "学友会の総会について"),
        ("○人事案件について", None, "○", "人事案件について"),
        ("審　議　事　項", None, None, "審議事項"),
        ("（報告事項）", None, None, "報告事項"),
        ("その他", None, None, "その他"),
    ],
)
def test_headings(line: str, number: int | None, mark: str | None, title: str) -> None:
    assert heading(line) == (number, mark, title)


@pytest.mark.parametrize(
    "line",
    ["委員から質問があった。", "（１）委員から、次のような質問があった。", "【非公開】", "３月31日", "第３回", "２名", "12", "議案第３号は、原案どおり"],
)
def test_what_is_no_heading(line: str) -> None:
    assert heading(line) is None


@pytest.mark.parametrize(
    ("lines", "body", "number", "session", "record"),
    [
        ("個人情報保護委員会（第300回）議事概要", "個人情報保護委員会", 300, "第300回", RecordKind.SUMMARY),
        ("令和５年度第４回 水辺市緑化審議会 会議録", "水辺市緑化審議会", 4, "令和５年度第４回", RecordKind.TRANSCRIPT),
        ("第十二回港湾部会議事録", "港湾部会", 12, "第十二回", RecordKind.TRANSCRIPT),
        ("第 十 七 回\n緑町立博物館協議会　議事録", "緑町立博物館協議会", 17, "第十七回", RecordKind.TRANSCRIPT),
        ("第二十二期第五回緑町農業委員会　議事録", "緑町農業委員会", 5, "第五回", RecordKind.TRANSCRIPT),
        ("定例委員会の開催状況", None, None, None, RecordKind.SUMMARY),
        ("令 和 ３ 年\n第 ２ 回\n教育委員会会議録\n真砂市教育委員会", "真砂市教育委員会", 2, "令和３年第２回", RecordKind.TRANSCRIPT),
        ("審議会・研究会\n\n産業分科会（第７回） 議事録", "産業分科会", 7, "第７回", RecordKind.TRANSCRIPT),
        ("ホーム ＞ 審議会 ＞ 物流研究会\n\n物流研究会（第４回） 議事要旨", "物流研究会", 4, "第４回", RecordKind.SUMMARY),
        ("羽西町弔慰金審査委員会（第５回）議事録【公開用】", "羽西町弔慰金審査委員会", 5, "第５回", RecordKind.TRANSCRIPT),
        ("総務文教常任委員会　平成27年６月22日（月）", "総務文教常任委員会", None, None, None),
    ],
)
def test_titles(lines: str, body: str | None, number: int | None, session: str | None, record: RecordKind | None) -> None:
    flow = lay_out(lines)
    title = read_title(flow, list(flow.blocks))
    assert (title.body, title.number, title.session_label, title.record) == (body, number, session, record)


@given(st.text(max_size=80))
def test_any_line_is_answered(line: str) -> None:
    flow = lay_out(line)
    for block in flow.blocks:
        find_label(flow, block)
        find_label(flow, block, style="N")
        found = find_heading(flow, block)
        assert found is None or block.start <= found.text[0] <= found.text[1] <= block.end
    read_title(flow, list(flow.blocks))


OPINIONS = "第２回みどり市図書館協議会　{}\n\n日時　令和６年２月８日（木）\n出席者　林委員、馬場委員\n\n委員からの主な意見は次のとおり。\n・開館を早めてほしい。\n・本を増やしてほしい。\n"


@pytest.mark.parametrize(
    ("title", "record"),
    [("意見の概要", "outline"), ("会議結果", "outline"), ("議事要旨", "summary"), ("会議録", "transcript")],
)
def test_opinions_and_results_alone_are_an_outline_where_the_title_names_no_other(title: str, record: str) -> None:
    assert mm.parse(OPINIONS.format(title)).meeting.record.value == record


@pytest.mark.parametrize(
    ("lines", "venue"),
    [
        ("１．日　時　　令和５年12月19日（火）　午前９時30分開会\n　　　　　　　午前11時５分閉会\n　　　　　　　羽西町役場東支所　２階会議室\n２．出席委員　　森委員、谷委員", "羽西町役場東支所 ２階会議室"),
        ("Ⅰ　とき・ところ\n　　令和５年12月19日（火）　13時30分開会\n　　県庁東別館４階　403会議室\nⅡ　出席した者・欠席した者\n　　森委員、谷委員", "県庁東別館４階 403会議室"),
        ("１．日　時　　令和５年12月19日（火）　午前９時30分開会\n　　　　　　　事務局　都市整備部公園緑地室\n２．出席委員　　森委員、谷委員", None),
        ("１．日　時　　令和５年12月19日（火）　午前９時30分開会\n　　　　　　　会議室の都合により一週延期\n２．出席委員　　森委員、谷委員", None),
    ],
)
def test_a_place_below_the_day(lines: str, venue: str | None) -> None:
    meeting = mm.parse(f"羽西町水道審議会会議録\n\n{lines}\n３．議事　　料金について\n").meeting
    assert meeting.venue == venue
    assert [one.name for one in meeting.attendees if one.listed] == ["森", "谷"]
