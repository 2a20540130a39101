"""What can be a speaker, by look-ups alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_model.people.plausible import is_group, is_title, looks_like_designation, title_suffix


def words(run: str) -> list[str]:
    return run.split()


SPEAKERS = words("""
小笠原委員 後藤課長 国土交通省後藤海技課長 事務局 長官 審議官（大規模催事担当） 委員長（神保千鶴さん） Ａ委員 ○○委員 学長 各委員 委員 三井田理事
吉川（洋）委員 田中氏 山田君 警察本部 道路管理課 局側 一ノ瀬委員 井の口委員 さくら委員 あさの委員 べっぷ委員 林氏 委員Ａ ３委員 財務省 市側 担当課
""")
OTHERS = words("""
観点 昨年 前回 それ 資料１ 令和６年 こと 立場 以上 市民 現場の職員 当日 午後 今後 関係 成長 延長 会議 一部 全部 内部 結局 国民 地域 学校
被害者 これ 冒頭 本年 先日 平成 状況 視点 側面 各地 左側 議題 次回 民間 予算を担当 彼氏 郵便局 その委員 やった委員 をる委員
""")


@pytest.mark.parametrize("label", SPEAKERS)
def test_speakers(label: str) -> None:
    assert looks_like_designation(label)


@pytest.mark.parametrize("text", [*OTHERS, "", "。", "長" * 50])
def test_others(text: str) -> None:
    assert not looks_like_designation(text)


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("後藤海技課長", "課長"),
        ("山口部会長代理", "部会長代理"),
        ("学長", "学長"),
        ("木村専門官", "専門官"),
        ("立場", None),
        ("", None),
    ],
)
def test_title_suffix(label: str, title: str | None) -> None:
    assert title_suffix(label) == title


def test_titles_and_groups() -> None:
    assert is_title("委員長職務代理者")
    assert not is_title("小川委員")
    assert not is_title("")
    assert is_group("各委員")
    assert not is_group("小川委員")


def test_a_title_before_a_spaced_name() -> None:
    assert looks_like_designation("専門委員 渡辺")
    assert looks_like_designation("事務局：山本")
    assert not looks_like_designation("資料 渡辺")


@given(st.text(max_size=60))
def test_any_string_has_an_answer(text: str) -> None:
    assert looks_like_designation(text) in (True, False)
    suffix = title_suffix(text)
    assert suffix is None or "".join(text.split()).endswith(suffix)
