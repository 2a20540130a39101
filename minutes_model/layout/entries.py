"""Where a printed line of a comma list stops within an entry, told by the entries beside it."""

from __future__ import annotations

from minutes_model.patterns import regex

__all__ = ["cuts_entry", "cuts_title", "stops_in_entry"]

_FRAGMENT = 8
_TITLE_LAST = regex(r"(?:[長員官監]|[主参幹監理執]事|教諭|司書|主[査任幹]|補佐|代理|代行|教授|助教|統括|顧問|参与|[役士師者]|担当|代表|取締役|書記)$")
_REST = regex(r"(?:補佐|代理|職務代理者|代行|心得)(?:$|\()")
"""What is no entry where the line above it ended: 産業課長 / 補佐."""
_ASIDE = regex(r"(?:[(〔\[][^()〔〕\[\]]*[)〕\]]|[※*＊☆★◎○△]|\d+ ?名| *(?:他|ほか))+$")
_BRACKETED = regex(r"[(\[][^()\[\]]*[)\]]?")
_DOTTED = regex(r"[^、・]{0,14}(?:[長員官監]|代理者?|書記|監事|理事|顧問)・(?=[^・]+$)")
"""委員・: a title before the name of its entry."""
_LABEL = regex(r"^.*(?::| {2,}|各委員 +)|^[◎○●◇※]")
_NOT_NAMED = regex(r"[()「」。:：\d]")
_LONGEST_NAME = 7


def stops_in_entry(words: str) -> bool:
    """Whether a line (folded) of a list stops within a title whose name stands on the next.

    >>> stops_in_entry("市長 田所隆一、部長 木戸順平、課長 細江文雄、都市"), stops_in_entry("会長 乾節子、委員 沢恵")
    (True, False)
    """
    before, _, last = words.rpartition("、")
    if not 0 < len(last) <= _FRAGMENT or " " in last:
        return False
    entries = before.split("、")[1:]
    return len(entries) > 1 and all(" " in entry.strip() for entry in entries)


def cuts_entry(above: str, below: str) -> bool:
    """Whether two lines (folded) of a list part an entry: a comma would end the first of them if they did not.

    Where the entries bear titles, so must the two parts together and not the first alone; where they are names, the two are no longer than the others.

    >>> cuts_entry("遠野委員長、白鳥委員、都", "築委員、小野寺委員"), cuts_entry("江藤正、倉持司、黄麗", "華、能勢久美子")
    (True, True)
    >>> cuts_entry("遠野委員長、白鳥委員", "都築委員、小野寺委員"), cuts_entry("江藤正、倉持司", "黄麗華、能勢久美子")
    (False, False)
    """
    above, below = _with_commas(above, below)
    before = above.split("、")
    if len(before) < 2 or not before[-1] or before[-1][-1] in "。)」:":
        return False
    *entries, last = (_entry(entry) for entry in before)
    first, *others = (_entry(entry) for entry in below.split("、"))
    if not first or not last or _NOT_NAMED.search(last + first):
        return False
    parts = before[-1].split(), below.split("、")[0].split()
    if _cuts_parts(before[:-1], *parts) or ("、" in below and _cuts_behind_title([*before[:-1], *below.split("、")[1:]], *parts)):
        return True
    dotted = [entry for entry in (*before[1:], *below.split("、")[1:]) if entry.strip()]
    if len(dotted) > 1 and all(_DOTTED.match(entry.strip()) for entry in dotted):
        # 書記・大谷 / 地周、書記・蘭千尋
        return _DOTTED.match(below.split("、")[0].strip()) is None
    if len(others) == 1 and not others[0]:
        others = []
    # A label may stand before the first.
    beside = [entry for entry in [*entries[len(entries) > 1 :], *others] if entry]
    titled = sum(_TITLE_LAST.search(entry) is not None for entry in beside)
    if titled * 3 >= len(beside) * 2:
        return (_TITLE_LAST.search(last) is None and _TITLE_LAST.search(first) is not None) or _REST.match(first) is not None
    return _cuts_name(last, first, [entry for entry in beside if _TITLE_LAST.search(entry) is None])


