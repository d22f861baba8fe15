"""How the app begins and ends: with or without a library, where it was left, or with its reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import drawn
import made
import pytest
from compared import said
from handmade import plain

from tuibrowser.state.workspaces import Workspace, load_workspace, workspace_file
from tuibrowser.store.library import Library, LibraryError
from tuibrowser.store.refs.resolve import RefError
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.library.first_run import FirstRunScreen
from tuibrowser.tui.run import run_app

SIZE = (120, 30)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    reports = [plain("甲镇", repeat=20), plain("乙镇"), plain("丙乡"), plain("丁镇", 2021)]
    return made.library(tmp_path / "library.sqlite3", reports)


def issuers(app: BrowserApp) -> list[str | None]:
    return [report.issuer for report in app.home.opened.reports]


async def test_without_a_choice_the_newest_year_is_opened(library: Library) -> None:
    app = BrowserApp(library)
    async with app.run_test(size=SIZE):
        assert sorted(map(str, issuers(app))) == ["丙乡", "乙镇", "甲镇"]


@pytest.mark.parametrize("lacking", ["year", "title"])
async def test_texts_of_one_issuer_have_different_names_whatever_they_lack(
    tmp_path: Path, lacking: str
) -> None:
    texts = [plain("甲镇", repeat=times) for times in (1, 2, 3)]
    reports = [
        replace(
            it,
            file=f"{number}.txt",
            passages=tuple(
                each._replace(role="other") if each.role == "title" else each
                for each in it.passages
            ),
            **{lacking: None},  # type: ignore[arg-type]
        )
        for number, it in enumerate(texts)
    ]
    library = made.library(tmp_path / "library.sqlite3", reports)
    app = BrowserApp(library, [it.sha256 for it in reports])
    async with app.run_test(size=(160, 30)):
        year = "（年份不明）" if lacking == "year" else "2023"
        titles = drawn.lines(app)[1]
        assert f"甲镇{year}（第 3 份）" in titles
        assert f"甲镇{year}（第 2 份）" in titles
        assert titles.count(f"甲镇{year}（第") == 2
        assert titles.count(f"甲镇{year}") == 3


@pytest.mark.parametrize(
    ("texts", "opened"),
    [
        ([("甲镇", 2023), ("甲镇", 2022), ("乙镇", 2021)], ["甲镇2023", "乙镇2021", "甲镇2022"]),
        ([("甲镇", 2023), ("甲镇", 2023), ("乙镇", 2022)], ["甲镇2023", "乙镇2022"]),
        ([("甲镇", 2023), ("甲镇", 2023), ("甲镇", 2021)], ["甲镇2023", "甲镇2021"]),
    ],
)
async def test_earlier_years_and_other_issuers_fill_the_screen(
    tmp_path: Path, texts: list[tuple[str, int]], opened: list[str]
) -> None:
    reports = [
        replace(plain(name, year, repeat=at), file=f"{at}.txt")
        for at, (name, year) in enumerate(texts, 1)
    ]
    app = BrowserApp(made.library(tmp_path / "library.sqlite3", reports))
    async with app.run_test(size=SIZE):
        assert [f"{it.issuer}{it.year}" for it in app.home.opened.reports] == opened


async def test_the_next_start_is_where_one_left(library: Library) -> None:
    app = BrowserApp(library, ("甲镇@2023", "丁镇@2021"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "]", "]", "j", "s", "s")
        left = drawn.lines(app)[:3]
        await pilot.press("q")
    again = BrowserApp(library)
    async with again.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert issuers(again) == ["甲镇", "丁镇"]
        assert again.home.opened.current is again.home.opened.reports[0]
        assert drawn.lines(again)[:3] == left
        assert "各自滚动（按 s 更改）  按工作领域对齐" in drawn.lines(again)[0]


async def test_named_reports_go_before_what_was_left(library: Library) -> None:
    app = BrowserApp(library, ("甲镇@2023",))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("q")
    app = BrowserApp(library, ("乙镇@2023", "乙镇"))
    async with app.run_test(size=SIZE):
        assert issuers(app) == ["乙镇"]


async def test_reports_that_left_the_library_are_left_out(library: Library) -> None:
    app = BrowserApp(library, ("甲镇@2023", "乙镇@2023"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("q")
        gone = app.home.opened.reports[0]
    with library.write() as writer:
        writer.remove(gone.sha256)
    again = BrowserApp(library)
    async with again.run_test(size=SIZE) as pilot:
        assert issuers(again) == ["乙镇"]
        await pilot.pause()
        (sentence,) = said(again)
        assert "有 1 份已不在报告库中" in sentence


async def test_a_damaged_workspace_is_said_once(library: Library) -> None:
    file = workspace_file(library.path)
    file.parent.mkdir(parents=True)
    file.write_text("{")
    app = BrowserApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        (sentence,) = said(app)
        assert "上次的对照方案无法读取" in sentence
        assert app.home.opened.reports
    assert file.with_suffix(".json.bak").read_text() == "{"


async def test_a_workspace_that_cannot_be_kept_is_no_obstacle(library: Library, home: Path) -> None:
    (home / "state").write_text("a file where a folder should be")
    app = BrowserApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("x", "q")
    assert app.return_code == 0
    assert app.session.unsaved is not None
    assert "对照方案未能保存" in app.session.unsaved


async def test_being_ended_from_outside_keeps_the_place(library: Library) -> None:
    app = BrowserApp(library, ("甲镇@2023",))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("]", "j", "j")
        app.exit(return_code=143)
    kept = load_workspace(library.path)
    assert len(kept.reports) == 1
    assert kept.offset > 0


async def test_no_library_offers_the_sample(tmp_path: Path) -> None:
    app = BrowserApp(Library(tmp_path / "none.sqlite3"))
    async with app.run_test(size=SIZE) as pilot:
        assert isinstance(app.screen, FirstRunScreen)
        assert "未找到报告库" in drawn.text(app)
        await pilot.press("1", "/", "j")
        assert isinstance(app.screen, FirstRunScreen)
        await pilot.press("enter")
    assert app.sample_wanted
    assert not workspace_file(app.session.library.path).exists()


async def test_no_library_and_q_leaves(tmp_path: Path) -> None:
    app = BrowserApp(Library(tmp_path / "none.sqlite3"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("q")
    assert not app.sample_wanted
    assert app.return_code == 0


def test_a_file_that_is_no_library_is_refused_before_the_screen_changes(tmp_path: Path) -> None:
    (tmp_path / "text.sqlite3").write_text("这不是报告库" * 100)
    with pytest.raises(LibraryError):
        BrowserApp(Library(tmp_path / "text.sqlite3"))


def test_a_name_that_is_no_report_is_refused(library: Library) -> None:
    with pytest.raises(RefError):
        BrowserApp(library, ("无此镇@2023",))


async def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    app = BrowserApp(made.library(tmp_path / "library.sqlite3", []))
    async with app.run_test(size=SIZE) as pilot:
        assert "还没有打开报告" in drawn.text(app)
        await pilot.press("a")
        assert "没有符合的报告" in drawn.text(app)
        await pilot.press("escape", "q")
    assert load_workspace(app.session.library.path) == Workspace()


async def test_a_library_that_vanishes_is_said_not_crashed_on(library: Library) -> None:
    app = BrowserApp(library)
    async with app.run_test(size=SIZE) as pilot:
        library.path.unlink()
        await pilot.press("a")
        await pilot.pause()
        assert app.is_running
        # On the screen where the key was pressed, and on the one that it opened.
        assert len(set(said(app))) == 1


def test_the_linux_console_is_told_what_it_lacks(
    library: Library, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "linux")
    assert run_app(library, (), open_sample=pytest.fail) == 1
    said = capsys.readouterr().err
    assert "Linux 控制台没有中文字形" in said
    assert "TUIBROWSER_CONSOLE=1" in said


def test_a_console_that_shows_chinese_can_say_so(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.setenv("TUIBROWSER_CONSOLE", "1")
    monkeypatch.setattr(BrowserApp, "run", lambda _: None)
    assert run_app(library, (), open_sample=pytest.fail) == 0


async def test_without_a_library_only_what_works_is_offered(tmp_path: Path) -> None:
    app = BrowserApp(Library(tmp_path / "none.sqlite3"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("?")
        await pilot.pause()
        assert "打开程序自带的示例报告" in drawn.text(app)
        assert "在报告库全文中检索" not in drawn.text(app)
        await pilot.press("escape", ":")
        await pilot.pause()
        assert "打开示例" in drawn.text(app)
        assert "回到对照界面；" not in drawn.text(app)
        assert " 1 " not in drawn.text(app)


async def test_the_light_ground_is_there_at_the_next_start(library: Library) -> None:
    app = BrowserApp(library)
    async with app.run_test(size=SIZE) as pilot:
        assert app.current_theme.dark
        await pilot.press("B")
        assert not app.current_theme.dark
    again = BrowserApp(library)
    async with again.run_test(size=SIZE) as pilot:
        assert not again.current_theme.dark
        await pilot.press("Ｂ")
        assert again.current_theme.dark
    assert BrowserApp(library).current_theme.dark
