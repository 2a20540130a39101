"""Who says what in a sentence of reported speech: the agent before から or が, and the statements that share one verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import define, field

from minutes_model.grammar.agents import AGENT, BODIES, COMPANY, SUBJECT, is_agent, longer, trim
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.quotations import Unit
from minutes_model.grammar.replies import Replies
from minutes_model.grammar.verbs import CHAIN, CHAIN_BY_SPEAKERS, CHAIN_OF_TOPICS, CUE, HEAD, VIEWED
from minutes_model.model.enums import SpeechMode
from minutes_model.patterns import regex
from minutes_model.people.roles import MEMBERS
from minutes_model.text import squeeze

__all__ = ["FROM", "LEADS", "NEAR", "REFERENCE", "REPORTED", "Statement", "Statements", "reported"]

NEAR = 30
"""How far into a sentence から stands where it tells who spoke."""
LEADS = regex(
    r"[ \n]*(?:また|さらに|更に|次に|次いで|ついで|続いて|続けて|引き続き|これに対しては|これに対して|これに対し|これには(?=[^、。]{2,16}[がは]、?)|これを受けて|これを受け|これにつきまして|これにつき|これに関し|これについて|これらに対して?|これらを受けて?|この点について(?:は|も)?|この点に関して?|この点につき|なお|まず|初めに|はじめに|最後に|その後|"
    r"(?:(?:なお|また)、)?(?:本日)?(?:欠席(?:の|した|された|している)|(?:書面|文書|意見書?)を(?:提出|送付)(?:した|された))(?=[^、。]{2,20}?(?:から|より))|"
    r"重ねて|加えて|併せて|あわせて|このほか|そのほか|同じく|一方|そして|冒頭|ここで|それに対し|この中で|この際|これに|このうち|他に|ほかに|その他|特に|なおまた|その際|のに対して|のに対し)(?:、|(?=[^、。]))"
)
_LEADS_FIRST = frozenset(" \nあこさそつなのはほま一他併冒初加同引意文更書最本欠次特続重")
"""With what these begin, as few sentences do."""
REFERENCE = regex(r"(?:[^、。「」]{0,24}?(?:資料|別紙|別添|議案書|参考資料|議案|配付|配布|スライド|パワーポイント|図面|報告書|名簿|メモ|レジュメ|ペーパー|調書|一覧表|概要版)[^、。「」]{0,24}?(?:に基づき|に基づいて|により|に沿って|に沿い|によって|を用いて|を基に|をもとに|のとおり(?!で)|に従い)、?|(?:補足|回答|答弁|総括|まとめ|講評|参考|感想)として、|(?:書面|文書|電子メール|メール|レポート)(?:により|にて|で|をもって)(?:、|(?=「)))")
FROM = regex("から|(?<!に)より")
_OWN = regex(r"(?:を|が)?(?:した|し|行った|行い|しました|行いました|した後|述べた|述べ|述べました|(?:示|出|表明|呈)し(?:た|ました)?)$")
_FURTHER = regex(r"(?:上で|うえで)?、?(?:また|さらに|更に|加えて|併せて|あわせて)?、?(?=「\x01*」と)")
_QUOTES = regex("「\x01*」(?:と|、(?=[^、。「」]{2,20}(?:は|が)、?「))")
_TOPIC_TOLD = regex(r"(?:について|に関し(?:て)?)、?$|(?:内容|概要|趣旨|要旨|結果|状況|経過|方針|計画)を$")
_CALLS_FOR = regex(r"(?:[^。「」、]{2,20}?(?:が|は|から|より)、?[^。「」]{0,40}?(?:説明|報告|意見|見解|発言|答弁)を求め(?:た(?:ところ|のに対し(?:て)?))?|[^。「」、]{0,16}(?:議長|[員会]長|座長)(?:から|より)、?[^。「」]{0,80}?(?:説明|報告|意見|見解)が求められ)、(?=[^。「」、]{2,24}?(?:が|は|から|より))")
"""議長が提案の理由の説明を求め、, 議長から、案について事務局説明が求められ、: who let somebody speak, before who it was."""
_ASKED_BY = regex(
    r"(?P<who>[^、。「」\n]{2,30}?)(?:から|より)?の(?:(?P<topic>[^、。「」]{2,40}?)(?:について|に関して|に関する|に係る|に対する)の?)?(?:主な|[ご御])?"
    r"(?P<head>質問|質疑|意見|指摘|要望|問い合わせ|問い|懸念|疑問|提案)(?:等|・意見|・質問|や意見)?(?:に対し(?:て)?(?:は)?|を受け(?:て)?|に(?:は)?)、(?=[^、。「」]{2,40}(?:から|より|は|が))"
)
"""委員からの工期についての質問に対し、, before who answers."""
_QUOTED_TOPIC = regex("[^、。「」]{0,12}「\x01+」(?:等|の件|の内容)?(?:について|に関して|に関し|につき|に係る件について)(?:は|も)?、?(?=[^、。「」]{2,30}(?:から|より|が|は))")
"""このうち「…」に関し、: what is spoken of, before who speaks."""
REPORTED = regex(
    rf"[と等な旨](?:(?<=と)(?:いう|いった|の)?(?:内容の|趣旨の|修正の|補足の|追加の|反対の|賛成の|旨の?|[\d二三四五][点つ]の|以上の?[\d二三四五][点つ]の|{VIEWED})?|(?:(?<=[たいるう]等)|(?<=こと等)|(?:(?<=[たいるう]な)|(?<=ことな))ど)の|(?<=旨)(?:の(?:提案理由の|提案の理由の|趣旨の|経過の|概要の|結果の|状況の)?|[をが])?|(?<=と)のことで)(?:(?:質問|質疑|意見|指摘|要望|提案|発言|説明|回答)(?:・|や|及び))?[ご御お]?(?:、?それぞれ|重ねて|さらに|改めて)?$"
)
_TOPIC_OPENS = 14
"""Within how many characters the quotation marks of a topic open that is told before who speaks."""
_OF_BODY = regex("「\x01+」の(?=[^、。「」]{2,24}(?:から|より))")
"""「…検討会」の座長から: a body in quotation marks before its officer."""
_UNDER = regex("「\x01+」(?:との|という)[^、。「」]{1,14}(?:下|もと|うち|上|中)(?:で|に)?、")
"""「一件でも減らす」との目標の下、: what is done under a motto, before who speaks."""
_NO_SPEAKER = regex(r"[をはがにでへ、。]|(?:資料|こと|もの|とき|ところ|観点|立場|理由|結果|報告書|新聞|記事|議事録|調査|アンケート|[日月年時])$")
"""What から follows where it tells whence and not by whom."""
_REPORTS_IT = regex(rf"(?:(?:という|といった|との)?(?:趣旨の|内容の)?旨|(?:との|という){HEAD})")
_CAME = regex(r"(?:(?:本日|今回|当日)?(?:(?:オンライン|リモート|Web|WEB)(?:で|により|にて)?)?(?:欠席|出席|参加|同席|陪席|傍聴)(?:した|している|された|の))(?=[^、]{2})")
"""How somebody came or did not, before who it was: 欠席した早坂委員."""
_DID = regex(r"[^、。「」]{2,24}?[をにで][^、。「」]{0,14}?(?:した|された|している|していた|行った|務めた|当たった|回った|見た)(?=[^、をにで]{2,16}$)")
"""What somebody had done, before who it was: 現地を確認した白鷹委員."""
_IN_CAPACITY = regex("(?:オブザーバー|アドバイザー|参考人|説明員|説明者|講師|事務局)の(?=[^の]{2,}$)")
"""As what somebody sits there, before who it was: オブザーバーの浅利調査課長."""
_OF_DEEDS = frozenset("たるの")
"""Of which such words hold one."""
_PRESENTS = regex(r"(?:[^、。「」\x01]{1,30}(?:について|に関して|につき|を|の))?(?:補足|概要|経過|状況|追加|口頭)?の?(?:説明|報告|紹介)(?:が(?:あ[っり]|なさ|行わ)|を(?:行[っい]|し[た、])|し[た、])(?!た?後)")
"""港の工事について説明があった: that papers were presented, right behind the body that did so."""
_AGAIN = regex("(?:重ねて|続けて|再び|再度|改めて|さらに|更に)、")
"""水谷委員が重ねて、…と尋ねた: that he spoke again, no words of his."""
_AGAIN_FIRST = frozenset("重続再改さ更")
_EARLIER = regex("昨年|一昨年|先日|以前|過去|当時|前年|前回|去る|かつて")
"""昨年、国から説明があり: what happened before this meeting."""
_SHORTEST_CAME = 5
"""Of how many characters somebody is at least who is told so: 出席の乾氏."""
_COLLECTIVE = frozenset(("委員", "構成員", "議員", "評議員", "理事"))
"""Whom how they came tells from the others: オンライン参加の委員."""
_ASKING = ("質問", "質疑")
_TOPIC_EACH = regex(r"[^、。「」]{1,40}?について、[^、。「」]{2,30}?(?:から|より)、?[^、。「」]{1,40}?について、?")
"""…から資料１について、事務局から資料２について, before the verb of both."""
_EACH = regex("それぞれ")
_REPLIES = ("回答", "答弁")
_EACH_SAID = regex(r"それぞれ(?:に対し(?:て)?)?、")
_TOLD_BEFORE_COMMA = regex("旨、")
"""…対象外とする旨、…認める旨の回答: what ends one of several answers, of which there are as many as questions."""
_SURNAME = regex(r"[一-龥々ァ-ヴー]{1,5}")
_BOTH = regex(r"(?:[一-龥々ァ-ヴー]{1,5}、){0,12}[一-龥々ァ-ヴー]{1,5}[両各](?:委員|議員|構成員|理事|名|氏)(?:から|より)")
_COUNTED = regex(r"[、 ]*(?:過半数|定足数|半数|全員|[三二]分の|\d{1,3} ?[名人])")
"""出席委員が過半数に達し、会議が成立していることについて報告: how many somebody are, not what they do."""
_BEHIND_TOPIC = regex(r"(?:について|により|に基づき|ごとに|に沿って)(?=[^、。]{2,20}(?:から|より))")
"""…について事務局から, 資料２により事務局から: the agent behind its topic or its source."""
_BY_PAPERS = regex(r"(?:資料|別紙|議案書|説明資料)[^、。]{0,12}(?:により|に基づき|に沿って|を用いて)(?:、[^。]{0,20})?$")
_AFTER = regex("、(?:(?<=た後、)|(?<=たのち、)|(?<=た後に、)|(?<=たのちに、))")
"""後 and what goes on behind it; a search skips to the comma."""
_OF_WHAT_CAME = regex(r"[^、。]{0,12}(?:れた|した|せた|いた)(?=[一-龥])")
"""Behind から: …から寄せられた意見, which is no speech of theirs."""
_ALSO_SAID = regex(r"[ \n、]*(?:る?とともに|ると同時に|併せて|あわせて|加えて|さらに|更に|同時に)、?")
_NOUN_BEFORE_COMMA = regex(rf"(?:との|旨の|という)(?:{HEAD})[がを]?、")
_OF_WHAT = regex(r"(?<=[ぁ-ん])と[^、。「」]{2,16}を$")
_LONGEST_OF = 20
"""How far before を述べ the end of what was said stands."""


@define(eq=False, repr=False)
class Statement:
    """One agent's part of a sentence, in offsets of the unit; ``each`` that it is one of several that answer a question each."""

    start: int
    who: Slice | None
    body: int
    end: int
    by: str
    each: bool = False


