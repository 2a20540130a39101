"""What a list says of how its people came: marks with their legend, absences told in words."""

from __future__ import annotations

from attrs import define, evolve, field

from minutes_model.grammar.list_people import PersonDraft, State
from minutes_model.grammar.list_stacks import Stacks
from minutes_model.grammar.list_words import NOTHING
from minutes_model.model.enums import Presence
from minutes_model.patterns import regex
from minutes_model.people.plausible import title_suffix
from minutes_model.text import squeeze

__all__ = ["LEGEND", "Presences"]

LEGEND = regex(r"([◎○●◇☆★△▲×])(?:[:=]|印?[はが])? ?([^\s、。:=◎○●◇☆★△▲×()]{2,14})")
_WAY = regex(r"[(※ ]*(?P<mark>[*☆★※◇△▲]|\[[^\[\]]{1,4}\]) *印?(?:は|:|=)、? *(?P<way>[^。、]{0,24}(?:出席|参加|欠席|退席|早退|遅参)[^。、]{0,6})\)?")
"""＊はウェブ会議システムによる出席: how those came whose names a mark stands beside."""
_WAY_BESIDE = regex(r"(?P<mark>[○●△▽▲▼×]) ?(?P<way>途中[出退]席|遅参|遅刻|早退|欠席|(?:代理)?出席|オンライン(?:出席|参加)?)")
"""（◎会長　△途中出席　×欠席）"""
_WAY_TOLD = regex("[^、。]{0,12}(?:出席|参加|欠席|退席|早退|遅参|遅刻)")
_AWAY = regex(r"[(※ ]*(?P<who>(?:[^。()]|\([^()]{1,3}\)){2,40}?)は、?[^。]{0,16}?欠席(?:した|され|する|$|[。)])")
_AWAY_WHOLE = regex(r"\( *欠席(?:委員|議員|者)? *[: ] *(?P<who>[^()]{2,60}(?:\([^()]{1,3}\)[^()]{1,40})*)\)")


@define(eq=False, repr=False)
class Presences(Stacks):
    """Lists whose marks and remarks tell how people came, or that they did not; ``ways`` are how those came whose names bear a mark."""

    ways: list[tuple[str, str]] = field(factory=list)

    def _away_whole(self, start: int, end: int, state: State) -> bool:
        """（欠席　蜂須賀 怜 委員）: a line that tells in brackets who was absent."""
        found = _AWAY_WHOLE.fullmatch(self.folded, start, end)
        if found is None or NOTHING.match(squeeze(found["who"])):
            return False
        self._entries(*self._trim(*found.span("who")), evolve(state, presence=Presence.ABSENT))
        return True

    def _noted_label(self, note: str) -> list[tuple[str, str]]:
        """What a note behind a label tells of marks: 出席者（敬称略。◎は座長、※はオンライン参加）; the titles are kept, the ways of coming given."""
        self.marks.update(pair for pair in LEGEND.findall(note) if title_suffix(pair[1]) == pair[1])
        return [(found["mark"], squeeze(found["way"])) for pattern in (_WAY, _WAY_BESIDE) for found in pattern.finditer(note)]

    def _legend(self, words: str) -> bool:
        pairs = LEGEND.findall(words)
        if not pairs or not (words.startswith(("(", "※", "注")) or len(pairs) > 1):
            return False
        titles = {mark: title for mark, title in pairs if title_suffix(title) == title}
        ways = [(mark, way) for mark, way in pairs if mark not in titles]
        if not titles or not all(_WAY_TOLD.fullmatch(way) for _, way in ways):
            return False
        self.marks.update(titles)
        # ◎：座長　△：オンラインで出席, above those who bear the marks
        self.ways += ways
        if words[0] not in "(※注" and not LEGEND.match(words):
            return False
        self._rank_by_marks()
        return True

    def _rank_by_marks(self) -> None:
        """Those listed above a legend, whose names bear its marks."""
        for person in self.found:
            person.title = self.marks.get(self.folded[person.start], person.title)

    def _way(self, start: int, end: int) -> bool:
        """Whether a line tells how those came whose names bear a mark."""
        found = _WAY.fullmatch(self.folded, start, end)
        if found is None:
            return False
        way = squeeze(found["way"])
        way = way if "(" in way else way.rstrip(")")
        if self._came(found["mark"], way) == 0:
            # （※印はオンラインによる出席）, above those who did
            self.ways.append((found["mark"], way))
        return True

    def _came(self, mark: str, way: str) -> int:
        """Note how those came whose names bear a mark, and give how many they are."""
        marked = [person for person in self.found if mark in (self.folded[person.start], person.mark) or self.folded.endswith(mark, person.start, person.end)]
        for person in marked:
            self._noted(person, [way])
        return len(marked)

    def _absence(self, start: int, end: int, state: State) -> bool:
        """（佐藤進委員は所用により欠席）: absence told in words."""
        words = self._words(start, end)
        found = _AWAY.match(words) if "欠席" in words else None
        if found is None:
            return False
        before = len(self.found)
        self._entries(*self._trim(start + found.start("who"), start + found.end("who")), evolve(state, presence=Presence.ABSENT))
        self.found[before:] = [person for person in self.found[before:] if not self._listed_before(person, before)]
        return True

    def _listed_before(self, absent: PersonDraft, count: int) -> bool:
        """Whether a list names somebody whose absence is told below it; he is marked there."""
        for person in self.found[:count]:
            if person.name and (person.name, person.title) == (absent.name, absent.title):
                person.presence = Presence.ABSENT
                return True
        return False
