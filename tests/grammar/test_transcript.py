"""Verbatim transcripts: turns, stage lines, kinds by role, answers by order, decisions in words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import minutes_model as mm
from minutes_model.grammar.detect import find_family, split_turns
from minutes_model.grammar.draft import Decided, Entry, Listed, Moved, Said, Told
from minutes_model.grammar.label_lines import join_labels
from minutes_model.grammar.transcript import find_clock, read_cast_of, read_transcript, split_announced
from minutes_model.grammar.turns import Family, Shape
from minutes_model.layout import Flow, lay_out
from minutes_model.model.enums import Change, Outcome, ReplyLink
from minutes_model.text import fold, squeeze

MARK = Family(Shape.MARK, "○")


def read(text: str, family: Family | None = None) -> tuple[Flow, list[Entry]]:
    flow = lay_out(text)
    blocks = range(len(flow.blocks))
    return flow, read_transcript(flow, blocks, family or find_family(flow, blocks) or MARK)


def speeches(text: str) -> list[tuple[str, str, str]]:
    flow, entries = read(text)
    return [
        (e.kind, (e.label or flow.text[slice(*(e.who or (0, 0)))]), flow.text[slice(*(e.text or (0, 0)))])
        for e in entries
        if isinstance(e, Said)
    ]


def kinds(text: str) -> str:
    return "".join(kind[:3] + " " for kind, _, _ in speeches(text)).strip()


def test_a_turn_runs_over_all_its_paragraphs() -> None:
    text = (
        "○高会長　始めます。\n　お忙しい中ありがとうございます。\n　では。\n○南課長\n"
        "　説明します。\n　以上です。"
    )
    assert [(who, words.count("\n")) for _, who, words in speeches(text)] == [("高会長", 2), ("南課長", 1)]


def test_text_after_a_stage_line_is_a_new_speech_of_the_same_speaker() -> None:
    text = "○高会長　よろしいですか。\n　　（「異議なし」の声あり）\n　そのように決めます。\n○西委員　はい。"
    assert [(who, words) for _, who, words in speeches(text)] == [
        ("高会長", "よろしいですか。"), ("高会長", "そのように決めます。"), ("西委員", "はい。"),
    ]  # fmt: skip


STAGES = [
    "（異議なし）", "（「異議なし」と呼ぶ者あり）", "〔賛成者挙手〕", "《異議なし》",
    "（３番　薄田昌子君登壇）",
    "（休憩　午後２時48分～３時00分）",
    "午前10時41分休憩", "再開　午後１時00分", "午 前 10 時 41 分　休 憩", "〈休憩〉", "（非公開）", "午後三時八分散会",
]  # fmt: skip


@pytest.mark.parametrize("line", STAGES)
def test_stage_lines_are_nobodys_words(line: str) -> None:
    flow, entries = read(f"○高会長　始めます。\n　　{line}\n○西委員　はい。", MARK)
    told = [flow.text[e.start : e.end] for e in entries if isinstance(e, Told)]
    assert told == [line]


MOVES = [
    ("（公園課長　入室）", Change.JOINED, ["公園課長"]),
    ("（傍聴者入場）", Change.JOINED, ["傍聴者"]),
    ("<副会長入室>", Change.JOINED, ["副会長"]),
    ("《担当課退室》", Change.LEFT, ["担当課"]),
    ("（粟田委員、西委員　退席）", Change.LEFT, ["粟田委員", "西委員"]),
    ("（○○航路事業者　退室）", Change.LEFT, ["○○航路事業者"]),
    ("～申請者Ｘ　入室～", Change.JOINED, ["申請者Ｘ"]),
]


@pytest.mark.parametrize(("line", "change", "people"), MOVES)
def test_people_enter_and_leave(line: str, change: Change, people: list[str]) -> None:
    flow, entries = read(f"○高会長　始めます。\n　　{line}\n○西委員　はい。", MARK)
    moved = [e for e in entries if isinstance(e, Moved)]
    assert [(m.change, [flow.text[slice(*p)] for p in m.people]) for m in moved] == [(change, people)]


def test_a_presentation_that_is_not_given_is_an_explanation_without_text() -> None:
    text = (
        "（担当課）\n　《入室及び資料を用いて説明》\n（委員）\n　映像は撮るか。\n（担当課）\n"
        "　撮らない。\n（委員）\n　分かった。"
    )
    flow, entries = read(text)
    said = [e for e in entries if isinstance(e, Said)]
    assert [s.kind for s in said] == ["explanation", "remark", "response", "remark"]
    assert said[0].text is None
    moved = next(e for e in entries if isinstance(e, Moved))
    assert [flow.text[slice(*p)] for p in moved.people] == ["担当課"]


def test_a_stage_line_that_names_who_presents_is_his_explanation() -> None:
    flow, entries = read("○高会長　次です。\n－資料１に基づき、事務局から説明－\n○西委員　なぜか。", MARK)
    said = entries[1]
    assert isinstance(said, Said)
    assert (said.kind, said.text, flow.text[slice(*(said.who or (0, 0)))]) == ("explanation", None, "事務局")


def test_a_label_under_which_nobody_speaks_is_no_speech() -> None:
    text = "（会長）\n　適当と認めてよいか。\n（各委員）\n　《異議なし》\n（会長）\n　では、そのように。"
    assert [who for _, who, _ in speeches(text)] == ["会長", "会長"]


def test_what_stands_below_a_result_heading_is_a_decision() -> None:
    text = (
        "（委員）\n　よいか。\n（会長）\n　よい。\n（委員）\n　分かった。\n【結果】\n"
        "　一部修正の上、適当と認める。"
    )
    flow, entries = read(text)
    assert [flow.text[e.start : e.end] for e in entries if isinstance(e, Decided)] == [
        "一部修正の上、適当と認める。"
    ]


KINDS = [
    ("opening by the secretariat",
     "○南課長　ただいまから開会いたします。\n"
     "○高会長　説明をお願いします。\n○南課長　3件です。",
     "rem rem exp"),
    ("two presenters",
     "○高会長　説明を求めます。\n○南課長　3件です。\n○北係長　続いて2件です。\n○西委員　なぜですか。",
     "rem exp exp rem"),
    ("an answer",
     "○高会長　説明を求めます。\n○南課長　3件です。\n○西委員　なぜですか。\n○南課長　雨です。",
     "rem exp rem res"),
    ("hand-over between",
     "○西委員　なぜですか。\n"
     "○高会長　課長、お願いします。\n○南課長　雨です。\n○高会長　次へ。",
     "rem rem res rem"),
    ("members never explain",
     "○高会長　西委員から説明をお願いします。\n○西委員　字を大きくしました。\n"
     "○高会長　どうぞ。",
     "rem rem rem"),
    ("greeting",
     "○南課長　開会します。部長から御挨拶申し上げます。\n○東部長　館も40年です。\n"
     "○南課長　では会長お願いします。\n"
     "○高会長　はい。",
     "rem rem rem rem"),
    ("an official asks the floor",
     "○南課長　選出ですが、御推薦はありますか。\n○西委員　お任せします。\n○高会長　はい。",
     "rem rem rem"),
    ("closing",
     "○西委員　よいと思います。\n"
     "○高会長　以上で議事を終了します。\n○南課長　ありがとうございました。\n○高会長　では。",
     "rem rem rem rem"),
    ("notice",
     "○西委員　なぜですか。\n○南課長　雨です。\n"
     "○高会長　事務局から連絡事項をお願いします。\n○南課長　次回は5月です。",
     "rem res rem exp"),
    ("notice that nobody asked for",
     "○西委員　なぜですか。\n○南課長　雨です。\n○北係長　次回は５月の中旬を予定しております。",
     "rem res exp"),
    ("notice of what was asked",
     "○西委員　次回はいつですか。\n○南課長　調整中です。\n○北係長　次回は５月の中旬を予定しております。",
     "rem res res"),
    ("next part",
     "○高会長　説明を求めます。\n○南課長　番号１は田です。\n○高会長　番号２に関わる西委員は席をお移りください。\n"
     "○南課長　番号２は、畑です。",
     "rem exp rem exp"),
    ("count",
     "○西委員　投票がよいと思います。\n○高会長　では、投票を行います。\n○南課長　開票の結果を報告します。有効７票です。",
     "rem rem exp"),
    ("consent",
     "○高会長　説明を求めます。\n○南課長　3件です。\n○高会長　半年後に状況を報告してください。\n○南課長　承知いたしました。",
     "rem exp rem res"),
    ("thanks at the end",
     "○西委員　異存はありません。\n○高会長　そのように決めます。\n○南課長　長時間の審査をありがとうございました。",
     "rem rem rem"),
    ("a statement that the chair invites",
     "○高会長　南参考人にお入りいただきました。現場の声をお聞かせください。\n○南参考人　冬は客が少ないです。\n"
     "○西委員　夏はどうですか。\n○南参考人　夏は多いです。",
     "rem rem rem res"),
    ("a question that the chair puts to a guest",
     "○高会長　南参考人に伺います。冬は何人ですか。\n○南参考人　9人です。",
     "rem res"),
    ("guests who present one behind the other",
     "○高会長　事務局、南参考人の順に説明をお願いします。\n○北係長　５隻です。\n○南参考人　組合の南です。船は小さいです。",
     "rem exp exp"),
    ("what the secretariat will do itself",
     "○高会長　審議に入る。\n○西委員　図が要る。\n○事務局　図がない。次の版から加えたい。\n○高会長　よろしいか。",
     "rem rem res rem"),
    ("what an official wants of others",
     "○高会長　審議に入る。\n○西委員　図が要る。\n○北学部長　表もない。どの学部にも配りたい。\n○高会長　よろしいか。",
     "rem rem rem rem"),
    ("staff introduced",
     "○高会長　異動で職員に交代がありましたので、局長より紹介があります。\n○南局長　課長の北でございます。\n○西委員　はい。",
     "rem rem rem"),
    ("a deputy who wishes for a report",
     "○高会長　御意見をどうぞ。\n○西委員　なぜですか。\n○南課長　雨です。\n○東副会長　回数も報告に入れていただくよう希望します。\n○南課長　欄を設けます。",
     "rem rem res rem res"),
    ("a witness under oath",
     "○高会長　宣誓書を読み上げてください。\n○証人（森茂樹君）　宣誓書。良心に従って真実を述べます。\n○高会長　課長の職にあったということで、間違いありませんか。\n○証人（森茂樹君）　間違いございません。\n"
     "○西委員　指示を受けましたか。\n○証人（森茂樹君）　受けておりません。",
     "rem rem rem res rem res"),
    ("presided until there is a chair",
     "○南部長　どのような方法で行いますか。\n○南部長　御異議ございませんか。\n○南部長　この席でよろしいですか。\n"
     "○高会長　務めます。説明を求めます。\n○北課長　3件です。\n○西委員　順番が逆では。\n○南部長　期限がございます。",
     "rem rem rem rem exp rem res"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [k[1:] for k in KINDS], ids=[k[0] for k in KINDS])
def test_kinds_follow_role_and_order(text: str, expected: str) -> None:
    assert kinds(text) == expected


def replies(text: str) -> list[list[int]]:
    _, entries = read(text)
    said = [e for e in entries if isinstance(e, Said)]
    assert all((s.link is ReplyLink.ROLE_ORDER) == bool(s.replies) for s in said)
    return [[next(i for i, r in enumerate(said) if r is target) for target in s.replies] for s in said]


REPLIES = [
    ("nearest", "○西委員　なぜですか。\n○東委員　いつですか。\n○南課長　来月です。", [[], [], [1]]),
    ("second official", "○西委員　なぜですか。\n○南課長　雨です。\n○北部長　風もです。", [[], [0], [0]]),
    (
        "chair asks himself",
        "○高会長　金曜の便は入っていますか。\n○南課長　入っています。\n○高会長　はい。",
        [[], [0], []],
    ),
    (
        "chair hands over",
        "○西委員　なぜですか。\n○高会長　ほかにありますか。課長どうぞ。\n○南課長　雨です。",
        [[], [], [0]],
    ),
    (
        "chair asks one thing",
        "○南課長　説明します。\n○高会長　意見が割れたときは、どちらが決めるのですか。\n○南課長　部長です。",
        [[], [], [1]],
    ),
    (
        "chair asks the floor",
        "○南課長　説明します。\n○高会長　どちらからでも御意見はございますか。\n○西委員　ありません。\n○南課長　はい。",
        [[], [], [], [2]],
    ),
    (
        "answer after a recess",
        "○西委員　何人ですか。\n○南課長　資料が手元にございません。後ほどお答えします。\n○高会長　休憩します。\n○高会長　再開します。\n"
        "○南課長　先ほどは失礼いたしました。４人です。",
        [[], [0], [], [], [0]],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [r[1:] for r in REPLIES], ids=[r[0] for r in REPLIES])
def test_answers_are_linked_by_role_and_order(text: str, expected: Sequence[list[int]]) -> None:
    assert replies(text) == expected


def test_officials_who_ask_are_on_the_asking_side() -> None:
    text = (
        "○日田委員　始めます。説明をお願いします。\n○東電力（梅田）　説明いたします。\n"
        "○白木審査官　距離はありますか。\n"
        "○東電力（梅田）　38ｍです。\n○白木審査官　なぜですか。\n○東電力（梅田）　地形です。\n"
        "○日田委員　では、閉会します。"
    )
    assert kinds(text) == "rem exp rem res rem res rem"


DECISIONS = [
    (
        "ないようですので、本件は適当と認め、知事に答申することといたします。",
        "本件は適当と認め、知事に答申することといたします。",
        Outcome.ADOPTED,
    ),
    (
        "挙手全員であります。よって、本件は原案のとおり可決されました。",
        "よって、本件は原案のとおり可決されました。",
        Outcome.ADOPTED,
    ),
    (
        "よって、議案第12号は、可決すべきものと決定いたしました。次に移ります。",
        "よって、議案第12号は、可決すべきものと決定いたしました。",
        Outcome.ADOPTED,
    ),
    ("ほかになければ、本案のとおり承認いたします。", "本案のとおり承認いたします。", Outcome.ADOPTED),
    (
        "全員賛成ですので、議案第２号は許可することに決定いたしました。",
        "議案第２号は許可することに決定いたしました。",
        Outcome.ADOPTED,
    ),
    ("本計画を適当と認めます。本日はありがとうございました。", "本計画を適当と認めます。", Outcome.ADOPTED),
    ("よろしいですか。採決の結果、原案のとおり可決されました。", "採決の結果、原案のとおり可決されました。", Outcome.ADOPTED),
    ("ありがとうございます。会長には、甲田委員が当選されました。", "会長には、甲田委員が当選されました。", Outcome.APPOINTED),
    ("全員賛成です。副会長には根来委員が選ばれました。", "副会長には根来委員が選ばれました。", Outcome.APPOINTED),
]


@pytest.mark.parametrize(("words", "clause", "outcome"), DECISIONS)
def test_the_chair_states_a_decision(words: str, clause: str, outcome: Outcome) -> None:
    flow, entries = read(f"○高会長　{words}\n○西委員　はい。", MARK)
    decided = [e for e in entries if isinstance(e, Decided)]
    assert [(flow.text[d.start : d.end], d.outcome, d.quoted) for d in decided] == [(clause, outcome, True)]


@pytest.mark.parametrize(
    "line",
    [
        "○高会長　原案のとおり承認することでよろしいでしょうか。",
        "○高会長　御異議なしと認めます。そのように確認いたします。",
        "○高会長　次回は７月22日に開催することに決定いたしました。",
        "○高会長　前回の会議で承認されました。",
        "○高会長　本市の橋が土木遺産に選ばれました。",
        "○高会長　資料を見直すことといたします。",
        "○高会長　2件とも答申することといたします。よろしいでしょうか。",
        "○高会長　これより採決いたします。賛成の方の挙手を求めます。",
        "○西委員　３月に可決されました。",
        "○南課長　補助金の交付が決定されました。",
    ],
)
def test_what_is_no_decision(line: str) -> None:
    _, entries = read(f"{line}\n○西委員　はい。", MARK)
    assert not [e for e in entries if isinstance(e, Decided)]


def test_turns_in_quotation_marks_lose_them() -> None:
    text = (
        "○高知事　「始めます。\n　「消さないで」と言われました。」\n○南課長　「はい。」\n"
        "○高知事　「どうぞ。」"
    )
    assert [words for _, _, words in speeches(text)] == [
        "始めます。\n「消さないで」と言われました。",
        "はい。",
        "どうぞ。",
    ]


def test_narration_between_turns_goes_to_the_reader_of_reports() -> None:
    text = "○西委員　なぜか。\n　南理事より、資料に基づき説明があった。\n○南理事　雨のためである。"
    flow = lay_out(text)
    heard: list[str] = []

    def reported(flow: Flow, block: object) -> list[Entry]:
        heard.append(flow.words(block))  # type: ignore[arg-type]
        return []

    entries = read_transcript(flow, range(3), MARK, reported=reported)
    assert heard == ["南理事より、資料に基づき説明があった。"]
    assert [type(e).__name__ for e in entries] == ["Said", "Told", "Said"]


@pytest.mark.parametrize(
    "tail",
    [
        "　　午後３時25分閉会\n\n上記のとおり会議の経過を記載し、署名する。\n　議長　鍬田喜一",
        "以　上\n（配付資料）\n資料１　実施方法（案）",
        "お問合せ先\n経済取引省　物流企画室\n電話：00-0000-0000",
        "以上のとおり、会議の次第を記載し、ここに署名する。\n教　育　長　矢田千秋",
        "11　問合せ先　環境部水環境課",
    ],
)
def test_closing_lines_belong_to_nobody(tail: str) -> None:
    turns = "○西委員　賛成です。\n○高会長　閉会します。\n○西委員　はい。"
    assert [words for _, _, words in speeches(f"{turns}\n\n{tail}")] == [
        "賛成です。", "閉会します。", "はい。",
    ]  # fmt: skip


def test_clock_lines_are_handed_back() -> None:
    flow = lay_out(
        "午前10時00分　開議\n○高会長　始めます。\n　休憩　午前11時24分\n（閉会　午後３時２分）\n"
        "午後に休憩した。"
    )
    found = [(c.event, flow.text[slice(*c.time)]) for c in find_clock(flow, range(len(flow.blocks)))]
    assert found == [("開議", "午前10時00分"), ("休憩", "午前11時24分"), ("閉会", "午後３時２分")]


ANNOUNCED = [
    ("それでは議題（１）に入ります。", "続きまして、議題（２）に移ります。"),
    (
        "初めに、水質の目標の見直しについて、説明をお願いします。",
        "次に、水草の異常繁茂への対応についてです。",
    ),
    ("１番目の議題に入ります。", "２番目の議題です。説明をお願いします。"),
    ("早速議事に入ります。", "次の議題に移ります。"),
    ("議題１ですが、課長から伺います。", "議題２、西委員に関わるものが含まれております。"),
]


@pytest.mark.parametrize(("first", "second"), ANNOUNCED)
def test_the_chair_announces_the_items_of_the_list(first: str, second: str) -> None:
    text = (
        f"○南課長　開会します。\n○高会長　{first}\n○南課長　説明します。\n○西委員　目標は分かりました。\n"
        f"　　（公園課長　入室）\n○高会長　{second}\n○公園課長　説明します。\n"
        f"○西委員　議題（１）と似ています。"
    )
    flow = lay_out(text)
    blocks = range(len(flow.blocks))
    cast = read_cast_of(flow, blocks, MARK)
    listed = [
        Listed(1, "水質の目標の見直しについて", "（１）"),
        Listed(2, "水草の異常繁茂への対応について", "（２）"),
    ]
    items = split_announced(flow, blocks, listed, cast)
    if first.startswith("早速"):
        items = items[-2:]
    assert [(i.number, i.title, i.first, i.last) for i in items] == [
        (1, listed[0].title, 0, 4), (2, listed[1].title, 4, 8),
    ]  # fmt: skip


LINES = st.sampled_from(
    ["○高会長　", "○南課長\n", "○西委員　伺います。", "（異議なし）", "（南課長　退室）", "【結果】", "", " ",
     "休憩いたします。", "午前11時休憩", "以上", "よって、可決されました。", "「はい。」", "質疑なし",
     "なぜですか。", "審議の結果、承認された。", "ここに署名する。"]
)  # fmt: skip


@given(st.lists(LINES, max_size=30), st.text(alphabet="○（）《》「」。、\n 会長委員は12時閉会", max_size=60))
def test_entries_lie_in_order_inside_the_range(lines: list[str], tail: str) -> None:
    flow = lay_out("\n".join(lines) + "\n" + tail)
    blocks = range(len(flow.blocks))
    family = find_family(flow, blocks) or MARK
    flow = split_turns(flow, family)
    entries = read_transcript(flow, range(len(flow.blocks)), family)
    at = 0
    for entry in entries:
        assert 0 <= entry.start < entry.end <= len(flow.text)
        if isinstance(entry, Decided) and entry.quoted:
            continue
        assert entry.start >= at
        at = entry.end
        if isinstance(entry, Said) and entry.text:
            assert entry.start <= entry.text[0] < entry.text[1] <= entry.end
            assert all(reply.kind == "remark" for reply in entry.replies)


@pytest.mark.parametrize(
    ("opening", "labels"),
    [
        ("14:02　{}：", ["森会長", "谷委員", "大庭課長"]),
        ("――{}\n　", ["市長", "市民Ａ", "大庭課長"]),
        ("{n}　{}　", ["○○座長", "○○委員", "○○課長"]),
        ("{}：", ["森（潮見大学）", "谷（株式会社白根林業）", "大庭（事務局）"]),
    ],
)
def test_turns_behind_a_time_dashes_a_number_and_houses(opening: str, labels: list[str]) -> None:
    turns = [*labels, *labels, labels[0]]
    spoken = "".join(f"{opening.format(label, n=number)}川の水は澄んでおります。魚も戻りました。\n\n" for number, label in enumerate(turns, 1))
    meeting = mm.parse(f"潮見市水質審議会（第３回）議事録\n日時：令和５年９月12日（火）14:00～\n場所：市役所\n１．川の水質について\n\n{spoken}").meeting
    assert [speech.speaker.label for speech in meeting.speeches] == turns


def test_a_name_behind_an_arrow_answers_what_stands_above() -> None:
    text = "森委員\n　　なぜ遅れたのか。示してほしい。\n→ 経営課長\n　　雪のためである。来月示す。\n谷委員\n　　図も付けるべきである。\n→ 水道局長\n　　付けることとしたい。\n森委員\n　　承知した。\n\n次回は３月に開く。"
    flow, entries = read(text, Family(Shape.LINE))
    said = [(flow.text[slice(*e.who)], flow.text[slice(*e.text)]) for e in entries if isinstance(e, Said) and e.who and e.text]
    assert [(who, words.strip()[:6]) for who, words in said] == [("森委員", "なぜ遅れたの"), ("経営課長", "雪のためであ"), ("谷委員", "図も付けるべ"), ("水道局長", "付けることと"), ("森委員", "承知した。")]


@pytest.mark.parametrize(("opened", "closed"), [("", "："), ("【", "】"), ("○", "　")])
def test_an_item_may_have_marks_of_its_own(opened: str, closed: str) -> None:
    first = "（森会長）説明をお願いします。\n（北課長）3件です。\n（谷委員）なぜですか。\n（北課長）雨です。\n（森会長）次に移ります。\n"
    turns = [("森会長", "説明をお願いします。"), ("北課長", "橋が2件です。"), ("谷委員", "どこですか。"), ("北課長", "川下です。"), ("森会長", "以上です。")]
    second = "".join(f"{opened}{who}{closed}{words}\n" for who, words in turns)
    meeting = mm.parse(f"潮見市防災会議　議事録\n\n日時　令和５年３月12日（日）\n場所　会館\n\n１　被害の状況について\n\n{first}\n２　復旧の方法について\n\n{second}").meeting
    assert [str(speech.kind)[:3] for speech in meeting.speeches] == ["rem", "exp", "rem", "res", "rem"] * 2


def test_the_heads_of_columns_stand_again_above_a_turn() -> None:
    text = "発言者\n発言の内容\n森委員\n川は澄んでいますか。\n谷課長\n澄んでいます。\n発言者\n発言の内容\n森委員\n魚は戻りましたか。\n谷課長\n戻りました。\n森委員\n分かりました。"
    assert [words for _, _, words in speeches(text)] == ["川は澄んでいますか。", "澄んでいます。", "魚は戻りましたか。", "戻りました。", "分かりました。"]


@pytest.mark.parametrize(
    "turns",
    [
        "事務局長\n（北原守）　　ただいまから開会いたします。\n議　　長　　説明を求めます。\n会計課長\n（戸次蓮）　　3件でございます。\n七　　番　　内訳を伺います。\n会計課長\n（戸次蓮）　　橋が2件でございます。\n議　　長　　これで閉会いたします。\n",
        "○事務局長\n　（北原守）　ただいまから開会いたします。\n○議長　説明を求めます。\n○会計課長\n　（戸次蓮）　3件でございます。\n○七番　内訳を伺います。\n○会計課長\n　（戸次蓮）　橋が2件でございます。\n○議長　これで閉会いたします。\n",
        "事務局長\n（北原守）\n　ただいまから開会いたします。\n議長\n　説明を求めます。\n会計課長\n（戸次蓮）\n　3件でございます。\n七番\n　内訳を伺います。\n会計課長\n（戸次蓮）\n　橋が2件でございます。\n議長\n　これで閉会いたします。\n",
    ],
)
def test_a_label_over_two_lines_names_the_office_and_its_holder(turns: str) -> None:
    meeting = mm.parse(f"潮見用水組合総代会　議事録\n\n日時　令和５年３月12日（日）　午前10時\n場所　会館\n\n会議の経過\n\n{turns}").meeting
    assert [(fold(squeeze(speech.speaker.label)), str(speech.kind)) for speech in meeting.speeches] == [
        ("事務局長(北原守)", "remark"), ("議長", "remark"), ("会計課長(戸次蓮)", "explanation"), ("七番", "remark"), ("会計課長(戸次蓮)", "response"), ("議長", "remark"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["町長\n（提案説明）　　始めます。\n教育長\n（賛成討論）　　次です。", "会計課長\n（拍手）　　始めます。\n会計課長\n（異議なし）　　次です。", "会計課長\n（南係長）　　始めます。\n会計課長\n（南係長）　　次です。", "会計課長\n（笑い）　　始めます。\n議長\n（笑い）　　次です。", "会計課長\n（戸次蓮）　　始めます。\n西委員\n始めます。"])
def test_what_joins_no_office_above_it(text: str) -> None:
    flow = lay_out(text)
    assert join_labels(flow) is flow


@pytest.mark.parametrize(("listed", "label"), [("山越学長（議長）、乾理事、谷農学部長", "学長")])
def test_the_list_tells_who_presides(listed: str, label: str) -> None:
    turns = "（学長）　始めます。乾理事からお願いします。\n\n（乾理事）　資料を御覧ください。区分をそろえます。\n\n（学長）　よろしいですね。\n\n（異議なし）\n\n（学長）　本件は、原案のとおり承認されました。\n"
    meeting = mm.parse(f"第19回潮見大学評議会　議事録\n\n日時　令和６年12月18日（水）\n場所　会議室\n出席者　{listed}\n陪席者　沖監事\n\n議事\n\n１．成績の基準について\n\n{turns}").meeting
    assert [str(speech.kind) for speech in meeting.speeches if speech.speaker.label == label] == ["remark"] * 3
    assert len(meeting.decisions) == 1


def test_what_was_held_in_the_past_opens_nothing() -> None:
    assert kinds("○森会長　事務局の説明をお願いします。\n○谷係長　入館者は前年の半分です。特別展は秋のみ開催いたしました。\n○佐野委員　なぜ減ったのですか。\n○谷係長　休館のためです。") == "rem exp rem res"


def test_a_heading_may_name_who_speaks_first() -> None:
    text = (
        "令和４年度\n第 十 七 回\nみどり市博物館協議会　議事録\n\n日時　令和４年10月７日（金）午後２時\n場所　博物館\n出席者　百々委員、木幡委員、沖館長、森副館長\n\n"
        "【１　開　会】　森副館長（進行）\n始めます。資料を御覧ください。\n\n【２　事業報告について】　百々議長（以下、議長）\n説明をお願いします。\n（沖館長）入館者は３千人です。\n（木幡委員）増刷はしないのですか。\n（沖館長）準備しております。\n（木幡委員）分かりました。\n（議長）よろしいですか。\n（議長）終わります。\n"
    )
    meeting = mm.parse(text).meeting
    assert meeting.number == 17
    assert [(item.title, [speech.speaker.label for speech in item.speeches]) for item in meeting.agenda] == [("開会", ["森副館長"]), ("事業報告について", ["百々議長", "沖館長", "木幡委員", "沖館長", "木幡委員", "議長", "議長"])]
