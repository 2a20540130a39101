"""What a turn of a verbatim record is: a remark, an explanation, or a response, and to which remark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from itertools import takewhile
from operator import itemgetter

from attrs import define, field

from minutes_model.grammar.draft import Said
from minutes_model.grammar.turns import Family, Turn
from minutes_model.layout import Flow
from minutes_model.model.enums import ReplyLink, Role
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.plausible import title_suffix
from minutes_model.people.roles import role_of_title
from minutes_model.text import squeeze

__all__ = ["Cast", "Occasion", "Part", "RoleOf", "Utterance", "link_answers", "presiders", "read_cast_of", "role_of_label"]

_NUMBERED = regex(r"(?:\d+|[一二三四五六七八九十百]+)番(?:委員|議員)?$|^(?:各?委員|構成員|出席者|議員)?(?:一同|全員)$")
"""A seat, or all members together."""
_OF_PUBLIC = regex(r"(?:市民|町民|村民|区民|県民|住民|参加者|出席者|傍聴者|質問者|来場者)(?:[A-Z甲乙丙丁]|\d{1,2})")
"""市民Ａ: who speaks up at a meeting with the public."""
_HONORIFIC = regex(r"(?:君|さん|くん|氏|様|殿)$")
_LEADING = regex(r"(?P<title>[^()]{1,18}[長官員監事査幹佐役者])(?=[^長官員監]{2,7}(?:君|さん|氏|様|殿)$)")
"""A title before a full name: 学校教育課長天野逸平君."""
_BRACKET = regex(r"\(([^()]*)\)$")
_HOST = regex(r"司会|進行役")
_DEPUTY = regex(r"職務代[理行]者?$|代行$")
_SIDE = regex(
    r"業者|申請[者人]|応募(?:者|団体|法人)|提案者|候補者|請願者|陳情者|代表者?$|[社省庁課局部室係]$|担当者?$|説明[者員]$|理事者$|執行部$|^[A-Z甲乙丙丁](?:団体|法人|事業体|グループ)$|^(?:団体|法人)(?:[A-Z甲乙丙丁]|\d{1,2})$"
)


class Part(Enum):
    """What a speaker does in the meeting."""

    CHAIR = auto()
    MEMBER = auto()
    SIDE = auto()


class Occasion(Enum):
    """What an item is for, where its turns are then none of a debate."""

    DEBATE = auto()
    OPENING = auto()
    """The meeting opens: 開会. Who speaks there greets, unless he was asked to present something."""
    GREETING = auto()
    """健康福祉部長あいさつ: the first official greets."""
    ELECTION = auto()
    """委員長の互選: until there is a chair, whoever presides is none of those who explain and answer."""


_PARTS = {
    Role.CHAIR: Part.CHAIR,
    Role.DEPUTY_CHAIR: Part.MEMBER,
    Role.MEMBER: Part.MEMBER,
    Role.PUBLIC: Part.MEMBER,
    Role.SECRETARIAT: Part.SIDE,
    Role.OFFICIAL: Part.SIDE,
    Role.GUEST: Part.SIDE,
}

_GOVERNMENTS = frozenset("国都道府県市区町村局")
"""What speaks for itself by one character: [市]."""

RoleOf = Callable[[str], Role]


def role_of_label(label: str) -> Role:
    """The role in a label: in the words before its bracket, else in the bracket.

    >>> role_of_label("委員長(神保千鶴さん)"), role_of_label("3番(薄衣昌子君)")
    (<Role.CHAIR: 'chair'>, <Role.MEMBER: 'member'>)
    """
    note = _BRACKET.search(label)
    outside = label[: note.start()] if note else label
    if _NUMBERED.search(outside):
        return Role.MEMBER
    if outside in _GOVERNMENTS:
        return Role.OFFICIAL
    if _OF_PUBLIC.fullmatch(outside):
        return Role.PUBLIC
    if _DEPUTY.search(outside):
        return Role.DEPUTY_CHAIR
    for words in (outside, note[1] if note else "", _HONORIFIC.sub("", outside)):
        role = role_of_title(words)
        if role is not Role.UNKNOWN:
            return role
    leading = _LEADING.match(outside)
    if leading and (role := role_of_title(leading["title"])) is not Role.UNKNOWN:
        return role
    if not note and _HONORIFIC.search(outside):
        return Role.MEMBER
    if _SIDE.search(outside) or (note and not _HONORIFIC.search(note[1])):
        return Role.GUEST
    return Role.UNKNOWN


@passing(eq=False, repr=False)
class Utterance:
    """A speech with the words of its label; ``narrated`` where the record reports it."""

    said: Said
    label: str
    narrated: bool = False


# Each alternative begins with a plain character, so that the search skips to those.
_PROCEDURE = regex(
    "|".join(rf"{word}.{{0,16}}(?:願い|求め|ありません|ございません|いかが)" for word in ["説明", "答弁", "意見", "質問", "質疑", "挙手", "発言", "報告", "起立"])
    + "".join(rf"|{word}と?(?:いた)?します" for word in ("開催", "閉会", "散会", "開会"))
    + "".join(rf"|{word}[はを]?(?:これで)?終了と?(?:いた)?します" for word in ("会議", "委員会", "審議会", "会合"))
    + r"|どうぞ。|議題と|に(?:入り|移り)ます|へ(?:入り|移り)ます|採決|諮り|異議なしと認め|異議[^。]{0,6}(?:ございません|ありません|ない(?:です|でしょう))か"
)
_TAKES_OVER = regex(r"(?:ここ|これ|以後|以降)(?:から|より)?(?:先)?(?:は|の)[^。]{0,12}(?:私|わたくし)(?:が|の方で|のほうで)[^。]{0,14}(?:進め|進行|務め|議事)")
"""では、ここからは私が進めます: who takes the chair."""
_TAKING = 3
"""As how many turns that hand over it counts."""
_ASKING = (
    "か", "かね", "ください", "下さい", "たい", "たいです", "たいと思います", "たいと存じます",
    "ほしい", "ほしいです", "欲しい", "欲しいです", "伺います", "お聞きします", "お尋ねします",
    "お伺いします", "お聞きいたします", "お尋ねいたします", "質問します", "質問いたします",
)  # fmt: skip
_LOOK = regex(
    r"へ伺|[御ご](?:覧|承知|安心|容赦|放念|了承|理解|参照|確認|連絡|留意|審議|検討|協力|協議|議論|判断|了解|利用|活用|遠慮|注意|来場|来館|応募|一報)|(?:諮り|検討し|進め|努め|取り組み|報告し|紹介し|実施し|図り|対応し|調整し|回答し|お答えし|いき|まいり|参り|続け|図って|改め|整え|高め|深め|広げ|生かし)たい|お(?:切り|使い|座り|開き|手元|めくり|越し|集まり|出掛け|出かけ|運び|待ち|楽しみ|問い?合わ?せ|申し?込み|願い|示し|申し?出|申し?付け|声掛け|声がけ|尋ねくだ|知らせ|寄せ|待ち|取り)"
)

_OWN_WISH = regex(
    "".join(rf"(?<!{word})" for word in ("いただき", "頂き", "もらい", "聞き", "聞きし", "聞きいたし", "伺い", "伺いし", "伺いいたし", "尋ねし", "尋ねいたし", "確認し", "願い", "願いし", "知り", "求め"))
    + r"たい(?:です|と思います|と存じます)$"
)
"""目標に加えたいと存じます。: what an official will do himself."""
_LOOKING = 16
"""How far before a sentence's end what it asks for may stand: 御審議いただきたいと存じます。"""


