"""The pipeline: text → paragraphs → header, items, proceedings → people → Meeting and regions.

The only module that knows all stages.
"""

from __future__ import annotations

import os
import re
import warnings
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Any

from attrs import define, evolve

from minutes_model._version import __version__
from minutes_model.bodies.registry import profile_of, profiles
from minutes_model.build import Builder
from minutes_model.diagnostics import CODES, Diagnostic
from minutes_model.errors import PathLikeTextWarning
from minutes_model.grammar.agenda import BodyDraft, cut_items
from minutes_model.grammar.agents import explainers
from minutes_model.grammar.answers import Occasion
from minutes_model.grammar.appended import find_appended
from minutes_model.grammar.attendees import read_people
from minutes_model.grammar.bullets import POINTS, introduces, split_reports
from minutes_model.grammar.cast import Cast, role_of_label
from minutes_model.grammar.detect import find_family, part_cells, part_headings, split_turns
from minutes_model.grammar.draft import Decided, Entry, ItemDraft, Said, Told
from minutes_model.grammar.header import read_appended, read_header
from minutes_model.grammar.header_draft import HeaderDraft
from minutes_model.grammar.label_lines import join_labels
from minutes_model.grammar.label_words import LabelKind
from minutes_model.grammar.legend import Legend, find_legend
from minutes_model.grammar.listings import people_listings
from minutes_model.grammar.opening_words import answers_in_brackets
from minutes_model.grammar.opinions import read_opinions
from minutes_model.grammar.reported import read_reported
from minutes_model.grammar.schedule import Schedule, find_next_meeting, read_schedule, weekday_slips
from minutes_model.grammar.told import split_told
from minutes_model.grammar.transcript import read_cast_of, read_transcript, split_announced, split_further
from minutes_model.grammar.turns import BRACKETS, Family, Shape
from minutes_model.habits import Habits, longest_first
from minutes_model.layout import Block, Flow, lay_out
from minutes_model.model import AgendaItem, Attendee, Meeting, Provenance, RecordKind, Role, SpeechMode
from minutes_model.model.identity import meeting_id
from minutes_model.patterns import regex
from minutes_model.people.resolve import Resolver
from minutes_model.people.roles import MEMBERS, TitleRoles
from minutes_model.result import ParseResult, RegionKind, SourceDocument
from minutes_model.text import fold, squeeze

if TYPE_CHECKING:
    from minutes_model.bodies.profile import Profile

__all__ = ["parse"]


def parse(
    source: str | os.PathLike[str] | bytes | SourceDocument,
    *,
    profile: Profile | str | None = None,
    strict: bool = False,
) -> ParseResult:
    """Read minutes into a meeting, with the region of every character and what was noticed.

    A `str` is always text, a path always a file, `bytes` a file's content. The content of a text
    never makes this raise: what is not understood stays as text with a diagnostic.

    >>> result = parse("消費者部会（第３回）議事概要\\n１ 日 時：令和６年９月11日（水）13:00～\\n")
    >>> result.meeting.number, result.meeting.date.isoformat()
    (3, '2024-09-11')

    ``profile`` is what is known of the body, or the name of a registered one. Without it the document's
    own words choose one (its body's name, else its title), if any fits: `Provenance.profile` tells which.

    Raises `SourceError` for a file that cannot be read, `UnknownPluginError` for a name no profile has,
    `TypeError` for any other type of source or profile, and with ``strict`` `ParseError` where a diagnostic
    has severity ERROR.
    """
    known = profile_of(profile)
    document, hints = _document(source)
    result = _Run(document, list(hints), known).result()
    return result.raise_for_errors() if strict else result


def _document(source: object) -> tuple[SourceDocument, Sequence[Diagnostic]]:
    if isinstance(source, SourceDocument):
        return source, ()
    if isinstance(source, str):
        return SourceDocument(text=source), _path_hints(source)
    if isinstance(source, os.PathLike | bytes):
        from minutes_model.source import open_source

        return open_source(source), ()
    raise TypeError(f"a source is a str, a path, bytes or a SourceDocument, not {type(source).__name__}")


