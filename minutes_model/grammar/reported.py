"""Reported speech (tiers 1a and 1b): X委員から「…」旨の発言があった。 X課長から、…旨の説明があり、承認された。

A paragraph is cut into sentences outside its quotations, a sentence into statements at its
reporting verbs. Each statement has an agent (…から, …より), its content, quoted or not, and a verb;
what follows the last verb is a decision, or told. Rules look at the sentence's frame only: the
inside of quotations is masked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from attrs import define, field

from minutes_model.grammar.agents import (
    AGENT,
    BODIES,
    COMPANY,
    STAFF,
    SUBJECT,
    is_agent,
    longer,
    skip_comma,
    trim,
    trim_end,
)
from minutes_model.grammar.draft import Decided, Entry, Moved, Said, Slice, Told
from minutes_model.grammar.item_titles import bare_title, similar
from minutes_model.grammar.outcomes import is_decision, outcome_of
from minutes_model.grammar.quotations import Unit, units
from minutes_model.grammar.replies import UNREAD, Replies
from minutes_model.grammar.stages import is_stage, read_movements
from minutes_model.grammar.verbs import (
    CHAIN,
    CHAIN_OF_TOPICS,
    CUE,
    HEAD,
    INVERTED,
    INVERTED_TO,
    LIGHTS,
    VIEWED,
)
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Act, Change, Role, SpeechMode
from minutes_model.patterns import regex
from minutes_model.people.roles import MEMBERS, role_of_title
from minutes_model.text import is_kanji, squeeze

__all__ = ["UNCLOSED", "read_reported"]

UNCLOSED = "quoted_unclosed"
"""The rule of a speech whose quotation is never closed."""

_CLAUSES = 4
"""How many clauses may stand before who came or left."""
_NEAR = 30
"""How far into a sentence から stands where it tells who spoke."""
_LEADS = regex(
    r"[ \n]*(?:また|さらに|更に|次に|次いで|ついで|続いて|続けて|引き続き|これに対しては|これに対して|これに対し|これを受けて|これを受け|これにつきまして|これにつき|これに関し|これについて|これらに対して?|これらを受けて?|この点について(?:は|も)?|この点に関して?|この点につき|なお|まず|初めに|はじめに|最後に|その後|"
    r"(?:(?:なお|また)、)?(?:本日)?(?:欠席(?:の|した|された|している)|(?:書面|文書|意見書?)を(?:提出|送付)(?:した|された))(?=[^、。]{2,20}?(?:から|より))|"
    r"重ねて|加えて|併せて|あわせて|このほか|そのほか|同じく|一方|そして|冒頭|ここで|それに対し|この中で|この際|これに|このうち|他に|ほかに|その他|特に|なおまた|その際|のに対して|のに対し)(?:、|(?=[^、。]))"
)
_LEADS_FIRST = frozenset(" \nあこさそつなのはほま一他併冒初加同引意文更書最本欠次特続重")
"""With what these begin, as few sentences do."""
_SAID = regex(
    rf"[ \n]*(?:(?:という|といった|との|と|等の|などの)?(?:趣旨の|内容の|反対の|賛成の|修正の|追加の|補足の|{VIEWED})?[ご御お]?(?:それぞれ)?(?:旨|との?{HEAD}(?:及び|並びに|と)、?\n?「|(?:{HEAD}|声)(?:{LIGHTS}|[がを]?、|に対し|について、|につき、|(?=。)|(?=(?:等|など)?[がをも][^、。「」]{{2,30}}(?:より|から))))|とのこと|と(?:[^、。「」]{{2,16}}を述べ|(?:懸念|評価|指摘|要望|心配|主張|提案|疑問視|不安視)する声|(?:求め|危ぶ|惜し|案じ|願)(?:る|む|う)声)|と(?:、?それぞれ|重ねて|さらに|改めて)?(?:述べ|語っ|話し|訴え|評価し|同調し|賛同し|答え|応じ|尋ね|訊ね|ただし|質し|求め|締めくく|締め括|結ん|強調し|付け加え|呼びかけ|呼び掛け|念を押し)(?!た[一-龥ァ-ヴ](?<![上後]))|(?:など|等)(?:、|の)?[^「」。]{{0,60}}?(?:意見|指摘|声|要望|感想|質問|提案|提言)|、?(?:また|さらに|更に|加えて|併せて)、?\n?「|"
    r"、(?=[^、]{2,40}(?:から|より))|と?、(?=[^、「」]{2,20}(?:は|が)、?「)|[ \n]*$)"
)
_TOLD_BY = regex(rf"(?:(?:との|という|といった|旨の){HEAD}[がを]?|(?<=か))、$")
_CONNECTIVE = regex(r"(?:この点(?:につ|に関)|のに対し|これに対し|これを受け|これにつき|それに対し|これに答え|これに対する|(?:質問|意見|発言|指摘|要望|問い)に対し)")
_SEVERAL = regex(r"(?:これら|それら)(?:を受け|に対し)|(?:(?:これら|それら)(?:[二三四五2-5](?:つ|点|件|人|名))?|以上|上記|(?:上記|以上|これら)の?[2-9]件|両[委議]員|両氏|各[委議]員)の[^、。]{0,6}(?:意見|質問|質疑|指摘|要望|発言|提案|問い|懸念)[^、。]{0,4}に対し")
"""Which words before 意見に対し tell that more than the last remark is answered."""
_REFERENCE = regex(r"(?:[^、。「」]{0,24}?(?:資料|別紙|別添|議案書|参考資料|議案|配付|配布|スライド|パワーポイント|図面|報告書|名簿)[^、。「」]{0,24}?(?:に基づき|に基づいて|により|に沿って|に沿い|によって|を用いて|を基に|をもとに|のとおり(?!で)|に従い)、?|(?:補足|回答|答弁|総括|まとめ|講評|参考|感想)として、|(?:書面|文書|電子メール|メール|レポート)(?:により|にて|で|をもって)(?:、|(?=「)))")
_ABOUT = regex(r"(?P<topic>.+?)(?:についての?|に関しての?|に関し|に係る|につき|に関する|の|を|に関する事項の)(?:、)?$", re.S)
_STOPS = regex(r"。[)」]?")
_POINT = regex("旨の?、$")
_FROM = regex("から|(?<!に)より")
_OWN = regex(r"(?:を|が)?(?:した|し|行った|行い|しました|行いました|した後|述べた|述べ|述べました|(?:示|出|表明)し(?:た|ました)?)$")
_OF_A_THING = regex(rf"(?!(?:主な|[ご御])?{HEAD})[^、]*(?:[、をに]|について)")
_FURTHER = regex(r"(?:上で|うえで)?、?(?:また|さらに|更に|加えて|併せて|あわせて)?、?(?=「\x01*」と)")
_TO_WHOM = regex(r"(?P<whom>[^、。「」]{2,20}?)に対し(?:て)?、")
"""丘委員から沢課長に対し、費用はいくらかとの質問があった: to whom it was said, before what was."""
_BROUGHT = regex("(?:出された|寄せられた|いただいた|示された)(?=.)")
"""丘委員より出された…との意見に対し"""
_BESIDE = regex(r"[ \n]*(?:(?:との|という|といった)(?:声|意見|指摘|要望|質問)(?:や|及び|と|、)|、|や|及び)?、?[ \n]*")
_QUOTES = regex("「\x01*」(?:と|、(?=[^、。「」]{2,20}(?:は|が)、?「))")
_ANOTHER = regex(rf"(?:旨|との?(?:{HEAD})?(?=[ 、]*(?:及び|並びに)))?[ 、\n。]*(?:また|さらに|更に|加えて|あわせて|併せて|次に|続けて|及び|並びに)[、\n ]*$")
_ON = regex(r"[^「」]{0,40}(?:[をに][^「」、]{1,8}[しきりいえけげせちびみめ]|について(?:は)?|に関し(?:て)?|として|に基づき)、?$|[ \n、]*(?:重ねて|更に|さらに|再度|再び|改めて|続けて|加えて|追加で|併せて|また|まず|最後に)、?[ \n]*$")
_ABOUT_IT = regex(r"(?P<topic>[^。「」]{2,80}?(?:「[^」]*」[^。「」]{0,40}?)?)(?:について|に関し(?:て)?)、")
_REFERRED = regex(rf"(?:^|、)(?:{_REFERENCE.pattern})$")
_ASKED = regex(r"(?:問い?|質問|意見|指摘|質疑)に対し(?:て)?、$|を受け(?:て)?、$")
_TOPIC_TOLD = regex(r"(?:について|に関し(?:て)?)、?$|(?:内容|概要|趣旨|要旨|結果|状況|経過|方針|計画)を$")
_CALLS_FOR = regex(r"[^。「」、]{2,20}?(?:が|は|から|より)、?[^。「」]{0,40}?(?:説明|報告|意見|見解|発言|答弁)を求め(?:た(?:ところ|のに対し(?:て)?))?、(?=[^。「」、]{2,24}?(?:が|は|から|より))")
"""議長が提案の理由の説明を求め、: who let somebody speak, before who it was."""
_ASKED_BY = regex(
    r"(?P<who>[^、。「」\n]{2,30}?)(?:から|より)?の(?:(?P<topic>[^、。「」]{2,40}?)(?:について|に関して|に関する|に係る|に対する)の?)?(?:主な|[ご御])?"
    r"(?P<head>質問|質疑|意見|指摘|要望|問い合わせ|問い|懸念|疑問|提案)(?:等|・意見|・質問|や意見)?(?:に対し(?:て)?(?:は)?|を受け(?:て)?|に(?:は)?)、(?=[^、。「」]{2,40}(?:から|より|は|が))"
)
"""委員からの工期についての質問に対し、, before who answers."""
_TAKES_UP = regex("[問疑見摘望せい念案等](?:に対し|に、|には、|を受け)")
_ENDS_WORDS = regex("との|旨の|という|といった")
"""Behind what was said, where who said it is told last."""
_SO = regex(r"(?:が|ため|ことから|ので)、")
_PUT = regex(r"[^。「」]{2,40}?(?:から|より|が)、?[^。「」]{2,60}?(?:諮られ|諮り|諮ったところ|付議され|上程され|提案され|提示され|求められ)、")
"""学長から、…について諮られ、: who put to the body what it then decided."""
_DEBATED = regex(r"[^。「」]*?(?:質疑|質疑応答|意見交換|議論|討議|審議|協議)[がを](?:行われ|行い|なされ|あり|交わし|し)た?後?、(?=(?:種々|慎重)?(?:審議|協議|採決|検討|討議)の(?:結果|上))")
"""…について質疑が行われ、審議の結果、: what went before what was decided."""
_HEARD = regex(r"[^。「」]{2,80}?(?:説明|報告)を(?:受け|聴き|聞き|聴取し)(?:た(?:後|上で|うえで))?、(?=[^。]{4,})")
"""処分案について説明を受け、案のとおり議決した: what the body heard, from nobody who is named."""
_REPORTED = regex(
    rf"(?:(?:という|といった|との|と)(?:内容の|趣旨の|修正の|補足の|追加の|反対の|賛成の|旨の?|[\d二三四五][点つ]の|以上の?[\d二三四五][点つ]の|{VIEWED})?|(?<=[たいるう])(?:等|など)の|(?<=こと)(?:等|など)の|旨[のをが]?|とのことで)[ご御お]?(?:、?それぞれ|重ねて|さらに|改めて)?$"
)
_OF_BODY = regex("「\x01+」の(?=[^、。「」]{2,24}(?:から|より))")
"""「…検討会」の座長から: a body in quotation marks before its officer."""
_UNDER = regex("「\x01+」(?:との|という)[^、。「」]{1,14}(?:下|もと|うち|上|中)(?:で|に)?、")
"""「一件でも減らす」との目標の下、: what is done under a motto, before who speaks."""
_ENUMERATOR = regex(r"[ ]*(?:\(?\d{1,2}[).]|\(\d{1,2}\)|[①-⑳⑴-⒇]|\d{1,2} (?=\D)|[・○●◆◇■□→⇒-] ?|[ア-オ][ .)])[ ]*")
_ENUMERATOR_FIRST = frozenset(" (-→⇒・○●◆◇■□アィイゥウェエォオ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
"""With what it begins, digits apart."""
_ROW_LABEL = regex(
    r"[ ]*(?:(?:説 *明|報 *告|質 *疑|意 *見|審 *議|協 *議|概 *要|経 *過|内 *容|結 *果)(?: {2,}| *:)|"
    r"[<〈《【\[≪〔](?:(?:概要|趣旨|提案)?説明|報告|(?:主な)?(?:質疑|意見|発言)(?:応答)?等?|審議|協議|討[論議]|概要|経過|内容|結果|(?:審議|協議)(?:結果|経過|内容))[>〉》】\]≫〕] *:?) *(?=[^ ])"
)
"""説　　明　　建築指導課長から説明があった。, ＜説明＞　事務局から…: the label of a form's row, or of a part."""
_ROW_LABEL_FIRST = frozenset(" <[≪〈《【〔内協報審意概経結説質")
_JOIN = regex(r"(?P<who>[^。「」\n]{1,120}?)(?:が|は(?=[^。「」]{0,40}(?:から|より)(?:会議に)?出席し|[^。「」]{0,50}(?:遅れて|に(?:到着|入室|着席|復席)し|席に戻)))(?P<rest>[^。「」]{0,60}?(?:出席|入室|着席|参加|入場|同席|陪席|到着|復席|加わ|席に戻)(?:しました|した|し、|され|っ|(?=。?$)))")
_LEAVE = regex(r"(?P<who>[^。「」\n]{1,120}?)(?:が|は)(?P<rest>[^。「」]{0,60}?(?:退席|退室|退出|退場|離席|中座)(?:しました|した|し、|され|って|(?=。?$)))")
_MOVED_FIRST = regex(r"[^。「」、]{2,60}?[がは][^。「」]{0,20}?(?:(?:退|入|再入)室|退席|退出|(?:退|入)場|離席|着席|到着|復席|出席)し(?:た(?:後|のち|上で|ところで)に?、|、)")
_MOVES = regex("[室席場着]し")
_RETURNS = regex(r"(?:退席|退室|離席|中座)し(?:たが)?、(?P<back>[^。「」]{0,24}(?:席に戻|復席し|再び(?:着席|入室|出席)し|再入室し|戻っ)(?:った|た|ました)?)")
"""事務局長は、ここで中座し、午前11時に席に戻った: who left, and came back."""
_WHY = regex(r"として|(?<=間)に|途中で|ここで|(?<=[時分])(?:に|から)|(?<=[めけしれっい])た(?=[一-龥])|(?:て(?:いる|いた)|である)(?=[一-龥])|を[^、を]{1,6}?[うくすつぶむる](?=[一-龥ァ-ヴ])")
"""How words end that tell why somebody came: 説明者として, 出席を求めた."""
_PEOPLE_SPLIT = regex(r"、|及び|並びに|・(?=[^・、]{2,}(?:長|官|員|者|監|査|幹|佐))|と(?!して|の)(?=[^、]{3,}$)")
_ACTS = (
    (regex("質問|質疑|問い|問|尋ね|訊ね|ただし|質し"), Act.QUESTION), (regex("意見|声|見解|感想|所感|コメント|懸念|主張|陳述|論評|講評|評価"), Act.OPINION), (regex("要望|要請|依頼|申し?出|申入れ|注文"), Act.REQUEST),
    (regex("指摘|提起"), Act.POINT), (regex("提案|提言|助言"), Act.PROPOSAL), (regex("挨拶|あいさつ|謝辞|礼"), Act.GREETING),
    (regex("報告|連絡|紹介|情報提供|案内"), Act.REPORT), (regex("説明|補足"), Act.EXPLANATION), (regex("回答|答弁|応答|答え"), Act.ANSWER),
)  # fmt: skip
_TOLD = regex(r"(?:た|ない|なし|とおり|通り|である|です|ます|ません|る|こと|説明|報告|紹介|意見交換|質疑応答|討議|質疑|宣告|宣言|挨拶|あいさつ|審議|協議)(?:\([^()]*\))?(?:[。)]|$)")
_NO_SPEAKER = regex(r"[をはがにでへ、。]|(?:資料|こと|もの|とき|ところ|観点|立場|理由|結果|報告書|新聞|記事|議事録|調査|アンケート|[日月年時])$")
"""What から follows where it tells whence and not by whom."""
_REPORTS_IT = regex(rf"(?:(?:という|といった|との)?(?:趣旨の|内容の)?旨|(?:との|という){HEAD})")
_CAME = regex(r"(?:(?:本日|今回|当日)?(?:(?:オンライン|リモート|Web|WEB)(?:で|により|にて)?)?(?:欠席|出席|参加|同席|陪席|傍聴)(?:した|している|された|の))(?=[^、]{2})")
"""How somebody came or did not, before who it was: 欠席した早坂委員."""
_DID = regex(r"[^、。「」]{2,24}?[をにで][^、。「」]{0,14}?(?:した|された|している|していた|行った|務めた|当たった|回った|見た)(?=[^、をにで]{2,16}$)")
"""What somebody had done, before who it was: 現地を確認した白鷹委員."""
_OF_DEEDS = frozenset("たるの")
"""Of which such words hold one."""
_SHORTEST_CAME = 5
"""Of how many characters somebody is at least who is told so: 出席の乾氏."""
_COLLECTIVE = frozenset(("委員", "構成員", "議員", "評議員", "理事"))
"""Whom how they came tells from the others: オンライン参加の委員."""
_ASKING = ("質問", "質疑")
_BECAUSE = ("ため、", "ことから、", "ことを踏まえ", "ことにより、")
_NOBODY = regex(r"(?:一部の|各|複数の|多くの|ほかの|他の)?(?:委員|議員|構成員|理事|評議員|出席者)")
_TOPIC_EACH = regex(r"[^、。「」]{1,40}?について、[^、。「」]{2,30}?(?:から|より)、?[^、。「」]{1,40}?について、?")
"""…から資料１について、事務局から資料２について, before the verb of both."""
_EACH = regex("それぞれ")
_SURNAME = regex(r"[一-龥々ァ-ヴー]{1,5}")
_BOTH = regex(r"(?:[一-龥々ァ-ヴー]{1,5}、){0,12}[一-龥々ァ-ヴー]{1,5}[両各](?:委員|議員|構成員|理事|名|氏)(?:から|より)")
_BEHIND_TOPIC = regex(r"(?:について|により|に基づき|ごとに|に沿って)(?=[^、。]{2,20}(?:から|より))")
"""…について事務局から, 資料２により事務局から: the agent behind its topic or its source."""
_BY_PAPERS = regex(r"(?:資料|別紙|議案書|説明資料)[^、。]{0,12}(?:により|に基づき|に沿って|を用いて)(?:、[^。]{0,20})?$")
_BELOW, _LONGEST_BELOW = regex(r"「?(?:次|以下|下記)の(?:とおり|通り|ような|旨)?"), 8
_ADDS = regex(r"(?:一方で?|また|さらに|加えて|併せて|あわせて|そして|特に)、")
"""What one speech goes on with over a full stop, where nobody else is named behind it."""
_ALSO_SAID = regex(r"[ \n、]*(?:る?とともに|ると同時に|併せて|あわせて|加えて|さらに|更に|同時に)、?")
_NOUN_BEFORE_COMMA = regex(rf"(?:との|旨の|という)(?:{HEAD})[がを]?、")
_QUOTED_LAST = 6
"""How near before a verb a quotation ends that is what was said: …「…」との趣旨の."""
_OF_WHAT = regex(r"(?<=[ぁ-ん])と[^、。「」]{2,16}を$")
_LONGEST_OF = 20
"""How far before を述べ the end of what was said stands."""
_BESIDE_SENTENCES = frozenset(" \n、")
"""What may stand around a sentence and is none of it."""
_LONGEST_RUN = 8
"""Over how many full stops an indirect speech may go on."""