@passing(eq=False, repr=False)
class Cast:
    """Who leads the meeting, which of the others ask instead of answering, and all turns by their place.

    ``hang`` is the indent from which on a paragraph goes on with the turn above it, where the lines of turns hang below their
    first words; 0 where they do not.
    """

    chairs: frozenset[str] = frozenset()
    askers: frozenset[str] = frozenset()
    roles: Mapping[str, Role] = field(factory=dict)
    others: Part = Part.MEMBER
    turns: Mapping[int, Turn] = field(factory=dict)
    hang: int = 0

    def part(self, label: str) -> Part:
        """The part of the speaker of that label."""
        if label in self.chairs:
            return Part.CHAIR
        if label in self.askers:
            return Part.MEMBER
        return _PARTS.get(self.role(label), self.others)

    def role(self, label: str) -> Role:
        """The role of the speaker of that label."""
        return self.roles.get(label) or role_of_label(label)

    def leads(self, label: str) -> bool:
        """Whether the speaker may state what the meeting decided: the chair, or who stands in."""
        return label in self.chairs or self.role(label) in (Role.CHAIR, Role.DEPUTY_CHAIR)


def read_cast_of(
    flow: Flow, blocks: range, family: Family, role_of: RoleOf = role_of_label, bearer_of: Callable[[str], str] = str
) -> Cast:
    """The cast of a document, from all its turns; ``bearer_of`` tells who bears a label, where several mean one person.

    Where no label names a chair, or the one who is named never hands over, who hands over most is in the chair. An
    official most of whose turns ask sits on the asking side (the reviewing agency before the operator).
    """
    turns = {flow.blocks[i].start: turn for i in blocks if (turn := family.turn(flow, flow.blocks[i]))}
    roles: dict[str, Role] = {}
    counts: dict[str, list[int]] = {}
    hosted = False
    before: dict[str, tuple[int, int]] = {}
    starts = [*turns, flow.blocks[blocks[-1]].end if blocks else 0]
    for turn, end in zip(turns.values(), starts[1:], strict=True):
        role = roles.get(turn.words) or roles.setdefault(turn.words, role_of(turn.words))
        count = counts.setdefault(turn.words, [0, 0, 0])
        if role is Role.CHAIR and not before:
            # What an official asks who presides until there is a chair is procedure.
            before = {label: (said, asked) for label, (said, asked, _) in counts.items()}
        count[0] += 1
        if _PARTS.get(role, Part.SIDE) is Part.SIDE:
            count[1] += asks(flow, turn.head, end, own=False)
        if role is not Role.CHAIR:
            count[2] += _PROCEDURE.search(flow.folded, max(turn.head, end - 80), end) is not None
            count[2] += _TAKING * (_TAKES_OVER.search(flow.folded, turn.head, min(end, turn.head + _HEAD)) is not None)
        elif not hosted:
            hosted = _PROCEDURE.search(flow.folded, max(turn.head, end - 80), end) is not None or _hands_over(flow, turn, end)
    chairs = {label for label, role in roles.items() if role is Role.CHAIR}
    if not hosted:
        chairs |= _leading(counts, bearer_of, share=2 if chairs else 0)
    chairs |= {label for label in roles if _HOST.search(label)}
    askers = {label for label, (said, asked, _) in counts.items() if _mostly_asks(said, asked, *before.get(label, (0, 0)))} - chairs
    # Where members bear 委員, who bears an unknown title is none of them.
    others = Part.SIDE if Role.MEMBER in roles.values() or Role.PUBLIC in roles.values() else Part.MEMBER
    return Cast(frozenset(chairs), frozenset(askers), roles, others, turns, _hang(flow, blocks, turns))


