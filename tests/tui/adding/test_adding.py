"""Files and folders go into the library from within the browser."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event

import docx
import drawn
import pytest
from compared import names, said
from finding import until
from handmade import plain
from made import library as library_of
from report_files import TEMPLATE, write_report
from textual.pilot import Pilot

from tuibrowser.indexing.outcome import Progress
from tuibrowser.store.file import connection
from tuibrowser.store.library import Library
from tuibrowser.tui.adding.addition import Addition
from tuibrowser.tui.adding.screen import AddingScreen
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.find.screen import FindScreen
from tuibrowser.tui.library.first_run import FirstRunScreen

WIDE = (120, 40)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path / "library.sqlite3", [plain("甲镇"), plain("乙镇")])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports that can be read, and two files that cannot."""
    made = tmp_path / "上报 2023"
    write_report(made / "丙乡.txt", "丙乡")
    document = docx.Document()
    for line in TEMPLATE.format(
        issuer="丁镇", year=2023, after=2024, measure="开展宣传活动40场次。"
    ).splitlines():
        document.add_paragraph(line)
    document.save(str(made / "丁镇.docx"))
    (made / "空.txt").write_bytes(b"")
    (made / "表.xlsx").write_bytes(b"PK\x03\x04")
    return made


def text(app: BrowserApp) -> str:
    """The screen, less blanks and line ends."""
    return "".join(drawn.text(app).split())


async def enter(pilot: Pilot[None], app: BrowserApp, path: object) -> None:
    """Take ``path`` in, and wait until that has come to its end."""
    await pilot.press("A")
    assert isinstance(app.screen, AddingScreen)
    app.screen._line.value = str(path)
    await pilot.press("enter")
    await ended(pilot, app)


async def ended(pilot: Pilot[None], app: BrowserApp) -> None:
    screen = app.screen
    assert isinstance(screen, AddingScreen)
    await until(pilot, lambda: screen._addition is None)


def at_home(app: BrowserApp) -> bool:
    """Whether the compare screen is up."""
    return app.screen is app.home


def issuers(library: Library) -> list[str]:
    with library.read() as reader:
        return sorted(entry.issuer or "" for entry in reader.entries())


async def test_a_folder_is_taken_in_and_what_was_refused_is_listed(
    library: Library, folder: Path
) -> None:
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await enter(pilot, app, folder)
        shown = text(app)
        assert "新增2份，更新0份，未变0份，未能入库2份" in shown
        assert "新入库：丁镇2023、丙乡2023" in shown or "新入库：丙乡2023、丁镇2023" in shown
        assert f"{folder}/空.txt".replace(" ", "") in shown
        assert f"{folder}/表.xlsx".replace(" ", "") in shown
        assert "不支持表格文件" in shown
        assert issuers(library) == sorted(["甲镇", "乙镇", "丙乡", "丁镇"])
        # The list of reports has them at once.
        await pilot.press("escape", "a", *"dz")
        assert "丁镇2023" in text(app)


async def test_a_file_that_was_refused_is_remembered_and_tried_again(
    library: Library, folder: Path
) -> None:
    async with BrowserApp(library).run_test(size=WIDE) as pilot:
        assert isinstance(pilot.app, BrowserApp)
        await enter(pilot, pilot.app, folder / "空.txt")
    app = BrowserApp(library)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("A", "shift+tab")
        assert "未能入库（1个）" in text(app)
        await pilot.press("y")
        assert app.clipboard == str(folder / "空.txt")
        # As it is it is refused again.
        await pilot.press("enter")
        await ended(pilot, app)
        assert "未能入库（1个）" in text(app)
        write_report(folder / "空.txt", "戊镇")
        await pilot.press("enter")
        await ended(pilot, app)
        assert "没有未能入库的文件" in text(app)
        assert "新入库：戊镇2023" in text(app)
    assert "戊镇" in issuers(library)


async def test_a_file_can_be_taken_off_the_list_and_all_be_tried_again(
    library: Library, folder: Path
) -> None:
    app = BrowserApp(library)
    async with app.run_test(size=WIDE) as pilot:
        await enter(pilot, app, folder)
        await pilot.press("shift+tab")
        assert "未能入库（2个）" in text(app)
        write_report(folder / "空.txt", "戊镇")
        await pilot.press("r")
        await ended(pilot, app)
        assert "未能入库（1个）" in text(app)
        await pilot.press("x")
        assert "没有未能入库的文件" in text(app)
        assert (folder / "表.xlsx").exists()


