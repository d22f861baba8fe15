"""What is on the screen becomes a file: formats, names, refusals, and how to fetch it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from threading import Event

import docx
import drawn
import made
import pytest
import python_calamine
from compared import said
from finding import until
from handmade import plain
from textual.pilot import Pilot

from tuibrowser.export import comparison as comparisons
from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.export.exported import ExportedScreen
from tuibrowser.tui.export.screen import ExportScreen

WIDE, SMALL = (120, 40), (80, 24)


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one is in."""
    folder = tmp_path / "工作"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Library:
    reports = [plain(town, repeat=2) for town in ("甲镇", "乙镇", "丙乡")]
    return made.library(tmp_path / "library.sqlite3", reports)


@pytest.fixture
def app(library: Library, work: Path) -> BrowserApp:
    return BrowserApp(library, ["甲镇@2023", "乙镇@2023", "丙乡@2023"])


async def export(pilot: Pilot[None], *keys: str) -> str:
    """Press ``keys`` and return what is said when the file is written."""
    await pilot.press(*keys, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, ExportedScreen))
    return drawn.text(pilot.app)


def note(app: BrowserApp) -> str:
    """What the dialog says of the file, less the line ends of a narrow screen."""
    lines = drawn.lines(app)
    first = max(at for at, line in enumerate(lines) if re.match(r" [45] ", line)) + 2
    return "".join(line.strip() for line in lines[first:-1])


async def refusal(pilot: Pilot[None], app: BrowserApp, path: Path) -> str:
    """Type ``path``, press Enter and return why nothing was written."""
    assert isinstance(app.screen, ExportScreen)
    app.screen._line.value = str(path)
    await pilot.press("enter")
    await until(pilot, lambda: not re.match("正在导出|写入|.*已存在", note(app)))
    assert isinstance(app.screen, ExportScreen)
    assert app.screen._line.value == str(path)
    return note(app)


async def test_enter_alone_makes_a_document_of_what_is_on_the_screen(
    app: BrowserApp, work: Path
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        text = await export(pilot, "r", "d", "e")
        path = work / "对照表_甲镇等3份_2023.docx"
        # Wherever its lines break, which the length of the path decides.
        said = "".join(text.split())
        assert f"（{path.stat().st_size:,}字节）" in said
        assert "".join(str(path).split()) in said
        assert "scp" not in text
        await pilot.press("escape")
        assert app.screen is app.home
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for cell in table.rows[0].cells]
    for town in ("甲镇2023", "乙镇2023", "丙乡2023"):
        assert any(town in cell for cell in cells)
    body = "\n".join(it.text for it in document.paragraphs)
    assert "下划线为数据" in body
    # By theme: themes stand beside the text.
    text = "\n".join(cell.text for table in document.tables for cell in table.column_cells(0))
    assert "普法宣传" in text or "矛盾纠纷化解" in text