def _mostly_asks(said: int, asked: int, said_before: int, asked_before: int) -> bool:
    """Whether more than half of somebody's turns ask, also without those before the chair first spoke."""
    return 2 * asked > said and 2 * (asked - asked_before) > said - said_before


_DEEPER = 4
"""How much deeper than their labels the lines of turns stand that hang below their words, in columns."""


def _hang(flow: Flow, blocks: range, turns: Mapping[int, Turn]) -> int:
    """Half way between the labels and the lines that hang below the words of all long turns, or below labels that stand alone."""
    long = [(block.indent, block.hang) for i in blocks if (block := flow.blocks[i]).hang >= 0 and block.start in turns]
    long += [(flow.blocks[i].indent, flow.blocks[i + 1].indent) for i in blocks[:-1] if (turn := turns.get(flow.blocks[i].start)) is not None and turn.text is None and flow.blocks[i + 1].start not in turns]
    outer, inner = max((indent for indent, _ in long), default=0), min((hang for _, hang in long), default=0)
    return (outer + inner) // 2 if len(long) > 1 and inner >= outer + _DEEPER else 0


_LEADS_OFTEN = 2
"""How many turns must hand over before anybody leads by them."""


def _hands_over(flow: Flow, turn: Turn, end: int) -> bool:
    """Whether a turn only calls the next speaker: はい、長谷委員。"""
    return turn.text is not None and _HANDS_OVER.fullmatch(flow.folded, turn.text, end - (flow.folded[end - 1] == "\n")) is not None


