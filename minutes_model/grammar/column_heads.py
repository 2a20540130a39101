"""The heads of a table of questions and answers: 意見・質問 | 回答, 意見・質問（委員） | 回答（県）."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from minutes_model.grammar.draft import Slice
from minutes_model.layout import FRAME, Block, Flow
from minutes_model.passing import passing
from minutes_model.patterns import regex
from minutes_model.text import squeeze

__all__ = ["ASKS", "SPEAKER_HEADS", "Columns", "Row", "Table", "are_a_pair", "are_heads", "are_speaker_heads", "are_table_heads", "find_columns", "heads_of", "is_head", "is_one_of_heads", "is_speaker_head", "is_unanswered", "read_row"]

ASKS = regex(r"(?:か|たい|欲しい|ほしい|べきだ|べきである|必要がある|必要ではない|よいと思う|にくい|いかが|如何|疑問である|疑問に思う|疑問に思いました|思われる|望む|願う|求める)。$")
"""How the words of a first cell end: they ask or want something."""
_COLUMN = r"(?:議案|案件|整理)?番 ?号|件 ?名|案件名?|議案名|議 ?案|事 ?項|(?:審議|議決|採決)?結 ?果|備 ?考|提出者|区 ?分|担当課?|所管課?|内 ?容|件 ?数|筆 ?数|面 ?積"
_TABLE_HEADS = regex(rf"(?:{_COLUMN})(?: +(?:{_COLUMN}))+")
_HEADS_OPEN = frozenset("議案整番件事審採結備提区担所内筆面")
_GAP = regex(r"(?<=[。?]) {2,}(?=\S)")
_NARROW_GAP = regex(r"(?<=[。?]) +(?=\S)")
_VIEW = "(?:[ご御]?(?:意見|質問|質疑|指摘|要望|提案)|コメント)"
_PARTY = r"(?:\((?P<party>[^()]{1,12})\))?"
_ASKED = regex(rf"(?:(?P<own>(?:各|[一-龥]{{2,4}})?委員(?:側)?|評議員|構成員|議員|審査員|会計監査人|参加者|出席者|市民|町民|区民|住民|公述人|会員|利用者|保護者)(?:から)?の)?(?:主な)?(?P<word>{_VIEW}(?:(?:・|、|及び|又は|や){_VIEW})*)(?:等|事項|内容|の?(?:内容|概要|要旨))?(?:等)?{_PARTY}")
_REPLIED = regex(rf"(?:(?:それ|これ)(?:ら)?に対する)?(?:(?P<own>[一-龥ァ-ヴー]{{1,10}})(?:から)?の)?[ご御]?(?P<word>(?:説明(?:・|、|及び))?(?:回答|答弁))(?:(?:・|、|及び)(?:回答|答弁|説明|対応|考え方|見解))*(?:等|内容)?{_PARTY}")
_HANDLED = "(?:対応(?:方針|状況|方法|内容|案|策|結果)?|考え方|見解|修正(?:案|内容)?|反映(?:状況|内容)?)"
_DEALT_WITH = regex(
    rf"(?:(?:上記|左記)?(?:[ご御]?意見|提案|指摘)(?:等)?(?:に対する|への)|(?P<own>[一-龥ァ-ヴー]{{1,10}})の)?{_HANDLED}(?:(?:・|、|及び|と|\(){_HANDLED}\)?)*(?:\(案\)|等)?{_PARTY}"
    rf"|(?P<side>事務局|当局|[市町村県区府都局])の?(?:回答|{_HANDLED})"
)
"""意見 | 対応方針, 意見の概要 | 市の考え方: what became of a view, which answers it too."""
_ANSWERED = regex("答|対応|考え方|見解|反映|修正")
_WHO_SPEAKS = r"発 ?言 ?者(?:名|等)?"
_WHAT_IS_SAID = r"(?:議 ?[題事] ?・ ?)?(?:(?:発 ?言|審 ?議|会 ?議|議 ?事) ?)?の?(?:要 ?旨|内 ?容|発 ?言)(?:等)?(?: ?・ ?[^\s、。]{2,8})?(?: ?\([^()]{2,24}\))?"
SPEAKER_HEADS = regex(f"{_WHO_SPEAKS} +{_WHAT_IS_SAID}")
"""発言者　審議の内容（審議経過・決定事項等） or 議題・発言内容・決定事項, above the columns of a transcript."""
_SPEAKER_HEAD = regex(f"{_WHO_SPEAKS}(?: +{_WHAT_IS_SAID})?|{_WHAT_IS_SAID}")
"""One of them, on a line of its own, or both."""
_SPEAKER_HEAD_FIRST = frozenset("発議審会要内の")
_MEMBERS = regex(r"各?(?:審査|評価|選考|選定)?委員(?:側)?|審査員|評議員|構成員")
_OTHERS = regex(r"(?!委員|氏名|所属|備考|役職|職名|出欠|資料)[一-龥]{1,6}(?:側)?")
_SPEAKER = regex(r"発言(?:者|委員)|質問者|委員名?|氏名")
"""The head of a column that names who asks."""
_ANSWERER = regex(r"(?:回答|答弁|説明|応答)(?:者名?|部署|部局|課)")
"""The head of a column that names who answers."""
_NUMBER = regex(r"[(]?\d{1,3}[).]?")
_BESIDE_VIEWS = regex(
    r"[Nn][Oo][.,]?|[№#]|(?:項|整理|意見|通し)?番号?|項目?名?|区分|分類|種[別類]|分野|テーマ|(?:該当)?(?:箇所|頁|ページ|[章節]|部分)|資料(?:名|番号)?|備考|(?:担当|所管|関係)(?:課|部署|部局)?"
    r"|案件名?|件名|議題|議案|(?:回答|答弁|説明|応答)(?:者名?|部署|部局|課)|施策名?|事業名?|計画(?:案)?(?:の[^\s]{1,6})?|反映(?:の有無|状況|区分)|対応区分|発言(?:者|委員)|質問者|委員名?|氏名|提出者|団体名?|所属|日付|件数"
)
"""The heads of the other columns of a table of views."""
_UNANSWERED = regex(r"[-―ー—－/／]?|(?:\()?(?:なし|意見のみ|回答なし|ご意見として承る)(?:\))?")
"""What an answer's cell holds where nothing was answered."""
_RESULT = regex(r"(?:審[議査]|協議|検討|会議|議決|採決)?の?(?:結果|結論|まとめ|決定(?:事項)?)")
"""The head of a row that holds what was decided."""
_LONGEST = 64
_LONGEST_HEAD = 16
_ROWS = 40
"""Among how many paragraphs below heads their rows are looked for."""
_SHORT_CELL = 12
"""How many characters the number or the name of a matter has, which stands between the rows."""
_SENTENCE_ENDS = "。?!)」"
_CELL = regex(r"\S+(?: \S+)*")
"""The words of a cell, which wide gaps part from those of the next."""
_BOTH = 2
_PARTED = 24
"""From which column on the second head stands far enough right for its cells to be told by their indent."""


