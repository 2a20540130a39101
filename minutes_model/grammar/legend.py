"""Whom the marks of an opinion list stand for, and who speaks in a list that names nobody.

Two habits tell it: a legend (（○：委員　●：事務局）, ○印は委員の発言、◇は事務局の発言) and the sentence that
introduces the list (委員からの主な意見及びこれに対する事務局の回答は、次のとおり。). The words found are the
speaker's label, as printed; where no words name a side there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, pairwise

from attrs import evolve

from minutes_model.grammar.agents import BODIES
from minutes_model.grammar.column_heads import Columns, find_columns
from minutes_model.grammar.draft import Slice
from minutes_model.layout import Flow
from minutes_model.model.enums import Act, Role
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.roles import role_of_title
from minutes_model.text import clean, squeeze

__all__ = [
    "ARROWS", "ENCLOSED", "INDENTED", "MARKS", "NUMBERS", "Intro", "Legend", "Voice",
    "answers", "find_legend", "is_party", "presents", "read_intro",
]  # fmt: skip

ARROWS = "→⇒⇨➡➔⟶☞>"
"""Marks that open an answer wherever they stand at a line's start."""

ENCLOSED = "()"
"""What stands for a paragraph in brackets among the marks of a legend."""

INDENTED = "  "
"""What stands for a paragraph deeper than the opinion above it."""

MARKS = f"○●◎◇◆□■▪△▲▽▼▶☆★・･•*※{ARROWS}―—─-"
"""Marks that open a paragraph of a list (in one width)."""

NUMBERS = ("①", "⑴", "(1)", "[1]", "1.", "1 ", "ア", "(ア)")
"""The kinds of numbers that open a paragraph of a list."""

