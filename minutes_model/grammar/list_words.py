"""What lists of people are told apart by: words that end a title, institutions, notes in brackets."""

from __future__ import annotations

import re
from functools import lru_cache

from minutes_model.patterns import regex
from minutes_model.people.designation import split_designation
from minutes_model.people.plain import plain_designation
from minutes_model.people.plausible import named_weakly, title_suffix
from minutes_model.text import clean, squeeze

__all__ = ["ABSENT", "BARE_RANKS", "CAME", "DITTO", "DITTOS", "MORE", "NOTHING", "ORDER", "ORDERS", "PLAIN_TITLES", "REMOTE", "SEAT", "SHORT_ENTRY", "TITLE", "cut_notes", "ends_in_title", "house_of_post", "is_crowd", "is_group", "is_house", "is_institution", "is_of_bare_rank", "is_title_elsewhere", "outside"]

# Words that end a title: one of them at the end of a cell makes the cell a title, not a name.
HEADS = (
    r"(?:委員長|委員|議員|会長|座長|議長|主査|部会長|分科会長|長官|次長|局長|部長|課長|室長|施設長|領域長|分野長|拠点長|支店長|支社長|工場長|組合長|場長|団長|隊長|科長|医長|所長|署長|係長|班長|院長|校長|園長|館長|学長|総長|理事長|"
    r"事務長|事務局長|教育長|本部長|町長|市長|村長|区長|知事|管理者|監事|理事|幹事|主幹|主任|主事|主査|書記長|書記|参事官|参事|審議官|調整官|専門官|専門員|企画官|調査官|監察官|"
    r"調査員|研究員|課長補佐|室長補佐|補佐|代理|代理者|代行者|代行|職務代理者|技師|技監|統括官|統括|教授|准教授|教諭|助教|講師|弁護士|社長|取締役|専務|常務|会頭|"
    r"顧問|相談役|評議員|構成員|幹事長|主計官|監査役|大臣|副大臣|政務官|事務官|主席|首席|薬局長|看護婦長|看護師長|総看護婦長|司令|司書|"
    r"オブザーバー|通訳|通訳者|通訳士|チーフ|リーダー|マネージャー|部会員|職員|指導主事|協力員|推進員|代表|責任者|監)"
)
TITLE = regex(rf"[^\d()]*{HEADS}$")
PLAIN_TITLES = frozenset(
    ["委員長", "副委員長", "委員長代理", "委員", "会長", "副会長", "会長代理", "議長", "副議長", "座長", "副座長", "座長代理", "部会長", "副部会長", "部会長代理", "町長", "副町長", "市長", "副市長", "村長", "副村長", "区長", "副区長", "知事", "副知事", "教育長", "書記", "書記長", "主任書記", "主査", "副主査", "主事", "主任", "主幹", "幹事", "理事", "監事", "理事長", "副理事長", "助役", "収入役", "会計", "監査委員", "代表監査委員", "庶務", "顧問", "相談役", "局長", "次長", "部長", "課長", "室長", "係長", "所長", "事務局長", "事務局次長", "技師", "技師長", "参事", "議員", "評議員", "構成員", "総代", "学長", "会計管理者", "委員長職務代理者", "会長職務代理者", "会長職務代行者", "教育長職務代理者", "職務代理者", "委員長職務代行者", "課長補佐", "補佐", "臨時委員", "専門委員", "特別委員", "幹事長", "事務長", "管理者", "企業長", "副企業長", "企業管理者", "同", "消防長", "総務課長", "調査員", "専門員", "校長", "副校長", "教頭", "園長", "副園長", "館長", "副館長", "場長", "院長", "副院長", "署長", "学部長", "教務主任", "養護教諭", "支所長", "教授", "准教授", "講師", "助教", "医師", "推進委員", "農業委員", "農地利用最適化推進委員", "事務職員"]
)
CAME = regex(r"[○×△◎〇✕-]|\((?:代理|途中|欠席|遅参|早退|オンライン|Web)[^()]{0,16}\)|(?:途中|代理)?[出欠]席?(?:\([^()]*\))?|代理.{0,6}|オンライン.{0,4}|Web.{0,4}|遅刻|早退|途中.{0,6}|新任|再任")
"""What a cell beside a name tells of how somebody came: ○, 欠席, 代理出席, オンライン."""
DITTO = "同"
DITTOS = frozenset("〃″”仝")
"""Signs that stand for the word above as 同 does."""
GENERIC_END = regex(rf"{HEADS}$|.{{3,}}(?:長|官|[画査]役|専門職|学芸員|[^委]員|監|士)$")
_GENERIC_LAST = frozenset("長官役職員監士").union(word[-1] for word in HEADS.strip("(?:)").split("|"))
"""The characters of which one is the last of what it finds."""
SEAT = regex(r"\(?(?:\d{1,3}|[①-⑳]|[一二三四五六七八九十百]{1,5}) ?番(?![ヶケ場合])\)?(?:委員|議員)?|第(?:\d{1,2}|[一二三四五六七八九十]{1,3})地?区(?!.)")
_CROWD = regex(
    r"(?:\(?\d{1,2}\)|[①-⑳])?[^、:]{0,30}?(?:委員|議員|職員|関係者|参加者|出席者|傍聴者|公述人|申請人|陳述人|事務局員?|住民|市民|町民|村民|区民|県民|来場者|保護者|[課室局部係])\d+[名人](?:\((?![^()]*欠席)[^()]*\))?"
)
"""How many came, none of them named: 参加者７名（50音順）, 子ども政策課　５人."""
ORDER = "(?:五十音順|50音順|敬称略|順不同|名簿順|席次順|あいうえお順)"
ORDERS = rf"{ORDER}(?:[・、, ]?{ORDER})*"
"""How a list is ordered: 五十音順、敬称略."""
MORE = regex(r"(?:他|外|ほか)? ?\d+ ?[名人]")
"""ほか２名: how many more came."""
ABSENT = regex(r"欠席|不参加")
REMOTE = regex(r"テレビ会議|(?i:web|ｗｅｂ)|ウェブ|オンライン|リモート|遠隔|Zoom")

