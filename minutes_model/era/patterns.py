"""The patterns of date expressions, tolerant of width, kanji and spaces; each is linear.

They are matched at one place each, and every repetition in them is bounded, so that no input makes
them backtrack further than a few characters.
"""

from __future__ import annotations

from minutes_model.patterns import regex

__all__ = [
    "ANCHOR", "A_WHILE", "BEYOND", "BLANKS", "COMPACT", "CONNECTION", "CONTINUED", "COUNTED", "DAY", "DOTTED", "DUAL", "DUAL_DAY",
    "DUAL_FISCAL", "ERA_FIRST", "ERA_YEAR", "EXTRA", "FULL", "GAP", "ISO", "LAST_DAY", "LISTED", "MONTH", "MORE", "OMITTED_ERA", "ONE", "ONE_OCLOCK",
    "RELATIVE", "SPAN_OF_YEARS", "THIRD", "TIME", "TO_FIRST", "WEEKDAY", "WEEKDAY_AND_HOLIDAY", "WEEKDAY_FIRST", "WESTERN_FIRST",
    "WESTERN_YEAR", "YEAR_FIRST", "YEAR_WORD",
]  # fmt: skip

BLANKS = frozenset([*" \t\u00a0\u202f\u3000\ufeff", *map(chr, range(0x2000, 0x200C))])
_BLANK = r" \t\u00a0\u2000-\u200b\u202f\u3000\ufeff"
S = f"[{_BLANK}]{{0,4}}"
W = rf"{S}(?:\r?\n{S})?"
"""Where a line may end within a date: behind 年 and 月."""
MON, SUN = "[月⽉]", "[日⽇]"
D = "[0-9０-９]"
K = "0-9０-９〇○◯零一二三四五六七八九十百千廿卄卅卌壱壹弐貳参參肆伍陸漆捌玖拾⼀⼆⼋⼗"
N = rf"(?:元|[{K}](?:[ \u3000]?[{K}]){{0,6}})"
_SHORT = rf"(?:元|{D}{{1,2}}(?!{D})|[{K}]{{1,3}})"
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"
_CODE = rf"(?!(?:[AP]M|[ap]m){S}{D}|T{D}{{2}}[:：])[{_LATIN}]"
"""What makes a code of a date in numbers before it (R6.9.11a), a time of the day apart."""
_LETTER = rf"(?<![{_LATIN}0-9０-９])[RHSTMＲＨＳＴＭrhstm](?=[ \u3000]?(?:元|{D}))"
_LONG = "令[ \u3000]?和|平[ \u3000]?成|昭[ \u3000]?和|大[ \u3000]?正|明[ \u3000]?治"
ERA = rf"(?:{_LONG}|㋿|㍻|㍼|㍽|㍾|(?<![一-龥])[令平昭大明](?={S}(?:元|[{K}]))|{_LETTER})"
_POSITIONAL = rf"(?<![{K}])[一二壱弐][〇○◯零一二三四五六七八九]{{3}}(?![{K}])"
# 千九百四十五年八月: a number of years as well as a year, unless a month follows.
_THOUSANDS = rf"(?<![{K}])二?千[一二三四五六七八九十百]{{1,7}}(?={S}年{W}[{K}]{{1,3}}{S}{MON})"
_WEST = rf"(?:西暦{S})?(?:{D}{{4}}(?!{D})|{_POSITIONAL}|{_THOUSANDS})"
_TO = r"(?:から|より|至|～|〜|~|-|－|−|–|—|―|‐|ー(?=[0-9０-９午令平昭大明]))"