_NOUNS = "意見(?!交換)|質問|質疑(?!に入)|発言|要望|注文|指摘|提案|感想|コメント|回答|答弁|返答|応答"
_RUN = "[一-龥々〆ァ-ヴーA-Za-z・]"
_PARTY = rf"(?:{_RUN}{{1,16}}?(?:及び|並びに|、))?(?:{_RUN}{{1,8}}側の)?{_RUN}{{1,20}}"
_OFFICE = "[ぁ-ん一-龥ァ-ヴー]{2,14}[課室局部館校園所係]"
_SPOKEN = (
    rf"(?:(?:から|より)?の?(?:出された|寄せられた|いただいた)?(?:主な)?[ご御]?(?:{_NOUNS}|説明|補足|考え方|見解|対応方針)"
    rf"(?:(?:・|及び|や|、|又は|または|並びに)?[ご御]?(?:{_NOUNS}|説明)){{0,5}}等?(?:の?要旨|の?内容)?)"
)
# One class of characters opens it, so that the search skips all others fast; what counts as a mark is looked at behind.
_SIGNS = MARKS.replace("-", "")
"""The marks that stand for a side; a hyphen among them would make a range of thousands of characters in a class, too."""
_PART_WORD = "(?<=質)[問疑]|(?<=意)見|(?<=要)望|(?<=指)摘|(?<=回)答|(?<=答)弁|(?<=返)答|(?<=対)応"
_WORD_FOR_MARK = rf"(?<![{_RUN[1:-1]}].)(?:(?<=番)号|(?<=数)字|(?:{_PART_WORD})(?= ?[:=…]|[」』](?:は|が|:))|(?<=[問答QAC意質要述]))"
_MARK_LINKED = rf"(?P<mark>[{_SIGNS}\-問答QAC番数質意要述指回返対](?:(?<=[{_SIGNS}])|(?<=「-)(?=」)|{_WORD_FOR_MARK}))[」』]?(?:印|マーク|の後|以下|以降|を(?:付した|つけた|付けた)(?:もの|文|発言)?|の(?:付いた|ついた|ある)(?:もの|文|発言)?)? ?(?:は、?|が|:|=|…+|・{{2,}}|\.{{2,}}|→)"
_ONLY_SAID = regex(rf"(?:{_NOUNS})(?:(?:・|、|や|及び|並びに|又は|または)?(?:{_NOUNS})){{0,3}}等?")
_LINKED = regex(_MARK_LINKED)
_PAIR = regex(
    rf"{_MARK_LINKED} ?[「『]?(?:(?:それ|これ)(?:ら)?に対する)?"
    rf"(?P<who>(?:{_RUN}{{1,16}}?(?:及び|並びに|又は|または|以外の))?{_RUN}{{0,20}}?|{_OFFICE})(?P<said>{_SPOKEN}?)"
    r"[」』]?(?:\([^()]{1,8}\))?(?:です|を示す|を表す|を指す|である|を示します|を表します|を(?=、)|(?:より|から)(?! ))?(?=[、,。;/)\]】>〉》\s]|$)",
    re.MULTILINE,
)
_PART_LABEL = regex(rf"\n[(\[【<] ?[ご御]?(?P<word>{_NOUNS}) ?: ?(?P<who>[^()\[\]【】<>。、\n]{{2,20}})[)\]】>](?=\n|$)")
"""（ご意見：家族会）, alone on its line."""
_MARK_BESIDE = regex(rf"(?<![A-Z])(?P<mark>[{_SIGNS}QAC]|質問|質疑|意見|要望|指摘|問)(?:印)?(?:(?:及び|・|、|と)|[」』](?:及び|・|、|と)?[「『])$")
"""Ｑ及びＣは委員, 「質問」「意見」は委員: another mark for the same side."""
_ONE_KANJI = regex(rf"(?<![^\s、,()「『/])(?P<mark>[一-龥])[」』]? ?(?::|=|…)+ ?[「『]?(?P<who>{_RUN}{{1,12}})(?P<said>{_SPOKEN}?)(?=[、,。;/)\]】>〉》」』\s]|$)", re.MULTILINE)
"""凡例　公：公益代表委員　労：労働者代表委員　局：労働局, a character for each side."""
_BARE = regex(
    rf"(?P<lead>[ {MARKS}](?<=[(\[【<〈、, /].)(?:(?<= )[{MARKS}]|(?<=[{MARKS}]))) ?(?P<who>{_RUN}{{2,16}})(?P<said>)(?=[、, /)\]】>〉])"
)
_MARKED = regex(
    rf"[はを:…=](?:、| )?[「『]?(?P<mark>[{MARKS}])[」』]?(?:印)?"
    r"(?=[、,。;/)\]】>〉》\s]|で(?:示|表|記)|$)",
    re.MULTILINE,
)
_WORDED = regex(rf"(?P<who>{_RUN}{{2,20}}?)(?P<said>{_SPOKEN})(?:を ?[(【\[「<](?=[^()【】]{{2,5}}[)】\]」>])|\([【\[〔<](?=[^()【】]{{2,5}}[】\]〕>]\)))(?P<mark>意見・質問|質問・意見|意見|質問|質疑|要望|回答|答弁)")
"""委員の意見・質問を（意見）、事務局の回答を（回答）と表記; 委員からの意見（【意見】）と、事務局の説明（【回答】）."""
_SHOWN = regex(rf"(?P<who>{_RUN}{{1,20}}?)(?P<said>{_SPOKEN}) ?\((?P<mark>[{_SIGNS}\-問答質QA])印?\)")
"""委員からの意見（・）と事務局の回答（⇒）は、次のとおり。"""
_REST = regex(rf"(?:その他|それ以外|無印|記号のないもの|印のないもの|(?:断り|明記|表記|記載|注記)の(?:ない|無い)(?:もの|発言|意見))(?:は|:)、?(?P<who>{_RUN}{{2,12}}?)(?P<said>{_SPOKEN}?)(?=[、,。;)\]】\s]|$)", re.MULTILINE)
"""その他は委員の発言: whose words those without a mark are."""
_TAG_CLOSES = tuple(regex(rf"{re.escape(close)}[は:=….]") for close in "】>])")
"""What a tag closes with: of one character to begin with each, which a search skips to ten times as fast as to any of a class."""
_IN_BRACKETS = regex(rf"\([{_SIGNS}\-問答質QA]印?\)")
_TAGGED = regex(rf"(?P<tag>)(?P<mark>(?:【[一-龥A-Za-z]{{1,4}}】|\([一-龥A-Z]\)|\((?:質疑|質問|意見|要望|指摘|回答|答弁)\)|(?<![^\s、,:])[一-龥]\)|<[一-龥A-Za-z]{{1,4}}>|\[[一-龥A-Za-z]{{1,4}}\])) ?(?:は、?|:|=|…+|\.{{2,}}) ?(?P<who>{_RUN}{{1,12}}?)(?P<said>{_SPOKEN}?)(?:です|である|を示す|を表す|を示します|を表します)?(?=[、,。;/)\]】\s]|$)", re.MULTILINE)
"""（【県】は県、【関】は関係機関、その他は委員の発言）"""
_TAGS_BESIDE = regex(r"(?:[【<\[(][^【】<>\[\]()]{1,6}[】>\])](?:、|・|と|及び)?)+$")
"""【質問】【意見】は委員の発言: more tags for the same side."""
_WORD_SHOWN = tuple(regex(rf"{opening}(?:意見|質問|質疑|要望|回答|答弁)") for opening in (r"を ?[(【\[「<]", r"\([【\[〔<]"))
"""What a search for such words skips to fast."""
_ARROW_IS = regex(rf"(?<!図の)(?<!図中の)(?P<arrow>矢印)[はが]、?(?:(?:意見|質問)(?:に対して|に対する|への))?(?P<who>{_RUN}{{1,16}}?)(?:側)?(?P<said>{_SPOKEN}|が(?:述べ|答え|回答し)た(?:もの|こと)?|による(?:回答|説明))")
"""矢印は、意見に対して文書館が述べたもの"""
_ENCLOSED = regex(rf"(?P<mark>\( *\)|かっこ(?=内|書)|カッコ(?=内|書)|括弧(?=内|書))(?:内|書き?)?[はが]、?(?:それ|これ)?(?:に対する)?(?P<who>{_RUN}{{0,20}}?)(?P<said>{_SPOKEN})")
"""（　）内はそれに対する学校の回答です, かっこ書きは市の回答です, 括弧内が回答."""
_SET_IN = regex(rf"(?:[一二三2]?[字段](?:分)?下げ|インデント)(?:した|の|して(?:いる|ある)|をした|た)?(?:文章?|行|部分|もの|段落|箇所)?[はが]、?(?P<who>{_RUN}{{0,20}}?)(?P<said>{_SPOKEN})")
"""字下げした文は美術館の回答"""
_SET_IN_BY = ("字下げ", "段下げ", "分下げ", "インデント")
_MARK_BEHIND = regex(rf"[{MARKS}](?:(?<=[はを:…=].)|(?<=[はを:…=][、 「『].)|(?<=[はを:…=][、 ][「『].))")
_MEANT = regex(rf"(?P<who>{_RUN}{{2,20}}?)(?P<said>{_SPOKEN}?) ?$")
_INTRODUCES = regex(
    "|".join(rf"{word}の?(?:とおり|通り|ような|点|よう)" for word in ("次", "以下", "下記", "別紙")) + "|主な(?:意見|質疑|質問|発言)"
)
_PRESENTED = regex(
    rf"(?P<who>{_PARTY})(?:から|より)(?:(?!後、|を受け|を踏まえ)[^。])*(?:次|以下|下記)[^。()]{{0,40}}(?:説明|報告|連絡|紹介|発言|挨拶|意見(?!交換)|補足)[^。]{{0,16}}。?$"
)
_FROM = regex(rf"(?P<who>{_RUN}{{2,20}})(?:から|より)")
_LISTED = regex(
    r"(?:意見|質疑|質問|主な(?:発言|議論|感想|講評))(?:等|応答|交換|要旨|概要|の概要|の要旨)*(?:(?:と|及び|並びに|・|に対する)(?:その)?(?:対応|回答|考え方|答弁))?(?:は、?[^。\n]{0,12})?"
    r"(?:である|です|が?あった)?[。:)\]】>〉》]*$",
    re.MULTILINE,
)
_SAID = regex(
    rf"(?<!以)(?!以下、)(?<!その)(?!(?:その)?後、)(?P<who>{_PARTY})(?:の(?:皆様|方々|方))?(?:(?:から|より)(?:の|は|も)?|の|による)、?"
    rf"(?P<way>(?:(?!から|より)[^。(]|(?<=[場点])から){{0,28}}?)(?P<what>{_NOUNS}|説明|報告)(?P<and>(?:等|・|及び|や|、|と|又は|並びに|または){{1,2}}(?:{_NOUNS}))?"
)
_ANSWER_OPENS = regex(r"答(?:(?<=[\[(【<「]答)|(?<=[\[(【<「]回答))")
_ANSWERED_BY = regex(rf"[\[(【<「](?:回答|答弁|答え|答)[\])】>」]は、?(?P<who>{_PARTY}?)(?:によるもの|による|からの|の(?:回答|答弁|発言|説明))")
_WORDS_OF = regex(
    r"(?:質疑|質問|意見|要望)(?:(?:及び|・|、|と|や)(?:質疑|質問|意見|要望))*等?は、?(?P<asker>[^、。()]{2,10}?)(?:の発言|から|によるもの)?(?:で|であり)?、"
    r"(?:回答|答弁|説明)等?は、?(?P<answerer>[^、。()]{1,12}?)(?:によ(?:る|ります|り)|から|の(?:発言|回答|もの)|です|である|が行|[、。)]|$)"
)
"""（質疑及び意見は委員、回答は事務局による。）: whose words those are that such a word opens."""
_VIEWS = regex("の(?:考え方|対応|回答|見解)")
_ANSWERS_ARE = regex(rf"\((?:なお、)?(?:回答|答弁)は、?(?:いずれも|すべて|全て)?、?(?P<who>{_RUN}{{1,12}}?)(?:によ(?:る|ります)|から|の(?:発言|回答)|です|である)?[。)]")
"""（回答はいずれも上下水道局）"""
_OWN_VIEW = regex(r"(?:意見|質疑|質問|要望)等?(?:と|及び|、|に対する)(?:それに対する|これに対する)?(?P<who>(?!今後|現在|主)[一-龥]{1,8})の(?:考え方|対応|回答|見解)")
_ACTS = {
    "意見": Act.OPINION, "質問": Act.QUESTION, "質疑": Act.QUESTION, "要望": Act.REQUEST, "指摘": Act.POINT,
    "提案": Act.PROPOSAL, "回答": Act.ANSWER, "答弁": Act.ANSWER, "返答": Act.ANSWER, "応答": Act.ANSWER,
}  # fmt: skip
_ANSWER = ("回答", "答弁", "返答", "対応", "応答", "考え方", "見解")
_ASKING_MARKS = frozenset(("Q", "問", "質問", "質疑", "意見", "要望", "指摘"))
_ANSWERING_MARKS = frozenset((*ARROWS, *_ANSWER, "A", "答"))
_ARROWED = frozenset(ARROWS)
_OF_TALK = regex(r"(?:第?[1-9]|[A-Z甲乙丙丁])(?:班|グループ|チーム)")
"""【Ａグループ】, which tells what it talked about."""
_OFFICES = ("側", "省", "庁", "府", "官房", "当局", "業者", "会社", "機構", "公社", "財団", "本部", "コンサルタント", "医師")
_CROWDS = frozenset(("参加者", "出席者", "来場者", "住民", "市民", "町民", "村民", "区民", "県民", "保護者", "会員", "利用者", "学生", "生徒", "児童", "専門家", "参加団体", "関係団体", "自治会", "地元"))
"""Who speaks at meetings with the public, where a legend gives their words a mark."""
_GUESTS = frozenset(("参考人", "説明者", "発表者", "報告者", "申請者", "事業者", "受託者", "設置者", "実施者"))
"""Who answers for what he came to present."""
_EXPERTS = frozenset(("有識者", "専門家", "講師", "外部有識者"))
_NOTED = regex(r"\([^()]*\)$")
_NUMBERED = regex(r"(?<=[員局者人])(?:[A-Z]|\d{1,2})$")
"""What tells masked speakers apart: 委員Ａ, 委員３."""
_OF_SIDE = regex(r"^[一-龥]{1,8}側の(?=.)")
"""民間側の出席者"""
_LOOSE = regex(r"(?:等|側|の?皆様|の?方々|一同)$")
_NO_PARTY = regex(
    r"(?:関係|[全一大内外細幹深上下]部|^本部|会場|配布|担当分|[出欠]席|該当|資料|意見|数字|議事[録係]|全員|人員|定員|満員|部署|役場|会議所?|委員会|公開|共通|等|監|係)$"
)
_FRONT = r" *(?:[(【\[〔](?P<who>[^()【】\[\]〔〕。、\n]{1,14})[)】\]〕]|[→⇒] *(?P<named>[^ ()、。:\n]{1,14}):)"
_IN_FRONT, _AT_ONCE = regex(rf"\n{_FRONT}"), regex(_FRONT)
_COLLECTIVE = regex(r"(?:委 {0,4}員|構 ?成 ?員|評 ?議 ?員)(?! {0,4}[会長])")
_ABOVE = 200
"""How far above the body 凡例, 記号の見方 or ※「問」は may announce a legend, in characters."""
_LETTERS = ({"Q", "A"}, {"問", "答"})
_SHORT = frozenset("国都道府県市区町村局課")
_BESIDE_REST = 24
"""How far behind the last pair a legend may say whose words the others are."""
_BESIDE = 4
"""How far apart two pairs of one legend may stand."""

