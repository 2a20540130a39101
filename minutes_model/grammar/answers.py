"""What a turn of a verbatim record is: a remark, an explanation, or a response, and to which remark."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import takewhile

from attrs import define, field

from minutes_model.grammar.cast import EDGE, Cast, Part, role_of_label
from minutes_model.grammar.cues import GREETING, Cue, asks, called, cue, ends, tail
from minutes_model.grammar.draft import Said
from minutes_model.layout import Flow
from minutes_model.model.enums import ReplyLink, Role
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.plausible import title_suffix
from minutes_model.text import squeeze

__all__ = ["Occasion", "Utterance", "link_answers", "presiders"]


class Occasion(Enum):
    """What an item is for, where its turns are then none of a debate."""

    DEBATE = auto()
    OPENING = auto()
    """The meeting opens: 開会. Who speaks there greets, unless he was asked to present something."""
    GREETING = auto()
    """健康福祉部長あいさつ: the first official greets."""
    ELECTION = auto()
    """委員長の互選: until there is a chair, whoever presides is none of those who explain and answer."""


@passing(eq=False, repr=False)
class Utterance:
    """A speech with the words of its label; ``narrated`` where the record reports it."""

    said: Said
    label: str
    narrated: bool = False


_QUESTION_ENDS = ("か。", "か?")
_LONG_ENOUGH = 2
_PRESENTS_NOW = regex(r"(?:(?:御|ご)?説明|(?:御|ご)?報告|(?:御|ご)?紹介)(?:を)?(?:いた|申し|させて|し)|(?<!改めて)(?<!追って)(?<!後日)(?<!後日、)(?:御|ご)連絡(?:いた|申し)")
_OF_PART = regex(r"(?:続きまして|続いて|次に|最後に|また|同じく)?、?(?:整理|受付|申請|議案|案件|事業)?(?:番号 ?(?:第 ?)?(?:\d{1,3}|[一二三四五六七八九十]{1,3}) ?番?|(?<=[、にてた])(?:議案|案件|報告|諮問|議題|日程) ?(?:第 ?)?(?:\d{1,3}|[一二三四五六七八九十]{1,3}) ?[番号]?)(?:[は、]|に(?:つき|つい)|でござい|です)")
"""番号２は、字下平の畑…: the next part of what is presented."""
_COUNTS = regex(r"(?:それでは|では|ただいまの)?、?(?:開票|投票|集計|採点|点検|抽[選せ]ん?)の?結果(?:を|につきまして|について|は)、?")
"""開票の結果を報告します, which no member asked for."""
_ENDS_MEETING = regex(r"以上(?:で|をもちまして|をもって)、?[^。]{0,20}(?:議事|会議|審議会|委員会|協議会|検討会|分科会|部会)[^。]{0,16}(?:終わ|終了|閉)|(?:長時間|慎重|熱心|活発)[^。]{0,12}(?:審[議査]|議論|協議|検討|討議|討論)[^。]{0,8}ありがとうございました。$")
_OBSERVES = regex(r"オブザーバー(?:ですが|の立場|として|でござい|ではあり)")
_SPEAKS_UP = regex(r"(?:意見を|一言、?|(?:立場|現場|観点)から(?:一言、?)?)申し(?:上げ|述べ)")
"""監理部の意見を申し上げます: what an official says for his own part where nobody asked him."""
_FOR_HIS_SIDE = regex(r"立場から(?:も、?)?一言、?申し(?:上げ|述べ)(?:ます|させていただきます)。")
"""港湾局の立場から一言申し上げます。, behind the answer of another."""
_TO_CHAIR = regex(r"(?:それでは|では)?、?(?:ここから(?:は)?、?)?(?:会長|議長|座長|委員長|部会長)(?:さん)?、?(?:よろしく|(?:議事の?)?進行を)?、?お願い(?:いた|し|申し上げ)[^。]{0,6}。")
_WISHES = regex(r"(?<!させて)(?:いただけ|頂け|もらえ|願え)(?:ません|ない(?:もの)?(?:です|でしょう))か。$")
"""…御検討いただけませんか。: what an official asks of another."""
_OPENING = regex(
    r"開会|会議を(?:開|始)|(?:ただいま|只今|これ)(?:から|より)[^。]{0,40}会を(?:開|始)|開催(?:いた(?!しました)|させ(?!ていただきました)|し(?:ま(?!した)|たい))|閉会|定刻|司会|進行|議事を|議長を|議事に|(?:お|御|ご)(?:集まり|越し)(?!くだ|下|いただきたい|願い|いただいて(?:おり|い)ますので)|委嘱状|辞令|着席|(?:ここで|公務のため)[^。]{0,16}退席|"
    r"(?:会|座|議|員|育)長.{0,16}(?:お願い|願います)|(?:長時間|慎重|熱心|活発|真摯).{0,12}(?:御|ご)?(?:審議|議論|協議)"
)
_STARTS = regex(r"定刻|(?:会議|[^。、]{2,20}会)を(?:始め|開会|開催)(?:させ|いた|し)")
"""定刻を過ぎましたが、第４回の研究会を始めさせていただきます。, with which the first turn begins, whatever papers it names."""
_HANDED_ON = regex(r"(?:先生|さん|様|[長員査])、?(?:どうぞ)?(?:よろしく)?お願い(?:いた|し|申)[^。]{0,8}。$|(?:議事|進行|マイク)を(?:お(?:渡し|返し|願い|任せ))[^。]{0,10}。$")
_PUTS = regex(r"異議|選[出任]され|決定|互選|推薦|いかが|か。")
"""What is put to the vote, or told of it."""
_PUT_TO = regex(r"(?:さん|先生)?に(?:お尋ね|お聞き|お伺い|伺い|質問|確認)|の会社|のところ")
_TO_BOTH = regex(r"(?:お二方|お二人|両委員|両議員|お二人の委員|[2二]人の委員)[^。]{0,6}(?:質問|意見|お尋ね)")
_SEVERAL = 2
_DEFERS = regex(
    "|".join(rf"{word}[^。]{{0,16}}(?:答|回答|報告|調べ|お知らせ|お示し|お配り)" for word in ("後ほど", "のちほど", "後日")) + "|"
    + "|".join(rf"{word}(?:まして|た上で|て)、?[^。]{{0,16}}(?:答弁|回答|お答え|報告|お知らせ)" for word in ("調べ", "確認し", "精査し"))
    + "|手元に[^。]{0,12}(?:ございません|ありません|持ち合わせ)"
)
"""件数の資料が手元にございません。…後ほど御答弁させていただきます: an answer that is to come."""
_RESUMES = regex(r"(?:(?:それでは|では|はい|すみません|失礼しました)[、。])?(?:先ほど|さきほど|先程|休憩前に?)(?:は|の?、?(?:お(?:尋ね|問い?合わ?せ)|[御ご]?質問)|の?[^。、]{0,12}(?:の件|の数字|の人数|の件数)|、)")
"""先ほどは失礼いたしました。昨年度の申込みは87件…: who answers what he left open."""
_CONSENTS = regex(r"(?:はい、?)?(?:承知|了解)(?:(?:いた|致)?しました|です)。?|(?:はい、?)?かしこまりました。?|はい、[分わ]かりました。?")
"""承知いたしました。 and no more: what the chair asked for will be done."""
_NEXT_TIME = regex(r"(?:(?:なお|最後に|事務局から)[^。]{0,8}、)?次回(?:の[^。、]{0,12})?は、?[^。]{0,40}(?:予定|開催|日程|計画して)")
"""次回は２月の中旬を予定しております: a notice, whatever was talked of."""
_NOTICE = regex(r"(?:それでは|では|最後に)?、?(?:事務局|図書館|当課|担当課?|[^、。]{1,8}[課室])から(?:も|は)?、?(?:何点か|[1-3一二三]点(?:ほど)?)?、?[御おご]?(?:連絡|知らせ|案内|報告)(?:が|です|を?(?:いた|申し|させ)|でござい)")
"""事務局からお知らせです。, which nobody asked for."""
_DECIDED = regex(r"(?:決定|可決|承認|了承|議決|採択|決し|答申する(?:こと|もの)と)(?:され|いた|致)?(?:し|されま)(?:した|ます)。$")
_REQUESTS = regex(r"(?:お願い|[御ご]?要望)が(?:ござい|あり)ます|[御ご]?要望を(?:[1一]点)?申し上げ")
_TO_COME = regex(r"次回|\d{1,2}月\d{1,2}日[^。]{0,40}(?:開催|開き|実施)")
_WISHED = ("希望します。", "希望いたします。", "要望します。", "要望いたします。")
"""How a turn ends that wishes for something itself: 回数も報告に入れていただくよう希望します。"""
_OATH = regex(r"宣 ?誓 ?書?(?:[。、]|\s)|(?:私は、)?良心に従っ?[いて]、?(?:真実|ありのまま)")
_ASSENT = regex(r"承知|はい|かしこまり|[分わ]かりました|[御ご](?:指摘|質問)|お答え|お見込み|検討|銘じ")


def _is_same(called: str, label: str) -> bool:
    """Whether a label bears the surname and the title that somebody is called by: 秋庭副大臣, 秋庭国土交通副大臣."""
    title = title_suffix(called) or ""
    name = called.removesuffix(title)
    return bool(title and name) and (called.endswith(label) or (label.startswith(name) and label.endswith(title)))


@define(eq=False, repr=False)
class _Debate:
    """What is open while the turns of an item are read in order."""

    flow: Flow
    explained: bool = False
    pending: Said | None = None
    answered: bool = False
    cue: Cue = Cue.NONE
    called: str = ""
    last: Said | None = None
    led: bool = False
    waiting: list[Said] = field(factory=list)
    occasion: Occasion = Occasion.DEBATE
    presenter: str = ""
    deferred: Said | None = None
    heard: set[str] = field(factory=set)

    def _names(self, said: Said, remark: Said) -> bool:
        """Whether an answer names who made a remark: 塩路委員からの御質問ですが."""
        if said.text is None or remark.who is None:
            return False
        label = self.flow.folded[slice(*remark.who)].strip()
        return len(label) > _LONG_ENOUGH and self.flow.folded.find(label, *said.text) >= 0

    def hear_told(self, said: Said) -> None:
        """A speech that the record tells of in its own words."""
        if said.kind == "explanation":
            # Who adds something behind it does so for the side that presents.
            self.explained, self.led = True, False

    def hear_chair(self, said: Said) -> None:
        said.kind = "remark"
        self.cue = cue(self.flow, said, explained=self.explained)
        self.called = called(self.flow, said)
        if self.cue is Cue.ASK:
            self.open(said)
        elif (self.answered and self.cue not in (Cue.REPLY, Cue.CALL)) or self.cue in (Cue.NEXT, Cue.CLOSE) or self._decides(said):
            self.pending, self.answered = None, False
        self.explained = self.explained and self.cue is not Cue.NEXT
        self.led = True

    def _decides(self, said: Said) -> bool:
        """Whether the chair states what was decided, with which nothing is open any more."""
        return said.text is not None and _DECIDED.search(self.flow.folded, max(said.text[0], said.text[1] - EDGE), said.text[1]) is not None

    def hands_over(self, said: Said) -> bool:
        """Whether a deputy presides: his turn calls for a presentation, for questions or the next speaker."""
        wishes = said.text is not None and self.flow.folded.endswith(_WISHED, *said.text)
        return not wishes and cue(self.flow, said, explained=self.explained) in (Cue.NEXT, Cue.PRESENT, Cue.CALL)

    def open(self, said: Said) -> None:
        self.pending, self.answered = said, False

    def hear_member(self, said: Said, label: str = "") -> None:
        said.kind = "remark"
        if self.cue in (Cue.NEXT, Cue.PRESENT, Cue.CALL) and self.called and _is_same(self.called, label):
            self.presenter = label
        self.open(said)
        self.waiting.append(said)
        self.cue, self.led = Cue.NONE, False

    def is_asked(self, label: str) -> bool:
        """Whether a member's turn answers the open question."""
        return self.is_called(label, role_of_label(label)) or self.takes_up(label) or self.is_addressed(label)

    def is_asked_by_chair(self, said: Said) -> bool:
        """Whether an official who asks more than he tells answers a question of the chair right before, and asks nothing himself: お貸しできます。…御相談ください。"""
        if self.cue is not Cue.ASK or self.pending is not self.last or self.last is None or self.last.text is None or said.text is None:
            return False
        return self.flow.folded.endswith(_QUESTION_ENDS, *self.last.text) and not self._for_himself(said) and not self.flow.folded.endswith(_QUESTION_ENDS, *said.text)

    def is_addressed(self, label: str) -> bool:
        """Whether the open question is put to a member by name, 宇多津委員にお尋ねします, or to him as who presented the item, 提出者に伺います."""
        if self.pending is None or self.pending.text is None or self.pending.who is None:
            return False
        if squeeze(self.flow.folded[slice(*self.pending.who)]) == label:
            return False
        if label == self.presenter:
            return asks(self.flow, *self.pending.text)
        at = self.flow.folded.find(label, *self.pending.text)
        return at >= 0 and _PUT_TO.match(self.flow.folded, at + len(label), self.pending.text[1]) is not None

    def is_called(self, label: str, role: Role) -> bool:
        """Whether the chair passed the open question to a member, or called one who is an official: 秋庭副大臣、お願いします."""
        if self.pending is None or not _is_same(self.called, label):
            return False
        return self.cue is Cue.REPLY or (self.cue is Cue.CALL and role is Role.OFFICIAL)

    def takes_up(self, label: str) -> bool:
        """Whether a minister among the members answers what one who holds no office asked right before him."""
        if self.pending is None or self.pending.text is None or not label.endswith("大臣") or self.led:
            return False
        who = self.flow.folded[slice(*self.pending.who)] if self.pending.who else ""
        return role_of_label(squeeze(who)) in (Role.MEMBER, Role.UNKNOWN) and asks(self.flow, *self.pending.text)

    def _is_statement(self, label: str, role: Role) -> bool:
        """Whether somebody from outside makes the statement that the chair invited him to: 現場の声をお聞かせください。"""
        if role is not Role.GUEST or self.cue is not Cue.ASK or self.pending is not self.last or label in self.heard:
            return False
        return self.last is not None and self.last.text is not None and not self.flow.folded.endswith(_QUESTION_ENDS, *self.last.text)

    def _swears(self, said: Said) -> bool:
        """Whether a witness reads his oath, which answers nothing: 宣誓書。良心に従って真実を述べ、…誓います。"""
        return said.text is not None and _OATH.match(self.flow.folded, *said.text) is not None

    def hear_side(self, said: Said, label: str = "", role: Role = Role.UNKNOWN) -> None:
        if self._is_statement(label, role) or self._swears(said):
            said.kind, self.pending, self.cue, self.led = "remark", None, Cue.NONE, False
            return
        if self.answered and self.cue is Cue.NONE and (self._requests(said) or label.endswith("オブザーバー")):
            # 協会の小椋でございます。１点お願いがございます。: no answer, but one more who asks, as an observer does whom nobody called.
            said.kind = "remark"
            self.open(said)
            self.led = False
            return
        opens = self.occasion is Occasion.OPENING and self.cue not in (Cue.NEXT, Cue.PRESENT) and self.pending is None and not self._shows(said)
        if opens or self._hands_to_chair(said) or self._for_himself(said) or self._ends_meeting(said) or self.cue in (Cue.CLOSE, Cue.GREET) or (self.pending is None and self._leads(said)):
            said.kind = "remark"
            self.cue = Cue.GREET if GREETING.search(self.flow.folded, *tail(said)) else Cue.NONE
        elif (self.answered and self._gives_notice(said)) or (self.led and self.cue is Cue.NONE and self._tells_count(said)):
            said.kind = "explanation"
            self.cue = Cue.NONE
        elif self.pending is not None and not self._goes_on_presenting(said):
            self.answer(said, self.pending)
        elif self.deferred is not None and self._resumes(said):
            self.answer(said, self.deferred)
        elif self.led and self.last is not None and self.last.kind == "remark" and (self._consents(said) or (self.explained and self._answers_chair(said))):
            self.answer(said, self.last)
        elif self.explained and self.led and self.cue in (Cue.NONE, Cue.CALL) and not self._presents(said):
            said.kind = "remark"
        else:
            said.kind = "explanation"
            self.explained = True
            self.cue = Cue.NONE
        self.led = False

    def answer(self, said: Said, remark: Said) -> None:
        named = [one for one in self.waiting if one is not remark and (self._names(said, one) or self._takes_both(said, one))]
        said.kind, said.replies, said.link = "response", [*named, remark], ReplyLink.ROLE_ORDER
        self.waiting.clear()
        self.pending, self.answered, self.cue = remark, True, Cue.NONE
        if said.text is not None and _DEFERS.search(self.flow.folded, *tail(said)):
            self.deferred = remark
        elif remark is self.deferred:
            self.deferred = None

    def _resumes(self, said: Said) -> bool:
        """Whether an official comes back to what he left open: 先ほどは失礼いたしました。"""
        return said.text is not None and _RESUMES.match(self.flow.folded, *said.text) is not None

    def _consents(self, said: Said) -> bool:
        """Whether an official says no more than that he will do what the chair asked for."""
        return said.text is not None and _CONSENTS.fullmatch(self.flow.folded, *said.text) is not None

    def _gives_notice(self, said: Said) -> bool:
        """Whether an official gives notice, of the next meeting or of what he says he has to tell, for which nobody asked: 次回は２月の中旬を予定しております。"""
        if said.text is not None and _NOTICE.match(self.flow.folded, *said.text) is not None:
            return True
        if said.text is None or self.pending is None or self.pending.text is None or _NEXT_TIME.match(self.flow.folded, *said.text) is None:
            return False
        return self.flow.folded.find("次回", *self.pending.text) < 0

    def is_left_to(self, said: Said) -> bool:
        """Whether who presides over an election takes up what a member left to him: 事務局に一任します。/ それでは、会長に堅田委員をお願いします。"""
        return self.pending is not None and said.text is not None and _PUTS.search(self.flow.folded, *said.text) is None

    def _takes_both(self, said: Said, remark: Said) -> bool:
        """Whether an answer says that it is one to two members, the last of whom but one made a remark: お二方の御質問にまとめてお答えします."""
        if said.text is None or remark is not next(iter(self.waiting[-_SEVERAL:]), None):
            return False
        return _TO_BOTH.search(self.flow.folded, said.text[0], min(said.text[1], said.text[0] + EDGE)) is not None

    def _leads(self, said: Said) -> bool:
        """Whether an official opens, closes or hands over, or ends with a question to the floor."""
        if said.text is None:
            return False
        if self.flow.folded.startswith(("ありがとうございました", "ありがとうございます"), said.text[0]) and not self._presents(said):
            return True
        if self.cue in (Cue.NEXT, Cue.PRESENT) and _TO_COME.search(self.flow.folded, *said.text) is not None:
            # 次回は、10月に開催いたします: the notice he was asked for opens no meeting.
            return False
        if self.last is None and _STARTS.search(self.flow.folded, said.text[0], min(said.text[1], said.text[0] + EDGE)) is not None and _HANDED_ON.search(self.flow.folded, *tail(said)) is not None:
            return True
        return _OPENING.search(self.flow.folded, *ends(said)) is not None or self.flow.folded.endswith(_QUESTION_ENDS, *said.text)

    def _shows(self, said: Said) -> bool:
        """Whether an official presents something where the meeting opens."""
        return said.text is not None and (self._presents(said) or self.flow.folded.find("資料", *said.text) >= 0)

    def _presents(self, said: Said) -> bool:
        """Whether an official says that he explains, or gives notice of what comes next."""
        if said.text is None:
            return False
        start, end = said.text[0], min(said.text[1], said.text[0] + EDGE)
        return _PRESENTS_NOW.search(self.flow.folded, start, end) is not None or _OF_PART.match(self.flow.folded, start, end) is not None

    def _goes_on_presenting(self, said: Said) -> bool:
        """Whether an official presents the next part behind a request that the chair did not make of him: 番号２に関わる委員は席をお移りください。"""
        asked = self.last.text if self.cue is Cue.ASK and self.pending is self.last and self.last is not None else None
        if asked is None or said.text is None or self.flow.folded.endswith(_QUESTION_ENDS, *asked):
            return False
        return self.explained and _OF_PART.match(self.flow.folded, *said.text) is not None

    def _tells_count(self, said: Said) -> bool:
        """Whether an official tells what was counted while the meeting waited: 開票の結果を報告します。"""
        return said.text is not None and _COUNTS.match(self.flow.folded, *said.text) is not None

    def _hands_to_chair(self, said: Said) -> bool:
        """Whether an official says no more than that the chair may go on: それでは、会長、お願いいたします。"""
        return said.text is not None and _TO_CHAIR.fullmatch(self.flow.folded, *said.text) is not None

    def _for_himself(self, said: Said) -> bool:
        """Whether somebody says that he speaks as an observer, or of his own opinion, whom nobody asked."""
        if said.text is None or self.cue in (Cue.ASK, Cue.REPLY):
            return False
        head = said.text[0], min(said.text[1], said.text[0] + EDGE)
        return _OBSERVES.search(self.flow.folded, *head) is not None or ((self.led or self.pending is None) and _SPEAKS_UP.search(self.flow.folded, *head) is not None) or (self.answered and _FOR_HIS_SIDE.search(self.flow.folded, *head) is not None)

    def _requests(self, said: Said) -> bool:
        """Whether an official says at once that he has a request, or ends with one."""
        head = (said.text[0], min(said.text[1], said.text[0] + EDGE)) if said.text is not None else (0, 0)
        return _REQUESTS.search(self.flow.folded, *head) is not None or (said.text is not None and _WISHES.search(self.flow.folded, *tail(said)) is not None)

    def _ends_meeting(self, said: Said) -> bool:
        """Whether an official ends the meeting, whatever is still open: 以上で本日の議事を終わります。"""
        return _ENDS_MEETING.search(self.flow.folded, *ends(said)) is not None

    def _answers_chair(self, said: Said) -> bool:
        if self.cue in (Cue.NEXT, Cue.PRESENT) or said.text is None:
            return False
        start = said.text[0]
        return _ASSENT.search(self.flow.folded, start, start + 24) is not None


