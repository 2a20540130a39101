"""The word lists as shipped, and how they load."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.resources import files

import pytest

from minutes_model.people.variants import fold_variants
from minutes_model.people.words import WordList, organizations, read_words, titles, word_list

LISTS = ["surnames", "given", "places", "nouns", "companies"]
DATA = files("minutes_model.people") / "data"


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_in_the_form_they_are_matched_in(name: str) -> None:
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    assert fold_variants(text) == text
    lines = text.splitlines()
    assert [line[0] for line in lines] == sorted({line[0] for line in lines})
    assert all(word[0] == line[0] for line in lines for word in line.split())


def test_usual_names_are_listed() -> None:
    surnames, given = word_list("surnames"), word_list("given")
    assert [
        name
        for name in ("佐藤", "高橋", "長谷川", "林", "小笠原", "横浜", "圷", "玉那覇")
        if name not in surnames
    ] == []
    assert [name for name in ("太郎", "花子", "一", "みどり") if name not in given] == []
    assert "" not in surnames


def test_a_word_is_sought_by_its_first_character() -> None:
    words = WordList(["後藤 後閑".encode(), "斎藤".encode()])
    assert "後藤" in words
    assert "藤" not in words
    assert "後" not in words
    assert "" not in words
    assert "\ud800" not in words
    assert words.of("") == frozenset()


@pytest.mark.parametrize("name", LISTS)
def test_every_line_is_found_and_nothing_between(name: str) -> None:
    data = (DATA / f"{name}.txt").read_bytes()
    words, lines = WordList(data.splitlines()), data.decode().splitlines()
    assert all(words.of(line[0]) == set(line.split()) for line in lines)
    beside = {chr(ord(line[0]) + step) for line in lines for step in (-1, 1)} - {line[0] for line in lines}
    assert not any(map(words.of, beside))


def test_notices_are_beside_the_lists() -> None:
    notice = (DATA / "NOTICE").read_text(encoding="utf-8")
    assert "UniDic Consortium" in notice
    assert "Nara Institute of Science" in notice
    assert "ICOT" in notice


@pytest.mark.parametrize("name", ["titles", "orgs", "plausible", "extra"])
def test_hand_lists_are_read_as_toml_would_be(name: str) -> None:
    tables = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    assert read_words(f"{name}.toml") == {key: words.split() for key, words in tables.items()}


def test_every_listed_variant_is_folded() -> None:
    groups = tomllib.loads((DATA / "variants.toml").read_text(encoding="utf-8"))["variants"]
    assert [old for new, olds in groups.items() for old in olds if fold_variants(old) != new] == []


def test_hand_words_are_clean() -> None:
    for table in (titles(), organizations()):
        for name in table.__slots__:
            if not name.startswith("_"):
                assert all(word == word.strip() and "'" not in word for word in getattr(table, name))


def test_lists_load_on_first_need_only() -> None:
    code = (
        "import minutes_model.people, minutes_model.people.plausible as p, minutes_model.people.words as w\n"
        "assert not w.word_list.cache_info().currsize and not w.titles.cache_info().currsize\n"
        "p.looks_like_designation('小川委員')\n"
        "assert not w.word_list.cache_info().currsize\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
