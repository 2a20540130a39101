"""Who came or left in the course of reported speech: ここで、両室長が退席した。"""

from __future__ import annotations

import re

from attrs import define

from minutes_model.grammar.agents import STAFF, trim
from minutes_model.grammar.contents import Contents
from minutes_model.grammar.draft import Moved, Said, Slice
from minutes_model.grammar.verbs import CUE
from minutes_model.model.enums import Change
from minutes_model.patterns import regex
from minutes_model.text import is_kanji

__all__ = ["Movements"]

_CLAUSES = 4
"""How many clauses may stand before who came or left."""
_JOIN = regex(r"(?P<who>[^。「」\n]{1,120}?)(?:が|は(?=[^。「」]{0,40}(?:から|より)(?:会議に)?出席し|[^。「」]{0,50}(?:遅れて|再び|再度|再入室し|に(?:到着|入室|着席|復席)し|席に戻)))(?P<rest>[^。「」]{0,60}?(?:出席|入室|着席|参加|入場|同席|陪席|到着|復席|加わ|席に戻)(?:しました|した|し、|され|っ|(?=。?$)))")
_LEAVE = regex(r"(?P<who>[^。「」\n]{1,120}?)(?:が|は)(?P<rest>[^。「」]{0,60}?(?:退席|退室|退出|退場|離席|中座)(?:しました|した|し、|され|って|(?=。?$)))")
_MOVED_FIRST = regex(r"[^。「」、]{2,60}?[がは][^。「」]{0,20}?(?:(?:退|入|再入)室|退席|退出|(?:退|入)場|離席|着席|到着|復席|出席)し(?:た(?:後|のち|上で|ところで)に?、|、)")
_LEFT_ALONE = regex(r"[ 、]*(?:ここで、?)?(?:退席|退室|退出|退場|離席|中座)し(?:た|ました)[。 ]*")
_RETURNS = regex(r"(?:退席|退室|離席|中座)し(?:たが)?、(?P<back>[^。「」]{0,24}(?:席に戻|復席し|再び(?:着席|入室|出席)し|再入室し|戻っ)(?:った|た|ました)?)")
"""事務局長は、ここで中座し、午前11時に席に戻った: who left, and came back."""
_WHY = regex(r"として|(?<=間)に|途中で|ここで|(?<=[時分])(?:に|から)|(?<=[めけしれっい])た(?=[一-龥])|(?:て(?:いる|いた)|である)(?=[一-龥])|を[^、を]{1,6}?[うくすつぶむる](?=[一-龥ァ-ヴ])")
"""How words end that tell why somebody came: 説明者として, 出席を求めた."""
_PEOPLE_SPLIT = regex(r"、|及び|並びに|・(?=[^・、]{2,}(?:長|官|員|者|監|査|幹|佐))|と(?!して|の)(?=[^、]{3,}$)")


@define(eq=False, repr=False)
class Movements(Contents):
    """The sentences that tell who came or left."""

    def _moved(self, start: int, end: int) -> bool:
        masked = self.unit_.masked
        words = masked[start:end]
        if "席" not in words and "室" not in words and "場" not in words and "参加" not in words and "着" not in words and "加わ" not in words and "中座" not in words:
            return False
        for pattern, change in ((_LEAVE, Change.LEFT), (_JOIN, Change.JOINED)):
            people = self._who_moved(pattern, start, end)
            if people:
                base = self.unit_.base
                back = _RETURNS.search(masked, people[-1][1], end) if change is Change.LEFT else None
                stop = back.start("back") if back is not None else end
                who = [(base + a, base + b) for a, b in people]
                self.entries.append(Moved(base + people[0][0], base + stop, change, who, rule="attendance"))
                if back is not None:
                    self.entries.append(Moved(base + stop, base + end, Change.JOINED, who, rule="attendance"))
                return True
        return self._speaker_left(start, end)

    def _speaker_left(self, start: int, end: int) -> bool:
        """Whether a sentence ends with whoever spoke leaving: 水越委員は、審査を外れたいと申し出て、退室した。"""
        masked, base = self.unit_.masked, self.unit_.base
        last = self.entries[-1] if self.entries else None
        if _LEFT_ALONE.fullmatch(masked, start, end) is None or not isinstance(last, Said) or last.who is None or last.who[0] < base:
            return False
        # Behind から, or a full stop, somebody else may be meant.
        behind = last.who[1] - base
        if masked[behind] not in "はが" or "。" in masked[behind:start]:
            return False
        self.entries.append(Moved(base + start, base + end, Change.LEFT, [last.who], rule="attendance"))
        return True

    def _moved_before(self, start: int, end: int) -> int:
        """Where the report begins behind who came or left before it: 両室長が退席した後、審査官より、…説明があった."""
        masked = self.unit_.masked
        lead = _MOVED_FIRST.match(masked, start, end)
        reports = lead is not None and CUE.search(masked, lead.end(), end) is not None
        return lead.end() if lead is not None and reports and self._moved(start, lead.end()) else start

    def _who_moved(self, pattern: re.Pattern[str], start: int, end: int) -> list[Slice]:
        """Whom a sentence lets come or leave, perhaps behind clauses: ３番については、同法の規定により、蔦谷委員が退席した."""
        masked = self.unit_.masked
        at = start
        for _ in range(_CLAUSES):
            found = pattern.match(masked, at, end)
            people = self._people(found) if found else []
            at = masked.find("、", at, end) + 1
            if people or not found or not at:
                return people
        return []

    def _people(self, found: re.Match[str]) -> list[Slice]:
        """The people named before が, from the last backwards while each can be somebody."""
        start = found.start("who")
        words = found["who"]
        pieces: list[Slice] = []
        at = 0
        for split in [*_PEOPLE_SPLIT.finditer(words), None]:
            stop = split.start() if split else len(words)
            pieces.append(trim(self.unit_.masked, start + at, start + stop))
            at = split.end() if split else stop
        people: list[Slice] = []
        for piece in reversed(pieces):
            words = self.unit_.masked[slice(*piece)]
            marked = len(words) - len(words.lstrip("※・ "))
            piece, words = (piece[0] + marked, piece[1]), words[marked:]
            if words.startswith("ここで"):
                piece, words = (piece[0] + 3, piece[1]), words[3:]
            house, whence, person = words.rpartition("から")
            if whence and self._is_agent(person):
                # 国土計画省から早島文書管理室長が出席した。
                piece, words = (piece[0] + len(house) + len(whence), piece[1]), person
            office, of, person = words.rpartition("の")
            if of and len(office) > 1 and "の" not in office and is_kanji(person[:1]) and not _WHY.search(person) and self._is_agent(person):
                # 整形外科の保坂医師, 当センター顧問の赤羽根弁護士
                piece, words = (piece[1] - len(person), piece[1]), person
            known = piece if self._is_agent(words) or STAFF.search(words) else self._of_office(*piece)
            if known is None:
                break
            people.append(known)
        return people[::-1]

    def _of_office(self, start: int, end: int) -> Slice | None:
        """The office and person behind what tells why they came: 実施機関として学校課の砥上課長."""
        words = self.unit_.masked[start:end]
        cut = max((found.end() for found in _WHY.finditer(words)), default=0)
        if cut and self._is_agent(words[cut:]):
            return start + cut, end
        office, of, person = words[cut:].rpartition("の")
        return (start + cut, end) if of and len(office) > 1 and "の" not in office and self._is_agent(person) else None