_NOTE = regex(r" *(?:\(((?:[^()]|\([^()]*\))*)\)|[\[【]([^\[\]【】]{1,8})[\]】])$")
"""久慈政彦（久慈水産（株）代表取締役）, 雨夜 こずえ［オ］: a bracket behind an entry, which may hold another."""
_BRACKET = regex(r"\((?:[^()]|\([^()]*\))*\)")
_INSTITUTIONS = (
    "省", "庁", "府", "局", "会社", "法人", "大学", "協会", "連合会", "都", "道", "県", "市", "区", "町", "村", "機構", "研究所",
    "センター", "委員会", "院", "銀行", "組合", "学部", "工業", "協議会", "連盟",
    "税関", "検疫所", "刑務所", "保健所", "試験場", "気象台", "会議所", "商工会", "(株)", "(有)", "㈱", "㈲",
)  # fmt: skip
_GROUPS = regex(
    r"(?:[^\s、()]{0,16}(?:委員|議員|理事|評議員|構成員|委員会|者|学校|高校|大学院|園|事務局|職員|説明員|関係者|側|省|庁|課|局|部|部局|役員|監事|会|員|機関|庶務|会議|県警察|警察本部|執行部|幹事|会場|会議室|出席|欠席|室|オブザーバー|参考人|ゲスト|アドバイザー|専門家|有識者|省庁|団体|事業者|来賓|等|関係|病院|法人|企業団|事業団|公社|センター|財団|協会|組合|公庫|市|町|村|県|都|府|大学|会社|機構))$"
)
NOTHING = regex(r"(?:(?:下表|別表|別紙|別添|次|以下|下記|上記|巻末|末尾)の?[「『]?(?:(?:委員|出席者|出席|委員出席)?名簿|(?:出席者|委員)?一覧表?)?[」』]?のとおり(?:\([^()]*\))?|なし|無し|無|該当なし|特になし|-+|ナシ)[。 ]*$")
"""A list that nobody is on, or that another paper holds: なし, 別紙名簿のとおり."""
SHORT_ENTRY = 8
"""No longer words than these are an office with its holder, read as one designation."""
_BEHIND = " *※★☆△▽▲▼×"
"""What may stand behind an entry and refer to a note: 兵藤 多喜男＊."""
_NOTE_ENDS = frozenset(f"{_BEHIND})]】")