@passing(eq=False, repr=False)
class Table:
    """How many columns a table has whose rows are lines, and which of them hold what is asked and what is replied, ``who`` asks and ``by`` whom it is answered.

    ``gapped`` are rows whose cells wide gaps part, so that blank cells leave no trace.
    """

    width: int
    asked: int
    replied: int
    who: int | None = None
    by: int | None = None
    gapped: bool = False

    @property
    def plain(self) -> bool:
        """Whether the rows hold nothing but what is asked and what is replied, gaps between."""
        return self.gapped and self.width == _BOTH


@passing(eq=False, repr=False)
class Columns:
    """The places of the words in brackets behind the heads, which name a side, and the indent from which on a cell is an answer.

    ``narrow`` tells that a single space is what is left between them. ``right`` is 0 where the columns are not printed beside each other; ``words`` are those of the heads,
    with which those are labelled for whom no side is named; None where what replies tells of measures and not of answers.
    """

    asked: Slice | None = None
    replied: Slice | None = None
    right: int = 0
    table: Table | None = None
    words: tuple[str, str] | None = ("質問", "回答")
    narrow: bool = False


@passing(eq=False, repr=False)
class Row:
    """The places of a question, of its answer, of who asks and of who answers in a row; None for what there is none of."""

    asked: Slice
    replied: Slice | None
    who: Slice | None = None
    by: Slice | None = None