def _leading(counts: Mapping[str, Sequence[int]], bearer_of: Callable[[str], str], share: int) -> set[str]:
    """Under which labels who leads where no chair does: 教育長, 担当大臣 or a 担当委員 who hands over most.

    Beside a chair who does not lead, one turn in ``share`` of his must hand over.
    """
    handed: Counter[str] = Counter()
    for label, (_, _, often) in counts.items():
        if often:
            handed[bearer_of(label)] += often
    best, often = max(handed.items(), key=itemgetter(1), default=("", 0))
    if often < _LEADS_OFTEN:
        return set()
    labels = {label for label in counts if bearer_of(label) == best}
    turns = sum(counts[label][0] for label in labels)
    return set() if share and often * share < turns else labels


def asks(flow: Flow, start: int, end: int, *, own: bool = True) -> bool:
    """Whether a text asks or requests, leaving aside 御覧ください, 諮りたい and the like; with ``own`` also by what somebody would like to do himself."""
    words = flow.folded
    at = words.find("。", start, end)
    while at >= 0:
        if words.endswith(_ASKING, start, at) and not _LOOK.search(words, max(start, at - _LOOKING), at) and (own or not _OWN_WISH.search(words, max(start, at - _LOOKING), at)):
            return True
        at = words.find("。", at + 1, end)
    return False


class _Cue(Enum):
    """What a turn asks the next speaker to do."""

    NONE = auto()
    PRESENT = auto()
    NEXT = auto()
    REPLY = auto()
    ASK = auto()
    CALL = auto()
    CLOSE = auto()
    GREET = auto()


