"""摘录: what is copied is collected, read, thinned out and exported."""

from __future__ import annotations

from pathlib import Path

import docx
import drawn
import made
import pytest
from compared import names, said
from finding import until

from tuibrowser.model.kept import Excerpt
from tuibrowser.state import excerpts
from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.excerpts.screen import ExcerptsScreen
from tuibrowser.tui.export.exported import ExportedScreen
from tuibrowser.tui.find.screen import FindScreen

WIDE, SMALL = (120, 40), (80, 24)
MEASURES = ["一是调解纠纷[b]12件[/]。", "二是开展普法宣传8场。"]
HINT = "；若粘贴不到，请按 e 导出文件"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    work = tmp_path / "工作"
    work.mkdir()
    monkeypatch.chdir(work)
    reports = [made.report(town, 2023, MEASURES) for town in ("甲镇", "乙镇")]
    return made.library(tmp_path / "library.sqlite3", reports)


def collect(*texts: str) -> None:
    """Have them collected already."""
    for number, text in enumerate(texts):
        excerpt = Excerpt("a" * 64, number, number + 1, text, "丙乡2022年报告，一、“成效”")
        assert excerpts.add(excerpt)


def texts() -> list[str]:
    return [excerpt.text for excerpt in excerpts.collected()]


async def test_copying_collects_and_the_same_paragraph_once(library: Library) -> None:
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "j", "y")
        assert said(app) == [f"已发送至终端剪贴板，并加入摘录（共 1 条）{HINT}"]
        await pilot.press("y")
        assert said(app) == [f"已发送至终端剪贴板；摘录中已有这一条（共 1 条）{HINT}"]
        await pilot.press("ｙ", "j", "y", "Y")
        assert any("（共 3 条）" in sentence for sentence in said(app))
    assert texts()[:2] == MEASURES
    assert texts()[2].split("\n") == ["一、主要举措和成效", *MEASURES]


async def test_the_list_shows_words_and_source_and_the_chosen_one_whole(library: Library) -> None:
    collect("一是调解纠纷[b]12件[/]。" * 20, "二是普法。")
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("E")
        await pilot.pause()
        lines = drawn.lines(app)
        assert lines[0] == " 摘录（共 2 条）"
        assert lines[1].startswith(" 1  一是调解纠纷[b]12件[/]。一是")
        assert lines[1].endswith("…")
        assert lines[2].strip() == lines[4].strip() == "丙乡2022年报告，一、“成效”"
        assert lines[-1] == " Enter 打开原文  e 导出  x 移除  u 撤销  Esc 关闭"
        # The newest is chosen and stands whole below the line.
        below = "".join(line.strip() for line in lines[lines.index("─" * 80) : -1])
        assert "二是普法。（丙乡2022年报告，一、“成效”）" in below
        await pilot.press("k")
        await pilot.pause()
        await pilot.press(*"JJJJ")
        await pilot.pause()
        assert "（丙乡2022年报告，一、“成效”）" in "".join(drawn.lines(app)[-9:-1])
        await pilot.press("y")
        assert app.clipboard == str(excerpts.collected()[0])
        await pilot.press("E")
        assert app.screen is app.home


async def test_removing_clearing_and_taking_that_back(library: Library) -> None:
    collect("一", "二", "三")
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("E", "k", "x")
        await pilot.pause()
        assert texts() == ["一", "三"]
        assert drawn.lines(app)[0] == " 摘录（共 2 条）"
        await pilot.press("u")
        assert texts() == ["一", "二", "三"]
        await pilot.press("X")
        assert len(texts()) == 3
        # To go on to another one takes the first X back.
        await pilot.press("j", "X")
        assert len(texts()) == 3
        await pilot.press("X")
        await pilot.pause()
        assert texts() == []
        assert "还没有摘录" in drawn.text(app)
        await pilot.press("x", "enter", "y", "e")
        assert isinstance(app.screen, ExcerptsScreen)
        await pilot.press("escape")
    # Also after a restart.
    again = BrowserApp(library, ["甲镇@2023"])
    async with again.run_test(size=WIDE) as pilot:
        await pilot.press("E", "u")
        assert texts() == ["一", "二", "三"]


async def test_the_collection_is_exported_with_its_sources(library: Library) -> None:
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "j", "y", "E")
        for digit in "1234":
            await pilot.press("e", digit, "tab", "ctrl+u", "摘", "enter")
            await until(pilot, lambda: isinstance(app.screen, ExportedScreen))
            await pilot.press("enter")
            assert isinstance(app.screen, ExcerptsScreen)
    source = "（甲镇2023年报告，一、“主要举措和成效”）"
    document = docx.Document("摘.docx")
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert MEASURES[0] in words
    assert source.strip("（）") in words
    for ending in ("html", "md", "txt"):
        words = Path(f"摘.{ending}").read_text("utf-8")
        assert "二是" not in words
        assert source.strip("（）") in words
    assert words.startswith("摘录\n导出日期：20")
    assert words.endswith(f"\n\n{MEASURES[0]}\n{source}\n")


async def test_a_hit_is_copied_and_collected_where_it_is_found(library: Library) -> None:
    app = BrowserApp(library, ["乙镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("/", *"普法 镇:甲镇", "escape")
        find = app.get_screen("find")
        assert isinstance(find, FindScreen)
        await until(pilot, lambda: find.finished)
        await pilot.press("e")
        assert any("按 y 复制段落，就会加入摘录" in sentence for sentence in said(app))
        await pilot.press("y")
        source = "（甲镇2023年报告，一、“主要举措和成效”）"
        assert app.clipboard == f"{MEASURES[1]}\n{source}"
        await pilot.press("Y")
        assert app.clipboard.startswith("一、主要举措和成效\n")
        assert texts()[0] == MEASURES[1]
        await pilot.press("e", "4", "enter")
        await until(pilot, lambda: isinstance(app.screen, ExportedScreen))
        await pilot.press("q")
        assert app.screen is find
        (file,) = Path.cwd().glob("摘录_*.txt")
        assert file.read_text("utf-8").count(source) == 2


async def test_enter_opens_the_report_at_the_passage(library: Library) -> None:
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "j", "j", "y", "x", "a", *"乙镇", "enter")
        await pilot.press("E", "enter")
        await until(pilot, lambda: names(app) == ["乙镇2023", "甲镇2023"])
        report = app.home.opened.current
        assert report is not None
        assert report.issuer == "甲镇"
        hit = app.home.highlights.first_hit(report)
        assert hit is not None
        assert report.text[slice(*hit)] == MEASURES[1]


async def test_what_cannot_be_kept_is_copied_all_the_same(library: Library) -> None:
    excerpts.excerpts_file().parent.mkdir(parents=True)
    excerpts.excerpts_file().write_text("[]", "utf-8")
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "j", "y")
        # It was put aside, and a new one begun.
        assert any("摘录无法读取" in sentence for sentence in said(app))
        assert texts() == [MEASURES[0]]
        excerpts.excerpts_file().unlink()
        excerpts.excerpts_file().mkdir()
        await pilot.press("j", "y")
        assert app.clipboard.startswith(MEASURES[1])
        assert f"已发送至终端剪贴板{HINT}" in said(app)
        assert any("摘录" in sentence and "未" in sentence for sentence in said(app))
