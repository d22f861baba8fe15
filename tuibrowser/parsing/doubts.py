"""Where the headings of a report may not have been understood."""

from __future__ import annotations

from collections.abc import Iterator

from tuibrowser.model.report import Doubt
from tuibrowser.parsing.bodies import Outline


def doubt_headings(outline: Outline) -> Iterator[Doubt]:
    """What speaks against the headings found; nothing if they were understood, or none was found.

    A part that was not found is said to be missing only where nothing does.
    """
    first = [at for at, heading in enumerate(outline.headings) if heading.level == 1]
    if first and not any(outline.kinds[at] for at in first):
        yield Doubt("headings", "标题没有写明是哪一部分，请人工核对")
    expected = 1
    for heading in (outline.headings[at] for at in first):
        ordinal = heading.ordinal or expected  # one that lost its number is counted all the same
        if ordinal > expected:
            yield Doubt(
                "headings",
                f"编号为 {ordinal} 的一级标题之前缺少 {ordinal - expected} 个，可能没有认出",
                heading.line.start,
                heading.line.end,
            )
        expected = ordinal + 1
