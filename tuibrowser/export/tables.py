"""Lists and hits as aligned columns for a person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from tuibrowser.lexicon.labels import KIND_WORDS, ROLE_LABELS
from tuibrowser.model.search import Hit
from tuibrowser.model.terms import Span
from tuibrowser.text.cellwidth import cells, fill, prefix_sums, shorten
from tuibrowser.text.cutting import start_at
from tuibrowser.text.visible import visible

if TYPE_CHECKING:
    from tuibrowser.model.report import Place, ReportEntry

_GAP = "  "
_NARROWEST_EXCERPT = 30
"""Cells, a clause of fifteen characters; with less it has a line of its own."""
_ROOM_FOR_REMARKS = 72
"""Cells from which remarks are whole; on a narrower terminal they would leave no text."""

Mark = Callable[[str], str]
"""What makes a hit stand out: given its text, gives the text to print."""


def list_table(
    entries: Iterable[tuple[str, ReportEntry]],
    width: int | None = None,
    labels: Sequence[str] = (),
    corrected: Collection[str] = (),
) -> list[str]:
    """Reports as lines that line up in terminal cells, the first one naming the columns.

    Args:
        entries: Each with the REF that names it.
        width: Cells to shorten the lines to; ``None`` leaves them as long as they are.
        labels: What the library of each is called, where there are several.
        corrected: sha256 of those in which something was put right.
    """
    rows: list[tuple[str, ...]] = [("报告", "行政区划", "标题")]
    rows.extend(
        (
            name,
            place_name(entry.place),
            ("（更正）" if entry.sha256 in corrected else "")
            + (entry.title or f"（无标题）{entry.file}"),
        )
        for name, entry in entries
    )
    if labels:
        labelled = zip(rows, ("报告库", *labels), strict=True)
        rows = [(*row[:-1], label, row[-1]) for row, label in labelled]
    heads = _padded([row[:-1] for row in rows])
    lines = [head + visible(row[-1]) for head, row in zip(heads, rows, strict=True)]
    return [line if width is None else shorten(line, width) for line in lines]


def search_table(
    hits: Sequence[Hit], width: int | None = None, mark: Mark | None = None
) -> list[str]:
    """Hits as lines that line up, one each: report, year, section, how it matched, the passage.

    Args:
        hits: Best first.
        width: Cells to fit a line into, by cutting the passage around its first match; ``None``
            prints passages whole.
        mark: How the matches are made to stand out.

    On a terminal too narrow for both, the passage stands on a line of its own below the rest.
    """
    rows: list[tuple[str, ...]] = [("报告单位", "年份", "部分"), *map(_whence, hits)]
    remarks = [_remark(hit, brief=width is not None and width < _ROOM_FOR_REMARKS) for hit in hits]
    if any(remarks):
        rows = [(*row, remark) for row, remark in zip(rows, ("匹配", *remarks), strict=True)]
    heads = _padded(rows)
    room = None if width is None else width - cells(heads[0])
    if width is not None and width - cells(heads[0]) < _NARROWEST_EXCERPT:
        return _stacked(rows, hits, width, mark)
    texts = ["文字", *(_excerpt(hit, room, mark) for hit in hits)]
    return [head + text for head, text in zip(heads, texts, strict=True)]


def _stacked(
    rows: Sequence[Sequence[str]], hits: Sequence[Hit], width: int, mark: Mark | None
) -> list[str]:
    """``rows``, the first naming the columns, and below each but that one its passage, indented."""
    heads = [shorten(_GAP.join(filter(None, map(visible, row))), width) for row in rows]
    room = width - len(_GAP)
    lines = (
        (head, _GAP + _excerpt(hit, room, mark)) for head, hit in zip(heads[1:], hits, strict=True)
    )
    return [heads[0], *(line for pair in lines for line in pair)]


def place_name(place: Place) -> str:
    """The levels that are known, from the province down; a municipality is named once."""
    levels = (place.province, place.city, place.county, place.township)
    return " ".join(dict.fromkeys(level for level in levels if level))


def _padded(rows: Sequence[Sequence[str]]) -> list[str]:
    """The cells of each row one after the other, columns equally wide, a gap after each."""
    shown = [[visible(text) for text in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(*shown, strict=True)]
    return [
        "".join(fill(text, width) + _GAP for text, width in zip(row, widths, strict=True))
        for row in shown
    ]


def _whence(hit: Hit) -> tuple[str, ...]:
    passage = hit.passage
    kind = passage.section_kind
    section = KIND_WORDS[kind] if kind else ROLE_LABELS[passage.role]
    return passage.unit or "（不明）", str(passage.year or "（不明）"), section


def _remark(hit: Hit, brief: bool) -> str:
    """How the hit matched, if not to the letter, and how many others say the same."""
    note = (hit.note or "").partition("（")[0] if brief else hit.note
    same = (f"+{hit.same}" if brief else f"另有 {hit.same} 处相同") if hit.same else ""
    return "，".join(filter(None, (note, same)))


def _excerpt(hit: Hit, room: int | None, mark: Mark | None) -> str:
    """The passage on one line, cut around its first match to ``room`` cells."""
    text, spans = visible(hit.passage.text), hit.spans
    if room is not None and cells(text) > room:
        text, spans = _cut(text, spans, room)
    if mark is None:
        return text
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += [text[done:start], mark(text[start:end])]
        done = end
    return "".join((*parts, text[done:]))


def _cut(text: str, spans: Sequence[Span], room: int) -> tuple[str, tuple[Span, ...]]:
    sums = prefix_sums(text)
    first = spans[0][0] if spans else 0
    # A third of the room goes to what stands before the match: it is read with what follows.
    before = max(0, min(sums[first] - room // 3, sums[-1] - room + 1))
    begin = min(first, start_at(text, bisect_left(sums, before)))
    lead = "…" if begin else ""
    body = shorten(text[begin:], room - len(lead))
    shift = len(lead) - begin
    end = len(lead + body) - (body != text[begin:])
    moved = ((start + shift, min(stop + shift, end)) for start, stop in spans)
    return lead + body, tuple((start, stop) for start, stop in moved if start < stop)
