"""Texts for the benchmarks: invented documents with other surnames each time, and long ones made of them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import minutes_model as mm
from minutes_model.people.words import read_data
from tests.documents import EXAMPLES, case_folders

__all__ = ["long_report", "long_transcript", "renamed", "short_documents", "surnames_of", "tiny_speeches"]

_MEMBERS = 12
_OFFICES = ("事務局長", "総務課長", "港湾課長", "福祉課長", "教育課長", "都市整備課長")
_HEADER = "{body}（第{number}回）{record}\n\n１　日時：令和６年９月11日（水）13:00～\n２　場所：第一会議室\n３　出席者：{people}\n４　議事の概要\n"


@cache
def _surnames() -> tuple[str, ...]:
    """The surnames of two characters on the list, in its order."""
    return tuple(sorted(name for name in read_data("surnames.txt").split() if re.fullmatch("[一-龥]{2}", name)))


def surnames_of(text: str) -> list[str]:
    """The surnames of two characters that the people of a document bear."""
    meeting = mm.parse(text).meeting
    people = [*(a.family or a.name for a in meeting.attendees), *(s.speaker.name for s in meeting.speeches)]
    return sorted({name for name in people if name and re.fullmatch("[一-龥]{2}", name)})


def renamed(text: str, names: list[str], seed: int) -> str:
    """The text with other surnames for ``names``, all of two characters, so that its length stays."""
    fresh = random.Random(seed).sample(_surnames(), len(names))
    table = dict(zip(names, fresh, strict=True))
    return re.sub("|".join(names), lambda found: table[found[0]], text) if names else text


def short_documents(least: int, most: int) -> list[str]:
    """The invented documents whose length lies between two numbers of characters."""
    paths = [*(folder / "minutes.txt" for folder in case_folders()), *sorted(EXAMPLES.glob("*.txt"))]
    texts = (path.read_text(encoding="utf-8") for path in paths)
    return [text for text in texts if least <= len(text) <= most]


@cache
def _paragraphs(style: str) -> tuple[str, ...]:
    """What is said in the cases of one style: the words of turns, or whole reporting sentences."""
    found: list[str] = []
    for folder in case_folders():
        if not folder.name.startswith(style):
            continue
        result = mm.parse((folder / "minutes.txt").read_text(encoding="utf-8"))
        for speech in result.meeting.speeches:
            label = speech.speaker.label
            printed = result.excerpt(speech) if style == "reported" else speech.text
            if len(speech.text) > 20 and label:
                found.append(re.sub(r"\s+", "", printed).replace(label, "\x02"))
    return tuple(found)


def _header(rng: random.Random, record: str) -> tuple[str, list[str], list[str]]:
    names = rng.sample(_surnames(), _MEMBERS + len(_OFFICES) + 1)
    chair, members = f"{names[0]}委員長", [f"{name}委員" for name in names[1 : _MEMBERS + 1]]
    officials = [name + office for name, office in zip(names[_MEMBERS + 1 :], _OFFICES, strict=True)]
    people = "、".join([chair, *members, *officials])
    return _HEADER.format(body="燕谷市港湾審議会", number=seed_number(rng), record=record, people=people), [chair, *members], officials


def seed_number(rng: random.Random) -> int:
    """A meeting's number."""
    return rng.randint(2, 400)


def _items(rng: random.Random, size: int) -> Iterator[tuple[str, int]]:
    """Headings of items, and how many characters each is to hold."""
    words = ("港湾計画の変更", "道路の占用", "予算の執行状況", "公園の整備", "児童館の運営", "個人情報の取扱い")
    number = filled = 0
    while filled < size:
        number += 1
        share = rng.randint(1500, 4000)
        filled += share
        yield f"\n（{number}）議題{number}：{rng.choice(words)}（第{rng.randint(1, 90)}号）について\n", share


def long_report(size: int, seed: int) -> str:
    """A document of reported speech of about ``size`` characters: sentences of all cases, other speakers."""
    rng = random.Random(seed)
    header, members, officials = _header(rng, "議事概要")
    said = list(_paragraphs("reported"))
    rng.shuffle(said)
    pieces, at = [header], 0
    for heading, share in _items(rng, size):
        pieces.append(heading)
        while share > 0:
            sentence = said[at % len(said)].replace("\x02", rng.choice(officials if at % 3 == 2 else members))
            pieces.append(_ended(sentence.rstrip("、。")))
            share -= len(sentence)
            at += 1
        pieces.append("本議題については、原案のとおり決定した。\n")
    return "".join(pieces)


def _ended(sentence: str) -> str:
    """A sentence for a clause that a longer one was cut from: 発言があり → 発言があった。"""
    if sentence.endswith("あり"):
        return f"{sentence[:-1]}った。\n"
    return f"{sentence}た。\n" if sentence.endswith("れ") else f"{sentence}。\n"


def long_transcript(size: int, seed: int) -> str:
    """A transcript of about ``size`` characters: the turns of all cases under other labels."""
    rng = random.Random(seed)
    header, members, officials = _header(rng, "会議録")
    said = list(_paragraphs("transcript"))
    rng.shuffle(said)
    pieces, at = [header], 0
    for heading, share in _items(rng, size):
        pieces.append(heading)
        while share > 0:
            label = members[0] if at % 3 == 0 else rng.choice(officials if at % 3 == 2 else members[1:])
            turn = f"○{label}　{said[at % len(said)]}\n"
            pieces.append(turn.replace("\x02", rng.choice(members)))
            share -= len(turn)
            at += 1
    return "".join(pieces)


def tiny_speeches(count: int, seed: int) -> str:
    """A transcript of ``count`` speeches of a few characters each."""
    rng = random.Random(seed)
    header, members, officials = _header(rng, "会議録")
    turns = (f"○{rng.choice(members if n % 2 else officials)}　{rng.choice(('はい。', '異議なし。', '３件です。', 'なぜですか。'))}\n" for n in range(count))
    return header + "".join(turns)


def short_document_path() -> Path:
    """An invented document of about 1,500 characters."""
    return min((folder / "minutes.txt" for folder in case_folders()), key=lambda path: abs(len(path.read_text(encoding="utf-8")) - 1_500))
