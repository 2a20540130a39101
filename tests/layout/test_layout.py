"""Lines to paragraphs: what is joined, what is set aside, and where each character came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_model.layout import lay_out
from minutes_model.text import squeeze

WIDE = "これは行の幅いっぱいまで続く文であり、次の行に続くことを示すために置かれたものであ"


def paragraphs(text: str) -> list[str]:
    flow = lay_out(text)
    return [squeeze(flow.text[block.start : block.end]) for block in flow.blocks]


def furniture(text: str) -> list[tuple[str, str]]:
    return [(text[start:end].strip(), kind) for start, end, kind in lay_out(text).furniture]


def wrapped(*tails: str) -> str:
    """Paragraphs of several full lines and a tail each."""
    return "".join(f"　{WIDE[:-1]}\n{WIDE}\n{WIDE}\n{tail}\n" for tail in tails)


def test_full_lines_go_on_in_the_next() -> None:
    found = paragraphs(wrapped("る。", "ります。"))
    assert found == [squeeze(WIDE[:-1] + WIDE * 2 + tail) for tail in ("る。", "ります。")]


def test_lines_of_a_web_page_are_paragraphs() -> None:
    assert paragraphs("大島委員から質問があった。\n小川課長が答えた。\n以上") == ["大島委員から質問があった。", "小川課長が答えた。", "以上"]


def test_a_space_at_the_end_marks_a_paragraph_s_end() -> None:
    text = f"{WIDE}\n{WIDE}\n{WIDE}。 \n{WIDE}\n{WIDE}\nる。 \n以上 \n"
    assert len(paragraphs(text)) == 3


@pytest.mark.parametrize(
    "opening",
    ["○大島委員　質問がある。", "（２）議題２：計画について", "・道が狭い。", "議案第３号　条例について", "日程第２　報告について", "問　いつからか。", "２　日　時"],
)
def test_what_opens_a_line_of_its_own_is_never_joined(opening: str) -> None:
    assert squeeze(opening) in paragraphs(f"{wrapped('る。')}{WIDE}。\n{opening}\n")


def test_numbers_alone_above_titles_are_no_pages() -> None:
    text = "１\n料金について\n総務課長が説明した。\n" + "了承された。\n" * 8 + "２\n休館日の見直しについて\n総務課長が説明した。\n"
    assert not furniture(text)
    assert [words for words in paragraphs(text) if words.endswith("について")] == ["１料金について", "２休館日の見直しについて"]


def test_numbers_of_pages_above_their_first_titles_are_none_of_items() -> None:
    page = "総務課長が説明した。\n" + "了承された。\n" * 12
    text = f"施設の管理について\n{page}1\n公園計画について\n{page}2\n道路計画について\n{page}"
    assert [words for words, kind in furniture(text) if kind == "page_number"] == ["1", "2"]


def test_rows_of_a_list_are_not_wrapped_lines() -> None:
    rows = "".join(f"財政課管財係長{number}      小 金 井  幸  {number}\n" for number in "太次三")
    assert len(paragraphs(rows + "6.議会事務局職員出席者\n")) == 4


def test_a_heading_s_second_line_begins_with_no_word() -> None:
    text = wrapped("る。") + f"（４）議題４　{WIDE[:-12]}（継続審査）\nについて\n"
    assert paragraphs(text)[-1].endswith("（継続審査）について")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- 1 -", "page_number"), ("－　２　－", "page_number"), ("3/12", "page_number"), ("12ページ", "page_number"), ("p. 4", "page_number"),
        ("────────────────────────────────────────────", "rule_line"), ("～～～～～～", "rule_line"), ("＊＊＊＊＊＊", "rule_line"),
    ],
)  # fmt: skip
def test_furniture_by_its_form(line: str, kind: str) -> None:
    assert furniture(f"始めに述べる。\n{line}\n次に述べる。\n") == [(line, kind)]


def test_bare_numbers_that_count_up_are_page_numbers() -> None:
    text = "一の文。\n1\n二の文。\n2\n三の文。\n3\n"
    assert furniture(text) == [("1", "page_number"), ("2", "page_number"), ("3", "page_number")]


def test_a_bare_number_in_the_middle_of_its_line_is_a_page_number() -> None:
    assert furniture(f"一の文。\n\n{'　' * 18}1\n\n二の文。\n") == [("1", "page_number")]


def test_a_lone_number_is_no_page_number() -> None:
    assert furniture("出席者\n5\n名\n") == []


def test_running_heads_stand_at_several_pages_and_the_first_is_the_title() -> None:
    text = "".join(f"第３回会議録\n{number}の文。\n- {number} -\n\f" for number in (1, 2, 3))
    assert [words for words, kind in furniture(text) if kind == "running_head"] == ["第３回会議録"] * 2


def test_a_speaker_above_the_end_of_two_pages_is_no_running_foot() -> None:
    text = "会議録\n鶴谷副館長\n\f始めます。\n橘会長\nどうぞ。\n鶴谷副館長\n\f説明します。\n"
    assert not furniture(text)


def test_a_page_break_does_not_end_a_sentence() -> None:
    text = wrapped("る。") + f"{WIDE}\n\n- 1 -\n\n{WIDE}\nった。\n"
    assert paragraphs(text)[-1] == squeeze(WIDE + WIDE + "った。")


def test_the_width_of_many_lines_goes_before_that_of_a_few() -> None:
    longer = f"　　日程第一　{WIDE}{WIDE[:6]}\n　　日程第二　{WIDE}{WIDE[:6]}\n"
    assert paragraphs(longer + wrapped(*["った。"] * 8, "いる。"))[-1] == squeeze(WIDE[:-1] + WIDE * 2 + "いる。")


@given(st.text(alphabet="あ委員「」。、（）○12 　\n\f\r-", max_size=200))
def test_every_character_knows_its_place(text: str) -> None:
    flow = lay_out(text)
    for block in flow.blocks:
        for offset in range(block.start, block.end):
            assert text[flow.source(offset)] == flow.text[offset]
    kept = {flow.source(o) for block in flow.blocks for o in range(block.start, block.end)}
    aside = {place for start, end, _ in flow.furniture for place in range(start, end)}
    rest = [c for place, c in enumerate(text) if place not in kept | aside]
    assert not any(not c.isspace() for c in rest)


def test_lines_followed_by_the_next_item_are_not_cut() -> None:
    text = (
        "銀河放送機構経営委員会（第９回）議事概要\n１ 日時：令和６年５月15日（水）10：00～\n"
        "２ 出席者：鳴海委員長、沢渡委員、綾部総務課長\n３ 議事の概要\n（１）番組の編成について\n"
        "綾部総務課長から、資料に基づき説明があった。\n本件は了承した。\n"
    )
    assert paragraphs(text) == [squeeze(line) for line in text.splitlines()]


def test_the_frame_between_two_lines_of_a_cell_is_furniture() -> None:
    text = "│会長　　│始めます。　　│\n│　　　　│次に進みます。│\n"
    assert [words for words, kind in furniture(text) if kind == "frame"] == ["│"] * 5


def test_the_hashes_of_headings_are_marks_of_their_level() -> None:
    flow = lay_out("# 第3回部会 議事録\n\n## 議事\n\n### 1 表示について\n\n資料を配った。\n")
    assert [flow.words(block) for block in flow.blocks] == ["第3回部会 議事録", "■ 議事", "◆ 1 表示について", "資料を配った。"]
    assert [flow.text[block.start] for block in flow.blocks[1:3]] == ["#", "#"]


def test_hashes_without_levels_stay() -> None:
    flow = lay_out("#1 の部品\n# 2 の部品\n")
    assert [flow.words(block) for block in flow.blocks] == ["#1 の部品", "# 2 の部品"]


def test_the_rows_of_a_table_on_the_last_lines_of_a_page_are_no_footnotes() -> None:
    text = "質疑は次のとおり。\n| № | 委員 | 質問 | 回答 |\n|---|---|---|---|\n| 1 | 谷委員 | なぜか。 | 雨である。 |\n| 2 | 森委員 | いつか。 | 来月である。 |\n\n- 1 -\n"
    assert not [words for words, kind in furniture(text) if kind == "footnote"]
    text = "税率を改める※1。\n――――――――――\n※1 条例第３条による。\n- 1 -\n"
    assert [words for words, kind in furniture(text) if kind == "footnote"] == ["※1 条例第３条による。"]