def find_columns(flow: Flow) -> Columns | None:
    """The heads of a column of questions and one of answers, beside or right below each other; None without them.

    >>> from minutes_model.layout import lay_out
    >>> find_columns(lay_out("意見・質問\\n\\n回　　答\\n\\n落札率はどうか。")) is None
    False
    """
    above: Block | None = None
    named: Columns | None = None
    parted = _SEPARATOR.search(flow.text) is not None
    for index, block in enumerate(flow.blocks):
        short = block.end - block.start <= _LONGEST
        # No head ends in a full stop, which most paragraphs do.
        headed = short and (parted or flow.folded[block.end - 1] != "。")
        if headed and _ANSWERED.search(flow.folded, block.start, block.end) is not None:
            if (table := _table_heads(flow, block)) is not None and _are_whole(flow, index, table):
                return table
            cells = _cells(flow, block)
            if len(cells) == _BOTH and are_a_pair(flow, cells[0], cells[1]):
                return _columns(flow, cells[0], cells[1], _right(flow, index, flow.column(block, cells[1][0])))
            if len(cells) == 1 and (beside := _beside(flow, block)) is not None:
                return evolve(_columns(flow, *beside), narrow=True)
            if above is not None and are_a_pair(flow, (above.start, above.end), (block.start, block.end)):
                return _columns(flow, (above.start, above.end), (block.start, block.end))
        elif named is None and headed and flow.folded[block.start] in "委各":
            # 委員　釘宮　誠, a row of a list of people, looks like heads that name the sides: others below go before it.
            named = _sides(flow, block, index)
        above = block if short else None
    return named


def _cells(flow: Flow, block: Block) -> list[Slice]:
    return [cell.span() for cell in _CELL.finditer(flow.folded, block.start, block.end)]


def _table_heads(flow: Flow, block: Block) -> Columns | None:
    """The heads of a table whose rows are lines, among them perhaps those of numbers and kinds: 番号 区分 意見・質問 回答."""
    gapped = not _is_parted(flow, block)
    return heads_of(flow, _cells(flow, block) if gapped else _tabbed(flow, block), gapped=gapped)


def heads_of(flow: Flow, cells: Sequence[Slice], *, gapped: bool) -> Columns | None:
    """What the heads of a table's columns tell of them; None where none is of what is asked with one of what is replied behind it, or where gaps part them from others."""
    asked = next((at for at, cell in enumerate(cells) if _is_head(flow, cell, _ASKED)), None)
    replied = next((at for at, cell in enumerate(cells) if _is_head(flow, cell, _REPLIED) or _is_head(flow, cell, _DEALT_WITH)), None)
    if asked is None or replied is None or replied < asked:
        return None
    told = _is_head(flow, cells[replied], _REPLIED)
    beside = [cell for at, cell in enumerate(cells) if at not in (asked, replied)]
    if gapped and not all(_is_head(flow, cell, _BESIDE_VIEWS) for cell in beside):
        return None
    who = next((at for at, cell in enumerate(cells[:asked]) if _is_head(flow, cell, _SPEAKER)), None)
    by = next((at for at in (replied - 1, replied + 1) if asked < at < len(cells) and _is_head(flow, cells[at], _ANSWERER)), None)
    table = Table(len(cells), asked, replied, who, by, gapped)
    words = (_word(flow, cells[asked], _ASKED), _word(flow, cells[replied], _REPLIED)) if told else None
    return Columns(_named(flow, cells[asked], _ASKED), _named(flow, cells[replied], _REPLIED if told else _DEALT_WITH), table=table, words=words)


def _below(flow: Flow, index: int) -> Sequence[Block]:
    return flow.blocks[index + 1 : index + 1 + _ROWS]


def _are_whole(flow: Flow, index: int, columns: Columns) -> bool:
    """Whether the rows below the heads are lines of their own; cells printed side by side over several lines are cut in each."""
    if columns.table is None or not columns.table.gapped:
        return True
    rows = [row for block in _below(flow, index) if (row := _gapped_row(flow, block, columns.table)) is not None]
    running = [row for row in rows if row.asked[1] - row.asked[0] > _SHORT_CELL or _is_whole(flow, row.asked)]
    whole = sum(_is_whole(flow, row.asked) and (row.replied is None or _is_whole(flow, row.replied)) for row in running)
    return bool(running) and whole * 4 >= len(running) * 3