_Pair = tuple[str, re.Match[str], Slice]


@passing(eq=False, repr=False)
class Voice:
    """A side of the talk: its words as printed, their place, and whether it answers."""

    label: str | None
    place: Slice
    answers: bool
    act: Act = Act.UNSPECIFIED


@passing(eq=False, repr=False)
class Intro:
    """What a sentence says of the list it introduces: who asks, who answers, what kind of speech."""

    asker: Voice | None
    answerer: Voice | None
    act: Act = Act.UNSPECIFIED


@passing(eq=False, repr=False)
class Legend:
    """The voices of a document: those of its marks, and those its introducing sentences name.

    ``places`` are the pairs of mark and words as printed; ``members`` is the collective the header
    lists (委員), for lists of 意見 whose sentence names nobody; ``cells`` are the heads of a table whose cells
    are questions and answers.
    """

    voices: Mapping[str, Voice]
    places: tuple[Slice, ...] = ()
    asker: Voice | None = None
    answerer: Voice | None = None
    members: Voice | None = None
    cells: Columns | None = None

    @property
    def asks_alone(self) -> Voice | None:
        """The one voice whose marks ask beside such as answer: 委員 of （○：委員　⇒：事務局）; None where there are more."""
        asking = {voice.label: voice for voice in self.voices.values() if not voice.answers and voice.label is not None}
        return next(iter(asking.values())) if len(asking) == 1 and any(voice.answers for voice in self.voices.values()) else None


