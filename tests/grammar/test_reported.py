"""Sentences that report speech, each with the speeches it holds: kind, speaker, words or topic."""

from __future__ import annotations

import pytest

import minutes_model as mm

HEAD = """第４回　みどり市環境審議会　議事要旨

１　日時　令和６年２月８日（木）午後２時から午後３時30分まで
２　場所　市役所第１会議室
３　出席者　金田会長、林委員、馬場委員、丘野環境課長
４　議事の概要
（１）計画案について
"""

SENTENCES = {
    "quotations in a row": (
        "委員からは「よく練られている」「図が見やすい」など、構成を評価する声が相次いだ。",
        [("remark", "委員", "よく練られている"), ("remark", "委員", "図が見やすい")],
    ),
    "quotations parted by commas": (
        "各委員から「目標が高い」、「期間が短い」等の意見があった。",
        [("remark", "各委員", "目標が高い"), ("remark", "各委員", "期間が短い")],
    ),
    "opinions such as these": (
        "委員からは、「周知が足りない」といった意見が出された。",
        [("remark", "委員", "周知が足りない")],
    ),
    "a member is the subject": (
        "馬場委員は「図が見やすい」と評価した。林委員は「字が小さい」と指摘した。",
        [("remark", "馬場委員", "図が見やすい"), ("remark", "林委員", "字が小さい")],
    ),
    "a question answered in its sentence": (
        "林委員の「根拠は何か」との質問に対し、環境課長が「国の基準である」と答えた。",
        [("remark", "林委員", "根拠は何か"), ("response", "環境課長", "国の基準である")],
    ),
    "a subject without a verb": ("環境課長が説明。質疑なし。", [("explanation", "環境課長", None)]),
    "the agent behind the topic": (
        "続いて、資料２に基づき、計画案について事務局から説明した。",
        [("explanation", "事務局", None)],
    ),
    "a note without a full stop": ("・事務局より、資料１に基づき内容を説明", [("explanation", "事務局", "内容")]),
    "a title in quotation marks is no speech": (
        "環境課長から「環境基本計画」について説明があった。",
        [("explanation", "環境課長", "「環境基本計画」")],
    ),
    "what residents say is not said here": ("住民の声があったことを踏まえ、修正した。", []),
    "nobody is named": ("また、「周知が足りない」との指摘もあった。", []),
}


@pytest.mark.parametrize(("text", "wanted"), SENTENCES.values(), ids=SENTENCES)
def test_sentence(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    speeches = mm.parse(f"{HEAD}{text}\n").meeting.speeches
    assert [(s.kind, s.speaker.label, s.text or s.topic) for s in speeches] == wanted


def test_the_answer_belongs_to_the_question() -> None:
    asked, answered = mm.parse(HEAD + SENTENCES["a question answered in its sentence"][0]).meeting.speeches
    assert isinstance(answered, mm.Response)
    assert answered.in_reply_to == (asked.id,)
