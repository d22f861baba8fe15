"""The same measure in other years: what counts as the same, and whose reports are looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_corpus import Part, make_report, store

from tuibrowser.model.report import Place
from tuibrowser.model.search import PassageRecord
from tuibrowser.search.other_years import InYear, nearest, other_years, same_place
from tuibrowser.store.library import Reader

MEDIATION = "一是健全矛盾纠纷排查机制，柳溪镇2023年调处纠纷128件，调解成功率98.4%。"


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
    found = nearest(MEDIATION, [text], "柳溪镇")
    assert (found and found.likeness) == likeness


def test_the_nearest_of_several_is_chosen() -> None:
    others = [
        "组织村干部旁听庭审2次。",
        "完善矛盾纠纷排查化解机制，调处各类纠纷97件。",
        "健全矛盾纠纷排查机制，2022年调处纠纷97件，调解成功率96%。",
    ]
    found = nearest(MEDIATION, others, "柳溪镇")
    assert found is not None
    assert found.index == 2


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=4), st.none() | st.text())
def test_any_texts_can_be_compared(text: str, others: list[str], issuer: str | None) -> None:
    found = nearest(text, others, issuer)
    assert found is None or (0 <= found.index < len(others) and 0.42 <= found.score <= 1)


@given(st.text("健全矛盾纠纷排查化解机制", min_size=2, max_size=40))
def test_the_text_itself_is_kept_and_comes_first(text: str) -> None:
    found = nearest(text, ["组织旁听庭审2次。", text])
    assert found is not None
    assert (found.index, found.likeness) == (1, "kept")


def test_two_towns_of_one_name_are_told_apart_by_what_both_state() -> None:
    here = Place("晋原省", "临江市", "云台县", "城关镇")
    assert same_place(here, Place(None, None, "云台", None))
    assert same_place(here, Place())
    assert not same_place(here, Place("晋原省", "临江市", "清河县", "城关镇"))


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


def test_without_an_issuer_there_is_no_other_year(tmp_path: Path) -> None:
    library = store(tmp_path / "library.sqlite3", [make_report([Part("通知。", "other")])])
    with library.read() as reader:
        (passage,) = reader.passages((), limit=5)
        assert other_years(reader, passage) == ()
