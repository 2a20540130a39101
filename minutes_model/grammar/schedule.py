"""When and where: the day, the opening and closing times, the next meeting.

Every date goes through `minutes_model.era`. A date is taken from its label, else from the title,
else from the sentence that says the meeting was held; never from a publication line, never guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import define, evolve, field

from minutes_model.diagnostics import CODES, Diagnostic
from minutes_model.era import (
    DateExpression,
    EraDate,
    EraError,
    EraRangeError,
    FiscalYear,
    find_dates,
)
from minutes_model.era.expressions import find_all
from minutes_model.grammar.agenda import BodyDraft
from minutes_model.grammar.draft import Slice
from minutes_model.grammar.header_draft import HeaderDraft, Section
from minutes_model.grammar.label_words import LabelKind
from minutes_model.grammar.stages import find_clock
from minutes_model.layout import Flow
from minutes_model.patterns import regex
from minutes_model.spans import Span
from minutes_model.text import squeeze

__all__ = ["Schedule", "find_next_meeting", "read_schedule", "weekday_slips"]

_OPENED = regex(r"[ ]*(?:開会|開議|開始|から|より|~|-)")
_CLOSED = regex(r"[ ]*(?:閉会|散会|終了|閉議|まで)")
_OPENING = regex(r"(?:開会|開議|開始|自)[ 時刻間:はの]*$")
_CLOSING = regex(r"(?:閉会|散会|終了|閉議|至)[ 時刻間:]*$")
_START_EVENTS = frozenset(["開会", "開議", "開始"])
_END_EVENTS = frozenset(["閉会", "散会", "閉議", "終了", "延会", "流会", "終会"])
_HELD = regex(r"開催|開会|開かれ|開議|挙行|[招召]集[しさ]|開き(?:ました|、)|開いた")
_TOLD_WHEN = regex(r"[\d一二三四五六七八九十元正午] ?[年月日時分午]")
"""What a sentence says of the day or the hour, which a title alone (開催結果) does not."""
_VENUE = regex(r"(?:(?:から|より|まで)?、|(?<=[時分半])(?:から|より|に)|(?<=[会議)])を)(?P<place>[^、。を]{2,40}?)(?:において|にて|で(?=、|開き|開い|開催)|に(?=[招召]集[しさ]))")
_CLOCK = regex(r"\d ?[時分]|正午")
_HALF = regex(r"午前|午後|正午|翌|AM|PM|am|pm")
_PART_OF_DAY = regex(r"[ \n、,/・;()\[\]<>【】]*(?:及び|並びに|と)?[ \n(\[<【]*(?:第?[\d一二三] ?部|(?:午[前後]|昼)の部|再開|後半|(?:休憩後|午後))?[ \n:)\]>】]*")
_HOURS_END = regex(r" *(?:まで)? *(?:\) *)?(?:\n|$|[、/])")
_NOON = 12
_WEEKDAY = regex(r"日[ 　]*[（(［\[][ 　]*[月火水木金土日]")
_NEXT = regex(r"次回(?:の[^。、]{1,20})?(?:は|会議|委員会|開催|日程|、|:|について)|(?:次の会議|次回)[^。]{0,30}(?:開催|予定)")


@define(eq=False, repr=False)
class Schedule:
    """What the document says of day, times and place, as far as dates go."""

    date: dt.date | None = None
    end_date: dt.date | None = None
    era_date: EraDate | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    venue: str | None = None
    fiscal_year: FiscalYear | None = None
    issues: list[Diagnostic] = field(factory=list)


@define(eq=False, repr=False)
class _Clockwork:
    """Takes expressions one after another into a schedule."""

    flow: Flow
    schedule: Schedule
    last: int = 0
    until: int = 0
    """Where the hours end that the last part of the meeting took."""

    def take(self, place: Slice, *, role: str = "", month: dt.date | None = None) -> None:
        """Read the dates and times of a part of the flow; ``month`` is that of days without one."""
        text = self.flow.text[slice(*place)]
        mentioned = list(find_all(text, self.schedule.date or month))
        if self.schedule.date is None:
            self.schedule.issues += [_impossible(e, place[0], self.flow) for e in mentioned if isinstance(e, EraRangeError)]
        for found in mentioned:
            if isinstance(found, EraRangeError):
                continue
            begin, end = place[0] + found.span.start, place[0] + found.span.end
            self.last = end
            self._day(found, place[0], role)
            if found.start_time is not None:
                self._time(found, max(place[0], begin - 8), begin, end, role)

    def _day(self, found: DateExpression, base: int, role: str) -> None:
        if self.schedule.date is not None and role == "close" and found.date is not None and found.date > self.schedule.date:
            self.schedule.end_date = found.date
        if self.schedule.date is not None or (found.date is None and found.kind.name not in ("DATETIME_RANGE", "RANGE", "DATES")):
            return
        day = found.date or found.start
        if day is None:
            return
        self.schedule.date, self.schedule.era_date = day, found.era_date
        if found.end and found.end != day:
            self.schedule.end_date = found.end
        self.schedule.issues += [_placed(issue, base, self.flow) for issue in found.issues]

    def _time(self, found: DateExpression, near: int, begin: int, end: int, role: str) -> None:
        schedule, folded = self.schedule, self.flow.folded
        before, after = folded[near:begin], folded[end : end + 8]
        opens = schedule.start is None and not _CLOSING.search(before) and (role == "open" or bool(_OPENING.search(before)))
        # 開会　午前９時30分　　閉会　午前10時14分, below the time for which the members were called.
        closes = role == "close" or (not opens and _OPENING.search(before) is None and bool(_CLOSED.match(after) or _CLOSING.search(before)) and found.end_time is None)
        if closes and schedule.end is None:
            self._close(found, begin, end)
        elif schedule.start is None:
            schedule.start, schedule.end = found.start_time, found.end_time or schedule.end
            self.until = end if found.end_time else 0
        elif self._goes_on(found, begin, end):
            schedule.end, self.until = found.end_time, end
        elif schedule.end is None and found.end_time is None and found.start_time != schedule.start and not _OPENED.match(after) and not re.search("休憩|再開", before + after):
            self._close(found, begin, end)
        if schedule.end and found.end_day_offset and schedule.date:
            schedule.end_date = schedule.date + dt.timedelta(days=found.end_day_offset)

    def _goes_on(self, found: DateExpression, begin: int, end: int) -> bool:
        """Whether hours behind others are those of a further part: 10:00～12:00、13:00～14:30; 午前の部　… / 午後の部　…."""
        if not self.until or found.start_time is None or found.end_time is None or found.date is not None:
            return False
        later = self.schedule.end is not None and found.start_time >= self.schedule.end and found.end_time > found.start_time
        # 11:15～12:00（現地視察）: hours of something else.
        return later and _PART_OF_DAY.fullmatch(self.flow.folded, self.until, begin) is not None and _HOURS_END.match(self.flow.folded, end) is not None

    def _close(self, found: DateExpression, begin: int, end: int) -> None:
        """The closing time; 午後 carries to it from the opening: 午後２時開会、４時閉会."""
        schedule, time = self.schedule, found.start_time
        bare = not _HALF.search(self.flow.folded, max(0, begin - 3), end)
        if time is not None and bare and schedule.start and time < schedule.start and time.hour < _NOON <= schedule.start.hour:
            later = time.replace(hour=time.hour + _NOON)
            time = later if later > schedule.start and not found.start_day_offset else time
        schedule.end = time
        if found.start_day_offset and schedule.date and not schedule.end_date:
            schedule.end_date = schedule.date + dt.timedelta(days=found.start_day_offset)


def _impossible(error: EraRangeError, base: int, flow: Flow) -> Diagnostic:
    span = error.span or Span(0, 1)
    code = "MM106" if "years differ" in error.reason else "MM101"
    return _placed(CODES[code].at(f"{error.reason}: {error.text}", span), base, flow)


def _placed(issue: Diagnostic, base: int, flow: Flow) -> Diagnostic:
    """An issue of an expression, at its place in the source."""
    if issue.span is None:
        return issue
    start, end = base + issue.span.start, base + issue.span.end
    return evolve(issue, span=Span(*flow.source_span(start, max(end, start + 1))))


def read_schedule(flow: Flow, header: HeaderDraft, body: BodyDraft) -> Schedule:
    """The day and the times of the meeting."""
    schedule = Schedule()
    clock = _Clockwork(flow, schedule)
    for section in _held(header):
        places = section.places()
        for place in places:
            clock.take(place)
        if "場所" in section.label.words:
            schedule.venue = _rest_as_venue(flow, places, clock.last) or schedule.venue
    if schedule.start is None and not header.of(LabelKind.OPEN):
        _from_hours(flow, header, clock)
    for kind, role in ((LabelKind.OPEN, "open"), (LabelKind.CLOSE, "close")):
        for section in header.of(kind):
            for place in section.places():
                clock.take(place, role=role)
            if "場所" in section.label.words and schedule.venue is None:
                schedule.venue = _rest_as_venue(flow, section.places(), clock.last)
    if schedule.date is None:
        _from_title(flow, header, clock)
    if schedule.start is None or schedule.end is None:
        _from_stages(flow, schedule, clock)
    if schedule.date is None or schedule.start is None or (schedule.venue is None and not header.of(LabelKind.VENUE)):
        _from_prose(flow, header, body, clock)
    if schedule.end is None and schedule.date is not None:
        _from_closing(flow, schedule)
    schedule.fiscal_year = _fiscal_year(header.title.year)
    if schedule.start and schedule.end and schedule.end < schedule.start and not schedule.end_date and not any(i.code == "MM104" for i in schedule.issues):
        message = f"the end lies before the start: {schedule.start:%H:%M} to {schedule.end:%H:%M}, read as written"
        schedule.issues.append(CODES["MM104"].at(message, Span(*flow.source_span(clock.last - 1, clock.last))) if clock.last else CODES["MM104"].at(message))
    return schedule


_AT = r"(?:午[前後] ?)?\d{1,2} ?(?:時 ?(?:\d{1,2} ?分|半)?|: ?\d{2})"
_HOURS = regex(rf"[^\d。]{{0,12}}(?P<hours>{_AT} ?(?:[~-]|から) ?{_AT}(?:まで)?) *$")
"""○概　：　要　13：30～15：25: the hours of the meeting, alone on a line below some other label."""
_FROM_HOUR, _TO_HOUR = regex(rf" *{_AT}(?:から|より|~) *"), regex(rf" *{_AT}(?:まで)? *")
"""10時00分から / 11時50分まで"""


def _from_hours(flow: Flow, header: HeaderDraft, clock: _Clockwork) -> None:
    """The hours that stand on a line of their own, which a page read column by column leaves under any label."""
    labelled = (place for section in header.sections if section.label.kind is not LabelKind.AGENDA for place in section.places())
    places = [*header.title.banners, *labelled]
    found = next((hours for place in places if (hours := _HOURS.match(flow.folded, *place)) is not None), None)
    if found is not None:
        clock.take(found.span("hours"))
        return
    for section in header.sections:
        for begins, ends in pairwise(section.places()):
            if _FROM_HOUR.fullmatch(flow.folded, *begins) and _TO_HOUR.fullmatch(flow.folded, *ends):
                clock.take(begins, role="open")
                clock.take(ends, role="close")
                return


def _held(header: HeaderDraft) -> list[Section]:
    """The labels that give the day; when the members were called (招集年月日) is another one where both are told."""
    days = header.of(LabelKind.DATE)
    held = [section for section in days if not section.label.words.startswith(("招集", "召集"))]
    return held or days


def _rest_as_venue(flow: Flow, places: Sequence[Slice], last: int) -> str | None:
    """In a merged label, what follows the date and the time is the place."""
    rest = [(max(a, last), b) for a, b in places if b > last]
    words = []
    for start, end in rest:
        text = re.sub(r"^[ 　]*(?:までの間|の間|まで|から|開会|開始|~|～|、|於|場所)*[ 　:：、]*", "", flow.text[start:end]).strip()
        if text:
            words.append(re.sub(r"\s+", " ", text))
    return " ".join(words) or None


def _from_title(flow: Flow, header: HeaderDraft, clock: _Clockwork) -> None:
    places = [*header.title.lines, *header.title.dates]
    held = [p for p in places if "開催" in flow.folded[slice(*p)]]
    for place in [*held, *places]:
        if clock.schedule.date is None:
            clock.take(place)
    for section in header.sections:
        if clock.schedule.date is None and section.label.kind is LabelKind.OPEN:
            for place in section.places():
                clock.take(place)
    year = _fiscal_year(header.title.year)
    for start, end in header.title.lines if year is not None and clock.schedule.date is None else ():
        day = _DAY_IN_BRACKET.search(flow.folded, start, end)
        if day is not None and year is not None:
            # 令和２年度 … （１月２１日）: of a fiscal year every day comes once.
            clock.take(day.span("day"), month=dt.date(year.year + (int(day["month"]) < _APRIL), 1, 1))


    if clock.schedule.date is None:
        _from_day_of_schedule(flow, header, clock)


def _from_day_of_schedule(flow: Flow, header: HeaderDraft, clock: _Clockwork) -> None:
    """The day that the schedule of a sitting prints, of the year in the title: 令和三年第二回臨時会会議録 … 八月六日議事日程第一号."""
    years = (found[0] for line in header.title.lines if (found := _YEAR_OF_TITLE.search(flow.folded, *line)))
    first = next((day.date for year in years for day in find_dates(f"{year}1月1日") if day.date is not None), None)
    for section in header.of(LabelKind.AGENDA) if first is not None else ():
        day = _DAY_OF_SCHEDULE.match(flow.folded, section.label.start)
        if day is not None and clock.schedule.date is None:
            clock.take(day.span("day"), month=first)


_YEAR_OF_TITLE = regex(r"(?:令和|平成|昭和) ?(?:\d{1,2}|元|[一二三四五六七八九十]{1,3}) ?年(?! ?度)")
_DAY_OF_SCHEDULE = regex(r" *(?P<day>(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?日) ?議 ?事 ?日 ?程")
_DAY_IN_BRACKET = regex(r"\((?P<day>(?P<month>\d{1,2}) ?月 ?\d{1,2} ?日)")
_APRIL = 4


def _from_stages(flow: Flow, schedule: Schedule, clock: _Clockwork) -> None:
    """Opening and closing printed as lines of their own: 午前10時開議, 午後3時25分閉会."""
    for event in find_clock(flow, range(len(flow.blocks))):
        # 午 後 ３ 時 15 分　閉 会: spelt out, as headings are.
        found = next(find_dates(squeeze(flow.text[slice(*event.time)])), None)
        if found is None or found.start_time is None:
            continue
        if event.event in _START_EVENTS and schedule.start is None:
            schedule.start = found.start_time
        elif event.event in _END_EVENTS:
            schedule.end = found.start_time


_CLOSED_AT = regex(
    r"(?P<time>(?:午[前後] ?)?\d{1,2} ?(?:時(?: ?\d{1,2} ?分|半)?|:\d{2}))(?:に|、(?:[^。、]{2,8}[がは]、?)?)?(?:全ての|本日の)?(?:(?:会議|議事|審議|日程|[^。、]{0,6}会)を)?"
    r"(?:(?:閉会|散会|終了)(?:した|となった|を宣(?:した|言した|告した)|を告げた)|閉じた|終えた)。"
)
"""午前11時20分、議長が閉会を宣した。"""
_HOUR_LAST = regex(r"^ *\(? *時に、? ?(?P<time>午 ?[前後][^、。()]{2,14}[時分半]) *\)?$", re.M)
"""（時に午後三時四十分）, alone on its line."""
_CLOSES = regex("閉会|散会|閉議|終了|終わり|閉じ")
_LAST = 12
"""In how many of the last paragraphs a record tells when the meeting closed."""


def _from_closing(flow: Flow, schedule: Schedule) -> None:
    """The end that a sentence at the close of the record tells: 以上で審議を終え、午前11時20分に閉会した。"""
    last = flow.blocks[-_LAST:]
    for block, above in zip(reversed(last), [*reversed(last[:-1]), None], strict=True):
        told = list(_CLOSED_AT.finditer(flow.folded, block.start, block.end))
        if not told and above is not None and _CLOSES.search(flow.folded, above.start, above.end) is not None:
            told = list(_HOUR_LAST.finditer(flow.folded, block.start, block.end))
        found = next(find_dates(flow.text[slice(*told[-1].span("time"))]), None) if told else None
        if found is not None and found.start_time is not None and found.start_time != schedule.start:
            schedule.end = found.start_time
            return


def _from_prose(flow: Flow, header: HeaderDraft, body: BodyDraft, clock: _Clockwork) -> None:
    """平成26年4月4日（金）午前10時から、…において、…を開催した。"""
    labelled = min((section.label.start for section in header.sections), default=0)
    above = [(b.start, b.end) for b in flow.blocks[: header.body] if b.end <= labelled]
    near = [(b.start, b.end) for b in flow.blocks[max(0, header.body - 2) : header.body + 3]]
    for start, end in (*header.title.banners, *above, *near):
        first = flow.folded[start:end].split("。")[0]
        if _HELD.search(first) and _TOLD_WHEN.search(first) and (start, end) not in header.title.lines:
            if clock.schedule.date is None or clock.schedule.start is None:
                clock.take((start, start + len(first)), month=_month_in(flow.text[start : start + len(first)]))
            venue = _venue_in(first)
            if venue and clock.schedule.date and clock.schedule.venue is None and not header.of(LabelKind.VENUE):
                clock.schedule.venue = flow.text[start + venue.start("place") : start + venue.end("place")]
            _prose_start(flow, clock)
            _prose_end(flow, clock)
            return


def _month_in(sentence: str) -> dt.date | None:
    """The month whose day comes later in the sentence: ２０２３年９月の…審議会は、２１日（木）、…."""
    return next((found.start for found in find_dates(sentence) if found.kind.name == "MONTH"), None)


def _venue_in(sentence: str) -> re.Match[str] | None:
    """The place a sentence names; a stretch of time before it is none: 11時40分まで、議会棟第１委員会室において."""
    found = _VENUE.search(sentence)
    while found is not None and _CLOCK.search(found["place"]):
        found = _VENUE.search(sentence, found.start() + 1)
    return found


def _prose_start(flow: Flow, clock: _Clockwork) -> None:
    """会議は午後４時に始まり、: when a meeting told in prose began."""
    found = _BEGAN.search(flow.folded, 0, _ABOVE) if clock.schedule.start is None and clock.schedule.date is not None else None
    if found is not None:
        clock.take(found.span("time"), role="open")


_BEGAN = regex(r"(?:会(?:議|合|)?|開会|開始)は、?(?P<time>(?:午[前後] ?)?\d{1,2} ?(?:時(?: ?\d{1,2} ?分|半)?|:\d{2}))(?:に(?:始ま|開会し|開始し|開かれ)|、|で)")
_ABOVE = 1500
"""Within how many characters a record tells in prose when the meeting began."""


def _prose_end(flow: Flow, clock: _Clockwork) -> None:
    if clock.schedule.end is not None or clock.schedule.date is None:
        return
    for found in _ENDED.finditer(flow.folded):
        for expression in find_dates(flow.text[found.start() : found.end()]):
            if expression.start_time is not None:
                clock.schedule.end = expression.start_time


_ENDED = regex(r"[^。]{4,24}(?:に|、[^。、]{2,8}[がは]、?)(?:閉会|終了|散会)(?:し|を宣|を告げ|となった)|(?:閉会|散会|終了)は、?[^。、]{3,16}(?:でした|であった|です|である)")
"""午後４時に閉会し, 閉会は午後８時40分でした"""


def _fiscal_year(words: str | None) -> FiscalYear | None:
    if not words:
        return None
    try:
        return FiscalYear.parse(words)
    except EraError:
        return None


def find_next_meeting(flow: Flow, header: HeaderDraft, body: BodyDraft, anchor: dt.date | None) -> DateExpression | None:
    """The date given for the next meeting (次回), by label or in a sentence; its span is of the source."""
    for place in _next_places(flow, header, body):
        for found in find_dates(flow.text[slice(*place)], anchor=anchor):
            if found.kind.name in ("DATE", "DATETIME", "DATETIME_RANGE", "MONTH", "RANGE", "DATES"):
                start, end = place[0] + found.span.start, place[0] + found.span.end
                return evolve(found, span=Span(*flow.source_span(start, end)))
    return None


def _next_places(flow: Flow, header: HeaderDraft, body: BodyDraft) -> Iterator[Slice]:
    for section in header.of(LabelKind.NEXT):
        yield from section.places()
    if "次回" not in flow.folded and "次の会議" not in flow.folded:
        return
    for index in range(len(flow.blocks) - 1, max(header.body - 1, len(flow.blocks) - 60, -1), -1):
        block = flow.blocks[index]
        words = flow.words(block)
        found = _NEXT.search(words) if "次" in words else None
        if found:
            stop = words.find("。", found.start())
            yield block.start + found.start(), block.start + stop if stop > 0 else block.end
            if block.end - block.start < 20 and index + 1 < len(flow.blocks):
                following = flow.blocks[index + 1]
                yield following.start, following.end


def weekday_slips(flow: Flow, known: Iterable[Span | None]) -> list[Diagnostic]:
    """A diagnostic for every date of the document whose weekday does not fit, once each."""
    taken = {span for span in known if span is not None}
    slips: list[Diagnostic] = []
    for found in _WEEKDAY.finditer(flow.text):
        base = max(0, found.start() - 26)
        for expression in find_dates(flow.text[base : found.end() + 3]):
            if expression.span.end + base < found.end() - 1:
                continue
            placed = [_placed(issue, base, flow) for issue in expression.issues if issue.code in ("MM101", "MM102", "MM103", "MM106")]
            slips += [d for d in placed if d.span not in taken]
            taken |= {d.span for d in placed if d.span is not None}
    return slips
