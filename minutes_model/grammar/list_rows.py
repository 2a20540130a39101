"""Rows of a list of people: cells that hold titles, seats and names, and columns of spaced names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import evolve

from minutes_model.grammar.draft import Slice
from minutes_model.grammar.list_words import DITTO, DITTOS, PLAIN_TITLES, SEAT, cut_notes, ends_in_title
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.people.designation import split_designation
from minutes_model.people.entries import split_names
from minutes_model.people.families import possible_families
from minutes_model.people.plain import plain_designation
from minutes_model.people.plausible import title_suffix
from minutes_model.people.words import word_list
from minutes_model.text import squeeze

__all__ = ["Token", "by_honorifics", "columns", "is_title_before_name", "may_be_title", "titles_first", "tokenize"]

_TWO = 2
_PRINTED = regex(r"\S+")
_CLOSE = regex(r"(?<= )[君氏](?= |$)")


@passing(eq=False, repr=False)
class Token:
    """A cell of a row: T a title, E a whole entry that ends in a title, S a seat, N anything else."""

    kind: str
    start: int
    end: int
    words: str


def is_title_before_name(tokens: list[Token]) -> bool:
    """男女平等推進課長 鳥越真理: a title, or what could hold a name itself, and behind it a name."""
    names = tokens[1:]
    named = bool(names) and all(t.kind == "N" for t in names)
    return named and (tokens[0].kind == "T" or (tokens[0].kind == "E" and sum(len(t.words) for t in names) <= 6))


def may_be_title(words: str) -> bool:
    """Whether a row, the notes behind it apart, can be one cell that ends in a title: what it ends in tells so of most that are none.

    >>> may_be_title("総 務 課 長"), may_be_title("委員 大豆生田 肇")
    (True, False)
    """
    bare = squeeze(words)
    return bare[-1:] in _LAST or bare in PLAIN_TITLES or bare in DITTOS or ends_in_title(words)


_MEMBERS = ("委員", "議員", "構成員", "評議員", "理事")


def titles_first(tokens: list[Token]) -> list[Token]:
    """In a row that opens with a title, every cell that ends in one and has a name behind it is a title."""
    opens = len(tokens) > 1 and tokens[0].kind in "TE" and tokens[1].kind in "NS"
    # 小高芳彦委員　　君塚　弘委員: the first bears his title as the last does.
    behind = opens and tokens[0].kind == tokens[-1].kind == "E" and any(tokens[0].words.endswith(title) and tokens[-1].words.endswith(title) for title in _MEMBERS)
    if not opens or behind:
        return tokens
    following = [*tokens[1:], None]
    return [
        evolve(t, kind="T") if t.kind == "E" and after is not None and after.kind in "NS" else t
        for t, after in zip(tokens, following, strict=True)
    ]


def tokenize(folded: str, start: int, end: int) -> Iterator[Token]:
    """The cells of a row; a title whose characters are spaced apart is one cell."""
    pieces = _pieces(folded, start, end)
    index = 0
    while index < len(pieces):
        taken = _spaced_title(folded, pieces, index) if len(pieces) > 1 else 0
        if taken:
            first, last = pieces[index], pieces[index + taken - 1]
            yield Token("T", first[0], last[1], squeeze(folded[first[0] : last[1]]))
            index += taken
            continue
        at, stop = pieces[index]
        yield from _cells(folded, at, stop)
        index += 1


def _pieces(folded: str, start: int, end: int) -> list[Slice]:
    """The words of a line that white space parts."""
    pieces = [found.span() for found in _PRINTED.finditer(folded, start, end)]
    if "(" in folded[start:end]:
        pieces = list(_whole(folded, pieces))
    if " 番" not in folded[start:end]:
        return pieces
    joined: list[Slice] = []
    for at, stop in pieces:
        # 4 番 下田 忠明: the number of a seat stands apart from its word.
        if joined and folded[at] == "番" and folded[slice(*joined[-1])].isnumeric():
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((at, stop))
    return joined


def _whole(folded: str, pieces: list[Slice]) -> Iterator[Slice]:
    """The words of a line, those of a bracket with white space within kept together with what opens it."""
    opened: int | None = None
    for at, stop in pieces:
        begin = at if opened is None else opened
        words = folded[begin:stop]
        if words.count("(") > words.count(")") and words[0] != "(" and ")" in folded[stop : pieces[-1][1]]:
            opened = begin
            continue
        opened = None
        yield begin, stop


def _cells(folded: str, at: int, stop: int) -> Iterator[Token]:
    words = folded[at:stop]
    seat = SEAT.match(words) if words[0] in _SEAT_OPENS or words[0].isdecimal() else None
    if seat:
        yield Token("S", at, at + seat.end(), seat[0])
        if seat.end() < len(words):
            yield from _cells(folded, at + seat.end(), stop)
        return
    core, _ = cut_notes(words)
    if core in DITTOS:
        yield Token("T", at, stop, DITTO)
    elif core in PLAIN_TITLES:
        yield Token("T", at, stop, core)
    elif core[-1:] == "兼" and len(core) > _TWO and ends_in_title(core[:-1]):
        # 会計管理者兼　　佐野 花子, whose other post stands on the next line
        yield Token("T", at, stop, core)
    elif len(core) > 1 and ends_in_title(core) and not core.startswith(("(", "◎", "○")):
        split = plain_designation(core) or split_designation(core)
        # 技術委員長: what stands before the rank is a word and no surname.
        named = split.name is not None and not (split.name in word_list("nouns") and split.name not in word_list("surnames") and split.name not in word_list("places") and not (split.name in word_list("given") and core.endswith(_MEMBERS)))
        yield Token("E" if named else "T", at, stop, core)
    elif core[0] in "◎○" and len(core) > _TWO and at and folded[at - 1] == " " and ends_in_title(core) and split_designation(core[1:]).name:
        # 西日本総合大学　◎南方教授: a mark within a row.
        yield Token("E", at, stop, core)
    elif _LAST_OF_TITLE.intersection(core[1:-1]) and (glued := _glued_title(core)):
        yield Token("T", at, at + glued, core[:glued])
        yield Token("N", at + glued, stop, words[glued:])
    else:
        yield Token("N", at, stop, words)


_SEAT_OPENS = frozenset("(第一二三四五六七八九十百").union(map(chr, range(ord("①"), ord("⑳") + 1)))


@lru_cache(maxsize=2048)
def _glued_title(words: str) -> int:
    """How many characters of a word are a title, right before the full name of who bears it: 委員長多々良敏; 0 where it is no such."""
    for length in range(len(words) - _TWO, 1, -1):
        name = words[length:]
        if words[length - 1] in _LAST_OF_TITLE and len(name) <= _LONGEST_NAME and ends_in_title(words[:length]) and not ends_in_title(name):
            whole = name[0] != "長" or not ends_in_title(words[: length + 1])
            if whole and split_designation(words[:length]).name is None and any(family in word_list("surnames") and len(family) < len(name) for family in possible_families(name)):
                return length
    return 0


_LAST_OF_TITLE = frozenset("長員事査幹任官授司師補者役")
_LONGEST_NAME = 6


def _spaced_title(folded: str, pieces: list[Slice], index: int) -> int:
    """How many cells from ``index`` on spell one of the plain titles (委 員 長), the longest."""
    words = ""
    best = 0
    first, *second = pieces[index : index + _TWO]
    whole = not second or (first[1] - first[0] > 1 and second[0][1] - second[0][0] > 1)
    if whole and folded[slice(*first)] not in _BEGINNINGS:
        # Nothing is spelt, and no title parted.
        return 0
    for count, (at, stop) in enumerate(pieces[index : index + _LONG], start=1):
        words += folded[at:stop]
        if best == count - 1 > 1 and (wider := at - pieces[index + count - _TWO][1] - max(b[0] - a[1] for a, b in pairwise(pieces[index : index + best]))) > 0:
            rest = "".join(folded[slice(*piece)] for piece in pieces[index + count :])
            if (wider > 1 and (not any(rest[:length] in word_list("surnames") for length in range(1, len(rest))) or len(rest) <= _TWO)) or rest in word_list("given"):
                # 理　事　　　　長　　　信　義, 委　員　　長　　辰　夫: what stands apart is of the name, unless a whole one stands behind it.
                break
        if count == _TWO + 1 and stop - at == 1 and words[-2:] == f"{words[-3]}長" and pieces[index][1] - pieces[index][0] > _TWO:
            # 水産振興課　課　長: the office, and the title.
            break
        if len(words) > (_LONG if "兼" in words or len(words) == count else _LONGEST):
            break
        if best == count - 1 > 1 and folded[at:stop] in PLAIN_TITLES:
            # 理　事　　理事長: what they are, and what the first of them is.
            break
        spread = count > _TWO and index + count < len(pieces) and all(b - a == 1 for a, b in pieces[index : index + count - 1]) and stop - at > 1
        if spread and _is_one_title(words) and split_designation(words).name is None:
            best = count
        if (words in PLAIN_TITLES and (count > 1 or words != DITTO or len(pieces) > 1)) or (count > 1 and _is_spelt(words, count) and count > best and _stands_apart(pieces, index, count) and _is_one_title(words)):
            best = count
        elif count > _TWO and (words[-1] in _LAST or "兼" in words) and index + count < len(pieces) and all(b - a == 1 for a, b in pieces[index + 1 : index + count]) and _is_even(pieces[index : index + count]) and _names_nobody(words):
            # 税 務 課 長 星 川 豊 明: no gap is wider, but the words can be nobody's name.
            best = count
    return best


_BEGINNINGS = frozenset(title[:size] for title in PLAIN_TITLES for size in range(1, len(title) + 1))


def _is_even(pieces: Sequence[Slice]) -> bool:
    """Whether no gap is one that parts cells: not 小百合　　　事　務　長, not 消 防 長　　長 倉 清 春."""
    gaps = [below[0] - above[1] for above, below in pairwise(pieces)]
    return gaps[0] <= max(gaps[1:]) and (pieces[0][1] - pieces[0][0] > 1 or max(gaps[1:]) <= gaps[0])


def _is_spelt(words: str, count: int) -> bool:
    """Whether words of ``count`` pieces are spelt a character each, but where a line's end came between 兼 and the next: 副 院 長 兼看 護 部 長."""
    return len(words) == count + ("兼" in words[1:-1] and len(words) > count)


