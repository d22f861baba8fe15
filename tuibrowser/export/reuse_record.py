"""Wording that stands elsewhere, too, as JSON and as a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from tuibrowser.export.datatable import Column, DataTable, Datum, Marked, Share
from tuibrowser.export.records import Record
from tuibrowser.insight.reuse import Reuse, Reused, ReuseMatch
from tuibrowser.lexicon.labels import KIND_WORDS
from tuibrowser.model.report import Report, short
from tuibrowser.text.fold import squash

_COLUMNS = (
    Column("单位"),
    Column("年份"),
    Column("部分"),
    Column("本报告表述"),
    Column("表述相同处"),
    Column("相同处年份"),
    Column("占比", is_number=True),
    Column("数据"),
    Column("对应表述"),
)
_SAME, _OTHER = "相同", "不同"
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_EVERYBODYS: Final = re.compile(
    r"(?<!\d)(?:20\d\d(?:[-—至到]20\d\d)?年|1?\d月(?:[1-3]?\d日)?"
    r"|123(?:09|15|28|45|48|50|88)(?![\d.万份件人次元户])|100%|24小时|[1-9]\+[1-9xn](?!\d))",
    re.IGNORECASE,
)
"""Years, days, hotlines and slogans, which stand in every report."""
_FEWEST_DIGITS: Final = 3
"""Of numbers that are the same by more than chance: 2次、5件 are soon met with again."""
_MOST_LISTED: Final = 10
"""Pairs of reports that one sentence names."""

_OWN = 4
"""Columns that tell of the passage itself."""
_NAMED = 3
"""Places that a terminal is told of one by one, the earliest first."""


def reuse_record(
    found: Sequence[Reuse], *, is_single: bool, drafts: Collection[str] = ()
) -> Record:
    """What ``reuse`` prints.

    Every ``start``/``end``, those of ``spans`` too, is an offset into the text of its report;
    ``spans`` are of the passage at hand.

    Args:
        found: A report each.
        is_single: Whether one report was asked for by name, whose ``passages`` stand at the top.
        drafts: sha256 of those that are in no library.
    """
    record: Record = {"reports": [_report(it, drafts) for it in found]}
    if is_single and len(found) == 1:
        record["passages"] = record["reports"][0]["passages"]
    return record


def reuse_table(found: Sequence[Reuse], *, is_short: bool = False) -> DataTable:
    """A row for each place where a passage stands, too; below, how much of each report is whose.

    Args:
        found: A report each.
        is_short: Whether of many places the first ones are named and the others counted, as for a
            terminal: what a county has in common would fill a thousand screens.
    """
    rows: list[list[Datum]] = []
    for it in found:
        for reused in it.passages:
            places = _folded(reused.matches)
            matches: Sequence[ReuseMatch] = [*places]
            if is_short and len(matches) > _NAMED + 1:
                # Those with the same numbers first, which were hardly arrived at twice.
                text = it.report.slice(reused.passage)
                matches = sorted(matches, key=lambda match: not _has_numbers_of(match, text))
                matches = matches[:_NAMED]
            rows += [list(_row(it.report, reused, match, places[match])) for match in matches]
            if rest := len(places) - len(matches):
                units = len({match.origin.unit for match in reused.matches})
                said = f"另有 {rest} 处，共 {units} 个单位有"
                rows.append([*rows[-1][:_OWN], said, *(None for _ in _COLUMNS[_OWN + 1 :])])
    notes = [_note(it) for it in found]
    return DataTable("表述相同", _COLUMNS, rows, notes=notes, lead=list(_to_the_number(found)))


def _folded(matches: Iterable[ReuseMatch]) -> dict[ReuseMatch, int]:
    """Of ``matches`` that several texts of one unit and year have in the same words the first, with
    how many texts that are: drafts of one report are no two places."""
    before: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, int | None, str, int], ReuseMatch] = {}
    texts: dict[ReuseMatch, int] = {}
    for it in matches:
        words = _in_one_line(it.text)
        times = before[it.origin.report, words]  # one text may say it twice
        before[it.origin.report, words] += 1
        whose = it.origin.unit or it.origin.report  # what nobody issued is of different bodies
        match = first.setdefault((whose, it.origin.year, words, times), it)
        texts[match] = texts.get(match, 0) + 1
    return texts


def _to_the_number(found: Sequence[Reuse]) -> Iterator[str]:
    """Of which other unit's report which passages have wording and numbers."""
    pairs = Counter(
        (it.report.name, f"{match.origin.unit}{match.origin.year or ''}")
        for it in found
        for reused in it.passages
        for match in _folded(reused.matches)
        if match.origin.unit != it.report.name_parts[0]
        and _has_numbers_of(match, it.report.slice(reused.passage))
    )
    if pairs:
        named = [f"{own}与{other}（{count} 段）" for (own, other), count in pairs.most_common()]
        more = f" 等 {len(named)} 对" if len(named) > _MOST_LISTED else ""
        yield f"表述和数据都与其他单位相同，请核：{'、'.join(named[:_MOST_LISTED])}{more}。"