def find_legend(flow: Flow, blocks: range) -> Legend | None:
    """The legend of the body made of ``blocks``, and the sides its introducing sentences name.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("（○：委員　→：事務局）\\n○道幅はどうか。\\n→４メートルである。")
    >>> {mark: voice.label for mark, voice in find_legend(flow, range(3)).voices.items()}
    {'○': '委員', '→': '事務局'}
    """
    if not blocks:
        return None
    start, end = flow.blocks[blocks[0]].start, flow.blocks[blocks[-1]].end
    voices, places = _marked_voices(flow, start, end)
    asker, answerer = _named_sides(flow, start, end, max((place[1] for place in places), default=end))
    # The label of the body stands right above it.
    # Where the legend tells who answers behind an arrow, it is they who are answered.
    answered = any(voice.answers for mark, voice in voices.items() if mark in ARROWS)
    listed = answered or (_LISTED.search(flow.folded, max(0, start - 30), end) and (answerer is not None or _is_answered(flow, start, end)))
    members = _members(flow, start) if listed else None
    cells = find_columns(flow)
    if cells is not None:
        asker = _of_column(flow, cells.asked, replies=False) or asker
        answerer = _of_column(flow, cells.replied, replies=True) or answerer
        if asker is None and answerer is None:
            asker, answerer = _of_form(flow, end)
    if not (voices or asker or answerer or members or cells):
        return None
    return Legend(voices, tuple(sorted(places)), asker, answerer, members, cells)


def _marked_voices(flow: Flow, start: int, end: int) -> tuple[dict[str, Voice], list[Slice]]:
    """Whose words each mark opens in the body from ``start`` to ``end``, and where that is told: in it, right above it, or anywhere before it."""
    voices: dict[str, Voice] = {}
    places: list[Slice] = []
    above = max(flow.folded.rfind(word, max(0, start - _ABOVE), start) for word in ("凡例", "凡 例", "記号", "符号", "※「"))
    line = flow.folded.rfind("\n", 0, max(0, start - 1)) + 1
    if above < 0 and start - line < _ABOVE and (_LINKED.search(flow.folded, line, start) or _TAGGED.search(flow.folded, line, start)):
        # ７　委員からの主な意見（⇒以下は県の回答）, the label right above.
        above = line
    for (mark, _, place), voice in _voices(flow, list(_pairs(flow, start if above < 0 else above, end))):
        if mark == ENCLOSED and flow.folded[place[1] : place[1] + 1] in ("者", "人"):
            # 括弧内は発言者
            places.append(place)
        elif mark not in voices:
            voices.update(dict.fromkeys(NUMBERS if mark in ("番号", "数字") else (mark,), voice))
            places.append(place)
    if not voices and above < 0:
        # 主な発言は、次のとおりである。（○は委員の発言）, above the list of those present
        above_all = [pair for pair in _pairs(flow, 0, start) if pair[1]["said"]]
        for (mark, _, place), voice in _voices(flow, above_all):
            voices.setdefault(mark, voice)
            places.append(place)
    return _beside_each_other(voices), places


