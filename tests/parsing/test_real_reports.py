"""Five real reports, read by a person; skipped where they are not beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.read import read


@pytest.fixture(scope="module")
def reports(real_reports_dir: Path, lexicon: Lexicon) -> dict[str, Report]:
    found = [understand(read(path), lexicon) for path in sorted(real_reports_dir.glob("*.txt"))]
    return {report.issuer or "": report for report in found}


def test_who_where_and_when(reports: dict[str, Report]) -> None:
    seen = {name: (r.year, r.place.county, r.date, r.published) for name, r in reports.items()}
    assert seen == {
        "潭柘寺镇": (2023, "门头沟区", None, None),
        "寨里镇": (2023, "淄川区", "2023-12-29", None),
        "上仓镇": (2023, "蓟州区", None, None),
        "潘家湾镇": (2024, None, None, None),
        "旧宫镇": (2022, "大兴区", None, "2023-03-24"),
    }


def test_the_five_items(reports: dict[str, Report]) -> None:
    own, none, nothing = "own", "none", "stated_none"
    states = {name: list(report.section_states.values()) for name, report in reports.items()}
    assert states == {
        "潭柘寺镇": [own, own, own, own, nothing],
        "寨里镇": [own, own, own, own, none],
        "上仓镇": [own, own, none, own, none],
        "潘家湾镇": [own, own, own, own, none],
        "旧宫镇": [own, own, own, own, nothing],
    }


def test_as_many_headings_measures_and_figures_as_a_reader_counted(
    reports: dict[str, Report],
) -> None:
    assert sum(len(report.sections) for report in reports.values()) == 63
    assert abs(sum(len(report.measures) for report in reports.values()) - 170) <= 2
    assert sum(len(report.numbers) for report in reports.values()) == 69
