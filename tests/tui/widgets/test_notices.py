"""What is said for a while has lines of its own: it covers nothing and stays on its screen."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import drawn
import made
import pytest
from compared import said, tops
from finding import until
from handmade import plain
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.compare.seek_input import SeekInput
from tuibrowser.tui.find.preview import Preview
from tuibrowser.tui.find.screen import FindScreen
from tuibrowser.tui.pages.page import Page
from tuibrowser.tui.widgets.footer import Footer
from tuibrowser.tui.widgets.notices import Notices

SIZES = [(40, 10), (60, 20), (80, 24), (120, 30), (121, 30)]
SENTENCE = "囍" * 50
WAYS = {
    "compare": (),
    "seek": ("f", *"普法"),
    "find": ("/", *"普法"),
    "other years": ("/", *"普法", "escape", "o"),
    "picker": ("a",),
    "prompt": ("D",),
    "outline": ("i",),
    "letters": ("m",),
    "workspaces": ("w",),
    "export": ("e",),
    "excerpts": ("y", "E"),
    "help": ("?",),
    "palette": (":",),
}


@pytest.mark.parametrize("way", WAYS)
async def test_it_covers_neither_keys_nor_input_and_loses_no_character(
    sample_library: Library, way: str
) -> None:
    app = BrowserApp(sample_library, ("柳溪镇@2024", "白石桥镇@2024"))
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press(*WAYS[way])
        for size in SIZES:
            await pilot.resize_terminal(*size)
            Notices.of(app.screen).clear()
            await pilot.pause()
            keys, before = app.screen.query_one(Footer).region, drawn.lines(app)
            focused = app.screen.focused
            app.say(SENTENCE)
            await pilot.pause()
            after = drawn.lines(app)
            assert "\n".join(after).count("囍") == len(SENTENCE), size
            assert "\n".join(before).count("囍") == 0
            foot = app.screen.query_one(SeekInput if way == "seek" else Footer).region
            said_at = app.screen.query_one(Notices).region
            assert foot.y == said_at.bottom, size
            assert foot.bottom <= size[1]
            if way not in ("seek", "palette"):
                assert foot == keys
                assert after[foot.y] == before[foot.y]
            if focused is not None:
                assert not focused.region.overlaps(said_at)
                assert app.screen.focused is focused


async def test_it_is_said_before_there_is_a_library(tmp_path: Path) -> None:
    app = BrowserApp(Library(tmp_path / "none.sqlite3"))
    async with app.run_test(size=(60, 20)) as pilot:
        app.say(SENTENCE)
        await pilot.pause()
        assert drawn.text(app).count("囍") == len(SENTENCE)
        assert "未找到报告库" in drawn.text(app)


async def test_it_stays_on_the_screen_where_it_was_said(sample_library: Library) -> None:
    app = BrowserApp(sample_library, ("柳溪镇@2024",))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("]", "y")
        assert "已发送至终端剪贴板" in drawn.text(app)
        for keys in (("/",), ("escape", "q", "a"), ("escape", "w")):
            await pilot.press(*keys)
            await pilot.pause()
            assert drawn.text(app).split("已发送")[1:] in (
                [],
                [drawn.text(app).split("已发送")[-1]],
            )
            notices = list(app.screen.query(Notices))
            assert [it.sentences for it in notices if it.display] == []


async def test_what_is_said_before_a_screen_opens_stands_on_that_screen(
    sample_library: Library,
) -> None:
    app = BrowserApp(sample_library, ("柳溪镇@2024",))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", *"普法")
        app.say("甲乙丙")
        app.action_show_compare()
        await pilot.pause()
        assert app.screen is app.home
        assert "甲乙丙" in drawn.text(app)
        app.say("丁戊己")
        app.home._moves.action_outline()
        await pilot.pause()
        await pilot.pause()
        assert app.screen is not app.home
        assert "丁戊己" in drawn.text(app)
        assert "Esc" in drawn.text(app)


async def test_the_answer_to_a_key_takes_the_place_of_the_one_before(
    sample_library: Library,
) -> None:
    app = BrowserApp(sample_library, ("柳溪镇@2024",))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("[")
        assert said(app) == ["已是第一部分"]
        await pilot.press("j")
        assert said(app) == ["已是第一部分"]
        await pilot.press("T")
        assert said(app) == ["已是第一个工作领域"]
        # What is said without a key stands beside what is there.
        app.say("甲")
        app.say("乙")
        await pilot.pause()
        assert said(app) == ["已是第一个工作领域", "甲", "乙"]
        await pilot.press("T")
        assert said(app) == ["已是第一个工作领域"]


async def test_several_take_a_third_of_the_screen_and_the_others_wait(
    sample_library: Library,
) -> None:
    app = BrowserApp(sample_library, ("柳溪镇@2024",))
    async with app.run_test(size=(60, 12)) as pilot:
        sentences = [f"第{number}句" for number in range(1, 10)]
        for sentence in sentences:
            app.say(sentence)
        await pilot.pause()
        notices = app.screen.query_one(Notices)
        assert notices.size.height == 4
        assert [it for it in sentences if it in drawn.text(app)] == sentences[:4]
        notices._expire("第1句")
        await pilot.pause()
        assert [it for it in sentences if it in drawn.text(app)] == sentences[1:5]
        assert app.home.viewport.room == app.home._pages.size.height
        for sentence in sentences:
            notices._expire(sentence)
        await pilot.pause()
        assert not notices.display
        assert app.home.viewport.room == app.home._pages.size.height


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    keys=st.lists(st.sampled_from(["]", "[", "pagedown", "r", "y", "n", "z"]), max_size=8),
    size=st.sampled_from(SIZES),
)
async def test_a_page_is_what_the_window_shows(
    sample_library: Library, keys: list[str], size: tuple[int, int]
) -> None:
    app = BrowserApp(sample_library, ("柳溪镇@2024", "白石桥镇@2024"))
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert app.home.viewport.room == app.home._pages.size.height
        assert tops(app) == app.home.viewport.tops


async def test_the_text_of_a_hit_stays_where_one_moved_it(sample_library: Library) -> None:
    app = BrowserApp(sample_library, ("柳溪镇@2024",))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"普法", "escape")
        find = cast(FindScreen, app.screen)
        await until(pilot, lambda: find.query_one(Preview).hit is not None and find.finished)
        page = find.query_one(Preview).query_one(Page)
        find.query_one(Preview).move(5)
        find.query_one(Preview).move(-2)
        top = page.top
        app.say(SENTENCE)
        await pilot.pause()
        assert (page.top, find.query_one(Notices).size.height) == (top, 1)
        Notices.of(find).clear()
        await pilot.pause()
        assert page.top == top


async def test_what_is_read_stays_where_it_is(tmp_path: Path) -> None:
    made.library(tmp_path / "library.sqlite3", [plain(repeat=40)])
    app = BrowserApp(Library(tmp_path / "library.sqlite3"), ("甲镇@2023",))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "j", "j")
        await pilot.pause()
        before = drawn.lines(app)[2:12]
        app.say(SENTENCE)
        await pilot.pause()
        assert drawn.lines(app)[2:12] == before
