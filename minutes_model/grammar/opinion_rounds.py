"""Which opinions an answer answers: the one above it, those of its numbers, all since the last answer."""

from __future__ import annotations

from attrs import define, field

from minutes_model.grammar.draft import Said
from minutes_model.grammar.opening_words import Opening
from minutes_model.layout import Flow
from minutes_model.model.enums import ReplyLink
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["Round"]

_TO_EACH = regex(r" *(?:いずれ|両方|どちら|全て|すべて|以上|[2二]つ|[2二]点)の(?:御|ご)?(?:意見|質問|質疑|指摘|要望)(?:も|に)|(?:[2二]点|併せて|あわせて|まとめて|一括して){1,2}(?:お答え|回答|御?説明)")
"""いずれの御意見も: an answer to every opinion since the last answer."""
_SHORT_LABEL = 2
_NAMED_WITHIN = 32
"""Within how many of its first characters an answer names whose opinion it takes up."""


@define(eq=False, repr=False)
class Round:
    """The opinions since the last answer, with the numbers they bear, and the answers of a block that follow them."""

    flow: Flow
    asked: list[tuple[int | None, Said]] = field(factory=list)
    answered: bool = False
    replied: list[Said] = field(factory=list)

    @property
    def remarks(self) -> list[Said]:
        """The opinions, in order."""
        return [remark for _, remark in self.asked]

    def ask(self, said: Said, number: int | None) -> None:
        """An opinion; below an answer it opens a round anew."""
        if self.answered:
            self.asked, self.answered, self.replied = [], False, []
        self.asked.append((number, said))

    def answer(self, said: Said, opened: Opening) -> None:
        """It answers the opinion above; in a block of answers that of its number, or a lone one."""
        self.answered = True
        own = {opened.number, *opened.also} - {None}
        numbered = [remark for number, remark in self.asked if number in own]
        if own and len(numbered) == len(own):
            said.replies = numbered
        elif _TO_EACH.match(self.flow.folded, opened.text):
            said.replies = self.remarks
        elif opened.rule != "opinion.section" or len(self.asked) == 1 or not self.replied:
            named = [remark for remark in self.remarks[:-1] if self._is_named(remark, said)]
            said.replies = [*named, *self.remarks[-1:]]
        else:
            # Of several answers to several opinions none tells which it answers.
            self.replied[0].replies, self.replied[0].link = [], ReplyLink.NONE
        if opened.rule == "opinion.section":
            self.replied.append(said)
        said.link = ReplyLink.MARK if said.replies else ReplyLink.NONE

    def turn_to_answer(self, said: Said) -> None:
        """An opinion that who signs it shows to be an answer, to the one before it."""
        asked = [entry for entry in self.asked if entry[1] is not said]
        if asked:
            self.asked, self.answered = asked, True
            said.kind, said.replies, said.link = "response", [asked[-1][1]], ReplyLink.MARK

    def _is_named(self, remark: Said, answer: Said) -> bool:
        """Whether an answer begins with whose remark it takes up: 公述人Ｄの御意見については、…."""
        if remark.who is None or answer.text is None:
            return False
        label = squeeze(self.flow.folded[slice(*remark.who)])
        start = answer.text[0]
        return len(label) > _SHORT_LABEL and squeeze(self.flow.folded[start : start + _NAMED_WITHIN]).startswith(label)
