"""A line of a list of people by its words alone: what names nobody is taken off, step by step, until its entries are left."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from attrs import define, evolve, field

from minutes_model.grammar.column_heads import SPEAKER_HEADS
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_heads import (
    LEGAL_FORM,
    Heads,
    are_kinds,
    is_alone,
    is_kind_of_members,
    is_sort_of_members,
    title_of_group,
)
from minutes_model.grammar.list_people import PersonDraft, State
from minutes_model.grammar.list_presence import LEGEND
from minutes_model.grammar.list_words import (
    MORE,
    NOTHING,
    ORDER,
    ORDERS,
    PLAIN_TITLES,
    SEAT,
    cut_notes,
    ends_in_title,
    is_crowd,
    is_group,
    is_house,
    is_institution,
    outside,
)
from minutes_model.model.enums import Presence
from minutes_model.patterns import regex
from minutes_model.people.designation import split_designation
from minutes_model.people.families import possible_families
from minutes_model.text import squeeze

__all__ = ["Lines"]

_COUNT = regex(
    r"[(\[]?(?:以上|計|合計|総数|出席|欠席|委員|議員|定数)*[ 、]*(?:\d+|(?!一 ?人)[一二三四五六七八九十百]{1,4}) ?[名人](?!部)中?[、 ]*(?:うち|中)?[、 ]*(?:出席|欠席)?(?:委員)?[^()、]{0,12}?(?:\d+ ?[名人](?:が?出席|欠席|参加)?)?[)\]]?"
)
_COUNT_BEFORE = regex(r"^[(\[](?:以上|合?計)? ?\d+ ?[名人][)\]] *")
_COUNT_BEHIND = regex(rf"(?<![ 、])[ 、]*{_COUNT.pattern}$")
_ORDER_BEHIND = regex(rf"[ ]*[※(](?:以上、 ?)?{ORDER}[^()]*\)?$")
_LONGEST_LINE = 4000
"""No list of people fills a longer line; it is kept as printed, not read."""
_NOBODY = regex(r"第 ?\d{1,2} ?(?:定例|臨時|本)?会議?|欠 ?員(?: ?\( ?\d+ ?[名人] ?\))?|.{0,10}\d{1,2}[:時]\d{2}分? ?[~-] ?\d{1,2}[:時]\d{2}分?")
"""欠員（１名）, and the hours of a meeting that stand below a list: 要　13：30～15：25."""
_RECORDS = ("会議録", "会 議 録", "議事録", "議 事 録")
"""What a title ends in, below a list: 教 育 委 員 会 会 議 録."""
_TAIL = 60
"""Within how many characters of a line's end a count or a remark begins."""
_COLUMN_HEADS = regex(r"(?:\d*[名人])?(?:(?:議席番号|番号|議番|席番|職名?|氏名|所属|部局名?|役職名?|区分|出欠|備考)[・、及び]*)+(?:は?、?(?:次|以下|下記)のとおり)?")
"""What stands above the columns of a list: 議席番号・氏名　次のとおり."""
_HEAD_OF_COLUMN = "(?:氏名|所属|役職|職名|備考|区分|職|団体名?|機関名?|所属団体|所属機関)"
_HEADS_IN_BRACKETS = regex(rf"(?:\({_HEAD_OF_COLUMN}(?:[・/、]{_HEAD_OF_COLUMN})*\))+")
"""（氏名）　　（所属）　　（役職）, （団体名・職名・氏名）"""
_REMARK = regex(rf"[※＊*(]?(?:[^\s()、]{{1,10}}を除[きく]、?)?{ORDERS}[^、]*\)?$|※.*$")
_REMARK_BESIDE = regex(rf"\({ORDERS}\) {{2,}}(?=\S)")
"""（敬称略）　　　委　員　高津 麻里: a remark below the label, beside whom it is about."""
_OTHERS = regex(
    r"[ 、]*(?:以下|始め|はじめ)(?:\d+|[一二三四五六七八九十]{1,3}) ?[名人]$|[ 、]*(?:ほか|外|その他|他)(?:[ ]?(?:(?:関係|担当|事務局)?(?:関係官|職員|調査官|担当官|係官)|関係者|担当者|事務局員|(?:\d+|[一二三四五六七八九十]{1,3})[名人]|若干名)+)?(?:\d+[名人])?[ ]*$"
)
_OTHERWISE = ("ほか", "その他", "他")
_TAILS = regex("[名人下めか外他※(]")
"""One of which every count, ほか and remark behind a list holds."""
_TOTAL = regex(r"[ 、]+(?:委員|構成員)?(?:総数|定数|現在数) ?\d+ ?[名人].*$")
_WAY_LAST = regex(r" +\( ?[*※☆★△▽] ?印?は[^()]{2,24}\) *$")
_RANKS_BEHIND = regex(r" *\((?:[◎○●△▲☆★](?:印?は|[:=])? ?[^◎○●△▲☆★()]{2,8}[ 、]*)+\) *$")
_NOTED_HEAD = regex(r"(?P<head> *[<【〈《\[][^<>【】〈〉《》\[\]]{2,16}[>】〉》\]]) ?\((?P<note>[^()]*(?:順|敬称|[※＊*☆★][^()]{0,4}[はが][^()]*(?:出席|参加))[^()]*)\)")
_RANKED_HEAD = regex(r"(?P<head> *[<【〈《\[][^<>【】〈〉《》\[\]]{2,16}[>】〉》\]]) *※ *(?P<note>(?:[◎○●△☆★] ?(?:は|:|…) ?[^◎○●△☆★、。]{2,8}[、 ]*)+)")
"""【委員】　※ ◎は会長、○は副会長"""
_ORDERED_HEAD = regex(rf"(?P<head> *(?:[(<【〈《\[][^()<>【】〈〉《》\[\]]{{1,16}}[)>】〉》\]]|[^\s、()\d]{{2,10}} *\([^()]*\d+ ?[名人][^()]*\))) *(?:{ORDER}[、・, ]*)+")
"""（委員）五十音順、敬称略, 出席委員（８名）五十音順"""
_EXPLAINED_HEAD = regex(r"(?P<head> *[○●◎・■]? ?[^\s、()]{2,10} *\([^()]*\d+ ?[名人][^()]*\)) +※[^。]*[○△×] ?(?::|は|…|=)[^。]*")
"""○委員（13名中11名出席） ※出欠欄 ○：出席、△：途中退席、×：欠席: a group, and what its marks say."""
_COUNTED_GROUP = regex(r" *(?:\(?\d{1,2}[.)、]? ?|[①-⑳] ?)?(?P<group>[^\s、()\d]{2,10}) *(?:\d{1,3} ?[名人])? *\((?P<note>[^()]*[◎○●☆★※][^()]{0,4}[はが][^()]*)\)")
"""１　委員　10名（五十音順、敬称略。◎は会長）: a group, how many it counts, and how they are listed."""
_BULLET = regex(r" *(?:[•・] *|[-‐–:] +|[-‐–](?=\([^()]{2,10}\)$)|(?:\(\d{1,2}\)|[⑴-⒇]) +(?=[^、]*[^\s、]{2,}[長官員事授役監]\S*(?:、|$)))")
_NUMBERED_GROUP = regex(r" *(?:\(\d{1,2}\)|[⑴-⒇]) *(?=[^\s、:()]{1,16}:)")
_POINTS = ("•", "・")
_AWAY_TAIL = regex(r" *\((?:欠席(?:委員|議員|者)?:(?P<away>[^()]{2,60})|(?P<who>(?:[^()]|\([^()]{1,3}\)){2,30}?)[はが]、?[^()]{0,16}欠席[^()]{0,6})\)$")
_CROWD_BEHIND = regex(r"(?:[【\[(][^【】\[\]()]{1,12}[】\])] *)?(?:委員|職員|関係者|出席者|参加者|会員|団体|構成員|事務局)\d+ ?[名人] *\([^()]*、[^()]*\)")
"""【委員】委員25名（障害者団体、家族会）: how many came, and of what sorts."""
_OF_THEM = r"(?:[^\s、()\d]{0,8} *)?\d+ ?[名人]中、? *\d+ ?[名人](?:が?出席)?"
_SHARE = regex(rf"{_OF_THEM}(?:[、 ]+{_OF_THEM})*(?= *(?:\([^()]*\))?$)")
"""15名中12名, 理事７名中６名出席、監事２名中２名出席"""
_PAGE_MARK = regex(r"[(\[-]? ?\d{1,3} ?[)\]-]?")
_TALLY = regex(r"[^\s、]{0,8}(?:委員|議員|出席者|欠席者|構成員|現在)数(?: .*)?|[^、]*(?:総数|定数)[^、]*\d+ ?[名人][^、]*|[^\s、]{0,8}(?:総|委員|議員|出席者|欠席者|構成員|現在)数(?: *:? *\d+ ?[名人]?)?(?:[ 、]+[^\s、]{0,8}数 *:? *\d+ ?[名人]?)*")
_SIGNS_OF_PRESENCE = regex(r"[(※]*(?: ?[◎○●×△□-] ?(?:印)?(?:は|:|=|…) ?(?:出席|欠席|途中|遅参|代理|オンライン|ウェブ|Web|WEB)[^、。()]{0,8}[、。 ]?)+\)?")
"""（○は出席、×は欠席）"""
_COUNTS = regex(r"(?:[^\s、()\d]{0,10}(?: *:)? *\d+ ?[名人](?: *\([^()]*\))?[ 、]*){2,}")
"""出席　４９名　　委任状　２５名　　計　７４名（成立）"""
_COUNT_ALONE = regex(r"(?:\([^()、\d]{2,12}\) ?)?\d+ ?[名人](?: *\([^()、]*(?<![員長])\))?")
_COUNTED = regex(r"\([^()]*\d+ ?[名人][^()]*\)")
_NO_PERSON = regex(r"午[前後] ?\d|次回|未定$|議[題案]|議事(?!係|調査|課|総務|担当)|事項|資料(?!館|室|課|係)|について|別紙|内容|報告(?!課|係)|大要|概要|\d階 ?\S|(?:挨拶|あいさつ|紹介|手続|諮問・答申|確認|朗読)$")
_NOTED_BEHIND = regex(r" *(?:\([^()]*\)| *※[^※()]*)+$")
_INNER_BULLET = regex(r"(?:^|(?<= ))・")
_TELEPHONE = regex(r"(?:電話|内線|TEL|FAX|ファクス|℡|☎)(?:番号)? ?:? ?[\d(]|[A-Za-z0-9._-]+@[A-Za-z0-9]|https?://")
"""What tells how to reach an office, and names nobody present."""
_HEADS_ONLY = regex(r"(?:[^\s()、]{2,14} ?\(\d{1,2} ?[名人]\) *){2,}")
"""農業委員（６名）　農地利用最適化推進委員（６名）: the heads of two columns of names."""
_TWO_TITLES = regex(r"[一-龥]{1,8}[官員者事役長監](?:及び|並びに)[一-龥]{1,8}[官員者事役長監]")
"""(2) 審理官及び幹事: two titles as a heading."""
_COUNTED_ONLY = regex(r"(?![^\d]*[ほか外他])[^、:\d()]{1,24}(?:\([^()\d]*\))?(?:\d+[名人]中)?\d+[名人](?:が?出席)?(?:\(欠席:?\d+[名人]\))?")
"""委員14名中11名、開設者（市）5名、傍聴者1名: nothing but how many came."""
_HOW_LISTED = regex(rf"\((?:以上(?: ?\d{{1,3}} ?[名人])?、 ?)?(?:(?:(?:[^、。()]{{4,24}}(?!敬称|順不))?{ORDER}|[◎○●◇☆★※△▲▽▼×](?:印?[はが]|[:=]|…)?[^、。()]{{2,14}})(?:[、・,。 ] ?)?)+\)")
_LISTED_IN = regex(r"(?P<group>[^\s、()]{2,10}) ?\((?P<list>[^()]*[、・][^()]*(?:\([^()]{1,12}\)[^()]*)*)\)(?: ?\d+[名人])?(?: ?\([^()]*順\))?")
"""事務局（林田部長、平山課長、熊田係長）３名: a list in the bracket behind its group."""
_DAY_ALONE = regex(r"(?:(?:令和|平成|昭和) ?(?:\d{1,2}|元) ?年 ?|\d{4}年)\d{1,2}月 ?\d{1,2}日(?: ?\([月火水木金土日]\))?")
_SEVERAL = 2
_LONGEST_NAME = 7
_GAP = regex(r" {2,}")
_PRINTED = regex(r"\S+")
_COUNTED_LIST = regex(r"\d+ ?[名人] ?\((?P<list>[^()]*[員長](?:[、(][^()]*)*(?:\([^()]{1,3}\)[^()]*)*)\)")
"""２名（荻委員、的野委員）"""
_COUNTED_HEAD = regex(r"(?:(?:[◎○●■◆◇□]|\(\d{1,2}\)|[⑴-⒇①-⑳]|\d{1,2}[.)]) *)?(?P<group>[^\s()、:\d]{2,16}) ?\( ?(?:(?:定数)?\d+ ?[名人](?:中|のうち)、? ?\d+ ?[名人](?:が?出席)?|(?:(?:定数|出席|欠席) ?\d+ ?[名人][、 ]*)+)\)")
"""協議会委員（10人中8人）, above them."""
_COUNTED_KIND = regex(r"(?P<group>[^\s()、:\d]{2,12}) ?\d{1,3} ?[名人](?: *\([^()]*(?:順|略)[^()]*\))?")
"""委員７名（50音順、敬称略）, above their names."""
_COUNTED_TITLE = regex(
    r"(?:[◎○●■◆◇□] *)?(?P<title>(?:常[務勤]|非常勤|業務執行|外部|学外|学内)?(?:理 ?事|監 ?事|幹 ?事)|評 ?議 ?員|監査委員|監査役|取締役) ?(?:\( ?\d{1,3} ?[名人](?:中 ?\d{1,3} ?[名人])?(?:出席|欠席)?\)| \d{1,3} ?[名人])"
)
"""理事（11名）, above their names."""
_HOUSE_COUNTED = regex(r"(?P<house>[^\s、:]{3,24}) +\d{1,3} ?[名人]")
"""（株）灘測量　３名: how many a house sent, none of them named."""
_NEIGHBOUR = 64
"""Within how many characters the line above or below a count is looked at, which is short where it is one too."""
_ROW_OF_FORM = regex(r"(?:(?:審査)?対象(?:公の)?施設|指定期間|公開区分|審議内容|審査内容)(?: {2,}|:)")
"""対象施設　　桧原市民温水プール: a row of the form that goes on below its list."""
_STROKE, _SLASH = regex(r" ?\| ?"), regex(r" ?/ ?")
_LABELLED = regex(r"(?:(?<=^)|(?<= ))(?P<label>[^\s、:()]{2,10}) ?:")
"""公益委員：楠本会長、…　　労働者委員：板東、…: groups one after another on a line."""
_CROWD_LAST = regex(r"(?<=\S)[ 、]+(?P<who>[^\s、()\d]{2,8})(?<![ほか外他計])(?:\d+|(?<=傍聴者) \d+) ?[名人]$")
"""三瓶参事官　調査官２名, 谷専門員 傍聴者 2名"""
_VACANT_SEAT = regex(r"\( ?\d{1,2} ?番(?:委員)?は?、?(?:欠員|空席) ?\)$")
"""（５番は欠員）"""
_SEAT_IN_BRACKETS = regex(r"(?:(?<=^)|(?<= ))\((?:(?:副)?(?:会長|委員長|座長|部会長|議長)|委員|会長代理|(?:会長)?職務代理者?)\) ?(?=[^ ()])")
_WITHIN = regex(r"。(?!\)|$)")
_EACH_BELOW = regex(r"(?:の|以上、?)? ?各 ?([^\s、()各]{2,12})$")
_LONG_PART = 4
_TITLE_AND_DOT = regex(r"(?:^|(?<=  ))(?P<title>[^\s・、()]{2,8})・(?=\S)")
_CUT_TITLE = regex(r"([^\s、()]{2,6})、")


