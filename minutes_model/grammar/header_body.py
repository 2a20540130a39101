"""The body's name, and the number of the meeting, where the title has none."""

from __future__ import annotations

import re

from minutes_model.grammar.draft import Slice
from minutes_model.grammar.header_draft import HeaderDraft, Section
from minutes_model.grammar.headings import find_heading
from minutes_model.grammar.label_words import LabelKind
from minutes_model.grammar.title import BODY_NAME, body_in, read_title
from minutes_model.layout import Block, Flow
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["count_in_label", "fuller_in_label", "name_elsewhere"]

_SEVERAL = 2


def count_in_label(flow: Flow, header: HeaderDraft) -> None:
    """The number under a label of its own: 〔回　　数〕第58回."""
    for section in header.sections:
        for place in section.places() if section.label.words in _COUNT_LABELS else ():
            found = re.search(r"第? ?(\d{1,4}) ?回", flow.folded[slice(*place)])
            if found is not None:
                header.title.number, header.title.session_label = int(found[1]), squeeze(flow.text[place[0] + found.start() : place[0] + found.end()])
                return
        if _NAME_LABEL.fullmatch(section.label.words) or section.label.words == "件名":
            # 件名　令和元年度 第3回…監視委員会, below a title without the number.
            draft = read_title(flow, [Block(*place, 0, 0) for place in section.places()[:1]])
            own = section.label.words != "件名"
            if draft.number is not None and draft.body is not None and header.title.body and (draft.body == header.title.body or (own and draft.body.endswith(header.title.body))):
                # 第１回花隈市学校給食センター運営委員会, below 学校給食センター運営委員会の会議概要
                header.title.number, header.title.session_label, header.title.body = draft.number, draft.session_label, draft.body
                return


    _count_in_title_again(flow, header)


def _count_in_title_again(flow: Flow, header: HeaderDraft) -> None:
    """The number in a title below that of the notice which the record is attached to: 別　添 / 灘川局入札監視委員会　令和５年度第４回定例会議　審議概要."""
    body = header.title.body
    first = min((section.label.start for section in header.of(LabelKind.DATE, LabelKind.VENUE, LabelKind.PEOPLE)), default=0)
    for block in flow.blocks[: header.body] if body else ():
        if block.start >= first:
            return
        words = flow.words(block)
        if body and len(words) <= _LONGEST_TITLE and "。" not in words and squeeze(words).startswith(squeeze(body)) and "回" in words:
            draft = read_title(flow, [block])
            if draft.number is not None and draft.record is not None:
                header.title.number, header.title.session_label = draft.number, draft.session_label
                return


def fuller_in_label(flow: Flow, header: HeaderDraft) -> str | None:
    """The body's name with whose it is, under a label of its own: 地域審議会, and 会議名　灘川市地域審議会; None where no label has it."""
    body = squeeze(header.title.body or "")
    for section in header.sections if body else ():
        named = [squeeze(flow.text[slice(*place)]) for place in section.places()[:1]] if _NAME_LABEL.fullmatch(section.label.words) else []
        if named and named[0].endswith(body) and _WHOSE.fullmatch(named[0].removesuffix(body)):
            return named[0]
    return None


_WHOSE = regex(r"[一-龥々ヶァ-ヴぁ-んー]{1,8}[都道府県市区町村]")
_LONGEST_TITLE = 80
_COUNT_LABELS = frozenset(("回数", "開催回", "開催回数", "会議の回数"))


