"""Marks of speech in verbatim records: which family a document uses, and the turn a block begins.

A family is a shape (a mark, a pair of brackets, a colon, the name alone on its line …) together
with the labels proven by repetition, since one mark has many uses: ○ also begins titles, opinions,
header labels, the deputy's name and masked names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache

from attrs import field

from minutes_model.grammar.draft import Slice
from minutes_model.layout import Block, Flow
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.plausible import JOINS_POSTS, is_title, looks_like_designation, title_suffix
from minutes_model.text import squeeze

__all__ = ["BRACKETS", "CLOSERS", "DASHES", "HEARD", "MARKS", "Family", "Shape", "Turn", "labels_at", "may_be_side", "may_gap", "plausible", "tells_part"]

MARKS = "○◎●◇◆□■▽▼△▲・•"
DASHES = frozenset("―—─-")
"""What marks a turn where two of it stand before the speaker: ――市長."""
CLOSERS = ">/|"
"""Marks that stand between a speaker and his words, as a closing bracket does: 小田桐会長＞　…, 小楠課長／…."""
_ARROWS = frozenset("→⇒⇨➡")
BRACKETS = {"【": "】", "[": "]", "(": ")", "≪": "≫", "《": "》", "<": ">", "〈": "〉"}

_NAME = r"[^\s()「」『』。、,:]{1,24}"
_TOKEN = regex(rf"(?P<name>{_NAME})?(?P<note> ?\((?!\d{{1,2}}\)|[ア-ン]\))[^()\n]{{1,24}}\))?")
_COUNTER = regex(r"\d{1,4}[. ]{0,2}")
_STAMP = regex(r"\(?\d{1,2}:\d{2}\)? +")
"""14:02　宇佐美会長：…: when a turn began."""
_NUMBERED = regex(r"\d{1,3}[. ]+(?=[^\d\s.]{2,})")
"""3　○○委員　…: the number of a turn whose speaker no mark opens."""
_PRESENTS = regex(r"(?P<who>[^\s()「」。、:]{1,24}) +(?P<act>\((?:資料[^()。]{0,20})?(?:概要|内容)?(?:説明|報告|朗読|紹介)(?:する|した)?\)$)")
"""事務局　（説明）: who presented, and that he did is all the record tells."""
_LONGEST = 32
_STAMP_OPENS = frozenset("(0123456789")
_SEATS = frozenset("番区")
_OFFICES = "課局部室省庁府係所署"
_HONORIFICS = ("君", "氏", "さん", "様")
_LONGEST_NAME = 9


class Shape(StrEnum):
    """How a label stands before its turn."""

    __hash__ = str.__hash__

    MARK = "mark"
    BRACKET = "bracket"
    COLON = "colon"
    CLOSING = "closing"
    DOTS = "dots"
    QUOTE = "quote"
    GAP = "gap"
    LINE = "line"


@passing(eq=False, repr=False)
class Turn:
    """A speaker's label, where its line's head ends, and where the speech begins.

    ``text`` is None where the label stands alone on its line.
    """

    start: int
    label: Slice
    head: int
    text: int | None
    words: str


Candidate = tuple[int, int, int]
"""Start and end of a label, and start of the text after it (the block's end where none follows)."""


_REACHED = regex(r"(?:内線|電話|TEL|℡|FAX|ファクス)(?:番号)? ?:? ?\(?\d|[A-Za-z0-9._-]+@[A-Za-z0-9]")
"""所管課　都市計画課（内線441）: how an office is reached, which says nothing."""
_OFFICE_TOLD = regex(r"(?:所管|担当|主管|庶務|連絡|照会|問い?合わ?せ)(?:先|課|部署|部局)?")
_REACHED_ENDS = frozenset(")0123456789abcdefghijklmnopqrstuvwxyz")


@passing(eq=False, repr=False)
class Family:
    """The speaker marks of a document: their shape, mark, and the labels found with them.

    ``mark`` holds several where each side has one of its own (○ the chair, ◆ members, ◎ officials; 【 for members, ( for
    officials); ``opened`` where a closing bracket is opened before some of the labels; ``quoted`` where every turn stands in 「」; ``headed`` are speakers
    whom headings name, whose words stand below, by where each begins.
    """

    shape: Shape
    mark: str = ""
    labels: frozenset[str] = frozenset()
    quoted: bool = False
    opened: bool = False
    headed: Mapping[int, Slice] = field(factory=dict)
    _read: dict[int, tuple[int, str, Turn | None]] = field(factory=dict, init=False, eq=False, repr=False)

    @property
    def name(self) -> str:
        """A name for diagnostics and rules: ``mark○``, ``bracket【``, ``colon`` …"""
        return f"{self.shape}{self.mark}".strip()

    def turn(self, flow: Flow, block: Block) -> Turn | None:
        """The turn that begins with ``block``; None where the block goes on with another."""
        # Header, items and proceedings each ask for the turns of the same blocks.
        known = self._read.get(block.start)
        if known is None or known[0] != block.end or known[1] is not flow.folded:
            known = self._read[block.start] = block.end, flow.folded, self._turn(flow, block)
        return known[2]

    def learn(self, other: Family) -> None:
        """Take over what a family read that has the same shape, a mark of this one, and accepts the same labels."""
        self._read.update(other._read)

    def _turn(self, flow: Flow, block: Block) -> Turn | None:
        who = self.headed.get(block.start)
        if who is not None:
            return Turn(block.start, who, block.end, None, squeeze(flow.folded[slice(*who)]))
        if not self.may_begin(flow, block.start):
            return None
        found = labels_at(flow, block, self.shape, self.mark, self.accepts)
        if found is None:
            return None
        start, end, text = found
        words = squeeze(flow.folded[start:end])
        if self.shape is Shape.CLOSING and flow.folded[block.start] == "(" and not self.opened:
            return None
        if text >= block.end:
            return Turn(block.start, (start, end), block.end, None, words)
        if flow.folded[block.end - 1] in _REACHED_ENDS and _OFFICE_TOLD.fullmatch(words) is not None and _REACHED.search(flow.folded, text, block.end) is not None and flow.folded.find("。", text, block.end) < 0:
            return None
        return Turn(block.start, (start, end), text, text, words)

    def may_begin(self, flow: Flow, start: int) -> bool:
        """What the first characters tell without reading a label: most paragraphs end here."""
        if self.shape is Shape.GAP:
            return may_gap(flow, start, self.mark)
        if self.shape is Shape.QUOTE:
            return flow.folded.find("「", start + 1, start + _LONGEST) > 0
        if self.shape is Shape.CLOSING:
            return flow.folded.find(self.mark or ")", start + 1, start + _LONGEST) > 0
        if self.mark:
            first = flow.folded[start]
            return first in self.mark or (self.shape is Shape.MARK and "0" <= first <= "9")
        return True

    def accepts(self, words: str) -> bool:
        """Whether the words are a label of the family, or can be one."""
        heard = self.shape is Shape.BRACKET and self.mark != "(" and HEARD.fullmatch(words) is not None
        return words in self.labels or heard or plausible(words)


def may_gap(flow: Flow, start: int, mark: str = "") -> bool:
    """Whether a gap that parts a label from its text stands near ``start``.

    The gap is two spaces or one of full width; with ``mark`` a single space will do, which is what
    some extractions leave of it.
    """
    text, end = flow.text, start + _LONGEST
    if mark:
        return flow.folded.find(mark, start, end) > 0
    if flow.folded.find(" ", start, end) < 0:
        return False
    return text.find("\u3000", start, end) > 0 or text.find("  ", start, end) > 0 or text.find("\t", start, end) > 0


def labels_at(
    flow: Flow, block: Block, shape: Shape, mark: str, accepts: Callable[[str], bool]
) -> Candidate | None:
    """The first reading of a block's head as a label that ``accepts`` takes."""
    words, start, end = flow.folded, block.start, block.end
    readings: Iterator[Candidate]
    if shape is Shape.MARK:
        at = _after_mark(words, start, mark)
        if at < 0:
            return None
        readings = _spaced(words, at, end)
    elif shape is Shape.BRACKET:
        readings = _enclosed(words, start, end, mark)
    elif shape is Shape.GAP:
        # 〔事業者　入室〕 is what happened.
        enclosed = words[start] in BRACKETS and words[end - 1] == BRACKETS[words[start]]
        # －（事務局）　…: a point of a list, whose speaker a bracket names.
        enclosed = enclosed or (words.startswith("(", start + 1) and not words[start].isalnum())
        counted = _NUMBERED.match(words, start, end) if words[start].isdecimal() else None
        begin = start if counted is None else counted.end()
        presents = _PRESENTS.match(words, begin, end) if words[end - 1] == ")" else None
        gaps = _spaced(words, begin, end) if presents is None else iter([(begin, presents.end("who"), presents.start("act"))])
        readings = (r for r in gaps if not enclosed and _wide(flow, r, mark))
    elif shape is Shape.DOTS:
        readings = _dotted(words, start, end)
    elif shape is Shape.QUOTE:
        readings = _before_quote(words, start, end)
    elif shape is Shape.LINE:
        # → 経営課長, above the words that answer those above it.
        begin = _skip(words, start + 1, end) if words[start] in _ARROWS else start
        readings = iter([(begin, end, end)] if end - start <= _LONGEST else [])
    else:
        stamp = _STAMP.match(words, start, end) if shape is Shape.COLON and words[start] in _STAMP_OPENS else None
        start = start if stamp is None else stamp.end()
        readings = _closed(words, start, end, ":" if shape is Shape.COLON else mark or ")")
    for reading in readings:
        label = words[reading[0] : reading[1]]
        if not accepts(squeeze(label) if " " in label else label):
            continue
        if shape is Shape.MARK and reading[2] < end:
            return _whole(words, reading, end, accepts) or _with_person(words, reading, end, accepts)
        seated = shape is Shape.GAP and words[reading[1] - 1] in _SEATS
        return (_with_member(flow, reading, end, mark, accepts) if seated else None) or reading
    return None


def _whole(words: str, title: Candidate, end: int, accepts: Callable[[str], bool]) -> Candidate | None:
    """A title and a full name alone on their line, 教育長 笹山忠則君, are one label."""
    # A turn's whole text is only looked at where its last characters can close a name.
    if not words.endswith(_HONORIFICS, title[2], end):
        return None
    rest = squeeze(words[title[2] : end])
    named = len(rest) <= _LONGEST_NAME and accepts(squeeze(words[title[0] : end]))
    return (title[0], end, end) if named else None


def _with_person(words: str, office: Candidate, end: int, accepts: Callable[[str], bool]) -> Candidate:
    """An office and its officer, 文化財課 中野係長, or a title and who bears it, 議長　大槻文吾君, are one label."""
    if words[office[1] - 1] not in _OFFICES and not _addresses(words, office[2], end):
        return office
    for person in _spaced(words, office[2], end):
        name = squeeze(words[person[0] : person[1]])
        if accepts(name) or (name.endswith(_HONORIFICS) and len(name) <= _LONGEST_NAME):
            return office[0], person[1], person[2]
    return office


def _addresses(words: str, start: int, end: int) -> bool:
    """Whether a name with an honorific and a gap behind it begins here."""
    gap = words.find(" ", start + 2, min(end, start + 2 * _LONGEST_NAME))
    return gap > 0 and words.endswith(_HONORIFICS, start, gap)


def _with_member(flow: Flow, seat: Candidate, end: int, mark: str, accepts: Callable[[str], bool]) -> Candidate | None:
    """A seat or district and its member, １番　山田委員, are one label."""
    for member in _spaced(flow.folded, seat[2], end):
        if member[2] < end and _wide(flow, member, mark) and accepts(squeeze(flow.folded[member[0] : member[1]])):
            return seat[0], member[1], member[2]
    return None


def _after_mark(words: str, start: int, mark: str) -> int:
    at = start
    if words[at : at + 1] not in mark:
        counter = _COUNTER.match(words, start)
        if counter is None or not words.startswith(tuple(mark), counter.end()):
            return -1
        at = counter.end()
    if words[at] in DASHES:
        if not words.startswith(words[at], at + 1):
            return -1
        at += 1
    elif at > start and words.startswith(words[at], at + 1):
        # 3　○○委員: a masked name behind the number of a turn.
        return -1
    at += 1
    return at + 1 if words.startswith(" ", at) else at


def _spaced(words: str, start: int, end: int) -> Iterator[Candidate]:
    """Readings that end at a space, a bracket, a quotation mark or the block's end, shortest first.

    Characters spaced to equal width (委 員 長) are taken together.
    """
    limit = min(end, start + _LONGEST)
    at, single = start, True
    while at < limit:
        token = _TOKEN.match(words, at, min(end, at + _LONGEST))
        if token is None or token.end() == at:
            return
        close = token.end()
        if token["note"]:
            rank = _TOKEN.match(words, close, min(end, close + _LONGEST))
            # A bracket between a surname and a title tells namesakes apart, 棚橋（健）委員, or joins two posts.
            close = rank.end() if rank and rank.end() > close and _goes_on(words[token.start("note") : close], words[close : rank.end()]) else close
        after = close
        while after < end and words[after] == " ":
            after += 1
        following = words[after : after + 1] if after < end else ""
        single = single and close - at == 1
        more = single and after > close and (after + 1 >= end or words[after + 1] in " (")
        if (after > close or following in ("", "「", ":") or token["note"]) and not more:
            text = _skip(words, after + 1, end) if following == ":" else after
            inner = 1 if at == start and token["name"] is None and words[start] == "(" else 0
            yield start + inner, close - inner, text
        if after == close:
            return
        at = after


def _goes_on(note: str, rest: str) -> bool:
    """Whether what stands behind a bracket within a label is of the label: 参事官（併）賃金時間室長."""
    return is_title(rest) or (JOINS_POSTS.match(f"{note.strip()}{rest}") is not None and title_suffix(rest) is not None)


def _behind_gap(words: str, at: int, end: int) -> int:
    while at < end and words[at] == " ":
        at += 1
    return at


def _skip(words: str, at: int, end: int) -> int:
    return at + 1 if at < end and words[at] == " " else at


def _wide(flow: Flow, reading: Candidate, mark: str) -> bool:
    """Whether a gap parts label and text: two spaces, or one of full width; with ``mark`` any."""
    gap = flow.text[reading[1] : reading[2]]
    return len(gap) > 1 or gap in ("\u3000", "\t") or (bool(mark) and gap != "")


def _enclosed(words: str, start: int, end: int, mark: str) -> Iterator[Candidate]:
    if words[start] not in mark:
        return
    limit, mark = min(end, start + _LONGEST + 8), words[start]
    close = words.find(BRACKETS[mark], start + 1, limit)
    inner = words.find(mark, start + 1, close) if close > 0 else -1
    if inner > 0:
        close = words.find(BRACKETS[mark], close + 1, limit)
    if close > start + 1:
        text = _behind_gap(words, close + 1, end)
        # [磯貝会長]：…
        yield start + 1, close, _behind_gap(words, text + 1, end) if text < end and words[text] == ":" else text


def _closed(words: str, start: int, end: int, mark: str) -> Iterator[Candidate]:
    limit = min(end, start + _LONGEST)
    close = words.find(mark, start + 1, limit)
    opened = words.find("(", start, close) if mark == ")" else -1
    if opened > start:
        # 佐竹（浩）委員）使用料は…: the bracket that tells namesakes apart, and the one that closes the label.
        close = words.find(mark, close + 1, limit)
        if words.find("(", opened + 1, close) > 0:
            return
    if opened == start:
        # （幹事）…, where others stand as 幹事）….
        yield from _enclosed(words, start, end, "(")
        return
    if close < 0:
        return
    yield start, close, _behind_gap(words, close + 1, end)


def _dotted(words: str, start: int, end: int) -> Iterator[Candidate]:
    """委員・・・前年の視察を…: dots between the label and its words."""
    dots = _DOTS.search(words, start + 1, min(end, start + _LONGEST))
    if dots is not None:
        yield start, dots.start(), _behind_gap(words, dots.end(), end)


def _before_quote(words: str, start: int, end: int) -> Iterator[Candidate]:
    """山下委員「それでは…」: the words stand in quotation marks right behind who says them."""
    opened = words.find("「", start + 1, min(end, start + _LONGEST))
    if opened > 0:
        yield start, start + len(words[start:opened].rstrip()), opened


_DOTS = regex("[・…‥]{2,}|…")
_NOTE = regex(r"\([^()]*\)$")
_SPOKEN = regex(r"(?:[\d一二三四五六七八九十]番|一同|全員|司会|進行役?|書記|司書|オブザーバー|参考人|陳述人|事業者|大臣|知事|幹事)$")
"""Labels that speakers bear and lists of people seldom do."""
HEARD = regex(r"(?:公述人|陳述人|参考人|証人|登壇者|パネリスト|発表者)[A-Z1-9]{1,2}")
"""Who is heard under a number, in brackets that no point of a list bears: 【公述人１】."""
_PARTY = regex(r"(?:第?[1-9]|[A-Z甲乙丙丁])(?:班|グループ|チーム)|(?:団体|応募団体|応募者|事業者|申請者|提案者|候補者|グループ|法人|企業|社)(?:[A-Z甲乙丙丁]|[1-9１-９①-⑨])|[A-Z甲乙丙丁](?:社|団体|法人|者|グループ|案)|第?[1-9](?:申請者|応募者|提案者|候補者)|(?:市民|町民|村民|区民|県民|住民|参加者|出席者|傍聴者|質問者|来場者)(?:[A-Z甲乙丙丁]|\d{1,2})")
"""Who is heard under a letter: 団体Ｐ."""
_WRONG = regex(
    r"[。「」?!→⇒⇨➡]|について|ません|ます|です|から|より|した|とおり|を|(?<![ぁ-ん])[にが]|なし|挙手|異議|登壇|[退入][室席場]|出席|交代|休憩|"
    r"^署名(?:委員|議員|人)$|^[ご御]?(?:回答|答弁|質問|質疑|意見|要望)[:・]|(?<!情報)公開|省略|資料(?!館|室|課|係|部)|日時|場所|議題"
)


_LETTERED = regex(r"[QA問答]\d{1,2}(?:[・、]\d{1,2})*")
"""Ａ４（芦名交通）　…: the letter and number of an answer, which no speaker bears."""
_PART_WORDS = frozenset(("問", "答", "質問", "意見", "要望", "指摘", "質疑", "回答", "答弁", "意見・質問", "質問・意見", "提案", "説明", "報告"))
"""What is said, before the name of who says it: 質問（Ａ委員）."""


_PART_OF = regex(r"[ご御]?(?:質問|質疑|意見|要望|指摘|回答|答弁)(?!者|人|団体|代表|書|提出|発言|[・、]|交換|陳述|発表|$)")


def tells_part(words: str) -> bool:
    """Whether words tell what is said before who says it, as above the points of a list: ［質問　早瀬地区］."""
    return _PART_OF.match(words) is not None


def may_be_side(words: str) -> bool:
    """Whether a few words can name a side that no word list knows: 法人; not 休憩, not 異議なし."""
    return _WRONG.search(words) is None and words not in _PART_WORDS


@lru_cache(maxsize=8192)
def plausible(words: str) -> bool:
    """Whether the words can be a speaker's label: a designation, a role of the floor, 東電力(梅田).

    >>> plausible("小谷野部会長"), plausible("3番(薄衣昌子君)"), plausible("評価の進め方について")
    (True, True, False)
    """
    bare = _NOTE.sub("", words)
    note = words[len(bare) + 1 : -1]
    if not bare or len(bare) > 22 or _LETTERED.fullmatch(bare) or _WRONG.search(words) or bare.lstrip("・→⇒○● ") in _PART_WORDS or tells_part(bare):
        return False
    if looks_like_designation(bare) or _SPOKEN.search(bare) or _PARTY.fullmatch(bare):
        return True
    if "(" in bare:
        return False
    return bool(note) and (len(note) < 5 or looks_like_designation(note) or (len(bare) <= _LONGEST_SURNAME and _INSTITUTION.search(note) is not None))


_LONGEST_SURNAME = 4
_INSTITUTION = regex(r"^(?:株式|有限|合同|合資)会社|(?:法人|会社|組合|連合会|協会|協議会|連盟|大学校?|高校|学校|学園|病院|研究所|研究会|センター|会議所|農協|漁協|銀行|新聞|放送|自治会|町内会|商工会|医師会|財団|機構|公社|クラブ|の会)$")
"""Where somebody is from, in the bracket behind a surname: 筧（朝霧農林大学校）."""
