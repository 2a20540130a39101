"""Reported speech (tiers 1a and 1b): X委員から「…」旨の発言があった。 X課長から、…旨の説明があり、承認された。

A paragraph is cut into sentences outside its quotations, a sentence into statements at its
reporting verbs. Each statement has an agent (…から, …より), its content, quoted or not, and a verb;
what follows the last verb is a decision, or told. Rules look at the sentence's frame only: the
inside of quotations is masked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from attrs import define, field

from minutes_model.grammar.agents import AGENT, SUBJECT, skip_comma, trim
from minutes_model.grammar.contents import act_of, shifted
from minutes_model.grammar.draft import Decided, Entry, Said, Slice, Told
from minutes_model.grammar.item_titles import bare_title
from minutes_model.grammar.movements import Movements
from minutes_model.grammar.outcomes import is_decision, outcome_of
from minutes_model.grammar.quotations import Unit, units
from minutes_model.grammar.replies import UNREAD
from minutes_model.grammar.stages import is_stage, read_movements
from minutes_model.grammar.statements import FROM, LEADS, NEAR, REPORTED, Statement, reported
from minutes_model.grammar.verbs import CUE, HEAD, INVERTED, INVERTED_NOTICE, INVERTED_SUBJECT, INVERTED_TO
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Role, SpeechMode
from minutes_model.patterns import regex
from minutes_model.people.roles import MEMBERS, role_of_title
from minutes_model.text import squeeze

__all__ = ["read_reported"]

_CONNECTIVE = regex(r"(?:この点(?:につ|に関)|のに対し|これに対し|これを受け|これにつき|それに対し|これに答え|これに対する|(?:質問|意見|発言|指摘|要望|問い)に対し)")
_DONE = regex("た。")
"""How what somebody did ends, which may be no words of his: 会長が、開会を宣した。"""
_SEVERAL = regex(r"(?:これら|それら)(?:を受け|に対し)|両(?:[委議]員|理事|氏)に対し|(?:(?:これら|それら)(?:[二三四五2-5](?:つ|点|件|人|名))?|以上|上記|(?:上記|以上|これら)の?[2-9]件|両[委議]員|両氏|各[委議]員)の[^、。]{0,6}(?:意見|質問|質疑|指摘|要望|発言|提案|問い|懸念)[^、。]{0,4}に対し")
"""Which words before 意見に対し tell that more than the last remark is answered."""
_STOPS = regex(r"。[)」]?")
_OF_A_THING = regex(rf"(?!(?:主な|[ご御])?{HEAD})[^、]*(?:[、をに]|について)")
_ASKED = regex(r"(?:問い?|質問|意見|指摘|質疑)に対し(?:て)?、$|を受け(?:て)?、$")
_TAKES_UP = regex("[問疑見摘望せい念案等](?:に対し|に、|には、|を受け)")
_ENDS_WORDS = regex("との|旨の|という|といった|旨、|旨を、")
"""Behind what was said, where who said it is told last."""
_ON_ASKING = regex(r"(?:尋ね|訊ね|質し|ただし|質問し)たところ、")
"""…と尋ねたところ、工務係長から、…との回答を得た."""
_IN_ANSWER = regex(r"[ \n]*(?:これ|それ)(?:に対し|を受け)て?、[^、。「」]{2,24}(?:から|より)は?、")
"""これに対し、計画局からは、…との回答を得た."""
_IN_ANSWER_NEXT = regex(r"[^、。「」]{2,24}(?:から|より)は、")
"""…との要望があり、河川砂防課からは、…との説明を得た."""
_QUOTED_FROM = regex(r"[ \n]*(?!それでは|では)(?P<who>[^、。「」]{2,40}?)(?P<by>は|が|も|には|では|の|によれば|によると)、")
_SO = regex(r"(?:が|ため|ことから|ので)、")
_PUT = regex(r"[^。「」]{2,40}?(?:から|より|が)、?[^。「」]{2,60}?(?:諮られ|諮り|諮ったところ|付議され|上程され|提案され|提示され|求められ)、")
"""学長から、…について諮られ、: who put to the body what it then decided."""
_DEBATED = regex(r"[^。「」]*?(?:質疑|質疑応答|意見交換|議論|討議|審議|協議)[がを](?:行われ|行い|なされ|あり|交わし|し)た?後?、(?=(?:種々|慎重)?(?:審議|協議|採決|検討|討議)の(?:結果|上))")
"""…について質疑が行われ、審議の結果、: what went before what was decided."""
_HEARD = regex(r"[^。「」]{2,80}?(?:説明|報告)を(?:受け|聴き|聞き|聴取し)(?:た(?:後|上で|うえで))?、(?=[^。]{4,})")
"""処分案について説明を受け、案のとおり議決した: what the body heard, from nobody who is named."""
_ENUMERATOR = regex(r"[ ]*(?:\(?\d{1,2}[).]|\(\d{1,2}\)|[①-⑳⑴-⒇]|\d{1,2} (?=\D)|[・○●◆◇■□→⇒-] ?|[ア-オ][ .)])[ ]*")
_ENUMERATOR_FIRST = frozenset(" (-→⇒・○●◆◇■□アィイゥウェエォオ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
"""With what it begins, digits apart."""
_ROW_LABEL = regex(
    r"[ ]*(?:(?:説 *明|報 *告|質 *疑|意 *見|審 *議|協 *議|概 *要|経 *過|内 *容|結 *果)(?: {2,}| *:)|"
    r"[<〈《【\[≪〔](?:(?:概要|趣旨|提案)?説明|報告|(?:主な)?(?:質疑|意見|発言)(?:応答)?等?|審議|協議|討[論議]|概要|経過|内容|結果|(?:審議|協議)(?:結果|経過|内容))[>〉》】\]≫〕] *:?) *(?=[^ ])"
)
"""説　　明　　建築指導課長から説明があった。, ＜説明＞　事務局から…: the label of a form's row, or of a part."""
_ROW_LABEL_FIRST = frozenset(" <[≪〈《【〔内協報審意概経結説質")
_MOVES = regex("し(?<=[室席場着]し)")
_TOLD = regex(r"(?:た|ない|なし|とおり|通り|である|です|ます|ません|る|こと|説明|報告|紹介|意見交換|質疑応答|討議|質疑|宣告|宣言|挨拶|あいさつ|審議|協議)(?:\([^()]*\))?(?:[。)]|$)")
_BECAUSE = ("ため、", "ことから、", "ことを踏まえ", "ことにより、")
_NOBODY = regex(r"(?:一部の|各|複数の|多くの|ほかの|他の)?(?:委員|議員|構成員|理事|評議員|出席者)")
_SPOKE_BEFORE = regex("[両各](?:委員|議員|理事|構成員|評議員|氏|名)|これら|以上|上記|前述|先ほど")
_BELOW, _LONGEST_BELOW = regex(r"「?(?:次|以下|下記)の(?:とおり|通り|ような|旨)?"), 8
_ADDS = regex(r"(?:一方で?|また|さらに|加えて|併せて|あわせて|そして|特に)、")
"""What one speech goes on with over a full stop, where nobody else is named behind it."""
_NOTE_BEHIND = regex(r" ?\((?P<note>[^()]{1,24})\)(?=[。、\n]|$)")
"""旨の説明があった（資料２）。"""
_NO_SIGNATURE = regex(r":|担当|欠席|関係|[課局室係部]$")
_OFFICER_SIGNS = regex(r"(?:長|補佐|主幹|主査|事務局)$")
_OF_MEETING = regex(r"た。$|会議|傍聴|出席|事務局|資料|説明|報告|アンケート|調査")
"""What tells that a sentence is the record's own: 会議は公開で行われた。"""
_ELSEWHERE = regex(r"[^、。]{0,16}(?:アンケート|意見募集|パブリック|調査|ヒアリング|説明会)[^、。]{0,4}(?:では|において|で)、")
"""アンケートでは、: where something was said that is not this meeting."""
_QUOTED_LAST = 6
"""How near before a verb a quotation ends that is what was said: …「…」との趣旨の."""
_BESIDE_SENTENCES = frozenset(" \n、")
"""What may stand around a sentence and is none of it."""
_LONGEST_RUN = 8
"""Over how many full stops an indirect speech may go on."""