def cuts_title(above: str, below: str) -> bool:
    """Whether two lines (folded) part a title before its last character: 調査第二係 / 長 吾妻直美.

    >>> cuts_title("外間委", "員 乾節子"), cuts_title("委員", "長 健"), cuts_title("財政課長", "兼会計管理者 城 由樹")
    (True, False, True)
    """
    if below[0] == "兼":
        return above[-1] in "長官事査幹監佐任" and _ALSO.match(below) is not None
    return below[0] in "員長" and _SCRAP.match(below) is not None and above.endswith(_CUT_BEFORE)


_ALSO = regex(r"兼[^\s、。]{2,14} +\S")
_SCRAP = regex(r"[員長] +\S")
_CUT_BEFORE = ("委", "構成", "議", "評議", "会", "課", "部", "室", "局", "係", "所", "署", "館", "校", "院", "組")


def _with_commas(above: str, below: str) -> tuple[str, str]:
    """Both lines with the strokes or dots that part entries with titles as commas, and without those within brackets."""
    lines = tuple(_BRACKETED.sub(lambda found: found[0].replace("、", "・"), line) if "(" in line else line for line in (above, below))
    if "、" not in lines[0]:
        for mark in "/・":
            entries = [_entry(entry) for entry in lines[0].split(mark)]
            if len(entries) > 1 and sum(_TITLE_LAST.search(entry) is not None for entry in entries) * 2 >= len(entries):
                return lines[0].replace(mark, "、"), lines[1].replace(mark, "、")
    return lines[0], lines[1]


def _cuts_parts(entries: list[str], last: list[str], first: list[str]) -> bool:
    """Whether an entry of fewer words than all others stops the line: 理事 段 雅子、監事 外 / 間 ちひろ."""
    entries = [entry for entry in entries if entry.strip()]
    counts = {len(_ASIDE.sub("", entry.strip()).split()) for entry in entries}
    usual = min(counts, default=0)
    titled = usual >= _WORDS and all(any(_TITLE_LAST.search(_ASIDE.sub("", word)) for word in entry.split()[:2]) for entry in entries)
    return titled and len(last) < usual and usual <= len(last) + len(first) <= max(counts) + 1 and _TITLE_LAST.search(first[0] if first else "") is None and _TITLE_LAST.search(last[-1]) is None


def _cuts_behind_title(entries: list[str], last: list[str], first: list[str]) -> bool:
    """Whether the line stops behind the surname of an entry, where all others are a title and a full name: 主幹　三枝木 / 玲子、係長　荒巻　豊."""
    others = [entry.split() for entry in entries if entry.strip()]
    whole = all(len(words) > 1 and _TITLE_LAST.search(words[0]) and len("".join(words[1:])) >= _FULL_NAME for words in others)
    if not others or not whole or _TITLE_LAST.search(last[0]) is None or any(_TITLE_LAST.search(word) for word in first):
        return False
    return len(last) == len(first) + 1 == _WORDS - 1 and len(last[1]) <= _FULL_NAME and len(first[0]) <= _FULL_NAME


_FULL_NAME = 3
_WORDS = 3
"""A title, a surname and a given name, each apart."""


def _cuts_name(last: str, first: str, names: list[str]) -> bool:
    longest = max(map(len, names), default=0)
    # 小 / 早川 beside 板東: a lone character is the rest of a name that may be longer than the others.
    lone = min(len(last), len(first)) == 1
    plain = len(names) > (not lone) and longest <= _LONGEST_NAME and _TITLE_LAST.search(last) is None and _TITLE_LAST.search(first) is None
    return plain and len(last) + len(first) <= longest + lone


def _entry(words: str) -> str:
    """An entry without what stands behind it in brackets, the label before it, and spaces."""
    return "".join(_LABEL.sub("", _ASIDE.sub("", words.strip())).split())
