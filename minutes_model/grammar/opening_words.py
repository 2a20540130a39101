"""The words and marks that open an opinion or an answer, told by a paragraph alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set

from attrs import evolve

from minutes_model.grammar.bullets import POINTS, Bullets
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.legend import answers, is_party
from minutes_model.grammar.turns import may_be_side
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Act
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.plausible import looks_like_designation
from minutes_model.people.roles import MEMBERS, role_of_title
from minutes_model.text import squeeze

__all__ = ["ASKED", "BRACKETED", "BRACKETS", "ENDED", "HEADED", "KIND_OF_MEMBER", "NOTHING", "ONE", "PART", "REPLIED", "REPLY_TO", "REPLY_WORD", "SIGNED", "WORD", "Opening", "answers_in_brackets", "ends_signed", "has_heads", "is_signature", "marks_before_names", "names_answered", "names_nothing", "opens_by_number", "replies_by_word", "spread", "stands_apart", "unnumbered", "values"]

_VIEWED = "まとめ|コメント|総括|講評|所感|発言"
ASKED = "再質問|再質疑|追加質問|意見・質問|質問・意見|意見・要望|質疑・意見|質問事項|質問|質疑|意見|要望|指摘|Q|問"
REPLIED = "再回答|回答|答弁|返答|対応|応答|考え方|見解|A|答"


def spread(words: str) -> str:
    """The words of a choice, also with white space between their characters where they fill a column: 質　問."""
    return "|".join(r" {0,3}".join(word) for word in words.split("|"))


PART = (
    r"(?P<party>[一-龥々ァ-ヴー]{1,12}?)??(?:から|より)?の?(?:主な|[御ご])?"
    rf"(?P<word>(?P<asked>{spread(ASKED)}|(?P<viewed>{_VIEWED}))|{spread(REPLIED)})(?:等|内容|要旨)? ?(?P<number>\d{{1,3}}(?:(?:[・、,]|及び|と)[QA]?\d{{1,3}})*|[①-⑳])?"
)
BRACKETED = regex(r"[(\[【<〈《](?P<inner>[^()\[\]【】<>〈〉《》。]{1,24}(?:\([^()。]{1,16}\))?)[)\]】>〉》] ?:? *")
BRACKETS = frozenset("([【<〈《")
WORD = regex(rf"[■◆・○●◎◇□]?{PART}(?: ?[.:)] *| +|$|(?=[(\[](?!(?:[^()\[\]一-龥]{{1,2}}|[問答質])[)\]])))")
ONE = r"(?:[①-⑳⑴-⒇]|\(\d{1,2}\)|\d{1,2}(?!\d))"
REPLY_WORD = "(?:回答|答弁|答え|返答|考え方|対応|見解)"
REPLY_TO = regex(
    rf"(?:(?:委員|上記)の?)?(?:[御ご]?(?:意見|質問|質疑|要望|指摘)(?:事項)?|問|Q)? ?(?P<number>{ONE}(?:(?:[・、,]|及び|と)?{ONE})*) ?"
    rf"(?:(?:への|に対する|について(?:の)?|の(?=[御ご]?[回答]))[御ご]?(?P<reply>{REPLY_WORD})|(?:について|に対して|に関して))"
)
"""［意見２・４への回答］, 〔①への回答〕, and below a sentence that leads to answers ①について."""
SIGNED = regex(r"[(\[](?P<inner>[^()\[\]、。]{2,20}(?:\([^()、。]{1,3}\)[^()、。]{2,6})?|[国都道府県市区町村])[)\]]。?$")
NOTHING = regex(
    r"(?:(?:なお、?)?(?:この|その|上記の)?(?:ほか|他)(?:に|には|は)?、?)?(?:(?:特に|特段|質疑|意見|質問|発言|異議)[^。]{0,14}(?:なし|なかった|ありませんでした)|以上|なし|資料のとおり)。?"
)


@passing(eq=False, repr=False)
class Opening:
    """How a paragraph opens a speech: on which side, by whose words, and where they begin.

    ``word`` is the printed word of the part (Q, 回答), ``bullet`` the mark of the list, ``stop``
    where the words end before a name in brackets.
    """

    answer: bool
    text: int
    rule: str
    who: Slice | None = None
    label: str | None = None
    act: Act = Act.UNSPECIFIED
    number: int | None = None
    bullet: str | None = None
    word: Slice | None = None
    stop: int | None = None
    also: tuple[int, ...] = ()


ENDED = "。?!か"
_POINTS = POINTS.union(map(chr, range(ord("①"), ord("⑳") + 1)))
"""What opens an opinion that a side in brackets answers."""


def answers_in_brackets(flow: Flow, blocks: Iterable[int], turns: Set[int]) -> bool:
    """Whether a side in brackets answers what marks open: ◆塙委員「…」 / 〔局側〕…, a list and no transcript."""
    blocks = list(blocks)
    if _stand_below_bullets(flow, blocks, turns):
        return True
    found = (BRACKETED.match(flow.folded, flow.blocks[i].start, flow.blocks[i].end) for i in blocks if i not in turns and flow.folded[flow.blocks[i].start] in BRACKETS)
    return any(one is not None and one.end() < one.endpos and answers(squeeze(one["inner"])) for one in found)


def _stand_below_bullets(flow: Flow, blocks: Sequence[int], turns: Set[int]) -> bool:
    """Whether sides in brackets answer bullets, none before the first: ・運賃は上げたのか。 / （鉄道会社）二度上げた。

    They stand deeper than the bullets, or most of them are sides that answer.
    """
    said = [flow.blocks[i] for i in blocks if i in turns]
    points = [block for i in blocks if i not in turns and flow.folded[(block := flow.blocks[i]).start] in _POINTS and flow.folded[block.end - 1] == "。"]
    if not said or not points or points[0].start > said[0].start or any(flow.folded[block.start] not in BRACKETS for block in said):
        return False
    sides = [found["inner"] for block in said if (found := BRACKETED.match(flow.folded, block.start, block.end))]
    replying = len(points) >= len(said) and 2 * sum(answers(squeeze(side)) for side in sides) > len(said)
    return replying or max(block.indent for block in points) < min(block.indent for block in said)


def opens_by_number(flow: Flow, block: Block) -> Opening | None:
    """A number before who spoke, or before whom and what he answers, with nothing behind it."""
    found = _NUMBERED_NAME.fullmatch(flow.folded, block.start, block.end)
    if found is not None:
        named = is_party(squeeze(found["inner"]))
        return Opening(False, block.end, "opinion.number", found.span("inner"), number=int(found["n"]), bullet="(1)") if named else None
    answered = _NUMBERED_ANSWER.fullmatch(flow.folded, block.start, block.end)
    if answered is None or not may_be_side(squeeze(answered["inner"])):
        return None
    first, *others = values(answered["n"])
    return Opening(True, block.end, "opinion.number", answered.span("inner"), act=Act.ANSWER, number=first, also=tuple(others))


_NUMBERED_NAME = regex(r"\((?P<n>\d{1,2})\) *(?P<inner>[^()、。:\d]{2,16})")
_NUMBERED_ANSWER = regex(r"(?P<n>(?:\(\d{1,2}\)|[a-z]\)|[①-⑳])(?:(?:及び|・|、|と) ?(?:\(\d{1,2}\)|[a-z]\)|[①-⑳]))*)(?:に(?:ついて|対して|対する(?:回答|答弁)))?:? ?\((?P<inner>[^()、。\d]{2,16})\)")


def marks_before_names(flow: Flow, bullets: Bullets) -> frozenset[str]:
    """The marks behind which, as a rule, somebody is named in brackets."""
    counts = Counter(bullet.mark for bullet in bullets.found.values())
    named = Counter(bullet.mark for bullet in bullets.found.values() if flow.folded[bullet.text] == "(" and BRACKETED.match(flow.folded, bullet.text))
    return frozenset(mark for mark, count in named.items() if 3 * count >= 2 * counts[mark]) if named.total() > 1 else frozenset()


def has_heads(flow: Flow, bullets: Bullets) -> bool:
    """Whether most bullets go on with a few words before a colon."""
    texts = [bullet.text for bullet in bullets.found.values() if bullet.mark in bullets.marks]
    return (len(texts) > 1 or bullets.answered) and 3 * sum(HEADED.match(flow.folded, at) is not None for at in texts) >= 2 * len(texts)


HEADED = regex(r"(?P<inner>[一-龥ァ-ヴーA-Za-z・]{1,12}): ?(?=\S)")


def replies_by_word(flow: Flow, block: Block) -> bool:
    """Whether a word alone tells that a paragraph answers, and names nobody: 回答：…, 答　…."""
    found = WORD.match(flow.folded, block.start, block.end) if flow.folded[block.start] in _REPLY_FIRST else None
    return found is not None and found["asked"] is None and found["party"] is None and found.end() < block.end


_REPLY_FIRST = frozenset(word[0] for word in REPLIED.split("|"))


def ends_signed(flow: Flow, block: Block) -> bool:
    """Whether a paragraph ends with the name of who spoke in brackets: …してほしい。（乾委員）."""
    last = block.end - 1 - (flow.folded[block.end - 1] == "。")
    if flow.folded[last] not in ")]":
        return False
    found = SIGNED.search(flow.folded, max(block.start + 1, block.end - 26), block.end)
    if found is None or not looks_like_designation(squeeze(found["inner"])):
        return False
    # …いるのだろうか。　　　〔六車委員〕, set at the right
    return flow.folded[block.start : found.start()].rstrip()[-1:] in ENDED


def is_signature(flow: Flow, block: Block) -> bool:
    """Whether a line is a member's name in brackets and nothing else: （別府委員）."""
    found = SIGNED.fullmatch(flow.folded, block.start, block.end)
    return found is not None and looks_like_designation(squeeze(found["inner"])) and not answers(squeeze(found["inner"]))


