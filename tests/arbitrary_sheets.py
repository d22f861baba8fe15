"""Comparisons of reports that say anything at all, as far as a file can hold it."""

from __future__ import annotations

from handmade import Draft, plain
from hypothesis import strategies as st

from tuibrowser.compare.align import align
from tuibrowser.export.sheet import Sheet, comparison_sheet

texts = st.text(min_size=1).filter(str.strip) | st.sampled_from(
    [
        "=1+1",
        "＝cmd|' /C calc'!A0",
        '-2+3,"x"\r\n;@SUM(1)',
        "<script>alert(1)</script>&lt;&#x41;</td>]]>",
        "\x00\x0b\x1b[31m\ufffe\uffff\u202e",
        "　　一是　两端　",
        "a\tb  c\u00a0\u3000d",
    ]
)


def sheet_of(heading: str, measures: list[str], name: str = "甲镇") -> Sheet:
    """A report of one section beside an ordinary one."""
    draft = Draft(name).head("一、", heading, "measures_results")
    for measure in measures:
        draft.measure(measure, "publicity")
    return comparison_sheet(align([draft.report(), plain("乙镇")], "theme"))