_WISHES = regex(r"(?<!説明)(?<!報告)(?<!紹介)(?<!審議)(?<!発言)(?<!協議)(?<!検討)(?<!挙手)(?<!進行)(?<!質問)(?<!意見)も、?(?:ぜひ、?|是非、?)?お願い(?:いた)?します。$")
"""子ども向けの解説もお願いします。: what the chair himself would like."""
_CLOSING = regex(
    "|".join(rf"{word}[とに]?(?:いた)?(?:します|しました|ました|たい|とします)" for word in ("閉会", "散会", "終了", "終わり", "これまで"))
    + "|終わ(?:ります|りとします)|お返し(?:いた)?します|ありがとう[^。]*。[^。]*退[室席]を|お疲れ[^。]*。[^。]*退[室席]を"
)
_GREETING = regex(r"挨拶|自己紹介|一言、?(?:お願い|いただ|頂)")
_INTRODUCES = regex(r"(?:異動|就任|新任|着任|交代|改選)(?![^。]{0,6}(?:経緯|内容|概要))[^。]{0,40}(?:から|より)、?[^。]{0,10}紹介")
"""人事異動に伴い、幹部職員に交代がありましたので、局長より紹介があります。: people, who are greeted."""
_PRESENTING = regex(
    "|".join(
        rf"{word}(?!して(?:もら|いただ|ほし))[^。]{{0,14}}(?:願|求め|始め|ください|いただ|頂|聴取|あり|ござい|受け)"
        for word in ("説明", "報告", "紹介", "連絡", "補足", "資料の確認")
    )
    + "|何か(?:ござい|あり)"
)
_LATER = regex(r"次に|続い|続き|次の|議題|議案|資料|事項|最後|連絡|その他|移り|入り")
_TOPIC = regex(
    "|".join(rf"{word}、?(?:よろしく)?お願い(?:いた)?します。?$" for word in ("について", "の件")) + r"|議題と(?:いた)?します|上程(?:いた)?します|"
    + "|".join(rf"{word}.{{0,12}}に(?:入り|移り)ます" for word in ("議題", "議案", "議事"))
)
_CALLED = regex(r"(?:続い|続き|次に)[^。]{2,40}について、[^。]{2,20}[長員官]。$")
_HANDS_OVER = regex(r"(?:はい、|それでは、|では、|続いて、|次に、)?[^。、]{2,20}[長員官臣監査幹事任佐君氏局課](?:さん)?、?(?:(?:どうぞ|よろしく)?お願い(?:いた)?します|どうぞ)?。?")
"""A turn that is no more than a title with what stands before it, and so leaves open what waits for an answer: 鬼頭建設部長。"""
_CALLS = regex(r"(?:はい、|それでは、|では、|続いて、|次に、)?(?P<who>[^。、]{2,24}?)(?:から)?(?:、[^。、]{0,24}(?:お答え|お願い|どうぞ)[^。、]{0,14})?[。?]?")
"""Who is called, and for what: 高橋委員、お答えいただけますか。"""
_PASSES = regex(r"(?P<who>[^。、]{2,30}[長員授])(?:さん|先生)?から、?(?:一言|何か|少し|補足して|まず)?、?(?:お願い(?:でき|いた|し|します)|お話し?(?:いただけ|いただき|願え)|いかがで)[^。]{0,10}[。?]?$")
"""…、実際に測定をされた古木専門委員からお願いできますか。: who is to answer, at the end of a sentence that says why."""
_REPLYING = regex(r"お答え|答弁|回答|考え方?を(?:お?示し|述べ|お?聞かせ|お願い)|見解を(?:お?示し|述べ|お?聞かせ|お願い)")
_GENERAL = regex(
    r"意見|質問|異議|質疑|発言|不明|ほか[には]|他に|何か|いかが|よろし|お(?:答え|願い)|どうぞ|(?:ござい|あり)ませんか"
)
_SPECIFIC = regex(r"(?:どちら|どこ|いつ|誰|だれ|なぜ|幾ら|いくら|どれ|何[時年月日人件円回])[^。]*(?:です|ます|でしょう|のでしょう)か。?$")
"""２者の間で意見が割れたときは、どちらが決めるのですか。: asks one thing."""
_OF_FLOOR = regex(r"(?:意見|質問|質疑|異議|発言|不明)[^。]{0,10}(?:あり|ござい|いかが|よろし|お)")
"""御意見はどちらからでもございますか。: asks the floor."""
_QUESTION_ENDS = ("か。", "か?")
_LONG_ENOUGH = 2
_HEAD = 60
"""In how many characters a turn says what it is."""
_PRESENTS_NOW = regex(r"(?:(?:御|ご)?説明|(?:御|ご)?報告|(?:御|ご)?紹介)(?:を)?(?:いた|申し|させて|し)|(?<!改めて)(?<!追って)(?<!後日)(?<!後日、)(?:御|ご)連絡(?:いた|申し)")
_OF_PART = regex(r"(?:続きまして|続いて|次に|最後に|また|同じく)?、?(?:整理|受付|申請|議案|案件|事業)?(?:番号 ?(?:第 ?)?(?:\d{1,3}|[一二三四五六七八九十]{1,3}) ?番?|(?<=[、にてた])(?:議案|案件|報告|諮問|議題|日程) ?(?:第 ?)?(?:\d{1,3}|[一二三四五六七八九十]{1,3}) ?[番号]?)(?:[は、]|に(?:つき|つい)|でござい|です)")
"""番号２は、字下平の畑…: the next part of what is presented."""
_COUNTS = regex(r"(?:それでは|では|ただいまの)?、?(?:開票|投票|集計|採点|点検|抽[選せ]ん?)の?結果(?:を|につきまして|について|は)、?")
"""開票の結果を報告します, which no member asked for."""
_ENDS_MEETING = regex(r"以上(?:で|をもちまして|をもって)、?[^。]{0,20}(?:議事|会議|審議会|委員会|協議会|検討会|分科会|部会)[^。]{0,16}(?:終わ|終了|閉)|(?:長時間|慎重|熱心|活発)[^。]{0,12}(?:審[議査]|議論|協議|検討|討議|討論)[^。]{0,8}ありがとうございました。$")
_OBSERVES = regex(r"オブザーバー(?:ですが|の立場|として|でござい|ではあり)")
_SPEAKS_UP = regex(r"(?:意見を|一言、?|(?:立場|現場|観点)から(?:一言、?)?)申し(?:上げ|述べ)")
"""監理部の意見を申し上げます: what an official says for his own part where nobody asked him."""
_OPENING = regex(
    r"開会|会議を(?:開|始)|(?:ただいま|只今|これ)(?:から|より)[^。]{0,40}会を(?:開|始)|開催(?:いた(?!しました)|させ(?!ていただきました)|し(?:ま(?!した)|たい))|閉会|定刻|司会|進行|議事を|議長を|議事に|(?:お|御|ご)(?:集まり|越し)(?!くだ|下|いただきたい|願い|いただいて(?:おり|い)ますので)|委嘱状|辞令|着席|(?:ここで|公務のため)[^。]{0,16}退席|"
    r"(?:会|座|議|員|育)長.{0,16}(?:お願い|願います)|(?:長時間|慎重|熱心|活発|真摯).{0,12}(?:御|ご)?(?:審議|議論|協議)"
)
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
_ASSENT = regex(r"承知|はい|かしこまり|[分わ]かりました|[御ご](?:指摘|質問)|お答え|お見込み|検討|銘じ")


