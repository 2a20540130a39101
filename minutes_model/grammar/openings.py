"""How a paragraph opens a speech of an opinion list or of questions and answers.

By its mark (○, →), by a side in brackets （局側）, by the word of its part (Q, 回答, 問１), or by a side
before a colon. A name may follow: Q 片桐委員, →（事務局）…
"""

from __future__ import annotations

import re

from attrs import define, evolve, field

from minutes_model.grammar.agents import BODIES
from minutes_model.grammar.bullets import Bullet, Bullets, begins_report, introduces, reports
from minutes_model.grammar.column_heads import ASKS
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.headings import HOUR
from minutes_model.grammar.legend import ARROWS, ENCLOSED, Intro, Legend, Voice, answers, is_party, read_intro
from minutes_model.grammar.list_words import is_institution
from minutes_model.grammar.opening_words import (
    ASKED,
    BRACKETED,
    BRACKETS,
    ENDED,
    HEADED,
    KIND_OF_MEMBER,
    NOTHING,
    ONE,
    PART,
    REPLIED,
    REPLY_TO,
    REPLY_WORD,
    SIGNED,
    WORD,
    Opening,
    opens_by_number,
    spread,
    stands_apart,
    unnumbered,
    values,
)
from minutes_model.grammar.turns import may_be_side
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Act
from minutes_model.patterns import regex
from minutes_model.people.plausible import looks_like_designation
from minutes_model.text import is_kanji, squeeze

__all__ = ["PRESENTED", "Openings"]

