"""应报单位名册: which units are to report, as an official lists them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tuibrowser.insight.due_days import read_day, unclear_days
from tuibrowser.text.equivalence import equate
from tuibrowser.text.placename import is_level, stem, without_office

_LOOKED_AT: Final = 10
"""Rows that the headings are looked for in: a title may stand above them."""
# Ours: what a roster is called and how its sums and notes begin is the same everywhere.
_TITLE: Final = re.compile(r"(?:名册|名单|一览|表)")
_NUMBER: Final = re.compile(
    r"^(?:\d{1,3}[.、．)）](?!\d)|[一二三四五六七八九十]{1,3}[、.．]|[①-⑳]"
    r"|[(（](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）])\s*"
)
_BETWEEN: Final = re.compile(r"[\n、，,；;/]+")
_TOWNSHIP: Final = re.compile(r"..(?:镇|乡|街道|苏木|办事处|人民政府)\s*$")
"""How each ends of several units that one cell names: 柳溪镇、望禾乡."""
_OTHER_DAY: Final = re.compile("实际|公开|公布|发布|收到")
"""What heads a column of days by which nothing has to be handed up."""
_COUNT: Final = re.compile(r"[(（:：]?(?:共|计)*\d+个?(?:单位)?[)）]?$")
_REMARK: Final = re.compile(r"(?<=..)(?:\([^()]*\)|[*★☆※])+$")
"""What is said of a unit behind its name: (含工业园区)."""
_TOTAL: Final = re.compile(
    r"(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*数)(?:[:：]?\s*\d+\s*(?:[个家].*)?)?|共\s*\d+\s*[个家].*|备注.*"
    r"|[无略]|[^\w]+"
)
_FOOTER: Final = re.compile(
    r"[^:：]{0,8}(?:注|说明|电话|人|者|员|表|核|日期|时间|单位|部门|机关|邮箱|地址)\s*[:：].*",
    re.DOTALL,
)
"""What stands below a list: who made it, when: 填表人：张三, 制表：青棠县司法局."""
_JOINT: Final = re.compile(r"^(.*?(..+))(?:党?委员?会|工作委员会|党工委|党委|工委)[、,和及与]?\2$")
"""Party and government of one unit, 柳溪镇委员会、柳溪镇, as is left without their offices."""
# Ours: a name is of Chinese characters; no sentence is without a sign for so long.
_NAME: Final = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff\ue000-\uf8ff\U00020000-\U0003ffff〇()·\d]{2,24}"
)
_MOSTLY: Final = 0.8
"""Share of the lines without any heading that are names at least."""
_SENTENCE: Final = re.compile("[，。；！？,;!?]")


class Listed(NamedTuple):
    """One unit of a roster."""

    name: str
    """As it is written."""
    county: str | None = None
    due: tuple[int | None, int, int] | None = None
    """Year (``None`` for the year after the one reported on), month, day."""
    contact: str | None = None
    row: int = 0
    """In its sheet, from 1."""
    sheet: int = 1
    """Which of those that the roster is spread over."""

    @property
    def line(self) -> str:
        """Where it stands, as an official finds it."""
        row = f"第 {self.row} 行"
        return row if self.sheet == 1 else f"第 {self.sheet} 张表{row}"


class Roster(NamedTuple):
    """A roster, and what is to be said of it."""

    units: tuple[Listed, ...]
    notes: tuple[str, ...] = ()
    """A Chinese sentence each."""


class RosterUnread(Exception):
    """A table is no roster; ``str()`` is a Chinese clause that says what to do."""


def find_roster(sheets: Sequence[Sequence[Sequence[str]]]) -> Roster:
    """The first of ``sheets`` that is a roster, understood; a cover may stand before it.

    One with headings comes before a mere list of names, for which a cover might be taken. Sheets
    that go on where it ends, as where townships have one and departments another, are part of it.

    Raises:
        RosterUnread: none is one; it says why the first of them is not.
    """
    reasons: list[RosterUnread] = []
    found: list[tuple[Collection[str], Roster]] = []
    for rows in sorted(sheets, key=_is_headed, reverse=True) or [()]:
        try:
            found.append((_headings(rows), understand_roster(rows)))
        except RosterUnread as reason:
            reasons.append(reason)
    if not found:
        raise reasons[0]
    (headings, first), *others = found
    parts = [first]
    for its_headings, other in others:
        # Another year's, or their telephones, name the same units.
        if headings and its_headings == headings and not _names(other) & _names(*parts):
            parts.append(other)
    if len(parts) == 1:
        return first
    units = tuple(
        unit._replace(sheet=number) for number, part in enumerate(parts, 1) for unit in part.units
    )
    told = f"名册分在 {len(parts)} 张表中，共 {len(units)} 个单位，都已计入"
    return Roster(units, (told, *(note for part in parts for note in part.notes)))


def _headings(rows: Sequence[Sequence[str]]) -> Collection[str]:
    """Which columns ``rows`` are headed with; none of a bare list."""
    head, columns = _columns(rows)
    return columns.keys() if head >= 0 else ()


def _names(*rosters: Roster) -> set[str]:
    return {plain_name(unit.name) for roster in rosters for unit in roster.units}


def understand_roster(rows: Sequence[Sequence[str]]) -> Roster:
    """The units that ``rows`` list, each once.

    Raises:
        RosterUnread: no column is headed by a word for units, or none has a unit.
    """
    head, columns = _columns(rows)
    units: dict[tuple[str, str], Listed] = {}
    notes = []
    unclear: dict[str, list[int]] = {}
    heads = rows[head] if head >= 0 else ()
    lines = _below_each_other(heads, [*enumerate(rows[head + 1 :], head + 2)], columns["name"])
    above = _counties_above([row for _, row in lines], columns)
    each = (
        (at, number, it)
        for at, (number, row) in enumerate(lines)
        for it in _one_each(row, columns["name"])
    )
    for at, number, row in each:
        cells = {key: row[it].strip() if it < len(row) else "" for key, it in columns.items()}
        name = _NUMBER.sub("", cells["name"])
        first = next((cell.strip() for cell in row if cell.strip()), "")
        # Where lines are numbered, so is that of the sum.
        if not plain_name(name) or any(map(_is_no_line, (first, name))):
            continue
        if _is_group(name) or (head >= 0 and row == heads):
            continue
        due = None
        if written := cells.get("due"):
            due = read_day(written)
            if due is None:
                unclear.setdefault(written, []).append(number)
        county = cells.get("county") or above.get(at)
        unit = Listed(name, county or None, due, cells.get("contact") or None, number)
        key = (plain_name(name), stem(equate(unit.county or "")))
        if key in units:
            notes.append(f"名册第 {units[key].row}、{number} 行都是“{name}”，只算一次")
        else:
            units[key] = unit
    if not units:
        raise RosterUnread("没有写单位，请在“单位”一列每行写一个")
    return Roster(tuple(units.values()), (*unclear_days(unclear), *notes))


def _below_each_other(
    heads: Sequence[str], lines: Sequence[tuple[int, Sequence[str]]], name: int
) -> Sequence[tuple[int, Sequence[str]]]:
    """``lines`` whose columns begin again to the right, as where a list takes half a page's width,
    as those of one list: 序号、单位、序号、单位."""
    titles = ["".join(it.split()) for it in heads]
    again = [at for at in range(name + 1, len(titles)) if titles[at] == titles[name]]
    shifts = [0, *(at - name for at in again)]
    return [(number, row[shift:]) for shift in shifts for number, row in lines]


def _one_each(row: Sequence[str], name: int) -> Iterator[Sequence[str]]:
    """``row``, or a copy for each of the townships that its cell names: of a county, of an area."""
    names = [it for it in _BETWEEN.split(row[name]) if it.strip()] if name < len(row) else []
    plain = {plain_name(_NUMBER.sub("", it.strip())) for it in names}
    if len(names) > 1 and len(plain) == len(names) and all(map(_TOWNSHIP.search, names)):
        yield from ([*row[:name], it, *row[name + 1 :]] for it in names)
    else:
        yield row


def _counties_above(rows: Sequence[Sequence[str]], columns: Mapping[str, int]) -> dict[int, str]:
    """The county of lines that have none since it is written once for them and those above.

    It is so where no county is written on two lines in a row: of merged cells only the first keeps
    its words. Where each line has its own, one without any has none.
    """
    at, name = columns.get("county"), columns["name"]
    if at is None:
        return {}
    meant = [
        (number, row) for number, row in enumerate(rows) if name < len(row) and row[name].strip()
    ]
    written = [row[at].strip() if at < len(row) else "" for _, row in meant]
    if not written or not written[0]:
        return {}
    if any(one and one == other for one, other in pairwise(written)):
        return {}
    found, latest = {}, ""
    for (number, _), county in zip(meant, written, strict=True):
        latest = county or latest
        if not county:
            found[number] = latest
    return found


def plain_name(name: str) -> str:
    """``name`` of a unit as it is compared: 柳溪镇人民政府 and 柳溪镇 are one."""
    folded = _REMARK.sub("", re.sub(r"\s", "", equate(name)))
    return _JOINT.sub(r"\1", without_office(folded))


def _is_no_line(cell: str) -> bool:
    """Whether ``cell`` is the sum of a list, or stands below it."""
    return bool(_TOTAL.fullmatch(cell) or _FOOTER.fullmatch(cell))


def _is_group(name: str) -> bool:
    """Whether ``name`` is the heading of the lines below it: 一、乡镇（街道）（3个）."""
    # TOML is loaded only where there is a roster.
    from tuibrowser.lexicon.rosters import load_roster_words  # noqa: PLC0415

    rest = _COUNT.sub("", name)
    for word in load_roster_words().groups:
        rest = rest.replace(word, "")
    return not re.sub(r"[\s、和及与()（）:：]", "", rest)


def _columns(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    """The row of the headings and where each column is; without headings a list of names."""
    # TOML is loaded only where there is a roster.
    from tuibrowser.lexicon.rosters import load_roster_words  # noqa: PLC0415

    headings = load_roster_words().columns
    for number, row in enumerate(rows[:_LOOKED_AT]):
        cells = ["" if _SENTENCE.search(cell) else cell for cell in row]
        # 县（市、区） is 县市区.
        cells = [re.sub(r"[\s()（）、/]", "", cell).lower() for cell in cells]
        found: dict[str, int] = {}
        for key, words in headings.items():
            free = [at for at in range(len(cells)) if at not in found.values()]
            if key == "due":
                free = [at for at in free if not _OTHER_DAY.search(cells[at])]
            exact = (at for word in words for at in free if cells[at] == word)
            # 街道 in a longer cell is rather of a unit's name: 城南街道（开发区）.
            parts = [word for word in words if len(word) > 1 and not is_level(word)]
            part = (at for word in parts for at in free if word in cells[at])
            at = next(exact, next(part, None))
            if at is not None:
                found[key] = at
        # A title, 青棠县应报单位名册, has a line of its own.
        if "name" in found and (len(found) > 1 or not _TITLE.search(cells[found["name"]])):
            return number, found
    worded = [cell for row in rows for cell in _worded(row)]
    places = {at for at, _ in worded}
    if len(places) == 1 and _are_names([words for _, words in worded]):
        return -1, {"name": places.pop()}
    raise RosterUnread("看不出哪一列是单位，请在首行写列名：单位、县区、应报时间、联系人")


def _worded(row: Sequence[str]) -> list[tuple[int, str]]:
    """The cells of ``row`` that hold more than a number, which may count the lines."""
    return [
        (at, cell) for at, cell in enumerate(row) if cell.strip(" \t.、") and not _is_count(cell)
    ]


def _is_count(cell: str) -> bool:
    return cell.strip(" \t.、").isdigit()


def _is_headed(rows: Sequence[Sequence[str]]) -> bool:
    try:
        return _columns(rows)[0] >= 0
    except RosterUnread:
        return False


def _are_names(lines: Sequence[str]) -> bool:
    """Whether lines without any heading are names of units, but for a few; a letter's are none."""
    meant = [line for line in lines if _NAME.fullmatch(plain_name(_NUMBER.sub("", line)))]
    return len(meant) > _MOSTLY * len(lines)