# An anchor begins with one class of characters, so that the search skips all others at the speed of C; each
# branch then looks back at that one character.
_NAMES = (
    rf"(?:(?<=令)[ \u3000]?和|(?<=平)[ \u3000]?成|(?<=昭)[ \u3000]?和|(?<=大)[ \u3000]?正|(?<=明)[ \u3000]?治"
    rf"|(?<=[㋿㍻㍼㍽㍾])|(?<=[令平昭大明])(?<![一-龥].))(?={S}(?:元|[{K}]))"
    rf"|(?<=[RHSTMＲＨＳＴＭrhstm])(?<![{_LATIN}0-9０-９].)(?=[ \u3000]?(?:元|{D}))|(?<=西)暦"
)
_CLOCKS = (
    rf"(?<=正)午|(?<=午)[前後]|(?<=[AP])M(?={D})|(?<=[{K}])(?<![{K}].)[{K}]{{0,3}}(?={S}時)"
    rf"|(?<={D})(?<!{D}.){D}?(?={S}[:：]{S}{D}{{2}}|[.．]{D}{{2}}{S}[～〜~])"
)
_WESTERN = (
    rf"(?<={D})(?<![{K}].){D}{{3}}(?={S}年|[/／.．・\-－～〜~（(])"
    rf"|(?<=[一二壱弐])(?<![{K}].)[〇○◯零一二三四五六七八九]{{3}}(?={S}年)"
    rf"|(?:(?<=二)千|(?<=千))(?<![{K}]千)(?<![{K}]二千)[一二三四五六七八九十百]{{1,7}}(?={S}年{W}[{K}]{{1,3}}{S}{MON})"
)
ERA_FIRST = frozenset("令平昭大明㋿㍻㍼㍽㍾RHSTMＲＨＳＴＭrhstm")
"""What the name of an era begins with."""
WESTERN_FIRST = frozenset("西一二壱弐千")
"""What a Western year begins with, if not with four digits."""
YEAR_FIRST = ERA_FIRST | WESTERN_FIRST | frozenset("0123456789０１２３４５６７８９")
"""What a year begins with, of an era or a Western one."""
TO_FIRST = frozenset("かよ至～〜~-－−–—―‐ー")
"""What _TO begins with."""
_FIRST = f"令平昭大明㋿㍻㍼㍽㍾RHSTMＲＨＳＴＭrhstm西正午AP翌{K}"
_ABSOLUTE = f"{_NAMES}|{_WESTERN}|{_CLOCKS}|(?<=翌)(?=[日朝]?{S}[{K}])"

