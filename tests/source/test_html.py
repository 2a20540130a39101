"""Web pages: what is text, what is furniture, and how blocks become lines."""

from __future__ import annotations

import pytest

from minutes_model import Limits, open_source
from minutes_model.errors import NoTextError, SourceTooLargeError


def lines(body: str, head: str = "") -> list[str]:
    page = f"<!DOCTYPE html><html lang=ja><head><title>題</title>{head}</head><body>{body}</body></html>"
    return open_source(page.encode()).text.splitlines()


def test_the_furniture_of_a_page_is_no_text() -> None:
    found = lines(
        """<div id="skip"><a href="#main">本文へ</a></div>
        <header><h1><a href="/">臨海市</a></h1></header>
        <nav><ul><li><a href="/a">暮らし</a></li></ul></nav>
        <div class="topicPath"><a href="/">ホーム</a> &gt; <a href="/k">会議</a> &gt; 第３回</div>
        <div id="wrapper"><div id="tmp_contents"><h1>第３回議事概要</h1><script>alert(1)</script>
        <p>槙委員から「使用料は」旨の発言があった。</p><p><a href="#top">このページの先頭へ戻る</a></p></div>
        <aside>関連情報</aside></div><div class="footer">〒000-0000</div>"""
    )
    assert found == ["第３回議事概要", "槙委員から「使用料は」旨の発言があった。"]


def test_an_old_page_shows_its_furniture_by_its_links_only() -> None:
    found = lines(
        """<table><tr><td><a href=a>暮らし</a><a href=b>産業</a><a href=c>観光</a><a href=d>市政</a><a href=e>港</a>
        </td><td><center><font size=5>第３回議事概要</font></center>
        <a href="/">トップページ</a> ＞ <a href="/k">会議</a> ＞ 第３回<br>
        <table border=1><tr><td>日時<td>９月11日<tr><td>場所<td>会議室</table>
        ○佐野委員長　開会します。<br>○槙委員　はい。<hr><a href=1>前頁</a> | <a href=2>目次</a> | <a href=3>次頁</a>
        </td></tr></table>"""
    )
    assert found == ["第３回議事概要", "日時  ９月11日", "場所  会議室", "○佐野委員長　開会します。", "○槙委員　はい。"]


def test_links_to_papers_are_text() -> None:
    papers = "".join(f'<li><a href="{n}.pdf">資料{n}</a></li>' for n in range(1, 7))
    assert lines(f"<p>配布資料</p><ul>{papers}</ul>")[1:] == [f"・資料{n}" for n in range(1, 7)]


def test_a_name_does_not_make_the_whole_page_furniture() -> None:
    assert lines('<div class="header-nav"><p>第３回議事概要</p><p>以上</p></div>') == ["第３回議事概要", "以上"]


def test_white_space_collapses_but_wraps_between_japanese_vanish() -> None:
    assert lines("<p>国土交通省後\n   藤課長　NTT\n Data  と\n<b>協議</b></p>") == ["国土交通省後藤課長　NTT Data と 協議"]


def test_breaks_blocks_and_preformatted_text() -> None:
    assert lines("一<br>二<div>三<p>四</p>五</div><pre>日 時    場所\n  室</pre>") == [
        "一", "二", "三", "四", "五", "日 時    場所", "  室",
    ]  # fmt: skip


def test_ruby_keeps_its_base() -> None:
    assert lines("<p><ruby>槙<rp>（</rp><rt>まき</rt><rp>）</rp></ruby>委員、<ruby>佐<rt>さ</rt>野<rt>の</rt></ruby>委員") == [
        "槙委員、佐野委員"
    ]


def test_lists_count_as_the_page_says() -> None:
    assert lines("<ol><li>開会<li>議事<ul><li>丸<li>（１）番号つき</ul><li value=7>閉会</ol>") == [
        "1. 開会", "2. 議事", "・丸", "（１）番号つき", "7. 閉会",
    ]  # fmt: skip
    assert lines("<ol type=A start=3><li>一項</ol><ol reversed start=2><li>x<li>y</ol>") == ["C. 一項", "2. x", "1. y"]
    assert lines('<ul style="list-style-type: none"><li>佐野委員<li> </ul><p>以上') == ["佐野委員", "以上"]


def test_tables_are_rows() -> None:
    assert lines("<table><tr><th>日時<td>９月11日<br>13時<tr><td><p>出席</p><td>佐野<td>槙</table>") == [
        "日時  ９月11日", "13時", "出席  佐野  槙",
    ]  # fmt: skip


def test_hidden_parts_are_not_shown() -> None:
    assert lines('<p hidden>一</p><p style="display: none">二</p><!-- 三 --><p>四</p>') == ["四"]


@pytest.mark.parametrize("label", ["Shift_JIS", "x-sjis", "windows-31j"])
def test_the_declared_encoding(label: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={label}"></head><p>①ﾃｽﾄ'
    document = open_source(page.encode("cp932"))
    assert (document.text, document.encoding) == ("①ﾃｽﾄ\n", "cp932")


def test_a_wrong_declaration_is_seen_through() -> None:
    page = "<html><meta charset=shift_jis><p>槙委員の発言があった。"
    assert open_source(page.encode()).text == "槙委員の発言があった。\n"
    assert open_source(page.encode("euc_jp")).text == "槙委員の発言があった。\n"
    assert open_source(page.encode("utf-16")).text == "槙委員の発言があった。\n"


@pytest.mark.parametrize("page", ["<html></html>", "<p>", "<!doctype html>", "<html><script>x</script>"])
def test_pages_without_text(page: str) -> None:
    with pytest.raises(NoTextError):
        open_source(page.encode())


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "ruby", "ol"])
def test_a_million_tags_end_soon(tag: str) -> None:
    with pytest.raises(SourceTooLargeError):
        open_source(f"<{tag}>".encode() * 1_000_001)
    # How deep is too deep, libxml2 decides; what is read is read to the end.
    try:
        assert open_source(f"<{tag}>".encode() * 3_000 + "深い".encode()).text.endswith("深い\n")
    except SourceTooLargeError as error:
        assert "nests its tags too deep" in str(error)


def test_deep_nesting_within_the_limits() -> None:
    assert open_source(b"<div class=nav>" * 1500 + "深い".encode()).text == "深い\n"


def test_nul_and_controls_stay_visible() -> None:
    assert open_source("<p>前\0後\x01".encode() + b"<p>" + "続きの文章がある".encode() * 9).text.startswith("前\ufffd後\ufffd\n")


def test_time_is_limited() -> None:
    with pytest.raises(SourceTooLargeError, match="seconds of work"):
        open_source(b"<p>x" * 1000, limits=Limits(seconds=0))