_ANSWERS = frozenset(("回答", "答弁", "返答", "答え"))
_VIEWS = frozenset(("質問", "質疑", "意見", "要望", "指摘", "提案", "問い", "問", "懸念", "声", "感想"))
"""The nouns of what members say: an explanation whose speaker is not told is nobody's."""
_BY_SOMEBODY = regex(r"から|より|[員長官授者側局課事]は、|が、|前回|先の|昨年|去年|過去|以前|他の|アンケート|パブリック|意見募集|調査|新聞|報道|市民|町民|区民|県民|住民|地元|保護者|利用者|関係者|事業者|団体|(?:審議会|委員会|会議|議会|国会|総会|部会)(?:において|では?、|の中で)")
"""What may name who spoke, here or elsewhere, though it is no agent that is known."""
_WITHIN_QUOTES = regex("「\x01*」")
_CIRCUMSTANCE = regex(r"[^、。「」]{1,40}(?:(?<!つい)で(?:は)?|にて|において(?:は)?|結果|際(?:に(?:は)?)?|ところ|され|に当たり|にあたり|により|によれば|によると|[しいきっ]て|当時|時(?:に)?|後(?:に)?|上(?:で)?)、")
_ANSWERED_NEXT = regex(r"(?:との|旨の|という)(?:[^、。「」]{0,6})(?:回答|答弁|説明|補足|返答)")
_SCENE = regex(r"[ \n]*(?:(?:審議|審査|質疑|質疑応答|意見交換|討議|議論|協議|討論|説明の後|その中|この中)(?:では|において(?:は)?|の中で(?:は)?|に入り|の結果)?、)")
"""審議では、: where it was said, before what was."""