def name_elsewhere(flow: Flow, header: HeaderDraft) -> str | None:
    """The body's name where the title has none: in a label of its own, the venue, a document's name, a heading."""
    for section in header.sections:
        if _NAME_LABEL.fullmatch(section.label.words):
            # 令和３年度第１回 / 柚木原町国民健康保険運営協議会: the number on a line of its own.
            for place in _with_kind(flow, section.places()[:_SEVERAL]):
                draft = read_title(flow, [Block(place[0], place[1], 0, 0)])
                if header.title.number is None:
                    header.title.number, header.title.session_label = draft.number, draft.session_label
                if draft.body:
                    return draft.body
                if _ONLY_COUNT.fullmatch(flow.folded, *place) is None:
                    return squeeze(flow.text[slice(*place)]) or None
    venues = header.of(LabelKind.VENUE)
    listed = _of_several(venues)
    for section in [*header.of(LabelKind.OTHER), *venues]:
        for place in section.places() if section not in listed else ():
            name = body_in(flow.text[slice(*place)])
            if name:
                return name
    opened = _opened_body(flow, header)
    if opened is not None:
        return opened
    # The first sentence of the body may tell where the meeting was held: …、鳴瀬県収用委員会審理室において…開催し.
    first = flow.blocks[header.body] if header.body < len(flow.blocks) else None
    held = first is not None and "開催" in flow.words(first).split("。")[0]
    above = flow.text if first is None else flow.text[: first.end if held else first.start]
    for start, end in (place for section in [*listed, *(section for section in _of_several(header.of(LabelKind.DATE)) if sum(_HOUR.search(flow.folded, *place) is not None for place in section.places()) >= _SEVERAL)] for place in section.places()):
        # When and where each of several met: 総会 / 第１会議室 / 絵画彫刻委員会 / 第２会議室.
        above = above[:start] + "、" * (end - start) + above[end:]
    name = body_in(above[:1500].replace("\n", "、"))
    if name is not None and header.title.number is None:
        _count_beside(flow, header, name)
    return name or _body_in_headings(flow, header.body)


_HOUR = regex(r"\d ?(?:時|:\d{2})")


def _of_several(sections: list[Section]) -> list[Section]:
    """The labels that tell of several meetings, each on lines of its own."""
    return [section for section in sections if len(section.places()) > _SEVERAL]


_OPENS_BODY = regex(r"(?:ただいま|只今|これ)(?:から|より)、?(?P<name>[^。「」]{4,60}?)を(?:開会|開催|開き|開始|始め)")
_SPOKEN = 1500
"""In how many characters the chair tells what he opens."""


def _opened_body(flow: Flow, header: HeaderDraft) -> str | None:
    """The body that is opened in a record without a title: ただいまから令和７年第１回品坂区議会定例会を開会いたします。"""
    start = flow.blocks[header.body].start if header.body < len(flow.blocks) else 0
    found = _OPENS_BODY.search(flow.folded, start, start + _SPOKEN)
    if found is None or header.title.lines:
        return None
    draft = read_title(flow, [Block(*found.span("name"), 0, 0)])
    if draft.body is None or BODY_NAME.fullmatch(draft.body) is None or draft.body.startswith(("本日", "今回", "この", "当")):
        return None
    if header.title.number is None:
        header.title.number, header.title.session_label = draft.number, draft.session_label
    return draft.body


_KIND_BELOW = regex(r"[一-龥ぁ-んァ-ヴー]{0,12}(?:会議?|部会)")


def _with_kind(flow: Flow, places: list[Slice]) -> list[Slice]:
    """The places of a name, the last word of which a narrow cell may have cut: …子ども・子育て / 会議."""
    if len(places) < _SEVERAL or not _KIND_BELOW.fullmatch(flow.folded, *places[1]) or BODY_NAME.search(flow.folded, *places[0]) is not None or _ONLY_COUNT.fullmatch(flow.folded, *places[0]) is not None:
        return places
    return [(places[0][0], places[1][1])]


_ONLY_COUNT = regex(r" *(?:(?:令和|平成|昭和) ?(?:\d{1,2}|元) ?年 ?度? ?|\d{4} ?年 ?度? ?)?(?:第 ?\d{1,3} ?回)? *(?:(?:定例|臨時)会(?: *\([^()]*\))?)? *")
_NAME_LABEL = regex(r"(?:(?:会議|審議会|委員会|附属機関|付属機関)(?:等)?の?)?(?:名|名称)")


def _count_beside(flow: Flow, header: HeaderDraft, name: str) -> None:
    """The number told beside the body's name: 第655回番組審議委員会を４月15日に開催しました。"""
    found = re.search(rf"第 ?(?P<number>\d{{1,4}}) ?回 ?{re.escape(name)}", flow.folded[:1500])
    if found is not None:
        header.title.number, header.title.session_label = int(found["number"]), f"第{found['number']}回"


def _body_in_headings(flow: Flow, first: int) -> str | None:
    """The body's name in a heading of the body: （4）広域消防委員会への意見・要望文書等の措置について."""
    headings = (find_heading(flow, block) for block in flow.blocks[first:])
    addressed = (_ADDRESSED.match(h.title) for h in headings if h is not None)
    return next(filter(None, (body_in(found["name"]) for found in addressed if found is not None)), None)


_ADDRESSED = regex(r"(?P<name>[^、。]{3,40}?)(?:への|に対する|宛て?の)(?:御?意見|要望|苦情|請願|陳情|審査|諮問)")