def _beside_each_other(voices: dict[str, Voice]) -> dict[str, Voice]:
    """The voices, with which of them answer beside the others."""
    beside_members = any(voice.label is not None and _COLLECTIVE.fullmatch(voice.label) for voice in voices.values())
    if beside_members:
        # ○は委員、◎は有識者: beside members, experts are those who were invited to answer.
        voices = {mark: evolve(voice, answers=True) if voice.label in _EXPERTS else voice for mark, voice in voices.items()}
    if beside_members and any(voice.answers and voice.label != "主査" for voice in voices.values()):
        # ◎：主査　○：委員　△：事務局: who leads the members, and no clerk.
        voices = {mark: evolve(voice, answers=False) if voice.label == "主査" else voice for mark, voice in voices.items()}
    if len(voices) > 1 and all(voice.answers for voice in voices.values()) and not _ARROWED.isdisjoint(voices):
        # ・は本部員の発言、→は事務局の発言: of two sides that answer elsewhere, the arrow's answers the other.
        voices = {mark: evolve(voice, answers=mark in _ARROWED) for mark, voice in voices.items()}
    return voices


def _named_sides(flow: Flow, start: int, end: int, behind: int) -> tuple[Voice | None, Voice | None]:
    """Who asks and who answers by the sentences up to ``end``, and by what the legend, which ends ``behind``, says of those without a mark."""
    # The sentence may stand before the first item, where the body of a list often begins.
    asker, answerer = _sides(flow, 0, end)
    told = _WORDS_OF.search(flow.folded, max(0, start - _ABOVE), end) if asker is None and answerer is None else None
    if told is not None and is_party(told["asker"]) and (told["answerer"] in _SHORT or (len(told["answerer"]) > 1 and _NO_PARTY.search(told["answerer"]) is None)):
        asker, answerer = (Voice(clean(flow.text[slice(*told.span(side))]), told.span(side), side == "answerer") for side in ("asker", "answerer"))
    rest = _REST.search(flow.folded, behind, min(end, behind + _BESIDE_REST))
    if rest is not None and is_party(rest["who"]):
        asker = asker or Voice(clean(flow.text[slice(*rest.span("who"))]), rest.span("who"), answers(rest["who"]))
    return asker, answerer


def _of_form(flow: Flow, end: int) -> tuple[Voice | None, Voice | None]:
    """The sides that the label of a form names, which a narrow cell may break anywhere: 委員からの意見・質 / 問、それに対する局 / の回答等."""
    found = _FORM.search(flow.folded, 0, end)
    if found is not None and found["answerer"] is None:
        # 委員からの意見・質問、それに対する回答等
        return Voice(squeeze(found["asker"]), found.span("asker"), answers=False), None
    if found is None or not ((who := squeeze(found["answerer"])) in _SHORT or is_party(who)):
        return None, None
    return Voice(squeeze(found["asker"]), found.span("asker"), answers=False), Voice(who, found.span("answerer"), answers=True)


def _over_lines(words: str) -> str:
    return r"\n?".join(words)


_FORM = regex(
    rf"(?P<asker>{_over_lines('委員')})\n?{_over_lines('からの意見・質問')}\n?等?\n?[、と]?\n?(?:{_over_lines('それ')}\n?)?{_over_lines('に対する')}\n?"
    rf"(?:(?P<answerer>[一-龥]{{1,8}}?)\n?の\n?)?{_over_lines('回答')}"
)


def _of_column(flow: Flow, place: Slice | None, *, replies: bool) -> Voice | None:
    """The side that the head of a column names."""
    return Voice(clean(flow.text[slice(*place)]), place, replies) if place is not None else None


def read_intro(flow: Flow, start: int, end: int) -> Intro:
    """Who asks and who answers by the words of an introducing sentence.

    >>> from minutes_model.layout import lay_out
    >>> flow = lay_out("委員からの質問と局側の回答は次のとおり。")
    >>> intro = read_intro(flow, 0, len(flow.text))
    >>> intro.asker.label, intro.answerer.label, intro.act.name
    ('委員', '局側', 'QUESTION')
    """
    asker: Voice | None = None
    answerer: Voice | None = None
    act = Act.UNSPECIFIED
    for found in _SAID.finditer(flow.folded, start, end):
        voice = _speaker(flow, found)
        if voice is None:
            continue
        if found["what"] in _ANSWER:
            answerer = answerer or voice
        elif asker is None:
            asker, act = voice, voice.act
    rest = _REST.search(flow.folded, start, end) if flow.folded.find("もの", start, end) >= 0 else None
    if rest is not None and is_party(rest["who"]) and not answers(rest["who"]):
        # 委員等の主な発言は以下のとおり（特に断りのないものは委員の発言）。
        asker = Voice(clean(flow.text[slice(*rest.span("who"))]), rest.span("who"), answers=False)
    return Intro(asker, answerer, act)


def presents(words: str) -> bool:
    """Whether a sentence (folded) leads to the points of one official's speech, no list of opinions.

    >>> presents("事務局から次のとおり説明があった。"), presents("委員から次の意見があった。")
    (True, False)
    """
    if not ("次" in words or "以下" in words or "下記" in words) or not ("から" in words or "より" in words):
        return False
    found = _PRESENTED.search(words, max(0, len(words) - 160))
    if found is None or not (is_party(found["who"]) and answers(found["who"])):
        return False
    # 機構から説明があり、続いて、委員から次の意見が出された: the last who is named leads to the list.
    return not any(is_party(later["who"]) for later in _FROM.finditer(found[0], found.end("who") - found.start() + 2))


