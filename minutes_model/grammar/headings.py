"""Headings of agenda items: their decoration, number, label and title.

（１）議題１：…, 1. …について, ⑴ …（審議：警務部）, ≪2．…≫, 議案第21号 …, 日程第３ …, ○…について, 審 議 事 項.
A heading is no sentence: it does not end with 。.
"""

from __future__ import annotations

import re
from itertools import compress

from attrs import evolve

from minutes_model.era.numerals import numeral
from minutes_model.grammar.agents import is_agent
from minutes_model.grammar.list_words import ends_in_title
from minutes_model.layout import Block, Flow, unframed
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.designation import split_designation
from minutes_model.text import fold, squeeze

__all__ = ["HOUR", "ITEM_WORDS", "SECTION_WORDS", "Heading", "find_heading", "numbered_sentence"]

_N = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_NUMBERED = regex(
    rf"(?P<enclosed>[【\[〔] ?(?P<n9>{_N}) ?[】\]〕])|(?P<open>[≪《【<〈「『\[])? *(?:"
    rf"(?P<paren>\( ?(?P<n1>{_N}|[ア-ンa-zA-Z]) ?\))|(?P<circle>[①-⑳])|(?P<roman>[Ⅰ-Ⅻ])(?:[.、)]| *(?=\S))|(?P<parenchar>[⑴-⒇])|"
    rf"(?P<dai>第 ?(?P<n2>\d{{1,3}}|[一二三四五六七八九十]{{1,3}}(?![一二三四五六七八九十百]))(?! ?(?:[\d号回条期章]|次(?![回期世]))))|(?P<gou>第 ?(?P<n10>{_N}) ?号 +(?=\S))|"
    rf"(?P<half>(?P<n3>\d{{1,2}})\))|(?P<dot>(?P<n4>{_N})[.、](?!\d(?!\d?月|\d{{3}}年|\d?(?:名|人|社|校|団体|件|か所|箇所|つの|歳))))|(?P<space>(?P<n5>\d{{1,2}}|[一二三四五六七八九十]{{1,2}}) +)|"
    rf"(?P<kana>(?P<n6>[ア-オカ-コサ-ソ])(?: +|[.、)]|(?<=[アイウエオ])(?=[一-龥]{{2}})))|(?P<glued>(?P<n7>\d{{1,2}})(?![年月日時分名人回件号条頁番款項目円])(?=「|[一-龥ァ-ヴ]|その他))|(?P<kanji>(?P<n8>[一二三四五六七八九十]{{1,2}})(?= ))) *"
)
_ITEMS = (
    "日程番号|議案番号|議題番号|協議番号|基本目標|重点目標|基本方針|重点施策|基本施策|施策の柱|その他報告事項|議決事項|決議事項|承認事項|付議事項|請願事項|付議事件|付託事件|審査事件|調査事件|付託案件|付託議案|審議案件|報告案件|審査案件|協議案件|対象案件|抽出事案|事業番号|整理番号|案件番号|申請番号|応募番号|受付番号|提案番号|課題番号|候補番号|番号|テーマ|論点|課題|研究課題|評価課題|申請案件|応募案件|申請事業|応募事業|対象事業|対象工事|審査対象|日程|次第|議題|議事|議案|案件|審議事項|報告事項|協議事項|協議案|報告|協議|承認|認定|諮問|請願|陳情|抽出案件|事案|評価事業|事業|付議案件|議件|選挙|発議|発委|専決|案|事件|審議|決議案|意見書案|議|報(?=第)"
)
_SPELT = "|".join(f"{word[0]} {word[1]}" for word in ("議案", "議題", "案件", "日程", "諮問", "報告", "承認", "認定", "協議", "陳情", "請願", "発議"))
"""諮 問 第 1 号: the words of two characters that pages spell out."""
_KEYWORD = regex(
    rf" *(?P<word>{_ITEMS}|{_SPELT}) ?"
    rf"(?:第 ?(?P<a>{_N}) ?号(?P<of>議案)?|第 ?(?P<b>{_N})(?!\d| ?[回条期])|\(? ?(?P<c>{_N}) ?\)?(?![\d年月日時件名人条覧般括])|(?P<e>[①-⑳⑴-⒇])|(?<=事項)[アイウエオカキクケコ](?= )|(?:(?<=議題)|(?<=議案)|(?<=案件)|(?<=議事)|(?<=報告)|(?<=審議)|(?<=協議))[A-Z](?:-(?P<d>\d{{1,2}}))?(?![A-Za-z社者案]))(?P<tail> *[:.、)]? *)"
)
_CIRCLED = 20
"""How many numbers there are in circles, ①-⑳, behind which those in brackets follow, ⑴-⒇."""
_GOU_FIRST = regex(rf"第 ?(?P<a>{_N}) ?号 ?(?P<word>議案|報告|議題|協議|案件|承認) *[:.、]? *")
_IN_BRACKETS = regex(r"\((?:議題|議案|案件|議事|審議事項|報告事項|協議事項|審議|報告|協議|論点|テーマ|課題|項目|その他)第? ?(?P<n>\d{1,2})号?\) *(?=[^\s])")
"""（議題１）審査結果（案）について"""
_MARKS = "○●◎◇◆□■△▲▽▼▶☆★◯・•"
_SQUARES = "■◆▼▽□◇●◎"
_MARK = regex(rf"[{_MARKS}] *")
_CLOSE = {"≪": "≫", "《": "》", "【": "】", "<": ">", "〈": "〉", "「": "」", "『": "』", "[": "]"}
_BRACKET = regex(r"(?:【([^【】]{2,60})】|≪([^≪≫]{2,80})≫|《([^《》]{2,80})》|<([^<>]{2,80})>|〈([^〈〉]{2,60})〉|\[([^\[\]]{2,40})\])$")
_OPENS_NUMBER = frozenset("【[〔≪《<〈「『( 第一二三四五六七八九十").union(
    chr(code) for first, last in ("①⑳", "⑴⒇", "ⅠⅫ", "アソ") for code in range(ord(first), ord(last) + 1)
)
_OPENS_KEYWORD = frozenset(f"{_MARKS} 第").union(_CLOSE, (word[0] for word in _ITEMS.split("|")))
"""What a decoration with a number, or a word that bears one, begins with: most lines are told by it to have none."""
_CLOSED_DOORS = regex(r".(?:以下|一部|会議は)?、?(?:非公開|公開|省略|略|中略|休憩|再開|審議省略)(?:のため|により|審議|とする|部分)?[^】≫》>〉\]]{0,6}.$")
SECTION_WORDS = regex(
    r"(?:(?:決裁|審議|報告|議決|協議|諮問|議題|付議|承認|検討|懇談|連絡|審査|説明|確認|了承|専決処分?|その他|意見聴取|答申|請願|同意|公開|非公開|附議|付託|選挙)(?:・|及び|、|・)?)+(?:事項|案件|議題|議案|の部|の部分)(?:\([^()]*\))?$|"
    r"(?:付議|付託)(?:事項|案件|事件|議案)の(?:審査|審議|協議)$|所管(?:事項|事務)の(?:調査|報告|協議)$|"
    r"(?:個別|全体|合同)会議(?:\([^()]*\))?$|(?:議案|報告|協議|審議|請願|陳情)$"
)
ITEM_WORDS = frozenset(["審議", "報告", "協議", "討議", "検討", "審査", "意見交換", "質疑", "質疑応答", "懇談", "議論", "講評"])
"""What a heading says that only tells what was done under it."""
_SPEECHES = regex(r"(?:(?:各|出席|主な)?(?:委員|構成員|議員|理事|評議員)(?:から|より)?)の?(?:主な)?(?:御?意見|質疑|質問|発言|要望|回答)(?:等|・質問|・意見|の概要|内容)?")
"""A label of what was said, in brackets as themes are: ［委員の意見］."""
_SPEECH_BY = regex(r"[御ご]?(?:要望|意見|質問|質疑|指摘|回答|答弁|返答) ?\([^()]{1,20}\)")
"""◎要望（Ａモニター）, ●回答（外来看護課）: who speaks below."""
_STAGED = regex(r"(?:から|より)[^。]*(?:説明|報告|紹介|挨拶|あいさつ)$|(?:から|より|[^。]へ、?)[^。]*を?(?:手交|交付|手渡し?|朗読|読み上げ|提出|贈呈|配[付布])$|[^。]を(?:記入|回収|集計|視察|閲覧|試聴|視聴|試食|確認|移動|撮影|閉鎖|開鎖|配[付布])(?:する|した|中)?$")
"""A stage direction, in brackets as themes are: ≪事務局から資料１について説明≫, ＜各委員　採点表を記入＞."""
_ABOUT = regex(
    r"(?:について|に関して|の件|に関する件|に関すること|について\)|結果|状況|報告|選任|選出|指名|決定|概要|計画|方針|進捗|見直し|改正|制定|開会|閉会|宣告|宣言|その他|挨拶|あいさつ|意見交換|"
    r"審議|発言|条例|規則|予算|補正予算.*|決算|認定|承認|許可|委嘱|変更|契約|骨子|答申|諮問|報告書|案|質疑|総括|互選|等|事業|工事|業務|修繕|線|事項|連絡|説明|決定等|点検|評価|請願|陳情|質問|対応)"
    r"(?:\([^()]*(?:\([^()]*\))?[^()]*\))?[」』]?$"
)
_TITLED = regex(r"(?:について|の件)(?:\([^()]*\))?$")
_STRICTLY = regex(r"(?:について|に関して|の件|に関する件|その他)(?:\([^()]*\))?$")
"""What surely ends the title behind a mark."""
_BESIDE = frozenset(("議題", "報告", "協議", "審議", "承認", "諮問"))
"""What stands beside each other with a number of its own: 議題１, 報告１."""
_TWICE = regex(r"\((\d{1,2})\) *(?=\S)")
_PLAIN = frozenset(("その他", "その他の事項", "その他事項", "その他報告", "まとめ", "開会", "閉会", "あいさつ", "挨拶", "委員発言", "意見交換", "報告", "連絡事項", "事務連絡"))
_GREETING_OF = regex(r"[一-龥]{1,8}[長臣官事監](?:の)?(?:挨拶|あいさつ)")
"""次長挨拶, on a line apart beside 開会"""
_PARTS = frozenset(("審議", "審査", "諮問", "連絡"))
"""What names a part of the agenda in brackets, 〔審議〕, beside those that do everywhere."""
_REVIEWS = regex(r"(?:付託|付議|継続)?(?:された)?(?:議案|案件|事件|陳情|請願)等?の(?:審査|審議)")
"""【付託議案の審査】, beside 【陳情の審査】."""
_PRESENTER = regex("(?:説明|報告|提案|発表|回答|発言)者 ?[:：]")
"""〔説明者：経営企画課長〕, above what he said."""
_SPEECH_OF = regex(r"(?:質問|質疑|意見|要望|指摘|回答|答弁)等?(?: ?[:：] ?[^ :：、。]{1,14}| +(?:[国都道府県市区町村]|[^ の:：、。]{1,12}(?:地区|[町区市村県]|会社|組合|[農漁]協|団体|自治会|町内会|[園校院館長課局室]|委員|事務局)))")
"""［質問　早瀬地区］, above what it asks"""
HOUR = r"(?:午[前後] ?)?\d{1,2}(?:時(?:\d{1,2}分)?|:\d{2})"
_AT_HOUR = regex(rf" {{2,}}{HOUR}$")
"""◎質疑　　　　10時22分: when something began."""
_COUNTED_IN_BRACKETS = regex(r"\((?P<n>\d{1,2})(?:[.、] ?| +)(?P<title>[^()]{3,60}(?:\([^()]*\))?)\)")
"""（１　学級数について）"""
_LETTER = regex(rf"(?!.{{0,6}}(?:{_ITEMS}|同意|動議)第)[一-龥]{{1,8}}第\d{{2,5}}号")
"""６総総第１３７５号: the number of a letter that is read out."""
_AMOUNT = regex(r"\d{1,2}(?:名|人|社|校|団体|件|か所|箇所|つの|歳)")
_TOLD = regex(r"(?P<who>[^、「」]{2,24})(?:から|より)、[^「」]*(?:について|に関して|につき|を|に基づき|により|とおり|、)(?:補足|概要)?(?:説明|報告|紹介)")
_PARTICLE_BEGIN = regex(r"(?:は|を|に|が|で|から|より|の(?!他))")
_PARTICLE_END = regex(r"(?:を|に|が|は|も|へ|で|(?<!関するこ)と|から|より|まで|ので|が、|、)$")


