"""Headings that people said are none, are some, or stand on another level."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.lexicon.load import load
from tuibrowser.model.correction import Correction, measure_words
from tuibrowser.model.document import Document
from tuibrowser.model.report import Doubt, Report
from tuibrowser.parsing.corrected.report import corrected, touched
from tuibrowser.parsing.understand import understand

_TEXT = """\
青石镇2023年法治政府建设年度报告
现将青石镇2023年法治政府建设情况报告如下：
一、主要举措和成效
（一）规范行政执法。开展执法检查12次。
（二）加强普法宣传。举办法治讲座8场。发放宣传手册300份。
存在的不足和原因
执法人员偏少，业务培训不够。
三、下一年度主要安排
继续开展普法宣传。

青石镇人民政府
2024年1月15日
"""


def report(*corrections: Correction, text: str = _TEXT) -> Report:
    return understand(Document(text, "a" * 64, "报告.txt", "utf-8"), load(), corrections)


def heading(words: str, level: str | None) -> Correction:
    return Correction("heading", level, words)


def titles(made: Report) -> list[tuple[str, int]]:
    return [(it.title, it.level) for it in made.sections]


def tiles(made: Report) -> bool:
    """Whether every visible character belongs to one passage, in order, below the heading that
    rules it."""
    covered = "".join(made.slice(it) for it in made.passages)
    numbers = [it.section for it in made.passages if it.section is not None]
    heads = [it for it in made.passages if it.role == "heading"]
    return (
        "".join(covered.split()) == "".join(made.text.split())
        and numbers == sorted(numbers)
        and [(it.start, it.end) for it in heads] == [(it.start, it.end) for it in made.sections]
    )


def test_a_heading_that_is_none_is_text_of_the_one_above() -> None:
    before = report()
    assert ("规范行政执法", 2) in titles(before)
    made = report(heading("规范行政执法", None))
    assert titles(made) == [it for it in titles(before) if it[0] != "规范行政执法"]
    below = [made.slice(it) for it in made.passages if it.section == 0]
    assert any("规范行政执法" in it for it in below)
    assert any("执法检查12次" in it for it in below)
    assert made.corrected == ("heading",)
    assert tiles(made)


def test_a_line_becomes_the_heading_that_it_is() -> None:
    before = report()
    plain = replace(before, passages=before.passages)
    if "存在的不足和原因" in [it.title for it in plain.sections]:
        plain = report(heading("存在的不足和原因", None))
    assert plain.section_states["shortcomings"] != "own"
    made = corrected(plain, [heading("存在的不足和原因", "1")])
    section = next(it for it in made.sections if it.title == "存在的不足和原因")
    assert (section.level, section.kind, section.marker) == (1, "shortcomings", None)
    below = [it for it in made.passages if it.role == "measure" and it.kind == "shortcomings"]
    assert [made.slice(it) for it in below] == ["执法人员偏少，业务培训不够。"]
    assert made.section_states["shortcomings"] == "own"
    assert tiles(made)


def test_what_stands_in_one_line_with_its_text_is_cut_there() -> None:
    made = report(heading("举办法治讲座8场", "3"))
    section = next(it for it in made.sections if it.title == "举办法治讲座8场")
    assert made.text[section.start : section.end] == "举办法治讲座8场。"
    assert made.parents[made.sections.index(section)] == 2
    behind = [it for it in made.passages if it.section == made.sections.index(section)]
    assert [made.slice(it) for it in behind[1:]] == ["发放宣传手册300份。"]
    assert tiles(made)


def test_a_report_without_any_heading_gets_its_parts_one_by_one() -> None:
    text = """\