def _has_numbers_of(match: ReuseMatch, text: str) -> bool:
    """Whether ``match`` has the numbers of ``text``, and those are enough to tell by."""
    numbers = _numbers(text)
    return sum(map(len, numbers)) >= _FEWEST_DIGITS and numbers == _numbers(match.text)


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(_EVERYBODYS.sub("", squash(text)))


def _report(it: Reuse, drafts: Collection[str]) -> Record:
    sha256 = it.report.sha256
    return {
        "issuer": it.report.issuer,
        "year": it.report.year,
        "report": None if sha256 in drafts else short(sha256),
        "passages": [_passage(it.report, reused) for reused in it.passages],
        "shares": it.shares._asdict(),
    }


def _passage(report: Report, reused: Reused) -> Record:
    part = reused.passage
    return {
        "text": report.slice(part),
        "start": part.start,
        "end": part.end,
        "section_kind": part.kind,
        "matches": [_match(it) for it in reused.matches],
    }


def _match(it: ReuseMatch) -> Record:
    return {
        "report": short(it.origin.report),
        "issuer": it.origin.issuer,
        "year": it.origin.year,
        "start": it.start,
        "end": it.end,
        "text": it.text,
        "share": it.share,
        "spans": [list(span) for span in it.spans],
    }


def _row(report: Report, reused: Reused, match: ReuseMatch, texts: int) -> Iterator[Datum]:
    yield report.name_parts[0]
    yield report.year
    yield KIND_WORDS[reused.passage.kind] if reused.passage.kind else None
    yield Marked(tuple(_pieces(report, reused, match)))
    yield match.origin.unit if texts == 1 else f"{match.origin.unit}（{texts} 份文本）"
    yield match.origin.year
    yield Share(match.share)
    yield _numbers_told(report.slice(reused.passage), match.text)
    yield _in_one_line(match.text)


def _pieces(report: Report, reused: Reused, match: ReuseMatch) -> Iterator[tuple[str, bool]]:
    """The passage, what of it stands there, too, apart from what does not."""
    at = reused.passage.start
    for start, end in match.spans:
        yield _in_one_line(report.text[at:start]), False
        yield _in_one_line(report.text[start:end]), True
        at = end
    yield _in_one_line(report.text[at : reused.passage.end]), False


def _numbers_told(text: str, other: str) -> str | None:
    if not (numbers := _numbers(text)):
        return None
    return _SAME if numbers == _numbers(other) else _OTHER


def _note(it: Reuse) -> str:
    own, last_year, elsewhere, stock = _percents(it.shares)
    return (
        f"{it.report.name}：自写 {own}%，与上年相同 {last_year}%，"
        f"他处也有 {elsewhere}%，通用表述 {stock}%"
    )


def _percents(shares: Sequence[float]) -> list[int]:
    """``shares`` of a whole as percentages that make a hundred, if they are all of it: rounded down
    first, and those up that lose most by it."""
    exact = [100 * share for share in shares]
    whole = [int(it) for it in exact]
    by_loss = sorted(range(len(exact)), key=lambda at: whole[at] - exact[at])
    for at in by_loss[: round(sum(exact)) - sum(whole)]:
        whole[at] += 1
    return whole


def _in_one_line(text: str) -> str:
    return "".join(text.split())