@passing(eq=False, repr=False)
class Heading:
    """A heading: the style of its decoration, what bears the number, the number and the rest.

    ``about`` tells that the title ends as titles do, ``section`` that it names a group of items.
    """

    style: str
    number: int | None
    label: str | None
    title: str
    section: bool
    about: bool
    strong: bool
    text: tuple[int, int]


def find_heading(flow: Flow, block: Block) -> Heading | None:
    """The heading a block is, judged by its own words; None where it can be none."""
    place = block.start, block.end
    if place not in flow.headings:
        # Header, items and proceedings each ask for the headings of the same blocks.
        flow.headings[place] = _found(flow, block)
    heading: Heading | None = flow.headings[place]
    return heading


def _found(flow: Flow, block: Block) -> Heading | None:
    if not 0 < block.end - block.start <= 240:
        return None
    words = flow.words(block)
    if words.endswith(("。", "？", "?")) or ("。" in words and "。" in words.rstrip("。)」】≫")):
        return None
    first = words[0]
    if first == "=":
        return _set_off(flow, block, words)
    at = 1 + (words[1:2] == " ")
    if first in _SQUARES and len(words) > at and (words[at].isdecimal() or words[at] in "(①⑴第"):
        inner = find_heading(flow, Block(block.start + at, block.end, block.indent, block.gap))
        return evolve(inner, style=first + inner.style) if inner is not None and inner.number is not None else None
    if first == "-" and words[1:2] == " " and _TITLED.search(squeeze(words)):
        return Heading("-", None, None, unframed(flow.text[block.start + 1 : block.end]).strip(), False, True, True, (block.start + 2, block.end))
    if first == "-" and words[1:2] == " " and words[2:3] in ("(", "①", "⑴"):
        # - (1) …, an item of a list on a web page.
        inner = find_heading(flow, Block(block.start + 2, block.end, block.indent, block.gap))
        return inner if inner is not None and inner.number is not None else None
    if first == "(" and (labelled := _IN_BRACKETS.match(words)) is not None:
        at = block.start + labelled.end()
        title = unframed(flow.text[at : block.end]).strip()
        return Heading("(議題N)", numeral(labelled["n"]), unframed(flow.text[block.start : at]).strip(), title, False, bool(_ABOUT.search(squeeze(fold(title)))), True, (at, block.end))
    if first == "(" and (counted := _COUNTED_IN_BRACKETS.fullmatch(words)) is not None and _TITLED.search(squeeze(counted["title"])):
        place = block.start + counted.start("title"), block.start + counted.end("title")
        return Heading("(N T)", numeral(counted["n"]), counted["n"], unframed(flow.text[slice(*place)]).strip(), False, True, True, place)
    numbered = _numbered(flow, block, words) if first in _OPENS_NUMBER or first.isdecimal() else None
    if numbered is not None:
        return numbered
    found = _keyworded(flow, block, words) if first in _OPENS_KEYWORD else None
    return found or (_marked(flow, block, words) if first in _MARKS else None) or _plain(flow, block, words)


