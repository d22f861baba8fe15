"""The find screen over real libraries: type, look, mark, open, leave."""

from __future__ import annotations

from pathlib import Path

import drawn
import made
import pytest
from finding import Gate, Host, search, until
from textual.events import Paste

from tuibrowser.model.search import Filters
from tuibrowser.store.library import Library
from tuibrowser.tui.find.inquiry import News
from tuibrowser.tui.find.preview import Preview
from tuibrowser.tui.find.query_input import QueryInput
from tuibrowser.tui.find.question import QueryRun
from tuibrowser.tui.find.searcher import Answer
from tuibrowser.tui.help.screen import HelpScreen

TOWNS = ("柳溪镇", "白石桥镇", "望河乡")
GROUPS = {
    ("柳溪镇", 2022): "竹农",
    ("柳溪镇", 2023): "茶农",
    ("白石桥镇", 2022): "窑工",
    ("白石桥镇", 2023): "石匠",
    ("望河乡", 2022): "船家",
    ("望河乡", 2023): "渔户",
}
"""Whom the measure of each report is about, so that no two say the same."""


def filling(count: int) -> list[str]:
    """Measures that differ in more than their number."""
    spelt = str.maketrans("0123456789", "零一二三四五六七八九")
    return [
        f"第{number}项工作按要求完成，已编{str(number).translate(spelt)}号公布。"
        for number in range(count)
    ]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return made.library(
        tmp_path / "library.sqlite3",
        [
            made.report(
                town,
                year,
                [
                    *filling(60),
                    f"组织人民调解员走访{GROUPS[town, year]}，化解矛盾纠纷{year - 2000}件。",
                    f"面向{GROUPS[town, year]}开展法治宣传教育活动。",
                ],
            )
            for town in TOWNS
            for year in (2022, 2023)
        ],
    )


async def test_nothing_typed_shows_how_to_ask(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "领域:普法" in drawn.text(app)


async def test_hits_preview_and_count_follow_the_typing(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "调解")
        assert "第 1 条，共 6 处" in drawn.text(app)
        assert {hit.passage.issuer for hit in app.hits.hits} == set(TOWNS)
        await search(pilot, app, "员 镇:柳溪")
        assert [hit.passage.issuer for hit in app.hits.hits] == ["柳溪镇", "柳溪镇"]
        await pilot.press(*["backspace"] * 5)
        await until(pilot, lambda: app.find.settled and len(app.hits.hits) == 6)


async def test_outdated_answer_is_never_drawn(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "调解")
        with library.read() as reader:
            outdated: News = Answer(0, 0, QueryRun("宣传", Filters(), 10).exact(reader))
        app.find._take_news(outdated)
        await pilot.pause()
        assert all("调解" in hit.passage.text for hit in app.hits.hits)
        assert "第 1 条，共 6 处" in drawn.text(app)


async def test_slow_answer_holds_up_no_key_and_is_announced(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, "exact")
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"调解")
        await until(pilot, lambda: "正在检索" in drawn.text(app))
        await pilot.press(*"员走访")
        assert app.find.query_one(QueryInput).value == "调解员走访"
        assert not app.find.settled
        gate.open()
        await until(pilot, lambda: app.find.settled)
        assert len(app.hits.hits) == 6
        assert "正在检索" not in drawn.text(app)


async def test_preview_shows_the_hit_that_came_while_it_was_hidden(library: Library) -> None:
    # As when the input is emptied and typed into anew: before the next layout there is no room.
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "走访渔户")
        await until(pilot, lambda: "第59项工作" in drawn.text(app))
        preview = app.find.query_one(Preview)
        late = preview.hit
        assert late is not None
        await pilot.press("ctrl+u")
        await search(pilot, app, "已编二号公布 镇:望河 年:2023")
        await until(pilot, lambda: "第3项工作" in drawn.text(app))
        preview.display = False
        await until(pilot, lambda: not preview.content_size.width)
        with library.read() as reader:
            preview.show(reader.report(late.passage.report), late)
        preview.display = True
        await until(pilot, lambda: "第59项工作" in drawn.text(app))