def read_reported(
    flow: Flow, blocks: Sequence[int], title: str = "", role_of: Callable[[str], Role] = role_of_title
) -> list[Entry]:
    """The entries of some paragraphs of reported speech, in order.

    ``title`` is that of the item: a topic that repeats it is no content. ``role_of`` gives the role
    of a speaker's label. Every sentence gives at least one entry.
    """
    reader = _Reader(flow, bare_title(title), role_of)
    run: list[int] = []
    for index in blocks:
        if is_stage(flow, flow.blocks[index]):
            reader.paragraphs(run)
            reader.stage(flow.blocks[index])
            run = []
        else:
            run.append(index)
    reader.paragraphs(run)
    return reader.entries


@define(eq=False, repr=False)
class _Reader(Movements):
    """Reads the units of one item, in order; ``takes_up`` that the sentence may tell in its answer of what was asked.

    ``calls`` tells that somebody may be called upon in the unit.
    """

    unit_: Unit = field(init=False)
    takes_up: bool = False
    calls: bool = False

    def paragraphs(self, blocks: Sequence[int]) -> None:
        for unit in units(self.flow, blocks):
            self.unit(unit)

    def stage(self, block: Block) -> None:
        """A line in brackets: ＜経営委員 入室＞, （午後２時50分休憩）."""
        self.entries += read_movements(self.flow, block) or [Told(block.start, block.end, rule="stage")]

    def unit(self, unit: Unit) -> None:
        self.unit_ = unit
        self.calls = "を求め" in unit.masked or "が求められ" in unit.masked
        at = 0
        size = len(unit.masked)
        several = unit.masked.find("。", 0, size - 1) >= 0
        ends = [found.end() for found in _STOPS.finditer(unit.masked) if not self._is_aside(found)] if several else []
        if not ends or ends[-1] < size:
            ends.append(size)
        for number, end in enumerate(ends):
            following = ends[number + 1 : number + _LONGEST_RUN]
            if end > at and not (following and self._runs_on(at, end, following)):
                self._sentence(at, end)
                at = end

    def _is_aside(self, stop: re.Match[str]) -> bool:
        """Whether a full stop closes words in brackets within a sentence: 出席理事全員（書面による賛成を含む。）の賛成により、…."""
        masked = self.unit_.masked
        opened = masked.rfind("(", 0, stop.start()) if stop[0].endswith(")") else -1
        return opened > masked.rfind("。", 0, stop.start()) + 1 and masked[stop.end() : stop.end() + 1] in tuple("のをがはにとで、")

    def _runs_on(self, start: int, end: int, following: Sequence[int]) -> bool:
        """Whether an indirect speech goes on over a full stop: Aから、…した。…したい旨の挨拶があった。; over several: 行う。検討する。…との回答があった。"""
        masked = self.unit_.masked
        closing = self._closing(end, following)
        if closing is not None and (start == 0 or masked[start - 1] == "\n") and self._signs_over(start, end, closing[1], following[-1]):
            return True
        if closing is None or not reported(masked[slice(*closing)]) or masked.find("」", max(closing[0], closing[1] - _QUOTED_LAST), closing[1]) >= 0:
            return False
        for told in CUE.finditer(masked, start, end):
            # 事務局から説明がなされた後、千々石委員から、…した。…との発言があった。
            start = skip_comma(masked, told.end(), end)
        begin, _ = trim(masked, start, end)
        number = _ENUMERATOR.match(masked, begin, end)
        begin = number.end() if number else begin
        agent = self._agent(begin, end, opening=True)
        if agent is None or agent.by == "が":
            return self._subject_goes_on(begin, end, closing)
        return self._agent(*closing, opening=False) is None

    def _subject_goes_on(self, start: int, end: int, closing: Slice) -> bool:
        """Whether somebody whom が or は names with a comma says what a further sentence ends: 鷲見委員が、売り惜しみに見える。今が伐り頃ではないかと尋ねた."""
        masked = self.unit_.masked
        lead = LEADS.match(masked, start, end)
        found = SUBJECT.match(masked, lead.end() if lead is not None else start, end)
        if found is None or found["next"] != "、" or not self._is_agent(found["who"]) or _DONE.search(masked, found.end(), closing[0]) is not None:
            return False
        return self._subject_reports(found, closing[1]) and self._agent(*closing, opening=True, subject=True) is None

    def _signs_over(self, start: int, end: int, closing: int, last: int) -> bool:
        """Whether a paragraph's first sentence is of whom a bracket behind the verb of the next names: 段差が多い。直してほしいとの要望があった（土居委員）。"""
        masked = self.unit_.masked
        cue = CUE.match(masked, closing)
        behind = _NOTE_BEHIND.match(masked, cue.end(), last) if cue is not None else None
        if cue is None or behind is None or not self._may_sign(squeeze(behind["note"]), cue) or reported(masked[end:closing]) is None:
            return False
        return CUE.search(masked, start, end) is None and self._agent(start, end, opening=True) is None and _OF_MEETING.search(masked, start, end) is None

    def _closing(self, at: int, following: Sequence[int]) -> Slice | None:
        """What stands before the reporting verb in the first sentence behind ``at`` that has one; None where nobody's speech can go on to it."""
        masked = self.unit_.masked
        for stop in following:
            if masked[at - 1] == "\n" or (LEADS.match(masked, at) and not _ADDS.match(masked, at)):
                return None
            cue = CUE.search(masked, at, stop)
            if cue is not None:
                return at, cue.start()
            if "」。" in masked[at:stop] or self._agent(at, stop, opening=True) is not None:
                return None
            at = stop
        return None

    def _sentence(self, start: int, end: int) -> None:
        masked = self.unit_.masked
        if masked[start] in _BESIDE_SENTENCES or masked[end - 1] in _BESIDE_SENTENCES:
            start, end = trim(masked, start, end)
        if start == 0 or masked[start - 1] == "\n":
            start = self._behind_label(start, end)
        if start >= end:
            return
        start = self._moved_before(start, end) if _MOVES.search(masked, start + 1, end) is not None else start
        before = len(self.entries)
        self.group, self.remarks = [], []
        rest = self._statements(start, end)
        if self._moved(rest if len(self.entries) > before else start, end):
            return
        if len(self.entries) == before:
            self._clause(start, end, whole=True)
        elif masked[rest:end].strip(" \n、。"):
            self._clause(rest, end, whole=False)

    def _behind_label(self, start: int, end: int) -> int:
        """Where the words of a paragraph begin behind its number and the label of its row."""
        masked = self.unit_.masked
        first = masked[start : start + 1]
        number = _ENUMERATOR.match(masked, start, end) if first in _ENUMERATOR_FIRST or first.isdecimal() else None
        start = number.end() if number is not None else start
        row = _ROW_LABEL.match(masked, start, end) if masked[start : start + 1] in _ROW_LABEL_FIRST else None
        return row.end() if row is not None else start

    # -- statements ----------------------------------------------------------------

    def _statements(self, start: int, end: int) -> int:
        """Read the reporting clauses of a sentence; the offset behind the last of them."""
        masked = self.unit_.masked
        called = self._called_for(start, end)
        start = called.end() if called is not None else start
        self.takes_up = _TAKES_UP.search(masked, start, end) is not None
        if self.takes_up:
            self._taken_up(start, end)
        at = self._inverted(start, end) if masked.find("、と", start, end) < 0 else self._with_subjects_behind(start, end)
        for cue in CUE.finditer(masked, at, end):
            if cue.start() < at or (cue["chain"] and not self._chains(cue, end)) or (cue["said"] is not None and not self._tells_of(at, cue)):
                continue
            if cue["light"] is not None and cue["light"].lstrip("がを").startswith("得") and not self._was_had_here(start, at, cue):
                # 県に照会したところ、…との回答を得た tells what was learnt elsewhere.
                continue
            parts = self._parts(at, cue) or self._signed(at, cue, end) or self._of_nobody(start, at, cue, end)
            if parts and self._is_contradicted(parts[-1], cue, end):
                continue
            if parts and (cue["to"] or not self._qualifies(parts[0])) and not self._gives_reason(parts[-1], cue) and not self._within_content(parts[-1], cue, end):
                self._report(parts, cue)
                behind = _NOTE_BEHIND.match(masked, cue.end(), end)
                at = skip_comma(masked, behind.end() if behind is not None else cue.end(), end)
        return at

    def _was_had_here(self, start: int, at: int, cue: re.Match[str]) -> bool:
        """Whether an answer that was had (…との回答を得た) is to what was asked here, in this sentence or right before it."""
        masked = self.unit_.masked
        if self.group and (_ON_ASKING.search(masked, start, cue.start()) is not None or _IN_ANSWER_NEXT.match(masked, at) is not None):
            return True
        return _IN_ANSWER.match(masked, start) is not None and self._is_asked()

    def _is_asked(self) -> bool:
        """Whether a remark stands last before this sentence."""
        last = next((entry for entry in reversed(self.entries) if isinstance(entry, Said)), None)
        return last is not None and last.kind == "remark"

    def _signed(self, at: int, cue: re.Match[str], end: int) -> list[Statement]:
        """What was said by whom a bracket behind the verb names: 開館を早めてほしいとの意見があった（土居委員）。"""
        masked = self.unit_.masked
        behind = _NOTE_BEHIND.match(masked, cue.end(), end) if masked.startswith("(", cue.end()) else None
        told = self._told_to(cue)
        if behind is None or not self._may_sign(squeeze(behind["note"]), cue) or _ELSEWHERE.match(masked, at, cue.start()) is not None or (reported(masked[at : cue.start()]) is None and "」" not in masked[at : cue.start()]):
            return []
        lead = LEADS.match(masked, at, cue.start())
        body = lead.end() if lead is not None else at
        return [Statement(at, behind.span("note"), body, told, "が")] if body < told else []

    def _may_sign(self, note: str, cue: re.Match[str]) -> bool:
        """Whether a bracket behind a verb names who spoke: a member what he asked or wished, an officer what he answered; （道路課） may be whom it concerns."""
        if not self._is_agent(note) or _NO_SIGNATURE.search(note) is not None:
            return False
        replies = cue["head"] in _ANSWERS or cue["head"] == "説明"
        return self.role_of(note) in MEMBERS or (replies and _OFFICER_SIGNS.search(note) is not None)

    def _is_contradicted(self, part: Statement, cue: re.Match[str], end: int) -> bool:
        """Whether a bracket behind the verb names a member who is not the agent: which of them spoke, nothing tells."""
        masked = self.unit_.masked
        behind = _NOTE_BEHIND.match(masked, cue.end(), end) if masked.startswith("(", cue.end()) else None
        if behind is None or part.who is None or part.who == behind.span("note"):
            return False
        note = squeeze(behind["note"])
        return self._may_sign(note, cue) and note != squeeze(masked[slice(*part.who)])

    def _of_nobody(self, start: int, at: int, cue: re.Match[str], end: int) -> list[Statement]:
        """What was asked, said or answered by nobody who is named: …の根拠は何かとの問いに対し、…である旨の回答があった; また、…との意見もあった."""
        masked = self.unit_.masked
        answered = cue["head"] in _ANSWERS
        told = cue["to"] or (cue["light"] is not None and not cue["light"].startswith("を"))
        if not told or (cue["to"] or cue["head"]) not in (_ANSWERS if answered else _VIEWS):
            return []
        said = masked[at : cue.start()]
        if (not cue["to"] and reported(said) is None) or _BY_SOMEBODY.search(_WITHIN_QUOTES.sub("", said)) is not None:
            return []
        lead = LEADS.match(masked, at, cue.start())
        begin = lead.end() if lead is not None else at
        scene = _SCENE.match(masked, begin, cue.start())
        body = scene.end() if scene is not None else begin
        # 監査の結果、…との指摘があった; 説明会では、…: where it was said, or by what it came, is not this meeting.
        if _CIRCUMSTANCE.match(masked, body, cue.start()) is not None:
            return []
        meant = self._answers_remark() if answered else self._is_of_talk(start, cue, end, scene=scene is not None)
        return [Statement(at, None, body, self._told_to(cue), "が")] if meant and body < cue.start() else []

    def _answers_remark(self) -> bool:
        """Whether something was asked in this sentence, by a member or by nobody who is named."""
        last = next((said for said in reversed(self.group) if said.kind == "remark"), None)
        return last is not None and (last.who is None or self._role(last) in MEMBERS)

    def _is_of_talk(self, start: int, cue: re.Match[str], end: int, *, scene: bool) -> bool:
        """Whether a view stands where the meeting talks: it is answered in its sentence, or others were told before it."""
        masked = self.unit_.masked
        if self._goes_on_from(start):
            return False
        if cue["to"] or _ANSWERED_NEXT.search(masked, cue.end(), end) is not None:
            return True
        if masked[cue.end() : end].strip(" \n。"):
            # …との意見があり、修正することとした。
            return False
        last = next((entry for entry in reversed(self.entries) if isinstance(entry, Said)), None)
        return scene or (last is not None and last.kind != "explanation")

    def _goes_on_from(self, start: int) -> bool:
        """Whether the sentence above names a source that is not known, whose words go on here: 東部水先人会から、霧の日は紛れる。…べきであるとの意見があった."""
        masked = self.unit_.masked
        end = masked.rfind("。", 0, start)
        begin = masked.rfind("。", 0, max(0, end)) + 1 if end >= 0 else 0
        return end >= 0 and "\n" not in masked[begin:start].strip("\n") and FROM.search(masked, begin, min(end, begin + NEAR)) is not None and CUE.search(masked, begin, end) is None

    def _tells_of(self, at: int, cue: re.Match[str]) -> bool:
        """Whether を述べ has what was said before it: …と調査の結果を述べた, unlike 祝辞を述べた."""
        masked = self.unit_.masked
        return masked[cue.end("head") - 3 : cue.end("head")] != "を述べ" or masked.startswith("旨", cue.start() - 2) or at < self._told_to(cue) < cue.start()

    def _taken_up(self, start: int, end: int) -> None:
        """The question that a sentence tells of only in its answer; one told before is no other."""
        masked = self.unit_.masked
        lead = LEADS.match(masked, start, end)
        found = self._asked_by(lead.end() if lead else start, end)
        follower = (AGENT.match(masked, found.end(), end) or SUBJECT.match(masked, found.end(), end)) if found is not None else None
        if found is None or follower is None or not self._is_agent(follower["who"]):
            return
        last = next((entry for entry in reversed(self.entries) if isinstance(entry, Said)), None)
        who = squeeze(found["who"])
        if last is not None and _SPOKE_BEFORE.match(who) is not None:
            # 両委員の意見に対し、…
            return
        if last is not None and last.kind == "remark" and (_NOBODY.fullmatch(who) or self._label(last) == who):
            return
        base = self.unit_.base
        place, topic = trim(masked, *found.span("who")), found.span("topic") if found["topic"] else None
        said = Said("remark", base + place[0], base + found.end(), (base + place[0], base + place[1]), None, topic=shifted(topic, base), mode=SpeechMode.TOPIC, rule="topic")
        said.verb, said.act = shifted(found.span("head"), base), act_of(found["head"])
        self.entries.append(said)
        self._told([said])

    def _with_subjects_behind(self, start: int, end: int) -> int:
        """Read …できないか、と椿委員が尋ねたのに対し、…する、と係長が答えた, one after another; the offset behind them."""
        masked = self.unit_.masked
        at = start
        while (found := INVERTED_SUBJECT.search(masked, at, end)) is not None and self._is_agent(found["who"]) and not self._is_quoted_from(at, found.start()) and self._agent(at, found.start(), opening=True) is None:
            lead = LEADS.match(masked, at, found.start())
            part = Statement(at, trim(masked, *found.span("who")), lead.end() if lead is not None else at, found.start() + len("、と"), "が")
            named = "head" if found["head"] else "noun"
            saids = self._said(part, found.end(), found[named], found.span(named), to=False)
            self._link(saids, [part])
            self.entries += saids
            self._told(saids)
            at = skip_comma(masked, found.end(), end)
        return at if at > start else self._inverted(start, end)

    def _is_quoted_from(self, start: int, end: int) -> bool:
        """Whether somebody tells of another's words, or where they stand: 大庭課長は、値上げは困る、と住民代表が述べた、と説明した."""
        found = _QUOTED_FROM.match(self.unit_.masked, start, end)
        if "「" in self.unit_.masked[start:end]:
            return True
        return found is not None and (found["by"] not in ("は", "が", "も") or self._is_agent(found["who"]))

    def _inverted(self, start: int, end: int) -> int:
        """Read …との報告が大関本部長よりなされた, what was said before who said it; the offset behind it."""
        masked = self.unit_.masked
        agent = max(masked.rfind("から", start, end), masked.rfind("より", start, end))
        # Most name who speaks first.
        found = INVERTED.search(masked, start, end) or INVERTED_TO.search(masked, start, end) or INVERTED_NOTICE.search(masked, start, end) if _ENDS_WORDS.search(masked, start, max(start, agent)) is not None else None
        if found is None or not self._is_agent(found["who"]) or self._agent(start, found.start(), opening=True) is not None:
            return start
        lead = LEADS.match(masked, start, found.start())
        body = lead.end() if lead else start
        # …との報告が大関本部長より, …との委員からの質問: what was said ends before the first of noun and speaker.
        told = found.start() + 1 if found.re is INVERTED_NOTICE else min(found.start("head"), found.start("who"))
        part = Statement(start, trim(masked, *found.span("who")), body, told, "より")
        saids = self._said(part, found.end(), found["head"], found.span("head"), to=False)
        self._link(saids, [part])
        self.entries += saids
        self._told(saids)
        return skip_comma(masked, found.end(), end)

    def _qualifies(self, part: Statement) -> bool:
        """Whether …からの is said of something that is no speech: 県からの要求に基づき、…について説明を受け."""
        if part.by == "が" or self.unit_.masked[part.body - 1] != "の":
            return False
        between = self.unit_.masked[part.body : part.end]
        return "」" not in between and reported(between) is None and _OF_A_THING.match(between) is not None

    def _gives_reason(self, part: Statement, cue: re.Match[str]) -> bool:
        """Whether nobody in particular said nothing that is told, and it is why something was decided: 一部の委員から反対の意見もあったため、…."""
        masked = self.unit_.masked
        if not masked.startswith(_BECAUSE, cue.end()) or part.who is None or _NOBODY.fullmatch(squeeze(masked[slice(*part.who)])) is None:
            return False
        between = masked[part.body : cue.start()]
        stop = masked.find("。", cue.end())
        # Whoever speaks behind it answers: 委員から質問が出されたため、事務局から、…との回答があった.
        answered = FROM.search(masked, cue.end(), stop if stop >= 0 else len(masked)) is not None
        return not answered and "」" not in between and reported(between) is None

    def _within_content(self, part: Statement, cue: re.Match[str], end: int) -> bool:
        """A verb inside an indirect speech: Aから、消防署から毎月報告を受け、検討している旨の答弁があった。

        So is one that a comma parts from から: Aから、面接の際に説明し、書面でも確認している旨回答があった。
        """
        masked = self.unit_.masked
        between = masked[part.body : part.end]
        does = part.by != "が" and masked[part.body - 1] == "、" and (cue["light"] in ("し", "を行い", "われ") or (cue["light"] in ("した", "した後") and masked.startswith(("ところ", "後", "に"), cue.end())) or cue["said"] is not None)
        if cue["to"] or "」" in between or reported(between) or not (does or "から" in between or "より" in between):
            return False
        following = CUE.search(masked, cue.end(), end)
        return (
            following is not None and reported(masked[cue.end() : following.start()]) is not None
            and self._agent(skip_comma(masked, cue.end(), end), following.start(), opening=masked.startswith("ところ", cue.end())) is None
        )

    def _chains(self, cue: re.Match[str], end: int) -> bool:
        """Whether a verb before a comma is one of a chain: …との質問、B委員から、…との質問があり."""
        if not REPORTED.search(self.unit_.masked[max(0, cue.start() - 8) : cue.start()]):
            return False
        following = AGENT.match(self.unit_.masked, skip_comma(self.unit_.masked, cue.end(), end), end)
        return following is not None and self._is_agent(following["who"])

    # -- one verb's statements ---------------------------------------------------------

    def _report(self, parts: list[Statement], cue: re.Match[str]) -> None:
        verb: Slice | None = None if cue["said"] is not None else cue.span("to" if cue["to"] else "head")
        printed = cue["head"] if verb is None else cue.string[slice(*verb)]
        saids: list[Said] = []
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            end = cue.end() if last else parts[number + 1].start
            saids += self._said(part, end, printed, verb, to=cue["to"] is not None)
        self._link(saids, parts)
        self.entries += [self._announced(said) or said for said in saids]
        self._told(saids)

    def _announced(self, said: Said) -> Told | None:
        """What a sentence tells of words that stand below it: ３委員から次の旨の意見があった。, above 委員：…."""
        place = said.text or said.topic
        hollow = place is not None and place[1] - place[0] <= _LONGEST_BELOW and said.kind == "remark" and _BELOW.fullmatch(self.flow.folded, *place) is not None
        return Told(said.start, said.end, rule="introduction") if hollow else None

    # -- kinds and links -----------------------------------------------------------------

    def _link(self, saids: list[Said], parts: list[Statement]) -> None:
        masked = self.unit_.masked
        who = parts[0].who
        # Whom a bracket behind the verb names stands behind his words.
        lead = masked[parts[0].start : min(who[0], parts[0].body) if who else parts[0].start]
        before = masked[max(0, parts[0].start - 14) : parts[0].start]
        several = lead + before != "" and _SEVERAL.search(before + lead) is not None
        connected = several or (lead != "" and _CONNECTIVE.search(lead) is not None)
        asked = bool(self.group) and _ASKED.search(before) is not None
        for said in saids:
            self._kind(said, connected=connected, several=several, asked=asked)
        asks = saids[0].replies if saids and parts[0].each and saids[0].kind == "response" else []
        if len(asks) == len(saids) == len(parts):
            # それぞれ、…旨、…旨の回答があった: each question has its answer.
            for said, remark in zip(saids, asks, strict=True):
                said.kind, said.replies = "response", [remark]

    # -- the rest of a sentence -------------------------------------------------------------

    def _clause(self, start: int, end: int, *, whole: bool) -> None:
        """A clause without an agent: a decision, or something told."""
        start, end = trim(self.unit_.masked, start, end)
        masked = self.unit_.masked
        base = self.unit_.base
        own = self.flow.habits.decisions
        if is_decision(masked[start:end], own):
            lead = _SO.match(masked, start, end) or _PUT.match(masked, start, end) or _DEBATED.match(masked, start, end) or _HEARD.match(masked, start, end)
            begin = lead.end() if lead else start
            self.entries.append(Decided(base + begin, base + end, outcome_of(masked[begin:end], own), rule="decision"))
            return
        unread = whole and self._speech_of_nobody(start, end)
        if unread:
            self.entries.append(Told(base + start, base + end, understood=False, rule=UNREAD))
            return
        understood = not whole or bool(_TOLD.search(masked[start:end])) or masked[start:end].startswith(("(", "※"))
        self.entries.append(Told(base + start, base + end, understood, "narrative" if understood else "fallback"))

    def _speech_of_nobody(self, start: int, end: int) -> bool:
        """Whether a sentence reports speech of somebody who was not recognised: 山守から、…との発言があった。"""
        masked = self.unit_.masked
        source = FROM.search(masked, start, min(end, start + NEAR))
        cue = CUE.search(masked, source.end(), end) if source else None
        return cue is not None and cue["light"] is not None and reported(masked[start : cue.start()]) is not None