_QUOTED = regex(r"「[^「」]*」")


def _cue(flow: Flow, said: Said, *, explained: bool) -> _Cue:
    if said.text is None:
        return _Cue.NONE
    start, end = max(said.text[0], said.text[1] - 90), said.text[1]
    words = flow.folded[start:end]
    if _HANDS_OVER.fullmatch(flow.folded, *said.text):
        return _Cue.CALL
    last = _QUOTED.sub("", words[words.rfind("。", 0, -1) + 1 :])
    if _INTRODUCES.search(words):
        return _Cue.GREET
    if _PRESENTING.search(words[-60:]):
        return _Cue.NEXT if _LATER.search(words) or not explained else _Cue.PRESENT
    if _TOPIC.search(words) or _CALLED.search(words):
        return _Cue.NEXT
    if _REPLYING.search(last) or ("から" in last and _PASSES.search(last)):
        return _Cue.REPLY
    if _CLOSING.search(words):
        return _Cue.CLOSE
    if _GREETING.search(words):
        return _Cue.GREET
    if (asks(flow, start, end) and (not _GENERAL.search(last) or _is_specific(last))) or _WISHES.search(last):
        return _Cue.ASK
    return _Cue.NONE


def _is_specific(sentence: str) -> bool:
    """Whether a sentence asks one thing, though it holds a word of those that ask the floor."""
    return _SPECIFIC.search(sentence) is not None and _OF_FLOOR.search(sentence) is None


def _is_same(called: str, label: str) -> bool:
    """Whether a label bears the surname and the title that somebody is called by: 秋庭副大臣, 秋庭国土交通副大臣."""
    title = title_suffix(called) or ""
    name = called.removesuffix(title)
    return bool(title and name) and (called.endswith(label) or (label.startswith(name) and label.endswith(title)))


def _called(flow: Flow, said: Said) -> str:
    """Whom the last sentence of a chair's turn calls: 高橋委員、お答えいただけますか。"""
    if said.text is None:
        return ""
    start, end = max(said.text[0], said.text[1] - 60), said.text[1]
    words = flow.folded[start:end]
    last = words[words.rfind("。", 0, -1) + 1 :].strip()
    found = (_PASSES.search(last) if "から" in last else None) or _CALLS.fullmatch(last)
    return squeeze(found["who"]) if found else ""