_FILE_NAME = regex(r"[^\n]{1,255}\.(?:txt|pdf|html?|docx?|md|json|csv|xlsx?)\s*", re.IGNORECASE)


def _path_hints(text: str) -> Sequence[Diagnostic]:
    """A warning where a one-line text looks like the path of a file."""
    if len(text) > 1024 or "\n" in text.strip() or not text.strip():
        return ()
    if not (_FILE_NAME.fullmatch(text) or _exists(text)):
        return ()
    message = f"{text.strip()!r} is parsed as text; pass pathlib.Path({text.strip()!r}) to read a file"
    warnings.warn(message, PathLikeTextWarning, stacklevel=4)
    return (CODES["MM002"].at(message),)


def _exists(text: str) -> bool:
    try:
        return os.path.exists(text)
    except ValueError:
        return False


@define(eq=False, repr=False)
class _Run:
    """One parse."""

    document: SourceDocument
    diagnostics: list[Diagnostic]
    profile: Profile | None = None

    def result(self) -> ParseResult:
        flow, family, header = self._opened()
        flow = flow if family is not None else split_reports(flow, header.body)
        turns = _turns(flow, range(header.body, len(flow.blocks)), family)
        body = cut_items(flow, header.body, turns, header.listed, header.style)
        builder = Builder(flow, _resolver(self.profile, header.title.body))
        self._claim_header(builder, header, body)
        titles = frozenset(self.profile.roles) if self.profile is not None else frozenset()
        people = read_people(flow.text, flow.folded, people_listings(header, flow), titles)
        attendees = builder.resolver.settle([builder.attendee(n, p) for n, p in enumerate(people, start=1)])
        if self.profile is not None and not attendees:
            builder.resolver.expect(self.profile.roster)
        flow = evolve(flow, habits=evolve(flow.habits, sides=_sides(attendees), houses=_houses(attendees) | explainers(flow.folded), directors=_is_board(self.profile, header.title.body)))
        _read_items(flow, header, body, turns, family, _Roles(builder.resolver))
        body.items = _without_bare(body.items)
        agenda = builder.items(body.items)
        schedule = read_schedule(flow, header, body)
        meeting = self._meeting(builder, header, schedule, attendees, agenda, body)
        return self._finished(builder, meeting, schedule)

    def _opened(self) -> tuple[Flow, Family | None, HeaderDraft]:
        """The document with its header read, as the profile has it; without one, with the one it calls for."""
        laid = lay_out(self.document.text)
        opened = _open(laid, self.profile)
        if self.profile is not None:
            return opened
        flow, family, header = opened
        self.profile = found = profiles.choose(header.title.body or header.title.title)
        if found is None:
            return opened
        if (found.family and family is None) or _has_words(laid, found):
            return _open(laid, found)
        return evolve(flow, habits=_habits(found)), family, header

    def _claim_header(self, builder: Builder, header: HeaderDraft, body: BodyDraft) -> None:
        claims = builder.claims
        for start, end, kind, rule in header.regions:
            claims.add(start, end, kind, None, rule)
        for index, heading in body.sections.items():
            block = builder.flow.blocks[index]
            claims.add(block.start, block.end, RegionKind.HEADING, None, f"section:{heading.style}")
        for block in builder.flow.blocks[body.tail :]:
            claims.add(block.start, block.end, RegionKind.VALUE, None, "appendix")

    def _meeting(
        self, builder: Builder, header: HeaderDraft, schedule: Schedule, attendees: list[Any], agenda: list[Any], body: BodyDraft
    ) -> Meeting:
        title = header.title
        venue = next(filter(None, (_joined(builder, _of_venue(builder.flow, s.places())) for s in header.of(LabelKind.VENUE))), None)
        venue = re.sub(r"^於[、：:・ 　]*", "", venue) if venue else None
        meeting = Meeting(
            body=title.body, title=title.title, number=title.number, session_label=title.session_label,
            record=title.record or _record_kind(agenda, body), date=schedule.date, end_date=schedule.end_date, era_date=schedule.era_date,
            fiscal_year=schedule.fiscal_year, start_time=schedule.start, end_time=schedule.end,
            venue=schedule.venue or venue, attendees=[*attendees, *builder.resolver.unlisted], agenda=agenda,
            next_meeting=find_next_meeting(builder.flow, header, body, schedule.date),
            provenance=Provenance(
                source_name=self.document.name, url=self.document.url, source_sha256=self.document.file_sha256,
                text_sha256=self.document.text_sha256, extractor=self.document.extractor, version=__version__,
                profile=self.profile.name if self.profile is not None else None,
            ),
            span=builder.span(0, _end(builder.flow, header)) if builder.flow.blocks else None,
        )  # fmt: skip
        return evolve(meeting, id=meeting_id(meeting))

    def _finished(self, builder: Builder, meeting: Meeting, schedule: Schedule) -> ParseResult:
        found = [*self.diagnostics, *schedule.issues, *builder.diagnostics]
        found += weekday_slips(builder.flow, [i.span for i in schedule.issues])
        if not _is_meeting(meeting):
            found.append(CODES["MM001"].at("no title, date, people or proceedings of a meeting were found"))
        elif not (meeting.speeches or meeting.decisions) and any(d.code == "MM301" for d in found):
            found.append(CODES["MM303"].at("no style of minutes was recognised in the body: header and text are kept"))
        if _is_meeting(meeting) and meeting.date is None:
            found.append(CODES["MM105"].at("no label and no title states the day of the meeting"))
        found.sort(key=lambda d: d.span.start if d.span else -1)
        return ParseResult(
            meeting=meeting, diagnostics=found, source=self.document,
            regions=builder.claims.lazily(builder.flow, self.document.text),
        )  # fmt: skip