def _set_off(flow: Flow, block: Block, words: str) -> Heading | None:
    """＝ 議案第31号 … ＝: a title between two signs, in a record whose words hang as deep as it does."""
    found = _BETWEEN.fullmatch(words)
    if found is None or _STEP.search(squeeze(found["inner"])):
        return None
    place = block.start + found.start("inner"), block.start + found.end("inner")
    inner = find_heading(flow, Block(*place, block.indent, block.gap))
    if inner is not None and inner.number is not None:
        return evolve(inner, style=f"={inner.style}", strong=True)
    return Heading("=", None, None, unframed(flow.text[slice(*place)]).strip(), SECTION_WORDS.fullmatch(squeeze(found["inner"])) is not None, True, True, place)


_STEP = regex(r"(?:審査|審議|採決|表決|質疑|討論|説明|朗読|休憩|再開)$")
"""＝ 議第75号の審査 ＝: what was done next, within an item."""
_BETWEEN = regex(r"=+ *(?P<inner>[^= ](?:[^=]{0,100}[^= ])?) *=+")


def numbered_sentence(flow: Flow, block: Block) -> Heading | None:
    """A numbered block that is a sentence: （２）主査から、…こととなった。 Its title is empty."""
    words = flow.words(block)
    found = _NUMBERED.match(words)
    if found is None or found["open"] or found["glued"] or (found["space"] and not words.startswith(found[0])):
        return None
    number, style = _value(found)
    at = block.start + found.end()
    return Heading(style, number, unframed(flow.text[block.start : at]), "", False, False, False, (at, block.end))