def presiders(said: Sequence[Utterance], cast: Cast, occasion: Occasion) -> frozenset[str]:
    """The labels of the officials who preside over the election of a chair, up to the turn of the one who is."""
    if occasion is not Occasion.ELECTION:
        return frozenset()
    before = takewhile(lambda one: cast.part(one.label) is not Part.CHAIR, said)
    return frozenset(one.label for one in before if cast.part(one.label) is Part.SIDE)


def link_answers(flow: Flow, said: Sequence[Utterance], cast: Cast, *, occasion: Occasion = Occasion.DEBATE) -> None:
    """Give the turns of one item their kinds, and the responses the remark they answer.

    Members and the chair never explain. An official answers the nearest remark that waits for an
    answer; a second official answers the same one; a chair's hand-over turn waits for none. What an item
    is for, ``occasion``, tells where nobody explains.
    """
    debate = _Debate(flow, cue=Cue.GREET if occasion is Occasion.GREETING else Cue.NONE, occasion=occasion)
    presiding = presiders(said, cast, occasion)
    for one in said:
        part = Part.CHAIR if one.label in presiding else cast.part(one.label)
        if one.narrated or one.said.text is None:
            debate.hear_told(one.said)
        elif (part is Part.CHAIR and not (one.label in presiding and debate.is_left_to(one.said))) or ((cast.role(one.label) is Role.DEPUTY_CHAIR or not cast.chairs) and debate.hands_over(one.said)):
            debate.hear_chair(one.said)
        elif part is Part.MEMBER and debate.pending is not None and (debate.is_asked(one.label) or (one.label in cast.askers and debate.is_asked_by_chair(one.said))):
            debate.answer(one.said, debate.pending)
        elif part is Part.MEMBER:
            debate.hear_member(one.said, one.label)
        else:
            debate.hear_side(one.said, one.label, cast.role(one.label))
        debate.heard.add(one.label)
        debate.last = one.said