@define(eq=False, repr=False)
class _Statement:
    """One agent's part of a sentence, in offsets of the unit."""

    start: int
    who: Slice | None
    body: int
    end: int
    by: str


@lru_cache(maxsize=512)
def act_of(verb: str) -> Act:
    """The act a reporting verb names; 発言 names none.

    >>> act_of("要望"), act_of("発言")
    (<Act.REQUEST: 'request'>, <Act.UNSPECIFIED: 'unspecified'>)
    """
    return next((act for pattern, act in _ACTS if pattern.search(verb)), Act.UNSPECIFIED)


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
class _Reader(Replies):
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
        self.calls = "を求め" in unit.masked
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
        if closing is None or not _reported(masked[slice(*closing)]) or masked.find("」", max(closing[0], closing[1] - _QUOTED_LAST), closing[1]) >= 0:
            return False
        for told in CUE.finditer(masked, start, end):
            # 事務局から説明がなされた後、千々石委員から、…した。…との発言があった。
            start = skip_comma(masked, told.end(), end)
        begin, _ = trim(masked, start, end)
        number = _ENUMERATOR.match(masked, begin, end)
        agent = self._agent(number.end() if number else begin, end, opening=True)
        return agent is not None and agent.by != "が" and self._agent(*closing, opening=False) is None

    def _closing(self, at: int, following: Sequence[int]) -> Slice | None:
        """What stands before the reporting verb in the first sentence behind ``at`` that has one; None where nobody's speech can go on to it."""
        masked = self.unit_.masked
        for stop in following:
            if masked[at - 1] == "\n" or (_LEADS.match(masked, at) and not _ADDS.match(masked, at)):
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
        start = self._moved_before(start, end) if _MOVES.search(masked, start, end) is not None else start
        before = len(self.entries)
        self.group = []
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
        at = self._inverted(start, end)
        for cue in CUE.finditer(masked, at, end):
            if cue.start() < at or (cue["chain"] and not self._chains(cue, end)) or (cue["said"] is not None and not self._tells_of(at, cue)):
                continue
            parts = self._parts(at, cue)
            if parts and (cue["to"] or not self._qualifies(parts[0])) and not self._gives_reason(parts[-1], cue) and not self._within_content(parts[-1], cue, end):
                self._report(parts, cue)
                at = skip_comma(masked, cue.end(), end)
        return at

    def _tells_of(self, at: int, cue: re.Match[str]) -> bool:
        """Whether を述べ has what was said before it: …と調査の結果を述べた, unlike 祝辞を述べた."""
        masked = self.unit_.masked
        return masked[cue.end("head") - 3 : cue.end("head")] != "を述べ" or masked.startswith("旨", cue.start() - 2) or at < self._told_to(cue) < cue.start()

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

    def _taken_up(self, start: int, end: int) -> None:
        """The question that a sentence tells of only in its answer; one told before is no other."""
        masked = self.unit_.masked
        lead = _LEADS.match(masked, start, end)
        found = self._asked_by(lead.end() if lead else start, end)
        follower = (AGENT.match(masked, found.end(), end) or SUBJECT.match(masked, found.end(), end)) if found is not None else None
        if found is None or follower is None or not self._is_agent(follower["who"]):
            return
        last = next((entry for entry in reversed(self.entries) if isinstance(entry, Said)), None)
        who = squeeze(found["who"])
        if last is not None and last.kind == "remark" and (_NOBODY.fullmatch(who) or self._label(last) == who):
            return
        base = self.unit_.base
        place, topic = trim(masked, *found.span("who")), found.span("topic") if found["topic"] else None
        said = Said("remark", base + place[0], base + found.end(), (base + place[0], base + place[1]), None, topic=_moved(topic, base), mode=SpeechMode.TOPIC, rule="topic")
        said.verb, said.act = _moved(found.span("head"), base), act_of(found["head"])
        self.entries.append(said)
        self.group.append(said)

    def _inverted(self, start: int, end: int) -> int:
        """Read …との報告が大関本部長よりなされた, what was said before who said it; the offset behind it."""
        masked = self.unit_.masked
        agent = max(masked.rfind("から", start, end), masked.rfind("より", start, end))
        # Most name who speaks first.
        found = INVERTED.search(masked, start, end) or INVERTED_TO.search(masked, start, end) if _ENDS_WORDS.search(masked, start, max(start, agent)) is not None else None
        if found is None or not self._is_agent(found["who"]) or self._agent(start, found.start(), opening=True) is not None:
            return start
        lead = _LEADS.match(masked, start, found.start())
        body = lead.end() if lead else start
        # …との報告が大関本部長より, …との委員からの質問: what was said ends before the first of noun and speaker.
        part = _Statement(start, trim(masked, *found.span("who")), body, min(found.start("head"), found.start("who")), "より")
        saids = self._said(part, found.end(), found["head"], found.span("head"), to=False)
        self._link(saids, [part])
        self.entries += saids
        self.group += saids
        return skip_comma(masked, found.end(), end)

    def _qualifies(self, part: _Statement) -> bool:
        """Whether …からの is said of something that is no speech: 県からの要求に基づき、…について説明を受け."""
        if part.by == "が" or self.unit_.masked[part.body - 1] != "の":
            return False
        between = self.unit_.masked[part.body : part.end]
        return "」" not in between and _reported(between) is None and _OF_A_THING.match(between) is not None

    def _gives_reason(self, part: _Statement, cue: re.Match[str]) -> bool:
        """Whether nobody in particular said nothing that is told, and it is why something was decided: 一部の委員から反対の意見もあったため、…."""
        masked = self.unit_.masked
        if not masked.startswith(_BECAUSE, cue.end()) or part.who is None or _NOBODY.fullmatch(squeeze(masked[slice(*part.who)])) is None:
            return False
        between = masked[part.body : cue.start()]
        stop = masked.find("。", cue.end())
        # Whoever speaks behind it answers: 委員から質問が出されたため、事務局から、…との回答があった.
        answered = _FROM.search(masked, cue.end(), stop if stop >= 0 else len(masked)) is not None
        return not answered and "」" not in between and _reported(between) is None

    def _within_content(self, part: _Statement, cue: re.Match[str], end: int) -> bool:
        """A verb inside an indirect speech: Aから、消防署から毎月報告を受け、検討している旨の答弁があった。

        So is one that a comma parts from から: Aから、面接の際に説明し、書面でも確認している旨回答があった。
        """
        masked = self.unit_.masked
        between = masked[part.body : part.end]
        does = part.by != "が" and masked[part.body - 1] == "、" and (cue["light"] in ("し", "を行い", "われ") or (cue["light"] in ("した", "した後") and masked.startswith(("ところ", "後", "に"), cue.end())) or cue["said"] is not None)
        if cue["to"] or "」" in between or _reported(between) or not (does or "から" in between or "より" in between):
            return False
        following = CUE.search(masked, cue.end(), end)
        return (
            following is not None and _reported(masked[cue.end() : following.start()]) is not None
            and self._agent(skip_comma(masked, cue.end(), end), following.start(), opening=masked.startswith("ところ", cue.end())) is None
        )

    def _chains(self, cue: re.Match[str], end: int) -> bool:
        """Whether a verb before a comma is one of a chain: …との質問、B委員から、…との質問があり."""
        if not _REPORTED.search(self.unit_.masked[max(0, cue.start() - 8) : cue.start()]):
            return False
        following = AGENT.match(self.unit_.masked, skip_comma(self.unit_.masked, cue.end(), end), end)
        return following is not None and self._is_agent(following["who"])

    def _parts(self, at: int, cue: re.Match[str]) -> list[_Statement]:
        """The statements that share one verb: A委員より、「…」旨、B委員より、「…」旨の発言."""
        masked = self.unit_.masked
        first = self._agent(at, cue.start(), opening=True) or self._same_speaker(at, cue.start())
        if first is None:
            return []
        found = [first]
        listed = masked.find("、", first.body, cue.start()) >= 0
        # Aから…について、Bから…について、それぞれ説明があった.
        each = listed and (_EACH.search(masked, max(first.body, cue.start() - _NEAR), cue.end()) or _TOPIC_EACH.fullmatch(masked, first.body, cue.start())) is not None
        for chain in (CHAIN_OF_TOPICS if each else CHAIN).finditer(masked, first.body, cue.start()) if listed else ():
            follower = self._agent(chain.end(), cue.start(), opening=False, subject=chain[0][0] == "」")
            if follower is None or follower.who == found[-1].who:
                continue
            # Behind …のか、 only who sits in the meeting asks on, or who does so by the verb of all.
            asks = self._sits(follower) or any(word in cue[0] for word in _ASKING)
            if masked[chain.start()] != "か" or (asks and follower.who is not None and follower.who[0] == chain.end()):
                found[-1].end = chain.end()
                found.append(follower)
        found[-1].end = self._told_to(cue)
        return [one for part in found for one in self._several(part)] if listed else found

    def _several(self, part: _Statement) -> Iterator[_Statement]:
        """The statements of one speaker that a comma parts, each with its noun: 委員から、…必要はないとの意見、…欠かせないとの意見があった."""
        masked, at = self.unit_.masked, part.body
        for noun in _NOUN_BEFORE_COMMA.finditer(masked, part.body, part.end) if "」" not in masked[part.body : part.end] else ():
            if noun.end() < part.end:
                yield _Statement(part.start if at == part.body else at, part.who, at, noun.end(), part.by)
                at = noun.end()
        yield part if at == part.body else _Statement(at, part.who, at, part.end, part.by)

    def _same_speaker(self, at: int, end: int) -> _Statement | None:
        """A further quotation of who has just spoken: …委員は「…」と評価した上で、「…」と注文を付けた。"""
        last = self.group[-1] if self.group else None
        also = _ALSO_SAID.match(self.unit_.masked, at, end) if last is not None and last.who is not None else None
        if last is not None and last.who is not None and also is not None and _reported(self.unit_.masked[also.end() : end]) is not None:
            # …委員から、…との意見が述べられ、併せて、…との要望があった
            return _Statement(also.end(), (last.who[0] - self.unit_.base, last.who[1] - self.unit_.base), also.end(), end, "が")
        further = _FURTHER.match(self.unit_.masked, at, end) if last is not None and last.mode is SpeechMode.QUOTED else None
        if last is None or last.who is None or further is None:
            return None
        base = self.unit_.base
        return _Statement(further.end(), (last.who[0] - base, last.who[1] - base), further.end(), end, "が")

    def _sits(self, part: _Statement) -> bool:
        """Whether a statement is a member's."""
        return part.who is not None and self.role_of(squeeze(self.unit_.masked[slice(*part.who)])) in MEMBERS

    def _agent(self, at: int, end: int, *, opening: bool, subject: bool = False) -> _Statement | None:
        """The agent at ``at``, after connectives; in a sentence's opening, after adverbials too. There, or where one may, it is perhaps a ``subject``."""
        masked = self.unit_.masked
        joint: int | None = None
        for _ in range(5 if opening else 2):
            begin = at
            while masked[at : at + 1] in _LEADS_FIRST and (lead := _LEADS.match(masked, at, end)):
                at = lead.end()
            quoted = _OF_BODY.match(masked, at, end) if opening and masked[at : at + 1] == "「" else None
            at = quoted.end() if quoted else at
            called = (self._called_for(at, end) or self._asked_by(at, end)) if opening else None
            at = called.end() if called is not None else at
            found = self._matched(AGENT, at, end) or (self._matched(SUBJECT, at, end) if opening or subject else None)
            if found:
                who = trim(masked, *found.span("who"))
                deed = who[1] - who[0] >= _SHORTEST_CAME and not _OF_DEEDS.isdisjoint(found["who"])
                came = (_CAME.match(masked, *who) or _DID.match(masked, *who)) if deed else None
                if came is not None and masked[came.end() : who[1]] not in _COLLECTIVE and self._is_agent(masked[came.end() : who[1]]):
                    who = came.end(), who[1]
                return _Statement(begin, (who[0] if joint is None else joint, who[1]), found.end(), end, found["by"])
            under = _UNDER.match(masked, at, end) if opening and masked[at : at + 1] == "「" else None
            comma = masked.find("、", at, end)
            if under is not None:
                joint, at = None, under.end()
            elif comma >= 0 and "」" not in masked[at:comma]:
                joint = (at if joint is None else joint) if self._shares(at, comma, end) else None
                at = comma + 1
            elif opening and (about := _BEHIND_TOPIC.search(masked, at, end)) is not None:
                at = about.end()
            elif opening and (paper := _REFERENCE.match(masked, at, end)) is not None:
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
        quote = next((q for q in self.unit_.quotes if q[0] == begin), None)
        return quote is not None and _REPORTS_IT.match(masked, quote[1]) is not None

    def _is_body(self, found: re.Match[str]) -> bool:
        """Whether a body is named that speaks: 機構から、…旨の説明があった."""
        stop = found.end()
        return (squeeze(found["who"]) in BODIES or COMPANY.fullmatch(squeeze(found["who"])) is not None) and (found["next"] == "、" or self.unit_.masked.startswith(("「", "資料", "別紙"), stop))

    def _subject_reports(self, found: re.Match[str], end: int) -> bool:
        """事務局が…説明した: a subject counts only where the verb is its own act of saying."""
        cue = CUE.match(self.unit_.masked, end)
        if _QUOTES.match(self.unit_.masked, found.end()):
            return True
        own = cue is not None and (_OWN.match(cue["light"] or "") is not None or cue["noun"] is not None or cue["said"] is not None)
        # は and も name who spoke where a comma parts them from what was said: 会計課長は、…であると回答した。
        said = self.unit_.masked[found.end() : end]
        told = found["by"] == "が" or (found["by"] == "は" and cue is not None and (cue["said"] is not None or _reported(said) is not None)) or (found["next"] == "、" and (_reported(said) or _BY_PAPERS.search(said) or _TOPIC_TOLD.search(said)) is not None)
        return own and told and not self._speaks_besides(found, end)

    def _speaks_besides(self, found: re.Match[str], end: int) -> bool:
        """Whether から behind a subject may name who speaks; behind a comma only where somebody stands before it: 委員が、いつから始まるのかと質問し."""
        masked = self.unit_.masked
        for particle in _FROM.finditer(masked, found.end(), end):
            before = masked[masked.rfind("、", 0, particle.start()) + 1 : particle.start()]
            if found["next"] != "、" or self._is_agent(before):
                return True
        return False

    def _is_agent(self, who: str) -> bool:
        words = squeeze(who)
        return words in self.flow.habits.sides or is_agent(words)

    # -- one verb's statements ---------------------------------------------------------

    def _report(self, parts: list[_Statement], cue: re.Match[str]) -> None:
        verb: Slice | None = None if cue["said"] is not None else cue.span("to" if cue["to"] else "head")
        printed = cue["head"] if verb is None else cue.string[slice(*verb)]
        saids: list[Said] = []
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            end = cue.end() if last else parts[number + 1].start
            saids += self._said(part, end, printed, verb, to=cue["to"] is not None)
        self._link(saids, parts)
        self.entries += [self._announced(said) or said for said in saids]
        self.group += saids

    def _announced(self, said: Said) -> Told | None:
        """What a sentence tells of words that stand below it: ３委員から次の旨の意見があった。, above 委員：…."""
        place = said.text or said.topic
        hollow = place is not None and place[1] - place[0] <= _LONGEST_BELOW and said.kind == "remark" and _BELOW.fullmatch(self.flow.folded, *place) is not None
        return Told(said.start, said.end, rule="introduction") if hollow else None

    def _said(self, part: _Statement, end: int, printed: str, verb: Slice | None, *, to: bool) -> list[Said]:
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
            made.append(Said("remark", start, base + end, who, _moved(text, base), topic=_moved(topic, base), mode=mode,
                             rule="indirect" if text else "topic"))
        place, act = _moved(verb, base), act_of(printed)
        for said in made:
            said.verb, said.act = place, act
        return made

    def _is_enclosed(self, start: int, end: int) -> bool:
        """Whether all of a content stands in one pair of double quotation marks."""
        masked = self.unit_.masked
        return end - start > len("『』") and masked[start] == "『" and masked.find("』", start, end) == end - 1

    def _quoted(self, part: _Statement) -> list[Slice]:
        """The quotations of a statement that are speech: they open its content and a verb closes them."""
        masked = self.unit_.masked
        found: list[Slice] = []
        for run in self._runs(part):
            before = masked[(found[-1][1] if found else self._behind_reference(part.body, run[0][1])) : run[0][0]]
            behind = masked[run[-1][1] : run[-1][1] + 80]
            opens = not before.strip(" 、\n") or (bool(found) and _ANOTHER.match(before)) or bool(
                not found and _ON.match(before))
            if opens and _SAID.match(behind):
                found += run
            elif not found:
                return []
        return found

    def _runs(self, part: _Statement) -> Iterator[list[Slice]]:
        """The quotations of a statement, those together that nothing parts: 「…」「…」、「…」などの意見."""
        run: list[Slice] = []
        for quote in self.unit_.quotes:
            if part.body <= quote[0] < part.end and quote[1] - quote[0] > len("「」"):
                if run and not _BESIDE.fullmatch(self.unit_.masked, run[-1][1], quote[0]):
                    yield run
                    run = []
                run.append(quote)
        if run:
            yield run

    def _content(self, part: _Statement, *, to: bool) -> tuple[Slice | None, Slice | None]:
        """The indirect content of a statement, and its topic."""
        masked, start, end = self.unit_.masked, part.body, part.end
        start = self._behind_reference(start, end)
        whom = _TO_WHOM.match(masked, start, end)
        if whom is not None and self._is_agent(whom["whom"]):
            start = whom.end()
        words = masked[start:end]
        told = (_reported(words) or _POINT.search(words, max(0, len(words) - 2))) if not to else None
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
        found = _REFERENCE.match(self.unit_.masked, start, end)
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

    # -- kinds and links -----------------------------------------------------------------

    def _link(self, saids: list[Said], parts: list[_Statement]) -> None:
        masked = self.unit_.masked
        lead = masked[parts[0].start : parts[0].who[0] if parts[0].who else parts[0].start]
        before = masked[max(0, parts[0].start - 14) : parts[0].start]
        several = lead + before != "" and _SEVERAL.search(before + lead) is not None
        connected = several or (lead != "" and _CONNECTIVE.search(lead) is not None)
        asked = bool(self.group) and _ASKED.search(before) is not None
        for said in saids:
            self._kind(said, connected=connected, several=several, asked=asked)

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
        source = _FROM.search(masked, start, min(end, start + _NEAR))
        cue = CUE.search(masked, source.end(), end) if source else None
        return cue is not None and cue["light"] is not None and _reported(masked[start : cue.start()]) is not None

    def _moved(self, start: int, end: int) -> bool:
        masked = self.unit_.masked
        words = masked[start:end]
        if "席" not in words and "室" not in words and "場" not in words and "参加" not in words and "着" not in words and "加わ" not in words and "中座" not in words:
            return False
        for pattern, change in ((_LEAVE, Change.LEFT), (_JOIN, Change.JOINED)):
            people = self._who_moved(pattern, start, end)
            if people:
                base = self.unit_.base
                back = _RETURNS.search(masked, people[-1][1], end) if change is Change.LEFT else None
                stop = back.start("back") if back is not None else end
                who = [(base + a, base + b) for a, b in people]
                self.entries.append(Moved(base + people[0][0], base + stop, change, who, rule="attendance"))
                if back is not None:
                    self.entries.append(Moved(base + stop, base + end, Change.JOINED, who, rule="attendance"))
                return True
        return False

    def _moved_before(self, start: int, end: int) -> int:
        """Where the report begins behind who came or left before it: 両室長が退席した後、審査官より、…説明があった."""
        masked = self.unit_.masked
        lead = _MOVED_FIRST.match(masked, start, end)
        reports = lead is not None and CUE.search(masked, lead.end(), end) is not None
        return lead.end() if lead is not None and reports and self._moved(start, lead.end()) else start

    def _who_moved(self, pattern: re.Pattern[str], start: int, end: int) -> list[Slice]:
        """Whom a sentence lets come or leave, perhaps behind clauses: ３番については、同法の規定により、蔦谷委員が退席した."""
        masked = self.unit_.masked
        at = start
        for _ in range(_CLAUSES):
            found = pattern.match(masked, at, end)
            people = self._people(found) if found else []
            at = masked.find("、", at, end) + 1
            if people or not found or not at:
                return people
        return []

    def _people(self, found: re.Match[str]) -> list[Slice]:
        """The people named before が, from the last backwards while each can be somebody."""
        start = found.start("who")
        words = found["who"]
        pieces: list[Slice] = []
        at = 0
        for split in [*_PEOPLE_SPLIT.finditer(words), None]:
            stop = split.start() if split else len(words)
            pieces.append(trim(self.unit_.masked, start + at, start + stop))
            at = split.end() if split else stop
        people: list[Slice] = []
        for piece in reversed(pieces):
            words = self.unit_.masked[slice(*piece)]
            marked = len(words) - len(words.lstrip("※・ "))
            piece, words = (piece[0] + marked, piece[1]), words[marked:]
            if words.startswith("ここで"):
                piece, words = (piece[0] + 3, piece[1]), words[3:]
            house, whence, person = words.rpartition("から")
            if whence and self._is_agent(person):
                # 国土計画省から早島文書管理室長が出席した。
                piece, words = (piece[0] + len(house) + len(whence), piece[1]), person
            office, of, person = words.rpartition("の")
            if of and len(office) > 1 and "の" not in office and is_kanji(person[:1]) and not _WHY.search(person) and self._is_agent(person):
                # 整形外科の保坂医師, 当センター顧問の赤羽根弁護士
                piece, words = (piece[1] - len(person), piece[1]), person
            known = piece if self._is_agent(words) or STAFF.search(words) else self._of_office(*piece)
            if known is None:
                break
            people.append(known)
        return people[::-1]

    def _of_office(self, start: int, end: int) -> Slice | None:
        """The office and person behind what tells why they came: 実施機関として学校課の砥上課長."""
        words = self.unit_.masked[start:end]
        cut = max((found.end() for found in _WHY.finditer(words)), default=0)
        if cut and self._is_agent(words[cut:]):
            return start + cut, end
        office, of, person = words[cut:].rpartition("の")
        return (start + cut, end) if of and len(office) > 1 and "の" not in office and self._is_agent(person) else None


def _reported(words: str) -> re.Match[str] | None:
    """The words between what was said and the verb: …との, …旨の; they are few and stand at the end."""
    return _REPORTED.search(words, max(0, len(words) - 10))


def _moved(place: Slice | None, base: int) -> Slice | None:
    return (place[0] + base, place[1] + base) if place else None