def _value(found: re.Match[str]) -> tuple[int | None, str]:
    """The number of a decoration, and the name of its style."""
    if found["circle"]:
        return ord(found["circle"]) - ord("①") + 1, "①"
    if found["roman"]:
        return ord(found["roman"]) - ord("Ⅰ") + 1, "Ⅰ"
    if found["parenchar"]:
        return ord(found["parenchar"]) - ord("⑴") + 1, "⑴"
    printed = next(filter(None, found.group(*_NUMBER_GROUPS)))
    value = numeral(printed)
    opening = found["open"] or ""
    if found["kana"] or (value is None and found["paren"]):
        return None, ("ア" if found["kana"] else "(ア)") + opening
    kanji = "" if printed.isdigit() else "漢"
    return value, opening + next(compress(_SHAPES.values(), found.group(*_SHAPES))) + kanji


_NUMBER_GROUPS = tuple(f"n{i}" for i in range(1, 11))
_SHAPES = {"enclosed": "【N】", "paren": "(N)", "dai": "第N", "gou": "第N号", "half": "N)", "dot": "N.", "space": "N", "glued": "N", "kanji": "N"}
"""The names of decorations by what of the pattern has found them."""


def _numbered(flow: Flow, block: Block, words: str) -> Heading | None:
    found = _NUMBERED.match(words)
    if found is None:
        return None
    number, style = _value(found)
    opening = found["open"]
    end = len(words)
    if opening:
        closing = words.rfind(_CLOSE[opening])
        if closing < 0 or closing < found.end():
            return None
        if closing == len(words) - 1:
            end = closing
    if found.end() >= end:
        return None
    keyword = _KEYWORD.match(words, found.end())
    if keyword and keyword.end() < end and keyword["word"] in ("議題", "議事", "案件", "審議事項", "報告事項", "議") and (keyword["c"] or keyword["tail"].strip()):
        return _made(flow, block, found.start(), keyword.end(), end, number, style, opening)
    return _made(flow, block, found.start(), found.end(), end, number, style, opening)