_NAMING_NOBODY = (_NOBODY, _SIGNS_OF_PRESENCE, _COUNT_ALONE, MORE, _COUNTS, _SHARE)
"""What a whole line may be that names nobody."""
_COUNTS_OR_SIGNS = regex(r"[\d欠◎○●×△□-]")
"""One of which each of these holds."""


def _counts(words: str) -> bool:
    """Whether a line tells how many there were, or that others came: ほか関係職員."""
    return ("数" in words and any(_TALLY.fullmatch(form) for form in (words, squeeze(words)))) or (words.startswith(_OTHERWISE) and _OTHERS.fullmatch(words) is not None)


def _are_counts(parts: Sequence[str]) -> bool:
    """Whether parts of a list tell nothing but how many came, several of them."""
    return len(parts) > 1 and all(_COUNTED_ONLY.fullmatch(part) for part in parts)


def _are_full_names(cells: Sequence[str]) -> bool:
    """Whether cells are full names, one of them known as such: 来栖 透, 釈迦郡 洋平."""
    spaced = all(len(cell.split()) == 2 and max(map(len, cell.split())) < _LONG_PART and not ends_in_title(squeeze(cell)) for cell in cells)
    known = [bool(possible_families(squeeze(cell))) for cell in cells]
    return all(known) or (spaced and any(known))