_PAIRED = frozenset(("質問", "質疑", "質問・意見", "意見・質問", "質疑・意見", "回答", "答弁", "返答", "対応", "応答", "考え方", "見解", "再質問", "再質疑", "再回答", "Q", "A", "問", "答"))
_INNER = regex(rf"{PART}$")
_OTHER_HEAD = regex(rf"[/|] *(?:{spread(REPLIED)}) *")
"""意　見・質　問　／　回　答, above the rows."""
_KIND_OF = regex(rf"(?P<word>(?P<asked>{ASKED})|{REPLIED})等? ?\((?P<inner>[^()、。]{{2,20}})\) ?:? *")
"""質問（Ａ委員）：, →回答（道路整備課）：: what is said, and who says it, behind a mark."""
_MAY_BE_HOUSE = regex(r"^[国都道府県市区町村]$|^[^の]{1,12}(?:地区|[町区市村県]|会社|組合|農協|漁協|団体|自治会|町内会|[園校院館])$")
"""Whose words they may be that no colon parts from what they are: ［質問　早瀬地区］."""
_PART_AND_NAME = regex(rf"[ご御]?(?:(?P<asked>{ASKED})|{REPLIED})等?(?: ?[:/] ?| +)(?P<who>[国都道府県市区町村]|[^()、。:]{{2,20}})")
"""〔回答：生活安全課長〕, ［質問　早瀬地区］, （ご意見：家族会）"""
_HOUSE_OF = regex(r" ?\((?P<inner>[^()、。]{2,20})\) ?: *")
"""回答（三葉バス）：…: who answers where it is not the side that else does."""
PRESENTED = "opinion.presented"
"""The rule of a speech that a presenter opens."""
_PRESENTER = regex("(?:説明|報告|提案|発表)者 ?: ?(?P<who>[^、。()]{2,20})")
"""〔説明者：経営企画課長〕"""
_COMMENT = regex(r"(?P<party>(?!))?(?P<word>(?P<asked>(?P<viewed>(?!))?C))(?P<number>\d{1,3})?(?: ?[.:)] *| +)")
_BEHIND_NUMBER = regex(
    rf"(?P<also>(?:(?:及び|[・、,と]) ?{ONE})*) ?(?:(?:への|に対する|について(?:の)?|の(?=[御ご]?[回答]))[御ご]?(?P<reply>{REPLY_WORD})(?:は、|:|、| +|$)|に(?:ついて|対して|関して)(?:は)?(?:、|:| +|$)) *"
)
"""①への回答　…, (2)及び(3)については、…: what stands between a number and the words that answer it."""
_BEHIND = frozenset("へにの及・、,と")
_OPERATOR = regex(r"[一-龥ァ-ヴーA-Z]{1,10}(?:交通|電鉄|鉄道|バス|タクシー|電力|ガス|銀行|信用金庫|農協|漁協|新聞社?|放送|病院|大学|学園|[小中高]学校|高校)")
"""（鷹巣交通）…, where 事務局 answers so elsewhere."""
_LETTERED = regex(r"[A-Z]\d{0,2}(?: ?[.:)] *| +)(?=\S)")
_COLON = regex(r"(?P<inner>[^ 、。:()「」○]{2,20}|[一-龥](?: {1,2}[一-龥]){1,2}|[国都道府県市区町村局課]): ?")
_AMOUNT = regex(r" \d{1,4} [時年月日分人名件円割%回]")
_ANSWERS_BELOW = 4000
"""Within how many characters below a question its answer is looked for, so that many questions without one cost no more each."""
_REPLIES = ("回答", "答弁", "答え", "答", "対応", "考え方")
_SIDE_REPLIES = regex(r"(?P<who>.{1,16}?)(?:から|より)?の?(?:回答|答弁|答え)")
"""事務局回答：…, 学校教育課の回答：…: a side that answers, and that it does."""
_QUOTED = regex(r"(?P<inner>[^ 、。:()「」]{2,20})「")
"""塙委員「…」"""
_NAMED = regex(r"(?P<inner>[^ 、。:()「」]{2,20}) +(?=[^ ])")
_CHAIR = regex(r"(?P<inner>会長|委員長|座長|部会長|議長) +(?=[^ ])")
_SIGNED_SENTENCE = regex(r"[。?か] ?\((?P<inner>[^()、。]{2,20})\)$")
_ANSWER_ENCLOSED = regex(r"[(\[] ?(?P<word>回答|答弁|答) ?: *(?=\S)")
_ANSWER_BEHIND = regex(r"[。?か \n](?P<opens>[(\[]) ?(?:回答|答弁|答) ?:")
"""…足りない。（回答：　増やす。）, in the paragraph of its question."""
_AT_HOUR = regex(rf" *{HOUR} *")
"""◎質疑　　　10時22分: when questions began."""
_WORD_ALONE = regex(r"(?:再?質[問疑]|問|答|再?回答|答弁|意見|要望|指摘)\d{0,2} ?")
"""○問, alone on its line: the mark is of the word, and of no point."""
_INLINE = regex(rf"(?<=[。?か)])[ ]*(?P<arrow>[{ARROWS}]|(?:回答|答弁|答)(?=:)) ?")
_BY = regex(r" ?(?:から|より)$")
_SHORT_WORD = 14
"""Up to how many characters a paragraph may hold nothing but such a word."""
_WORD_FIRST = frozenset("意質要指回答返対応考見再追QAC問御ご主■◆・○●◎◇□委事各")
_BODIES = frozenset("国都道府県市区町村局課")
_ACTS = {
    "再質問": Act.QUESTION, "再質疑": Act.QUESTION, "追加質問": Act.QUESTION, "質問": Act.QUESTION, "質疑": Act.QUESTION, "質問事項": Act.QUESTION, "Q": Act.QUESTION,
    "問": Act.QUESTION,
    "意見": Act.OPINION, "要望": Act.REQUEST, "指摘": Act.POINT,
}  # fmt: skip
_NUMBER_OPENS = frozenset("(abcdefghijklmnopqrstuvwxyz").union(map(chr, range(ord("①"), ord("⑳") + 1)))
_ASIDE = 6
"""How long a note in brackets is that is no answer: （笑い。）."""
_REFERS = regex(r"\((?:資料|別紙|別添|参考|注)[^()]{0,12}(?:参照|のとおり)?。?\)")
_WIDEST = 80
"""How wide the gap before a name at the right is at most."""
_LONGEST_HEAD = 40
_STANDS = frozenset(("賛成", "反対", "肯定的な", "否定的な", "慎重な", "書面", "文書", "事前"))
"""【賛成意見】, 書面意見１: what an opinion is, or how it came, and not whose."""