def _made(
    flow: Flow, block: Block, start: int, at: int, end: int, number: int | None, style: str, opening: str | None
) -> Heading | None:
    begin, stop = block.start + at, block.start + end
    aside = flow.folded.find("  ※", begin, stop)
    stop = aside if aside > begin else stop
    staged = _STAGE_BEHIND.search(flow.folded, begin, stop) if flow.folded[stop - 1] == "-" else None
    stop = staged.start() if staged is not None else stop
    # 議案第23号 → 件名 → 概要 → 結果: of a row's cells the first is the title.
    title = unframed(flow.text[begin:stop].lstrip().partition("\t")[0]).strip()
    twice = _TWICE.match(flow.folded, begin, stop) if number is not None and flow.folded[begin] == "(" else None
    if twice is not None and int(twice[1]) == number:
        # 1. (1) …: numbered by the list it stands in, too; its level is that of the number its author gave it.
        begin, style = twice.end(), "(N)"
        title = unframed(flow.text[begin:stop]).strip()
    if opening and _CLOSE[opening] in flow.folded[begin:stop] and not title.endswith(_CLOSE[opening]):
        # 【議題1】title: the bracket holds the label only.
        close = flow.folded.index(_CLOSE[opening], begin)
        behind = "" if _names_speaker(flow.folded[close + 1 : stop]) else flow.text[close + 1 : stop]
        stop = stop if behind else close
        title = unframed(flow.text[begin:close] + behind).strip()
    folded = squeeze(flow.folded[begin:stop])
    if not folded or _PARTICLE_END.search(folded) or folded.isdigit() or _LETTER.fullmatch(folded) or _tells(folded):
        return None
    label = unframed(flow.text[block.start + start : begin]).strip().strip(":： 　.．、】〕]" + (opening or "") + "≪《【<〈〔[")
    section = bool(SECTION_WORDS.fullmatch(folded))
    about = bool(_ABOUT.search(folded))
    if style == "N." and not about and _AMOUNT.match(folded):
        # 2.3名から, no item
        return None
    return Heading(style, number, label, title, section, about, about or section or bool(opening), (begin, stop))