@lru_cache(maxsize=4096)
def is_party(words: str) -> bool:
    """Whether words (folded) name a side or a person with a title: 委員, 局側, 小池主幹; not 予算関係."""
    bare = _OF_SIDE.sub("", _NUMBERED.sub("", _LOOSE.sub("", _NOTED.sub("", words))))
    if words == "学校":
        return True
    if not 1 < len(words) <= 24 or _NO_PARTY.search(bare) is not None:
        return False
    return words.endswith(_OFFICES) or role_of_title(bare) is not Role.UNKNOWN or _OF_TALK.fullmatch(words) is not None


@lru_cache(maxsize=4096)
def answers(words: str) -> bool:
    """Whether the side that words name is the one that answers: 事務局, 局側, 課長; not 委員.

    >>> answers("事務局"), answers("局側"), answers("委員及び関係者")
    (True, True, False)
    """
    if words == "学校":
        # （学校）, below what the members of a school's council said
        return True
    role = role_of_title(_LOOSE.sub("", _NOTED.sub("", words)))
    return role in (Role.SECRETARIAT, Role.OFFICIAL) or (role is Role.UNKNOWN and words.endswith(_OFFICES))


def _pairs(flow: Flow, start: int, end: int) -> Iterator[_Pair]:
    """Each mark, the match of the words it stands for, and the place of both."""
    # Few texts hold what these look for beside a mark, which is told fast.
    linked = _LINKED.search(flow.folded, start, end)
    labels = _labels(flow, start, end) if linked else ()
    for found in _PAIR.finditer(flow.folded, linked.start(), end) if linked else ():
        if found.start("who") in labels:
            continue
        yield found["mark"], found, found.span()
        for mark, at in _marks_beside(flow, start, found.start()):
            yield mark, found, (at, found.end())
    worded = any(shown.search(flow.folded, start, end) is not None for shown in _WORD_SHOWN)
    for found in _WORDED.finditer(flow.folded, start, end) if worded else ():
        yield found["mark"], found, found.span()
    yield from _of_one_kanji(flow, start, end)
    yield from _of_kanji_in_sentence(flow, start, end)
    yield from _of_letters(flow, start, end)
    tagged = any(closing.search(flow.folded, start, end) is not None for closing in _TAG_CLOSES)
    for found in _TAGGED.finditer(flow.folded, start, end) if tagged else ():
        yield found["mark"], found, found.span()
        before = _TAGS_BESIDE.search(flow.folded, max(start, found.start() - 24), found.start())
        for tag in re.findall(r"[【<\[(][^【】<>\[\]()]{1,6}[】>\])]", before[0]) if before is not None else ():
            yield tag, found, found.span()
    shown = _IN_BRACKETS.search(flow.folded, start, end)
    for found in _SHOWN.finditer(flow.folded, start, end) if shown else ():
        yield found["mark"], found, found.span()
    for found in _ENCLOSED.finditer(flow.folded, start, end):
        yield ENCLOSED, found, found.span()
    for found in _ARROW_IS.finditer(flow.folded, start, end) if flow.folded.find("矢印", start, end) >= 0 else ():
        yield from ((arrow, found, found.span()) for arrow in ARROWS)
    set_in = any(flow.folded.find(word, start, end) >= 0 for word in _SET_IN_BY)
    for found in _SET_IN.finditer(flow.folded, start, end) if set_in else ():
        yield INDENTED, found, found.span()
    marked = _MARK_BEHIND.search(flow.folded, start, end) is not None
    for found in _MARKED.finditer(flow.folded, start, end) if marked else ():
        meant = _MEANT.search(flow.folded, max(start, found.start() - 32), found.start())
        if meant is not None:
            yield found["mark"], meant, (meant.start(), found.end())
    bare = list(_BARE.finditer(flow.folded, start, end))
    # A mark with nothing between it and a word is a legend only beside another such pair.
    for found, following in pairwise(bare):
        mark, other = found["lead"][-1], following["lead"][-1]
        if following.start() - found.end() < 3 and mark != other:
            yield mark, found, found.span()
            yield other, following, following.span()


def _of_one_kanji(flow: Flow, start: int, end: int) -> Iterator[_Pair]:
    """The pairs of a legend whose marks are characters, several on one line, each of which opens paragraphs."""
    colon = flow.folded.find(":", start, end)
    while colon >= 0:
        line_end = flow.folded.find("\n", colon, end)
        line = flow.folded.rfind("\n", 0, colon) + 1, end if line_end < 0 else line_end
        pairs = list(_ONE_KANJI.finditer(flow.folded, *line)) if flow.folded.count(":", *line) > 1 else []
        opening = [pair for pair in pairs if flow.folded.find(f"\n{pair['mark']} ", line[1], end) >= 0]
        if len(pairs) > 1 and len(opening) == len(pairs):
            for pair in pairs:
                yield pair["mark"], pair, pair.span()
        colon = flow.folded.find(":", line[1], end)