@define(eq=False, repr=False)
class _Debate:
    """What is open while the turns of an item are read in order."""

    flow: Flow
    explained: bool = False
    pending: Said | None = None
    answered: bool = False
    cue: _Cue = _Cue.NONE
    called: str = ""
    last: Said | None = None
    led: bool = False
    waiting: list[Said] = field(factory=list)
    occasion: Occasion = Occasion.DEBATE
    presenter: str = ""
    deferred: Said | None = None

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
        self.cue = _cue(self.flow, said, explained=self.explained)
        self.called = _called(self.flow, said)
        if self.cue is _Cue.ASK:
            self.open(said)
        elif (self.answered and self.cue not in (_Cue.REPLY, _Cue.CALL)) or self.cue in (_Cue.NEXT, _Cue.CLOSE) or self._decides(said):
            self.pending, self.answered = None, False
        self.explained = self.explained and self.cue is not _Cue.NEXT
        self.led = True

    def _decides(self, said: Said) -> bool:
        """Whether the chair states what was decided, with which nothing is open any more."""
        return said.text is not None and _DECIDED.search(self.flow.folded, max(said.text[0], said.text[1] - _HEAD), said.text[1]) is not None

    def hands_over(self, said: Said) -> bool:
        """Whether a deputy presides: his turn calls for a presentation, for questions or the next speaker."""
        return _cue(self.flow, said, explained=self.explained) in (_Cue.NEXT, _Cue.PRESENT, _Cue.CALL)

    def open(self, said: Said) -> None:
        self.pending, self.answered = said, False

    def hear_member(self, said: Said, label: str = "") -> None:
        said.kind = "remark"
        if self.cue in (_Cue.NEXT, _Cue.PRESENT, _Cue.CALL) and self.called and _is_same(self.called, label):
            self.presenter = label
        self.open(said)
        self.waiting.append(said)
        self.cue, self.led = _Cue.NONE, False

    def is_asked(self, label: str) -> bool:
        """Whether a member's turn answers the open question."""
        return self.is_called(label, role_of_label(label)) or self.takes_up(label) or self.is_addressed(label)

    def is_asked_by_chair(self, said: Said) -> bool:
        """Whether an official who asks more than he tells answers a question of the chair right before, and asks nothing himself: お貸しできます。…御相談ください。"""
        if self.cue is not _Cue.ASK or self.pending is not self.last or self.last is None or self.last.text is None or said.text is None:
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
        return self.cue is _Cue.REPLY or (self.cue is _Cue.CALL and role is Role.OFFICIAL)

    def takes_up(self, label: str) -> bool:
        """Whether a minister among the members answers what one who holds no office asked right before him."""
        if self.pending is None or self.pending.text is None or not label.endswith("大臣") or self.led:
            return False
        who = self.flow.folded[slice(*self.pending.who)] if self.pending.who else ""
        return role_of_label(squeeze(who)) in (Role.MEMBER, Role.UNKNOWN) and asks(self.flow, *self.pending.text)

    def hear_side(self, said: Said, label: str = "") -> None:
        if self.answered and self.cue is _Cue.NONE and (self._requests(said) or label.endswith("オブザーバー")):
            # 協会の小椋でございます。１点お願いがございます。: no answer, but one more who asks, as an observer does whom nobody called.
            said.kind = "remark"
            self.open(said)
            self.led = False
            return
        opens = self.occasion is Occasion.OPENING and self.cue not in (_Cue.NEXT, _Cue.PRESENT) and self.pending is None and not self._shows(said)
        if opens or self._for_himself(said) or self._ends_meeting(said) or self.cue in (_Cue.CLOSE, _Cue.GREET) or (self.pending is None and self._leads(said)):
            said.kind = "remark"
            self.cue = _Cue.GREET if _GREETING.search(self.flow.folded, *_tail(said)) else _Cue.NONE
        elif (self.answered and self._gives_notice(said)) or (self.led and self.cue is _Cue.NONE and self._tells_count(said)):
            said.kind = "explanation"
            self.cue = _Cue.NONE
        elif self.pending is not None and not self._goes_on_presenting(said):
            self.answer(said, self.pending)
        elif self.deferred is not None and self._resumes(said):
            self.answer(said, self.deferred)
        elif self.led and self.last is not None and self.last.kind == "remark" and (self._consents(said) or (self.explained and self._answers_chair(said))):
            self.answer(said, self.last)
        elif self.explained and self.led and self.cue in (_Cue.NONE, _Cue.CALL) and not self._presents(said):
            said.kind = "remark"
        else:
            said.kind = "explanation"
            self.explained = True
            self.cue = _Cue.NONE
        self.led = False

    def answer(self, said: Said, remark: Said) -> None:
        named = [one for one in self.waiting if one is not remark and (self._names(said, one) or self._takes_both(said, one))]
        said.kind, said.replies, said.link = "response", [*named, remark], ReplyLink.ROLE_ORDER
        self.waiting.clear()
        self.pending, self.answered, self.cue = remark, True, _Cue.NONE
        if said.text is not None and _DEFERS.search(self.flow.folded, *_tail(said)):
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
        return _TO_BOTH.search(self.flow.folded, said.text[0], min(said.text[1], said.text[0] + _HEAD)) is not None

    def _leads(self, said: Said) -> bool:
        """Whether an official opens, closes or hands over, or ends with a question to the floor."""
        if said.text is None:
            return False
        if self.flow.folded.startswith(("ありがとうございました", "ありがとうございます"), said.text[0]) and not self._presents(said):
            return True
        if self.cue in (_Cue.NEXT, _Cue.PRESENT) and _TO_COME.search(self.flow.folded, *said.text) is not None:
            # 次回は、10月に開催いたします: the notice he was asked for opens no meeting.
            return False
        return _OPENING.search(self.flow.folded, *_ends(said)) is not None or self.flow.folded.endswith(_QUESTION_ENDS, *said.text)

    def _shows(self, said: Said) -> bool:
        """Whether an official presents something where the meeting opens."""
        return said.text is not None and (self._presents(said) or self.flow.folded.find("資料", *said.text) >= 0)

    def _presents(self, said: Said) -> bool:
        """Whether an official says that he explains, or gives notice of what comes next."""
        if said.text is None:
            return False
        start, end = said.text[0], min(said.text[1], said.text[0] + _HEAD)
        return _PRESENTS_NOW.search(self.flow.folded, start, end) is not None or _OF_PART.match(self.flow.folded, start, end) is not None

    def _goes_on_presenting(self, said: Said) -> bool:
        """Whether an official presents the next part behind a request that the chair did not make of him: 番号２に関わる委員は席をお移りください。"""
        asked = self.last.text if self.cue is _Cue.ASK and self.pending is self.last and self.last is not None else None
        if asked is None or said.text is None or self.flow.folded.endswith(_QUESTION_ENDS, *asked):
            return False
        return self.explained and _OF_PART.match(self.flow.folded, *said.text) is not None

    def _tells_count(self, said: Said) -> bool:
        """Whether an official tells what was counted while the meeting waited: 開票の結果を報告します。"""
        return said.text is not None and _COUNTS.match(self.flow.folded, *said.text) is not None

    def _for_himself(self, said: Said) -> bool:
        """Whether somebody says that he speaks as an observer, or of his own opinion, whom nobody asked."""
        if said.text is None or self.cue in (_Cue.ASK, _Cue.REPLY):
            return False
        head = said.text[0], min(said.text[1], said.text[0] + _HEAD)
        return _OBSERVES.search(self.flow.folded, *head) is not None or ((self.led or self.pending is None) and _SPEAKS_UP.search(self.flow.folded, *head) is not None)

    def _requests(self, said: Said) -> bool:
        """Whether an official says at once that he has a request."""
        return said.text is not None and _REQUESTS.search(self.flow.folded, said.text[0], min(said.text[1], said.text[0] + _HEAD)) is not None

    def _ends_meeting(self, said: Said) -> bool:
        """Whether an official ends the meeting, whatever is still open: 以上で本日の議事を終わります。"""
        return _ENDS_MEETING.search(self.flow.folded, *_ends(said)) is not None

    def _answers_chair(self, said: Said) -> bool:
        if self.cue in (_Cue.NEXT, _Cue.PRESENT) or said.text is None:
            return False
        start = said.text[0]
        return _ASSENT.search(self.flow.folded, start, start + 24) is not None


def _tail(said: Said) -> tuple[int, int]:
    start, end = said.text or (said.start, said.start)
    return max(start, end - 90), end


def _ends(said: Said) -> tuple[int, int]:
    start, end = said.text or (said.start, said.start)
    return max(start, end - 120), end


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
    debate = _Debate(flow, cue=_Cue.GREET if occasion is Occasion.GREETING else _Cue.NONE, occasion=occasion)
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
            debate.hear_side(one.said, one.label)
        debate.last = one.said
