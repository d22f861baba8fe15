"""What announces the headings of a report, and what only looks so."""

from __future__ import annotations

import pytest

from tuibrowser.parsing.breaks.paragraphs import paragraphs
from tuibrowser.parsing.lines.contents import find_contents

HEADS = ["一、主要举措和成效", "（一）普法宣传", "二、存在的不足", "三、下一年度安排"]
BODY = [line for head in HEADS for line in (head, f"{head[-4:]}的工作由专人负责，逐月通报进展。")]


def _found(lines: list[str]) -> list[int]:
    text = "\n".join(lines)
    return sorted(find_contents(paragraphs(text), text))


def test_short_lines_that_are_said_again_in_their_order_announce_the_parts() -> None:
    assert _found(["望溪镇报告", *HEADS, "现报告如下。", *BODY]) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "lines",
    [
        ["望溪镇报告", *HEADS[:2], "现报告如下。", *BODY],  # two are few
        ["望溪镇报告", *HEADS[::-1], "现报告如下。", *BODY],  # another order
        [
            "望溪镇报告",
            *HEADS,
            "现报告如下。",
            *HEADS,
            "附件另发。",
        ],  # a text that stands there twice
    ],
)
def test_what_is_said_again_otherwise_does_not(lines: list[str]) -> None:
    assert _found(lines) == []
