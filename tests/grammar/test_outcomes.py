"""The wordings of decisions, and of what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_model.grammar.outcomes import is_decision, is_result, outcome_of
from minutes_model.model.enums import Outcome

DECISIONS = [
    ("審査の結果、承認することが適当と判定された。", Outcome.ADOPTED),
    ("審査の結果、計画を修正した上で改めて審査することと判定された。", Outcome.CONTINUED),
    ("互選により、森委員及び谷委員が選ばれた。", Outcome.APPOINTED),
    ("原案どおり決定した。", Outcome.ADOPTED),
    ("原案のとおり、決定することとなった。", Outcome.ADOPTED),
    ("原案どおり了承した。", Outcome.ADOPTED),
    ("契約の手続は適正であったと認められた。", Outcome.ADOPTED),
    ("認可することが適当であるとの結論を得た。", Outcome.ADOPTED),
    ("その内容を了承した。", Outcome.NOTED),
    ("骨子（案）は、おおむね了承された。", Outcome.NOTED),
    ("一部修正の上、了承した。", Outcome.AMENDED),
    ("審議の結果、原案のとおり承認した。", Outcome.ADOPTED),
    ("一部字句修正の上承認された。", Outcome.AMENDED),
    ("位置を見直した上で、再編案を承認することとした。", Outcome.AMENDED),
    ("異議なく提案のとおり了承された。", Outcome.ADOPTED),
    ("案のとおり議決した。", Outcome.ADOPTED),
    ("原案どおり議決された。", Outcome.ADOPTED),
    ("審議の上、信号機の移設を決定した。", Outcome.ADOPTED),
    ("原案どおり決裁した。", Outcome.ADOPTED),
    ("受理を決定するとともに、調査を指示した。", Outcome.ADOPTED),
    ("答申することを決定した。", Outcome.ADOPTED),
    ("９月１日から面会を再開することが承認された。", Outcome.ADOPTED),
    ("答申することが決定された。", Outcome.ADOPTED),
    ("採決の結果、賛成多数で可決されました。", Outcome.ADOPTED),
    ("許可することに決定いたしました。", Outcome.ADOPTED),
    ("採択すべきものと決した。", Outcome.ADOPTED),
    ("付帯意見を付して、適当と認める。", Outcome.ADOPTED),
    ("事業の継続を妥当と認める。", Outcome.ADOPTED),
    ("手続はいずれも適正に行われたものと認める。", Outcome.ADOPTED),
    ("引続き審議することとした。", Outcome.CONTINUED),
    ("次回の小委員会で引き続き審議することとなった。", Outcome.CONTINUED),
    ("継続審議とされた。", Outcome.CONTINUED),
    ("採決は次回に持ち越された。", Outcome.CONTINUED),
    ("審査の手続を進めることとなった。", Outcome.OTHER),
    ("次回以降、審査の手続を進めることとなった。", Outcome.OTHER),
    ("当該資料については、非公表とすることとなった。", Outcome.WITHHELD),
    ("互選の結果、庄野委員が会長に就任された。", Outcome.APPOINTED),
    ("会長代理に須磨委員が選任された。", Outcome.APPOINTED),
    ("署名委員に浅見委員を指名した。", Outcome.APPOINTED),
    ("監査人の選任について承認した。", Outcome.ADOPTED),
    ("素案の修正について会長に一任することとした。", Outcome.OTHER),
    ("役員会へ付議することとした。", Outcome.OTHER),
    ("次回までに会長案を作成することとした。", Outcome.OTHER),
    ("審議の上、棄却を決定した。", Outcome.REJECTED),
    ("賛成少数により否決された。", Outcome.REJECTED),
    ("開示を認めないこととした。", Outcome.REJECTED),
]

NARRATION = [
    "国の検討会では、値上げが必要との結論を得た。",
    "県の調査の結果、有害であるとの結論が得られた。",
    "前回の会議で森委員が会長に選ばれた。",
    "監査委員の報告では、決算は適正であったと認められた。",
    "特段の意見はなかった。",
    "意見等はなかった。",
    "質疑なし。",
    "異議なしと認めます。",
    "次回は、10月12日（金）10:00から開催することとされた。",
    "次回の会議は、日程を調整の上、開催することとした。",
    "次回の日程を決定した。",
    "会長が開会を宣言した。",
    "傍聴を許可した。",
    "午後３時から休憩することとした。",
    "午後３時15分に会議を再開することとした。",
    "質疑に入ることとした。",
    "新たに山辺委員が就任した。",
    "総務課長から、条例が可決された旨の報告があった。",
    "事務局から、概要について説明があった。",
    "資料１に基づき説明を行った。",
    "採決を行った。",
    "",
    "。",
]

RESULTS = [
    "原案どおり可決", "（可決）", "承認", "一部修正の上可決", "継続審議", "継続", "異議なく承認",
    "採択", "趣旨採択", "不採択", "文化財保護審議会に諮問することを決定", "全会一致で可決",
    "可決（賛成多数）", "修正案のとおり可決", "原案の通り可決。", "挙手多数で承認",
]  # fmt: skip
NO_RESULTS = [
    "資料のとおり", "予算の承認", "名義の使用承認について", "なし", "特になし", "意見なし", "決算認定",
    "役員の選出", "について", "",
]  # fmt: skip


@pytest.mark.parametrize(("clause", "outcome"), DECISIONS)
def test_a_decision_and_its_outcome(clause: str, outcome: Outcome) -> None:
    assert is_decision(clause)
    assert outcome_of(clause) is outcome


@pytest.mark.parametrize("clause", NARRATION)
def test_what_decides_nothing(clause: str) -> None:
    assert not is_decision(clause)


@pytest.mark.parametrize("line", RESULTS)
def test_a_result_line(line: str) -> None:
    assert is_result(line)


@pytest.mark.parametrize("line", NO_RESULTS)
def test_no_result_line(line: str) -> None:
    assert not is_result(line)


@pytest.mark.parametrize("clause", ["原案の\nとおり決\n定した。", "採決の結果、 原案のとおり　決定した。"])
def test_white_space_within_is_nothing(clause: str) -> None:
    assert is_decision(clause)
    assert outcome_of(clause) is Outcome.ADOPTED


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    is_decision(text)
    is_result(text)
    assert outcome_of(text) in Outcome


@pytest.mark.parametrize("piece", ["次回開催", "修正の上、", "を決定するとともに、", "引き続き審議", "（"])
def test_a_long_clause_is_told_by_its_end(piece: str) -> None:
    clause = piece * 200_000
    assert is_decision(clause) is is_decision(clause[-240:])
    assert outcome_of(clause) is outcome_of(clause[-240:])


@pytest.mark.parametrize("piece", ["修正案のとおり", "賛成多数で", "一部字句", "承認、", "本案は"])
def test_what_ends_in_no_result_is_none(piece: str) -> None:
    assert not is_result((piece * 60)[:118] + "ん")