@define(eq=False, repr=False)
class Lines(Heads):
    """Reads the lines of lists, each worn down by `_STEPS`; ``columned`` are the groups that head the columns of rows parted by strokes."""

    columned: list[State] = field(factory=list)

    def _line(self, line: Slice, state: State) -> None:
        """Read a line by its words alone."""
        line = self._trim(*line)
        for step, sign in _STEPS:
            if sign is not None and sign.search(self.folded, *line) is None:
                continue
            left = step(self, line, state)
            if left is None:
                return
            if left is not line:
                line = self._trim(*left)
            if line[0] >= line[1]:
                return
        self._entries(*line, state)

    def _as_printed(self, line: Slice, state: State) -> Slice | None:
        """A line too long for a list is kept whole; telephones, counts and heads of columns name nobody."""
        if line[1] - line[0] > _LONGEST_LINE:
            self.found.append(PersonDraft(*line, group=state.group, presence=state.presence, rule="list"))
            return None
        words = self._words(*line).strip()
        told = words.endswith(_RECORDS) or (words[:1] in "対指公審" and _ROW_OF_FORM.match(words)) or _TELEPHONE.search(words) or SPEAKER_HEADS.fullmatch(self.folded, *line)
        nobody = _COUNTS_OR_SIGNS.search(words) is not None and any(pattern.fullmatch(words) for pattern in _NAMING_NOBODY)
        return None if told or nobody or (_counts(words) and _COUNTED_HEAD.fullmatch(words) is None) else line

    def _without_note_on_group(self, line: Slice, state: State) -> Slice | None:
        """＜構成員＞（五十音順、敬称略。※はオンラインでの参加）: the group alone."""
        closed = self.folded[line[1] - 1] == ")"
        counted = _COUNTED_GROUP.fullmatch(self.folded, *line) if closed else None
        if counted is not None and is_group(squeeze(counted["group"])):
            self.ways.extend(self._noted_label(counted["note"]))
            return line[0], counted.end("group")
        explained = _EXPLAINED_HEAD.fullmatch(self.folded, *line) or (_ORDERED_HEAD.fullmatch(self.folded, *line) if self.folded[line[1] - 1] in "順略" else None)
        if explained is not None:
            return line[0], explained.end("head")
        ranked = _RANKED_HEAD.fullmatch(self.folded, *line)
        if ranked is not None:
            self.marks.update(LEGEND.findall(ranked["note"]))
            return line[0], ranked.end("head")
        noted = _NOTED_HEAD.fullmatch(self.folded, *line) if closed else None
        if noted is None:
            return line
        self.ways.extend(self._noted_label(noted["note"]))
        return line[0], noted.end("head")

    def _without_bullet(self, line: Slice, state: State) -> Slice | None:
        """Each bullet is an entry of its own, or heads those of two titles."""
        bullet = _BULLET.match(self.folded, *line) or _NUMBERED_GROUP.match(self.folded, *line)
        if bullet is None or (bullet[0].strip() not in _POINTS and is_kind_of_members(squeeze(self._words(bullet.end(), line[1])))):
            return line
        state.column = None
        if _TWO_TITLES.fullmatch(self.folded, bullet.end(), line[1]):
            self._open(self._words(bullet.end(), line[1]), state)
            return None
        return bullet.end(), line[1]

    def _is_tallied(self, line: Slice) -> bool:
        """Whether how many bear a title stands right above or below how many bear another: 理事　８名 / 監事　２名."""
        above = self.folded[max(0, line[0] - _NEIGHBOUR) : line[0]].rstrip().rpartition("\n")[2].strip()
        below = self.folded[line[1] : line[1] + _NEIGHBOUR].lstrip().partition("\n")[0].strip()
        return any(_COUNTED_TITLE.fullmatch(words) for words in (above, below))

    def _names_stand_below(self, line: Slice) -> bool:
        """Whether the line below begins with a name, perhaps behind its title in brackets."""
        below = self.folded[line[1] : line[1] + _NEIGHBOUR].lstrip().partition("\n")[0].strip()
        first = re.sub(r"^\([^()]*\) ?", "", below.split("、")[0])
        return "、" in below and not ends_in_title(squeeze(first)) and bool(possible_families(squeeze(first)))

    def _unless_counted(self, line: Slice, state: State) -> Slice | None:
        """Nothing but how many came."""
        words = self._words(*line)
        headed = _COUNTED_HEAD.fullmatch(words)
        if headed is not None and not self.open_comma and (is_group(squeeze(headed["group"])) or title_of_group(headed["group"])):
            self._open(headed["group"], state)
            return None
        kind = _COUNTED_KIND.fullmatch(words) if headed is None and not self.open_comma else None
        if kind is not None and (title_of_group(kind["group"]) or is_group(kind["group"])) and self._names_stand_below(line):
            self._open(kind["group"], state)
            return None
        titled = _COUNTED_TITLE.fullmatch(words)
        if titled is not None and not self.open_comma and self._is_tallied(line):
            return None
        if titled is not None and not self.open_comma:
            self._open(titled["title"], state)
            state.title = squeeze(titled["title"])
            return None
        told = squeeze(words.rpartition(":")[2])
        # （委員９名中８名出席、県職員５名）
        told = told[1:-1] if told.startswith("(") and told.endswith(")") and told.count("(") == 1 else told
        counted = all(is_crowd(part) for part in told.split("、")) or _are_counts(told.split("、")) or ("欠席" not in told and _are_counts(outside(told).split("、")))
        house = _HOUSE_COUNTED.fullmatch(words)
        counted = counted or (house is not None and (is_house(house["house"]) or LEGAL_FORM.match(house["house"]) is not None))
        return None if counted or _CROWD_BEHIND.fullmatch(words) or _HEADS_ONLY.fullmatch(words) else line

    def _unless_presence(self, line: Slice, state: State) -> Slice | None:
        """Who was away, and how those came whose names bear a mark."""
        beside = _REMARK_BESIDE.match(self.folded, *line)
        line = (beside.end(), line[1]) if beside is not None else line
        told = self._away_whole(*line, state) or (self.folded[line[0]] == "(" and _REMARK.match(self.folded, *line)) or self._way(*line)
        return None if told else line

    def _unless_sentence(self, line: Slice, state: State) -> Slice | None:
        return None if _is_sentence(self._words(*line)) else line

    def _unless_listed_in_bracket(self, line: Slice, state: State) -> Slice | None:
        """事務局（林田部長、平山課長）, 港湾管理者（所属・職・氏名）, and （敬称略、五十音順、☆は座長）."""
        counted = _COUNTED_LIST.fullmatch(self.folded, *line)
        if counted is not None:
            self._entries(*self._trim(*counted.span("list")), state)
            return None
        inside = _LISTED_IN.fullmatch(self.folded, *line)
        if inside is not None and (is_group(inside["group"]) or is_alone(inside["group"])):
            self._open(inside["group"], state)
            listed = f"({squeeze(inside['list'])})"
            if not _HEADS_IN_BRACKETS.fullmatch(listed) and not _HOW_LISTED.fullmatch(listed):
                self._entries(*self._trim(*inside.span("list")), state)
            return None
        if _HOW_LISTED.fullmatch(self.folded, *line):
            self.ways.extend(self._noted_label(self._words(*line)))
            self._rank_by_marks()
            return None
        if self.folded.startswith(("(注)", "(注:", "注)"), line[0]):
            # （注）◎部会長　○部会長代理
            self._legend(self._words(*line).lstrip("("))
            return None
        return self._unbracketed(*line)

    def _without_crowd(self, line: Slice, state: State) -> Slice | None:
        """The line without those counted at its end, and without what its marks stand for."""
        start, end = line
        last = self.folded.rfind("、", start, end)
        beside = self._words(last + 1, end).split()
        if last > 0 and "ほか" not in self._words(last, end) and is_crowd("".join(beside)) and not (ends_in_title(beside[0]) and split_designation(beside[0]).name):
            end = last
        crowd = _CROWD_LAST.search(self._words(start, end)) if self.folded[end - 1] in "名人" else None
        if crowd is not None and split_designation(crowd["who"]).name is None:
            # 三瓶参事官　調査官２名
            end = start + crowd.start()
        way = _WAY_LAST.search(self.folded, start, end)
        if way is not None and way.start() > start:
            # 波平委員*　　目加田委員　　　（*印はウェブ参加）
            self.ways.extend(self._noted_label(way[0]))
            end = start + len(self._words(start, way.start()).rstrip())
        ranks = _RANKS_BEHIND.search(self.folded, start, end)
        if ranks is not None and ranks.start() > start:
            # …各委員　　（◎委員長　○副委員長）
            self.marks.update(LEGEND.findall(ranks[0]))
            for person in self.found:
                person.title = self.marks.get(self.folded[person.start], person.title)
            end = ranks.start()
        vacant = _VACANT_SEAT.search(self.folded, start, end)
        end = start + len(self._words(start, vacant.start()).rstrip()) if vacant is not None else end
        counted = _COUNTED.search(self.folded, start, end)
        return start, self._without_tail(start, counted.start() if counted and counted.end() == end else end)

    def _unless_remark(self, line: Slice, state: State) -> Slice | None:
        """Shares, pages, heads of columns, remarks and days: 15名中12名, （敬称略）, 公益代表　　　労働者代表."""
        words = self._words(*line)
        bare = squeeze(words)
        if words[0] == "※" and not self.found and self._legend(words):
            return None
        if _HEADS_IN_BRACKETS.fullmatch(bare) or _SHARE.match(words) or _PAGE_MARK.fullmatch(words) or NOTHING.match(bare) or _COLUMN_HEADS.fullmatch(bare) or _REMARK.match(words) or _is_sentence(words):
            return None
        if "  " in words and self._heads_columns(line, state):
            return None
        if self._legend(_COUNT_BEFORE.sub("", words)) or self._absence(*line, state) or self._shared_below(words):
            return None
        return None if words[-1] in "日)" and _DAY_ALONE.fullmatch(words) else line

    def _heads_columns(self, line: Slice, state: State) -> bool:
        """Whether a row heads columns of names: 公益代表　　　労働者代表, 委　員　　　委　員, which is opened, and （学識経験者）　　（地元の団体）."""
        cells = [squeeze(cell) for cell in _GAP.split(self._words(*line))]
        titles = [token.words for token in self._tokens(*line)] if cells[-1][-1] == "員" else []
        if len(titles) > 1 and len(set(titles)) == 1 and is_kind_of_members(titles[0]):
            self._open(titles[0], state)
            return True
        bracketed = len(cells) > 1 and all(cell[0] == "(" and cell[-1] == ")" for cell in cells)
        return are_kinds(cells) or (bracketed and any(is_sort_of_members(cell[1:-1]) for cell in cells))

    def _by_strokes(self, line: Slice, state: State) -> Slice | None:
        """伊良部 潔委員 | 江積 洋平委員 |: cells without heads, parted by strokes; 事務局長　横溝 剛／総務課長　谷田貝 睦."""
        words = self._words(*line)
        parts = [part.split() for part in words.split("/")] if "/" in words else []
        parted = all(len(part) > 1 for part in parts) and sum(ends_in_title(part[0]) for part in parts) >= _SEVERAL
        # 阿比留　和馬　／　宇賀神　玲（Web）
        parted = parted or (len(parts) > 1 and "、" not in outside(words) and _are_full_names([cut_notes(part)[0] for part in words.split("/")]))
        # 委　員　大豆生田 肇　／　清家 麻里
        parted = parted or (len(parts) > 1 and "、" not in outside(words) and self._is_titled_first(line, words.index("/")) and _are_full_names([cut_notes(part)[0] for part in words.split("/")[1:]]))
        # 委員　２番　桑折　守／５番　釘本　恭平
        parted = parted or (len(parts) > 1 and all(SEAT.search(part) for part in words.split("/")))
        # 保健医療部　猪爪部長／医務薬務課　郡司課長、祝課長補佐
        parted = parted or ("、" in words and "/" in words and all(ends_in_title(part.split("、")[-1]) for part in words.split("/")))
        # 羽西市　谷管財課主幹　／　波止町　佐野総務課長
        parted = parted or (len(parts) > 1 and all(len(part) == _SEVERAL and is_institution(part[0]) and ends_in_title(part[1]) for part in parts))
        stroke = _STROKE if "|" in words else _SLASH if parted else None
        strokes = [found.end() for found in stroke.finditer(words)] if stroke is not None else []
        if not strokes:
            return line
        cells = []
        for at, stop in pairwise([0, *strokes, line[1] - line[0]]):
            start = line[0] + at
            cells.append(self._trim(start, start + len(self._words(start, line[0] + stop).rstrip(" |/"))))
        if self._head_columns(cells, state):
            return None
        for cell, own in zip(cells, self.columned if len(self.columned) == len(cells) else [state] * len(cells), strict=True):
            if cell[1] > cell[0]:
                self._line(cell, own)
        return None

    def _head_columns(self, cells: Sequence[Slice], state: State) -> bool:
        """Whether the cells of a row are nothing but groups, each above its own: 委　員　｜　法　人　｜　市（事務局）."""
        heads = [squeeze(cut_notes(self._words(*cell))[0]) for cell in cells]
        if not all(head and is_group(head) and not possible_families(head) for head in heads):
            return False
        self.columned = [evolve(state) for _ in heads]
        for head, own in zip(heads, self.columned, strict=True):
            self._open(head, own)
        return True

    def _is_titled_first(self, line: Slice, stroke: int) -> bool:
        """Whether what stands before the first stroke is a title and a name."""
        first = self._tokens(line[0], line[0] + stroke)
        return len(first) > 1 and first[0].kind == "T" and all(token.kind == "N" for token in first[1:])

    def _by_labels(self, line: Slice, state: State) -> Slice | None:
        words = self._words(*line)
        labels = [found.start() for found in _LABELLED.finditer(words) if words[found.start() - 2 : found.start()] in ("", "  ") or ends_in_title(found["label"]) or is_group(found["label"])]
        if len(labels) < _SEVERAL or labels[0]:
            return line
        self._in_turn(line, labels, state)
        return None

    def _in_turn(self, line: Slice, begins: Sequence[int], state: State) -> None:
        """The parts of a line, one after another as if each had one of its own."""
        for at, stop in pairwise([*begins, line[1] - line[0]]):
            self._line(self._trim(line[0] + at, line[0] + stop), state)

    def _by_seats(self, line: Slice, state: State) -> Slice | None:
        """（会長）春日井 順子　（副会長）轡田 康夫: one after another."""
        words = self._words(*line)
        seats = [found.start() for found in _SEAT_IN_BRACKETS.finditer(words)] if words[0] == "(" else []
        if len(seats) < _SEVERAL or seats[0]:
            return line
        self._in_turn(line, seats, state)
        return None

    def _by_kinds(self, line: Slice, state: State) -> Slice | None:
        """学識経験者　森　茂樹　　公募　谷　薫: kinds of members, each before the name of one."""
        cells = [found.span() for found in _PRINTED.finditer(self.folded, *line)] if is_kind_of_members(state.title or "") else []
        kinds = [at for at, cell in enumerate(cells) if is_sort_of_members(words := self._words(*cell)) and words[-1] != "長"]
        if len(kinds) < _SEVERAL or kinds[0] or not all(below > at + 1 for at, below in pairwise([*kinds, len(cells)])):
            return line
        names = [(cells[at + 1][0], cells[below - 1][1]) for at, below in pairwise([*kinds, len(cells)])]
        printed = [squeeze(cut_notes(self._words(*name))[0]) for name in names]
        if not any(map(possible_families, printed)) or any(len(name) > _LONGEST_NAME or ends_in_title(name) for name in printed):
            return line
        for at, name in zip(kinds, names, strict=True):
            self._open(self._words(*cells[at]), state)
            self._entries(*name, state)
        return None

    def _unless_matter(self, line: Slice, state: State) -> Slice | None:
        """What was spoken of, and no person: 資料, 議題."""
        words = self._words(*line)
        words = _NOTED_BEHIND.sub("", words) if ")" in words or "※" in words else words
        if _NO_PERSON.search(squeeze(words)) is None or "、" in words or ":" in words or ends_in_title(words):
            return line
        return line if any(token.kind == "T" for token in self._tokens(*line)[:1]) else None

    def _with_absent_behind(self, line: Slice, state: State) -> Slice | None:
        """…（欠席：堂島委員）, and …（堂島委員は欠席）: those who came, and who did not."""
        away = _AWAY_TAIL.search(self._words(*line))
        if away is None:
            return line
        start = line[0]
        self._line((start, start + away.start()), state)
        if away["away"] and not NOTHING.match(away["away"]):
            self._entries(*self._trim(start + away.start("away"), start + away.end("away")), evolve(state, presence=Presence.ABSENT))
        elif away["who"]:
            self._absence(start + away.start("who"), line[1], state)
        return None

    def _below_head(self, line: Slice, state: State) -> Slice | None:
        """The entries of the line, behind what heads them."""
        start = self._title_below(line[0], self._words(*line))
        self.opened = False
        start, end = self._trim(self._heading((start, line[1]), state), line[1])
        words = self._words(start, end)
        if words[:1] == "・" and self.opened:
            # 【４号委員】・委員　伊藤公平　・委員　長崎しのぶ
            self._in_turn((start, end), [found.start() for found in _INNER_BULLET.finditer(words)], state)
            return None
        dotted = [found.start() for found in _TITLE_AND_DOT.finditer(words) if ends_in_title(found["title"])] if "・" in words else []
        if len(dotted) >= _SEVERAL and not dotted[0]:
            # 学校側　校長・早瀬 敦子　　教頭・武者 伸一
            self._in_turn((start, end), dotted, state)
            return None
        if start > line[0] and ":" in words and self._by_labels((start, end), state) is None:
            # 協議会委員　会長：宇賀神進　副会長：波多江道子
            return None
        rest = squeeze(words)
        if self.opened and rest and are_kinds([rest]):
            # 【１号委員】学識経験者
            return None
        return None if _COLUMN_HEADS.fullmatch(rest) or _HEADS_IN_BRACKETS.fullmatch(rest) or NOTHING.match(rest) else (start, end)

    def _unbracketed(self, start: int, end: int) -> Slice:
        """A line that is a comma list in brackets, without them: （飯森課長、長沢係長）."""
        inner = self.folded[start + 1 : end - 1]
        whole = self.folded[start] == "(" and self.folded[end - 1] == ")" and "(" not in inner and ")" not in inner if start < end else False
        # （副議長　前 川 尚 志）
        listed = whole and ("、" in inner or [token.kind for token in self._tokens(start + 1, end - 1)[:2]] == ["T", "N"])
        return (start + 1, end - 1) if listed else (start, end)

    def _without_tail(self, start: int, end: int) -> int:
        """The end of the line without counts, ほか and remarks on its order."""
        while True:
            shorter = words = self._words(start, end).rstrip(" 、,。")
            if _TAILS.search(words, max(0, len(words) - _TAIL)) is None:
                return start + len(words)
            counted = "名" in words or "人" in words
            for pattern in (_TOTAL, _OTHERS, _COUNT_BEHIND, _ORDER_BEHIND) if counted else (_OTHERS, _ORDER_BEHIND):
                match = pattern.search(shorter, max(0, len(shorter) - _TAIL))
                if match and (match.start() or pattern is not _OTHERS):
                    shorter = shorter[: match.start()]
            shorter = shorter.rstrip(" 、,。")
            if shorter == words:
                return start + len(words)
            end = start + len(shorter)

    def _shared_below(self, words: str) -> bool:
        """各委員 on a line of its own: the title of the names above that have none."""
        found = _EACH_BELOW.match(words) if words[0] in "の 各以" else None
        if found is None:
            return False
        for person in reversed(self.found):
            if person.rule != "list" or person.title:
                break
            person.title = squeeze(found[1])
            person.name = person.name.removesuffix("の") if person.name and len(person.name) > 2 else person.name
        return True

    def _title_below(self, start: int, words: str) -> int:
        """A title cut from its name by the line's end: 沼尾剛 / 委員、根岸史郎委員."""
        found = _CUT_TITLE.match(words)
        last = self.found[-1] if self.found else None
        if found and found[1] in PLAIN_TITLES and not self.opened and last and last.rule == "list" and last.name and not self.open_comma:
            last.title = found[1]
            return start + found.end()
        return start

    def _name_below(self, line: Slice, state: State) -> Slice | None:
        """A name cut from its title by the line's end: 係長　鳥谷部　学、主事 / 浪江　亜美."""
        if len(self.found) < _SEVERAL:
            return line
        above, last = self.found[-2:]
        if last.name or not (last.title and above.title and above.name) or "、" not in self.folded[above.end : last.start] or self.folded[last.end : line[0]].strip():
            return line
        stop = self.folded.find("、", *line)
        end = stop if stop >= 0 else line[1]
        parts = self._words(line[0], end).split()
        name = "".join(parts)
        families = parts[:1] if len(parts) == _SEVERAL else possible_families(name)
        if any(token.kind != "N" for token in self._tokens(line[0], end)) or not 2 < len(name) <= _LONGEST_NAME or not families:
            return line
        last.name, last.family, last.end = name, families[-1], end
        return (stop + 1, line[1]) if stop >= 0 else None