def _of_kanji_in_sentence(flow: Flow, start: int, end: int) -> Iterator[_Pair]:
    """The pairs of a sentence that says which characters stand for whom: 議が委員長、Ｑが委員、Ａが事務局の発言を示す。"""
    for shown in _SHOWS.finditer(flow.folded, start, end):
        line = flow.folded.rfind("\n", 0, shown.start()) + 1, shown.end()
        for found in _KANJI_IS.finditer(flow.folded, *line):
            if flow.folded.count(f"\n{found['mark']} ", line[1], end) > 1:
                yield found["mark"], found, found.span()


def _of_letters(flow: Flow, start: int, end: int) -> Iterator[_Pair]:
    """The pairs of a legend whose marks are letters beside Ｑ and Ａ, each of which opens paragraphs: Ｑ＝委員の質問　Ｍ＝委員の意見　Ｓ＝事務局の補足."""
    # Few texts have a paragraph that such a letter opens.
    opens = _LETTER_OPENS.search(flow.folded, start, end) is not None
    for found in _LETTER_IS.finditer(flow.folded, start, end) if opens else ():
        if any(one["mark"] == found["mark"] for one in _LETTER_OPENS.finditer(flow.folded, found.end(), end)):
            yield found["mark"], found, found.span()


_LETTER_IS = regex(rf"(?P<mark>[BD-PR-Z])(?<![A-Za-z].)[」』]? ?(?:[:=…]+|は、?) ?[「『]?(?P<who>{_RUN}{{2,12}}?)(?P<said>{_SPOKEN})(?=[、,。;/)\]】>〉》」』\s]|$)", re.MULTILINE)
_LETTER_OPENS = regex(r"\n *(?P<mark>[BD-PR-Z])\d{0,2}(?: ?[.:)] *| +)(?=\S)")
_SHOWS = regex(r"発言(?:を(?:示|表)|です|である)")
_KANJI_IS = regex(rf"(?<![^\s、,()「『/はが])(?P<mark>[一-龥])[」』]?(?:は|が)[「『]?(?P<who>{_RUN}{{2,12}}?)(?P<said>{_SPOKEN}?)(?=[、,。;/)\]】\s]|を)")


def _marks_beside(flow: Flow, start: int, at: int) -> Iterator[tuple[str, int]]:
    """The marks that stand before one of a legend and share its side, from the nearest outwards."""
    beside = _MARK_BESIDE.search(flow.folded, max(start, at - 7), at)
    while beside is not None:
        at = beside.start("mark")
        yield beside["mark"], at
        beside = _MARK_BESIDE.search(flow.folded, max(start, at - 7), at)


def _labels(flow: Flow, start: int, end: int) -> frozenset[int]:
    """Where people are named behind the word of a part, each in brackets above his own words and not of a legend: （回答：道路課長）, （回答：水道課長） further down."""
    lines = list(_PART_LABEL.finditer(flow.folded, max(0, start - 1), end))
    named = {(squeeze(line["word"]), squeeze(line["who"])) for line in lines}
    several = Counter(word for word, _ in named)
    return frozenset(line.start("who") for line in lines if several.total() > len(several))


def _voices(flow: Flow, pairs: list[_Pair]) -> Iterator[tuple[_Pair, Voice]]:
    """The pairs that name a voice; words of any kind (学校) are a side beside a pair whose words are one (委員)."""
    told = [_voice(flow, found) for _, found, _ in pairs]
    arrowed = any(mark in _ARROWED for mark, _, _ in pairs)
    for at, (pair, voice) in enumerate(zip(pairs, told, strict=True)):
        near = [other for other in (at - 1, at + 1) if 0 <= other < len(pairs) and _beside(pair, pairs[other])]
        partner = next((told[other] for other in near if told[other] is not None), None)
        if voice is None and partner is None and any({pair[0], pairs[other][0]} in _LETTERS for other in near):
            # Ｑは参加者、Ａは市: the letters tell the sides, whatever they are called.
            partner = Voice("", pair[2], answers=pair[0] in _ASKING_MARKS)
        found = voice or (_partner(flow, pair, partner, arrowed=arrowed) if partner else None)
        if found is not None:
            yield pair, found


def _beside(one: _Pair, other: _Pair) -> bool:
    (begin, stop), (start, end) = one[2], other[2]
    return max(begin - end, start - stop) <= _BESIDE


_PUBLIC = regex(r"(?:患者|家族|[住市町村区県]民|利用者|保護者|参加者|来場者|学生|生徒|児童|聴取者|視聴者|読者)$")
"""Whom the body serves, whose opinions an arrow answers."""


def _partner(flow: Flow, pair: _Pair, partner: Voice, *, arrowed: bool) -> Voice | None:
    """The other side of a legend, which its mark or the side beside it tells to answer or to ask; where an arrow answers, those whom the body serves do not."""
    mark, found, _ = pair
    if (found["said"] and "説明" not in found["said"] and found["said"] != "の発言") or not (1 < len(found["who"]) <= 16 or found["who"] in _SHORT) or _NO_PARTY.search(found["who"]) is not None:
        return None
    replying = mark in _ANSWERING_MARKS or (mark not in _ASKING_MARKS and not partner.answers and not (arrowed and _PUBLIC.search(found["who"])))
    return Voice(clean(flow.text[slice(*found.span("who"))]), found.span("who"), replying)


