"""The title line: which body met, for the how-manieth time, and what sort of record this is."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import define, field

from minutes_model.era.numerals import numeral
from minutes_model.grammar.draft import Slice
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import RecordKind
from minutes_model.patterns import regex
from minutes_model.text import clean, fold, squeeze

__all__ = ["BODY_NAME", "TitleDraft", "body_in", "of_page", "only_date", "read_title"]

_RECORD_FIRST = "顛ての主会全協参各委審御意懇摘月本検概構次決発結要記調議質速開"
"""With what the document's word begins, which is told faster than to try each of its forms everywhere."""
_RECORD = (
    rf"(?=[{_RECORD_FIRST}])"
    r"(?:全文)?(?:(?:審査|審議|会議|議事)の?経過(?:及び|と|・|並びに)(?:審査の?|審議の?)?結果|(?:主な)?(?:御?意見|質疑|質問)(?:・(?:御?意見|質疑|質問))?等?(?:の(?:要旨|概要))?(?:及び|と|・|並びに)(?:その|[一-龥]{1,4}の)?(?:対応|回答|考え方|答弁)(?:方針|状況|案)?(?:の?一覧表?)?|(?:御?意見|質問|質疑)等?(?:へ|に対する|への)の?(?:対応|回答|考え方)(?:方針|状況|案)?(?:一覧表?)?|(?:(?:各?委員|構成員|議員|会員|参加者)(?:から|より)?の)?(?:主な)?(?:御?意見|質疑(?:応答)?|発言|議論)(?:・(?:御?意見|質疑(?:応答)?|発言|議論))?等?の?(?:概要|要旨|要点|一覧表?)|(?:(?:各?委員|構成員|議員|会員|参加者)(?:から|より)?の)?主な(?:御?意見|質疑(?:応答)?|発言|議論)等?|質疑応答の?(?:概要|要旨)?|(?:開催|会議|審議)?結果報告書?|(?:会議|審議|審査|協議|調査|検討|懇談)の(?:結果|概要|要旨|経過)|(?:議事|審議|協議)の記録|のまとめ|(?:会議の?)?(?:顛末|てん末)書?|議決書|議決録|議決事項|決定事項|議事録|会議録|議事要旨|議事概要|議事要録|会議要録|要録|会議要旨|会議概要|開催概要|開催状況|開催結果|会議要点録|要点録|要点記録|摘録|審議概要|審議結果|審議要旨|(?:協議|検討|審査|懇談)(?:結果|概要|要旨|経過|内容)|"
    r"結果概要|会議結果|議事要点|(?:議事|会議|審議)の要点|議事の概要|会議の概要|会議の要旨|議事の要旨|会議記録の概要|議事メモ|会議メモ|会議記録|議事記録|会議の記録|議事経過|記録|概要|要旨|本文|月報|議事速記録|速記録|次第|の結果|(?<=会)結果|(?:会議|議事)(?:概要|要旨|結果)書|の(?:開催)?報告|開催報告)(?:(?:概要|要約|簡易|公開|ダイジェスト)版|公開用|全[編文])?(?:[のを]?お知らせ(?:(?:いた)?します)?)?"
)
_STAMP = regex(r"^[【\[〔<《](?:(?:開催|会議|議事|審議|結果)(?:概要|結果|要旨|要録|報告)|議事録|会議録|公開|非公開|速報)[】\]〕>》](?=.)")
"""【開催概要】, before the name of the body."""
_ANNOUNCED = regex(r"(?:を|が)(?:開催|開会|実施|掲載|公開|公表)(?:いたしました|しました|した|されました|します)。?$")
"""水瀬市子ども・子育て会議を開催しました: the title of a web page that tells of the meeting."""
_SUFFIX = regex(rf"(?:の|における)?(?:(?:\d{{1,2}}月)?(?:定例会議?|臨時会議?))?の?[-―—]?{_RECORD}[-―—]?(?:等|について|など|を公[表開]|(?:・|及び)(?:会議|配[付布])?資料)?$")
_HAS_RECORD = regex(_RECORD)
_TRANSCRIPT = regex(r"議事録|会議録|速記録|本文|会議記録(?!の概要)|(?<!会議)記録$")
_DIGEST = regex(r"要旨|概要|要録|要点|状況")
_RESULT = regex(r"(?:意見|質疑|発言)等?(?:の?(?:概要|要旨|一覧)|(?:及び|と|・)[^、]*)$|(?:議決|決定)事項$|結果(?:\([^()]*\))?$")
_KANJI = "[一二三四五六七八九十百千〇](?: ?[一二三四五六七八九十百千〇]){0,6}"
_NUMBER = regex(rf"第 ?(\d[\d ]{{0,5}}|{_KANJI}) ?回(?! ?国会)")
_ISSUE = regex(r"第 ?(\d{1,4}|[一二三四五六七八九十百]{1,5}) ?号")
_OF_DIET = regex(r"回国会.*第 ?\d{1,3} ?号")
_YEAR = r"(?:(?:令 ?和|平 ?成|昭 ?和) ?(?:\d{1,2}|元|[一二三四五六七八九十]{1,3})|\d{4}) ?年(?: ?度)?"
_SESSION = regex(rf"(?:{_YEAR}[ \n]?)?(?:\d{{1,2}}月 ?)?\(?第 ?(?:\d[\d ]{{0,5}}|{_KANJI}) ?回\)?(?: ?\(?(?:定例|臨時)会?議?\)?)?")
_DATE = regex(
    rf"{_YEAR} ?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}}) ?月 ?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}}) ?日(?: ?\([^()]{{1,4}}\))?(?:開催分?)?|\d{{4}}[/.\-]\d{{1,2}}[/.\-]\d{{1,2}}"
)
_KIND = (
    r"(?:委員会|審議会|審査会|協議会|部会|分科会|検討会議?|研究会|懇談会|懇話会|評議会|審判所|本部会議|公安委員会|運営会議|推進会議|有識者会議|会議|議会|本部|ワーキンググループ|作業部会|調査会|理事会|役員会|幹事会|総会|タスクフォース|小委員会|連絡会|ミーティング|ワークショップ|フォーラム|公聴会|説明会|対話集会)"
)
_NO_NAME = tuple(map(regex, (
    r"^\d{2,4}/\d{1,2}/\d{1,2}", r"[≪≫【】<>\[\]]", r"[「」『』]", _DATE.pattern, rf"^{_YEAR}(?=[^一-龥]*第|\D)", r"\((?:[^()]|\([^()]*\))*\)",
    r"第 ?\d{1,3} ?回国会", r"第 ?(?:\d{1,3} ?期|[一二三四五六七八九十]{1,4} ?期(?!.{0,16}計画))", r"^第 ?\d{1,3} ?次(?=\W{0,3}第 ?\d{1,3} ?回)", rf"(?:{_YEAR})?(?:\d{{1,2}}月)?{_NUMBER.pattern}(?:会[議合](?![録要概結次記の資]))?", _YEAR, _ISSUE.pattern, r"^\d{1,2}月(?:期|分)?",
)))  # fmt: skip
"""What is no part of a body's name in a title line, in the order in which it goes."""
_QUOTES = _NO_NAME[2]
_QUOTED_WITHIN = regex(rf"[^「」]「[^「」]{{2,}}」[^「」。、 ]{{2,}}{_KIND}")
"""道の駅「清流の里」再整備計画策定委員会: a quotation that the name goes on behind."""
_ORNAMENTS = "■□◆◇★☆●○◎*~─━═=・"
"""What stands around a title to set it off: ■□ … □■."""
_NUMBERED_NAME = regex(r"(?<=会議)\([^()]*回[^()]*\)(?=の)")
_HELD_APART = "\x01"
"""Stands for a number between a name and the document's word: 検討会議（第２回）の概要 is no 会議の概要."""
_REGULAR = regex(r"(?:\d{1,2}月)?(?:定例会議|臨時会議|定例会|臨時会|本会議|通常会議|定例|臨時|例会|(?<=委員会)(?:\d{1,2}月(?:定例|臨時)?|定例|臨時)総会)$")
_SITTING = regex(r"^(?:(?:定例会|臨時会)(?:\d{1,2}月)?(?:緊急議会|定例議会|臨時議会|通常議会)?|\d{1,2}月(?:緊急議会|定例議会|臨時議会))(?=.{2,}(?:議会|[市府県]会|委員会|審議会|協議会))")
"""９月定例会　帆立市議会総務委員会: the sitting before the name."""
_REGULARLY = regex(r"(?:定例|臨時|通常|本)会?議?")
_PUBLISHED = regex(r"(?:公表|更新|掲載|(?<!情報)公開(?:日|$|(?=[ :\d]))|作成|発行|最終更新)|^(?:公表日|更新日|掲載日|ページ番号|印刷)")
_PROPER = regex(r"[一-龥々ヶァ-ヴー]{1,12}[都道府県市区町村省庁会]?")
_PAGE = regex(
    r"(?:ページ|メニュー|本文|サイト|情報)[^。]{0,12}(?:先頭|終端|ここから|ここまで|飛ば|とば|移動|スキップ)|スキップして|別(?:の)?ウィンドウ|JavaScript|Cookie|印刷用?ページ|"
    r"(?:Reader|リーダー)[^。]{0,20}(?:必要|ダウンロード)|^\W*(?:会議|開催)?(?:議事録|会議録|議事要旨|議事概要|会議資料|開催状況)(?:等|・(?:会議)?資料|の)?一覧\W*$|について\((?:会議録|議事録|議事要旨|会議資料)のページ\)$|^(?:本文(?:へ|ここから)?|ここから(?:が)?本文(?:です)?。?|現在(?:の)?(?:位置|地).*|ID:\d+|文字サイズ.*|ホーム(?:[ >].*)?|[^。]*(?:ホームページ|ウェブサイト|公式サイト)(?: ?[>»›/|｜:] ?.*)?|[^。<>/]+(?:(?: ?[>»›] ?| / )[^。<>/]+){2,})$"
)
_LONGEST = 240
"""No title is as long; longer lines are not looked at."""
_CRUMBS = regex(r"[^>›»]+[>›»][^>›»]+[>›»]|[^|]+\|[^|]+\||^[^|\d]+ \| [^|\d]+$|[-−]\s?\d{1,2}月\d{1,2}日[-−](?:\d{1,2}号|(?:会議)?記録|本文|目次)$")
_KINDS_ONLY = regex(rf"{_KIND}(?:[・、,/]?{_KIND})+(?:等|一覧)?")
"""A line of a page's menu: 審議会・研究会."""
BODY_NAME = regex(rf"[・\w]{{2,40}}?{_KIND}(?![一-龥])")
"""A name that ends as the names of bodies do."""
_ANY_BODY = regex(r"([一-龥々ヶァ-ヴー][一-龥々ヶァ-ヴーぁ-ん]{0,30}?(?:委員会|審議会|審査会|協議会|調査会|評議会|検討会|分科会|研究会|懇談会|議会))(?:室|会議室|資料)?")
_COUNTED_BEFORE = regex(r"^(?:年度)?第?.{0,3}回の?")
_ROOM = regex(r"(?:.*第)?[一二三四五六七八九十\d]+委員会$")
_GENERIC = frozenset(
    ["緊急議会", "定例会緊急議会", "臨時議会", "定例議会", "委員会", "審議会", "会議", "定例会議", "定例会", "臨時会", "部会", "協議会", "本会議", "総会", "定例委員会", "臨時委員会", "会議の", "定例", "臨時", "議会", "公表", "定例総会", "臨時総会", "通常総会"]
)
_SCRAPS = regex(r"[会議録事要旨名]+")
"""What is left of 会議録 and 会議名, set down the page side by side."""
_FORM = regex(r"(?:各種)?(?:審議会|附属機関|付属機関|協議会|委員会)等?(?:の会議)?(?:の|会議)*|会議の?(?:開催)?")
"""The head of a form that every body of a government fills in: 審議会等の会議結果報告."""


