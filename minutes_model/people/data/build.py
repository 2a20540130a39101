"""Builds the large word lists from two free dictionaries.

    python build.py LEX_3_1_CSV IPADIC_DIRECTORY

The first is ``lex_3_1.csv`` of UniDic 3.1.1 (Debian package ``unidic-mecab``), the second the
directory of the CSV files of IPADIC 2.7.0 (Debian package ``mecab-ipadic``, in EUC-JP). Their terms
are in NOTICE beside the lists. Each list has a line for every first character, and every word is in
the form it is matched in. ``extra.toml`` adds by hand what both lack.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from minutes_model.people.variants import fold_variants
from minutes_model.people.words import read_words, titles

HERE = Path(__file__).parent
_KANJI = "一-鿿㐀-䶿々𠀀-𯿿"
_NAME = re.compile(rf"[{_KANJI}ぁ-んケノツカァ-ヴー]{{1,6}}")
_WITH_KANJI = re.compile(rf"[{_KANJI}]")
_PLACE = re.compile(rf"[{_KANJI}ケノツぁ-ん]{{1,6}}|[ァ-ヴー]{{2,10}}")
_NOUN = re.compile(rf"[{_KANJI}]{{2,4}}|[ァ-ヴー]{{3,10}}|[{_KANJI}ァ-ヴー]{{3,7}}")
_COMPANY = re.compile(rf"[{_KANJI}ァ-ヴー・A-Z]{{3,16}}")
_NO_NOUN = re.compile(r"[長員官]$|[省庁]$")
_DEAREST_NOUN = 5750
_DEAREST_UNIDIC_NOUN = 4700

Row = list[str]


def unidic(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines)


def ipadic(folder: Path, *names: str) -> Iterator[Row]:
    for name in names:
        with (folder / name).open(encoding="euc_jp", errors="ignore", newline="") as lines:
            yield from csv.reader(lines)


def tagged(rows: Iterable[Row], *tags: str) -> Iterator[Row]:
    """The rows whose parts of speech begin with one of the tags, written a|b|c."""
    wanted = [tag.split("|") for tag in tags]
    return (row for row in rows if any(row[4 : 4 + len(tag)] == tag for tag in wanted))


def words(rows: Iterable[Row], shape: re.Pattern[str]) -> set[str]:
    return {word for row in rows if shape.fullmatch(word := fold_variants(row[0]))}


def cheap(rows: Iterable[Row], limit: int) -> Iterator[Row]:
    """The rows of at most that cost: the common words."""
    return (row for row in rows if int(row[3]) <= limit)


def surnames(lexicon: list[Row], folder: Path) -> set[str]:
    rows = [
        *tagged(lexicon, "名詞|固有名詞|人名|姓"),
        *tagged(ipadic(folder, "Noun.name.csv"), "名詞|固有名詞|人名|姓"),
    ]
    return {word for word in words(rows, _NAME) if _WITH_KANJI.search(word) or 1 < len(word) < 6} | extra(
        "surnames"
    )


def given(lexicon: list[Row], folder: Path) -> set[str]:
    rows = [
        *tagged(lexicon, "名詞|固有名詞|人名|名"),
        *tagged(ipadic(folder, "Noun.name.csv"), "名詞|固有名詞|人名|名"),
    ]
    return words(rows, _NAME) | extra("given")


def places(lexicon: list[Row]) -> set[str]:
    return words(tagged(lexicon, "名詞|固有名詞|地名"), _PLACE) | extra("places")


def nouns(lexicon: list[Row], folder: Path) -> set[str]:
    """Common nouns; none that ends as a title does, so that no title hides in a noun."""
    common = cheap(ipadic(folder, "Noun.csv", "Noun.verbal.csv"), _DEAREST_NOUN)
    spoken = tagged(lexicon, "名詞|普通名詞|一般", "名詞|普通名詞|サ変可能")
    found = words(common, _NOUN) | words(cheap(spoken, _DEAREST_UNIDIC_NOUN), _NOUN)
    known = titles().heads | titles().ranks
    return {word for word in found if word not in known and not _NO_NOUN.search(word)} | extra("nouns")


def companies(folder: Path, names: set[str]) -> set[str]:
    """Organizations of IPADIC; none that is a name of a person or place too, or a word that offices are named by."""
    return words(ipadic(folder, "Noun.org.csv"), _COMPANY) - names - _NO_COMPANY


_NO_COMPANY = frozenset(("データ通信", "データ通信システム", "デジタル"))


def extra(name: str) -> set[str]:
    return {fold_variants(word) for word in read_words("extra.toml")[name]}


def write(name: str, found: set[str]) -> None:
    lines = (" ".join(group) for _, group in groupby(sorted(found), key=lambda word: word[0]))
    (HERE / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(found)}")


def main(lex: str, folder: str) -> None:
    lexicon = list(tagged(unidic(Path(lex)), "名詞"))
    dictionary = Path(folder)
    people, first, towns = surnames(lexicon, dictionary), given(lexicon, dictionary), places(lexicon)
    write("surnames", people)
    write("given", first)
    write("places", towns)
    write("nouns", nouns(lexicon, dictionary))
    write("companies", companies(dictionary, people | first | towns))


if __name__ == "__main__":
    main(*sys.argv[1:])