async def test_preview_is_centred_on_the_hit(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "化解矛盾")
        await until(pilot, lambda: "第59项工作" in drawn.text(app))
        assert "第0项工作" not in drawn.text(app)
        await pilot.press("down")
        await until(pilot, lambda: app.find.settled)
        assert "第 2 条，共 6 处" in drawn.text(app)


async def test_mark_two_and_open_them_side_by_side(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "化解矛盾纠纷 年:2023")
        await pilot.press("tab", "down", "down", "tab")
        assert "已标记 2 条" in drawn.text(app)
        first, second = app.hits.marked
        await pilot.press("enter")
        await pilot.pause()
        (asked,) = app.asked
        assert asked.shas == (first.passage.report, second.passage.report)
        assert asked.at == (first.passage.report, first.passage.start + first.spans[0][0])
        report = {each.passage.report: each.passage for each in (first, second)}
        for sha256, start, end in asked.hits:
            passage = report[sha256]
            assert passage.text[start - passage.start : end - passage.start] == "化解矛盾纠纷"
        assert "已标记" not in drawn.text(app)


async def test_marks_of_several_queries_are_opened_together(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "调解 镇:柳溪 年:2023")
        await pilot.press("tab", "ctrl+u")
        await search(pilot, app, "宣传 镇:望河 年:2022")
        await pilot.press("tab", "enter")
        await pilot.pause()
        (asked,) = app.asked
        assert len(asked.shas) == 2


async def test_enter_opens_the_chosen_hit(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "调解")
        await pilot.press("down")
        chosen = app.hits.chosen
        assert chosen is not None
        await pilot.press("enter")
        await pilot.pause()
        assert app.asked[0].shas == (chosen.passage.report,)


async def test_enter_typed_ahead_of_the_answer_opens_what_was_asked_for(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "组织")
        line = app.find.query_one(QueryInput)
        line.value = "宣传教育 镇:望河 年:2022"
        app.find.action_open()
        await until(pilot, lambda: bool(app.asked))
        assert app.hits.chosen is not None
        assert app.hits.chosen.passage.issuer == "望河乡"
        assert app.asked[0].shas == (app.hits.chosen.passage.report,)


async def test_enter_on_nothing_does_nothing(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "tab", "down", "pagedown", "escape", "enter", "G", "g", "U")
        await search(pilot, app, "／龘靐")
        await pilot.press("enter")
        await pilot.pause()
        assert app.asked == []


async def test_escape_makes_letters_commands_and_slash_makes_them_text_again(
    library: Library,
) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "调解")
        assert app.typing
        assert "Esc 命令键" in drawn.text(app)
        await pilot.press("escape")
        assert not app.typing
        await pilot.press("j", "ｊ")
        assert app.hits.index == 2
        assert "Esc 返回" in drawn.text(app)
        await pilot.press("、")
        assert app.typing
        await search(pilot, app, "j")
        assert app.find.query_one(QueryInput).value == "j"


@pytest.mark.parametrize("keys", [("escape", "escape"), ("escape", "q"), ("escape", "ｑ")])
async def test_leaving(library: Library, keys: tuple[str, ...]) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "调解")
        await pilot.press(*keys)
        await pilot.pause()
        assert app._exit


async def test_help_comes_back_to_where_one_was(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "调解")
        await pilot.press("escape", "j", "？")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        assert app.hits.index == 1
        assert not app.typing


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("龘靐", "报告库中没有“龘靐”，请换个说法。"),
        ("地:上海 调解", "报告库中没有“上海”的报告，请检查地名。"),
        ("调解 年:1999", "报告库中没有 1999 年的报告，现有 2022-2023 年的。"),
        ("部分:不对", "看不懂“部分:不对”，可写：成效、不足、负责人、安排、其他。"),
        ("-调解", "只写了不要的词“-调解”，请再写要检索的词。"),
        ("部分:其他", "没有报告同时符合各项限定"),
        ("[b]x[/]", "没有“[b]x[/]”"),
    ],
)
async def test_no_hits_says_which_word_has_none(library: Library, query: str, said: str) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, query)
        assert said in drawn.text(app)