def _voice(flow: Flow, found: re.Match[str]) -> Voice | None:
    who, said = found["who"], found["said"]
    replying = any(word in said for word in _ANSWER) or "arrow" in found.re.groupindex
    if "tag" in found.re.groupindex:
        if not (said or is_party(who) or who in _SHORT):
            return None
        # 【大学】は大学側の回答: the tag prints the side itself.
        printed = (found.start("mark") + 1, found.end("mark") - 1) if who == f"{found['mark'][1:-1]}側" and len(who) > len("県側") else found.span("who")
        return Voice(clean(flow.text[slice(*printed)]), printed, answers(who) or who in _SHORT or replying, _act(said))
    if not who:
        return Voice(None, found.span("said"), replying, _act(said)) if said else None
    if _ONLY_SAID.fullmatch(f"{who}{said}") is not None:
        # 「・」は意見及び質問、「⇒」はそれに対する回答
        return Voice(None, found.span("who"), any(word in f"{who}{said}" for word in _ANSWER), _act(f"{who}{said}"))
    if not is_party(who) and who not in _CROWDS and not (said and who in _SHORT) and not (replying and len(who) > 1 and _NO_PARTY.search(who) is None):
        return None
    label = clean(flow.text[slice(*found.span("who"))])
    return Voice(label, found.span("who"), replying or answers(who) or who in _SHORT or who in _GUESTS, _act(said))


def _speaker(flow: Flow, found: re.Match[str]) -> Voice | None:
    """The side a phrase such as 委員からの主な意見 names; none for 事務局から説明 and 上記の質問."""
    lead = _SPEECH_FIRST.match(found["who"])
    start = found.start("who") + (lead.end() if lead is not None else 0)
    who, what = flow.folded[start : found.end("who")], found["what"]
    replying = what in _ANSWER
    house = replying and (who in _SHORT or who in BODIES) and flow.folded.endswith(_BEFORE_HOUSE, 0, start)
    if what in ("説明", "報告") or not (house or is_party(who) or _OF_SIDE.sub("", who) in _CROWDS) or (answers(who) and not replying):
        return None
    both = found["and"] or ""
    act = _act(what) if not any(noun in both for noun in ("意見", "質問", "要望")) else Act.UNSPECIFIED
    return Voice(clean(flow.text[start : found.end("who")]), (start, found.end("who")), replying, act)


_BEFORE_HOUSE = ("\n", "。", "、", "対する", "への", "対し", "と", "び", "に")
"""What stands before a government of one character that answers: これらに対する県の回答."""
_SPEECH_FIRST = regex(r"(?:質疑|質問|意見)(?:及び|、|と)|[一他]方、|(?:これ|それ)(?:ら)?に対する")
"""その後の質疑及び委員からの主な意見, これに対する病院からの回答: what was said, before who said more."""


def _act(said: str) -> Act:
    found = {act for noun, act in _ACTS.items() if noun in said}
    return found.pop() if len(found) == 1 else Act.UNSPECIFIED


def _sides(flow: Flow, start: int, end: int) -> tuple[Voice | None, Voice | None]:
    """The first asker and the first answerer whom sentences with 次のとおり name, in the whole body."""
    asker: Voice | None = None
    answerer: Voice | None = None
    read = start
    for found in _INTRODUCES.finditer(flow.folded, start, end):
        if found.start() < read:
            continue
        sentence = _sentence(flow, found.start(), end)
        read = sentence[1]
        intro = read_intro(flow, *sentence)
        asker, answerer = asker or intro.asker, answerer or intro.answerer
        if asker and answerer:
            break
    viewed = answerer is None and _VIEWS.search(flow.folded, start, end) is not None
    own = _OWN_VIEW.search(flow.folded, start, end) if viewed else None
    if own is not None and asker is None:
        asker = read_intro(flow, *_sentence(flow, own.start(), end)).asker
    if own is not None and _NO_PARTY.search(own["who"]) is None:
        answerer = Voice(clean(flow.text[slice(*own.span("who"))]), own.span("who"), answers=True)
    told = _ANSWERS_ARE.search(flow.folded, start, end) if answerer is None else None
    if told is not None and (told["who"] in _SHORT or len(told["who"]) > 1) and _NO_PARTY.search(told["who"]) is None:
        answerer = Voice(clean(flow.text[slice(*told.span("who"))]), told.span("who"), answers=True, act=Act.ANSWER)
    bracketed = answerer is None and _ANSWER_OPENS.search(flow.folded, start, end) is not None
    by = _ANSWERED_BY.search(flow.folded, start, end) if bracketed else None
    if by is not None and is_party(by["who"]):
        answerer = Voice(by["who"], by.span("who"), answers=True, act=Act.ANSWER)
    return asker, answerer


def _sentence(flow: Flow, at: int, limit: int) -> Slice:
    words, first, last = flow.folded, max(0, at - 200), min(limit, at + 200)
    begins = (words.rfind("。", first, at), words.rfind("\n", first, at))
    stops = (words.find("。", at, last), words.find("\n", at, last))
    return max(begins) + 1 or first, min((stop for stop in stops if stop >= 0), default=last)


def _is_answered(flow: Flow, start: int, end: int) -> bool:
    """Whether a side is named before its answers, （事務局） or ⇒ 市：: only then do the others speak, whom the header lists."""
    first = _AT_ONCE.match(flow.folded, 0, end) if not start else None
    found = chain((first,) if first is not None else (), _IN_FRONT.finditer(flow.folded, start, end))
    return any(answers(who := squeeze(side["who"] or side["named"])) or who in _SHORT for side in found)


def _members(flow: Flow, body: int) -> Voice | None:
    """The one collective of the header's lists: 委員, 構成員 or 評議員; none where there are two."""
    found = {squeeze(match[0]): match.span() for match in _COLLECTIVE.finditer(flow.folded, 0, body)}
    return Voice(*found.popitem(), answers=False) if len(found) == 1 else None
