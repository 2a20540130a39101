"""What a reported statement is, and which remark it answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import define, field

from minutes_model.grammar.draft import Decided, Entry, Said, Told
from minutes_model.layout import Flow
from minutes_model.model.enums import Act, ReplyLink, Role
from minutes_model.patterns import regex
from minutes_model.people.plausible import title_suffix
from minutes_model.people.roles import MEMBERS
from minutes_model.text import squeeze

__all__ = ["UNREAD", "Replies"]

UNREAD = "unread"
"""The rule of a sentence that reports speech of somebody who was not recognised."""

_PRESENTS = frozenset((Act.EXPLANATION, Act.REPORT))
_ASKS = frozenset((Act.QUESTION, Act.REQUEST, Act.PROPOSAL))
_CALLS = frozenset((Act.QUESTION, Act.OPINION, Act.REQUEST, Act.POINT, Act.PROPOSAL))
_REPLYING = frozenset((Role.SECRETARIAT, Role.OFFICIAL))
_OFFICER = regex(r"(?:理事|監事|副?理事長|学長|総長|院長|所長|学部長|研究科長|研究院長|学系長|学環長|図書館長|センター長|事務局長)$")
_EXECUTIVE = regex(r"(?:常務|専務|業務執行)理事$")
_NOTE = regex(r"\([^()]*\)$")
_LETS_DISCUSS = regex(r"(?:検討|審[議査]|協議|議論|討議)(?:を|して|し)?(?:お?願い(?:たい|し(?:たい|ます))|いただきたい|頂きたい|たい)$")
_LAST_WORDS = 16
"""Within how many characters before its end a speech says so."""
_STATES = regex(r"見解|認識|考え|方針|意向")
"""What the side that answers shows, whoever it is: 事業者から、…とする旨の見解が示された."""
_TAKES_UP = regex(r"「?(?:これら|それら|両[委議理監]|両氏|各[委議理]員?)の?[^、。]{0,10}(?:意見|指摘|質問|要望|提案|発言)(?:等)?(?:を踏まえ|に対し|を受け|に沿)")


@define(eq=False, repr=False)
class Replies:
    """The statements of one item so far: ``group`` are those of the sentence being read, ``remarks`` the remarks among them that nobody has answered.

    Of the first ``heard`` entries ``presenters`` are the labels of who explained, ``nearest`` the last remark, unless somebody spoke behind it whom nobody
    recognised, ``remarked`` that there was any.
    """

    flow: Flow
    title: str
    role_of: Callable[[str], Role]
    entries: list[Entry] = field(factory=list)
    group: list[Said] = field(factory=list)
    remarks: list[Said] = field(factory=list)
    roles: dict[str, Role] = field(factory=dict)
    heard: int = 0
    presenters: set[str] = field(factory=set)
    nearest: Said | None = None
    remarked: bool = False

    def _told(self, saids: Sequence[Said]) -> None:
        """Further statements of the sentence, once it is known what they are."""
        self.group += saids
        if any(said.kind == "response" for said in saids):
            # …との質問があり、…との回答があり、…との質問があり、…との回答があった: each answers what was asked behind the answer before it.
            self.remarks = []
        self.remarks += [said for said in saids if said.kind == "remark"]

    def _hear(self) -> None:
        """Note who presented and who remarked, each entry once: of what was said, nothing is taken back."""
        for at in range(self.heard, len(self.entries)):
            entry = self.entries[at]
            if isinstance(entry, Told) and entry.rule == UNREAD:
                # Whoever spoke there may be answered: what is not read answers nothing.
                self.nearest = None
            elif isinstance(entry, Said) and entry.kind == "remark":
                self.nearest, self.remarked = entry, True
            elif isinstance(entry, Said) and entry.kind == "explanation":
                self.presenters.add(self._label(entry))
        self.heard = len(self.entries)

    def _kind(self, said: Said, *, connected: bool, several: bool, asked: bool) -> None:
        role = self._role(said)
        member = role in MEMBERS and not self._reports(said)
        remarks = self.remarks or list(self._answered())
        answers = said.act is Act.ANSWER
        several = several or (answers and self._takes_up_several(said))
        if (connected and not (member and (said.act is Act.QUESTION or self._is_settled()))) or (several and not remarks):
            self._answer(said, self._open() if several else self._nearest(), ReplyLink.CONNECTIVE)
        elif asked and remarks:
            self._answer(said, remarks, ReplyLink.QUESTION_PHRASE)
        elif remarks and (self._presented(said) or self._executes(said, remarks) or (not member and self._is_reply(said, remarks))):
            self._answer(said, remarks, ReplyLink.SAME_SENTENCE)
        elif answers:
            nearest = remarks or self._nearest()
            self._answer(said, nearest, ReplyLink.SAME_SENTENCE if remarks else ReplyLink.ROLE_ORDER if nearest else ReplyLink.NONE)
        elif (not member or self._supplements(said)) and said.text is not None and self._adds(said):
            self._answer(said, self._answered(), ReplyLink.SAME_SENTENCE)
        elif not member and said.text is not None and (supplemented := self._supplemented(said)):
            self._answer(said, supplemented, ReplyLink.ROLE_ORDER)
        elif role in _REPLYING and said.text is not None and said.act not in _CALLS and not self._tells(said) and not self._asks(said) and self._follows_call(said):
            self._answer(said, self._nearest(), ReplyLink.ROLE_ORDER)
        elif not member and said.act in _PRESENTS:
            said.kind = "explanation"

    def _is_settled(self) -> bool:
        """Whether the speech right above is an answer, so that a member who takes it up asks or wishes anew: これを受け、委員から、…."""
        last = next((entry for entry in reversed(self.entries) if isinstance(entry, Said | Decided)), None)
        return isinstance(last, Said) and last.kind == "response" and self._role(last) not in MEMBERS

    def _may_reply(self, said: Said) -> bool:
        """Whether a statement behind a remark can be its reply: whoever asks replies to nobody, but the secretariat proposes in reply.

        An opinion is one only from the side that answers: of two professors or directors each has his own.
        """
        if said.act in _ASKS:
            return said.act is Act.PROPOSAL and self._role(said) is Role.SECRETARIAT
        states = said.verb is not None and _STATES.search(self.flow.folded, *said.verb) is not None
        return said.act not in _CALLS or ((self._role(said) in _REPLYING or states) and not any(self._are_peers(said, s) for s in self.group))

    def _are_peers(self, said: Said, other: Said) -> bool:
        """Whether two speakers bear the same title."""
        title = title_suffix(self._label(said))
        return title is not None and title == title_suffix(self._label(other))

    def _takes_up_several(self, said: Said) -> bool:
        """Whether an answer says that it is one to several remarks: 両理事の意見を踏まえ、…."""
        return said.text is not None and _TAKES_UP.match(self.flow.folded, *said.text) is not None

    def _reports(self, said: Said) -> bool:
        """Whether an officer among the members, a 理事 of a 経営協議会, presents what the item is about."""
        if said.act not in _PRESENTS:
            return False
        self._hear()
        if self.remarked:
            return False
        title = _OFFICER.search(self._label(said))
        return title is not None and (self.flow.habits.directors or self.role_of(title[0]) not in MEMBERS)

    def _presented(self, said: Said) -> bool:
        """Whether who speaks presented the item, before the remark: 丹生谷理事から報告があり、…との発言があり、丹生谷理事から…."""
        if said.text is None or said.act in _CALLS:
            return False
        self._hear()
        return self._label(said) in self.presenters

    def _executes(self, said: Said, remarks: list[Said]) -> bool:
        """Whether a director who does the business answers those who oversee it: 理事より…との指摘があり、常務理事より…旨の発言があった."""
        executive = _EXECUTIVE.search(self._label(said)) is not None and not any(_EXECUTIVE.search(self._label(s)) for s in remarks)
        return executive and said.text is not None and said.act not in _CALLS and any(remark.act in _CALLS for remark in remarks)

    def _is_reply(self, said: Said, remarks: list[Said]) -> bool:
        """Whether words of the side that answers reply to remarks of their sentence that call for it."""
        told = said.text is not None or any(remark.act is Act.QUESTION for remark in remarks)
        return told and self._may_reply(said) and any(self._calls(remark) for remark in remarks)

    def _answered(self) -> Sequence[Said]:
        """What the replies of this sentence answer."""
        return next((s.replies for s in reversed(self.group) if s.kind == "response"), ())

    def _adds(self, said: Said) -> bool:
        """Whether a statement adds to a reply of its sentence: …回答があり、八代課長からも、…補足があった。"""
        return bool(self._answered()) and said.act not in _CALLS

    def _supplemented(self, said: Said) -> Sequence[Said]:
        """What the reply right above answers, where a new sentence adds to it: また、海岸局長から、…との補足があった。"""
        above = next((entry for entry in reversed(self.entries) if entry is not said), None)
        return above.replies if self._supplements(said) and isinstance(above, Said) and above.kind == "response" else ()

    def _supplements(self, said: Said) -> bool:
        return said.verb is not None and self.flow.folded.startswith("補足", said.verb[0])

    def _role(self, said: Said) -> Role:
        if said.who is None:
            return Role.UNKNOWN
        label = self.flow.folded[said.who[0] : said.who[1]]
        role = self.roles.get(label)
        if role is None:
            role = self.roles[label] = self.role_of(_bare_label(label))
        return role

    def _answer(self, said: Said, targets: Sequence[Said], link: ReplyLink) -> None:
        said.kind = "response"
        said.replies = list(targets)
        said.link = link if targets else ReplyLink.NONE

    def _nearest(self) -> list[Said]:
        """The remark a new sentence answers: the nearest one of the item."""
        self._hear()
        return [self.nearest] if self.nearest is not None else []

    def _open(self) -> list[Said]:
        """The remarks since the last reply or explanation, which これらの意見に対し answers."""
        found: list[Said] = []
        for entry in reversed(self.entries):
            if not isinstance(entry, Said):
                continue
            if entry.kind != "remark":
                break
            found.append(entry)
        return found[::-1]

    def _calls(self, said: Said) -> bool:
        """Whether a remark calls for an answer: a member's, who does not only greet, or whoever asks, doubts or demands."""
        return (said.act is not Act.GREETING and self._role(said) in MEMBERS and not self._lets_discuss(said)) or said.act in _CALLS

    def _lets_discuss(self, said: Said) -> bool:
        """Whether who presides asks the body to talk, so that nobody answers him: 議長から、日程について検討願いたい旨の発言があった."""
        return said.text is not None and self._role(said) is Role.CHAIR and _LETS_DISCUSS.search(self.flow.folded, max(said.text[0], said.text[1] - _LAST_WORDS), said.text[1]) is not None

    def _asks(self, said: Said) -> bool:
        """Whether the words end as a question does."""
        return said.text is not None and self.flow.folded[slice(*said.text)].rstrip("。」").endswith(("か", "のか"))

    def _tells(self, said: Said) -> bool:
        """Whether a statement is a notice (連絡), which answers nobody unless it says so."""
        return said.verb is not None and "連絡" in self.flow.folded[slice(*said.verb)]

    def _follows_call(self, said: Said) -> bool:
        """Whether the last speech was such a remark of somebody else, so that an official's words answer it."""
        last = next((e for e in reversed(self.entries) if isinstance(e, Said | Decided)), None)
        if not isinstance(last, Said) or last.kind != "remark" or last.text is None or not self._calls(last):
            return False
        return self._label(last) != self._label(said)

    def _label(self, said: Said) -> str:
        return squeeze(self.flow.folded[slice(*said.who)]) if said.who else ""


def _bare_label(label: str) -> str:
    words = squeeze(label)
    return _NOTE.sub("", words) if words.endswith(")") else words