青石镇2023年法治政府建设年度报告
我镇认真推进依法行政各项工作，开展执法检查12次。
不足之处，也说几句。
执法人员偏少。业务培训不够。
"""
    before = report(text=text)
    assert before.sections == ()
    made = report(heading("不足之处，也说几句", "1"), text=text)
    (section,) = made.sections
    below = [it for it in made.passages if it.section == 0 and it.role == "measure"]
    assert [made.slice(it) for it in below] == ["执法人员偏少。业务培训不够。"]
    assert {it.kind for it in below} == {section.kind}
    assert not any(it.kind == "headings" for it in made.doubts)
    assert tiles(made)


def test_another_level_brings_another_part() -> None:
    text = _TEXT.replace("存在的不足和原因", "（三）存在的不足和原因")
    before = report(text=text)
    assert ("存在的不足和原因", 2) in titles(before)
    made = report(heading("存在的不足和原因", "1"), text=text)
    section = next(it for it in made.sections if it.title == "存在的不足和原因")
    assert (section.level, section.kind) == (1, "shortcomings")
    assert made.section_states["shortcomings"] == "own"
    lowered = report(heading("下一年度主要安排", "2"), text=text)
    # By its words it is a plan below the results, too.
    assert (lowered.sections[-1].level, lowered.sections[-1].kind) == (2, "next_plan")
    assert lowered.section_states["next_plan"] == "inside"


def test_what_follows_a_heading_that_is_moved_follows_it() -> None:
    text = _TEXT.replace("三、下一年度主要安排\n继续", "三、下一年度主要安排\n（一）普法。\n继续")
    lowered = report(Correction("kind", "other", "下一年度主要安排"), text=text)
    assert [it.kind for it in lowered.sections][-2:] == ["other", "other"]
    moved = report(heading("下一年度主要安排", None), text=text)
    assert moved.sections[-1].title == "普法"
    assert moved.sections[-1].kind != "next_plan"


def test_the_part_of_a_new_heading_can_be_put_right_too() -> None:
    made = report(heading("举办法治讲座8场", "1"), Correction("kind", "other", "举办法治讲座8场"))
    assert next(it for it in made.sections if "讲座" in it.title).kind == "other"
    assert set(made.corrected) == {"heading", "kind"}


def test_themes_of_one_measure_are_put_right() -> None:
    words = measure_words("发放宣传手册300份。")
    made = report(Correction("measure", "openness digital", words))
    themes = {made.slice(it): it.themes for it in made.measures}
    assert themes["发放宣传手册300份。"] == ("openness", "digital")
    assert "openness" not in themes["举办法治讲座8场。"]
    assert made.corrected == ("theme",)


def test_where_something_was_put_right_is_known() -> None:
    corrections = [
        heading("规范行政执法", None),
        Correction("theme", "publicity", "加强普法宣传"),
        Correction("measure", "openness", measure_words("发放宣传手册300份。")),
        Correction("year", "2022"),
        Correction("kind", "other", "没有这一条"),
    ]
    made = report(*corrections)
    found = [made.text[start:end] for start, end in touched(made, corrections)]
    assert found == ["（一）规范行政执法。", "（二）加强普法宣传。", "发放宣传手册300份。"]


@pytest.mark.parametrize(
    ("correction", "left"),
    [
        (heading("存在的不足和原因", "1"), 0),
        (Correction("kind", "next_plan", "下一年度主要安排"), 0),
        (heading("规范行政执法", None), 1),
        (Correction("year", "2022"), 1),
    ],
)
def test_the_doubt_about_a_gap_goes_when_somebody_looked_at_it(
    correction: Correction, left: int
) -> None:
    before = report(heading("存在的不足和原因", None))
    last = before.sections[-1]
    gap = Doubt("headings", "缺少 1 个", last.start, last.end)
    made = corrected(replace(before, doubts=(gap,)), [correction])
    assert len(made.doubts) == left


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["主要举措和成效", "规范行政执法", "加强普法宣传", "存在的不足和原因",
                 "下一年度主要安排", "举办法治讲座8场", "继续开展普法宣传", "业务培训", "无此行"]
            ),
            st.sampled_from([None, "1", "2", "3", "9"]),
        ),
        max_size=6,
    )
)  # fmt: skip
def test_whatever_is_said_of_headings_every_character_stays_in_one_passage(
    said: list[tuple[str, str | None]],
) -> None:
    corrections = [heading(*it) for it in dict(said).items()]
    made = report(*corrections)
    assert tiles(made)
    # Put right twice it is as put right once.
    assert corrected(made, corrections).sections == made.sections
    assert made.section_states.keys() == report().section_states.keys()