@define(eq=False, repr=False)
class _Roles:
    """The role of a label: that of its title, unless the lists put its bearer on the executive side."""

    resolver: Resolver

    def __call__(self, label: str) -> Role:
        by_title = self.resolver.role_of(label)
        if by_title is Role.UNKNOWN:
            return by_title
        return self._by_list(label, by_title)

    def _by_list(self, label: str, by_title: Role) -> Role:
        """The role the lists give a bearer of a title: an official among the members sits as one."""
        person = self.resolver.known(label)
        if person.attendee_id is None:
            return by_title
        executive = by_title in MEMBERS and person.role in (Role.SECRETARIAT, Role.OFFICIAL, Role.GUEST)
        invited = by_title is Role.OFFICIAL and person.role is Role.GUEST
        sits = by_title is Role.OFFICIAL and person.role in MEMBERS and (person.rule in ("label", "name_title") or (person.rule == "name_title_end" and self.resolver.house_of(person.attendee_id) is not None))
        return person.role if executive or invited or sits else by_title

    def bearer(self, label: str) -> str:
        """Who bears a label: an attendee's id, or the label itself."""
        return self.resolver.known(label).attendee_id or label

    def of_turn(self, label: str) -> Role:
        """The role of the label of a turn, which may hold a name in its bracket."""
        role = self.resolver.own_role(label) or role_of_label(label)
        if role is Role.UNKNOWN or (role is Role.GUEST and label.endswith(")")):
            # 小柴, 小柴（東海林業）: a name without a title has the part of the one listed who bears it.
            person = self.resolver.known(label)
            return person.role if person.attendee_id is not None and person.role is not Role.UNKNOWN else role
        # A name with 君 and no title that tells a part, 管理者安養寺高志君, is a member's unless the lists say otherwise.
        if role is Role.OFFICIAL and (listed := self.resolver.known(label).role) in (Role.CHAIR, Role.SECRETARIAT):
            # 学長, whom the list has as 楠本学長（議長）; 学芸員, who is of its 事務局
            return listed
        untold = role is Role.MEMBER and self.resolver.role_of(label) is Role.UNKNOWN
        return self._by_list(label, role) if role is Role.OFFICIAL or untold else role


