"""The same measure in other years: what counts as the same, and whose reports are looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_corpus import Part, make_report, store

from tuibrowser.compare.changes import align_years
from tuibrowser.compare.masks import Mask, OfYear
from tuibrowser.insight.other_years import InYear, Nearest, nearest, other_years
from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Place, Report
from tuibrowser.model.search import PassageRecord
from tuibrowser.parsing.parse import parse
from tuibrowser.store.library import Reader

MEDIATION = "一是健全矛盾纠纷排查机制，柳溪镇2023年调处纠纷128件，调解成功率98.4%。"


def masked(text: str, issuer: str | None) -> OfYear:
    report = make_report([Part(text)], issuer)
    return Mask(report).of_year(report.passages[0])


def nearest_text(text: str, others: list[str], issuer: str | None = None) -> Nearest | None:
    return nearest(masked(text, issuer), [masked(each, issuer) for each in others])


@pytest.mark.parametrize(
    ("text", "likeness"),
    [
        ("二是健全矛盾纠纷排查机制，柳溪2022年调处纠纷128件，调解成功率98.4%；", "kept"),
        ("健全矛盾纠纷排查机制，柳溪镇2022年调处纠纷 97 件，调解成功率９６%。", "numbers_only"),
        ("完善矛盾纠纷排查化解机制，全年共调处各类纠纷97件，成功率96%。", "reworded"),
        ("组织村干部旁听庭审2次。", None),
        ("", None),
    ],
)
def test_what_is_left_without_name_year_and_figures_decides(
    text: str, likeness: str | None
) -> None:
    found = nearest_text(MEDIATION, [text], "柳溪镇")
    assert (found and found.likeness) == likeness


def test_the_nearest_of_several_is_chosen() -> None:
    others = [
        "组织村干部旁听庭审2次。",
        "完善矛盾纠纷排查化解机制，调处各类纠纷97件。",
        "健全矛盾纠纷排查机制，2022年调处纠纷97件，调解成功率96%。",
    ]
    found = nearest_text(MEDIATION, others, "柳溪镇")
    assert found is not None
    assert found.index == 2


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=4), st.none() | st.text())
def test_any_texts_can_be_compared(text: str, others: list[str], issuer: str | None) -> None:
    found = nearest_text(text, others, issuer)
    assert found is None or (0 <= found.index < len(others) and 0.42 <= found.score <= 1)


@given(st.text("健全矛盾纠纷排查化解机制", min_size=2, max_size=40))
def test_the_text_itself_is_kept_and_comes_first(text: str) -> None:
    found = nearest_text(text, ["组织旁听庭审2次。", text])
    assert found is not None
    assert (found.index, found.likeness) == (1, "kept")


HERE = Place("晋原省", "临江市", "云台县", "城关镇")
THERE = Place("晋原省", "临江市", "清河县", "城关镇")


def record(reader: Reader, year: int, words: str) -> PassageRecord:
    (found,) = (it for it in reader.passages((), years=(year, year), limit=100) if words in it.text)
    return found


def test_every_other_year_says_what_it_has_or_why_not(tmp_path: Path) -> None:
    library = store(
        tmp_path / "library.sqlite3",
        [
            make_report([Part("调处纠纷128件。"), Part("开展普法宣传。")], "城关镇", 2024, HERE),
            make_report([Part("一是调处纠纷97件；"), Part("旁听庭审。")], "城关镇", 2023, HERE),
            make_report([Part("旁听庭审2次。")], "城关镇", 2022, HERE),
            # Another town of that name, which says the same to the letter.
            make_report([Part("调处纠纷128件。")], "城关镇", 2021, THERE),
            make_report([Part("调处纠纷128件。", "lead")], "城关镇", 2020, HERE),
        ],
    )
    with library.read() as reader:
        found = other_years(reader, record(reader, 2024, "调处纠纷"))
        nearest_2023 = record(reader, 2023, "调处纠纷")
    assert found == (
        InYear(2023, True, nearest_2023, "numbers_only"),
        InYear(2022, True),
        InYear(2021, False),
        # Only a lead, and it is measures that are compared.
        InYear(2020, True),
    )


@pytest.mark.parametrize(
    ("then", "there", "is_found"),
    [
        ("云台县水务局", HERE, True),
        ("水务局", HERE, True),
        # Where it is from is not known of one, so nothing says that it is of this county.
        ("水务局", Place(), False),
        ("清河县水务局", THERE, False),
        ("水务局", THERE, False),
    ],
)
@pytest.mark.parametrize("now", ["云台县水务局", "水务局"])
def test_an_office_is_itself_with_its_county_before_its_name_or_without(
    now: str, then: str, there: Place, is_found: bool, tmp_path: Path
) -> None:
    here, there = (it._replace(township=None) for it in (HERE, there))
    library = store(
        tmp_path / "library.sqlite3",
        [
            make_report([Part("巡查河道128次。")], now, 2024, here),
            make_report([Part("巡查河道97次。")], then, 2023, there),
        ],
    )
    with library.read() as reader:
        (found,) = other_years(reader, record(reader, 2024, "巡查河道"))
    # A bare name of an unknown place may be any office of that name, this one as well.
    assert found.has_report == (is_found or (now == then and there == Place()))


# Each is a sentence of one year and what became of it in the next.
@pytest.mark.parametrize(
    ("before", "after", "likeness"),
    [
        ("审查各类合同三十六份，提出意见十二条。", "审查各类合同36份，提出意见12条。", "kept"),
        ("调解成功率百分之九十六点五，群众满意。", "调解成功率97.5%，群众满意。", "numbers_only"),
        ("印发2023年普法工作要点，任务26项。", "印发2024年普法工作要点，任务26项。", "kept"),
        (
            "对辖区内十四个村和三个社区的矛盾纠纷开展常态化排查，全年信访总量比上年有所下降，群众评价较好。",
            "对辖区内十四个村和三个社区的矛盾纠纷开展常态化排查，全年信访总量比上年有所上升，群众评价较好。",
            "reworded",
        ),
        ("调解员由司法所统一选聘，培训4次。", "调解员被司法所统一选聘，培训4次。", "reworded"),
    ],
)  # fmt: skip
def test_a_year_says_of_a_measure_what_comparing_the_years_says(
    before: str, after: str, likeness: str, tmp_path: Path
) -> None:
    old, new = parsed(2023, before), parsed(2024, after)
    (row,) = (it for it in align_years([old, new]).rows if any(it.changes))
    assert row.changes == (None, likeness)
    library = store(tmp_path / "library.sqlite3", [old, new])
    with library.read() as reader:
        (found,) = other_years(reader, record(reader, 2024, after))
    assert found.likeness == likeness


def parsed(year: int, measure: str) -> Report:
    """A report as the parser reads it, so that figures are what it takes for figures."""
    lines = [f"柳溪镇{year}年法治政府建设年度报告", "一、主要举措和成效", measure]
    return parse(Document("\n".join(lines), f"{year:064}", f"{year}.txt", "utf-8"), load())


def test_without_an_issuer_there_is_no_other_year(tmp_path: Path) -> None:
    library = store(tmp_path / "library.sqlite3", [make_report([Part("通知。", "other")])])
    with library.read() as reader:
        (passage,) = reader.passages((), limit=5)
        assert other_years(reader, passage) == ()