def _names_speaker(words: str) -> bool:
    """Whether what stands behind the bracket of a title is who speaks: 【２　料金の改定について】　谷館長（資料１）."""
    core = _ASIDE_LAST.sub("", words).strip()
    split = split_designation(core) if words[:1] == " " and core and ends_in_title(core) else None
    return split is not None and split.name is not None and split.confidence >= _SURE


_ASIDE_LAST, _SURE = regex(r"(?<=\S)\([^()]*\) *$"), 0.5
_STAGE_BEHIND = regex(r"(?<=\S) +-[^-]{0,30}(?:から|より|により|に基づき|を基に|及び)[^-]{0,24}(?:説明|報告|確認|紹介|朗読|挨拶|あいさつ)-$")
"""（１）規則の改正について　－資料１を基に事務局から説明－"""


def _tells(words: str) -> bool:
    """Whether the words behind a number are a sentence without its verb: 総務課長から、選任の手続について説明."""
    found = _TOLD.fullmatch(words)
    return found is not None and is_agent(found["who"])


def _keyworded(flow: Flow, block: Block, words: str) -> Heading | None:
    mark = _MARK.match(words)
    at = mark.end() if mark else 0
    opening = words[at : at + 1] if words[at : at + 1] in _CLOSE else ""
    at += len(opening)
    found = _KEYWORD.match(words, at) or _GOU_FIRST.match(words, at)
    if found is None:
        return None
    groups = found.groupdict()
    # 議題Ａ－１ is the first of its letter, 議題Ｂ bears no number.
    kind = squeeze(groups["word"])
    printed = next((groups[k] for k in "abcd" if groups.get(k)), None)
    number = numeral(printed) if printed else (ord(groups["e"]) - ord("①")) % _CIRCLED + 1 if groups.get("e") else None
    # 議案第１号, 報告第２号 and 陳情第３号 are of one level, and so are 議決事項１ and 報告事項１.
    word = "事項" if kind.endswith("事項") else "議題" if kind in _BESIDE else kind
    name = ("◎" if mark else "") + opening + ("号" if groups["a"] else f"{word}N")
    begin = found.end()
    end = len(words)
    if opening:
        close = words.find(_CLOSE[opening], begin)
        if close == len(words) - 1:
            end = close
        elif close >= 0 and close <= begin + 1:
            begin = close + 1
    folded = squeeze(words[begin:end])
    if folded.endswith(("号", "議案")) and folded != "議案" and not folded.strip("第0123456789号議案"):
        return None
    if folded.count(")") > folded.count("(") and not opening and "(" in words[at : found.end()]:
        # 議事(2議案): how many there are.
        return None
    apart = " " in (words[begin - 1 : begin], words[begin : begin + 1])
    if _PARTICLE_END.search(folded) or (not apart and _PARTICLE_BEGIN.match(folded)):
        return None
    title = unframed(flow.text[block.start + begin : block.start + end]).strip(" :：　")
    label = unframed(flow.text[block.start + at : block.start + found.end()]).strip(" :：.．、　)）") if folded else None
    if label and label.count("（") > label.count("）"):
        label += "）"
    if not folded:
        if groups.get("a") or not end:
            return None
        title = ""
        label = unframed(flow.text[block.start + at : block.start + end])
    return Heading(name, number, label, title, False, True, True, (block.start + begin, block.start + end))