_Step = Callable[[Lines, Slice, State], "Slice | None"]
_STEPS: tuple[tuple[_Step, re.Pattern[str] | None], ...] = (
    (Lines._as_printed, None),
    (Lines._without_note_on_group, regex("[(※]")),
    (Lines._without_bullet, regex("[•・‐–:(⑴-⒇-]")),
    (Lines._unless_counted, regex("[名人]")),
    (Lines._unless_presence, regex(r"[(\[*☆★※◇△▲]")),
    (Lines._unless_listed_in_bracket, regex("[()]")),
    (Lines._unless_sentence, regex("。")),
    (Lines._without_crowd, regex("[名人下めか外他※(、,。]")),
    (Lines._unless_remark, regex(r"[\d(名人おな無ナ番職氏所区出備順略※。◎○●◇☆★△▲欠各日-]|  ")),
    (Lines._by_strokes, regex("[/|]")),
    (Lines._by_labels, regex(":")),
    (Lines._by_seats, regex(r"\(")),
    (Lines._by_kinds, regex("[者募民表員]")),
    (Lines._unless_matter, regex("[午次定議項資つ別容報要挨紹続諮]")),
    (Lines._with_absent_behind, regex("欠")),
    (Lines._name_below, None),
    (Lines._below_head, None),
)
"""In this order: what is taken off first would hide what is looked for later; with each what a line holds that the step does not leave as it is."""


def _is_sentence(words: str) -> bool:
    return "。" in words and (_WITHIN.search(words) is not None or (words.endswith("。") and len(words) > 14))
