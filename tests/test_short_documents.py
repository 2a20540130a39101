"""Short documents, each for one habit of minutes, and what is read of it: kind, speaker and text of every proceeding."""

from __future__ import annotations

import pytest

import minutes_model as mm
from minutes_model import AttendanceChange, Meeting, Speech

HEAD = """干潟保全検討会（第３回）議事概要
１ 日 時：令和６年９月11日（水）13:00～
２ 出席者：{people}
３ 議事の概要
（１）計画について
"""
PEOPLE = "宮下委員長、長谷委員、大庭総務課長、佐藤委員"


def _meeting(body: str, people: str = PEOPLE) -> Meeting:
    return mm.parse(HEAD.format(people=people) + body).meeting


def _read(meeting: Meeting) -> list[tuple[str, str, str]]:
    found = []
    for item in meeting.agenda:
        for one in item.proceedings:
            match one:
                case Speech():
                    found.append((one.kind, one.speaker.label, one.text))
                case AttendanceChange():
                    found.append((one.change, "、".join(p.label for p in one.people), ""))
                case _:
                    found.append((one.kind, "", one.text))
    return found


LEADS = "委員からの意見は次のとおり。\n"
TOLD = ("narration", "", "委員からの意見は次のとおり。")

OPINIONS = {
    "an answer signed below a signed opinion": (
        LEADS + "・送迎が心配である。（佐藤委員）\n　　拠点を３つに絞る案を考えている。（事務局）\n・費用はどうか。（長谷委員）\n",
        [TOLD, ("remark", "佐藤委員", "送迎が心配である。"), ("response", "事務局", "拠点を３つに絞る案を考えている。"), ("remark", "長谷委員", "費用はどうか。")],
    ),
    "names on lines of their own": (
        LEADS + "・予算はいくらか。\n　　（宮下委員長）\n・工期はどうか。\n　　（長谷委員）\n",
        [TOLD, ("remark", "宮下委員長", "予算はいくらか。"), ("remark", "長谷委員", "工期はどうか。")],
    ),
    "an opinion that goes on in the past": (
        LEADS + "・予算が足りない。\n　審議が長引いた。\n・工期はどうか。\n",
        [TOLD, ("remark", "委員", "予算が足りない。\n審議が長引いた。"), ("remark", "委員", "工期はどうか。")],
    ),
    "rows with bullets": (
        "　　意見・質問　　　　　回答\n・予算はいくらか。　　３億円である。\n・工期はいつまでか。　　来年３月までである。\n",
        [("narration", "", "意見・質問回答"), ("remark", "意見・質問", "予算はいくらか。"), ("response", "回答", "３億円である。"),
         ("remark", "意見・質問", "工期はいつまでか。"), ("response", "回答", "来年３月までである。")],
    ),
    "sides in brackets above lists": (
        "【委員】\n● 柵が要るのではないか。\n● 案内板は読みにくい。\n【事務局】\n● 柵は来年度に設ける。\n【委員】\n● 承知した。\n",
        [("narration", "", "【委員】"), ("remark", "委員", "柵が要るのではないか。"), ("remark", "委員", "案内板は読みにくい。"),
         ("narration", "", "【事務局】"), ("response", "事務局", "柵は来年度に設ける。"), ("narration", "", "【委員】"), ("remark", "委員", "承知した。")],
    ),
    "tags that the legend explains": (
        "（【県】は県、【関】は関係機関、その他は委員の発言）\n－井戸の数は把握しているか。\n－【県】届出の分は把握している。\n－【関】漁への影響も見てほしい。\n",
        [("narration", "", "（【県】は県、【関】は関係機関、その他は委員の発言）"), ("remark", "委員", "井戸の数は把握しているか。"),
         ("response", "県", "届出の分は把握している。"), ("remark", "関係機関", "漁への影響も見てほしい。")],
    ),
    "marks in brackets behind the sides": (
        "委員からの意見（・）と事務局の回答（⇒）は、次のとおり。\n・字が小さい。\n⇒来年度に改める。\n・色も濃くしてほしい。\n",
        [("narration", "", "委員からの意見（・）と事務局の回答（⇒）は、次のとおり。"), ("remark", "委員", "字が小さい。"),
         ("response", "事務局", "来年度に改める。"), ("remark", "委員", "色も濃くしてほしい。")],
    ),
    "two words for one side": (
        "※「質問」「意見」は委員、「→」は事務局の発言です。\n　質問　幅は足りるのか。\n　　→　足ります。\n　意見　木を残してほしい。\n　　→　検討します。\n",
        [("narration", "", "※「質問」「意見」は委員、「→」は事務局の発言です。"), ("remark", "委員", "幅は足りるのか。"), ("response", "事務局", "足ります。"),
         ("remark", "委員", "木を残してほしい。"), ("response", "事務局", "検討します。")],
    ),
}  # fmt: skip