_LAST = frozenset("長官事査幹")
_LONGEST, _LONG = 9, 16
"""Of how many characters a title is that is spelt out, and one of two posts."""


def _names_nobody(words: str) -> bool:
    split = split_designation(words)
    return split.name is None and split.title is not None and split.confidence >= _SURE and _is_one_title(words)


_SURE = 0.7


def _is_one_title(words: str) -> bool:
    """Whether spaced characters spell a title and not a name before one: 副学長, not 大輔委員."""
    if len(words) == _TWO + 1 and words[-1] in _LAST and words[:-1] in word_list("nouns"):
        # 企　業　長
        return True
    return ends_in_title(words) and (not words.endswith(("委員", "議員", "理事", "監事", "幹事")) or title_suffix(words) == words)


def _stands_apart(pieces: list[Slice], index: int, count: int) -> bool:
    """Whether single characters at one distance are followed by a wider gap: 副　学　長　　布留川."""
    if index + count >= len(pieces):
        return False
    gaps = [pieces[i + 1][0] - pieces[i][1] for i in range(index, index + count)]
    return len(set(gaps[:-1])) == 1 and gaps[-1] > gaps[0]


def by_honorifics(folded: str, start: int, end: int) -> list[Slice] | None:
    """The cells of a row in which an honorific on its own closes each name: 真 壁 悠 君 小笠原 達 也 君."""
    if " 君" not in folded[start:end] and " 氏" not in folded[start:end]:
        return None
    closes = [start + m.end() for m in _CLOSE.finditer(folded[start:end])]
    if not closes or closes[-1] != end:
        return None
    edges = [start, *closes]
    return [(a + len(folded[a:b]) - len(folded[a:b].lstrip()), b) for a, b in pairwise(edges)]