def is_crowd(words: str) -> bool:
    """Whether words tell how many came, none of them named: 参加者７名（50音順）."""
    return words.endswith(("名", "人", ")")) and _CROWD.fullmatch(words) is not None


def is_group(words: str) -> bool:
    """Whether words without white space head those of one office or kind: 委員, 港湾局, 警察本部."""
    return _GROUPS.match(words) is not None


def cut_notes(words: str) -> tuple[str, list[str]]:
    """The words without the brackets and asterisks behind them, and what the brackets say.

    A bracket between a surname and a title is part of the name and stays.
    """
    notes: list[str] = []
    if words[-1:] not in _NOTE_ENDS:
        return words, notes
    while True:
        words = words.rstrip(_BEHIND) if len(words) > 1 else words
        found = _NOTE.search(words) if words.endswith((")", "]", "】")) else None
        if found is None or not found.start():
            return words, notes[::-1]
        note = squeeze(found[1] or found[2] or "")
        if len(note) == 1 and words[-1] == ")" and note not in "出欠代同併兼〃◎○●△※＊*":
            return words, notes[::-1]
        notes.append(clean(found[1] or found[2] or ""))
        words = words[: found.start()]


def outside(words: str) -> str:
    """The words with what stands in brackets blanked, so that commas there part nothing."""
    return _BRACKET.sub(lambda m: "(" + "_" * (len(m[0]) - 2) + ")", words) if "(" in words else words


@lru_cache(maxsize=2048)
def ends_in_title(words: str) -> bool:
    """Whether an entry, the notes behind it apart, ends in a title: 吉川(洋)委員, 宮沢総看護婦長."""
    core = squeeze(cut_notes(words)[0])
    if core[-1:] in _GENERIC_LAST and GENERIC_END.search(core):
        return True
    return title_suffix(core) is not None or named_weakly(core)


def is_institution(words: str) -> bool:
    return words.endswith(_INSTITUTIONS)


def is_house(words: str) -> bool:
    """Whether the words of a cell name an institution and can be no name: 株式会社光景社, 県立潮見海洋科学館.

    >>> is_house("県立潮見海洋科学館"), is_house("東海学院大学"), is_house("椎館")
    (True, True, False)
    """
    bare = words.strip()
    if " " in bare or len(bare) < _LONGEST_NAME:
        return False
    return bare.endswith(_NO_NAMES_END) or (len(bare) > _LONGEST_NAME and (is_institution(bare) or _HOUSE.search(bare) is not None))


_LONGEST_NAME = 4
_NO_NAMES_END = ("大学", "病院", "銀行", "学園", "協会", "機構", "組合", "新聞", "放送", "学会", "財団", "高校")
"""What no name ends in: 東都大学."""
_HOUSE = regex(r"^(?:株式会社|有限会社|合同会社|(?:公益|一般|特定非営利|NPO|ＮＰＯ|社会福祉|医療|学校|宗教|独立行政|国立研究開発|国立大学)?(?:財団|社団|活動)?法人|国立|県立|市立|町立|都立|府立|道立|私立)|(?:館|園|署|所|社|院|会|校|室|[試工市農牧球劇]験?場|研究科|学部|学科|学院|大学院|ビル|クラブ|放送|新聞|鉄道|交通|バス|本部|ネットワーク|フォーラム|ＰＴＡ|PTA)$")


