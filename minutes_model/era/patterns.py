"""The patterns of date expressions, tolerant of width, kanji and spaces; each is linear.

They are matched at one place each, and every repetition in them is bounded, so that no input makes
them backtrack further than a few characters.
"""

from __future__ import annotations

import re

__all__ = [
    "ANCHOR", "ANCHORED", "BEYOND", "COMPACT", "CONNECTION", "DAY", "DOTTED", "DUAL", "ERA_YEAR", "EXTRA", "FULL", "GAP", "ISO", "LISTED",
    "MONTH", "RELATIVE", "SPAN_OF_YEARS", "THIRD", "TIME", "WEEKDAY", "WESTERN_YEAR", "YEAR_WORD",
]  # fmt: skip

S = r"[ \t\u3000\u00a0]{0,4}"
D = "[0-9０-９]"
K = "0-9０-９〇○◯零一二三四五六七八九十百千廿卄卅卌壱壹弐貳参參拾"
N = rf"(?:元|[{K}](?:[ \u3000]?[{K}]){{0,6}})"
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"
_LETTER = rf"(?<![{_LATIN}0-9０-９])[RHSTMＲＨＳＴＭrhstm](?=[ \u3000]?(?:元|{D}))"
ERA = rf"(?:令和|平成|昭和|大正|明治|㋿|㍻|㍼|㍽|㍾|(?<![一-龥])[令平昭大明](?={S}(?:元|[{K}]))|{_LETTER})"
_WEST = rf"(?:西暦{S})?(?:{D}{{4}}(?!{D})|(?<![{K}])[一二][〇○◯零一二三四五六七八九]{{3}}(?![{K}]))"
_TO = r"(?:から|より|～|〜|~|-|－|−|–|—|―|‐|ー(?=[0-9０-９午令平昭大明]))"

_NAMES = rf"(?:令和|平成|昭和|大正|明治|[㋿㍻㍼㍽㍾])(?={S}(?:元|[{K}]))|(?<![一-龥])[令平昭大明](?={S}(?:元|[{K}]))|{_LETTER}|西暦"
_CLOCKS = rf"正午|午[前後]|[AP]M(?={D})|零時|(?<![{K}])[{K}]{{1,4}}(?={S}時)|(?<!{D}){D}{{1,2}}(?={S}[:：]{S}{D}{{2}}|[.．]{D}{{2}}{S}[～〜~])"
_WESTERN = rf"(?<![{K}]){D}{{4}}(?={S}年|[/／.．・\-－～〜~（(])|(?<![{K}])[一二][〇○◯零一二三四五六七八九]{{3}}(?={S}年)"