def columns(folded: str, start: int, end: int) -> list[Slice] | None:
    """The cells of a row of names, by equal widths or by wide gaps; None for a single name."""
    printed = _pieces(folded, start, end)
    marks = {at + 1: at for at, stop in printed if folded[at] in "◎○●" and stop > at + 1}
    runs = [(at + (folded[at] in "◎○●" and stop > at + 1), stop) for at, stop in printed]
    # 芦　原　　　守君（衆議院）: neither the honorific nor the bracket counts.
    total = sum(len(cut_notes(folded[at:stop])[0].removesuffix("君")) if folded[stop - 1] in ")君" else stop - at for at, stop in runs)
    if len(runs) < 2 or (total <= 6 and len(runs) <= 3 and len(marks) < 2) or _spread(runs, total):
        return None
    cells = _each_whole(folded, runs) or _equal_halves(folded, runs) or _by_pairs(folded, runs) or _by_widths(folded, runs) or _by_lists(folded, runs, total)
    spelt = len(runs) == total == 2 * _TWO
    if cells and len(cells) == _TWO and _is_given(squeeze(folded[slice(*cells[1])]), spelt=spelt):
        # 土 方  和 彦: a surname and a given name, each spelt with gaps.
        return None
    if spelt and cells and len(cells) == _TWO and not all(squeeze(folded[slice(*cell)]) in word_list("surnames") for cell in cells):
        # 宗 我  和 歌, whose parts no list knows
        return None
    return [(marks.get(at, at), stop) for at, stop in cells] if cells else None


