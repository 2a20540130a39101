"""What every class, field, value and column means, in English and Japanese; read from ``codebook.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import frozen

__all__ = [
    "Column",
    "Sheet",
    "Words",
    "code_title",
    "column_enum",
    "enum_words",
    "error_title",
    "field_words",
    "sheet",
    "sheet_names",
    "to_markdown",
]

_TYPES = ("string", "integer", "number", "boolean", "date", "time")
_INHERITED = {"Response": "Remark", "Explanation": "Remark"}


@frozen
class Words:
    """A meaning in both languages; ``label`` is the short Japanese word of an enumeration's value."""

    english: str
    japanese: str
    label: str = ""


@frozen
class Column:
    """A column of a table: its name, its type (or enumeration), its Japanese heading, its meaning."""

    name: str
    type: str
    heading: str
    words: Words


@frozen
class Sheet:
    """A table: its name, the name of its worksheet, its meaning, its columns."""

    name: str
    title: str
    words: Words
    columns: tuple[Column, ...]


@cache
def _book() -> dict[str, Any]:
    return tomllib.loads(
        files("minutes_model.interchange").joinpath("codebook.toml").read_text(encoding="utf-8")
    )


def field_words(cls: str, field: str = "doc") -> Words:
    """What a field means, or with no field, the class itself. Raises `KeyError` where that is not described."""
    entries = _book()["class"]
    found = entries[cls].get(field) or entries[_INHERITED[cls]][field]
    return Words(*found)


def enum_words(name: str) -> dict[str, Words]:
    """What each value of an enumeration means."""
    return {
        value: Words(english, japanese, label)
        for value, (label, english, japanese) in (
            (v, w) for v, w in _book()["enum"][name].items() if v != "doc"
        )
    }


def code_title(code: str) -> str:
    """What a diagnostic code says, in Japanese; "" for a code of somebody else's."""
    return str(_book()["code"].get(code, ""))


def error_title(name: str) -> str:
    """Why a document could not be read, in Japanese, by the class of the error; "" for another class."""
    return str(_book()["error"].get(name, ""))


@cache
def sheet(name: str) -> Sheet:
    """A table as the codebook describes it."""
    entry = dict(_book()["table"][name])
    title, english, japanese = entry.pop("doc")
    columns = tuple(_column(key, row) for key, row in {**entry, **_book()["common"]}.items())
    return Sheet(name, title, Words(english, japanese), columns)


def sheet_names() -> tuple[str, ...]:
    """The names of the tables, in the order of the worksheets."""
    return tuple(_book()["table"])


def column_enum(column: Column) -> dict[str, Words]:
    """The values a column can hold; empty for a column of free values."""
    return {} if column.type in _TYPES else enum_words(column.type)


def _column(name: str, row: list[str]) -> Column:
    kind, heading, *words = row
    if len(words) == 1:
        return Column(name, kind, heading, field_words(*words[0].split(".")))
    return Column(name, kind, heading, Words(*words))


# The page of documentation ---------------------------------------------------------------------------


def to_markdown() -> str:
    """The whole codebook as a page of documentation."""
    return "\n".join([*_HEAD, *_tables(), *_enums(), *_titles(), *_classes()]) + "\n"


_HEAD = [
    "# Codebook · コードブック",
    "",
    "Made from `minutes_model/interchange/codebook.toml` by `.venv/bin/python docs/generate.py`.",
    "",
    "*As printed* means the characters of the document. White space is no part of that: line wraps and the spaces of",
    "extraction or typesetting between Japanese characters are gone (議　事　録 is 議事録), one space stays between Latin",
    "words. The very characters are in the source: `result.excerpt(node)`.",
    "",
    "「印字のとおり」は文書の文字そのままという意味です。ただし空白は別で、改行や和文の字間の空白は取り除き（議　事　録 は",
    "議事録）、欧文の語の間は一つにします。一字も変えない原文は `result.excerpt(node)` で得られます。",
    "",
]


def _tables() -> Iterator[str]:
    yield from ("## Tables · 表", "")
    for entry in map(sheet, sheet_names()):
        yield from (
            f"### {entry.name} · {entry.title}",
            "",
            entry.words.english,
            "",
            entry.words.japanese,
            "",
        )
        yield from ("| column | type | 見出し | meaning | 意味 |", "|---|---|---|---|---|")
        for column in entry.columns:
            words = column.words
            yield f"| `{column.name}` | {column.type} | {column.heading} | {words.english} | {words.japanese} |"
        yield ""


def _enums() -> Iterator[str]:
    yield from ("## Values · 値", "")
    for name, entry in _book()["enum"].items():
        yield from (
            f"### {name}",
            "",
            *entry["doc"],
            "",
            "| value | 表示 | meaning | 意味 |",
            "|---|---|---|---|",
        )
        for value, words in enum_words(name).items():
            yield f"| `{value}` | {words.label} | {words.english} | {words.japanese} |"
        yield ""


def _titles() -> Iterator[str]:
    yield from ("### Diagnostic codes · 診断のコード", "", "In English, with causes and remedies: [Diagnostics](diagnostics.md).")
    yield from ("", "| code | 意味 |", "|---|---|")
    yield from (f"| `{code}` | {title} |" for code, title in _book()["code"].items())
    yield from ("", "### Errors · エラー", "", "| class | 意味 |", "|---|---|")
    yield from (f"| `{name}` | {title} |" for name, title in _book()["error"].items())
    yield ""


def _classes() -> Iterator[str]:
    from minutes_model.interchange.shapes import CLASSES, fields_of, optional

    yield from ("## JSON", "")
    for cls in CLASSES:
        words = field_words(cls.__name__)
        yield from (f"### {cls.__name__}", "", words.english, "", words.japanese, "")
        yield from ("| field | type | always written | meaning | 意味 |", "|---|---|---|---|---|")
        for field in fields_of(cls):
            meaning = field_words(cls.__name__, field.name)
            always = "" if field.optional else "yes"
            name = _type_name(optional(field.hint))
            yield f"| `{field.name}` | {name} | {always} | {meaning.english} | {meaning.japanese} |"
        yield ""


def _type_name(hint: Any) -> str:
    from minutes_model.interchange.shapes import is_tuple, is_union

    if is_tuple(hint):
        return f"list of {_type_name(hint.__args__[0])}"
    if is_union(hint):
        return " or ".join(map(_type_name, hint.__args__))
    return str(getattr(hint, "__name__", None) or repr(hint.__args__[0]))