@define(eq=False, repr=False)
class TitleDraft:
    """What the lines above the labels say."""

    lines: list[Slice] = field(factory=list)
    title: str | None = None
    body: str | None = None
    number: int | None = None
    session_label: str | None = None
    record: RecordKind | None = None
    year: str | None = None
    dates: list[Slice] = field(factory=list)
    banners: list[Slice] = field(factory=list)


def read_title(flow: Flow, blocks: list[Block]) -> TitleDraft:
    """The title among the blocks above the first label.

    Publication dates and bread crumbs are no title; a banner with a title below it gives way to
    the fuller of the two; a body on a line of its own goes before the meeting's name.
    """
    draft = TitleDraft()
    candidates: list[Slice] = []
    for block in blocks:
        words = flow.words(block)
        place = (block.start, block.end)
        if len(words) > _LONGEST or _CRUMBS.search(words) or _is_published(words) or of_page(words) or _INDEX.search(words):
            draft.banners.append(place)
        elif only_date(words):
            draft.dates.append(place)
            draft.banners.append(place)
        elif len(words) > 120 or words.startswith(("※", "・")) or "。" in words:
            draft.banners.append(place)
        else:
            candidates.append(place)
    _choose(flow, _merged(flow, candidates), draft)
    if draft.lines:
        _analyse(flow, draft)
    return draft