def _marked(flow: Flow, block: Block, words: str) -> Heading | None:
    """○…について: a mark before words that end as titles do."""
    mark = _MARK.match(words)
    if mark is None or mark.end() == len(words) or words[0] == "・" or _SPEECH_BY.fullmatch(words, mark.end()) or _AT_HOUR.search(words):
        return None
    inner = flow.words(block)[mark.end():]
    folded = squeeze(inner)
    section = bool(SECTION_WORDS.fullmatch(folded))
    strict = _STRICTLY.search(folded)
    if _PARTICLE_END.search(folded) or not (section or strict or _ABOUT.search(folded)):
        return None
    begin = block.start + mark.end()
    return Heading(words[0], None, words[0], unframed(flow.text[begin : block.end]).strip(), section, bool(strict), bool(strict or section), (begin, block.end))


def _plain(flow: Flow, block: Block, words: str) -> Heading | None:
    """A line without decoration: a section word, a bracketed theme, or …について alone."""
    folded = squeeze(words)
    bracket = _BRACKET.match(words) if words[0] in _CLOSE else None
    inner = next((g for g in bracket.groups() if g), "") if bracket else ""
    if bracket and not _CLOSED_DOORS.match(words) and (squeeze(inner) in _PLAIN or not _SPEECHES.fullmatch(squeeze(inner))) and not _STAGED.search(inner) and not _PRESENTER.match(inner) and not _SPEECH_OF.fullmatch(inner):
        section = bool(SECTION_WORDS.fullmatch(squeeze(inner))) or squeeze(inner) in _PARTS or _REVIEWS.fullmatch(squeeze(inner)) is not None
        return Heading(words[0], None, None, unframed(flow.text[block.start + 1 : block.end - 1]).strip(), section,
                       bool(_ABOUT.search(squeeze(inner))), section, (block.start + 1, block.end - 1))
    enclosed = folded.startswith("(") and folded.endswith(")")
    if SECTION_WORDS.fullmatch(folded[1:-1] if enclosed else folded):
        if enclosed:
            inner = block.start + words.index("(") + 1, block.start + words.rindex(")")
            return Heading("(section)", None, None, unframed(flow.text[slice(*inner)]).strip(), True, False, True, inner)
        return Heading("section", None, None, unframed(flow.text[block.start : block.end]), True, False, True, (block.start, block.end))
    if folded == "(その他)":
        # （その他）, beside （審議事項） and （報告事項）.
        return Heading("(section)", None, None, "その他", False, True, True, (block.start + words.index("(") + 1, block.start + words.rindex(")")))
    if folded in _PLAIN or (block.gap and _GREETING_OF.fullmatch(folded)):
        return Heading("plain", None, None, unframed(flow.text[block.start : block.end]), False, True, False, (block.start, block.end))
    if len(folded) < 60 and _TITLED.search(folded) and "、" not in folded[:3] and folded[0] not in "(「":
        begin = block.start + (words[0] in "・•")
        return Heading("plain", None, None, unframed(flow.text[begin : block.end]).strip(), False, True, False, (begin, block.end))
    return None