def _is_given(words: str, *, spelt: bool) -> bool:
    """Whether words are a given name, and, unless spelt out behind a spelt surname, no surname too."""
    core = cut_notes(words)[0]
    return core in word_list("given") and (spelt or core not in word_list("surnames"))


def _spread(runs: list[Slice], total: int) -> bool:
    """A name whose characters stand at one distance: 野  村  誠  剛."""
    gaps = {runs[i + 1][0] - runs[i][1] for i in range(len(runs) - 1)}
    return total == len(runs) and total <= 5 and len(gaps) == 1


def _by_widths(folded: str, runs: list[Slice]) -> list[Slice] | None:
    """The one partition of a row into three or more, or two, cells of one printed width."""
    gaps = [runs[i + 1][0] - runs[i][1] for i in range(len(runs) - 1)]
    widest = max(gaps)
    if widest < 2:
        return None
    # A mark before a name shifts its cell by one.
    equal = _equal_cells(folded, runs, slack=any(folded[at - 1] in "◎○●" for at, _ in runs if at))
    found: list[list[Slice]] = []
    for threshold in sorted({gap for gap in gaps if gap >= 2}, reverse=True):
        cells = _split_at(runs, gaps, threshold)
        widths = {_width(folded, cell) for cell in cells}
        if len(cells) > 1 and all(2 <= _visible(folded, cell) <= 7 for cell in cells):
            if len(widths) == 1:
                # 宇 野 みどり   南     薫   佐 藤 和 歌, whose widest gap is one within a name
                return equal if equal is not None and len(equal) > len(cells) else cells
            found.append(cells)
    return equal or (found[0] if found else None)


def _equal_cells(folded: str, runs: list[Slice], slack: int) -> list[Slice] | None:
    """Cells of exactly one width in a row, where the gap within a name may be as wide as between names."""
    begin = runs[0][0]
    for width in range(3, 10):
        cells: list[Slice] = []
        at = 0
        while at < len(runs):
            stop = next((i for i in range(at, len(runs)) if runs[i][1] - runs[at][0] == width), None)
            if stop is None:
                break
            cells.append((runs[at][0], runs[stop][1]))
            at = stop + 1
        if at == len(runs) and len(cells) > 1 and cells[0][0] == begin:
            steps = {b[0] - a[0] for a, b in pairwise(cells)}
            if max(steps) - min(steps) <= slack and min(steps) - width >= 2 and all(2 <= _visible(folded, cell) <= 7 for cell in cells):
                return cells
    return None


