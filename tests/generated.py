"""Any number of invented minutes, the same each time, made while they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

__all__ = ["minutes", "minutes_of"]

_MEMBERS = ("大島委員", "葛西委員", "水無瀬委員", "千草委員", "早乙女委員")
_OFFICIALS = ("大庭港湾課長", "栗原計画官", "事務局")
_SUBJECTS = ("岸壁の改修", "定期船の増便", "待合所の暖房", "運賃の割引", "桟橋の照明", "荷役の時間帯", "防波堤の点検")
_WORRIES = ("費用の見込み", "住民への周知の方法", "工期の余裕", "前回の指摘への対応", "他の港との釣り合い")
_ANSWERS = ("来年度の計画に盛り込む", "関係する団体と協議している", "資料を改めて示す", "現在調査を進めている")


def minutes(count: int) -> Iterator[str]:
    """``count`` minutes of 700 to 5,500 characters, no two alike."""
    return map(minutes_of, range(1, count + 1))


def minutes_of(number: int) -> str:
    """The minutes of one meeting: header, items, questions, answers and decisions."""
    dice = Random(number)
    subjects = dice.sample(_SUBJECTS, dice.randint(2, 6))
    items = [_item(dice, n, subject) for n, subject in enumerate(subjects, 1)]
    return "\n".join([*_header(number, subjects), *(line for item in items for line in item), "以上", ""])


def _header(number: int, subjects: list[str]) -> list[str]:
    people = "、".join(("宮下委員長", *_MEMBERS, *_OFFICIALS[:2]))
    listed = [f"（{n}）議題{n}：{subject}について" for n, subject in enumerate(subjects, 1)]
    return [
        f"港湾審議会（第{number}回）議事概要", f"１ 日 時：令和{2 + number % 5}年{1 + number % 12}月{1 + number % 28}日 13:30～",
        "２ 場 所：港湾会館 大会議室", f"３ 出席者：{people}", "４ 議 題", *listed, "５ 議事の概要",
    ]  # fmt: skip


def _item(dice: Random, number: int, subject: str) -> Iterator[str]:
    yield f"（{number}）議題{number}：{subject}について"
    yield f"{_OFFICIALS[0]}から、資料に基づき{subject}について説明があった。"
    for _ in range(dice.randint(2, 7)):
        yield from _exchange(dice, subject)
    yield "原案のとおり、決定することとなった。"


def _exchange(dice: Random, subject: str) -> Iterator[str]:
    worries = "と".join(dice.sample(_WORRIES, dice.randint(1, 3)))
    yield f"{dice.choice(_MEMBERS)}から「{subject}について、{worries}を第{dice.randint(2, 90)}期の計画に沿って教えていただきたい」旨の発言があった。"
    yield f"これに対し、{dice.choice(_OFFICIALS)}から「{worries}については、{dice.choice(_ANSWERS)}」旨の回答があった。"
