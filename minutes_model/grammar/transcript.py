"""Tier 2, verbatim transcripts: turns under speaker marks, stage directions, decisions in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import define, field

from minutes_model.grammar.answers import Cast, Part, Utterance, link_answers, read_cast
from minutes_model.grammar.draft import Decided, Entry, Said, Told
from minutes_model.grammar.outcomes import outcome_of
from minutes_model.grammar.stages import is_closing, is_narration, is_result, is_stage, read_movement, sub_heading
from minutes_model.grammar.turns import Family, Turn
from minutes_model.grammar.verdicts import stated
from minutes_model.layout import Block, Flow
from minutes_model.model.enums import Act, SpeechMode
from minutes_model.text import clean

__all__ = ["read_cast_of", "read_transcript"]

Reported = Callable[[Flow, Block], "list[Entry]"]
"""A reader of one paragraph in reported style; what it does not understand it gives as `Told`."""

_PRESENTED = {"説明": Act.EXPLANATION, "報告": Act.REPORT}


def read_transcript(
    flow: Flow,
    blocks: range,
    family: Family,
    *,
    cast: Cast | None = None,
    reported: Reported | None = None,
) -> list[Entry]:
    """The entries of one item: ``blocks`` without its heading.

    ``cast`` is that of the whole document (`read_cast_of`); without it these blocks alone tell it.
    ``reported`` reads the paragraphs of narration between turns.
    """
    reader = _Reader(flow, family, reported)
    for index in blocks:
        reader.read(flow.blocks[index])
    reader.finish()
    cast = cast or read_cast(flow, reader.spoken)
    link_answers(flow, reader.spoken, cast)
    return list(_with_decisions(flow, reader, cast))


def read_cast_of(flow: Flow, blocks: range, family: Family, **options: Callable[..., object]) -> Cast:
    """The cast of a document from all the turns in ``blocks``."""
    reader = _Reader(flow, family, None)
    for index in blocks:
        reader.read(flow.blocks[index])
    reader.finish()
    return read_cast(flow, reader.spoken, **options)  # type: ignore[arg-type]


def _with_decisions(flow: Flow, reader: _Reader, cast: Cast) -> Iterable[Entry]:
    labels = {id(one.said): one.label for one in reader.spoken}
    for entry in reader.entries:
        yield entry
        if isinstance(entry, Said) and entry.text and cast.part(labels.get(id(entry), "")) is Part.CHAIR:
            yield from stated(flow, *entry.text)


@define
class _Reader:
    """Reads blocks in order into entries; what is open is the speech that the next paragraph continues."""

    flow: Flow
    family: Family
    reported: Reported | None
    entries: list[Entry] = field(factory=list)
    spoken: list[Utterance] = field(factory=list)
    turn: Turn | None = None
    said: Said | None = None
    result: bool = False
    closed: bool = False

    def read(self, block: Block) -> None:
        turn = self.family.turn(self.flow, block)
        if turn is not None:
            self._open(turn, block)
        elif is_stage(self.flow, block):
            self._stage(block)
        elif self.closed:
            self._tell(block, "closing")
        else:
            self._paragraph(block)

    def _open(self, turn: Turn, block: Block) -> None:
        self.finish()
        self.turn, self.result, self.closed = turn, False, False
        if turn.text is not None:
            self._say(turn.start, turn.text, block.end)

    def _say(self, start: int, text: int, end: int, *, continued: bool = False) -> None:
        turn = self.turn
        if turn is None:  # pragma: no cover - callers hold a turn
            return
        self.said = Said("remark", start, end, None if continued else turn.label, (text, end), rule=self.family.name)
        if continued:
            self.said.label, self.said.rule = clean(self.flow.text[slice(*turn.label)]), "continued"
        self.entries.append(self.said)
        self.spoken.append(Utterance(self.said, turn.words))

    def _paragraph(self, block: Block) -> None:
        if is_closing(self.flow, block):
            self._close()
            self.closed = True
            self._tell(block, "closing")
        elif self._heading(block):
            pass
        elif self.result:
            words = self.flow.words(block)
            self.entries.append(Decided(block.start, block.end, outcome_of(words), rule="result"))
        elif is_narration(self.flow, block):
            self._close()
            self.entries += self.reported(self.flow, block) if self.reported else [_told(block, "narration")]
            self._note_reported()
        elif self.said is not None and self.said.text is not None:
            self.said.text = self.said.text[0], block.end
            self.said.end = block.end
        elif self.turn is not None:
            alone = not self._begun()
            self._say(self.turn.start if alone else block.start, block.start, block.end, continued=not alone)
        else:
            self._tell(block, "", understood=False)

    def _begun(self) -> bool:
        """Whether the open turn has spoken already."""
        return bool(self.spoken) and self.turn is not None and self.spoken[-1].said.start >= self.turn.start

    def _heading(self, block: Block) -> bool:
        heading = sub_heading(self.flow, block)
        if heading is None:
            return False
        self.finish()
        self.result = is_result(heading)
        self._tell(block, "sub_heading")
        return True

    def _stage(self, block: Block) -> None:
        turn = self.turn if self.turn and not self._begun() else None
        moved = read_movement(self.flow, block, turn.label if turn else None)
        act = next((act for word, act in _PRESENTED.items() if word in self.flow.words(block)), None)
        if turn is not None and act is not None:
            self._present(turn, turn.label[1] if moved else block.end, act)
            if moved is None:
                return
        self.finish()
        if moved is not None:
            self.entries.append(moved)
        else:
            self._tell(block, "stage")
        if is_closing(self.flow, block):
            self.closed, self.turn = True, None

    def _present(self, turn: Turn, end: int, act: Act) -> None:
        """A presentation the record does not give: （担当課）《資料を用いて説明》."""
        said = Said("explanation", turn.start, end, turn.label, act=act, mode=SpeechMode.TOPIC, rule="stage")
        self.entries.append(said)
        self.spoken.append(Utterance(said, turn.words))
        self.said = None

    def _close(self) -> None:
        self.finish()
        self.turn = None

    def finish(self) -> None:
        """End the speech that is open; a label under which nobody spoke is told."""
        if self.turn is not None and self.said is None and not self._begun():
            self.entries.append(Told(self.turn.start, self.turn.label[1], rule="label"))
        self.said = None

    def _note_reported(self) -> None:
        """Explanations that were reported count for what the next turns are."""
        known = {id(one.said) for one in self.spoken}
        for entry in self.entries[-4:]:
            if isinstance(entry, Said) and id(entry) not in known:
                words = entry.label or (self.flow.text[slice(*entry.who)] if entry.who else "")
                self.spoken.append(Utterance(entry, words))

    def _tell(self, block: Block, rule: str, *, understood: bool = True) -> None:
        self.entries.append(Told(block.start, block.end, understood, rule))


def _told(block: Block, rule: str) -> Told:
    return Told(block.start, block.end, rule=rule)