_INDEX = regex(r"第 ?\d{1,3} ?回[ |]+第 ?\d{1,3} ?回[ |]+第 ?\d{1,3} ?回[ |]*$|(?:INDEX|一覧|名簿) *\|")
"""| 平成18年度 第1回 第2回 第3回 |: the meetings that a page leads to."""


def of_page(words: str) -> bool:
    """Whether a line (folded) is what a web page says of itself: メニューを飛ばして本文へ, 現在位置."""
    return len(words) < 80 and _PAGE.search(words) is not None


def _names_deed(flow: Flow, place: Slice) -> bool:
    """Whether a name begins with what a body is for, so that of which stands on the line above: 都市計画マスタープラン / 策定懇談会."""
    return _DEED.match(flow.folded, *place) is not None


_DEED = regex(rf" *(?:策定|検討|推進|評価|審査|運営|調査|改定|見直し|作成|選定|協議|対策)(?:等)?{_KIND}")


def _merged(flow: Flow, candidates: list[Slice]) -> list[Slice]:
    """The candidates, a name broken over two lines made one: …高齢者保健福 / 祉計画…策定委員会."""
    found: list[Slice] = []
    for place in candidates:
        above = found[-1] if found else None
        if above and (_only_session(flow, above) or (place[0] == above[1] + 1 and (flow.folded.endswith("における", *above) or _names_deed(flow, place))) or (place[0] == above[1] + 1 and _broken(flow, above) and _bodyish(flow, place))):
            found[-1] = (above[0], place[1])
        elif above and place[0] == above[1] + 1 and _only_session(flow, place) and _HAS_RECORD.search(squeeze(flow.folded[slice(*above)])):
            # 理事会議事要旨 / （令和４年度　第７回）
            found[-1] = (above[0], place[1])
        else:
            found.append(place)
    return found