@define(eq=False, repr=False)
class Statements(Replies):
    """The statements of a sentence; ``takes_up`` that it may tell in its answer of what was asked.

    ``calls`` tells that somebody may be called upon in the unit.
    """

    unit_: Unit = field(init=False)
    takes_up: bool = False
    calls: bool = False

    def _told_to(self, cue: re.Match[str]) -> int:
        """Where what was said ends with its particle: before the verb, or before what を述べ has between them."""
        of_what = _OF_WHAT.search(self.unit_.masked, max(0, cue.start() - _LONGEST_OF), cue.start()) if cue["head"] == "述べ" else None
        return of_what.start() + 1 if of_what is not None else cue.start()

    def _called_for(self, at: int, end: int) -> re.Match[str] | None:
        """Who let somebody speak, before who it was."""
        return _CALLS_FOR.match(self.unit_.masked, at, end) if self.calls else None

    def _asked_by(self, at: int, end: int) -> re.Match[str] | None:
        """Whose question an answer takes up, before who answers: 委員からの質問に対し、事務局から…."""
        found = _ASKED_BY.match(self.unit_.masked, at, end) if self.takes_up else None
        return found if found is not None and self._is_agent(found["who"]) else None

    def _parts(self, at: int, cue: re.Match[str]) -> list[Statement]:
        """The statements that share one verb: A委員より、「…」旨、B委員より、「…」旨の発言."""
        masked = self.unit_.masked
        first = self._agent(at, cue.start(), opening=True) or self._same_speaker(at, cue.start())
        if first is None:
            return []
        first = self._afterwards(first, cue)
        found = [first]
        listed = masked.find("、", first.body, cue.start()) >= 0
        # Aから…について、Bから…について、それぞれ説明があった.
        each = listed and (_EACH.search(masked, max(first.body, cue.start() - NEAR), cue.end()) or _TOPIC_EACH.fullmatch(masked, first.body, cue.start())) is not None
        several = masked.count("からは、", first.body, cue.start()) + masked.count("よりは、", first.body, cue.start()) if listed else 0
        pattern = CHAIN_OF_TOPICS if each else CHAIN_BY_SPEAKERS if several else CHAIN
        for chain in pattern.finditer(masked, first.body, cue.start()) if listed else ():
            follower = self._agent(chain.end(), cue.start(), opening=False, subject=chain[0][0] == "」")
            if follower is None or follower.who == found[-1].who:
                continue
            # Behind …のか、 only who sits in the meeting asks on, or who does so by the verb of all.
            asks = self._sits(follower) or any(word in cue[0] for word in _ASKING)
            if masked[chain.start()] != "か" or (asks and follower.who is not None and follower.who[0] == chain.end()):
                found[-1].end = chain.end()
                found.append(follower)
        found[-1].end = self._told_to(cue)
        return [one for part in found for one in self._several(part, cue)] if listed else found

    def _afterwards(self, first: Statement, cue: re.Match[str]) -> Statement:
        """Who presents behind what somebody else did before: 局長から会長に諮問書が手渡された後、経営企画課長から説明があった."""
        masked = self.unit_.masked
        done = _AFTER.search(masked, first.body, cue.start())
        if done is None or reported(masked[first.body : cue.start()]) is not None:
            return first
        follower = self._agent(done.end(), cue.start(), opening=False)
        if follower is None or follower.who is None or follower.who[0] != done.end() or _OF_WHAT_CAME.match(masked, follower.body, cue.start()):
            return first
        return follower

    def _several(self, part: Statement, cue: re.Match[str]) -> Iterator[Statement]:
        """The statements of one speaker that a comma parts, each with its noun: 委員から、…必要はないとの意見、…欠かせないとの意見があった; それぞれ、…旨、…旨の回答があった."""
        masked, at = self.unit_.masked, part.body
        asked = sum(said.kind == "remark" for said in self.group) if cue["head"] in _REPLIES else 0
        each = _EACH_SAID.match(masked, part.body, part.end) if asked > 1 else None
        cuts = [found.end() for found in _TOLD_BEFORE_COMMA.finditer(masked, each.end(), part.end)] if each is not None and "」" not in masked[part.body : part.end] else []
        if each is not None and len(cuts) + 1 == asked:
            for begin, end in pairwise([each.end(), *cuts, part.end]):
                yield Statement(part.start if begin == each.end() else begin, part.who, begin, end, part.by, each=True)
            return
        for noun in _NOUN_BEFORE_COMMA.finditer(masked, part.body, part.end) if "」" not in masked[part.body : part.end] else ():
            if noun.end() < part.end:
                yield Statement(part.start if at == part.body else at, part.who, at, noun.end(), part.by)
                at = noun.end()
        yield part if at == part.body else Statement(at, part.who, at, part.end, part.by)

    def _same_speaker(self, at: int, end: int) -> Statement | None:
        """A further quotation of who has just spoken: …委員は「…」と評価した上で、「…」と注文を付けた。"""
        last = self.group[-1] if self.group else None
        also = _ALSO_SAID.match(self.unit_.masked, at, end) if last is not None and last.who is not None else None
        if last is not None and last.who is not None and also is not None and reported(self.unit_.masked[also.end() : end]) is not None:
            # …委員から、…との意見が述べられ、併せて、…との要望があった
            return Statement(also.end(), (last.who[0] - self.unit_.base, last.who[1] - self.unit_.base), also.end(), end, "が")
        further = _FURTHER.match(self.unit_.masked, at, end) if last is not None and last.mode is SpeechMode.QUOTED else None
        if last is None or last.who is None or further is None:
            return None
        base = self.unit_.base
        return Statement(further.end(), (last.who[0] - base, last.who[1] - base), further.end(), end, "が")

    def _sits(self, part: Statement) -> bool:
        """Whether a statement is a member's."""
        return part.who is not None and self.role_of(squeeze(self.unit_.masked[slice(*part.who)])) in MEMBERS

    def _agent(self, at: int, end: int, *, opening: bool, subject: bool = False) -> Statement | None:
        """The agent at ``at``, after connectives; in a sentence's opening, after adverbials too. There, or where one may, it is perhaps a ``subject``."""
        masked = self.unit_.masked
        joint: int | None = None
        for _ in range(5 if opening else 2):
            begin = at
            while masked[at : at + 1] in _LEADS_FIRST and (lead := LEADS.match(masked, at, end)):
                at = lead.end()
            quoted = _OF_BODY.match(masked, at, end) if opening and masked[at : at + 1] == "「" else None
            at = quoted.end() if quoted else at
            called = (self._called_for(at, end) or self._asked_by(at, end)) if opening else None
            at = called.end() if called is not None else at
            found = self._matched(AGENT, at, end) or (self._matched(SUBJECT, at, end) if opening or subject else None)
            if found:
                who = trim(masked, *found.span("who"))
                deed = who[1] - who[0] >= _SHORTEST_CAME and not _OF_DEEDS.isdisjoint(found["who"])
                came = (_CAME.match(masked, *who) or _DID.match(masked, *who) or _IN_CAPACITY.match(masked, *who)) if deed else None
                if came is not None and masked[came.end() : who[1]] not in _COLLECTIVE and self._is_agent(masked[came.end() : who[1]]):
                    who = came.end(), who[1]
                again = _AGAIN.match(masked, found.end(), end) if found["next"] == "" and masked[found.end() : found.end() + 1] in _AGAIN_FIRST else None
                return Statement(begin, (who[0] if joint is None else joint, who[1]), again.end() if again is not None else found.end(), end, found["by"])
            under = _UNDER.match(masked, at, end) if opening and masked[at : at + 1] == "「" else None
            topic = _QUOTED_TOPIC.match(masked, at, end) if opening and under is None and "「" in masked[at : at + _TOPIC_OPENS] else None
            comma = masked.find("、", at, end)
            led = _BEHIND_TOPIC.search(masked, at, comma) if opening and comma >= 0 else None
            if (before := under or topic) is not None:
                joint, at = None, before.end()
            elif led is not None:
                # 資料１に基づき附属図書館長より、…
                joint, at = None, led.end()
            elif comma >= 0 and "」" not in masked[at:comma]:
                joint = (at if joint is None else joint) if self._shares(at, comma, end) else None
                at = comma + 1
            elif opening and (about := _BEHIND_TOPIC.search(masked, at, end)) is not None:
                at = about.end()
            elif opening and (paper := REFERENCE.match(masked, at, end)) is not None:
                # 資料１により館長が説明した。
                at = paper.end()
            else:
                return None
        return None

    def _shares(self, at: int, comma: int, end: int) -> bool:
        """Whether what stands before a comma speaks too: 高橋委員、小川委員長から; 高橋、大島両委員から."""
        words = squeeze(self.unit_.masked[at:comma])
        if self._is_agent(words):
            return True
        return _SURNAME.fullmatch(words) is not None and _BOTH.match(self.unit_.masked, comma + 1, end) is not None

    def _matched(self, pattern: re.Pattern[str], at: int, end: int) -> re.Match[str] | None:
        """The agent at ``at``: the first particle whose words before it can be somebody."""
        masked = self.unit_.masked
        stop = at
        for _ in range(3):
            found = pattern.match(masked, at, end) if stop == at else longer(pattern, masked, at, stop, end)
            if found is None:
                return None
            if self._is_agent(found["who"]) or self._has_done(found["who"]) or self._is_body(found) or (pattern is AGENT and self._is_quoted(found)):
                if pattern is SUBJECT and not self._subject_reports(found, end):
                    return None
                return found
            stop = found.end("by")
        return None

    def _has_done(self, who: str) -> bool:
        """Whether somebody is named behind what he had done: 現地を確認した白鷹委員."""
        did = _DID.match(who)
        return did is not None and self._is_agent(who[did.end() :])

    def _is_quoted(self, found: re.Match[str]) -> bool:
        """Whether words are quoted as speech right behind から, so that whoever stands before it said them: 東北電力から「…」旨の発言."""
        masked = self.unit_.masked
        begin = found.end()
        if masked[begin : begin + 1] != "「" or _NO_SPEAKER.search(squeeze(found["who"])):
            return False
        quote = next(iter(self.unit_.within(begin, begin + 1)), None)
        return quote is not None and _REPORTS_IT.match(masked, quote[1]) is not None

    def _is_body(self, found: re.Match[str]) -> bool:
        """Whether a body is named that speaks: 機構から、…旨の説明があった."""
        stop, who = found.end(), squeeze(found["who"])
        if not (who in BODIES or who in self.flow.habits.houses or COMPANY.fullmatch(who) is not None):
            return False
        return found["next"] == "、" or self.unit_.masked.startswith(("「", "資料", "別紙"), stop) or (_PRESENTS.match(self.unit_.masked, stop) is not None and _EARLIER.search(self.unit_.masked, self.unit_.masked.rfind("。", 0, found.start()) + 1, found.start()) is None)

    def _subject_reports(self, found: re.Match[str], end: int) -> bool:
        """事務局が…説明した: a subject counts only where the verb is its own act of saying."""
        cue = CUE.match(self.unit_.masked, end)
        if _COUNTED.match(self.unit_.masked, found.end()):
            return False
        if _QUOTES.match(self.unit_.masked, found.end()):
            return True
        own = cue is not None and (_OWN.match(cue["light"] or "") is not None or cue["noun"] is not None or cue["said"] is not None)
        # は and も name who spoke where a comma parts them from what was said: 会計課長は、…であると回答した。
        said = self.unit_.masked[found.end() : end]
        told = found["by"] == "が" or (found["by"] == "は" and cue is not None and (cue["said"] is not None or reported(said) is not None)) or (found["next"] == "、" and (reported(said) or _BY_PAPERS.search(said) or _TOPIC_TOLD.search(said)) is not None)
        return own and told and not self._speaks_besides(found, end)

    def _speaks_besides(self, found: re.Match[str], end: int) -> bool:
        """Whether から behind a subject may name who speaks; behind a comma only where somebody stands before it: 委員が、いつから始まるのかと質問し."""
        masked = self.unit_.masked
        for particle in FROM.finditer(masked, found.end(), end):
            before = masked[masked.rfind("、", 0, particle.start()) + 1 : particle.start()]
            if found["next"] != "、" or self._is_agent(before):
                return True
        return False

    def _is_agent(self, who: str) -> bool:
        words = squeeze(who)
        return words in self.flow.habits.sides or is_agent(words)


def reported(words: str) -> re.Match[str] | None:
    """The words between what was said and the verb: …との, …旨の; they are few and stand at the end."""
    return REPORTED.search(words, max(0, len(words) - 10))
