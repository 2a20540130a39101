"""Laws every parse keeps: any text parses, regions partition it, spans give it back."""

from __future__ import annotations

import copy
import pickle
import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import minutes_model as mm
from tests.documents import beside_cases, texts
from tests.laws import hold

DOCUMENTS = texts()
MARKS = "「」『』（）()【】≪≫○◯・、。：:　 \f\x00\ud800０9一"
PIECES = ("旨の発言があった。", "から、", "より、", "令和６年９月11日（水）", "第1", "議題", "○委員長　", "\n", "（１）", "」旨、", "出席者：")


def keeps_the_laws(text: str) -> mm.ParseResult:
    """Parse, and assert what holds for any text."""
    result = mm.parse(mm.SourceDocument(text=text))
    hold(result)
    return result


TABLE = "道路懇談会　議事概要\n\n日時　令和５年６月１日\n\n(1) 道路について\n\n|発言者|意見・質問|町の回答|\n|乾委員|道が狭い。広げるべきだ。|来年広げる。|\n|堀委員|街灯が暗いのではないか。|増やす。|\n"


@pytest.mark.parametrize("below", ["-|\n\n道路については、原案のとおり了承された。\n", "|開催場所|多目的ホール|\n添付ファイル\n議事内容\n"])
def test_rows_of_a_table_keep_the_laws(below: str) -> None:
    speeches = keeps_the_laws(TABLE + below).meeting.speeches
    assert [speech.text for speech in speeches][:2] == ["道が狭い。広げるべきだ。", "来年広げる。"]


def test_a_row_of_a_table_within_a_turn_keeps_the_laws() -> None:
    turn = "○乾委員\n道が狭い。広げるべきです。\n堀 課長 | 谷 主査 |\n街灯も暗いのではないでしょうか。\n"
    result = keeps_the_laws(f"資料１ | 計画 |\n資料２ | 図面 |\n参考 | 統計 |\n{turn}○西会長\nありがとうございます。\n○乾委員\n以上です。\n")
    assert "街灯も暗いのではないでしょうか。" in result.meeting.speeches[0].text


def test_labels_below_each_other_with_nothing_said_keep_the_laws() -> None:
    labels = "　　　　　　　大野原町　町長　　渋江　みどり\n(3) 大野原町長\n(4) 沢渡市長\n\n　　　　　　＜　県　＞\n"
    result = keeps_the_laws(f"　　街灯が暗い。道に迷う客も多い。圏域で案内を作るべきだ。\n　テーマ１　通学の支援について\n{labels}")
    assert all(speech.text for speech in result.meeting.speeches)


@pytest.mark.parametrize("name", beside_cases())
def test_documents_keep_the_laws(name: str) -> None:
    result = keeps_the_laws(DOCUMENTS[name])
    assert not [d for d in result.diagnostics if d.severity is mm.Severity.ERROR]


@given(st.text(max_size=400))
@settings(max_examples=600)
def test_any_text_parses(text: str) -> None:
    keeps_the_laws(text)


@example("【旨の発言があった。】")
@given(st.lists(st.sampled_from((*PIECES, *MARKS)), max_size=80).map("".join))
@settings(max_examples=600)
def test_any_mixture_of_marks_parses(text: str) -> None:
    keeps_the_laws(text)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A document cut, doubled, shuffled, with lines of another in it, with brackets opened and never closed."""
    text = DOCUMENTS[draw(st.sampled_from(sorted(DOCUMENTS)))]
    rnd = random.Random(draw(st.integers(0, 2**32)))
    for _ in range(draw(st.integers(1, 6))):
        at = rnd.randint(0, len(text))
        to = min(len(text), at + rnd.randint(0, 300))
        match rnd.randint(0, 6):
            case 0:
                text = text[:at] + text[to:]
            case 1:
                text = text[:to] + text[at:]
            case 2:
                text = text[:at] + "".join(rnd.choices(MARKS, k=4)) + text[at:]
            case 3:
                text = text[:at] + rnd.choice(PIECES) + text[at:]
            case 4:
                lines = text.split("\n")
                rnd.shuffle(lines)
                text = "\n".join(lines)
            case 5:
                other = DOCUMENTS[rnd.choice(sorted(DOCUMENTS))].split("\n")
                first, lines = rnd.randrange(len(other)), text.split("\n")
                here = rnd.randint(0, min(40, len(lines)))
                text = "\n".join([*lines[:here], *other[first : first + rnd.randint(1, 25)], *lines[here:]])
            case _:
                text = text.replace("」", "", rnd.randint(0, 3))
    return text


@given(mutated())
@settings(max_examples=300)
def test_mutated_documents_keep_the_laws(text: str) -> None:
    keeps_the_laws(text)


def test_parse_is_deterministic_and_thread_safe() -> None:
    some = dict(list(DOCUMENTS.items())[::10])
    alone = {name: mm.parse(text).meeting for name, text in some.items()}
    with ThreadPoolExecutor(8) as pool:
        for _ in range(3):
            together = dict(zip(some, pool.map(mm.parse, some.values()), strict=True))
            assert {name: result.meeting for name, result in together.items()} == alone


@pytest.mark.parametrize("name", list(DOCUMENTS)[:12])
def test_results_pickle_and_copy(name: str) -> None:
    result = mm.parse(DOCUMENTS[name])
    for again in (pickle.loads(pickle.dumps(result)), copy.deepcopy(result), copy.copy(result)):
        assert again.meeting == result.meeting
        assert again.regions == result.regions
        assert again.diagnostics == result.diagnostics