_MONTH = regex(r"^ *\d{1,2} ?月(?= ?\()")


def _only_session(flow: Flow, place: Slice) -> bool:
    """A line that holds nothing but a year, a month or a number, of the title below it: 平成28年 / 第4回, 9月（第58回）."""
    words = _MONTH.sub("", re.sub(_YEAR, "", flow.folded[slice(*place)]))
    return not _REGULARLY.sub("", squeeze(_NUMBER.sub("", words))).strip("度()・")


def _house(flow: Flow, place: Slice) -> bool:
    """A line that names an institution alone, above the name of its meeting: 国立大学法人燕湾大学."""
    words = squeeze(flow.folded[slice(*place)])
    return len(words) < 30 and bool(re.search(r"^(?:(?:一般|公益|特例)(?:社団|財団)|独立行政|地方独立行政|国立研究開発|社会福祉|特定非営利活動|医療)法人(?!.*(?:について|評価$|の))[^、。()]{2,}$|(?:大学|機構|法人|[都道府県市区町村省庁]|会社|協会|学会|会議所|連盟|本部|センター|研究所|組合|連合|学校|病院|銀行|公社|公庫|基金|事業団|振興会|財団)$", words))


def _broken(flow: Flow, place: Slice) -> bool:
    """Whether a line begins a title, by its number or year, and stops before any word that ends a name."""
    words = squeeze(flow.folded[slice(*place)])
    opens = _NUMBER.search(words) or re.match(_YEAR, words)
    return bool(opens) and not re.search(rf"(?:{_KIND}|{_RECORD}|回|年度?|月\d{{1,2}}日|\))$", words)