def _equal_halves(folded: str, runs: list[Slice]) -> list[Slice] | None:
    """Two spelt names of one printed width with no more than a single space between them, as a page leaves of its columns: 稲 田   渡 堀 川 光 春."""
    width = runs[-1][1] - runs[0][0]
    half = (width - 1) // _TWO
    if not width % _TWO or not _HALF[0] <= half <= _HALF[1]:
        return None
    stop = next((i for i, run in enumerate(runs) if run[1] - runs[0][0] == half), None)
    if stop is None or stop + 1 == len(runs) or runs[stop + 1][0] - runs[stop][1] != 1:
        return None
    cells = [(runs[0][0], runs[stop][1]), (runs[stop + 1][0], runs[-1][1])]
    spelt = [runs[: stop + 1], runs[stop + 1 :]]
    if any(len(part) < _TWO or part[0][1] - part[0][0] > 1 for part in spelt):
        return None
    names = [squeeze(folded[slice(*cell)]) for cell in cells]
    surnames = word_list("surnames")
    known = [any(name[:length] in surnames for length in range(1, len(name))) for name in names]
    return cells if any(known) and all(_TWO < len(name) <= _SPELT_NAME for name in names) and sum(map(len, names)) > _SPELT_NAME + 1 else None


_HALF, _SPELT_NAME = (5, 9), 5
"""How wide a spelt name is printed, and how many characters it has."""


def _each_whole(folded: str, runs: list[Slice]) -> list[Slice] | None:
    """Whole names, a single space between all: 若林隆 関屋昇（副会長） 西ヶ谷智子."""
    if len(runs) < _PAIRS or any(b[0] - a[1] != 1 for a, b in pairwise(runs)):
        return None
    words = [squeeze(cut_notes(folded[at:stop])[0]) for at, stop in runs]
    if not all(_WHOLE[0] <= len(word) <= _WHOLE[1] and word not in word_list("surnames") and word not in word_list("given") for word in words):
        return None
    known = sum(any(len(family) < len(word) for family in possible_families(word)) for word in words)
    return list(runs) if 3 * known >= 2 * len(words) else None


_WHOLE = (3, 7)


def _by_pairs(folded: str, runs: list[Slice]) -> list[Slice] | None:
    """Surnames and given names in turn, whatever the spaces between them: 佐久田 修 井田 裕美 菅田 景子, 二瓶 　啓　福士 　二葉."""
    if len(runs) < _PAIRS or len(runs) % 2:
        return None
    words = [folded[at:stop] for at, stop in runs]
    if any(len(word) > _LONGEST_PART or "(" in word for word in words) or not any(len(word) > 1 for word in words[::2]):
        return None
    ragged = any(b[0] - a[1] != 1 for a, b in pairwise(runs))
    if ragged and any(len(family) + len(given) < _PLAIN_NAME for family, given in zip(words[::2], words[1::2], strict=True)):
        # 茂　呂　正　和: spelt with gaps.
        return None
    known, surnames = [word in word_list("surnames") for word in words], len(runs) // 2
    first, second = sum(known[::2]), sum(known[at] and word not in word_list("given") for at, word in enumerate(words) if at % 2)
    return [(a[0], b[1]) for a, b in zip(runs[::2], runs[1::2], strict=True)] if 2 * first >= surnames and first > second else None


_PAIRS, _LONGEST_PART, _PLAIN_NAME = 4, 4, 3


def _split_at(runs: list[Slice], gaps: list[int], threshold: int) -> list[Slice]:
    cells: list[Slice] = []
    at = runs[0][0]
    for index, gap in enumerate(gaps):
        if gap >= threshold:
            cells.append((at, runs[index][1]))
            at = runs[index + 1][0]
    cells.append((at, runs[-1][1]))
    return cells


def _visible(folded: str, cell: Slice) -> int:
    core, _ = cut_notes(folded[cell[0] : cell[1]])
    return len(squeeze(core).strip("◎○●"))


def _width(folded: str, cell: Slice) -> int:
    return cell[1] - cell[0] - (folded[cell[0]] in "◎○●")


def _by_lists(folded: str, runs: list[Slice], total: int) -> list[Slice] | None:
    """Cells by what is a surname and what a given name, where widths do not tell."""
    if total <= 5:
        return None
    words = [cut_notes(folded[at:stop])[0] for at, stop in runs]
    names = split_names(" ".join(words))
    if not names or len(names) < 2:
        return None
    cells: list[Slice] = []
    index = 0
    for name in names:
        first = index
        seen = ""
        while index < len(runs) and len(seen) < len(name):
            seen += words[index]
            index += 1
        if seen != name:
            return None
        cells.append((runs[first][0], runs[index - 1][1]))
    return cells