ANCHOR = re.compile(f"{_NAMES}|{_WESTERN}|{_CLOCKS}|翌(?=[日朝]?{S}[{K}])")
"""Where an expression can begin that omits nothing."""
ANCHORED = re.compile(
    rf"{_NAMES}|{_WESTERN}|{_CLOCKS}|(?<![{K}])[{K}]{{1,8}}(?={S}[月日]|{S}[～〜~\-－]{S}{D})"
    r"|翌|前(?=[日月年])|同(?=[日月年])|昨年|去年|今年|本年|来年|去る|来る"
)
"""Where one can begin when an anchor gives what it omits."""
FULL = re.compile(rf"(?P<era>令和|平成|昭和|大正|明治){S}(?P<year>{N}){S}年{S}(?P<month>{N}){S}月{S}(?P<day>{N}){S}日(?![間目数給])")
"""A whole day of an era, the commonest form, in one match."""
BEYOND = re.compile(rf"(?:令和|平成|昭和|大正|明治)?[{K}年月日度～〜~ \-－]{{1,24}}")
"""What is passed over where an expression lies beyond the calendar: no part of it is a date of its own."""
ERA_YEAR = re.compile(rf"(?P<era>{ERA}){S}(?P<year>{N})")
WESTERN_YEAR = re.compile(_WEST)
YEAR_WORD = re.compile(rf"{S}年(?P<fiscal>{S}度)?")
DUAL = re.compile(rf"{S}[（(［\[]{S}(?:(?P<era>{ERA}){S}(?P<year>{N})|(?P<west>{_WEST})){S}年?{S}[)）］\]]")
MONTH = re.compile(rf"{S}(?P<month>{N}){S}(?:{_TO}{S}(?P<last>{N}){S})?月(?!間|分)")
DAY = re.compile(rf"{S}(?P<day>{N}){S}(?:{_TO}{S}(?P<last>{N}){S})?日(?![間目数給])")
THIRD = re.compile(rf"{S}(?P<third>[上中下])旬")
DOTTED = re.compile(
    rf"{S}(?P<sep>[./／．・\-－]){S}(?P<month>{N}){S}(?P=sep){S}(?P<day>{N})(?!{D}|[./／．・\-－]{D}|号|版|%|％)日?"
)
COMPACT = re.compile(rf"(?P<era>{_LETTER})(?P<digits>{D}{{6}})(?!{D})|(?P<west>{D}{{8}})(?!{D})")
ISO = re.compile(
    r"(?<![0-9])(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?![0-9])(?:[T ](?P<H>[0-9]{2}):(?P<M>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
WEEKDAY = re.compile(
    rf"{S}(?:[（(［\[〔]{S}(?P<a>[月火水木金土日])(?:{S}曜日?)?(?:{S}[・、,，/]?{S}(?:祝日?|休日?|振休|振替休日|国民の休日|休))?{S}[)）］\]〕]"
    r"|(?P<b>[㈪㈫㈬㈭㈮㈯㈰])|(?P<c>[月火水木金土日])曜日?)"
)
EXTRA = re.compile(rf"{S}[（(［\[〔]{S}(?:祝日?|休日?|振休){S}[)）］\]〕]")
TIME = re.compile(
    rf"{S}(?P<next>翌(?:日|朝)?{S})?(?:(?P<half>午前|午後|[AP]M|[ap]m)の?{S})?"
    rf"(?:(?P<h>[{K}](?:[ \u3000]?[{K}]){{0,2}}){S}時(?![間期代点])(?:{S}(?P<m>[{K}](?:[ \u3000]?[{K}]){{0,2}}){S}分(?!間)|{S}(?P<thirty>半))?"
    rf"|(?<![0-9０-９:：])(?P<h2>{D}{{1,2}}){S}[:：]{S}(?P<m2>{D}{{2}})(?:[:：]{D}{{2}})?(?![0-9０-９:：])"
    rf"|(?P<h3>{D}{{1,2}})[.．](?P<m3>{D}{{2}})(?![0-9０-９.．年%％])|(?P<noon>正午))"
)
CONNECTION = re.compile(rf"{S}(?:{_TO}){S}|{S}から{S}")
LISTED = re.compile(rf"{S}(?:、|，|,|・|及び|並びに|および|ならびに|と|又は){S}")
GAP = re.compile(r"(?:[ \t\u3000\u00a0\n]{0,6}(?:[、，,/]|の)?[ \t\u3000\u00a0\n]{0,6})")
SPAN_OF_YEARS = re.compile(
    rf"(?P<era>{ERA}){S}(?P<first>{N}){S}(?:年度?)?{S}{_TO}{S}(?:(?P<era2>{ERA}){S})?(?P<last>{N}){S}年(?P<fiscal>{S}度)?(?!{S}[{K}])(?:{S}まで)?"
    rf"|(?P<west>{D}{{4}}){S}(?:年度?)?{S}{_TO}{S}(?P<west2>{D}{{4}}|{D}{{2}}){S}年(?P<fiscal2>{S}度)?(?!{S}[{K}])(?:{S}まで)?"
)
RELATIVE = re.compile(
    rf"(?P<word>同|翌|前)(?P<unit>年度|年|月|日)|(?P<year>昨年|去年|今年|本年|来年)(?P<fy>度)?|(?P<prefix>去る|来る|翌)(?={S}[{K}])"
)
