"""Each code is given where its cause is, with its place."""

from __future__ import annotations

import pytest

import minutes_model as mm

HEAD = "測位委員会（第３回）議事概要\n日時：令和６年９月11日（水）\n出席者：小川委員長、高橋委員、高橋専門委員、佐々木総務課長\n議事の概要\n"

CASES = [
    ("MM001", ""),
    ("MM101", HEAD.replace("９月11日（水）", "２月30日")),
    ("MM102", HEAD.replace("（水）", "（木）")),
    ("MM103", HEAD.replace("令和６年９月11日（水）", "平成36年９月11日")),
    ("MM104", HEAD.replace("（水）", "（水）午後13時30分～")),
    ("MM105", HEAD.replace("日時：令和６年９月11日（水）\n", "")),
    ("MM106", HEAD.replace("令和６年", "令和６年（2023年）")),
    ("MM201", HEAD.replace("小川委員長", "環境委員会")),
    ("MM202", HEAD.replace("高橋専門委員", "高橋委員") + "高橋委員から「賛成である」旨の発言があった。\n"),
    ("MM203", HEAD + "木村専門官から「検討する」旨の発言があった。\n"),
    ("MM301", HEAD + "別紙一覧　参照\n"),
    ("MM302", HEAD + "小川委員長から「「賛成である」旨の発言があった。\n"),
    ("MM304", HEAD + "佐々木課長から「検討する」旨の回答があった。\n"),
]


@pytest.mark.parametrize(("code", "text"), CASES, ids=[code for code, _ in CASES])
def test_code(code: str, text: str) -> None:
    result = mm.parse(text)
    found = [d for d in result.diagnostics if d.code == code]
    assert found, [str(d) for d in result.diagnostics]
    assert all(d.span is None or 0 <= d.span.start < d.span.end <= len(text) for d in found)
    clean = mm.parse(HEAD + "小川委員長から「賛成である」旨の発言があった。\n")
    assert clean.diagnostics == ()