KIND_OF_MEMBER = regex(r"代表$|学識経験者?$|[住市町区村県]民|利用者|保護者|商工会|自治会|町内会|高校$|(?:小|中|高等)学校$|施設$")
"""Whom a member is for, where that is what he signs with: （住民代表）, （商工会）."""


def stands_apart(label: str) -> bool:
    """Whether who signs is none of the members: an official, or who was asked to come."""
    return role_of_title(label) not in MEMBERS and KIND_OF_MEMBER.search(label) is None


def names_answered(words: str) -> bool:
    """Whether words (folded) in brackets tell which opinion is answered, as no label of a speaker does: ①への回答."""
    return REPLY_TO.fullmatch(words) is not None


def names_nothing(words: str) -> bool:
    """Whether words (folded) say that nothing was said: 特になし, 質疑はなかった。"""
    return NOTHING.fullmatch(words) is not None


def unnumbered(opened: Opening | None) -> Opening | None:
    """An opening without the number that its words begin with."""
    return evolve(opened, number=None, also=()) if opened is not None else None


def values(printed: str) -> tuple[int, ...]:
    """The numbers behind a word: 3, ⑤, or those of all that an answer answers: Ａ４・５."""
    return tuple(_value(number) for number in re.findall(r"\d+|[a-z]|[①-⑳⑴-⒇]", printed))


def _value(number: str) -> int:
    if "①" <= number <= "⒇":
        return ord(number) - ord("①" if number <= "⑳" else "⑴") + 1
    return ord(number) - ord("a") + 1 if number.isalpha() else int(number)