def _is_published(words: str) -> bool:
    return bool(_PUBLISHED.search(words)) and len(words) < 40 and not _HAS_RECORD.search(words)


def only_date(words: str) -> bool:
    """Whether a line (folded) holds a day, perhaps with times, and nothing else."""
    rest = _DATE.sub("", words)
    rest = _SESSION_OF.sub("", rest) if rest != words else rest
    return rest != words and len(re.sub(r"[\s()\[\]<>【】:]|開催分?|実施|現在|午[前後].*|[曜日時分~]|\d", "", rest)) <= 2


_SESSION_OF = regex(r"[ :]*(?:(?:令和|平成) ?(?:\d{1,2}|元) ?年|\d{4}年)? ?(?:\d{1,2}月|第\d{1,2}回)? ?(?:定例|臨時)(?:会|月会議)")
"""2023.12.14　：　令和５年12月定例会"""


def _choose(flow: Flow, candidates: list[Slice], draft: TitleDraft) -> None:
    """The title lines among the candidates, the others as banners."""
    worded = [c for c in candidates if _HAS_RECORD.search(squeeze(flow.folded[slice(*c)]))]
    if not worded:
        worded = [c for c in candidates if _NUMBER.search(words := flow.folded[slice(*c)]) or _OF_DIET.search(words) or _bodyish(flow, c)]
    if not worded:
        draft.banners += candidates
        return
    best = max(worded, key=lambda c: (len(_bare(flow.folded[slice(*c)])) > 0, _named(flow, c), _NUMBER.search(flow.folded, *c) is not None, -c[0]))
    above = [c for c in candidates if c[1] < best[0] and c not in worded and (_bodyish(flow, c) or (_house(flow, c) and c[1] + 1 == best[0]))]
    below = [c for c in candidates if c[0] > best[1] and c not in worded and _bodyish(flow, c)]
    # 国土環境審議会水環境部会 / 湖沼水質専門委員会（第５回） / 会議録
    parts = 2 if len(above) > 1 and above[-2][1] + 1 == above[-1][0] and above[-1][1] + 1 == best[0] and not _bare(flow.folded[slice(*best)]) else 1
    lines = [*(above[-parts:] if not (_bare_has(flow, best, above) or _is_banner_of(flow, best, above)) else ()), best]
    if not above and below and not _bare(flow.folded[slice(*best)]):
        lines.append(below[0])
    lines += [c for c in candidates if c in worded and c[0] == best[1] + 1 and _tells_session(flow, best, c)]
    draft.lines = lines
    draft.banners += [c for c in candidates if c not in lines]


