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


@pytest.mark.parametrize(
    "pages", [(" I", " III", " V"), ("\tⅰ", "\tⅱ", "\tⅣ"), ("（ix）", "（x）", "（xiv）")]
)
@pytest.mark.parametrize("sign", ["", "……"])
def test_pages_may_be_numbered_in_roman_letters(sign: str, pages: tuple[str, ...]) -> None:
    heads = [HEADS[0], *HEADS[2:]]
    gap = "" if sign or pages[0].startswith("\t") else " "
    listed = [f"{head}{sign}{gap}{page}" for head, page in zip(heads, pages, strict=True)]
    assert _found(["望溪镇报告", "目录", *listed, "现报告如下。", *BODY]) == [1, 2, 3, 4]


def test_a_heading_that_ends_in_a_letter_is_no_entry() -> None:
    lines = ["一、推广网格化 V", "推进网格提档。", "二、建设智慧平台 I", "平台上线运行。"]
    assert _found(["望溪镇报告", *lines]) == []
