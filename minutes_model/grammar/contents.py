"""What was said in a statement of reported speech: its quotations, its indirect words, its topic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import define

from minutes_model.grammar.agents import trim, trim_end
from minutes_model.grammar.draft import Said, Slice
from minutes_model.grammar.item_titles import bare_title, similar
from minutes_model.grammar.statements import FROM, REFERENCE, Statement, Statements, reported
from minutes_model.grammar.verbs import HEAD, LIGHTS, VIEWED
from minutes_model.model.enums import Act, SpeechMode
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["Contents", "act_of", "shifted"]

UNCLOSED = "quoted_unclosed"
"""The rule of a speech whose quotation is never closed."""
_ACCLAIMED = (
    "(?:(?:高く|強く|大いに|素直に|率直に|(?:改善|対応|対策|見直し|検討|説明|配慮|再考|内容|姿勢|取組|構成)を)?(?:(?:懸念|評価|指摘|要望|心配|主張|提案|期待|歓迎|支持|賛同|共感|称賛|批判|危惧|疑問視|不安視|問題視)(?:する|の)|(?:求め|危ぶ|惜し|案じ|願)(?:る|む|う)))"
)
"""What a view does to what it is of, before its noun: 「…」「…」といった評価する声, 「…」と改善を求める意見."""
_SAID = regex(
    rf"[ \n]*(?:(?:という|といった|との|と|等の|などの)?(?:趣旨の|内容の|反対の|賛成の|修正の|追加の|補足の|{VIEWED}|{_ACCLAIMED})?[ご御お]?(?:、?それぞれ)?(?:旨|との?{HEAD}(?:及び|並びに|と)、?\n?「|(?:(?:{HEAD}・)?{HEAD}|声)(?:{LIGHTS}|[がを]?、|に対し|について、|につき、|(?=。)|(?=(?:等|など)?[がをも][^、。「」]{{2,30}}(?:より|から))))|とのこと|と[^、。「」]{{2,16}}を述べ|と(?:、?それぞれ|重ねて|さらに|改めて)?(?:述べ|語っ|話し|訴え|評価し|同調し|賛同し|答え|応じ|尋ね|訊ね|ただし|質し|求め|締めくく|締め括|結ん|強調し|付け加え|呼びかけ|呼び掛け|念を押し|約束?し|発議し|申し出|促し|望ん|高く評価し|明言し|評し|釈明し|切り出し|返し|補っ)(?!た[一-龥ァ-ヴ](?<![上後]))|(?:など|等)(?:、|の)?[^「」。]{{0,60}}?(?:意見|指摘|声|要望|感想|質問|提案|提言)|、?(?:また|さらに|更に|加えて|併せて)、?\n?「|"
    r"、(?=[^、]{2,40}(?:から|より))|と?、(?=[^、「」]{2,20}(?:は|が)、?「)|[ \n]*$)"
)
_TOLD_BY = regex(rf"(?:(?:との|という|といった|旨の){HEAD}[がを]?|(?<=[かるいただうすきくむつぶ]))、$")
_ABOUT = regex(r"(?P<topic>.+?)(?:についての?|に関しての?|に関し|に係る|につき|に関する|の|を|に関する事項の)(?:、)?$", re.S)
_POINT = regex("旨の?、$")
_TO_WHOM = regex(r"(?P<whom>[^、。「」]{2,20}?)に対し(?:て)?、")
"""丘委員から沢課長に対し、費用はいくらかとの質問があった: to whom it was said, before what was."""
_BROUGHT = regex("(?:出された|寄せられた|いただいた|示された)(?=.)")
"""丘委員より出された…との意見に対し"""
_BESIDE = regex(r"[ \n]*(?:(?:との|という|といった)(?:声|意見|指摘|要望|質問|感想)(?:や|及び|と|に続[きい]て?|に加えて?|のほか|、)|、|や|及び)?、?[ \n]*")
_ANOTHER = regex(rf"(?:旨|との?(?:{HEAD})?(?=[ 、]*(?:及び|並びに)))?[ 、\n。]*(?:また|さらに|更に|加えて|あわせて|併せて|次に|続けて|及び|並びに)[、\n ]*$")
_ON = regex(r"[^「」]{0,40}(?:[をに][^「」、]{1,8}[しきりいえけげせちびみめ]|について(?:は)?|に関し(?:て)?|として|に基づき)、?$|[ \n、]*(?:重ねて|更に|さらに|再度|再び|改めて|続けて|加えて|追加で|併せて|また|まず|最後に)、?[ \n]*$")
_ABOUT_IT = regex(r"(?P<topic>[^。「」]{2,80}?(?:「[^」]*」[^。「」]{0,40}?)?)(?:について|に関し(?:て)?)、")
_REFERRED = regex(rf"(?:^|、)(?:{REFERENCE.pattern})$")
_ACTS = (
    (regex("質問|質疑|問い|問|尋ね|訊ね|ただし|質し"), Act.QUESTION), (regex("意見|声|見解|感想|所感|コメント|懸念|主張|陳述|論評|講評|評価"), Act.OPINION), (regex("要望|要請|依頼|申し?出|申入れ|注文"), Act.REQUEST),
    (regex("指摘|提起"), Act.POINT), (regex("提案|提言|助言"), Act.PROPOSAL), (regex("挨拶|あいさつ|謝辞|礼"), Act.GREETING),
    (regex("報告|連絡|紹介|情報提供|案内"), Act.REPORT), (regex("説明|補足"), Act.EXPLANATION), (regex("回答|答弁|応答|答え"), Act.ANSWER),
)  # fmt: skip


@define(eq=False, repr=False)
class Contents(Statements):
    """The speeches that statements make."""

    def _said(self, part: Statement, end: int, printed: str, verb: Slice | None, *, to: bool) -> list[Said]:
        """The speeches of one statement: one for each quotation, or one told indirectly; ``to`` where it is answered in its own sentence."""
        speeches = self._quoted(part) if self.unit_.quotes else []
        base = self.unit_.base
        who = (base + part.who[0], base + part.who[1]) if part.who else None
        start = min(who[0], base + part.body) if who and who[0] >= base + part.start else base + part.start
        made: list[Said] = []
        rule = "quoted" if self.unit_.closed else UNCLOSED
        if speeches:
            edges = [*(q[0] for q in speeches[1:]), end]
            for number, (quote, edge) in enumerate(zip(speeches, edges, strict=True)):
                begin = base + quote[0] if number else start
                inner = (base + quote[0] + 1, base + quote[1] - 1)
                made.append(Said("remark", begin, base + edge, who, inner, mode=SpeechMode.QUOTED, rule=rule))
        else:
            text, topic = self._content(part, to=to)
            mode = SpeechMode.INDIRECT if text else SpeechMode.TOPIC
            if text is not None and self._is_enclosed(*text):
                # 『今後とも努める』旨の発言
                text, mode = (text[0] + 1, text[1] - 1), SpeechMode.QUOTED
            made.append(Said("remark", start, base + end, who, shifted(text, base), topic=shifted(topic, base), mode=mode,
                             rule="indirect" if text else "topic"))
        place, act = shifted(verb, base), act_of(printed)
        for said in made:
            said.verb, said.act = place, act
        return made

    def _is_enclosed(self, start: int, end: int) -> bool:
        """Whether all of a content stands in one pair of double quotation marks."""
        masked = self.unit_.masked
        return end - start > len("『』") and masked[start] == "『" and masked.find("』", start, end) == end - 1

    def _quoted(self, part: Statement) -> list[Slice]:
        """The quotations of a statement that are speech: they open its content and a verb closes them."""
        masked = self.unit_.masked
        found: list[Slice] = []
        for run in self._runs(part):
            before = masked[(found[-1][1] if found else self._behind_reference(part.body, run[0][1])) : run[0][0]]
            behind = masked[run[-1][1] : run[-1][1] + 80]
            if FROM.search(masked, run[-1][1], part.end) is not None and len(run) > 1:
                # 「…」「…」といった声が市民から寄せられたとの報告: others said it, elsewhere.
                return []
            opens = not before.strip(" 、\n") or (bool(found) and _ANOTHER.match(before)) or bool(
                not found and _ON.match(before))
            if opens and _SAID.match(behind):
                found += run
            elif not found:
                return []
        return found

    def _runs(self, part: Statement) -> Iterator[list[Slice]]:
        """The quotations of a statement, those together that nothing parts: 「…」「…」、「…」などの意見."""
        run: list[Slice] = []
        for quote in self.unit_.within(part.body, part.end):
            if quote[1] - quote[0] > len("「」"):
                if run and not _BESIDE.fullmatch(self.unit_.masked, run[-1][1], quote[0]):
                    yield run
                    run = []
                run.append(quote)
        if run:
            yield run

    def _content(self, part: Statement, *, to: bool) -> tuple[Slice | None, Slice | None]:
        """The indirect content of a statement, and its topic."""
        masked, start, end = self.unit_.masked, part.body, part.end
        start = self._behind_reference(start, end)
        whom = _TO_WHOM.match(masked, start, end)
        if whom is not None and self._is_agent(whom["whom"]):
            start = whom.end()
        words = masked[start:end]
        told = (reported(words) or _POINT.search(words, max(0, len(words) - 2))) if not to else None
        if not told and words.endswith("、"):
            told = _TOLD_BY.search(words)
        if told is None and not to:
            return None, self._topic(start, end)
        stop = start + told.start() if told else end
        stop = trim_end(masked, start, stop, "、 \n")
        brought = _BROUGHT.match(masked, start, stop) if masked[part.body - 1] != "、" else None
        start = brought.end() if brought is not None else start
        topic: Slice | None = None
        about = _ABOUT_IT.match(masked, start, stop) if masked.find("について", start, stop) >= 0 or masked.find("に関し", start, stop) >= 0 else None
        if about and self._repeats_title(squeeze(self.unit_.words[slice(*about.span("topic"))])):
            topic = about.span("topic")
            start = self._behind_reference(about.end(), stop)
        start, stop = trim(masked, start, stop)
        return ((start, stop) if masked[start:stop].strip("「」") else None), topic

    def _behind_reference(self, start: int, end: int) -> int:
        found = REFERENCE.match(self.unit_.masked, start, end)
        return found.end() if found else start

    def _repeats_title(self, topic: str) -> bool:
        bare = bare_title(topic)
        return bare.removesuffix("のこと") in ("本件", "これ", "標記", "標題", "上記", "本議題", "本議案", "この") or (bool(self.title) and (similar(bare, self.title) or bare in self.title or self.title in bare))

    def _topic(self, start: int, end: int) -> Slice | None:
        words = self.unit_.masked[start:end]
        if words == "それぞれ":
            return None
        found = _ABOUT.match(words)
        stop = start + found.end("topic") if found else end
        reference = _REFERRED.search(self.unit_.masked[start:stop])
        if reference:
            stop = start + reference.start()
        start, stop = trim(self.unit_.masked, start, stop)
        stop = trim_end(self.unit_.masked, start, stop, "、 \n")
        return (start, stop) if start < stop else None


@lru_cache(maxsize=512)
def act_of(verb: str) -> Act:
    """The act a reporting verb names; 発言 names none.

    >>> act_of("要望"), act_of("発言")
    (<Act.REQUEST: 'request'>, <Act.UNSPECIFIED: 'unspecified'>)
    """
    return next((act for pattern, act in _ACTS if pattern.search(verb)), Act.UNSPECIFIED)


def shifted(place: Slice | None, base: int) -> Slice | None:
    return (place[0] + base, place[1] + base) if place else None