REPORTED = {
    "what stands above is answered by nobody": (
        "　上記の計画に対し、長谷委員から「よい」との意見があった。\n", [("remark", "長谷委員", "よい")],
    ),
    "peers do not answer each other": (
        "　長谷委員から、柵が要るのではないかとの意見、佐藤委員から、柵は要らないとの意見があり、継続審議とした。\n",
        [("remark", "長谷委員", "柵が要るのではないか"), ("remark", "佐藤委員", "柵は要らない"), ("decision", "", "継続審議とした。")],
    ),
    "speakers that only か parts": (
        "　長谷委員から、周知が足りないのではないか、佐藤委員から、研修で扱ってはどうかとの発言があった。\n",
        [("remark", "長谷委員", "周知が足りないのではないか"), ("remark", "佐藤委員", "研修で扱ってはどうか")],
    ),
    "a question within an opinion has no speaker of its own": (
        "　長谷委員から、いつ始めるのか、事務局から改めて示してほしいとの意見があった。\n",
        [("remark", "長谷委員", "いつ始めるのか、事務局から改めて示してほしい")],
    ),
    "who leaves behind a clause": (
        "　２番については、同規程第５条の規定により、佐藤委員が退席した。\n", [("left", "佐藤委員", "")],
    ),
    "who comes late": (
        "　佐藤委員は、本議題から会議に出席した。\n", [("joined", "佐藤委員", "")],
    ),
    "explained by means of a paper": (
        "　事務局が資料１により説明しました。\n", [("explanation", "事務局", "")],
    ),
    "a motto before who reports": (
        "　「海を守る」との目標の下、大庭課長から、取組の進め方について報告があった。\n", [("explanation", "大庭課長", "")],
    ),
    "the day of the next meeting is no decision": (
        "　次回の会議の日程については、別途調整することとした。\n", [("narration", "", "次回の会議の日程については、別途調整することとした。")],
    ),
}  # fmt: skip

PRESENCE = {
    "△長谷一郎（途中退席）": [("長谷一郎", "partial")],
    "宮下委員長、長谷委員（※オンライン）": [("宮下", "present"), ("長谷", "remote")],
    "宮下委員長、長谷委員、佐藤委員　※オンライン参加": [("宮下", "present"), ("長谷", "present"), ("佐藤", "present")],
    "\n　　委員長　宮　下　　剛　　　委　員　長谷川　守＊\n　　＊はウェブ会議システムによる出席\n": [("宮下剛", "present"), ("長谷川守", "remote")],
    "総務課長、財政課長、税務課長、大庭環境課長": [(None, "present"), (None, "present"), (None, "present"), ("大庭", "present")],
}


@pytest.mark.parametrize(("body", "wanted"), OPINIONS.values(), ids=OPINIONS.keys())
def test_opinions(body: str, wanted: list[tuple[str, str, str]]) -> None:
    assert _read(_meeting(body)) == wanted


@pytest.mark.parametrize(("body", "wanted"), REPORTED.values(), ids=REPORTED.keys())
def test_reported_speech(body: str, wanted: list[tuple[str, str, str]]) -> None:
    assert _read(_meeting(body)) == wanted


@pytest.mark.parametrize(("people", "wanted"), PRESENCE.items())
def test_how_people_came(people: str, wanted: list[tuple[str | None, str]]) -> None:
    found = _meeting("　大庭課長から説明があった。\n", people).attendees
    assert [(person.name, person.presence) for person in found if person.listed] == wanted


TURNS = HEAD.format(people=PEOPLE) + """【宮下委員長】　計画について、総務課長から説明をお願いします。
【大庭総務課長】　資料のとおりでございます。
【佐藤委員】　費用はどのくらいでしょうか。
【宮下委員長】　{called}
{then}
"""


def _kinds(called: str, then: str) -> list[str]:
    return [speech.kind for speech in mm.parse(TURNS.format(called=called, then=then)).meeting.speeches]


def test_a_hand_over_leaves_the_question_open() -> None:
    then = "【大庭総務課長】　３億円です。\n【宮下委員長】　中田財政課長。\n【中田財政課長】　うち１億円は国の補助です。"
    assert _kinds("大庭総務課長。", then)[-3:] == ["response", "remark", "response"]


def test_who_is_called_is_told_by_name_and_title() -> None:
    assert _kinds("長谷委員、お答えいただけますか。", "【長谷委員】　前回は２億円でした。")[-1] == "response"
    assert _kinds("長谷係長、お答えいただけますか。", "【長谷委員】　私からも伺います。")[-1] == "remark"


def test_labels_at_the_tops_of_pages_stay() -> None:
    page = "\f【長谷委員】\n　第{0}点について、どうお考えでしょうか。\n【大庭総務課長】\n　第{0}点については、検討いたします。\n"
    meeting = _meeting("".join(page.format(number) for number in "１２３４"))
    assert [speech.speaker.label for speech in meeting.speeches] == ["長谷委員", "大庭総務課長"] * 4


def test_an_official_who_holds_meetings_leads_none() -> None:
    turns = "【宮下委員長】　はい、長谷委員。\n【長谷委員】　説明会は開きますか。\n【大庭総務課長】　５月に開催します。\n"
    kinds = [speech.kind for speech in _meeting(turns * 3).speeches]
    assert kinds == ["remark", "remark", "response"] * 3


def test_a_told_reply_is_answered_by_nobody() -> None:
    told = "　佐藤委員から、足りるのかとの質問があった。これに対し、南土木部長から、足りる旨の回答があった。\n"
    turns = "【宮下委員長】　これより質疑に入ります。{0}\n{1}【大庭総務課長】　お答えいたします。台数は1,400台でございます。\n【佐藤委員】　分かりました。\n"
    meeting = _meeting("【大庭総務課長】　議案について御説明いたします。\n" + turns.format("佐藤委員。", told) + turns.format("長谷委員。", told))
    assert mm.check(meeting) == ()


def test_a_turn_behind_a_turn_may_be_empty() -> None:
    text = (
        "【野上委員】\n【土屋委員】です。\nはい。ただ、資料では「集約により年間８億円の縮減」とだけあって、減らした結果、\n"
        "照度を測った例が３地区ございますので、次回、写真と併せてお示しいたします。\n-3-【野上委員】。\n"
        "建設課長】　設置する道路管理者が行いますが、標準的な組合せについては、国で"
    )
    assert mm.parse(text).source.text == text
