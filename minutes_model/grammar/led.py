"""Paragraphs without any mark below a sentence that says whose words they are.

委員から次のような意見が述べられた。, and each paragraph below is an opinion; …局長は次のように答えた。, and
what stands below is one answer. Where one sentence leads to questions and answers alike they alternate,
which is believed only where the words agree: each first one asks or wants something, no second one does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from minutes_model.grammar.bullets import POINTS, begins_report, introduces, reports
from minutes_model.grammar.column_heads import ASKS
from minutes_model.grammar.draft import Entry, Said, Told
from minutes_model.grammar.legend import is_party
from minutes_model.grammar.opening_words import names_nothing
from minutes_model.grammar.outcomes import is_decision
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Act
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["Led", "as_introduction", "greeting", "is_hollow", "led_paragraphs", "points_below"]

_WHO = r"[^、。「」() ]{2,20}?"
_CUE = r"(?:(?:概ね|おおむね|大略|要旨)?、?(?:次|以下|下記)の(?:とおり|通り|よう))"
_VIEW = r"[御ご]?(?:意見|質問|質疑|要望|注文|評価|感想|指摘|提案|発言|助言)"
_VIEWS = rf"(?P<what>{_VIEW}(?:(?:・|、|及び|や|並びに){_VIEW})*)等?"
_REPLY = r"[御ご]?(?:回答|説明|答弁|見解|考え方|対応)"
_FROM = r"(?:から|より)"
_ASKED = regex(
    rf"(?:^|[、。])(?P<who>{_WHO}){_FROM}(?:は|も)?、?(?:{_CUE}な|(?:次|以下|下記)の(?:とおりの?)?)[^。、]{{0,12}}?{_VIEWS}(?:が|を)[^。、]{{1,14}}。$"
    rf"|(?:^|[、。])(?P<by>{_WHO}){_FROM}(?:の|出された|いただいた)(?:主な)?(?P<kind>{_VIEW}(?:(?:・|、|及び|や){_VIEW})*)等?は、?{_CUE}[^。]{{0,6}}。$"
)
"""委員から次のような意見が述べられた。, 委員からの主な意見は、次のとおり。"""
_ANSWERED = regex(
    rf"(?:^|。[ \n]*)(?:(?P<all>(?:以上|これら|上記)の[^、。]{{2,10}}|これら)?[^、。]{{0,12}}?に対し(?:て)?(?:は)?、)?(?P<who>{_WHO})(?:は、?|が、?|{_FROM}(?:は)?、?)(?P<paper>[^。、]{{2,24}}(?:に基づき|により|を用いて|に沿って)、?)?{_CUE}(?:に|な)?"
    rf"(?:述べた|答えた|(?P<told>{_REPLY}|報告|紹介|発表)(?:した|を行った|が(?:(?:あった|なされた|行われた|述べられた)|(?:あり|なされ|行われ)、[^。、]{{0,12}}(?:了承|承認|可決)され(?:た|ました))))。$"
)
"""以上の意見に対し、制作局長は次のように述べた。"""
_BOTH = regex(
    rf"(?:^|[、。])(?P<asker>{_WHO}){_FROM}の(?:主な)?{_VIEWS}(?:と|及び|、|並びに)(?:これら?|それら?)?(?:に対する|への)?(?P<answerer>{_WHO})(?:{_FROM})?の{_REPLY}等?は、?{_CUE}[^。]{{0,6}}。$"
)
"""委員からの主な質問・意見とこれに対する大学の回答は、概ね次のとおりである。"""
_PRESENTS = frozenset(("報告", "紹介", "発表"))
_ASKS_ONLY = ("質問", "質疑")
_WANTS = regex(r"(?:[かね]|ほしい|欲しい|べきである|べきだ|望む|願う)。$|[?？]$")
_OPENS_NOT = frozenset("([【<〈《「『〔≪※→⇒①②③④⑤⑥⑦⑧⑨⑩") | POINTS
_NUMBERED = regex(r"\d{1,2}(?:[.)、]| +)(?!\d)")
_TELLS = regex(rf"(?P<who>{_WHO})(?:は|が)、?[^。]*(?:述べた|宣した|宣言した|求めた|諮った|告げた|した旨を告げた|挨拶した|閉会した)。$")
_CUES = regex("(?:次|以下|下記)の")
_GREETING = regex(r"(?P<who>[^、。・]{2,8}?)の?(?:開会|閉会)?の?(?:[御ご]?挨拶|あいさつ)")
_HEADS = regex(r"[(<〈《【\[≪〔]?(?:(?P<heads>[^、。「」() ]{2,12}?)(?:から|より)の)?(?:主な|[御ご])?(?:意見|発言|意見・質問|質問・意見|質疑・意見|意見・感想|意見・要望|提案|感想)等?(?:の(?:概要|要旨|内容))?[)>〉》】\]≫〕]?")
"""主な意見, on a line of its own above them."""
_LONGEST_HEAD = 24
_FEWEST = 2
"""Of how many paragraphs below such a line each is an opinion: one may tell how it went."""
_ADDS = regex(r"(?:以上|なお、|このほか、|その他、)")


@passing(eq=False, repr=False)
class Led:
    """Whose words a paragraph holds; ``goes_on`` with those of the one above, ``to_all`` that it answers all since the last answer.

    ``explains`` tells that it is called 説明, which presents where nobody has asked.
    """

    answer: bool
    label: str
    act: Act = Act.UNSPECIFIED
    goes_on: bool = False
    to_all: bool = False
    explains: bool = False


def led_paragraphs(flow: Flow, blocks: Sequence[int], opens: Callable[[Block], bool], title: str = "", *, answered: bool = False) -> Mapping[int, Led]:
    """The paragraphs of an item, by their index, below sentences that say whose words follow; none that ``opens`` a speech by itself.

    ``title`` is what stands above them all: 主な意見. ``answered`` says that the document tells whose words a tag opens (【回答】は事務局による),
    which then end no list.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("委員から次のような意見が述べられた。\\n\\n音楽が良かった。\\n\\n字幕がほしい。")
    >>> [led.label for led in led_paragraphs(flow, range(3), lambda block: False).values()]
    ['委員', '委員']
    """
    found: dict[int, Led] = {}
    for lead, points in _runs(flow, blocks, opens, title, answered=answered):
        found.update(zip(points, _read(flow, lead, points), strict=False))
    return found


def greeting(flow: Flow, blocks: Sequence[int], title: str, opens: Callable[[Block], bool]) -> Mapping[int, Led]:
    """The paragraphs of an item that is somebody's greeting (会長挨拶), all of them his words; none where any tells of it instead.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("お忙しい中の出席に感謝する。\\n\\n忌憚のない意見をお願いしたい。")
    >>> [(led.label, led.goes_on) for led in greeting(flow, range(2), "会長挨拶", lambda block: False).values()]
    [('会長', False), ('会長', True)]
    """
    found = _GREETING.fullmatch(squeeze(title))
    if found is None or not is_party(found["who"]):
        return {}
    told = any(opens(flow.blocks[index]) or not _is_point(flow, flow.words(flow.blocks[index])) for index in blocks)
    return {} if told else {index: Led(False, found["who"], Act.GREETING, goes_on=number > 0) for number, index in enumerate(blocks)}


def _runs(flow: Flow, blocks: Sequence[int], opens: Callable[[Block], bool], title: str, *, answered: bool) -> Iterator[tuple[re.Match[str], list[int]]]:
    """Each sentence that leads to words, and the paragraphs right below it."""
    lead: re.Match[str] | None = _lead(title)
    points: list[int] = []
    for index in blocks:
        words = flow.words(flow.blocks[index])
        opened = _lead(words)
        if lead is not None and answered and _TAGGED_REPLY.match(words):
            continue
        if lead is not None and (opened is not None or not _is_point(flow, words) or opens(flow.blocks[index])):
            yield lead, points
            lead = None
        if opened is not None:
            lead, points = opened, []
        elif lead is not None:
            points.append(index)
    if lead is not None:
        yield lead, points


_TAGGED_REPLY = regex(r"[\[(【<](?:回答|答弁|答え|答)[\])】>]")
"""【回答】…, a tag before the words of an answer."""


def _lead(words: str) -> re.Match[str] | None:
    """What leads to the paragraphs below: a sentence that says whose they are, or a heading that says what."""
    heading = _HEADS.fullmatch(words) if len(words) <= _LONGEST_HEAD else None
    if heading is not None:
        return heading if heading["heads"] is None or is_party(heading["heads"]) else None
    if "次の" not in words and "以下の" not in words and "下記の" not in words:
        return None
    found = _BOTH.search(words) or _ASKED.search(words) or _ANSWERED.search(words)
    if found is None:
        return None
    told = found.groupdict()
    return found if all(is_party(told[name]) for name in ("who", "by", "asker") if told.get(name)) else None


def _is_point(flow: Flow, words: str) -> bool:
    """Whether a paragraph can be what somebody said: sentences that neither report, nor decide, nor lead on."""
    if words[-1] not in "。?？" or words[0] in _OPENS_NOT or _NUMBERED.match(words) or (introduces(words) and _CUES.search(words)) or names_nothing(words) or _ADDS.match(words):
        return False
    told = _TELLS.match(words)
    return not (reports(words) or begins_report(words) or (told and is_party(told["who"])) or is_decision(words, flow.habits.decisions))


def _read(flow: Flow, lead: re.Match[str], points: Sequence[int]) -> list[Led]:
    words, told = [flow.words(flow.blocks[index]) for index in points], lead.groupdict()
    if "heads" in told:
        # Paragraphs of one opinion stand closer than those of two.
        apart = len(points) >= _FEWEST and all(flow.blocks[index].gap for index in points[1:])
        return [Led(False, lead["heads"] or "")] * len(words) if apart else []
    if "answerer" in told:
        return _alternating(lead, words)
    if "all" in told:
        # One sentence leads to one answer, of however many paragraphs.
        to_all = lead["all"] is not None
        if lead["told"] in _PRESENTS or (lead["paper"] and lead["told"] is not None):
            return [Led(False, lead["who"], Act.EXPLANATION, goes_on=number > 0) for number in range(len(words))]
        return [Led(True, lead["who"], Act.ANSWER, goes_on=number > 0, to_all=to_all, explains=lead["told"] == "説明") for number in range(len(words))]
    what = lead["what"] or lead["kind"]
    asks = any(word in what for word in _ASKS_ONLY)
    if asks and not all(ASKS.search(one) or one.endswith(("?", "？")) for one in words):
        # Some of them may be answers, which nothing tells apart.
        return []
    act = Act.QUESTION if asks and "・" not in what and "意見" not in what else Act.UNSPECIFIED
    return [Led(False, lead["who"] or lead["by"], act) for _ in words]


def _alternating(lead: re.Match[str], words: Sequence[str]) -> list[Led]:
    asked, replied = words[::2], words[1::2]
    if len(asked) != len(replied) or not all(ASKS.search(one) for one in asked) or any(_WANTS.search(one) for one in replied):
        return []
    return [Led(bool(number % 2), lead["answerer"] if number % 2 else lead["asker"], Act.ANSWER if number % 2 else Act.UNSPECIFIED) for number in range(len(words))]


_BELOW = regex(r" *(?:次|以下|下記)の(?:よう|とおり|通り|旨|意見|質問)")


def points_below(flow: Flow, entry: Entry) -> bool:
    """Whether all that an entry tells of its words is that they stand below: 委員から次のような意見があった。"""
    return isinstance(entry, Said) and entry.topic is not None and _BELOW.match(flow.folded, *entry.topic) is not None


def is_hollow(entry: Entry) -> bool:
    """Whether an entry tells that somebody spoke, without a word of it, and is no presentation."""
    return isinstance(entry, Said) and entry.kind != "explanation" and entry.text is None


def as_introduction(entry: Entry) -> Entry:
    """What only leads to the words below it, as told by the record."""
    return Told(entry.start, entry.end, True, "introduction")
