"""What a whole list tells of its people once each was read: readings that others decide, brackets that tell houses, titles that all bear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_model.grammar.list_heads import are_kinds
from minutes_model.grammar.list_people import DITTO_NOTES, PARTIAL, PersonDraft
from minutes_model.grammar.list_words import (
    ABSENT,
    REMOTE,
    ends_in_title,
    house_of_post,
    is_house,
    is_institution,
)
from minutes_model.model.enums import Role
from minutes_model.patterns import regex
from minutes_model.people.designation import split_designation
from minutes_model.people.plausible import title_suffix
from minutes_model.people.roles import role_of_title
from minutes_model.people.variants import fold_variants
from minutes_model.people.words import titles, word_list
from minutes_model.text import clean, fold, is_kanji, squeeze

__all__ = ["settle"]

_SEVERAL = 2
_BRACKET_BEHIND = regex(r"[(（](?P<inner>[^()（）]+)[)）]")
_HOUSES_TOLD = regex(r"(?:括弧|かっこ|カッコ|\( ?\))内は、?(?:所属|現職|所属先)(?P<posts>(?:・|及び|、|と)(?:役職|職名?|肩書))?")
"""（敬称略。括弧内は所属）"""


def settle(people: Sequence[PersonDraft], text: str, folded: str) -> None:
    """Amend the people of all lists of a header by what the lists as a whole, and the record below them, tell of each."""
    told = _HOUSES_TOLD.search(folded, 0, people[-1].end) if people else None
    for person in people if told is not None else ():
        _take_house(person, text, posts=told is not None and told["posts"] is not None)
    _title_members(people, folded)
    _titles_in_brackets(people, folded)
    _reconsider(people)
    _name_by_office(people, folded)
    _name_by_record(people, folded)
    _fill_names(people, text)
    for above, person in zip([None, *people], people, strict=False):
        _open_bracket(person)
        if person.note in DITTO_NOTES and above is not None:
            person.note = above.note
        if person.title is not None and person.organization is None and person.name is not None:
            person.organization, person.title = house_of_post(person.title)


def _open_bracket(person: PersonDraft) -> None:
    """段　文江　　　　　（弁護士）: a profession in the column of houses is a note."""
    found = _BRACKET_BEHIND.fullmatch(person.organization or "")
    if found is None:
        return
    if is_house(fold(found["inner"])) or is_institution(fold(found["inner"])):
        person.organization = found["inner"]
    else:
        person.organization, person.note = None, " ".join(filter(None, (person.note, found["inner"])))


def _title_members(people: Sequence[PersonDraft], folded: str) -> None:
    """印東公彦, whose list only tells that he is of the 公益代表, and whom the record calls 印東委員: members all, who are told by their kinds."""
    bare = [person for person in people if person.rule == "list" and person.title is None and person.name is not None and are_kinds([person.group or ""])]
    if any(f"{name[:length]}委員" in folded for person in bare if (name := person.name) is not None for length in range(_SEVERAL, len(name))):
        for person in bare:
            person.title = "委員"


def _titles_in_brackets(people: Sequence[PersonDraft], folded: str) -> None:
    """野老さつき（文化財課学芸員）, beside 斯波久志（文化財課長）: in a list that tells titles in brackets they are titles that are none of an office, too."""

    def printed(person: PersonDraft, words: str) -> bool:
        entry = folded[person.start : person.end]
        return "(" in entry and f"({words})" in squeeze(entry)

    told = {person.group for person in people if person.title is not None and printed(person, person.title)}
    for person in people:
        if person.title is None and person.name is not None and person.note is not None and person.group in told and ends_in_title(person.note) and printed(person, person.note):
            person.title, person.note = person.note, None


def _name_by_office(people: Sequence[PersonDraft], folded: str) -> None:
    """林調達部審議役 beside 榎本調達部長: the office that the title of another tells ends a surname that no list knows."""
    designated = [person for person in people if person.rule == "designation" and person.title is not None and person.name == person.family]
    for person in designated:
        named = person.name or ""
        if named in word_list("surnames"):
            continue
        printed = squeeze(folded[person.start : person.end]).removeprefix(person.organization or "")
        for other in designated:
            office = (other.title or "")[:-1] if other.name and other.group == person.group and other.title != person.title else ""
            family, _, post = printed.partition(office) if len(office) >= _SHORTEST_OFFICE and office[-1] in _ENDS_OFFICE else ("", "", "")
            if family != named and 0 < len(family) <= _LONGEST_FAMILY and _may_be_family(family) and named.startswith(family if named else "") and post and printed.endswith(person.title or ""):
                person.name = person.family = family
                person.title = f"{office}{post}"
                break


_ENDS_OFFICE, _SHORTEST_OFFICE = frozenset("部課局室署所"), 3


def _name_by_record(people: Sequence[PersonDraft], folded: str) -> None:
    """田無流域調整室長, whom the record calls 田無室長: where a surname that no list knows ends is told by whoever is called by it and his rank.

    So it is by the whole title, which the record calls him by alone: 尾都市整備部長, and 都市整備部長から、….
    """
    nouns, given = word_list("nouns"), word_list("given")
    for person in people:
        named = person.name or ""
        if person.rule != "designation" or person.title is None:
            continue
        printed = squeeze(folded[person.start : person.end]).removeprefix(person.organization or "")
        # 久我|山都市|交通課長
        between = person.organization is not None and printed == f"{named}{person.organization}{person.title}"
        if (named in word_list("surnames") and not between) or named.removeprefix(person.family or "") in given:
            continue
        if person.name is None:
            lengths = [length for length in range(1, min(_LONGEST_FAMILY, len(printed) - 1) + 1) if _may_be_family(printed[:length])]
        else:
            lengths = [length for length in range(1, len(named) + 2 * between) if length != len(named)]
        whole = [length for length in lengths if _stands_alone(printed[length:], folded)]
        if len(whole) == 1 and printed.endswith(person.title):
            person.name = person.family = printed[: whole[0]]
            person.title = printed[whole[0] :]
            person.organization = None if between else person.organization
            continue
        if between:
            continue
        rank = title_suffix(printed)
        longest = min(_LONGEST_FAMILY, len(printed) - len(rank) - 1) if rank is not None else 0
        called = [printed[:length] for length in range(1, longest + 1) if printed[:length] not in nouns and _begins_word(f"{printed[:length]}{rank}", folded)]
        if len(called) == 1 and role_of_title(rank or "") is Role.OFFICIAL and printed[len(called[0]) : -len(rank or "")] not in given:
            person.name = person.family = called[0]
            person.title = printed.removeprefix(called[0])


def _may_be_family(words: str) -> bool:
    """Whether words that nothing else tells can be a surname: kanji, and neither a noun nor a word of offices."""
    posts = titles()
    office = len(words) > 1 and words[-1] in "局課部室係署所省庁" and words not in word_list("surnames")
    return not office and all(map(is_kanji, words)) and words not in word_list("nouns") and words not in posts.modifiers and words not in posts.rank_modifiers


def _stands_alone(title: str, folded: str) -> bool:
    """Whether the record calls somebody by a title with nothing before it."""
    alone = any((not at or folded[at - 1] in "\n、。「 ―○【") and not "一" <= folded[at + len(title) : at + len(title) + 1] <= "龥" for at in _places(title, folded))
    return alone and role_of_title(title) is Role.OFFICIAL


_LONGEST_FAMILY = 4
_IN_WORD = regex("[一-龥々ァ-ヴ]")


def _begins_word(words: str, folded: str) -> bool:
    """Whether words occur somewhere without others right before them."""
    return any(not at or _IN_WORD.match(folded, at - 1) is None for at in _places(words, folded))


def _places(words: str, folded: str) -> Iterator[int]:
    """Where words occur: a search for them takes less than to compile a pattern of them."""
    at = folded.find(words)
    while at >= 0:
        yield at
        at = folded.find(words, at + 1)


def _reconsider(people: Sequence[PersonDraft]) -> None:
    """Readings of one designation that those of the others decide: 日下部会長 beside 沼知副会長 is no 部会長; 鹿野秋陵市交通政策課長 is of a city."""
    titles = {person.title for person in people}
    whole = bool(titles & _BESIDE_CHAIR) and not titles & _BESIDE_HEAD
    enclosed = sum(person.enclosed for person in people) >= _SEVERAL
    for person in people:
        if enclosed and person.name is None and person.title is not None and _NAME.fullmatch(squeeze(person.note or "")):
            # 議会事務局長（宿利達郎）, a name that no list knows, beside 書記（馬酔木綾）.
            person.name, person.note = squeeze(person.note or ""), None
        if person.rule != "designation" or person.name is None:
            continue
        if whole and person.title == "部会長" and f"{person.name}部" in word_list("surnames"):
            person.name, person.title = f"{person.name}部", "会長"
            person.family = person.name
        town = _TOWN_BEHIND.fullmatch(person.name) if person.organization is None else None
        if town is not None and town["name"] in word_list("surnames") and person.name not in word_list("surnames"):
            person.name = person.family = town["name"]
            person.organization = town["town"]


def _fill_names(people: Sequence[PersonDraft], text: str) -> None:
    """影浦大樹臨床研究支援室長 beside 藤代智臨床研究支援室主任: where the others are told by full names, what may be a given name is no part of a title."""
    told: dict[str | None, list[PersonDraft]] = {}
    for person in people:
        if person.rule == "designation" and person.name is not None and person.title is not None:
            told.setdefault(person.group, []).append(person)
    for group in told.values():
        full = sum(person.family is not None and person.name != person.family for person in group)
        if full * 2 < len(group):
            for person in group:
                _cut_name(person, text)
            continue
        for person in group:
            if person.organization is not None and person.name is not None and person.organization in word_list("surnames") and person.name in word_list("given"):
                # 海保琢磨委員: a surname that an agency is called by, too.
                person.family, person.name, person.organization = person.organization, f"{person.organization}{person.name}", None
            elif person.name == person.family or person.title is None or "ぁ" <= person.title[0] <= "ん":
                _fill_name(person, text)


def _cut_name(person: PersonDraft, text: str) -> None:
    """轟お客さまサービス部長, where the others are told by surnames: what no surname holds is of the post."""
    name = person.name or ""
    if person.organization is not None or name != person.family or not _KANA_IN_NAME.search(name):
        return
    length = next((length for length in range(len(name) - 1, 0, -1) if fold_variants(name[:length]) in word_list("surnames")), 0)
    printed = squeeze(text[person.start : person.end])
    if length and printed == f"{name}{person.title}" and ends_in_title(fold(printed[length:])):
        person.name = person.family = printed[:length]
        person.title = printed[length:]


_KANA_IN_NAME = regex("[ぁ-ん]{2}")
_OFFICE_NOUNS = frozenset(["健康", "福祉", "文化", "安全", "安心", "環境", "教育", "広報", "生活", "市民", "未来", "交通", "商工", "港湾", "建設", "農林", "水産", "保健", "国際", "公園", "緑", "みどり", "振興", "都市", "地域", "子育", "財政", "税務", "防災", "情報", "経営", "企画"])
"""What offices are named by, and people too."""


def _fill_name(person: PersonDraft, text: str) -> None:
    """The reading next to the first in which the name is longer by a given name, or by the syllable that the title begins with."""
    for other in split_designation(text[person.start : person.end]).alternatives:
        more = other.name.removeprefix(person.name) if person.name and other.name and other.name.startswith(person.name) else ""
        if more and other.title and other.organization is None and ((more in word_list("given") and more not in _OFFICE_NOUNS) or (len(more) == 1 and "ぁ" <= more <= "ん")):
            person.name, person.title = other.name, other.title
            return


_NAME = regex(r"(?!.*[長課係室局部当任務兼]$)[一-龥々ぁ-んァ-ヴー]{3,5}")
_BESIDE_CHAIR = frozenset(("副会長", "会長代理", "会長職務代理者", "会長職務代理"))
_BESIDE_HEAD = frozenset(("副部会長", "部会長代理", "部会長職務代理者"))
_TOWN_BEHIND = regex(r"(?P<name>[一-龥々]{2,3})(?P<town>[一-龥ぁ-んァ-ヴ]{2,5}[市町村県])")


def _take_house(person: PersonDraft, text: str, *, posts: bool) -> None:
    """The bracket behind a name is where he is from, as the list says, and with ``posts`` what he is there."""
    printed = _BRACKET_BEHIND.search(text, person.start, person.end)
    house = clean(printed["inner"]) if printed is not None else ""
    if (person.organization is not None and not posts) or not house or REMOTE.search(house) or PARTIAL.search(house) or ABSENT.search(house) or "代理" in house:
        return
    split = split_designation(house) if posts else None
    if split is not None and split.title is not None and house.endswith(split.title) and len(split.title) < len(house):
        person.organization, person.title = house.removesuffix(split.title), split.title
    else:
        person.organization = house
    person.note = (person.note or "").replace(house, "", 1).strip() or None
