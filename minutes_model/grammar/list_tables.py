"""Lists of people in a table whose cells tabs part: 職名 | 氏名 | 所属 | 備考."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from minutes_model.grammar.draft import Slice
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["Row", "Table", "find_table"]

_HEADS = {
    "name": regex(r"(?:委員)?(?:氏名|名前|委員名|出席者名?)(?:\(敬称略\))?"),
    "title": regex(r"職名|役職名?|役名|職|役職等|職・?役職"),
    "organization": regex(r"所属(?:団体|機関|等)?(?:名|・役職|・職名)?|(?:団体|機関|会社|推薦団体|選出団体)名?|勤務先"),
    "remark": regex(r"備考|出欠(?:席)?|摘要|出席(?:状況|方法)?|参加方法"),
    "other": regex(r"No\.?|NO\.?|番号|項番|区分|選出区分|議席(?:番号)?|任期"),
}
"""What the heads of columns say, without white space."""


@frozen(eq=False, repr=False)
class Row:
    """The places of the cells that tell of one person; None where the table has no such column."""

    start: int
    end: int
    name: Slice | None
    title: Slice | None
    organization: Slice | None
    remark: Slice | None


@frozen(eq=False, repr=False)
class Table:
    """Which line holds the heads, and what the columns hold in their order."""

    head: int
    columns: tuple[str, ...]

    def row(self, text: str, line: Slice) -> Row | None:
        """The cells of a line; None where it is no row of the table."""
        cells = _cells(text, line)
        if not 1 < len(cells) <= len(self.columns):
            return None
        found = dict(zip(self.columns, cells, strict=False))
        name = found.get("name")
        if name is None or name[0] == name[1]:
            return None
        return Row(*line, name, found.get("title"), found.get("organization"), found.get("remark"))


def find_table(text: str, folded: str, lines: Sequence[Slice]) -> Table | None:
    """The first line of heads among those of a list, one of which is that of the names.

    >>> text = "職名\\t氏名\\t所属\\n会長\\t乾 節子\\t港大学"
    >>> find_table(text, text, [(0, 8), (9, 21)]).columns
    ('title', 'name', 'organization')
    """
    for number, line in enumerate(lines):
        cells = [squeeze(folded[slice(*cell)]) for cell in _cells(text, line)]
        columns = tuple(next((kind for kind, words in _HEADS.items() if words.fullmatch(cell)), "") for cell in cells)
        if len(columns) > 1 and "name" in columns and all(columns):
            return Table(number, columns)
    return None


def _cells(text: str, line: Slice) -> list[Slice]:
    return list(_parted(text, *line)) if "\t" in text[slice(*line)] else []


def _parted(text: str, start: int, end: int) -> Iterator[Slice]:
    at = start
    while at <= end:
        stop = text.find("\t", at, end)
        stop = end if stop < 0 else stop
        words = text[at:stop]
        yield at + len(words) - len(words.lstrip()), max(at + len(words) - len(words.lstrip()), stop - len(words) + len(words.rstrip()))
        at = stop + 1