def _sides(attendees: Sequence[Attendee]) -> frozenset[str]:
    """The groups of the lists that speak as one (企業団, 県, 警察本部; not those of members), and everybody listed."""
    officials = (fold(squeeze(a.group)) for a in attendees if a.group and a.role not in MEMBERS)
    sides = frozenset(group for group in officials if len(group) <= _LONGEST_SIDE and not _NO_SIDE.search(group))
    # Who is listed can speak under what the list says, a known title or none: 小峰湯守.
    bearers = (fold(squeeze(words)) for a in attendees for words in (a.label, a.name) if words)
    return sides | {words for words in bearers if len(words) > 1}


def _houses(attendees: Sequence[Attendee]) -> frozenset[str]:
    """The institutions that somebody speaks for who is no member, also without what says that they are companies: 東浜臨海鉄道."""
    printed = {fold(squeeze(a.organization)) for a in attendees if a.organization and a.role not in MEMBERS}
    return frozenset(printed | {short for house in printed if len(short := _COMPANY.sub("", house)) > 1})


_COMPANY = regex(r"^(?:一般|公益)?(?:株式会社|有限会社|合同会社|財団法人|社団法人|独立行政法人|国立研究開発法人)|(?:株式会社|有限会社|合同会社)$")
_LONGEST_SIDE = 8
_NO_SIDE = regex(r"出席|欠席|列席|陪席|者$|員$|参加|その他")


_HEAD = 160
"""In how many paragraphs words that only a profile knows would change how the header is read."""


def _habits(profile: Profile) -> Habits:
    return Habits(profile.labels, longest_first(profile.decisions))


def _has_words(flow: Flow, profile: Profile) -> bool:
    """Whether the words a profile adds occur where they would tell for the header."""
    words = (*profile.labels, *profile.decisions)
    if not words or not flow.blocks:
        return False
    head = squeeze(flow.folded[: flow.blocks[: _HEAD][-1].end])
    return any(word in head for word in words)


def _end(flow: Flow, header: HeaderDraft) -> int:
    """Where the last paragraph ends, a list of those present below the record included."""
    return max([flow.blocks[-1].end, *(end for section in header.sections for _, end in section.places()[-1:])])


def _open(flow: Flow, profile: Profile | None) -> tuple[Flow, Family | None, HeaderDraft]:
    """The flow cut into turns, its family of speaker marks, and its header."""
    if profile is not None:
        flow = evolve(flow, habits=_habits(profile))
    whole = flow = join_labels(part_cells(flow))
    end = find_appended(flow)
    if end < len(flow.blocks):
        flow = evolve(flow, blocks=flow.blocks[:end])
    family = find_family(flow, range(len(flow.blocks)), profile.family if profile is not None else None)
    if family is not None:
        flow, family = part_headings(split_turns(flow, family), family)
    turns = _turns(flow, range(len(flow.blocks)), family)
    if family is not None and family.shape is Shape.LINE:
        turns = _above_sentences(flow, turns)
    elif family is not None and family.shape is Shape.GAP:
        turns = _from_first_sentence(flow, turns)
    flow, header = read_header(flow, turns)
    if end < len(whole.blocks):
        read_appended(evolve(whole, blocks=whole.blocks[end:]), header)
    return flow, family, header


_BOARD = {"理事長": Role.CHAIR, "副理事長": Role.DEPUTY_CHAIR, "理事": Role.MEMBER, "監事": Role.MEMBER, "役員": Role.MEMBER}
"""Who sits on a board of directors; elsewhere its officers come from outside."""


def _is_board(profile: Profile | None, body: str | None) -> bool:
    """Whether the body is a board of directors of which nothing else is known."""
    return profile is None and body is not None and body.endswith("理事会")


def _resolver(profile: Profile | None, body: str | None) -> Resolver:
    if profile is None:
        return Resolver(roles=TitleRoles(_BOARD)) if _is_board(profile, body) else Resolver()
    return Resolver(roles=TitleRoles(profile.roles), rules=profile.rules)