async def test_escape_stops_and_what_is_done_stays_done(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tmp_path / "多"
    for number in range(5):
        write_report(many / f"{number}.txt", "己庚辛壬癸"[number] + "镇")
    gate, reached = Event(), Event()
    go_on = Addition._go_on

    def held(addition: Addition, progress: Progress) -> None:
        if progress.stage == "files" and progress.done == 2:
            reached.set()
            assert gate.wait(60)
        go_on(addition, progress)

    monkeypatch.setattr(Addition, "_go_on", held)
    app = BrowserApp(library)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("A")
        assert isinstance(app.screen, AddingScreen)
        app.screen._line.value = str(many)
        await pilot.press("enter")
        await until(pilot, lambda: reached.is_set() and "入库1/5" in text(app))
        # Keys are answered meanwhile.
        await pilot.press("enter")
        assert any("正在入库" in sentence for sentence in said(app))
        await pilot.press("escape")
        assert "正在停止" in text(app)
        gate.set()
        await ended(pilot, app)
        assert "已停止" in text(app)
        assert "新增2份" in text(app)
        await pilot.press("escape")
        assert at_home(app)
    assert issuers(library) == sorted(["甲镇", "乙镇", "己镇", "庚镇"])
    assert library.at_rest()


async def test_who_leaves_the_program_leaves_a_library_that_is_whole(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_report(tmp_path / "多" / "1.txt", "己镇")
    write_report(tmp_path / "多" / "2.txt", "庚镇")
    reached = Event()
    go_on = Addition._go_on

    def held(addition: Addition, progress: Progress) -> None:
        if progress.stage == "files" and progress.done == 1:
            reached.set()
            assert addition._to_stop.wait(60)
        go_on(addition, progress)

    monkeypatch.setattr(Addition, "_go_on", held)
    app = BrowserApp(library)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("A")
        assert isinstance(app.screen, AddingScreen)
        app.screen._line.value = str(tmp_path / "多")
        await pilot.press("enter")
        await until(pilot, reached.is_set)
        addition = app.screen._addition
        app.exit()
    assert addition is not None
    assert addition.stopping


async def test_a_library_that_another_program_writes_is_said_to_be_busy(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody has to wait so long for it here.
    monkeypatch.setattr(connection, "_PATIENCE", 0.05)
    app = BrowserApp(library)
    async with app.run_test(size=WIDE) as pilot:
        with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await enter(pilot, app, folder)
            assert "正由另一个程序写入" in text(app)
            assert isinstance(app.screen, AddingScreen)
            # What was typed stands, to be entered again.
            assert app.screen._line.value == str(folder)
        await pilot.press("enter")
        await ended(pilot, app)
        assert "新增2份" in text(app)


async def test_without_a_library_one_is_made_and_its_reports_are_opened(
    tmp_path: Path, folder: Path
) -> None:
    app = BrowserApp(Library(tmp_path / "新" / "library.sqlite3"))
    async with app.run_test(size=WIDE) as pilot:
        assert isinstance(app.screen, FirstRunScreen)
        assert "按A" in text(app)
        # Who thinks better of it is where one was.
        await pilot.press("A", "escape")
        assert isinstance(app.screen, FirstRunScreen)
        await enter(pilot, app, folder)
        await pilot.press("escape")
        assert at_home(app)
        assert sorted(names(app)) == sorted(["丙乡2023", "丁镇2023"])
        await pilot.press("/", *"宣传")
        await until(pilot, lambda: getattr(app.screen, "finished", False))
        assert "丁镇" in text(app)


async def test_what_was_searched_before_finds_what_is_new(library: Library, folder: Path) -> None:
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("/", *"活动40场次")
        await until(pilot, lambda: getattr(app.screen, "finished", False))
        assert "丁镇" not in text(app)
        await pilot.press("escape")
        await enter(pilot, app, folder)
        await pilot.press("escape")
        assert isinstance(app.screen, FindScreen)
        find = app.screen
        await until(pilot, lambda: find.finished and "丁镇" in text(app))


async def test_a_draft_that_is_taken_in_is_none_any_more(library: Library, folder: Path) -> None:
    app = BrowserApp(library, ["甲镇@2023", str(folder / "丁镇.docx")])
    async with app.run_test(size=WIDE) as pilot:
        assert "草稿丁镇2023" in text(app)
        await enter(pilot, app, folder / "丁镇.docx")
        await pilot.press("escape")
        assert names(app) == ["甲镇2023", "丁镇2023"]
        assert "草稿" not in text(app).partition("一、")[0]
        assert not app.session.drafts


@pytest.mark.parametrize("typed", ["没有这个文件.docx", "", "~没有这个人/a", "a'b"])
async def test_a_path_that_leads_nowhere_is_said_and_stays(
    library: Library, tmp_path: Path, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = BrowserApp(library)
    async with app.run_test(size=WIDE) as pilot:
        await enter(pilot, app, typed)
        assert isinstance(app.screen, AddingScreen)
        assert app.screen._line.value == typed
        assert "请" in text(app)
        assert "没有未能入库的文件" in text(app)


async def test_a_path_is_completed(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    app = BrowserApp(library)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("A", *"上", "tab")
        assert isinstance(app.screen, AddingScreen)
        assert app.screen._line.value == "上报 2023/"
        await pilot.press("tab")
        assert "丁镇.docx丙乡.txt" in text(app)
        await pilot.press("enter")
        await ended(pilot, app)
        assert "新增2份" in text(app)


@pytest.mark.parametrize("size", [(40, 10), (30, 8), (80, 24)])
async def test_on_a_small_screen_the_line_and_the_keys_stay_in_sight(
    library: Library, folder: Path, size: tuple[int, int]
) -> None:
    app = BrowserApp(library)
    async with app.run_test(size=size) as pilot:
        await enter(pilot, app, folder)
        app.screen.query_one("#drawer")
        await pilot.press(*"报告")
        lines = drawn.lines(app)
        assert "Enter" in lines[-1]
        assert "报告" in lines[-2]