@define(eq=False, repr=False)
class Openings:
    """Finds openings in the blocks of one item.

    ``told`` and ``section`` are what the introductions said, those at ``pending`` not yet read; ``asked`` whether a remark came
    before, without which a side in brackets answers nothing and is a heading; ``lent`` that a sentence gave the section, ``asking`` the mark of the last opinion; ``muted`` that the list
    below gives the points of an official's speech, ``gapped`` that a name and a gap open each paragraph, ``signed`` that names
    in brackets close them, ``headed`` that a side before a colon opens them: ・医師会: …, ``right`` the indent
    from which on a bullet stands in a column of answers, ``named`` the marks behind which a name in brackets stands as a rule,
    ``worded`` that words alone tell questions from answers, as 問 and 答 above did, beside which 意見 stands as they do.
    """

    flow: Flow
    legend: Legend | None
    bullets: Bullets | None
    told: Intro
    section: Opening | None = None
    asked: bool = False
    muted: bool = False
    worded: bool = False
    lent: bool = False
    asking: str | None = None
    gapped: bool = False
    signed: bool = False
    headed: bool = False
    right: int = 0
    named: frozenset[str] = frozenset()
    pending: list[Slice] = field(factory=list)

    @property
    def intro(self) -> Intro:
        """Who asks and who answers by all introductions so far; most are never asked for, so read late."""
        for place in self.pending:
            said, known = read_intro(self.flow, *place), self.told
            self.told = Intro(said.asker or known.asker, said.answerer or known.answerer, said.act)
        self.pending.clear()
        return self.told

    def speak(self, label: Opening) -> None:
        """Take from a label above numbered parts whose words they are."""
        voice = Voice(label.label, (label.text, label.text), label.answer, label.act)
        known = self.intro
        self.told = Intro(known.asker if label.answer else voice, voice if label.answer else known.answerer, known.act)

    def find(self, block: Block) -> Opening | None:
        """How a block opens a speech; None where it does not."""
        numbered = self._by_number(block) if self.flow.folded[block.start] in _NUMBER_OPENS and block.end - block.start <= _LONGEST_HEAD else None
        if numbered is not None:
            return numbered
        bullet = self.bullets.found.get(block.start) if self.bullets else None
        if bullet is not None and _WORD_ALONE.fullmatch(self.flow.folded, bullet.text, block.end) is None:
            marked = self._by_mark(bullet, block)
            if marked is not None:
                named = self._named(marked, block)
                return named if named.who else self._signed(named, block)
        explained = (self._by_enclosure(block) or self._by_letter(block) or self._by_tag(block)) if self.legend is not None and self.legend.voices else None
        return explained or self._by_first(block) or self._by_colon(block) or self._by_chair(block) or (self.by_gap(block) if self.gapped else None)

    def _by_first(self, block: Block) -> Opening | None:
        """What opens with a bracket, or with a word for a part; the first character tells of most that they do not."""
        first = self.flow.folded[block.start]
        bracketed = self._by_bracket(block) if first in BRACKETS else None
        if bracketed is not None:
            return bracketed
        return self._by_word(block) if first in _WORD_FIRST or block.end - block.start <= _SHORT_WORD else None

    def _by_number(self, block: Block) -> Opening | None:
        """(1) 大野原町長, and below the answers (1)について（知事）, each alone above its words."""
        found = opens_by_number(self.flow, block)
        if found is None or (found.answer and not self.asked):
            return None
        return found

    def _by_mark(self, bullet: Bullet, block: Block) -> Opening | None:
        if self.right and block.indent >= self.right:
            replying = self.intro.answerer
            return Opening(True, bullet.text, "opinion.cell", label=replying.label if replying else "回答", act=Act.ANSWER)
        voice = self.legend.voices.get(bullet.mark) if self.legend else None
        if voice is not None:
            act = voice.act if voice.act is not Act.UNSPECIFIED or voice.answers else self.intro.act
            return Opening(voice.answers, bullet.text, "opinion.legend", None, voice.label, act, number=bullet.number, also=bullet.also)
        if bullet.mark in ARROWS:
            return Opening(True, bullet.text, "opinion.arrow", label=self._by_another_arrow())
        bullets = self.bullets
        words = self.flow.folded[bullet.text : block.end]
        if reports(words) or (words[-1] == "。" and begins_report(words) and introduces(words)):
            # ○ 会長から、次の意見があった。, below answers that a sentence leads to
            return None
        lent = self._behind_number(bullet, block) or self._lent_to(bullet)
        if lent is not None:
            return lent
        if bullets is None or bullet.mark not in bullets.marks:
            return None
        if bullet.mark == bullets.second:
            told = self.intro.asker and self.intro.answerer
            return Opening(True, bullet.text, "opinion.second", bullet=bullet.mark) if told else None
        if self.muted or (words.endswith("のとおり。") and introduces(words)):
            return None
        if self.section is not None:
            return evolve(self.section, text=bullet.text, number=bullet.number, bullet=bullet.mark, also=bullet.also)
        return Opening(
            False, bullet.text, "opinion.list", act=self.intro.act, number=bullet.number, bullet=bullet.mark
        )

    def _by_another_arrow(self) -> str | None:
        """Whose words the one arrow of the legend opens, where a record goes on with another: （⇒：事務局） and → below."""
        voices = self.legend.voices if self.legend is not None else {}
        told = {voice.label for mark, voice in voices.items() if mark in ARROWS and voice.answers}
        places = self.bullets.found.items() if self.bullets is not None else ()
        own = [start for start, bullet in places if bullet.mark in ARROWS and bullet.mark in voices]
        others = [start for start, bullet in places if bullet.mark in ARROWS and bullet.mark not in voices]
        # Where both come by turns, they are two voices.
        changed = not own or not others or max(own) < min(others)
        return told.pop() if len(told) == 1 and changed else None

    def _behind_number(self, bullet: Bullet, block: Block) -> Opening | None:
        """①への回答　…, ①については、…: a number that tells which opinion is answered, and opens none."""
        found = _BEHIND_NUMBER.match(self.flow.folded, bullet.text, block.end) if bullet.number is not None and self.flow.folded[bullet.text] in _BEHIND else None
        if found is None or not self._replies(found):
            return None
        word = found.span("reply") if found["reply"] else None
        also = (*bullet.also, *values(found["also"]))
        return evolve(self._to_number(self.flow.folded[block.start : bullet.text], found.end(), word), bullet=bullet.mark, number=bullet.number, also=also)

    def _replies(self, found: re.Match[str]) -> bool:
        """Whether what names a number leads to an answer: it says so, or a sentence above leads to answers."""
        return self.asked and (found["reply"] is not None or (self.section is not None and self.section.answer))

    def _to_number(self, number: str, text: int, word: Slice | None) -> Opening:
        """An answer to the opinions of the numbers it names."""
        first, *others = values(number)
        label = self.section.label if self.section is not None and self.section.answer else None
        return Opening(True, text, "opinion.part", label=label, act=Act.ANSWER, number=first, also=tuple(others), word=word)

    def _lent_to(self, bullet: Bullet) -> Opening | None:
        """What a sentence above says of the points of another mark than opinions have: これに対し、内閣府から、以下の回答があった。 / ・ ….

        The next opinion takes it back.
        """
        section = self.section
        if section is None or not self.lent or (section.bullet is None and bullet.mark == self.asking):
            return None
        if section.bullet is None:
            section = self.section = evolve(section, bullet=bullet.mark)
        if bullet.mark != section.bullet:
            self.section, self.lent = None, False
            return None
        return evolve(section, text=bullet.text, number=bullet.number)

    def _by_enclosure(self, block: Block) -> Opening | None:
        """（二学期にも実施します。）, where the legend says whose words brackets hold."""
        voice = self.legend.voices.get(ENCLOSED) if self.legend else None
        words = self.flow.folded
        if voice is None or words[block.start] != "(" or words[block.end - 1] != ")":
            return None
        if self.legend is not None and any(block.start <= at < block.end for at, _ in self.legend.places):
            return None
        # （県：…）
        named = voice.label is not None and words.startswith(f"{voice.label}:", block.start + 1)
        text = block.start + 1 + (len(voice.label or "") + 1 if named else 0)
        return Opening(voice.answers, text, "opinion.legend", label=voice.label, act=voice.act, stop=block.end - 1)

    def _answer_in_brackets(self, start: int, end: int) -> Opening | None:
        """（回答：　来年度に増やす。）, a whole answer in brackets with the word for one; （回答：道路課長） stands above his."""
        found = _ANSWER_ENCLOSED.match(self.flow.folded, start, end) if self.flow.folded[end - 1] in ")]" else None
        if found is None or not self.asked or _is_somebody(squeeze(self.flow.folded[found.end() : end - 1])):
            return None
        return Opening(True, found.end(), "opinion.part", act=Act.ANSWER, word=found.span("word"), stop=end - 1)

    def _by_bracket(self, block: Block) -> Opening | None:
        """（局側）, 【質問】, 〔回答〕."""
        enclosed = self._answer_in_brackets(block.start, block.end)
        if enclosed is not None:
            return enclosed
        found = BRACKETED.match(self.flow.folded, block.start, block.end)
        if found is None:
            return None
        voice = self._tagged(found)
        if voice is not None:
            return Opening(voice.answers, found.end(), "opinion.legend", label=voice.label, act=voice.act)
        presenter = _PRESENTER.fullmatch(self.flow.folded, *found.span("inner"))
        if presenter is not None and is_party(squeeze(presenter["who"])):
            return Opening(True, found.end(), PRESENTED, presenter.span("who"), act=Act.EXPLANATION)
        named = _PART_AND_NAME.fullmatch(self.flow.folded, *found.span("inner"))
        if named is not None and (named["asked"] or self.asked) and (":" in named[0] or "/" in named[0] or _MAY_BE_HOUSE.search(squeeze(named["who"])) or is_party(squeeze(named["who"]))):
            # 〔回答：生活安全課長〕
            act = _ACTS.get(named["asked"], Act.UNSPECIFIED) if named["asked"] else Act.ANSWER
            return Opening(named["asked"] is None, found.end(), "opinion.part", named.span("who"), act=act)
        reply = REPLY_TO.fullmatch(found["inner"])
        if reply is not None:
            return self._to_number(reply["number"], found.end(), found.span("inner")) if self._replies(reply) else None
        part = _INNER.match(found["inner"])
        lettered = part is not None and part["party"] and part["word"] in ("A", "Q")
        if part is not None and not lettered:
            # （委員Ａ） bears a letter, and is no answer.
            opened = self._by_part(part, found.start("inner"), found.end(), block)
            inner = found.span("inner")
            direct = self.asked or found.end() < block.end or self._is_answered_alone(found)
            return evolve(opened, word=opened.word or inner) if opened and direct and not (opened.label or opened.who) else opened
        return self._by_party(found, "opinion.bracket")

    def _is_answered_alone(self, part: re.Match[str]) -> bool:
        """Whether answers stand below their word in the same brackets, as questions do below this one: （意見） / … / （回答） / …."""
        words = part[0].strip(": ")
        end = part.end() + _ANSWERS_BELOW
        return any(self.flow.folded.find(f"\n{words[0]}{reply}{words[-1]}\n", part.end(), end) >= 0 for reply in _REPLIES)

    def _by_letter(self, block: Block) -> Opening | None:
        """意　物価の高騰で…, Ｍ１　…, where the legend explains the character before the gap, or the letter with its number."""
        words = self.flow.folded
        first = words[block.start]
        lettered = _LETTERED.match(words, block.start, block.end) if "B" <= first <= "Z" and first not in "QC" else None
        if lettered is not None and self.legend is not None and (told := self.legend.voices.get(first)) is not None:
            return Opening(told.answers, lettered.end(), "opinion.legend", label=told.label, act=told.act)
        alone = self.legend is not None and words[block.start + 1 : block.start + 2] == " " and is_kanji(first) and first not in "問答"
        voice = self.legend.voices.get(first) if self.legend is not None and alone else None
        if voice is None:
            return None
        text = block.start + 1
        while words[text : text + 1] == " ":
            text += 1
        return Opening(voice.answers, text, "opinion.legend", label=voice.label, act=voice.act)

    def _by_tag(self, block: Block) -> Opening | None:
        """病）在院日数が…, where the legend explains the character before the bracket."""
        words = self.flow.folded
        voice = self.legend.voices.get(words[block.start : block.start + 2]) if self.legend and words[block.start + 1 : block.start + 2] == ")" else None
        return Opening(voice.answers, block.start + 2, "opinion.legend", label=voice.label, act=voice.act) if voice is not None else None

    def _tagged(self, found: re.Match[str]) -> Voice | None:
        """Whose words a tag stands for that the legend explains: 【県】."""
        return self.legend.voices.get(found[0].rstrip(": ")) if self.legend else None

    def _by_word(self, block: Block) -> Opening | None:
        """Q 片桐委員, 回答, 意見・質問, 問１."""
        if self.flow.folded.endswith("とおり。", block.start, block.end) and introduces(self.flow.words(block)):
            # 委員からの主な質問（【質問】）・意見（【意見】）は以下のとおり。
            return None
        found = WORD.match(self.flow.folded, block.start, block.end) or self._comment(block)
        if found is None or _AT_HOUR.fullmatch(self.flow.folded, found.end(), block.end) or NOTHING.fullmatch(self.flow.folded, found.end(), block.end) or _OTHER_HEAD.fullmatch(self.flow.folded, found.end(), block.end):
            return None
        told = _KIND_OF.fullmatch(self.flow.folded, found.start("word"), block.end)
        if told is not None and (told["asked"] or self.asked):
            # ◎要望（Ａモニター）, above the words
            act = _ACTS.get(told["asked"], Act.UNSPECIFIED) if told["asked"] else Act.ANSWER
            return Opening(told["asked"] is None, block.end, "opinion.part", told.span("inner"), act=act)
        if found["number"] and _AMOUNT.match(self.flow.folded, found.end("word"), block.end):
            # 答 12 時 15 分から…: an hour, and no number of the answer.
            return unnumbered(self._by_part(found, 0, found.start("number"), block))
        return self._by_part(found, 0, found.end(), block)

    def _comment(self, block: Block) -> re.Match[str] | None:
        """Ｃ　…, where the legend tells whose comments the letter opens."""
        known = self.legend is not None and "C" in self.legend.voices
        return _COMMENT.match(self.flow.folded, block.start, block.end) if known else None

    def _by_part(self, part: re.Match[str], at: int, text: int, block: Block) -> Opening | None:
        asked, number, named = part["asked"] and squeeze(part["asked"]), part["number"], part["party"]
        word = squeeze(part["word"])
        named = None if named in _STANDS else named
        if part["viewed"] and not named:
            return None
        # 研究所の回答, alone above the answers
        alone = asked is None and text >= block.end and named is not None and may_be_side(named)
        if (named and not (alone or self._sides_with(named, replies=asked is None))) or (asked is None and not self.asked):
            return None
        act = _ACTS.get(asked, Act.UNSPECIFIED) if asked else Act.ANSWER
        voice = self._voice_of(part)
        self.worded = self.worded or (word in _PAIRED and named is None and voice is None)
        opened = Opening(
            asked is None, text, "opinion.part", label=named or (voice.label if voice else None), act=act,
            number=values(number)[0] if number else None, also=values(number)[1:] if number else (),
            word=(at + part.start("word"), at + part.end("word")) if word in _PAIRED or (self.worded and asked in _ACTS) else None,
        )  # fmt: skip
        named = self._named(opened, block)
        return named if named.who else self._signed(named, block)

    def _voice_of(self, part: re.Match[str]) -> Voice | None:
        """Whose words a part is that the legend explains, by its word or as it stands without its number: 【質問１】 as 【質問】."""
        voices = self.legend.voices if self.legend else {}
        word = squeeze(part["word"])
        return voices.get(word) or next((voice for mark, voice in voices.items() if mark[1:-1] == word), None)

    def _sides_with(self, named: str, *, replies: bool) -> bool:
        """Whether what stands before 質問 or 回答 is a side: 委員からの質問, 病院からの回答."""
        if is_party(named) or named in _BODIES or named in self.flow.habits.sides:
            return True
        return replies and named in BODIES

    def _by_colon(self, block: Block) -> Opening | None:
        """事務局：…, where the words are a side's."""
        end = min(block.end, block.start + 24)
        found = _COLON.match(self.flow.folded, block.start, end) if self.flow.folded.find(":", block.start, end) > 0 else None
        if found is None:
            return None
        replying = _SIDE_REPLIES.fullmatch(self.flow.folded, *found.span("inner")) if self.asked else None
        if replying is not None and self._sides_with(squeeze(replying["who"]), replies=True):
            return Opening(True, found.end(), "opinion.part", replying.span("who"), act=Act.ANSWER)
        return self._by_party(found, "opinion.colon")

    def _by_chair(self, block: Block) -> Opening | None:
        """会長　今日は結論を出さない。, in a list where the chair alone is named."""
        words = self.flow.folded
        if not self.asked or words[block.start] not in "会委座部議" or words[block.end - 1] != "。":
            return None
        found = _CHAIR.match(words, block.start, block.end)
        gap = self.flow.text[found.end("inner") : found.end()] if found else ""
        return self._by_party(found, "opinion.gap") if found and (len(gap) > 1 or gap in ("\u3000", "\t")) else None

    def by_gap(self, block: Block) -> Opening | None:
        """鷺宮委員　　値上げ分は…, below 質疑 on a line of its own."""
        found = _NAMED.match(self.flow.folded, block.start, min(block.end, block.start + 40))
        gap = self.flow.text[found.end("inner") : found.end()] if found else ""
        return self._by_party(found, "opinion.gap") if found and (len(gap) > 1 or gap in ("\u3000", "\t")) else None

    def _by_party(self, found: re.Match[str], rule: str) -> Opening | None:
        inner = squeeze(found["inner"])
        # 市：…, ［県］…: a government of one character, below what was asked.
        house = inner in _BODIES or inner in self.flow.habits.houses or (inner in self.flow.habits.sides and not is_party(inner))
        house = house or (rule == "opinion.bracket" and self.asked and _OPERATOR.fullmatch(inner) is not None and self.flow.folded[found.end() : found.end() + 1].isalnum())
        replies = house or answers(inner)
        if not (house or is_party(inner)):
            return None
        if replies and not self.asked:
            # （放送側）, alone above what it tells before anybody asks, as it stands above its answers elsewhere.
            presents = rule == "opinion.bracket" and found.end() == found.endpos and self.flow.folded.count(f"\n{found[0].rstrip()}\n") > 1
            return Opening(True, found.end(), PRESENTED, found.span("inner")) if presents else None
        act = self._answer_act(inner) if replies else self.intro.act
        return Opening(replies, found.end(), rule, found.span("inner"), act=act)

    def _answer_act(self, words: str) -> Act:
        voice = self.intro.answerer
        return voice.act if voice is not None and voice.label == words else Act.UNSPECIFIED

    def _named(self, opened: Opening, block: Block) -> Opening:
        """The name behind a mark or part: → （事務局）…, Q 片桐委員, ・（乾委員）…."""
        words, at = self.flow.folded, opened.text
        if at >= block.end:
            return opened
        house = _HOUSE_OF.match(words, at, block.end) if opened.answer and opened.rule == "opinion.part" else None
        if house is not None:
            return evolve(opened, who=house.span("inner"), label=None, text=house.end())
        told = _KIND_OF.match(words, at, block.end)
        if told is not None:
            act = _ACTS.get(told["asked"], Act.UNSPECIFIED) if told["asked"] else Act.ANSWER
            return evolve(opened, answer=told["asked"] is None, who=told.span("inner"), label=None, act=act, text=told.end())
        found = BRACKETED.match(words, at, block.end) or _COLON.match(words, at, block.end)
        voice = self._tagged(found) if found is not None else None
        if voice is not None and found is not None:
            return evolve(opened, answer=voice.answers, who=None, label=voice.label, act=voice.act, text=found.end())
        alone = found is None and opened.rule == "opinion.part" and block.end - at <= 24
        if alone and is_party(squeeze(words[at : block.end])):
            return evolve(opened, who=(at, block.end), label=None, text=block.end)
        quoted = _QUOTED.match(words, at, block.end) if found is None and words[block.end - 1] == "」" else None
        found = found or quoted or _NAMED.match(words, at, block.end)
        if found is not None and found[0].endswith(" ") and (_AMOUNT.match(words, found.end("inner"), block.end) or (_BY.search(found["inner"]) and words[found.end()].isdecimal())):
            # 財団の理事 12 名のうち、…; 研究員から 34項目の要望があり、…
            return opened
        name = _BY.sub("", found["inner"]) if found else ""
        # ⇒【学校】…, 回答（センター）…: an institution where only who answers stands.
        institution = opened.answer and words[at] in BRACKETS and words.count(words[at], at, block.end) == 1 and (squeeze(name) in BODIES or is_institution(squeeze(name))) and may_be_side(squeeze(name))
        body = (opened.answer and name in _BODIES) or institution
        head = HEADED.match(words, at, block.end) if self.headed and opened.bullet is not None else None
        found, headed = (head, True) if head is not None else (found, False)
        name = found["inner"] if found is not None and headed else name
        known = squeeze(name) in self.flow.habits.houses
        named = found is not None and words[at] == "(" and ((known and (opened.answer or opened.bullet is not None)) or (self._opens_named(block) and may_be_side(squeeze(name))) or (opened.answer and _OPERATOR.fullmatch(squeeze(name)) is not None))
        # ・〔病院〕…, a point of the side that answers
        houses = found is not None and not headed and words[at] in BRACKETS and opened.bullet is not None and self.asked and squeeze(name) in BODIES
        # 答（危機管理監）…: a post that can be nobody's side elsewhere.
        post = found is not None and opened.rule == "opinion.part" and words[at] == "(" and looks_like_designation(squeeze(name))
        if found is None or not (body or headed or named or houses or post or is_party(squeeze(name))):
            return opened
        # Where an arrow opens each answer, a bullet opens none.
        asks = opened.bullet is not None and self.arrows_answer
        # ◆は出席者の意見: whoever is named behind it.
        side = opened.answer if body or opened.rule in ("opinion.part", "opinion.legend") or (named and opened.rule == "opinion.arrow") else (known or houses or answers(squeeze(name))) and not asks
        begin = found.start("inner")
        stop = block.end - 1 if quoted is not None else opened.stop
        return evolve(opened, answer=side, who=(begin, begin + len(name)), label=None, text=found.end(), stop=stop)

    def _opens_named(self, block: Block) -> bool:
        """Whether the mark of a paragraph is one behind which a name in brackets stands as a rule: ・（自治会連合会）…."""
        bullet = self.bullets.found.get(block.start) if self.bullets else None
        return bullet is not None and bullet.mark in self.named

    @property
    def arrows_answer(self) -> bool:
        """Whether the legend tells who answers behind an arrow."""
        voices = self.legend.voices if self.legend else {}
        return any(voice.answers for mark, voice in voices.items() if mark in ARROWS)

    def _signed(self, opened: Opening, block: Block) -> Opening:
        """The name in brackets behind the words of an opinion: …してほしい。（乾委員）."""
        if self.flow.folded[block.end - 1] not in ")]。":
            return opened
        end = self._before_answer(opened, block)
        found = SIGNED.search(self.flow.folded, max(opened.text + 1, end - 24), end)
        inner = squeeze(found["inner"]) if found else ""
        if ":" in inner:
            # （事務局注：後日差替え）
            return opened
        # 「・」は意見及び質問、「⇒」は回答: where the marks tell, whoever signs is on their side.
        told = opened.rule == "opinion.legend" and self.legend is not None and len({voice.answers for voice in self.legend.voices.values() if voice.label is None}) > 1
        side = opened.answer or (self.asked and self.signed and stands_apart(inner) and not told)
        if found is not None and opened.answer and inner in BODIES:
            # →…に戻っている。（法人）
            return evolve(opened, who=found.span("inner"), label=None, stop=self._unspaced(found.start()))
        if found is None or not (is_party(inner) or (self.signed and len(inner) == 1) or (self.signed and (looks_like_designation(inner) or KIND_OF_MEMBER.search(inner)))) or (answers(inner) and not (side or told)):
            return opened
        if not answers(inner) and opened.answer and not stands_apart(inner) and opened.rule != "opinion.arrow":
            # An arrow answers, whoever signs.
            return opened
        return evolve(opened, answer=side, who=found.span("inner"), label=None, stop=self._unspaced(found.start()))

    def _unspaced(self, end: int) -> int:
        """Where words end before the gap that sets a name at the right."""
        gap = self.flow.folded[max(0, end - _WIDEST) : end]
        return end - len(gap) + len(gap.rstrip())

    def _before_answer(self, opened: Opening, block: Block) -> int:
        """Where the words of a question end that bears its name before an arrow: …できないか。（土居委員）　→年内に始める。（水道課）."""
        found = None if opened.answer else _INLINE.search(self.flow.folded, opened.text, block.end)
        return found.start() if found is not None and found["arrow"] in ARROWS and self._is_signed_at(found.start()) else block.end

    def _is_signed_at(self, end: int) -> bool:
        """Whether a finished sentence ends here with the name of who said it: …できないか。（土居委員）; not 公園（北側）."""
        found = _SIGNED_SENTENCE.search(self.flow.folded, max(0, end - _LONGEST_HEAD), end)
        return found is not None and is_party(squeeze(found["inner"]))

    def by_signature(self, block: Block) -> Opening:
        """A paragraph read as the words of whoever signs it."""
        bullet = self.bullets.found.get(block.start) if self.bullets else None
        return self._signed(Opening(False, block.start if bullet is None else bullet.text, "opinion.signed"), block)

    def signature(self, block: Block) -> tuple[int, Slice] | None:
        """Where the name in brackets stands that closes a paragraph, or is all of it: （別府委員）."""
        found = SIGNED.search(self.flow.folded, max(block.start, block.end - 24), block.end) if self.signed else None
        if found is None or not looks_like_designation(squeeze(found["inner"])):
            return None
        return found.start(), found.span("inner")

    def _in_brackets_behind(self, start: int, end: int) -> tuple[int, Opening] | None:
        """点検は他社でも可能ではないか。（仕様が公開されていない。）, where the legend says whose words brackets hold: the first of them."""
        voice = self.legend.voices.get(ENCLOSED) if self.legend else None
        words = self.flow.folded
        if voice is None:
            return None
        depth = at = 0
        for place in range(start + 1, end):
            if words[place] == "(":
                at = at if depth else place
                depth += 1
            elif words[place] == ")" and depth:
                depth -= 1
                # 費用（３年分）は…, （資料３参照。）: no answer, which is the last of the paragraph or behind a question, and of some length.
                if not depth and words[at - 1] in ENDED and (place == end - 1 or (words[place - 1] in ENDED and place - at > _ASIDE and ASKS.search(words, start, at) is not None and _REFERS.match(words, at) is None)):
                    return at, Opening(voice.answers, at + 1, "opinion.legend", label=voice.label, act=voice.act, stop=place)
        return None

    def inline(self, start: int, end: int, block: Block) -> tuple[int, Opening] | None:
        """An answer behind an arrow in the paragraph of its question, and where its arrow stands."""
        enclosed = self._in_brackets_behind(start, end)
        if enclosed is not None:
            return enclosed
        behind = _ANSWER_BEHIND.search(self.flow.folded, start, block.end)
        answer = self._answer_in_brackets(behind.start("opens"), block.end) if behind is not None else None
        if behind is not None and answer is not None:
            return behind.start("opens"), answer
        found = _INLINE.search(self.flow.folded, start, block.end)
        if found is None or found.end() == block.end:
            return None
        if found["arrow"] not in ARROWS:
            return found.start("arrow"), Opening(True, found.end() + 1, "opinion.part", act=Act.ANSWER, word=found.span("arrow"))
        voice = self.legend.voices.get(found["arrow"]) if self.legend else None
        named = self._named(Opening(True, found.end(), "opinion.arrow", label=voice.label if voice else None), block)
        told = named.who is not None or (self.flow.folded[found.start() - 1] == ")" and not self._is_signed_at(found.start()))
        return found.start("arrow"), named if told else self._signed(named, block)


def _is_somebody(words: str) -> bool:
    return is_party(words) or looks_like_designation(words)