def _is_whole(flow: Flow, cell: Slice) -> bool:
    """Whether a cell ends where a sentence can."""
    return flow.folded[cell[1] - 1] in _SENTENCE_ENDS


_SEPARATOR = regex("[\t｜|]")
"""What parts the cells of a row."""


def _is_parted(flow: Flow, block: Block) -> bool:
    return _SEPARATOR.search(flow.text, block.start, block.end) is not None


def _is_head(flow: Flow, cell: Slice, pattern: re.Pattern[str]) -> bool:
    return pattern.fullmatch(squeeze(flow.folded[slice(*cell)])) is not None


def _tabbed(flow: Flow, block: Block) -> list[Slice]:
    """The cells that tabs or strokes part."""
    cells: list[Slice] = []
    at = block.start
    while at <= block.end:
        parted = _SEPARATOR.search(flow.text, at, block.end)
        stop = parted.start() if parted is not None else block.end
        words = flow.folded[at:stop]
        begin, end = at + len(words) - len(words.lstrip()), stop - (len(words) - len(words.rstrip()))
        cells.append((begin, max(begin, end)))
        at = stop + 1
    return cells


def _own(flow: Flow, cell: Slice, pattern: re.Pattern[str]) -> Slice | None:
    """The place of the side a head names before its word: 図書館の回答."""
    found = pattern.match(flow.folded, *cell)
    return next((found.span(side) for side in ("own", "side") if found is not None and found.groupdict().get(side)), None)


def _sides(flow: Flow, block: Block, index: int) -> Columns | None:
    """Heads that name the sides alone: 委員 | 公社, with a question in a row below."""
    parted = "\t" in flow.text[block.start : block.end]
    cells = _tabbed(flow, block) if parted else _cells(flow, block)
    if len(cells) != _BOTH or not (_MEMBERS.fullmatch(squeeze(flow.folded[slice(*cells[0])])) and _OTHERS.fullmatch(squeeze(flow.folded[slice(*cells[1])]))):
        return None
    if parted:
        table = Table(_BOTH, 0, 1)
        rows = (_tabbed_row(flow, row, table) for row in _below(flow, index))
        return Columns(cells[0], cells[1], table=table) if any(row is not None and row.replied is not None and ASKS.search(flow.folded, *row.asked) for row in rows) else None
    return Columns(cells[0], cells[1]) if any(read_row(flow, row) is not None for row in _below(flow, index)) else None


def _beside(flow: Flow, block: Block) -> tuple[Slice, Slice] | None:
    """Two heads that a single space parts."""
    first, gap, second = flow.words(block).strip().partition(" ")
    if not gap or " " in second:
        return None
    cut = block.start + len(first)
    return ((block.start, cut), (cut + 1, block.end)) if are_a_pair(flow, (block.start, cut), (cut + 1, block.end)) else None


def are_a_pair(flow: Flow, first: Slice, second: Slice) -> bool:
    """Whether two cells or lines are the heads of both columns: 委員からの意見・質問, 発注部局の回答."""
    return _is_head(flow, first, _ASKED) and _is_head(flow, second, _REPLIED)


def _columns(flow: Flow, first: Slice, second: Slice, right: int = 0) -> Columns:
    return Columns(_named(flow, first, _ASKED), _named(flow, second, _REPLIED), right, words=(_word(flow, first, _ASKED), _word(flow, second, _REPLIED)))


def _word(flow: Flow, cell: Slice, pattern: re.Pattern[str]) -> str:
    """What a head calls the words below it: 意見・質問."""
    found = pattern.fullmatch(squeeze(flow.folded[slice(*cell)]))
    return found["word"] if found is not None else ""


def _right(flow: Flow, index: int, column: int) -> int:
    """The indent from which on a cell is an answer; 0 where no line below the heads stands that far right."""
    right = column // 2
    return right if column >= _PARTED and any(block.indent >= right for block in flow.blocks[index + 1 :]) else 0


