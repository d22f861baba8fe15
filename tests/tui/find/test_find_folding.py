"""Measures that many reports share take one line, and can be unfolded."""

from __future__ import annotations

from pathlib import Path

import drawn
import made
import pytest
from finding import Host, search, until

from tuibrowser.store.library import Library
from tuibrowser.tui.find.query_input import QueryInput

TOWNS = ("柳溪镇", "白石桥镇", "望河乡", "青棠镇")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Four townships that say the same with their own figures, one of them more."""
    same = [
        made.report(town, 2023, [f"{town}组织普法宣传{number + 3}场，发放资料{number}00份。"])
        for number, town in enumerate(TOWNS)
    ]
    other = made.report("石桥乡", 2022, ["村干部带头普法宣传，编成快板下田间。"])
    return made.library(tmp_path / "library.sqlite3", [*same, other])


async def test_equal_measures_are_one_line_with_the_number_of_others(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "普法宣传")
        assert len(app.hits.hits) == 2
        assert "另有 3 处相同" in drawn.text(app)
        assert "第 1 条，共 5 处，合为 2 条" in drawn.text(app)
        # The newest year first.
        assert [hit.passage.year for hit in app.hits.hits] == [2023, 2022]


@pytest.mark.parametrize("key", ["ctrl+o", "o"])
async def test_one_key_unfolds_and_folds(library: Library, key: str) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "普法宣传")
        if key == "o":
            await pilot.press("escape")
        await pilot.press(key)
        assert {hit.passage.issuer for hit in app.hits.hits[:4]} == set(TOWNS)
        assert drawn.text(app).count("└") == 3
        await pilot.press("down", "down", key)
        assert len(app.hits.hits) == 2
        assert app.hits.index == 0
        assert app.find.query_one(QueryInput).value == "普法宣传"


async def test_unfolded_hits_are_marked_and_opened_like_any(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "普法宣传")
        await pilot.press("ctrl+o", "tab", "down", "tab", "enter")
        await until(pilot, lambda: bool(app.asked))
        first, second = app.hits.hits[:2]
        assert app.asked[0].shas == (first.passage.report, second.passage.report)


async def test_where_nothing_says_the_same_the_key_says_so(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "快板")
        await pilot.press("ctrl+o")
        assert app.said == ["列出的结果中没有与这一条表述相同的"]


async def test_another_query_starts_folded(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "普法宣")
        await pilot.press("ctrl+o")
        await search(pilot, app, "传")
        assert len(app.hits.hits) == 2


async def test_a_count_of_hits_not_all_of_which_are_listed_is_a_lower_bound(
    tmp_path: Path,
) -> None:
    measures = [f"开展宣传{number}场。" for number in range(60)]
    spelt = str.maketrans("0123456789", "零一二三四五六七八九")
    measures += [f"第{str(number).translate(spelt)}次开展宣传。" for number in range(80)]
    report = made.report("柳溪镇", 2023, measures)
    app = Host(made.library(tmp_path / "library.sqlite3", [report]))
    async with app.run_test(size=(120, 20)) as pilot:
        await search(pilot, app, "宣传")
        assert "另有 59 处以上相同" in drawn.text(app)
        assert "第 1 条，共 140 处\n" in drawn.text(app)
        await pilot.press("escape", "G")
        await until(pilot, lambda: app.find.settled and len(app.hits.hits) == 81)
        await pilot.press("g")
        assert "另有 59 处相同" in drawn.text(app)
        assert "共 140 处，合为 81 条" in drawn.text(app)


async def test_of_what_only_sounds_alike_there_may_always_be_more(tmp_path: Path) -> None:
    report = made.report("柳溪镇", 2023, ["条解纠纷3件。", "条解纠纷4件。"])
    app = Host(made.library(tmp_path / "library.sqlite3", [report]))
    async with app.run_test(size=(120, 20)) as pilot:
        await search(pilot, app, "调解纠纷")
        assert "另有 1 处以上相同" in drawn.text(app)


async def test_few_lines_left_by_folding_bring_more_by_themselves(tmp_path: Path) -> None:
    measures = [f"开展宣传{number}场。" for number in range(450)]
    report = made.report("柳溪镇", 2023, [*measures, "张贴宣传画。"])
    app = Host(made.library(tmp_path / "library.sqlite3", [report]))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"宣传")
        await until(pilot, lambda: "共 451 处，合为 2 条" in drawn.text(app))
        assert [len(hit.passage.text) for hit in app.hits.hits] == [7, 6]