def _is_meeting(meeting: Meeting) -> bool:
    return bool(meeting.date or meeting.number or meeting.attendees or meeting.venue or meeting.speeches or meeting.decisions)


def _above_sentences(flow: Flow, turns: frozenset[int]) -> frozenset[int]:
    """The labels alone on their lines that sentences stand below: a row of a list of people looks like one."""
    last = len(flow.blocks) - 1
    return frozenset(i for i in turns if i < last and flow.folded.find("。", flow.blocks[i + 1].start, flow.blocks[i + 1].end) >= 0)


def _from_first_sentence(flow: Flow, turns: frozenset[int]) -> frozenset[int]:
    """The turns from the first on that holds a sentence: 委員　早乙女　貢、財前　直人 above it is a row of a list of people."""
    first = min((i for i in turns if flow.folded.find("。", flow.blocks[i].start, flow.blocks[i].end) >= 0), default=0)
    return frozenset(i for i in turns if i >= first)


def _turns(flow: Flow, blocks: range, family: Family | None) -> frozenset[int]:
    if family is None:
        return frozenset()
    return frozenset(i for i in blocks if family.turn(flow, flow.blocks[i]) is not None)


def _of_venue(flow: Flow, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines of a place, without what stands below it and is none: the address at which the meeting is shown, other heads and counts."""
    return list(takewhile(lambda place: not _NO_VENUE.match(flow.folded, *place), places))


_NO_VENUE = regex(r" *(?:【[^】]*】$|(?:URL|ＵＲＬ) ?:|https?://|\([^()]{0,6}(?:要旨|要領|次第|概要|資料|一覧)\)$|(?:[^\s、。] ?){1,14}数(?: *\d+ ?[名人]?)?$|(?:午[前後] ?)?\d{1,2} ?(?:時|:\d{2})[^。]{0,12}(?:から|まで|~)$|(?:開 ?会|閉 ?会|開 ?議|散 ?会)[ :]+(?:午[前後]|\d{1,2} ?(?:時|:\d))|(?:副?会長|副?委員長|座長|委員) ?:|[^。]{12,}(?:した|ます|です)。)")
"""【オンライン配信URL】, （開催要旨）, 会議構成員及び現在総数, 開会　午後１時30分"""


def _joined(builder: Builder, places: Sequence[tuple[int, int]]) -> str:
    """A header value over several lines: one space where the lines meet."""
    return " ".join(filter(None, (_value(builder.flow.text[a:b]) for a, b in places)))


def _value(text: str) -> str:
    """A header value: a space that parts words stays as one, the bullet or the colon of a web page's list goes."""
    return re.sub(r"\s+", " ", text).strip().removeprefix("•").removeprefix(": ").removeprefix("- ").lstrip()


def _read_items(flow: Flow, header: HeaderDraft, body: BodyDraft, turns: frozenset[int], family: Family | None, roles: _Roles) -> None:
    """Fill each item with its entries, in the style its own blocks are written in."""
    cast = None
    if family is not None and turns and body.items:
        whole = range(body.items[0].first, body.tail)
        cast = read_cast_of(flow, whole, family, roles.of_turn, roles.bearer)
        if not body.printed:
            body.items = split_announced(flow, whole, header.listed, cast) or body.items
        elif len(header.listed) > 1:
            body.items = split_further(flow, body.items, header.listed, cast)
    elif body.items and not body.printed and header.listed:
        body.items = split_told(flow, range(body.items[0].first, body.tail), header.listed) or body.items
    if not body.printed and len(body.items) == len({listed.title for listed in header.listed}) == 1 and not body.items[0].title:
        # The one item of the list is what all of the body is about.
        only = header.listed[0]
        body.items[0].number, body.items[0].label, body.items[0].title, body.items[0].section = only.number, only.label, only.title, only.section
    # Looked for only where an item is no transcript.
    legend = cache(lambda: find_legend(flow, range(header.body, body.tail)))
    lead = next((s.label.words for s in reversed(header.of(LabelKind.BODY))), "")
    usual: set[str] = set()
    begin = flow.blocks[body.items[0].first].start if body.items and body.items[0].first < len(flow.blocks) else 0
    for item in body.items:
        item.entries += _read_item(flow, item, turns, family, cast, legend, roles, lead, usual, begin)
        item.entries = _without_sort(flow, item.entries)
        last = flow.words(flow.blocks[item.last - 1]) if item.last > item.first else ""
        # …次のとおり。なお、【回答】は事務局による。
        last = _ADDED.sub("", last)
        if introduces(last) and _BELOW.search(last):
            # 主な意見は以下のとおり。 above the themes leads to the opinions under each.
            lead = last
    if cast is not None:
        _give_opening(body.items)
        _settle_above(body.items)


def _read_item(
    flow: Flow,
    item: ItemDraft,
    turns: frozenset[int],
    family: Family | None,
    cast: Cast | None,
    legend: Callable[[], Legend | None],
    roles: _Roles,
    lead: str,
    usual: set[str],
    begin: int,
) -> list[Entry]:
    """The entries of one item.

    ``lead`` is the label above the items, which may lead to opinions (主な意見), ``usual`` are the marks that opened opinions so far, ``begin`` is where the first item does.
    """
    blocks = range(item.first, item.last)
    if cast is not None and family is not None and any(i in turns for i in blocks) and not (
        answers_in_brackets(flow, blocks, turns) or _are_tags(family, legend) or _head_points(flow, blocks, turns, family)
    ):
        return read_transcript(flow, blocks, family, cast=cast, reported=_one_block, occasion=_occasion(item.title))
    other = _other_family(flow, blocks, turns, family) if family is not None and cast is not None else None
    if other is not None:
        return read_transcript(flow, blocks, other, cast=read_cast_of(flow, blocks, other, roles.of_turn, roles.bearer), reported=_one_block, occasion=_occasion(item.title))
    own = [i for i in blocks if not _is_heading(flow, item.heading, i)]
    title = item.title if introduces(item.title) else lead
    return read_opinions(flow, own, legend(), sentence=lambda part: read_reported(flow, part, item.title, roles), title=title, item=item.title, usual=usual, begin=begin)


def _other_family(flow: Flow, blocks: range, turns: frozenset[int], family: Family) -> Family | None:
    """The family of an item where the same people speak under marks of another shape: 森会長：…, where elsewhere ○森会長　… stands."""
    if any(i in turns for i in blocks):
        return None
    found = find_family(flow, blocks)
    return found if found is not None and len(found.labels & family.labels) > 1 else None


def _without_sort(flow: Flow, entries: list[Entry]) -> list[Entry]:
    """The entries without a result in brackets behind the title, where a label below tells another: …試験（継続審査） / 審議結果：承認."""
    first, rest = entries[:1], entries[1:]
    behind = isinstance(first[0], Decided) and first[0].rule == "result" and flow.folded[first[0].start - 1] == "(" if first else False
    told = behind and any(isinstance(entry, Decided) and entry.rule == "result" for entry in rest)
    return rest if told else entries


def _are_tags(family: Family, legend: Callable[[], Legend | None]) -> bool:
    """Whether the legend explains the labels of a family, one character each: (質)は委員の質問, 病)＝病院."""
    if family.shape not in (Shape.BRACKET, Shape.CLOSING) or any(len(label) > 1 for label in family.labels):
        return False
    known = legend()
    closing = BRACKETS.get(family.mark, ")")
    return known is not None and any(f"{family.mark}{label}{closing}" in known.voices for label in family.labels)


def _head_points(flow: Flow, blocks: range, turns: frozenset[int], family: Family) -> bool:
    """Whether labels alone on their lines stand above points of a list, and open no turns: 委員 / ・指摘の件数が増えている。"""
    below = [flow.folded[flow.blocks[i + 1].start] for i in blocks if i in turns and i + 1 in blocks]
    return family.shape is Shape.LINE and len(below) > 1 and all(first == below[0] and first in POINTS for first in below)


_ADDED = regex(r"(?<=。)なお、[^。]*(?:回答|答弁|意見|質問|質疑|順不同|敬称)[^。]*。$")
_BELOW = regex(r"(?:以下|次|下記)の(?:とおり|通り|よう)[^。]{0,24}。?$")
_OPENS = regex(r"開 ?会(?:の?(?:宣言|宣告))?")
_ELECTS = regex(r"(?:委員長|会長|座長|議長|部会長|理事長)(?:[・、及び]*(?:副委員長|副会長|職務代理者?|副座長|副議長|副部会長))?(?:等)?の?(?:互選|選出|選任|選挙)")


def _occasion(title: str) -> Occasion:
    """What an item is for, by its title."""
    words = fold(title)
    if _OPENS.fullmatch(words):
        return Occasion.OPENING
    if _ELECTS.search(words):
        return Occasion.ELECTION
    return Occasion.GREETING if _GREETS.search(words) else Occasion.DEBATE


_GREETS = regex(r"(?:挨拶|あいさつ)(?:$|[、・(]|及び|並びに|と)|^閉 ?会$|(?:諮問書?|答申書?|委嘱状|辞令書?)の?(?:手交|交付|伝達)")


def _give_opening(items: list[ItemDraft]) -> None:
    """In a transcript the turns before the first printed heading belong to its item."""
    if len(items) > 1 and not items[0].title and items[0].number is None:
        items[1].entries = [*items[0].entries, *items[1].entries]
        items[1].first = items[0].first
        del items[0]


def _settle_above(items: Sequence[ItemDraft]) -> None:
    """What the chair says was decided before he announces the next item, in one turn, is of the item before."""
    for item, following in pairwise(items):
        earlier = [entry for entry in following.entries if isinstance(entry, Decided) and entry.end <= following.announced]
        if earlier:
            item.entries += earlier
            following.entries = [entry for entry in following.entries if entry not in earlier]


def _record_kind(agenda: Sequence[AgendaItem], body: BodyDraft) -> RecordKind:
    """What sort of record its contents make it, where the title does not say: most speeches verbatim, or nothing but opinions and results."""
    said = [entry for item in body.items for entry in item.entries if isinstance(entry, Said)]
    listed = all(entry.rule.startswith("opinion") for entry in said)
    modes = [speech.mode for item in agenda for speech in item.speeches]
    if modes.count(SpeechMode.VERBATIM) * 2 > len(modes) and not listed:
        return RecordKind.TRANSCRIPT
    decided = any(item.decisions for item in agenda)
    return RecordKind.OUTLINE if listed and (said or decided) else RecordKind.SUMMARY


def _without_bare(items: Sequence[ItemDraft]) -> list[ItemDraft]:
    """The items, those apart that have neither a heading nor anything said: their lines join a neighbour.

    What stands above the first item of a section leads to that one.
    """
    kept: list[ItemDraft] = []
    waiting: list[Entry] = []
    for at, item in enumerate(items):
        following = items[at + 1] if at + 1 < len(items) else None
        bare = not item.title and item.number is None and all(isinstance(e, Told) for e in item.entries)
        leads = following is not None and following.section is not None and bool(kept) and following.section != kept[-1].section
        if bare and kept and not leads:
            kept[-1].entries += item.entries
        elif bare and len(items) > 1:
            waiting += item.entries
        else:
            item.entries = [*waiting, *item.entries]
            waiting = []
            kept.append(item)
    return kept or list(items)


def _is_heading(flow: Flow, heading: tuple[int, int] | None, index: int) -> bool:
    return heading is not None and flow.blocks[index].start == heading[0] and flow.blocks[index].end == heading[1]


def _one_block(flow: Flow, block: Block) -> list[Entry]:
    return read_reported(flow, [bisect_left(flow.blocks, block.start, key=lambda one: one.start)])