def _named(flow: Flow, cell: Slice, pattern: re.Pattern[str]) -> Slice | None:
    """The place of the side a head names, in brackets behind its word or before it."""
    return _party(flow, cell) or _own(flow, cell, pattern)


def _party(flow: Flow, cell: Slice) -> Slice | None:
    """The place of the words in brackets at the end of a head."""
    start, end = cell
    while end > start and flow.folded[end - 1] == " ":
        end -= 1
    if flow.folded[end - 1] != ")":
        return None
    return flow.folded.rindex("(", start, end) + 1, end - 1


def read_row(flow: Flow, block: Block, columns: Columns | None = None) -> Row | None:
    """The question and the answer of a row printed on one line: …行っているのか。　　…実施している。"""
    if columns is not None and columns.table is not None:
        return _gapped_row(flow, block, columns.table) if columns.table.gapped else _tabbed_row(flow, block, columns.table)
    narrow = columns is not None and columns.narrow
    found = list((_NARROW_GAP if narrow else _GAP).finditer(flow.folded, block.start, block.end))
    if narrow and found and (flow.folded[found[0].start() - 2] != "か" or ASKS.search(flow.folded, found[0].end(), block.end)):
        # …直してほしい。 夜は特に危ない。 may be two sentences of one cell.
        return None
    if len(found) != 1 or flow.folded[block.end - 1] != "。" or not ASKS.search(flow.folded, block.start, found[0].start()):
        return None
    return Row((block.start, found[0].start()), (found[0].end(), block.end))


def are_table_heads(flow: Flow, block: Block) -> bool:
    """Whether a block is the heads of the columns of a table of items: 番号　件名　結果."""
    return flow.folded[block.start] in _HEADS_OPEN and _TABLE_HEADS.fullmatch(flow.folded, block.start, block.end) is not None


def are_speaker_heads(flow: Flow, block: Block) -> bool:
    """Whether a block is the heads above the columns of a transcript: 発言者　発言内容."""
    return flow.folded[block.start] == "発" and SPEAKER_HEADS.fullmatch(flow.folded, block.start, block.end) is not None


def is_speaker_head(flow: Flow, block: Block) -> bool:
    """Whether a block is those heads or one of them, the other above or below it: 発言者 / 発言の内容."""
    return flow.folded[block.start] in _SPEAKER_HEAD_FIRST and block.end - block.start <= _LONGEST and _SPEAKER_HEAD.fullmatch(flow.folded, block.start, block.end) is not None


def are_heads(flow: Flow, block: Block) -> bool:
    """Whether a block is the heads of a table, which stand above its rows under every item."""
    if block.end - block.start > _LONGEST:
        return False
    words = flow.words(block)
    head = squeeze(words) if words.endswith(")") or "の" in words else ""
    alone = (_ASKED.fullmatch(head) or _REPLIED.fullmatch(head)) if head else None
    if alone is not None and (alone["party"] or alone["own"]):
        # 回　答（発注部局）, 県の回答, below the other head.
        return True
    if _ANSWERED.search(flow.folded, block.start, block.end) is None:
        return False
    if _table_heads(flow, block) is not None:
        return True
    if _is_parted(flow, block):
        return False
    cells = _cells(flow, block)
    return are_a_pair(flow, *cells) if len(cells) == _BOTH else len(cells) == 1 and _beside(flow, block) is not None


def is_head(flow: Flow, block: Block) -> bool:
    """Whether a line is the head of any column of a table of views, perhaps of one of numbers or of names."""
    cell = (block.start, block.end)
    return block.end - block.start <= _LONGEST_HEAD and any(_is_head(flow, cell, pattern) for pattern in (_BESIDE_VIEWS, _ASKED, _REPLIED, _DEALT_WITH))


def is_unanswered(words: str) -> bool:
    """Whether the words of an answer's cell tell that there is none."""
    return _UNANSWERED.fullmatch(words) is not None


