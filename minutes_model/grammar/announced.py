"""Agenda items that no heading opens: the chair announces them, the header lists them.

それでは議題（１）に入ります; 初めに、議案第31号を議題といたします; 次の議題です: the turn that says so begins
the item, whose number and title come from the list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from attrs import define, field

from minutes_model.era.numerals import numeral
from minutes_model.grammar.cast import Cast, Part
from minutes_model.grammar.draft import ItemDraft, Listed
from minutes_model.grammar.headings import find_heading
from minutes_model.grammar.item_titles import bare_title, similar
from minutes_model.grammar.stages import is_stage, read_movement
from minutes_model.grammar.turns import Turn
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Change, Role
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.text import fold, squeeze

__all__ = ["split_announced", "split_further"]

_N = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,6})"
_CUE = regex(
    r"(?:に|へ)(?:入|移|進|つい|参|まい)|移り|議題|説明|報告|審議|お願い|始め|行います|次第|(?:次|最後|初め|まず|続)|に関し|でございます|です。|(?:[号題件]|\d)ですが、|^(?:[^、。]{1,8}、)?(?:日程|議題|案件)第?\d{1,2}、|お諮り|連絡|(?:あり|ござい)ます(?:でしょう)?か"
)
_NUMBERED = regex(
    r"(?P<kind>議題|議事|案件|日程|次第|(?:協議|報告|審議|諮問|議決)事項|議案|議(?=第)|報告|諮問|協議|審議|陳情|請願|認定|承認|同意|発議|選挙)"
    rf"の?(?:(?:第 ?)?\(?(?P<n>\d{{1,3}}|[①-⑳])\)?|第 ?(?P<k>[一二三四五六七八九十百]{{1,6}}))(?P<no> ?号)?(?!の?\d|[年月日時分件名人%-])"
    rf"|第(?P<q>{_N})号(?P<kind2>議案|報告|諮問|承認|認定)"
    r"|(?P<m>\d{1,2}|[一二三四五六七八九])(?:番目|つ目)の?(?:議題|議事|案件|議案|報告)"
    r"|[、 ]\((?P<b>\d{1,2})\)"
)
_KINDS = frozenset(
    ["協議事項", "報告事項", "審議事項", "諮問事項", "議決事項", "議案", "報告", "諮問", "協議", "審議", "陳情", "請願", "認定", "承認", "同意"]
)
"""Words before a number that tell items of one kind from those of another; 議題 and 案件 do not."""
_PLAIN_KINDS = frozenset(("議題", "議事", "案件", "日程", "次第"))
"""Words before a number that count the items of the list, of whatever kind."""
_KIND_OF_LABEL = regex(rf"(?P<kind>{'|'.join(sorted(_KINDS, key=len, reverse=True))}) ?(?:第 ?)?\d")
_NEXT = regex(r"(?:次|続いて|続きまして)の(?:議題|議事|案件|議案|報告|事項|項目)|次に[進移]")
_BILL = regex(
    rf"(?P<kind>議案|議|報告|諮問|陳情|請願|認定|承認|同意|発議|選挙)第(?P<n>{_N})号|第(?P<m>{_N})号(?P<kind2>議案|報告)"
)
_OTHER = regex(
    r"(?:次|最後|続い|続き|議題|議事|\d\)?、?)[^。]{0,14}その他|その他(?:です|でござ|に(?:入|移|つ)|の(?:議題|議事|事項)|事項|として|といたし|、(?:事務局|皆様|委員))"
)
_OTHER_WORDS = regex(r"その他(?:、|に)?(?:御|ご)?(?:意見|質問|質疑|発言)")
_PAPERS = regex(r"資料 ?\d[^。]{2,60}資料 ?\d")
"""資料１が「…」、資料２が「…」: what lies on the table, named as the items are."""
_OVERVIEW = regex(r"(?:議題|議事|案件|次第|日程)は|以上の")
_SUBJECT = regex(r"(?P<what>[^。\n]{4,120}?)を(?:一括)?(?:議題|上程)(?:と|に)?(?:いた|致)?(?:します|する|したい)")
_LABELLED = regex(r"\(\d{1,2}\)|(?:議案|日程|議題|陳情|請願|報告|諮問|認定|承認|同意|発議|意見書案)第 ?\d|議第\d")
_CONNECTIVE = regex(r"(?:(?:次に|続いて|続きまして|それでは|では|まず|初めに|はじめに|最後に|これより|ここで|ただいまから)、?)+")
_SHORTEST, _NAMED = 4, 2
_CEREMONY = regex(r"^(?:開会|閉会|散会|休憩|(?:.{0,12}(?:の)?)?(?:挨拶|あいさつ)|.{0,6}宣告)$")
_TAIL = regex(r"(?:について|に関して|に関すること|の件|に関する件|事項)$")
_NOTE = regex(r"\([^()]*\)$|【[^【】]*】$|\[[^\[\]]*\]$")
_MARKS = regex(r"[「」『』、・,]")


_LEADS_ON = regex(r"(?:次に|次は|続いて|続きまして|最後に|それでは|では|まず|初めに)")
_BEHIND_TITLE = ("について", "に関して", "の件", "を議題", "です", "でござい")
_OWNERS = regex(r"での|における|に係る|に関する|の")
"""Behind what the end of a title stands that names the item alone: 委員会室での／タブレット端末の使用."""
_LONG_END = 8
_ASIDES = regex(r"\([^()]*\)")
_NEAR_LEAD = 16
"""In how many characters a sentence that leads to an item names it."""


@define(eq=False, repr=False)
class _Entry:
    """An item of the list, with what an announcement may say of it; ``end`` is the latter part of its title, where that is long."""

    listed: Listed
    core: str
    end: str = ""
    reference: tuple[str, int] | None = None


@define(eq=False, repr=False)
class _Splitter:
    flow: Flow
    entries: list[_Entry]
    turns: Collection[int]
    current: int = -1
    discussed: bool = False
    begun: list[tuple[int, int, int]] = field(factory=list)
    """The block of the turn that announces, the item, and where the sentence that does begins."""
    led_on: bool = False
    heard: int = -1

    def hear(self, part: _Led) -> None:
        """Note the item that a paragraph of the chair announces; its turn is where it begins."""
        words = self.flow.folded[part.start : part.end]
        if part.block != self.heard and not part.follows:
            # Somebody spoke since.
            self.led_on = False
        self.heard = part.block
        if self.led_on and part.follows and self._names_current(words):
            # なければ、次に進みます。（課長退席） / 次に、…についてを議題といたします。
            self.begun[-1] = part.block, self.current, part.start
        for at, sentence in _sentences(words):
            found = self._announced(sentence)
            if found is not None:
                self.current = found
                self.led_on = len(self.entries[found].core) > _NAMED and self.entries[found].core not in _MARKS.sub("", squeeze(sentence))
                self.begun.append((part.block, found, part.start + at))

    def _names_current(self, words: str) -> bool:
        return bool(self.begun) and self.entries[self.current].core in _MARKS.sub("", squeeze(words)) and _CUE.search(words) is not None

    def _announced(self, sentence: str) -> int | None:
        if not _CUE.search(sentence) or _PAPERS.search(sentence):
            return None
        tight = _MARKS.sub("", squeeze(sentence))
        later = range(self.current + 1, len(self.entries))
        named = [k for k in later if len(self.entries[k].core) > _NAMED and self.entries[k].core in tight]
        if not named and "(" in sentence + "".join(self.entries[k].core for k in later):
            # 河川水質の追加調査(夏期分)の実施: what stands in brackets is not always said.
            bare = _ASIDES.sub("", tight)
            named = [k for k in later if len(core := _ASIDES.sub("", self.entries[k].core)) > _LONG_END and core in bare][:1]
        if len(named) > 1 and _OVERVIEW.search(sentence):
            # 本日の議題は、１…、２…: the meeting begins with the first of them.
            return named[0] if self.current < 0 else None
        if named and self.entries[named[0]].core == "その他" and _OVERVIEW.search(sentence):
            return None
        if named:
            return max(named, key=lambda k: (len(self.entries[k].core), -k))
        numbered = self._numbered(sentence)
        if numbered is None:
            numbered = self._named_by_end(tight)
        if numbered is not None:
            return numbered
        # After a debate that nothing announced, the next item is the second of the list.
        following = self.current + 1 + (self.current < 0 and self.discussed)
        if following < len(self.entries):
            other = self.entries[following].core == "その他" and not _OTHER_WORDS.search(sentence)
            if _NEXT.search(sentence) or (other and _OTHER.search(sentence)):
                return following
        return None

    def _named_by_end(self, tight: str) -> int | None:
        """The next item, where a sentence leads to its title without its beginning: 次に、タブレット端末の使用についてでありますが."""
        lead = _LEADS_ON.match(tight)
        following = self.current + 1
        end = self.entries[following].end if lead is not None and following < len(self.entries) else ""
        at = tight.find(end, 0, _NEAR_LEAD + len(end)) if end else -1
        return following if at >= 0 and tight.startswith(_BEHIND_TITLE, at + len(end)) else None

    def _numbered(self, sentence: str) -> int | None:
        for found in _NUMBERED.finditer(sentence):
            number = _value(found["n"] or found["k"] or found["q"] or found["m"] or found["b"])
            kind = found["kind"] or found["kind2"] or ""
            bill = bool(found["no"] or found["q"])
            for k in range(self.current + 1, len(self.entries)):
                if self._is_meant(k, kind, number, bill=bill):
                    return k
            left = (k for k in self._left_out() if bill and self.entries[k].reference == (kind, number))
            if (out_of_turn := next(left, None)) is not None:
                return out_of_turn
        return None

    def _left_out(self) -> Iterator[int]:
        """The items of the list above the one in hand that have not been dealt with: 先に報告第11号を議題とします。"""
        done = {item for _, item, _ in self.begun}
        return (k for k in range(self.current) if k not in done)

    def _is_meant(self, k: int, kind: str, number: int, *, bill: bool) -> bool:
        entry = self.entries[k]
        if entry.reference is not None and bill:
            return entry.reference == (kind, number)
        if entry.listed.number != number or (bill and entry.listed.label is not None):
            return False
        if _CEREMONY.match(entry.core):
            # １ 開会 is not what 議事(1) names.
            return False
        own = _KIND_OF_LABEL.match(fold(entry.listed.label or ""))
        if own is not None and kind in _KINDS and own["kind"] != kind:
            # 議決事項1, said again, is not 報告事項1, the next of the list.
            return False
        section = entry.listed.section or ""
        alone = kind in _PLAIN_KINDS and sum(other.listed.number == number for other in self.entries) == 1
        return alone or k <= self.current + 1 or (bool(kind) and kind in section)


def split_announced(
    flow: Flow, blocks: range, listed: Sequence[Listed], cast: Cast, *, current: int = -1
) -> list[ItemDraft]:
    """The items of a body without printed headings, as the chair announces them; [] where he does not.

    Where the header lists none, they are what he says the subject is (…についてを議題といたします). Turns
    before the first announced item belong to it, unless ``current`` is the item they belong to, which is then not among
    those given. People who enter just before an announcement enter for the new item.
    """
    known = listed or [item for part in _led(flow, blocks, cast) for item in _proposed(flow, part.start, part.end)]
    splitter = _Splitter(flow, list(_entries(known)), cast.turns, current)
    for part in _led(flow, blocks, cast):
        splitter.discussed = part.discussed
        splitter.hear(part)
    return list(_items(flow, blocks, splitter, within=current >= 0))


def split_further(flow: Flow, items: Sequence[ItemDraft], listed: Sequence[Listed], cast: Cast) -> list[ItemDraft]:
    """The items of a body with printed headings, cut where the chair announces one of the list that has no heading.

    What is looked for below a heading are the items that the list has between it and the next heading; above the
    first heading, those before it.
    """
    places = list(_places_in_list(items, listed))
    found: list[ItemDraft] = []
    for number, (item, place) in enumerate(zip(items, places, strict=True)):
        following = next((later for later in places[number + 1 :] if later is not None), len(listed))
        opening = place is None and number == 0 and not item.title
        between = listed[(0 if opening else place if place is not None else following) : following]
        if len(between) <= (not opening):
            found.append(item)
            continue
        further = split_announced(flow, range(item.first, item.last), between, cast, current=-1 if opening else 0)
        if opening and further:
            found += further
            continue
        found.append(item)
        if further:
            item.last = further[0].first
            found += further
    return found


def _places_in_list(items: Sequence[ItemDraft], listed: Sequence[Listed]) -> Iterator[int | None]:
    """Where each item stands in the list, in order, by its title or by a number that no other bears; None for those it has not."""
    numbers = Counter(one.number for one in listed)
    at = 0
    for item in items:
        title = bare_title(item.title)
        alone = item.number is not None and numbers[item.number] == 1
        place = next((k for k in range(at, len(listed)) if title and similar(title, bare_title(listed[k].title))), None)
        if place is None and alone and title:
            place = next((k for k in range(at, len(listed)) if listed[k].number == item.number), None)
        at = at if place is None else place + 1
        yield place


@passing(eq=False, repr=False)
class _Led:
    """A paragraph of who leads the meeting, the block its turn began at, and whether members spoke before.

    ``follows`` tells that its turn stands behind one of his own, with nobody's between.
    """

    start: int
    end: int
    block: int
    discussed: bool
    follows: bool


def _led(flow: Flow, blocks: range, cast: Cast) -> Iterator[_Led]:
    turn_block, leads, discussed, follows = blocks.start, False, False, False
    host: str | None = None
    for index in blocks:
        block = flow.blocks[index]
        turn = cast.turns.get(block.start)
        if turn is not None:
            part = cast.part(turn.words)
            # Who opens the meeting leads it until the chair speaks, or is chosen.
            host = None if part is Part.CHAIR else turn.words if index == blocks.start or _stands_in(flow, turn, index, cast) else host
            led = part is Part.CHAIR or turn.words == host
            turn_block, leads, follows = index, led, leads and led
            discussed = discussed or part is Part.MEMBER
        if leads and (turn is None or turn.text is not None):
            yield _Led(turn.text if turn and turn.text is not None else block.start, block.end, turn_block, discussed, follows)


_TAKES_CHAIR = regex(r"(?:職務|議事|進行|議長)(?:の?(?:進行|職務))?を(?:代行|代わ|務め|つかさど|執り)|に代わ(?:って|り(?:まして)?)、?[^。]{0,16}(?:議長|議事|進行|会議)")
_SEATED = regex(r"(?:議長|会長|委員長|座長|部会長)[^、]{0,12}(?:退席|退場|離席|退室|交代)、[^、]{2,20}(?:着席|交代|議長席)")
_FIRST = 3
"""In how many paragraphs of his turn somebody says that he takes the chair."""


def _stands_in(flow: Flow, turn: Turn, index: int, cast: Cast) -> bool:
    """Whether a deputy says that he takes the chair: これより、副委員長の私が委員長の職務を代行いたします。"""
    title = squeeze(turn.words).partition("(")[0]
    above = squeeze(flow.words(flow.blocks[index - 1])) if index and is_stage(flow, flow.blocks[index - 1]) else ""
    if title and _SEATED.search(above) is not None and title in above:
        # 〔議長退席、副議長着席〕
        return True
    if cast.role(turn.words) is not Role.DEPUTY_CHAIR:
        return False
    own = takewhile(lambda block: block.start == turn.start or block.start not in cast.turns, flow.blocks[index : index + _FIRST])
    return any(_TAKES_CHAIR.search(flow.folded, max(block.start, turn.head), block.end) for block in own)


def _proposed(flow: Flow, start: int, end: int) -> Iterator[Listed]:
    """What a paragraph makes the subject: （１）予防接種についてを議題とする, 議案第44号 …についてを議題といたします."""
    for found in _SUBJECT.finditer(flow.folded, start, end):
        begin, stop = found.span("what")
        label = _LABELLED.search(flow.folded, begin, stop)
        lead = _CONNECTIVE.match(flow.folded, begin, stop)
        begin = label.start() if label else lead.end() if lead else begin
        heading = find_heading(flow, Block(begin, stop, 0, 0)) if stop - begin > _SHORTEST else None
        if heading is not None and heading.about and heading.title:
            yield Listed(heading.number, heading.title, heading.label, None)


def _items(flow: Flow, blocks: range, splitter: _Splitter, *, within: bool) -> Iterator[ItemDraft]:
    begun = _one_a_turn(flow, blocks, splitter)
    if not begun:
        return
    starts = [_with_entrance(flow, blocks.start, block) for block, _, _ in begun]
    if not within and begun[0][1] > 0 and all(item for _, item, _ in begun) and starts[0] > blocks.start and not _CEREMONY.match(splitter.entries[0].core):
        starts.insert(0, blocks.start)
        begun.insert(0, (blocks.start, 0, 0))
    starts[0] = starts[0] if within else blocks.start
    for (_, item, at), start, stop in zip(begun, starts, [*starts[1:], blocks.stop], strict=True):
        listed = splitter.entries[item].listed
        yield ItemDraft(start, stop, listed.number, listed.label, listed.title, listed.section, announced=at)


def _one_a_turn(flow: Flow, blocks: range, splitter: _Splitter) -> list[tuple[int, int, int]]:
    """The block at which each announced item begins: of those announced in one turn the first has it, where it was settled there, and the last what follows."""
    begun: list[tuple[int, int, int]] = []
    for block, item, at in splitter.begun:
        if begun and begun[-1][0] == block:
            following = next((i for i in range(block + 1, blocks.stop) if flow.blocks[i].start in splitter.turns), None)
            settled = _SETTLED.search(flow.folded, begun[-1][2], at) is not None
            if following is None or not settled:
                begun.pop()
            else:
                block = following
        begun.append((block, item, at))
    return begun


_SETTLED = regex(r"(?:許可|承認|可決|決定|了承|同意|取り?下げ|報告|終了|終わ)[^。]{0,12}(?:しました|されました|られました|りました|ました)。")
"""…を許可いたしました。次に、…: what was settled as soon as it was announced."""


def _with_entrance(flow: Flow, first: int, block: int) -> int:
    """The block at which an item begins: the people who enter for it stand above its first turn."""
    while block > first and is_stage(flow, flow.blocks[block - 1]):
        moved = read_movement(flow, flow.blocks[block - 1])
        if moved is None or moved.change is not Change.JOINED:
            break
        block -= 1
    return block


def _entries(listed: Sequence[Listed]) -> Iterator[_Entry]:
    sections = {item.section for item in listed if item.section}
    for item in listed:
        if item.title in sections:
            continue
        title = fold(item.title)
        whole = squeeze(f"{fold(item.label or '')}{title}")
        reference = _BILL.search(whole)
        core = _MARKS.sub("", _NOTE.sub("", squeeze(title)))
        core = re.sub(rf"^(?:[^\d]{{2,4}}第{_N}号|第{_N}号[^\d]{{2}})", "", core)
        core = _NOTE.sub("", _TAIL.sub("", core)) or core
        yield _Entry(item, core, _end_of(core), _reference(reference))


def _end_of(core: str) -> str:
    """The latter part of a title, where most of it stands behind the first word: 委員会室での／タブレット端末の使用."""
    owner = _OWNERS.search(core)
    end = core[owner.end() :] if owner is not None else ""
    return end if len(end) >= max(_LONG_END, len(core) // 2) else ""


def _reference(found: re.Match[str] | None) -> tuple[str, int] | None:
    if found is None:
        return None
    return found["kind"] or found["kind2"], _value(found["n"] or found["m"])


def _sentences(words: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph, each with where it begins."""
    at = 0
    while at < len(words):
        stop = words.find("。", at) + 1 or len(words)
        yield at, words[at:stop]
        at = stop


def _value(words: str) -> int:
    if words.isdigit() and words.isascii():
        return int(words)
    if "①" <= words <= "⑳":
        return ord(words) - ord("①") + 1
    return numeral(words) or 0