def _tells_session(flow: Flow, name: Slice, below: Slice) -> bool:
    """Whether the line below the name of a body tells which meeting it was, and no other name: 第９回委員会　（１月２１日）."""
    words = flow.folded[slice(*below)]
    return _NUMBER.search(flow.folded, *name) is None and _NUMBER.match(words) is not None and not _bare(words)


def _named(flow: Flow, place: Slice) -> int:
    """How much of a body's name a line holds: a banner holds less than the title, or more."""
    body = _bare(flow.folded[slice(*place)])
    return len(body) if BODY_NAME.search(body) or body.endswith(("委員会", "会議", "会")) else 0


def _bodyish(flow: Flow, place: Slice) -> bool:
    words = _ANNOUNCED.sub("", _DATE.sub("", squeeze(flow.folded[slice(*place)])))
    if _KINDS_ONLY.fullmatch(words):
        return False
    return _BODYISH.search(words) is not None and len(words) < 50


_BODYISH = regex(rf"{_KIND}(?:\(.*\))?」?(?:\(.*\))?(?:{_RECORD})?$")


def _bare_has(flow: Flow, best: Slice, above: list[Slice]) -> bool:
    own = _bare(flow.folded[slice(*best)])
    return bool(above) and squeeze(flow.folded[slice(*above[-1])]) in own


def _is_banner_of(flow: Flow, best: Slice, above: list[Slice]) -> bool:
    """Whether the line above a title ends as its name does: 学校だより・学校運営協議会, the place of a page in its site."""
    if not above:
        return False
    words = _SHORT_DATE.sub("", _bare(flow.folded[slice(*above[-1])]))
    return _bare(flow.folded[slice(*best)]).endswith(words.rpartition("・")[2] or words)


_SHORT_DATE = regex(r"^\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日$")


@lru_cache(maxsize=256)
def _bare(words: str) -> str:
    """The body's name in a title line: without number, date, session, brackets and document word."""
    words = _ANNOUNCED.sub("", _NUMBERED_NAME.sub(_HELD_APART, _STAMP.sub("", squeeze(words)).strip(_ORNAMENTS)))
    quoted = _QUOTED_WITHIN.search(words) is not None
    for pattern in _NO_NAME:
        if pattern is not _QUOTES or not quoted:
            words = pattern.sub("", words)
    before = None
    while words != before:
        before = words
        words = _without_record(words).removesuffix("の").removesuffix(_HELD_APART)
        shorter = _REGULAR.sub("", words)
        words = shorter if len(shorter) > 2 or words in _GENERIC else words
        words = _SITTING.sub("", words)
        words = next((words[: -len(end)] for end in ("定例", "臨時", "第") if words.endswith(end)), words)
    words = words.replace(_HELD_APART, "")
    return "" if words in _GENERIC or _SCRAPS.fullmatch(words) or _FORM.fullmatch(words) or _HAS_RECORD.fullmatch(words) else _unquoted(words.strip("・,、:-~ "))


def _without_record(words: str) -> str:
    """The words without the document's word at their end; 会議 stays with a name that nothing else ends: 子ども・子育て会議概要."""
    found = _SUFFIX.search(words)
    if found is None:
        return words
    name, called = words[: found.start()], found[0]
    own = called.startswith("会議") and name and not called.startswith("会議録") and not _NAMED.search(name)
    return name + "会議" if own else name


_NAMED = regex(rf"(?:{_KIND}|[会の課局署所校園]|チーム|グループ|パネル|{_HELD_APART})$")
"""What a name may end in that is whole."""


def _unquoted(name: str) -> str:
    """「大規模災害時の住まいに関する有識者会議」: a name that stands in quotation marks as a whole."""
    whole = len(name) > _SHORTEST_NAME and name[0] in "「『" and name[-1] in "」』" and not any(mark in name[1:-1] for mark in "「」『』")
    return name[1:-1] if whole else name


