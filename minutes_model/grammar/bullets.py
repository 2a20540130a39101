"""Which marks open the opinions of a list.

A mark is told by repetition or by the sentence that introduces the list. ○ has six uses: what is no
sentence is a heading or a document (資料１ …), what reports speech is tier 1, and a mark that only
stands deeper than the opinions numbers points within one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import takewhile

from attrs import define, evolve

from minutes_model.grammar.column_heads import ASKS
from minutes_model.grammar.legend import ARROWS, MARKS, Legend, Voice, is_party
from minutes_model.layout import Block, Flow
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.roles import MEMBERS, role_of_title
from minutes_model.text import squeeze

__all__ = ["POINTS", "Bullet", "Bullets", "begins_report", "explains", "find_bullets", "introduces", "last_sentence", "opening", "reported_in_brackets", "reports", "reports_behind_number", "split_reports"]

POINTS = frozenset("・•●○◆◇■□▪▶-–*")
"""The marks that open one of a list, whatever the list is of."""
_OPEN = regex(
    rf"(?:[•*-] *(?=[○●◎◇◆□■▪△▲→⇒]|(?:[①-⑳⑴-⒇]|\(\d{{1,2}}\)|\d{{1,2}}[.)](?!\d)|[アイウエオカキクケコサシスセソ][.、)]) *[^ ]))?(?:(?P<iroha>\((?P<n2>[アイウエオカキクケコサシスセソ])(?P<also>(?:[・、][アイウエオカキクケコサシスセソ])*)\))|(?P<mark>[{MARKS}])(?![○●]|\d{{1,2}}(?:[ )、号番]|\.(?!\d)|$))|(?P<circle>[①-⑳])(?P<circles>(?:[・、,]?[①-⑳])*)(?: ?[→⇒])?|(?P<paren>[⑴-⒇])|"
    r"\((?P<n>\d{1,2})\)|\[(?P<square>\d{1,2})\]|(?P<dot>\d{1,2})[.)](?!\d)|(?P<bare>\d{1,2})(?P<bares>(?:(?:及び|[・、])\d{1,2})*)(?= +\S| ?[→⇒] ?\S)(?: ?[→⇒])?|"
    r"(?P<kana>[アイウエオカキクケコサシスセソ])(?:[.、)]| +)|(?P<latin>[a-z])\)(?= ?[^ a-z])) *"
)
_NUMBERED_MARK = regex(rf"[{MARKS}] ?(?P<numbers>\d{{1,2}}(?:(?:及び|[・、,])\d{{1,2}})*)(?: +|(?P<dot>[.)]) *(?!\d))(?=\S)")
_KANA = "アイウエオカキクケコサシスセソ"
_FIRST = frozenset(f"{MARKS}([0123456789{_KANA}abcdefghijklmnopqrstuvwxyz" + "".join(map(chr, range(0x2460, 0x2488))))
_FINISHED = ("。", "」", "?", ")", "]", "か", "!", "』", "…")
_DOCUMENT = regex(r"(?:資料|別紙|参考|別添|配[付布]|議案書|日時|場所|出席|会場)")
_TITLE = regex(r"(?:について|に関して|の件|関係|関連|に関すること)(?:\([^()]*\))?$")
_INTRODUCED = regex(
    r"(?:意見|質問|質疑|発言|回答|答弁|指摘|要望|注文|提案|感想|やり?取り|議論|討議|コメント|助言|応答|講評)"
    r"[^。]{0,40}。?[)\]】>〉》:]? ?$"
)
_TOLD_WHOLE = regex(r"(?:旨の|との)(?:発言|質問|質疑|意見|要望|指摘|提案|回答|説明|報告)等?[がを](?:あった|なされた|行われた|行った|述べた|出された|ありました)。?$|(?:なかった|ありませんでした|なし|出なかった|出されなかった)。?$")
"""全て終了した旨の発言があった。, 意見はなかった。: what was said is told already, or that nothing was."""
_TOLD_ENDS = ("た。", "し。", "た", "し")
_ASIDE = regex(r"\([^()]*。[^()]*\)。?$|(?<=とおり)\([^()]*\)。?$")
"""次のとおりである（符号は、上記の符号に対応する。）。, 以下のとおり（番号は質問の番号に対応）。"""
_REPORTS = regex(
    r"(?:発言|質問|意見|要望|注文|指摘|提案|回答|答弁|説明|報告|挨拶|補足|紹介|依頼|総括|まとめ|講評|指示|連絡|案内)(?:等)?(?:が|を|も)?"
    r"(?:あった|なされた|行った|行われた|された|述べられた|出された|ありました|あり)。$|こととした。$|こととなった。$|"
    r"(?:との|旨[のを]?|という)(?:発言|質問|意見|要望|指摘|提案|回答|答弁|説明|報告|補足|連絡|挨拶|こと)。$|(?:について|により|に基づき)、?(?:説明|報告|連絡)。$|"
    r"と(?:回答|答弁|補足)。$|」と(?:答え|述べ|語っ|話し|応じ|(?:説明|回答|補足|発言|報告)し)た。$"
)
_SIGNED = regex(r"(?:との|旨の?|という)[^、。「」()]{0,8}(?:発言|質問|質疑|意見|要望|指摘|提案|回答|答弁|説明|補足)が?(?:あった|なされた|出された|述べられた|示された) ?\((?P<who>[^():]{0,16}(?:委員|議員|構成員|評議員|理事|[員会座部]長|議長|代理)|(?<=回答があった\()[^():]{1,20}(?:長|補佐|主幹|主査|事務局))\)。?$")
"""…してほしいとの要望があった（土居委員）。"""
_SUBJECT = regex(r"(?P<who>[^、。「」]{2,16}?)(?:は、|が、(?=[^。]*旨を?(?:説明|報告)した。$))")
_ASKED_BY = regex(r"(?:\(?\d{1,2}[).]? *|[①-⑳] *)(?P<who>[^、。「」]{2,16}?)(?:が|は|から|より)、[^。]*(?:(?:ただし|尋ね|質し|質問し|問うた)た?ところ、|(?:と(?:答え|述べ|回答し|説明し)た|との[^。]{2,6}があった)。)")
_TELLS = regex(r"(?:と(?:質問し|回答し|説明し|報告し|発言し|指摘し|提案し|要望し|懸念を示し|答え|述べ|応じ)|[をと]説明し|を報告し)た。$")
_TOLD_LAST = regex(r"(?:との|旨の)(?:発言|質問|質疑|意見|要望|指摘|提案|説明|報告|回答)が(?P<who>[^、。「」がをは]{2,20}?)(?:から|より)(?:あった|なされた|出された|示された|述べられた)。$")
_TOLD_FIRST = regex(r"(?:との|旨の)(?:発言|質問|意見|要望|指摘|提案|説明|報告|挨拶)が(?:あり|なされ|述べられ|出され)、[^。]*(?:した|された|なった)。$")
_LONG_LEAD = 40
"""In how many characters what leads to the first speaker of a paragraph ends."""
_SPEAKER_ALONE = regex(r"(?P<who>[^、。「」]{1,30}?)(?:から|より)、")
_ANSWERED = regex(rf"[{ARROWS}](?:(?<=[。?か)].)|(?<=[。?か)] .))")
"""An answer behind an arrow on the line of its question: only an opinion has one."""
_EXPLAINED = regex(r"(?:から|より|[一-龥]が)[^。]*(?:説明|報告)(?:が(?:あった|なされた|行われた)|を行った|した)?。?$")
_SPEECH_OPENS = frozenset("【[(<〔QA問答○●◇◆□■▪▽▼▶・→⇒①②③④⑤⑥⑦⑧⑨")
_PAST = regex(r"(?:した|された|あった|行った|行われた|なった)。$")
_CONNECTIVE = regex(r"(?:最後に|終わりに|このほか|以上を受けて?|(?:これらの|以上の)?(?:意見|議論|質疑)を(?:受け|踏まえ)て?|次に|これに対し(?:て)?|それに対し(?:て)?|これを受け(?:て)?|これらに対し(?:て)?|これらを受けて?|これらについて|これについて|この点(?:について|に関し(?:て)?|につき)|なお|また|一方|さらに|続いて)、")
_BEHIND_PAPER = regex(r"[^、。「」]{2,24}?(?:に基づき|により|に沿って|について)、?(?P<who>[^、。「」]{1,20}?)(?:から|より)、?(?:概要を?)?(?:説明|報告|紹介)。?$")
"""資料１に基づき事務局から説明"""
_TOLD_IN_BRACKETS = regex(
    r"[(\[<〈《【―—─~-] ?(?:[^()\[\]<>、。「」]{2,24}?(?:に基づき|により|に沿って|について)、?)?(?P<who>[^()\[\]<>〈〉《》【】、。「」]{1,20}?)(?:(?:から|より)、?"
    r"[^()\[\]<>〈〉《》【】。「」]{0,30}|が、?(?:[^()、。「」旨]{2,20}?(?:により|に基づき|に沿って|を用いて|について)、?)?(?=(?:概要を?)?(?:説明|報告|連絡)(?:した|する|を?行った)?。? ?[)\]>〉》】―—─~-]))(?:説明|報告|連絡)(?:した|する|が?あった|を?行った|[がを](?:なされた|行われた|受けた))?。? ?[)\]>〉》】―—─~-]"
)
"""（経営企画課から説明）, ―資料１に基づき、事務局より説明―"""
_SIDE = regex(r"[(\[<〈《【〔](?P<who>[^()\[\]<>〈〉《》【】〔〕。、]{2,12})[)\]>〉》】〕]")
_AGENT = regex(r"(?P<who>[^、。「」]{1,30}?)(?:(?:から|より)(?:、|は|「|[^、。]{0,30}について|(?:別紙|(?:参考)?資料|議案)[^、。]{0,12}(?:に基づき|により|に沿って|を用いて))|[はが]、?(?=「))")


@passing(eq=False, repr=False)
class Bullet:
    """The opening of a paragraph of a list: its mark's kind, its number, and where its words begin.

    ``also`` are further numbers it bears: （ア・イ）, ①②.
    """

    mark: str
    number: int | None
    text: int
    also: tuple[int, ...] = ()


@passing(eq=False, repr=False)
class Bullets:
    """The marks that open opinions; ``second`` is the other of two, which answers the first.

    ``found`` holds every bullet, of whatever use, by the start of its block; ``answered`` tells that answers stand behind
    arrows on the lines of their questions.
    """

    marks: frozenset[str]
    found: Mapping[int, Bullet]
    second: str | None = None
    answered: bool = False


@define(eq=False, repr=False)
class _Tally:
    """What is seen of one mark."""

    indent: int
    number: int | None
    count: int = 0
    finished: int = 0
    titles: int = 0
    reporting: int = 0
    sentences: int = 0
    past: int = 0
    answered: int = 0
    replied: int = 0
    called: int = 0
    named: int = 0
    introduced: bool = False


def opening(flow: Flow, block: Block) -> Bullet | None:
    """The bullet that opens a paragraph, of whatever use."""
    if flow.folded[block.start] not in _FIRST:
        return None
    found = _OPEN.match(flow.folded, block.start, block.end)
    if found is None or found.end() == block.end:
        return None
    if found["bare"] and not _is_wide(flow, found.end("bares"), found.end()):
        # 45 分まで, cut by the line's end.
        return None
    mark, number = _kind(found)
    also = tuple(_KANA.index(kana) + 1 for kana in found["also"] or "" if kana in _KANA) or tuple(
        ord(circle) - ord("①") + 1 for circle in found["circles"] or "" if "①" <= circle <= "⑳"
    )
    also = also or (tuple(map(int, re.findall(r"\d+", found["bares"]))) if found["bares"] else ())
    return Bullet(mark, number, found.end(), also)


def _numbered(flow: Flow, block: Block) -> Bullet | None:
    """◆１　…, ◇２・４　…: a mark of the legend, which numbers its opinions and the answers to them."""
    found = _NUMBERED_MARK.match(flow.folded, block.start, block.end)
    if found is None or not (found["dot"] or _is_wide(flow, found.end("numbers"), found.end())):
        # ○ 10 年前の計画はどうなったか。
        return None
    number, *also = map(int, re.findall(r"\d+", found["numbers"]))
    return Bullet(flow.folded[block.start], number, found.end(), tuple(also))


def _is_wide(flow: Flow, start: int, end: int) -> bool:
    """Whether a number is parted from its words by more than a single narrow space."""
    gap = flow.text[start:end]
    return len(gap) > 1 or gap in ("\u3000", "\t")


def find_bullets(
    flow: Flow, blocks: Sequence[int], legend: Legend | None, *, introduced: bool = False, usual: Set[str] = frozenset()
) -> Bullets | None:
    """The marks that open opinions in these blocks; None where no mark opens any.

    ``introduced`` tells that what stands above the blocks leads to opinions, ``usual`` are the marks that
    did so in an item before.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("主な意見は次のとおり。\\n・歩道が狭い。\\n・街灯を増やしてほしい。")
    >>> find_bullets(flow, range(3), None).marks
    frozenset({'・'})
    """
    voices = legend.voices if legend else {}
    tallies, found = _tally(flow, blocks, voices)
    if not found:
        return None
    above = list(takewhile(lambda index: flow.blocks[index].start not in found, blocks)) if introduced else []
    if introduced and all(_EXPLAINED.search(flow.words(flow.blocks[index])) for index in above):
        # 主な発言, and below it the opinions, or first what was explained.
        tallies[found[flow.blocks[blocks[len(above)]].start].mark].introduced = True
    for mark in usual & tallies.keys():
        tallies[mark].introduced = tallies[mark].introduced or tallies[mark].finished == tallies[mark].count > tallies[mark].past
    told = [mark for mark in tallies if mark in voices]
    replied = any(mark in ARROWS for mark in tallies)
    free = [mark for mark, tally in tallies.items() if mark not in voices and _accepts(mark, tally, replied=replied, goes_on=mark in usual)]
    outer = min(tallies.values(), key=lambda tally: tally.indent)
    if _mostly_reports(outer):
        # Points below a paragraph that reports tell what it says, unless a sentence leads to opinions.
        free = [mark for mark in free if tallies[mark].introduced or tallies[mark].indent <= outer.indent]
    if any(mark not in ARROWS for mark in told):
        # Beside a mark the legend explains, another one numbers points, unless it stands no deeper and what arrows answer of it asks for that.
        depth = min(tallies[mark].indent for mark in told)
        return Bullets(frozenset((*told, *(mark for mark in free if tallies[mark].replied and mark not in ARROWS and tallies[mark].called == tallies[mark].replied and tallies[mark].finished == tallies[mark].count and tallies[mark].indent <= depth))), found)
    # ○（有賀委員）… / 　－（事務局）…: each names its speaker, however deep it stands.
    names = bool(free) and _names_speakers(tallies[free[0]])
    main = [mark for mark in free if mark == free[0] or tallies[mark].introduced or (names and _names_speakers(tallies[mark]))]
    rest = (mark for mark in free if mark not in main and tallies[mark].indent <= tallies[free[0]].indent)
    second = next(rest, None)
    answered = any(tallies[mark].answered for mark in main)
    return Bullets(frozenset([*told, *main, *([second] if second else ())]), found, second, answered)


def introduces(words: str) -> bool:
    """Whether a paragraph (folded) ends in words that lead to a list of speeches.

    >>> introduces("主な意見は以下のとおり。"), introduces("資料は以下のとおり。")
    (True, False)
    """
    bare = _without_aside(words)
    if bare.endswith(_TOLD_ENDS) and _TOLD_WHOLE.search(bare, max(0, len(bare) - 24)) is not None:
        return False
    return _INTRODUCED.search(bare, max(0, len(bare) - 64)) is not None


def last_sentence(words: str) -> int:
    """Where the last sentence of a paragraph (folded) begins, with what a bracket adds behind it.

    >>> words = "説明があった。回答は次のとおりである。(番号は上記の番号に対応する。)"
    >>> words[last_sentence(words) :]
    '回答は次のとおりである。(番号は上記の番号に対応する。)'
    """
    return _without_aside(words).rstrip("。)]】 ").rfind("。") + 1


def _without_aside(words: str) -> str:
    return _ASIDE.sub("", words) if words.endswith((")", ")。")) else words


def split_reports(flow: Flow, first: int) -> Flow:
    """The flow with blocks from ``first`` on cut where a speech of a list ends and, on the next printed line, a report of the meeting begins.

    【回答】…緩めることとした。 / 会長から、…との意見があり、…
    """
    blocks: list[Block] = list(flow.blocks[:first])
    for block in flow.blocks[first:]:
        cut = _report_within(flow, block) if flow.folded[block.start] in _SPEECH_OPENS else None
        if cut is None:
            blocks.append(block)
        else:
            blocks += [evolve(block, end=cut), Block(cut, block.end, block.indent, 0)]
    return evolve(flow, blocks=tuple(blocks)) if len(blocks) > len(flow.blocks) else flow


def _report_within(flow: Flow, block: Block) -> int | None:
    lines = flow.lines(block.start, block.end)[1:]
    at = (at for at, _ in lines if flow.folded[at - 1] in "。」")
    return next((start for start in at if begins_report(words := flow.folded[start : block.end]) and reports(words)), None)


def explains(words: str) -> bool:
    """Whether a line (folded) tells in a noun that somebody explained or reported: 所管課から事業の概要を説明."""
    return _EXPLAINED.search(words) is not None


def begins_report(words: str) -> bool:
    """Whether a paragraph (folded) begins with who spoke: 乾委員から、…; not 用地の制約から、…."""
    return _reporter(words) is not None


def reported_in_brackets(words: str, houses: Set[str] = frozenset()) -> tuple[int, int] | None:
    """Where a line in brackets (folded) names who explained something: （経営企画課から説明）; None where it tells of nothing such.

    ``houses`` speak here beside those who do everywhere: （三葉バスより報告）.
    """
    found = _TOLD_IN_BRACKETS.fullmatch(words)
    return found.span("who") if found is not None and (found["who"] in houses or is_party(found["who"])) else None


def reports_behind_number(words: str) -> bool:
    """Whether a paragraph (folded) behind a number says who asked, and that he did: １　乾委員が、…かとただしたところ、…."""
    found = _ASKED_BY.match(words)
    return found is not None and is_party(found["who"])


def _reporter(words: str) -> re.Match[str] | None:
    found = _AGENT.match(words) or _BEHIND_PAPER.match(words)
    return found if found is not None and is_party(found["who"]) else None


def reports(words: str) -> bool:
    """Whether a paragraph (folded) reports speech by itself: …から…との意見があった。"""
    signed = _SIGNED.search(words, max(0, len(words) - _LONG_LEAD)) if words.endswith((")。", ")")) else None
    if signed is not None and is_party(squeeze(signed["who"])):
        return True
    last = _TOLD_LAST.search(words, max(0, len(words) - _LONG_LEAD)) if words.endswith("た。") else None
    if last is not None and role_of_title(squeeze(last["who"])) in MEMBERS and "ところ、" not in words:
        # …意義が大きい、との発言が会長からあった。
        return True
    subject = _SUBJECT.match(words) if _TELLS.search(words, max(0, len(words) - 12)) is not None else None
    if subject is not None and is_party(subject["who"]):
        # 委員は、…意思は固いのかと質問した。
        return True
    if _TOLD_FIRST.search(words) is not None and begins_report(words):
        # 議長から、「…」旨の発言があり、仙石理事が退席した。
        return True
    if _REPORTS.search(words, max(0, len(words) - 24)) is None:
        return False
    lead = _CONNECTIVE.match(words)
    if _AGENT.match(words, lead.end() if lead else 0) is not None:
        return True
    # 前回の審議で宿題となった点に関し、管理課長から、…旨の補足説明があった。
    comma = words.find("、", 0, _LONG_LEAD)
    agent = _AGENT.match(words, comma + 1) if comma > 0 else None
    return agent is not None and is_party(agent["who"])


def _kind(found: re.Match[str]) -> tuple[str, int | None]:
    if found["mark"]:
        return found["mark"], None
    if found["circle"]:
        return "①", ord(found["circle"]) - ord("①") + 1
    if found["paren"]:
        return "⑴", ord(found["paren"]) - ord("⑴") + 1
    if found["iroha"]:
        return "(ア)", _KANA.index(found["n2"]) + 1
    if found["latin"]:
        return "a)", ord(found["latin"]) - ord("a") + 1
    if found["kana"]:
        return "ア", _KANA.index(found["kana"]) + 1
    if found["bare"]:
        return "1 ", int(found["bare"])
    if found["square"]:
        return "[1]", int(found["square"])
    return ("(1)", int(found["n"])) if found["n"] else ("1.", int(found["dot"]))


def _tally(
    flow: Flow, blocks: Iterable[int], voices: Mapping[str, Voice]
) -> tuple[dict[str, _Tally], dict[int, Bullet]]:
    tallies: dict[str, _Tally] = {}
    bullets: dict[int, Bullet] = {}
    before: Block | None = None
    for index in blocks:
        block = flow.blocks[index]
        bullet = (_numbered(flow, block) if flow.folded[block.start] in voices else None) or opening(flow, block)
        if bullet is not None and (flow.folded.find("。", block.start, block.end) > 0 or not _DOCUMENT.match(flow.folded, bullet.text)):
            bullets[block.start] = bullet
            tally = tallies.get(bullet.mark)
            if tally is None:
                tally = tallies[bullet.mark] = _Tally(block.indent, bullet.number)
            if bullet.mark not in voices:
                tally.introduced = tally.introduced or (before is not None and (introduces(flow.words(before)) or _is_side(flow.words(before))))
                _count(flow, tally, block, bullet)
            above = bullets.get(before.start) if before is not None and bullet.mark in ARROWS else None
            if above is not None and before is not None:
                tallies[above.mark].replied += flow.folded[before.end - 1] == "。"
                tallies[above.mark].called += ASKS.search(flow.folded, before.start, before.end) is not None
        before = block
    return tallies, bullets


def _is_side(words: str) -> bool:
    """Whether a line (folded) is nothing but a side in brackets: ［委員］, above its numbered points."""
    found = _SIDE.fullmatch(words)
    return found is not None and is_party(found["who"])


def _count(flow: Flow, tally: _Tally, block: Block, bullet: Bullet) -> None:
    tally.count += 1
    tally.indent = min(tally.indent, block.indent)
    tally.named += _SIDE.match(flow.folded, bullet.text, block.end) is not None
    tally.answered += _ANSWERED.search(flow.folded, bullet.text, block.end) is not None
    if flow.folded.endswith(_FINISHED, bullet.text, block.end):
        tally.finished += 1
        tally.sentences += flow.folded.find("。", bullet.text, block.end) > 0
        words = flow.folded[bullet.text : block.end]
        tally.reporting += reports(words)
        tally.past += _PAST.search(words, max(0, len(words) - 6)) is not None
    elif (agent := _SPEAKER_ALONE.fullmatch(flow.folded, bullet.text, block.end)) is not None and is_party(agent["who"]):
        # (1) 槇委員から、 above words in quotes of their own.
        tally.reporting += 1
    elif _TITLE.search(flow.folded, max(bullet.text, block.end - 24), block.end):
        tally.titles += 1


def _names_speakers(tally: _Tally) -> bool:
    """Whether brackets behind a mark tell, as a rule, who speaks."""
    return 0 < tally.count * 2 <= tally.named * 3


def _mostly_reports(tally: _Tally) -> bool:
    return 0 < tally.count <= tally.reporting * 2


def _accepts(mark: str, tally: _Tally, *, replied: bool, goes_on: bool) -> bool:
    """Sentences, more than one or introduced; numbers count from one, or go on with those of an item before, and are introduced, or all sentences that arrows answer.

    Without an introduction a list told in the past (資料を説明した。) is what happened, not what was said.
    """
    if mark in ARROWS or mark == "※" or _mostly_reports(tally) or tally.titles * 2 >= tally.count:
        return False
    if tally.number is not None and not ((tally.number == 1 or goes_on) and (tally.introduced or (replied and tally.sentences == tally.count))):
        return False
    if tally.introduced or tally.answered or tally.replied:
        return True
    return tally.count > 1 and tally.finished * 2 >= tally.count > tally.past * 2