async def test_characters_committed_at_once_and_pasted_text_are_searched(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        app.find.query_one(QueryInput).post_message(Paste("人民调解员"))
        await until(pilot, lambda: len(app.hits.hits) == 6 and app.find.settled)
        assert app.find.query_one(QueryInput).value == "人民调解员"


async def test_all_lines_of_pasted_text_are_searched(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        line = app.find.query_one(QueryInput)
        line.post_message(Paste("\n 人民 \r\n\n调解员\n"))
        await until(pilot, lambda: line.value == "人民 调解员" and app.find.settled)
        # A single line stays as it is, and replaces what was selected.
        line.select_all()
        line.post_message(Paste("人民调解员 "))
        await until(pilot, lambda: line.value == "人民调解员 ")
        line.post_message(Paste(""))
        line.post_message(Paste("甲\n乙"))
        await until(pilot, lambda: line.value == "人民调解员 甲 乙")


@pytest.mark.parametrize("size", [(80, 24), (200, 60), (60, 14), (40, 10)])
async def test_usable_at_every_size(library: Library, size: tuple[int, int]) -> None:
    app = Host(library)
    async with app.run_test(size=size) as pilot:
        await search(pilot, app, "化解")
        shown = drawn.lines(app)
        assert any(line.startswith("> ") and "化解" in line for line in shown)
        assert "Enter 打开" in shown[-1]


async def test_a_window_that_is_too_small_says_so_and_loses_nothing(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "化解")
        await pilot.press("down")
        for size in ((39, 24), (80, 9), (10, 2)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "窗口太小" in drawn.text(app)
            assert app.typing
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "第 2 条" in drawn.text(app)
        assert app.hits.index == 1


async def test_resizing_keeps_the_chosen_hit(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(200, 60)) as pilot:
        await search(pilot, app, "工作")
        await pilot.press(*["down"] * 20)
        for size in ((80, 24), (40, 10), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.hits.index == 20
            assert sum(line.startswith(">") for line in drawn.lines(app)) == 1


async def test_end_of_the_list_brings_more_and_keeps_the_chosen_hit(tmp_path: Path) -> None:
    report = made.report("柳溪镇", 2023, filling(300))
    app = Host(made.library(tmp_path / "many.sqlite3", [report]))
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "工作")
        fetched = len(app.hits.hits)
        assert fetched < 300
        await pilot.press("escape", "G")
        last = app.hits.chosen
        await until(pilot, lambda: app.find.settled and len(app.hits.hits) == 300)
        assert app.hits.chosen == last
        assert f"第 {fetched} 条，共 300 处" in drawn.text(app)


@pytest.mark.parametrize(
    "hostile", ["[b]", "[/]", "[x=1]", "\x1b[31m", "\x1b]0;名\x07", "[@click=q]"]
)
async def test_report_text_is_never_an_instruction(tmp_path: Path, hostile: str) -> None:
    report = made.report(f"柳{hostile}溪镇", 2023, [f"前{hostile}调解{hostile}后"])
    app = Host(made.library(tmp_path / "hostile.sqlite3", [report]))
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "调解")
        await until(pilot, lambda: drawn.text(app).count("后") == 2)
        text = drawn.text(app)
        assert "\x1b" not in text
        assert "\x07" not in text
        if hostile.startswith("["):
            assert text.count(f"前{hostile}调解{hostile}后") == 2
            assert f"柳{hostile}溪镇" in text


async def test_preview_of_a_huge_file_sets_what_is_near_the_hit(tmp_path: Path) -> None:
    report = made.report("柳溪镇", 2023, filling(8_000))
    app = Host(made.library(tmp_path / "huge.sqlite3", [report]))
    async with app.run_test(size=(120, 40)) as pilot:
        for words in ("第6000项", "第12项", "第7999项"):
            await search(pilot, app, words)
            # In the input, in the list, and in the preview.
            await until(pilot, lambda words=words: drawn.text(app).count(words) == 3)  # type: ignore[misc]
            view = app.find.query_one(Preview)._view
            assert view is not None
            assert view.grid.height < 8_000
            await pilot.press("ctrl+u")


async def test_library_that_breaks_is_one_sentence(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "调")
        library.path.write_bytes(b"this is not a library" * 100)
        await search(pilot, app, "解")
        assert "不是报告库" in drawn.text(app)
        library.path.unlink()
        await search(pilot, app, "员")
        assert "未找到报告库" in drawn.text(app)
