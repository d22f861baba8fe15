"""What people put right stands in place of what was understood."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon.load import load
from tuibrowser.model.correction import Correction
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand

_TEXT = """\
青石镇2023年法治政府建设年度报告
一、主要举措和成效
（一）规范行政执法。开展执法检查12次。
二、一些想法
普法形式不够丰富。
三、其他需要报告的情况
无。
"""
_DOCUMENT = Document(_TEXT, "a" * 64, "报告.txt", "utf-8")


def report(*corrections: Correction) -> Report:
    return understand(_DOCUMENT, load(), corrections)


def test_without_corrections_nothing_is_changed() -> None:
    assert report().corrected == ()


def test_particulars_are_put_right() -> None:
    made = report(
        Correction("year", "2022"),
        Correction("issuer", "青石街道"),
        Correction("issuer_kind", "subdistrict"),
        Correction("county", "白水县"),
        Correction("date", None),
    )
    assert (made.year, made.issuer, made.issuer_kind, made.date) == (
        2022,
        "青石街道",
        "subdistrict",
        None,
    )
    assert made.place.county == "白水县"
    # A township's own level of the place is its name.
    assert made.place.township == "青石街道"
    assert report().place.township == "青石镇"
    assert set(made.corrected) == {"year", "issuer", "place", "date"}


def test_the_later_of_two_holds() -> None:
    assert report(Correction("year", "2022"), Correction("year", None)).year is None


def test_a_part_gets_another_kind_with_all_below_it() -> None:
    before, made = report(), report(Correction("kind", "shortcomings", "一些想法"))
    assert [section.kind for section in before.sections][2] != "shortcomings"
    assert made.sections[2].kind == "shortcomings"
    below = [passage for passage in made.passages if passage.section == 2]
    assert below
    assert {passage.kind for passage in below} == {"shortcomings"}
    assert (before.section_states["shortcomings"], made.section_states["shortcomings"]) == (
        "unclear",  # 一些想法 may be what is wanting
        "own",
    )
    assert made.section_states["other"] == "stated_none"
    lowered = report(Correction("kind", "next_plan", "主要举措和成效"))
    assert [section.kind for section in lowered.sections][:2] == ["next_plan", "next_plan"]


def test_a_part_that_is_of_no_kind_leaves_its_item_unstated() -> None:
    made = report(Correction("kind", None, "主要举措和成效"), Correction("kind", None, "一些想法"))
    assert made.section_states["measures_results"] == "none"


def test_themes_of_a_heading_and_its_measures_are_put_right() -> None:
    before, made = report(), report(Correction("theme", "publicity", "规范行政执法"))
    assert before.sections[1].themes == ("enforcement",)
    assert made.sections[1].themes == ("publicity",)
    below = [p for p in made.passages if p.section == 1 and p.role == "measure"]
    assert below
    assert all(passage.themes[0] == "publicity" for passage in below)
    assert not any("enforcement" in passage.themes for passage in below)


@pytest.mark.parametrize("key", ["kind", "theme"])
def test_a_heading_that_is_gone_changes_nothing(key: str) -> None:
    made = report(Correction(key, None, "没有这一条"))  # type: ignore[arg-type]
    assert made == report()