_HOUSED_POST = regex(
    r"(?P<house>.{2,20}(?:株式会社|有限会社|大学|短大|高等学校|高校|中学校|小学校|幼稚園|保育園|こども園|協会|連合会|連絡会|協議会|連盟|組合|銀行|信用金庫|会議所|商工会|自治会|町内会|婦人会|女性会|老人クラブ|PTA|医師会|薬剤師会|警察署|消防署|運輸支局|新聞社))"
    r"(?P<title>(?!院長|校長会|[課部室係局]).{2,16})"
)
"""総北大学准教授: a house, and the post held there, without a gap."""
_LEGAL_FORM = regex(r"(?:(?:株式|有限|合同|合資)会社|(?:(?:一般|公益)(?:社団|財団)|特定非営利活動|NPO|社会福祉|医療|学校|独立行政|国立大学)法人)")
_KATAKANA = regex("[ァ-ヴー]+")
_TOWN_POST = regex(r"(?P<house>[一-龥ぁ-んァ-ヴ]{1,6}?(?P<kind>[市町村]))(?P<title>副?(?P=kind)長|教育長|.{2,12}[部課室局]長)")


@lru_cache(maxsize=1024)
def house_of_post(words: str) -> tuple[str | None, str]:
    """The house and the post of a title printed before or behind a name; a title alone stays whole, as do those of own offices.

    >>> house_of_post("総北大学准教授"), house_of_post("給食センター所長")
    (('総北大学', '准教授'), (None, '給食センター所長'))
    """
    found = _HOUSED_POST.fullmatch(words)
    if found is not None and ends_in_title(found["title"]) and split_designation(found["title"]).name is None:
        return found["house"], found["title"]
    town = _TOWN_POST.fullmatch(words)
    if town is not None and (town["title"].endswith(f"{town['kind']}長") or split_designation(words).organization == town["house"]):
        return town["house"], town["title"]
    whole = split_designation(words) if _LEGAL_FORM.match(words) else None
    if whole is not None and whole.organization and whole.title and (whole.name is None or _KATAKANA.fullmatch(whole.name)):
        # 合資会社マルイチタクシー業務主任: no word list parts such a name.
        return words.removesuffix(whole.title), whole.title
    return None, words


_OWN_TITLE = 5
_OF_HOUSE = regex(r".{2,}(?:社|銀行|組合|漁協|農協|学校|高校|学園|病院|診療所|研究所|事務所|センター|放送|新聞|商店|旅館|ホテル|農園|工業|建設|交通)(?=[^社])")
"""潮見新聞社編集委員: a house told before the post held there."""


def is_title_elsewhere(note: str) -> bool:
    """A title in a bracket that belongs elsewhere: （北都大学教授）, （弁護士）."""
    return (len(note) > _OWN_TITLE and bool(_OF_HOUSE.search(note))) or bool(re.search(r"教授|弁護士|講師|代表|社長|理事|会計士|大学|研究|論説|会社|取締役|組合|協会|会議所|商工会|連合会|病院|担当|議会議員|警察|消防|農業委員会|教育委員会|区長会|自治会|町内会|協議会|民生|公募|支部|行政機関|.{2}会(?:副?会長|副?委員長|部会長|代表)$|^(?!都市|市街|県土|区画|道路|町づくり|村づくり)[^\s]{1,8}?[都道府県市区町村](?!民)[^\s]{2,}[局部課室所]長$", note))


BARE_RANKS = frozenset(("局長", "部長", "課長", "室長", "所長", "次長", "係長", "主幹", "主査", "主任", "主事", "課長補佐", "室長補佐", "補佐", "参事"))


def is_of_bare_rank(entry: str) -> bool:
    """Whether an entry is a name and a rank alone, which the office printed before it completes: 市民税課　宇治野課長.

    >>> is_of_bare_rank("宇治野課長"), is_of_bare_rank("喜屋武予防課長")
    (True, False)
    """
    split = plain_designation(entry) or split_designation(entry)
    return split.name is not None and split.organization is None and split.title in BARE_RANKS