ANCHOR = regex(
    rf"[{_FIRST}前同昨去今本来](?:{_ABSOLUTE}|(?P<omits>(?<=[{K}])(?<![{K}].)[{K}]{{0,7}}(?={S}[月日]|{S}[～〜~\-－]{S}{D})"
    r"|(?<=翌)|(?<=[前同])[日月年]|(?<=[昨去今本来])年|(?<=[去来])る))"
)
"""Where an expression can begin; it ``omits`` something where only an anchor can give all of it."""
FULL = regex(rf"(?P<era>令和|平成|昭和|大正|明治){S}(?P<year>{N}){S}年{W}(?P<month>{N}){S}{MON}{W}(?P<day>{N}){S}{SUN}(?![間目数給])")
"""A whole day of an era, the commonest form, in one match."""
BEYOND = regex(rf"(?:令和|平成|昭和|大正|明治)?[{K}年月日度～〜~ \-－]{{1,24}}")
"""What is passed over where an expression lies beyond the calendar: no part of it is a date of its own."""
ERA_YEAR = regex(rf"(?P<era>{ERA}){S}(?P<year>{N})")
WESTERN_YEAR = regex(_WEST)
YEAR_WORD = regex(rf"{S}年(?P<fiscal>{S}度)?")
DUAL = regex(rf"{S}[（(［\[]{S}(?:(?P<era>{ERA}){S}(?P<year>{N})|(?P<west>{_WEST})){S}年?{S}[)）］\]]")
DUAL_FISCAL = regex(rf"{S}[（(［\[]{S}(?:(?P<era>{ERA}){S}(?P<year>{N})|(?P<west>{_WEST})){S}年{S}度{S}[)）］\]]")
DUAL_DAY = regex(
    rf"[（(［\[]{S}(?:(?P<era>{ERA}){S}(?P<year>{N})|(?P<west>{_WEST})){S}年{S}(?P<month>{N}){S}{MON}{S}(?P<day>{N}){S}{SUN}{S}[)）］\]]"
)
MONTH = regex(rf"{W}(?P<month>{N}){S}(?:{_TO}{S}(?P<last>{N}){S})?{MON}(?!間)")
DAY = regex(
    rf"{W}(?P<day>{N}){S}(?:{_TO}{S}(?P<last>{N}){S}|(?P<more>(?:[、，,・]{S}[{K}]{{1,3}}{S}){{1,30}}))?{SUN}(?![間目数給])"
)
COUNTED = regex(
    rf"{S}(?:[もで]も?早[くい期]|後(?!半)|前(?![日年月半])|中(?!に)|以[内上]|程度|ほど|足らず|余り|あまり|半(?=[^ばの])|当たり|あたり|平均|につき|おき|ごと|がかり|酔い"
    rf"|[{K},，]{{1,9}}{S}[万億]?{S}(?:回(?!目)|人|名|件|円|食|便|本|個|台|トン|キロ|リットル|時間|分間|ミリ))"
)
"""Behind a number of days with no month: it counts days (3日後, 1日3回, 一日も早く)."""
LAST_DAY = regex(rf"{S}末日")
THIRD = regex(rf"{S}(?P<third>[上中下初])旬")
DOTTED = regex(
    rf"{S}(?P<sep>[./／．・\-－]){S}(?P<month>{_SHORT}){S}(?P=sep){S}(?P<day>{_SHORT})"
    rf"(?!{D}|[.．・]{D}|(?P=sep){D}{{1,3}}(?!{D})|{_CODE}|号|%|％)日?"
)
MORE = regex(rf"{S}(?:(?P<month>{_SHORT}){S}(?P<sep>[./／．・]){S})?(?P<day>{_SHORT})(?!{D}|{_CODE}|[./／．:：時%％])")
"""What continues a date written with marks: R6.9.11～13, 2024/9/11～9/12."""
OMITTED_ERA = regex(rf"{S}(?P<year>{_SHORT}){S}年(?=度|{W}[{K}]{{1,3}}{S}{MON})(?P<fiscal>度)?")
"""A year of the era named before: 令和６年４月～７年３月."""
COMPACT = regex(rf"(?P<era>{_LETTER})(?P<digits>{D}{{6}})(?!{D})|(?P<west>{D}{{8}})(?!{D})")
ISO = regex(
    r"(?<![0-9])(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?![0-9])(?:[T ](?P<H>[0-9]{2}):(?P<M>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_HOLIDAY = "(?:祝日?|休日?|振休|振替休日|国民の休日|元日|[ぁ-んァ-ヶ一-龥]{1,5}の日)"
_WEEK = "月火水木金土日⽉⽕⽔⽊⾦⼟⽇"
WEEKDAY = regex(
    rf"{S}(?:[（(［\[〔【〈]{S}(?P<a>[{_WEEK}])(?:{S}曜日?)?{S}[)）］\]〕】〉]"
    rf"|(?P<b>[㈪-㈰㊊-㊐])|(?P<c>[{_WEEK}])曜日?|[（(](?P<latin>Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?[)）])"
)
WEEKDAY_AND_HOLIDAY = regex(
    rf"{S}[（(［\[〔【〈]{S}(?:{_HOLIDAY}{S}[・、,，/／]{S})?(?P<a>[{_WEEK}])(?:{S}曜日?)?(?:{S}[・、,，/／]?{S}{_HOLIDAY})?{S}[)）］\]〕】〉]"
)
WEEKDAY_FIRST = frozenset(f"（(［[〔【〈{_WEEK}㈪㈫㈬㈭㈮㈯㈰㊊㊋㊌㊍㊎㊏㊐")
"""What a weekday begins with, behind blanks."""
EXTRA = regex(rf"{S}[（(［\[〔]{S}{_HOLIDAY}{S}[)）］\]〕]")
TIME = regex(
    rf"{S}(?P<next>翌(?:日|朝)?{S})?(?:(?P<half>午前|午後|[AP]M|[ap]m)の?{S})?"
    rf"(?:(?P<h>[{K}](?:[ \u3000]?[{K}]){{0,2}}){S}時(?![間期代点刻系]|限(?!り))(?:{S}(?P<m>[{K}](?:[ \u3000]?[{K}]){{0,2}}){S}分(?!間|な(?![のんら]))|{S}(?P<thirty>半))?"
    rf"|(?<![0-9０-９:：])(?P<h2>{D}{{1,2}}){S}[:：]{S}(?P<m2>{D}{{2}})(?:[:：]{D}{{2}})?(?![0-9０-９:：])"
    rf"|(?P<h3>{D}{{1,2}})[.．](?P<m3>{D}{{2}})(?![0-9０-９.．年%％])|(?P<noon>正午))"
)
ONE = frozenset(["一", "壱", "壹"])
"""一時 alone is "for a while", unless what follows tells the clock; 午後一時, 一時半 are none of it."""
_MEETING = "(?:本?会議|委員会|部会|理事会|開|再開|始|閉|散会|集合|ご?参集|お集まり|午[前後]|正午|翌|[一二三四五六七八九十]{1,3}[時日月])"
ONE_OCLOCK = regex(
    rf"{S}(?:[～〜~]|まで(?!も)|頃|ごろ|ころ|過ぎ|すぎ|ちょうど|ジャスト|開会|開議|閉会|散会|の間|(?:から|より|に){S}[、，]?{S}{_MEETING})"
)
"""Behind 一時: it is one o'clock."""
A_WHILE = regex(rf"{S}(?:的|金(?!曜)|保護|預|所得|払い|借入|滞在)")
"""Behind 1時 in digits: it is 一時, typed so."""
CONNECTION = regex(rf"{S}(?:{_TO}){S}|{S}から{S}")
LISTED = regex(rf"{S}(?:、|，|,|・|及び|並びに|および|ならびに|と|又は){S}")
CONTINUED = regex(rf"[\s{_BLANK}]*+[、，,/の・及並およなと又か至～〜~\-－−–—―‐ー翌午AaPp正{K}]")
"""Behind a day: what may begin a time, a list or a range."""
GAP = regex(r"(?:[ \t\u3000\u00a0\n]{0,6}(?:[、，,/]|の)?[ \t\u3000\u00a0\n]{0,6})")
# 令和元年から3年間 counts years; behind a month is a month's range.
_NO_COUNT = rf"(?!{S}(?:[{K}間後余代]|以[内上]|[がは]?経|ほど|程度|近く))"
SPAN_OF_YEARS = regex(
    rf"(?P<era>{ERA}){S}(?P<first>{N}){S}(?:年度?)?{S}{_TO}{S}(?:(?P<era2>{ERA}){S})?(?P<last>{N}){S}年(?:(?P<fiscal>{S}度)|{_NO_COUNT})(?:{S}まで)?"
    rf"|(?P<west>{D}{{4}}){S}(?:年度?)?{S}{_TO}{S}(?P<west2>{D}{{4}}|{D}{{2}}){S}年(?:(?P<fiscal2>{S}度)|{_NO_COUNT})(?:{S}まで)?"
)
RELATIVE = regex(
    rf"(?P<word>同|翌|前)(?P<unit>年度|年|月|日)|(?P<year>昨年|去年|今年|本年|来年)(?P<fy>度)?|(?P<prefix>去る|来る|翌)(?={S}[{K}])"
)
