"""Figures of tables: a number, its unit, and what its row and its column say that it counts.

A number stands for nothing without its unit, so one that neither cell, row, column nor the table's
name gives a unit is left out: what it counts would be guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Final, NamedTuple

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Figure
from tuibrowser.model.terms import FigureRole
from tuibrowser.parsing.figures.amounts import Amount, grammar_of, read_amount
from tuibrowser.parsing.figures.grid import GridCell, cells_of
from tuibrowser.parsing.figures.placing import indicator_alone
from tuibrowser.parsing.figures.roles import time_of
from tuibrowser.parsing.lines.source import Line
from tuibrowser.text.fold import fold

# Code, not lexicon: what heads a column of numbers, a row of sums or of parts is the form of
# tables; units and indicators are data.
_NUMBER: Final = r"[约近]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_AROUND: Final = 80
_ABOUT: Final = frozenset("约近")
_BARE: Final = re.compile(_NUMBER)
_SUM: Final = re.compile(r"(?:全\s*年)?[合总共累]\s*计|总\s*[数量]|全\s*年")
_IN_BRACKETS: Final = re.compile(r"[(（](?:单位:?)?(?P<unit>[^()（）]{1,4})[)）]$")
_BEHIND_STROKE: Final = re.compile(r"/(?P<unit>[^/\d]{1,4})$")
_NAMED_UNIT: Final = re.compile(r"(?P<unit>人次|场次|户次|件|人|次|场|户|份|条|项|个|家|起)数$")
_CAPTION_UNIT: Final = re.compile(r"单位:(?P<unit>[^\s:()（）]{1,4})[)）]?$")
_UNIT_HEAD: Final = re.compile(r"(?:计[量数])?单位")
_ORDINAL: Final = re.compile(r"序号|编号")
_SAYS_LITTLE: Final = re.compile(
    r"(?:全年|本年度?|今年|实际|累计|完成|共计)*(?:数[量值据目]?|[合总小]计|总[数量]|[件次人户份场项个条家起]数|(?:完成|办理)?(?:情况|[数值])?|[实业]绩|实际?值|结果|备注)?"
    r"|20\d\d年?度?|(?:上年|去年)(?:同期|度)?(?:数)?|(?:年度)?(?:目标|计划|任务)(?:数|值)?"
    r"|(?:同比|环比)?(?:增[长减]?|下降)?[率幅]?(?:幅度)?|同比|环比|占比|比例"
)
"""Heads that say which number of a thing it is, not of which thing."""
_MEMBER: Final = re.compile(
    r"(?:村|社区|[镇乡]|街道|[组所科办站队局]|中心|[小中]学|学校|单位|季度|半年|\d+月|网格)$"
)
"""A row of one of several who did the same."""
_AMONG: Final = re.compile(r"^其\s*中:?")
_YEAR: Final = re.compile(r"20\d\d")
_PREVIOUS: Final = re.compile("上年|去年")
_TARGET: Final = re.compile("目标|计划|任务|明年")
_CHANGE: Final = re.compile(r"同比|环比|增[长减幅]|下降|升降|[比较](?:上年|去年|20\d\d年?)")
_SPACE: Final = re.compile(r"\s")
_LABELLED: Final = 2
"""Cells of a row that needs no head: what is counted, and how many."""
_PREFIX: Final = re.compile(r"^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]\s*)")


class _Table(NamedTuple):
    heads: tuple[str, ...]
    """What heads each column; empty without a row of heads."""
    rows: tuple[tuple[GridCell, ...], ...]
    """As long as ``heads``, or of two cells."""
    unit: str
    """What the name above the table says all its numbers are counted in."""
    around: str = ""
    """Its name and its heads, which tell what 化解 and 满意率 of a column are of."""


class _Known(NamedTuple):
    amount: Amount
    noun: str
    column: str
    """What its head says by itself."""
    role: FigureRole
    period: str | None


def figures_of_tables(
    lines: Sequence[Line],
    tables: Collection[int],
    text: str,
    lexicon: Lexicon,
    year: int | None,
) -> Iterator[list[Figure]]:
    """Yield the figures of each table, in text order; ``part_of`` counts within its list.

    Args:
        lines: paragraphs of the whole source.
        tables: indices of the rows of tables, and of their names.
        text: the report's text.
        lexicon: units and indicators.
        year: the one reported on, if it is known.
    """
    ordered = sorted(tables)
    for _, run in groupby(enumerate(ordered), key=lambda it: it[1] - it[0]):
        indices = [index for _, index in run]
        if not any(len(cells_of(text, lines[at].start, lines[at].end)) > 1 for at in indices):
            continue
        table = _table(indices, lines, text, lexicon)
        if found := list(_figures(table, text, lexicon, year)):
            yield found


def _table(indices: Sequence[int], lines: Sequence[Line], text: str, lexicon: Lexicon) -> _Table:
    rows = [cells_of(text, lines[at].start, lines[at].end) for at in indices]
    # The table's name, and what all is counted in, are rows of their own above it.
    width, _ = Counter(len(row) for row in rows if len(row) > 1).most_common(1)[0]
    names = [lines[at].shadow for at, row in zip(indices, rows, strict=True) if len(row) != width]
    unit = next((it["unit"] for line in names if (it := _CAPTION_UNIT.search(line))), "")
    rows = [row for row in rows if len(row) == width]
    heads: tuple[str, ...] = ()
    if not any(_is_number(cell.words, lexicon) for cell in rows[0]):
        heads = tuple(_SPACE.sub("", cell.words) for cell in rows[0])
    if not heads and width > _LABELLED:
        return _Table((), (), unit)  # which number is of what, nothing says
    around = "、".join((*names, *heads))[:_AROUND]
    return _Table(heads, tuple(rows[bool(heads) :]), unit, around)


def _is_number(words: str, lexicon: Lexicon) -> bool:
    """Whether a cell holds a number, bare or with its unit: 2023年 heads a column, 12345工单 a
    row."""
    if words.endswith("年"):
        return False
    return bool(_BARE.fullmatch(words) or grammar_of(lexicon.units).arabic.fullmatch(words))


def _figures(table: _Table, text: str, lexicon: Lexicon, year: int | None) -> Iterator[Figure]:
    """Those of one table, row by row; then which is a part of which is known."""
    labels = [_label(table, row, lexicon) for row in table.rows]
    wholes = _wholes(labels)
    found: list[Figure] = []
    places: dict[tuple[int, int], int] = {}
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            known = _known(table, at, column, labels[at], lexicon, year)
            if known is not None:
                places[at, column] = len(found)
                found.append(_figure(known, cell, table.around, text, lexicon))
    for (at, column), number in places.items():
        whole = wholes[at]
        total = places.get((whole, column)) if whole is not None else None
        figure = found[number]
        if figure.role in {"total", "part"} and (total is not None or _AMONG.match(labels[at])):
            found[number] = _as_part(figure, total, found)
    yield from found


def _as_part(figure: Figure, total: int | None, found: Sequence[Figure]) -> Figure:
    """``figure`` as a part of the one numbered ``total``, of whose indicator it is without one."""
    indicator = figure.indicator or (found[total].indicator if total is not None else None)
    return figure._replace(role="part", part_of=total, indicator=indicator)


def _wholes(labels: Sequence[str]) -> list[int | None]:
    """For each row the one that it is a part of: the table's one row of sums, or the one above that
    its 其中 opens."""
    sums = [at for at, label in enumerate(labels) if _SUM.fullmatch(_SPACE.sub("", label))]
    whole = sums[0] if len(sums) == 1 else None
    found: list[int | None] = []
    opened: int | None = None
    for at, label in enumerate(labels):
        if _AMONG.match(label):
            found.append(opened)
        else:
            opened = at
            found.append(None if at == whole else whole)
    return found


def _label(table: _Table, row: Sequence[GridCell], lexicon: Lexicon) -> str:
    """What a row is of: its first cell that is neither a number nor a unit."""
    for column, cell in enumerate(row):
        head = table.heads[column] if table.heads else ""
        if cell.words and not _is_number(cell.words, lexicon) and not _UNIT_HEAD.fullmatch(head):
            return cell.words
    return ""


def _known(
    table: _Table, at: int, column: int, label: str, lexicon: Lexicon, year: int | None
) -> _Known | None:
    """What is known of one cell; ``None`` where it holds no number that counts."""
    row = table.rows[at]
    head = table.heads[column] if table.heads else ""
    if not _is_number(row[column].words, lexicon) or _ORDINAL.search(head) or not label:
        return None
    amount = _amount(table, row, column, label, head, lexicon)
    if amount is None:
        return None
    periods = lexicon.units.periods
    untimed = _untimed(head, periods)
    noun = _noun(_untimed(label, periods), untimed)
    if not noun:
        return None
    period = _period(head, periods) or _period(label, periods)
    return _Known(amount, noun, _plain(untimed), _role(head, amount.unit, year), period)


def _amount(
    table: _Table, row: Sequence[GridCell], column: int, label: str, head: str, lexicon: Lexicon
) -> Amount | None:
    words = row[column].words
    arabic = grammar_of(lexicon.units).arabic
    if not _BARE.fullmatch(words):
        match = arabic.fullmatch(words)
        return read_amount(match) if match else None
    for unit in filter(None, _units(table, row, label, head)):
        if match := arabic.fullmatch(words + unit):
            return read_amount(match)
    return None


def _units(table: _Table, row: Sequence[GridCell], label: str, head: str) -> Iterator[str]:
    """The units that may be meant, the surest first."""
    for words in (head, label):
        for pattern in (_IN_BRACKETS, _BEHIND_STROKE):
            if found := pattern.search(words):
                yield found["unit"]
    yield from (row[at].words for at, it in enumerate(table.heads) if _UNIT_HEAD.fullmatch(it))
    if re.search("[率%]$|占比|比例", head) or label.endswith("率"):
        yield "%"
    for words in (head, label):
        if found := _NAMED_UNIT.search(words):
            yield found["unit"]
    yield table.unit


def _noun(label: str, head: str) -> str:
    """What is counted: what the row says, the column, or both."""
    row = _plain(_AMONG.sub("", label))
    column = _plain(head)
    if not column or _SAYS_LITTLE.fullmatch(column):
        return "" if _SUM.fullmatch(row) else row
    if _SUM.fullmatch(row) or _MEMBER.search(row):
        return column
    return row + column


def _period(words: str, periods: re.Pattern[str]) -> str | None:
    """The period that a head begins with: 2023年 and 1—6月 above or before numbers; a comparison of
    two has none."""
    found = periods.match(fold(words))
    if found is None or not found[0] or _CHANGE.search(words):
        return None
    return words[: found.end()]


def _untimed(words: str, periods: re.Pattern[str]) -> str:
    """A head without its period, if that is all or more than a character is left."""
    end = len(_period(words, periods) or "")
    return words if len(words) - end == 1 else words[end:]


def _plain(words: str) -> str:
    for pattern in (_PREFIX, _IN_BRACKETS, _BEHIND_STROKE):
        words = pattern.sub("", words)
    return _SPACE.sub("", words)


def _role(head: str, unit: str, year: int | None) -> FigureRole:
    if _CHANGE.search(head):
        return "change"
    if _PREVIOUS.search(head):
        return "previous"
    if _TARGET.search(head):
        return "target"
    if (told := _YEAR.search(head)) and year and int(told[0]) != year:
        return "previous" if int(told[0]) < year else "target"
    return "rate" if unit == "%" else "total"


def _figure(known: _Known, cell: GridCell, around: str, text: str, lexicon: Lexicon) -> Figure:
    amount = known.amount
    return Figure(
        value=amount.value,
        unit=amount.unit,
        hedge=text[cell.start] if cell.words[0] in _ABOUT else None,
        noun=known.noun,
        period=known.period,
        start=cell.start,
        end=cell.end,
        indicator=_indicator(known, around, lexicon),
        role=known.role,
        scope="township",
        time=None if known.role == "previous" else time_of(known.period and fold(known.period)),
    )


def _indicator(known: _Known, around: str, lexicon: Lexicon) -> str | None:
    # A row that is one of several (河东片区) says nothing of what its columns count.
    tries = ((known.noun, ""), (known.noun, around), (known.column, around))
    tell = partial(indicator_alone, unit=known.amount.unit, role=known.role, lexicon=lexicon)
    indicator = next(filter(None, (tell(noun, around=words) for noun, words in tries)), None)
    kind = lexicon.indicators.indicators.get(indicator or "")
    if kind and kind.of:
        return tell(known.column) or indicator  # 邻里纠纷|受理88件: as in the rows beside it
    return indicator