def is_one_of_heads(flow: Flow, block: Block) -> bool:
    """Whether a line is one of two heads that stand right below each other, at the top of a page again: 意見・質問 / 回　答."""
    cell = (block.start, block.end)
    if block.end - block.start > _LONGEST or not (_is_head(flow, cell, _ASKED) or _is_head(flow, cell, _REPLIED)):
        return False
    index = bisect_left(flow.blocks, block.start, key=lambda one: one.start)
    near = [(one.start, one.end) for one in flow.blocks[max(0, index - 1) : index + 2] if one.end - one.start <= _LONGEST]
    return any(are_a_pair(flow, above, below) for above, below in pairwise(near) if cell in (above, below))


def _gapped_row(flow: Flow, block: Block, table: Table) -> Row | None:
    """A row whose blank cells left no trace: where some are missing, sentences tell which cells ask and reply."""
    cells = _cells(flow, block)
    if not 1 < len(cells) <= table.width + 1:
        return None
    numbered = _NUMBER.fullmatch(flow.folded, *cells[0]) is not None
    if len(cells) > table.width and not numbered:
        return None
    more = len(cells) - table.width
    if more < 0:
        told = [at for at, cell in enumerate(cells) if _is_whole(flow, cell)]
        if not told or told[0] + len(told) != len(cells) or not (numbered or len(told) == _BOTH):
            return None
        asked, replied = told[0], told[1] if len(told) > 1 else None
        return Row(cells[asked], None if replied is None else cells[replied])
    asked, replied = table.asked + more, table.replied + more
    if table.plain and all(_is_short(flow, cell) for cell in (cells[asked], cells[replied])):
        # 申請団体A　412点, where a table of questions stands above
        return None
    unanswered = _UNANSWERED.fullmatch(squeeze(flow.folded[slice(*cells[replied])]))
    return Row(cells[asked], None if unanswered else cells[replied], *(cells[at + more] if at is not None else None for at in (table.who, table.by)))


def _is_short(flow: Flow, cell: Slice) -> bool:
    """Whether a cell is a few words and no sentence."""
    return cell[1] - cell[0] <= _SHORT_CELL and not _is_whole(flow, cell)


def _is_framed(flow: Flow, block: Block) -> bool:
    """Whether a blank cell stands behind the words of a row, between two strokes of the frame: …ではないか。 | |."""
    stop = flow.source(block.end - 1) + 1
    at = bisect_left(flow.furniture, (stop,))
    strokes = flow.furniture[at : at + _BOTH]
    return len(strokes) == _BOTH and all(kind == FRAME for _, _, kind in strokes) and strokes[-1][1] - stop <= _FRAME_WIDTH


_FRAME_WIDTH = 6
"""How many characters the strokes around a blank cell take at most."""


def _tabbed_row(flow: Flow, block: Block, table: Table) -> Row | None:
    if not _is_parted(flow, block):
        lone = table.width == _BOTH and table.asked == 0 and ASKS.search(flow.folded, block.start, block.end) is not None and _is_framed(flow, block)
        return Row((block.start, block.end), None) if lone else None
    width, asked, replied, who = table.width, table.asked, table.replied, table.who
    cells = _tabbed(flow, block)
    first = squeeze(flow.folded[slice(*cells[0])])
    # Blank cells at either end of a row are lost with the spaces around its words, and some rows bear a number that no head tells.
    numbered = _NUMBER.fullmatch(first) is not None
    missing = width - len(cells) if asked and not (numbered and len(cells) > asked) else 0
    if len(cells) > width and numbered:
        missing = width - len(cells)
    asked, replied = asked - missing, replied - missing
    if missing > 0 and not numbered and asked >= 0 and cells[asked][1] - cells[asked][0] <= _SHORT_CELL and not _is_whole(flow, cells[asked]):
        # 予算額　18,430千円, a row of another table.
        return None
    if asked < 0 or (replied >= len(cells) and not numbered) or cells[asked][0] == cells[asked][1] or _RESULT.fullmatch(first):
        return None
    named = cells[who - missing] if who is not None and who >= missing else None
    answerer = cells[table.by - missing] if table.by is not None and table.by - missing < len(cells) else None
    # 5 | …ではないか。 | |, of which the blank answer left nothing.
    unanswered = replied >= len(cells) or _UNANSWERED.fullmatch(squeeze(flow.folded[slice(*cells[replied])])) is not None
    return Row(cells[asked], None if unanswered else cells[replied], named, answerer)