_SHORTEST_NAME = 4


def _analyse(flow: Flow, draft: TitleDraft) -> None:
    folded = [flow.folded[slice(*line)] for line in draft.lines]
    draft.title = " ".join(re.sub(r"^\d{2,4}/\d{1,2}/\d{1,2} ?", "", clean(flow.text[slice(*line)])) for line in draft.lines)
    names = [_bare(words) for words in folded]
    new = [name not in names[:at] for at, name in enumerate(names)]
    draft.body = "".join(_printed(flow, line, name) for line, name, is_new in zip(draft.lines, names, new, strict=True) if is_new) or None
    draft.body = _fuller(flow, draft) or draft.body
    last = folded[-1] if _HAS_RECORD.search(squeeze(folded[-1])) else " ".join(folded)
    everything = " ".join(folded)
    dated = " ".join(flow.folded[slice(*line)] for line in draft.dates)
    # 第213回（令和６年５月30日） may stand on a line of its own.
    found = _NUMBER.search(everything) or _NUMBER.search(dated)
    issue = None if found else _ISSUE.search(everything) or _ISSUE.search(dated)
    if found or issue:
        draft.number = numeral(squeeze((found or issue)[1]))  # type: ignore[index]
    draft.session_label = next(filter(None, (_session(flow, line) for line in [*draft.lines, *draft.dates])), None)
    draft.record = _record(squeeze(last))
    year = re.search(rf"{_YEAR}", everything)
    draft.year = year[0] if year and year[0].endswith("度") else None


def _fuller(flow: Flow, draft: TitleDraft) -> str | None:
    """The body's name on another line where it says whose body it is: 教育委員会 → 燕谷市教育委員会."""
    body = draft.body or ""
    named = (squeeze(flow.text[slice(*line)]) for line in draft.banners if _bodyish(flow, line))
    return next((name for name in named if body and name.endswith(body) and _PROPER.fullmatch(name.removesuffix(body))), None)


def _session(flow: Flow, line: Slice) -> str | None:
    """What a title line prints of the session: 令和5年度第4回, 第31回（定例）."""
    found = _SESSION.search(flow.folded, *line)
    if found is None:
        return None
    words = clean(flow.text[found.start() : found.end()]).strip()
    whole = re.fullmatch(r"[（(]([^（）()]*)[）)]", words)
    if whole:
        return whole[1]
    return words if fold(words).count("(") == fold(words).count(")") else words.strip("（）()")


def _printed(flow: Flow, line: Slice, name: str) -> str:
    """The name as printed: the folded one, found again in the line, or as it is."""
    words = squeeze(flow.text[slice(*line)])
    at = fold(words).find(name)
    return words[at : at + len(name)] if at >= 0 else name


def _record(words: str) -> RecordKind | None:
    """What the title's last words call the record; None where they tell only that there is a result."""
    if _RESULT.search(words):
        return None
    if _TRANSCRIPT.search(words) and not re.search(r"\((?:要旨|概要|要約|要点)\)|要旨$|概要$", words):
        return RecordKind.TRANSCRIPT
    return RecordKind.SUMMARY if _DIGEST.search(words) or _TRANSCRIPT.search(words) else None


def body_in(words: str) -> str | None:
    """A body's name in a venue, a file name or a heading; None where there is none.

    >>> body_in("広域消防委員会室")
    '広域消防委員会'
    """
    named = (re.split(r"における|において|については?|とともに|から|より|には|及び|並びに|階", m[1])[-1] for m in _ANY_BODY.finditer(_DATE.sub("、", fold(squeeze(words)))))
    named = (_COUNTED_BEFORE.sub("", name.removeprefix("年度")) for name in named)
    found = [name for name in named if name not in _GENERIC and len(name) > 4 and not _ROOM.match(name)]
    return max(found, key=len) if found else None
