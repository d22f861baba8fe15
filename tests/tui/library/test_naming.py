"""What a report is called on the screen."""

from __future__ import annotations

import dataclasses

import pytest
from cases import for_each
from handmade import plain

from tuibrowser.model.report import Place
from tuibrowser.text.cellwidth import cells
from tuibrowser.tui.library.naming import fitted_name, pane_title, place_names, report_name

REPORT = plain("潭溪镇")


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({}, "潭溪镇2023"),
        ({"year": None}, "潭溪镇（年份不明）"),
        ({"issuer": None}, "潭溪镇2023.txt"),
    ],
)
def test_report_names(change: dict[str, None], name: str) -> None:
    assert report_name(dataclasses.replace(REPORT, **change)) == name  # type: ignore[arg-type]


def test_places_are_short_and_said_once() -> None:
    assert place_names(Place("北京市", "北京市", "门头沟区", "潭柘寺镇")) == ["北京", "门头沟"]


@pytest.mark.parametrize("width", range(1, 40))
def test_titles_fit_and_keep_the_name_longest(width: int) -> None:
    report = dataclasses.replace(REPORT, place=Place("北京市", "北京市", "门头沟区", None))
    title = pane_title(report, width)
    assert cells(title) <= width
    if width >= cells("潭溪镇2023"):
        assert title.endswith("潭溪镇2023")


@for_each("width", range(8, 60))
def test_of_a_long_name_the_year_is_the_last_to_go(width: int) -> None:
    report = dataclasses.replace(
        REPORT, issuer="青棠县自然资源和规划综合行政执法大队", place=Place(None, None, None, None)
    )
    for title in (pane_title(report, width), fitted_name(report, width)):
        assert cells(title) <= width
        assert title.endswith("2023") or width < 9
    for number in (1, 2):
        whole = report_name(report, number)
        assert fitted_name(report, cells(whole), number=number) == whole
    assert fitted_name(report, 26, number=2).endswith("2023（第 2 份）")


def test_a_file_name_cannot_steer_the_terminal() -> None:
    report = dataclasses.replace(REPORT, issuer=None, file="a\x1b]0;b\x07\udcff.txt")
    assert report_name(report) == "a\ufffd]0;b\ufffd\ufffd.txt"
