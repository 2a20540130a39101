"""Families of speaker marks: what proves one, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_model.grammar.detect import find_family, split_turns
from minutes_model.grammar.turns import Family, Shape
from minutes_model.layout import Flow, lay_out

FAMILIES = {
    "mark○": [
        "○高委員長　それでは始めます。\n○南課長　説明します。\n○高委員長　どうぞ。\n○西委員　賛成です。",
        "○ 高委員長　それでは始めます。\n○ 事務局　説明します。\n○ 高委員長　どうぞ。",
        "◯委員長（神田千鶴さん）  始めます。\n◯課長（仙台 恵さん）  説明します。\n"
        "◯委員長（神田千鶴さん）  どうぞ。",
        "〇高委員長\n始めます。\n〇南課長\n説明します。\n〇高委員長\nどうぞ。",
        "○議　長（岩田　弘君）　始めます。\n○１番（小野さやか君）　伺います。\n"
        "○議　長（岩田　弘君）　どうぞ。",
        "1 ○議長（岩田弘君）　始めます。\n2 ○町長（浪川信吾君）　答えます。\n3 ○議長（岩田弘君）　どうぞ。",
        "○委 員 長　始めます。\n○西 委 員　伺います。\n○委 員 長　どうぞ。",
        "○東電力（梅田）　説明します。\n○西委員　伺います。\n○東電力（梅田）　お答えします。",
        "○陸田豊君　伺います。\n○説明員（津田臣君）　答えます。\n○陸田豊君　分かりました。",
        "○青木　伺います。\n○石井　答えます。\n○青木　分かりました。\n"
        "○石井　はい。以上です。\n○青木　終わります。",
    ],
    "mark○◎": ["◎高会長\n始める。\n○西委員\n道が狭い。\n○南課長\n広げる。\n◎高会長\n終わる。"],
    "mark◆": ["◆西委員　伺います。\n◆南課長　答えます。\n◆西委員　分かりました。"],
    "bracket【": ["【高教育長】\n　始めます。\n【南課長】　説明します。\n【高教育長】\n　どうぞ。"],
    "bracket(": [
        "（会長）\n　始めます。\n（Ａ委員）　伺います。\n（会長）　どうぞ。",
        "（事務局（山田））　説明します。\n（西委員）　伺います。\n（事務局（山田））　答えます。",
    ],
    "bracket【(": [
        "【高会長】始めます。\n（南課長）説明します。\n【西委員】伺います。\n（北係長）お答えします。\n【高会長】以上です。\n【西委員】はい。",
    ],
    "bracket[": ["〔議長〕　始めます。\n〔西委員〕　伺います。\n〔議長〕　どうぞ。"],
    "colon": [
        "会　長：始めます。\n西委員：伺います。\n会　長：どうぞ。\n西委員：はい。以上です。",
        "出席者　楪理代、小柴克己、垣谷保\n\n楪　　：始めます。\n小柴　：伺います。\n楪　　：どうぞ。\n垣谷　：賛成です。\n小柴　：以上です。",
    ],
    "closing": [
        "山田委員長）ただ今から始めます。\n西委員）伺います。\n山田委員長）どうぞ。\n西委員）以上です。",
        "（山田委員長）ただ今から始めます。\n（西委員）伺います。\n（山田委員長）次に移ります。\n西委員）伺います。\n山田委員長）どうぞ。\n西委員）以上です。\n山田委員長）終わります。",
    ],
    "gap": [
        "高山課長  ただ今から始めます。\n西委員　伺います。\n高山課長  お答えします。\n西委員　以上です。",
        "小柴　始めます。\n垣谷　伺います。\n小柴　お答えします。\n垣谷　以上です。",
        "出席者　小柴　克己、垣谷　保\n\n小柴　始める。\n垣谷　道が狭い。\n小柴　広げるべきだ。\n垣谷　賛成である。",
        "小柴　始めます。\n林　伺います。\n福冨　お答えします。\n林　以上です。\n小柴　ありますか。\n福冨　ありません。",
    ],
    "line": ["井内委員長\n始めます。\n\n西委員\n伺います。\n\n井内委員長\nどうぞ。\n\n西委員\n以上です。"],
}

NARROW = "議長 始めます。\n西委員 伺います。\n南課長 答えます。\n" * 3

NO_FAMILY = [
    "",
    "○運転免許の行政処分について\n○交通安全の日について\n○運転免許の行政処分について",
    "○ 避難所を増やすべきである。\n○ 道路を直すべきである。\n○ 橋を架けるべきである。",
    "○日　時　令和６年４月１日\n○場　所　市役所\n○出席者　山田委員長",
    "出席者：◎風間和子会長、○北田茂樹副会長、三田惠委員",
    "委員長　山田太郎\n委員　西田花子\n委員　南田次郎\n事務局長　東田三郎",
    "（異議なし）\n（全員挙手）\n（異議なし）\n（全員挙手）\n（異議なし）",
    "Q 西委員\n伺います。\nA 南課長\n答えます。\nQ 西委員\n分かりました。\nA 南課長\n以上です。",
    "官房長から、「国会の状況」について説明があった。\n北田委員より、「着実に進めたい」旨の発言があった。",
    "石川　雨が多いです。\n福島　雪が多いです。\n石川　風も強いです。\n福島　晴れも多いです。",
    "現状　人は減っています。\n課題　店が足りません。\n現状　道は古いです。\n課題　バスが来ません。",
    "質問：なぜ遅れたのか。\n回答：雨のためである。\n質問：いつ終わるか。\n回答：来月である。",
]


def family_of(text: str) -> tuple[Flow, Family | None]:
    flow = lay_out(text)
    return flow, find_family(flow, range(len(flow.blocks)))


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in FAMILIES.items() for text in texts]
)
def test_a_family_is_proven_by_labels_that_come_back(name: str, text: str) -> None:
    _, family = family_of(text)
    assert family is not None
    assert family.name == name


@pytest.mark.parametrize("text", NO_FAMILY)
def test_what_only_looks_like_speakers_is_no_family(text: str) -> None:
    assert family_of(text)[1] is None


LABELS = [
    ("○", "○高委員長　それでは", "高委員長", "それでは"),
    ("○", "○山田　太郎委員　はい", "山田　太郎委員", "はい"),
    ("○", "○委 員 長　はい", "委 員 長", "はい"),
    ("○", "○○○委員　はい", "○○委員", "はい"),
    ("○", "○鹿内次長　「資料を御覧ください。」", "鹿内次長", "「資料を御覧ください。」"),
    ("○", "12 ○１番（小野さやか君）　伺う", "１番（小野さやか君）", "伺う"),
    ("○", "○日置委員", "日置委員", None),
    ("○", "○ 江　藤　会　長", "江　藤　会　長", None),
    ("○", "○ 文化財課 中野係長", "文化財課 中野係長", None),
    ("○", "○文化財課 中野係長　はい", "文化財課 中野係長", "はい"),
    ("○", "○委員長　山田委員　どうぞ", "委員長", "山田委員　どうぞ"),
    ("○", "○評価の進め方について", None, None),
    ("○", "○　通学に長く掛かる生徒が出ないこと。", None, None),
    ("(", "（○○航路事業者　入室）", None, None),
    ("(", "（「異議なし」の声あり）", None, None),
    ("(", "（Ａ委員）　はい", "Ａ委員", "はい"),
]


@pytest.mark.parametrize(("mark", "line", "label", "text"), LABELS)
def test_a_turn_has_a_label_and_a_text(mark: str, line: str, label: str | None, text: str | None) -> None:
    flow = lay_out(line)
    shape = Shape.MARK if mark == "○" else Shape.BRACKET
    turn = Family(shape, mark).turn(flow, flow.blocks[0])
    assert (turn and flow.text[slice(*turn.label)]) == label
    assert ((turn is not None and turn.text is not None and flow.text[turn.text :].strip()) or None) == text


def test_a_single_space_parts_labels_that_come_back_often() -> None:
    _, family = family_of(NARROW)
    assert family is not None
    assert family.labels == {"議長", "西委員", "南課長"}
    assert family_of("議長 始めます。\n西委員 伺います。\n議長 どうぞ。")[1] is None


def test_a_character_that_nobody_listed_bears_names_no_speaker() -> None:
    _, family = family_of("小柴：始めます。\n例：橋の修繕です。\n垣谷：賛成です。\n例：道の舗装です。\n小柴：次です。\n垣谷：はい。以上です。")
    assert family is not None
    assert family.labels == {"小柴", "垣谷"}


def test_turns_stand_in_brackets_of_each_side_and_stage_lines_open_none() -> None:
    text = "【高会長】始めます。\n（南課長）説明します。\n【西委員】伺います。\n（異議なし）\n（北係長）お答えします。\n【高会長】以上です。\n【西委員】はい。"
    flow, family = family_of(text)
    assert family is not None
    assert [family.turn(flow, block) is not None for block in flow.blocks] == [True, True, True, False, True, True, True]


def test_turns_in_quotation_marks_are_noticed() -> None:
    _, family = family_of("○高知事　「始めます。」\n○南課長　「説明します。」\n○高知事　「どうぞ。」")
    assert family is not None
    assert family.quoted


def test_a_label_behind_a_full_line_opens_a_turn() -> None:
    full = "議長：議案第一号について、事務局の説明を求めますので、お願いいたします。"
    text = (
        f"{full}\n事務局：別冊の計画書を御覧ください。今年の計画は、昨年の十月に決めた三つの\n"
        f"方針によるものです。\n" * 6
    )
    flow, family = family_of(text)
    assert family is not None
    found = [family.turn(flow, block) for block in split_turns(flow, family).blocks]
    assert sum(turn is not None for turn in found) == 12


@given(st.text(alphabet="○【】（）()：: 　\n。、「」委員長会事務局はい１2君Aあ", max_size=200))
def test_no_text_breaks_detection(text: str) -> None:
    flow, family = family_of(text)
    if family is None:
        return
    for block in split_turns(flow, family).blocks:
        turn = family.turn(flow, block)
        if turn is not None:
            assert block.start <= turn.label[0] < turn.label[1] <= turn.head <= block.end


def test_dots_may_part_a_label_from_its_words() -> None:
    flow = lay_out("委　員・・・開館の時間を延ばせないか。\n事務局・・・検討する。\n委　員・・・いつまでにか。\n事務局・・・年度内とする。")
    family = find_family(flow, range(len(flow.blocks)))
    assert family is not None
    turns = [turn for block in flow.blocks if (turn := family.turn(flow, block)) is not None]
    assert (family.name, [turn.words for turn in turns]) == ("dots", ["委員", "事務局"] * 2)