async def test_marks_are_those_that_are_shown(app: BrowserApp, work: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        for keys, name in ((("e", "2"), "无"), (("d", "e", "2"), "数据")):
            await export(pilot, *keys, "tab", "ctrl+u", *name)
            await pilot.press("escape")
    without, figures = ((work / f"{name}.html").read_text("utf-8") for name in ("无", "数据"))
    assert "下划线为数据" not in without
    assert "下划线为数据" in figures


@pytest.mark.parametrize(("key", "ending"), [("5", "csv"), ("４", "md"), ("2", "html")])
async def test_a_digit_chooses_the_format(
    app: BrowserApp, work: Path, key: str, ending: str
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await export(pilot, "e", key)
    content = (work / f"对照表_甲镇等3份_2023.{ending}").read_text("utf-8")
    if ending == "csv":
        assert content.startswith("\ufeff")
        rows = list(csv.reader(io.StringIO(content[1:])))
        header = next(row for row in rows if any("甲镇2023" in field for field in row))
        assert sum("2023" in field for field in header) == 3
    for words in ("甲镇2023", "乙镇2023", "丙乡2023", "调解各类矛盾纠纷"):
        assert words in content


async def test_a_comparison_goes_into_a_sheet_of_excel(app: BrowserApp, work: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await export(pilot, "e", "3")
    book = python_calamine.load_workbook(str(work / "对照表_甲镇等3份_2023.xlsx"))
    head, *rows = book.get_sheet_by_index(0).to_python()
    assert head == ["部分", "工作领域", "对应程度", "变化", "甲镇2023", "乙镇2023", "丙乡2023"]
    (mediation,) = (row for row in rows if "调解各类矛盾纠纷" in str(row[4]))
    assert mediation[0] == "规定内容 1/5 主要举措和成效"
    assert all("调解各类矛盾纠纷" in str(cell) for cell in mediation[4:])


async def test_on_a_small_screen_all_open_reports_can_be_chosen(
    app: BrowserApp, work: Path
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("e", "4")
        assert "【屏幕上的 2 份报告】" in drawn.text(app)
        await export(pilot, "right")
        await pilot.press("enter")
        await export(pilot, "e", "4", "right", "left")
    everything = (work / "对照表_甲镇等3份_2023.md").read_text("utf-8")
    shown = (work / "对照表_甲镇等2份_2023.md").read_text("utf-8")
    assert "丙乡2023" in everything
    assert "丙乡2023" not in shown
    assert "乙镇2023" in shown


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24)])
async def test_what_is_to_be_exported_can_be_read_at_any_width(
    app: BrowserApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("y", "e")
        for _ in range(3):
            assert isinstance(app.screen, ExportScreen)
            assert f"【{app.screen._offer.words}】" in drawn.text(app)
            await pilot.press("right")


async def test_only_what_has_marks_is_said_to_lose_them(app: BrowserApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("y", "e")
        assert sum("不带标注" in line for line in drawn.lines(app)) == 3
        await pilot.press("left")
        assert "【摘录 1 条】" in drawn.text(app)
        assert "Markdown 文本（.md）" in drawn.text(app)
        assert "不带标注" not in drawn.text(app)


async def test_the_name_and_the_format_go_together(app: BrowserApp, work: Path) -> None:
    (work / "汇报材料").mkdir()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("e", "down")
        assert "对照表_甲镇等3份_2023.html" in note(app)
        # The cursor stands before the ending; what is typed are letters, not commands.
        await pilot.press("tab", *"-jq1", "up")
        assert note(app) == f"写入 {work}/对照表_甲镇等3份_2023-jq1.docx"
        await pilot.press("ctrl+u", *["delete"] * 9, *"汇", "tab")
        assert note(app) == f"写入 {work}/汇报材料/对照表_甲镇等3份_2023.docx"
        # Completed before the cursor, in front of what stands there.
        await pilot.press(*"表.md", "home", *"../工", "tab", *["delete"] * 5)
        assert note(app) == f"写入 {work}/../工作/表.md"
        await pilot.press("home", *["delete"] * 6, *"汇", "tab")
        await export(pilot)
        assert (work / "汇报材料" / "表.md").read_text("utf-8").startswith("# 对照表")
        await pilot.press("escape", "e", "tab", "ctrl+u", *["delete"] * 9)
        await pilot.press(*"汇报材料/表.md")
        assert note(app).endswith("表.md 已存在，导出后会被替换")
        await pilot.press("shift+tab", "q")
        assert app.screen is app.home


async def test_what_is_refused_is_said_and_nothing_is_lost(
    app: BrowserApp, library: Library, tmp_path: Path, work: Path
) -> None:
    source = tmp_path / "甲镇2023.txt"
    source.write_text("原文", "utf-8")
    full = work / "满.docx"
    full.symlink_to("/dev/full")
    before = library.path.read_bytes()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("e")
        assert "是报告库，不会覆盖，请换一个文件名" in await refusal(pilot, app, library.path)
        assert "是报告的原文件，不会覆盖" in await refusal(pilot, app, source)
        missing = work / "没有" / "表.docx"
        sentence = f"未能写入{missing}：文件夹不存在，请换一个文件或文件夹"
        assert (await refusal(pilot, app, missing)).replace(" ", "") == sentence
        assert "磁盘已满，请换" in await refusal(pilot, app, full)
        unwritable = await refusal(pilot, app, Path("/sys/表.docx"))
        assert re.search("没有权限|所在磁盘只读", unwritable)
        # Nothing typed means what was proposed.
        assert isinstance(app.screen, ExportScreen)
        app.screen._line.value = ""
        await export(pilot)
    assert (work / "对照表_甲镇等3份_2023.docx").is_file()
    assert library.path.read_bytes() == before
    assert source.read_text("utf-8") == "原文"
    assert len(list(work.iterdir())) == 2


async def test_over_ssh_the_way_home_stays_until_it_is_not_needed(
    app: BrowserApp, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.5 50022 10.1.2.3 2222")
    async with app.run_test(size=SMALL) as pilot:
        text = await export(pilot, "e")
        assert "取回：在自己的电脑上运行 scp -P 2222" in text
        await pilot.press("y")
        assert app.clipboard.startswith("scp -P 2222 ")
        assert app.clipboard.endswith(f"@10.1.2.3:{work}/对照表_甲镇等2份_2023.docx' .")
        await pilot.press("enter")
        assert app.screen is app.home


async def test_who_leaves_while_it_is_written_is_told_all_the_same(
    app: BrowserApp, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, write = Event(), comparisons.write_comparison

    def slow(*arguments: object, **named: object) -> object:
        assert gate.wait(30)
        return write(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(comparisons, "write_comparison", slow)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("e", "enter")
        await until(pilot, lambda: note(app) == "正在导出…")
        # Keys are answered meanwhile.
        await pilot.press("enter", "escape", "]")
        assert app.screen is app.home
        gate.set()
        await until(pilot, lambda: bool(said(app)))
        assert f"已导出对照表：{work}/对照表_甲镇等3份_2023.docx" in said(app)[0]
    assert len(list(work.iterdir())) == 1


async def test_in_a_folder_that_is_gone_the_home_folder_is_proposed(
    app: BrowserApp, work: Path, home: Path
) -> None:
    work.rmdir()
    async with app.run_test(size=WIDE) as pilot:
        await export(pilot, "e")
    assert (home / "对照表_甲镇等3份_2023.docx").is_file()


async def test_years_are_exported_with_what_became_of_each_measure(
    tmp_path: Path, work: Path
) -> None:
    reports = [
        made.report("甲镇", year, [f"调解纠纷{year - 2000}件。"]) for year in (2022, 2023, 2024)
    ]
    library = made.library(tmp_path / "years.sqlite3", reports)
    app = BrowserApp(library, [f"甲镇@{year}" for year in (2022, 2023, 2024)])
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c", "l", "l")
        await until(pilot, lambda: app.home.opened.in_years)
        await export(pilot, "e", "4")
        await pilot.press("enter")
        await export(pilot, "e", "4", "right")
    names = [work / f"对照表_甲镇_{years}.md" for years in ("2023-2024", "2022-2024")]
    # Of two years on the screen the earlier one changed, too, since the one out of sight.
    for words in ("【仅数据变化：22→23】<br>调解", "【仅数据变化：23→24】<br>调解"):
        assert [it.read_text("utf-8").count(words) for it in names] == [1, 1]


async def test_with_nothing_open_there_is_nothing_to_export(library: Library, work: Path) -> None:
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("x", "e")
        assert app.screen is app.home
        assert any("还没有打开报告" in sentence for sentence in said(app))


async def test_another_content_is_offered_only_where_there_is_one(app: BrowserApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("y", "e")
        await pilot.pause()
        assert "→/← 内容" in drawn.lines(app)[-1]
        await pilot.press("escape", "E", "e")
        await pilot.pause()
        assert isinstance(app.screen, ExportScreen)
        assert "内容" not in drawn.lines(app)[-1]
