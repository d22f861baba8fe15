"""Files that are in no library stand beside reports that are."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from itertools import count
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import docx
import drawn
import pytest
from compared import names, press_and_read, said
from finding import until
from textual.events import AppFocus

from tuibrowser.indexing.draft import DraftUnread
from tuibrowser.model.report import Report
from tuibrowser.store.library import Library
from tuibrowser.text.words import starts_word
from tuibrowser.tui import app as browser
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.library.first_run import FirstRunScreen
from tuibrowser.tui.session import drafts, session, watching
from tuibrowser.tui.session.drafts import FoundReport, same_place

WIDE = (120, 40)

DRAFT = """云岭镇2024年法治政府建设年度报告

一、主要举措和成效
（一）开展普法宣传。
全年开展法治宣传活动{count}场次。
二、存在的不足和原因
一是执法力量不足。
三、党政主要负责人履行推进法治建设第一责任人职责情况
主要负责人主持召开专题会议4次。
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.txt"
    path.write_text(DRAFT.format(count=12), "utf-8")
    return path


async def test_a_draft_stands_beside_a_report_and_says_so(
    sample_library: Library, draft: Path
) -> None:
    app = BrowserApp(sample_library, ["柳溪镇@2024", str(draft)])
    async with app.run_test(size=WIDE) as pilot:
        assert names(app) == ["柳溪镇2024", "云岭镇2024"]
        titles = drawn.lines(app)[1]
        assert "草稿 云岭镇2024" in titles
        assert titles.count("草稿") == 1
        assert "重新读取" not in drawn.lines(app)[-1]
        await pilot.press("tab")
        assert "R 重新读取" in drawn.lines(app)[-1]


async def test_a_draft_is_read_again_and_one_stays_in_place(
    sample_library: Library, draft: Path
) -> None:
    app = BrowserApp(sample_library, [str(draft), "柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await press_and_read(pilot, app, "]", "]", "R")
        assert "草稿没有改动" in said(app)
        longer = DRAFT.format(count=15).replace(
            "（一）", "（一）新增一节。\n新增若干内容。\n（二）"
        )
        draft.write_text(longer, "utf-8")
        await press_and_read(pilot, app, "R")
        assert "已重新读取草稿" in said(app)
        assert "15场次" in app.home.opened.reports[0].text
        assert "二、存在的不足和原因" in drawn.lines(app)[2]
        assert "草稿 云岭镇2024" in drawn.lines(app)[1]
        assert list(app.session.drafts) == [app.home.opened.reports[0].sha256]
        draft.unlink()
        await press_and_read(pilot, app, "Ｒ")
        assert f"找不到文件 {draft}，请检查路径" in said(app)
        assert "二、存在的不足和原因" in drawn.lines(app)[2]
        draft.write_bytes(b"\x00\x01\x02\xff" * 100)
        await press_and_read(pilot, app, "R")
        assert any("无法读取" in it and str(draft) in it for it in said(app))


@pytest.mark.parametrize("way", ["key", "name", "again"])
async def test_lines_of_a_draft_break_between_words_that_reports_know(
    sample_library: Library, tmp_path: Path, way: str
) -> None:
    with sample_library.read() as reader:
        entry = next(it for it in reader.entries() if (it.issuer, it.year) == ("柳溪镇", 2022))
        stored = reader.report(entry.sha256)
    path = tmp_path / "草稿.txt"
    path.write_text(stored.text + "\n", "utf-8")
    refs = ["柳溪镇@2023"] + ([str(path)] if way != "key" else [])
    app = BrowserApp(sample_library, refs)
    async with app.run_test(size=(80, 24)) as pilot:
        if way == "key":
            await press_and_read(pilot, app, "D", *str(path), "enter")
            await pilot.pause()
        elif way == "again":
            path.write_text(stored.text + "\n\n", "utf-8")
            await press_and_read(pilot, app, "tab", "R")
        (draft,) = (it for it in app.home.opened.reports if it.sha256 in app.session.drafts)
        assert draft.word_starts is not None
        assert stored.word_starts is not None
        ends = [
            line.end
            for line in app.home.viewport.grid.panes[app.home.opened.reports.index(draft)]
            if line.passage >= 0 and draft.passages[line.passage].role == "measure"
        ]
        inside = [at for at in ends if not starts_word(stored.word_starts, at)]
        # Its own report is among those that are known, so few are left.
        assert len(inside) * 20 < len(ends)


async def test_a_draft_is_opened_by_its_path(sample_library: Library, draft: Path) -> None:
    app = BrowserApp(sample_library, ["柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("D")
        await pilot.press(*str(draft)[:-5], "tab")
        assert app.screen._line.value == str(draft)  # type: ignore[attr-defined]
        await press_and_read(pilot, app, "enter")
        await pilot.pause()
        assert names(app) == ["柳溪镇2024", "云岭镇2024"]
        await press_and_read(pilot, app, "D", *"/没有/这个.txt", "enter")
        await pilot.pause()
        assert "找不到文件 /没有/这个.txt，请检查路径" in said(app)
        await press_and_read(pilot, app, "D", *str(draft.parent), "enter")
        await pilot.pause()
        assert any(str(draft.parent) in it for it in said(app))
        assert len(names(app)) == 2


async def test_keys_go_on_while_a_slow_file_is_read(
    sample_library: Library, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, read = Event(), drafts.read

    def slow(name: str) -> tuple[Path, Report]:
        assert gate.wait(60)
        return read(name)

    monkeypatch.setattr(drafts, "read", slow)
    monkeypatch.setattr(session, "_PATIENCE", 0.0)
    app = BrowserApp(sample_library, ["柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("D", *str(draft), "enter")
        await until(pilot, lambda: f"正在读取 {draft}…" in said(app))
        before = app.home.viewport.tops.copy()
        await pilot.press("]", "D", *str(draft), "enter")
        assert app.home.viewport.tops != before
        assert "正在读取上一个文件，请稍候再试" in said(app)
        gate.set()
        await until(pilot, lambda: names(app) == ["柳溪镇2024", "云岭镇2024"])
        # What is taken off while it is read again stays off.
        gate.clear()
        await pilot.press("R", "x")
        gate.set()
        await until(pilot, lambda: not app.home._drafts.reading)
        assert names(app) == ["柳溪镇2024"]


async def test_who_leaves_does_not_wait_for_a_slow_file(
    sample_library: Library, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, left = Event(), Event()

    def slow(_: str) -> tuple[Path, Report]:
        gate.wait()
        left.set()
        raise DraftUnread("读完了")

    monkeypatch.setattr(drafts, "read", slow)
    app = BrowserApp(sample_library, ["柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("D", *str(draft), "enter", "q")
    assert not left.is_set()
    gate.set()
    assert left.wait(60)


async def test_a_word_document_that_is_saved_again_shows_so(
    sample_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "草稿.docx"

    def save(count: int) -> None:
        document = docx.Document()
        for line in DRAFT.format(count=count).splitlines():
            document.add_paragraph(line)
        document.save(str(path))
        os.utime(path, ns=(count * 10**9, count * 10**9))

    save(12)
    looks(monkeypatch)
    app = BrowserApp(sample_library, ["柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await press_and_read(pilot, app, "D", *str(path), "enter")
        assert names(app) == ["柳溪镇2024", "云岭镇2024"]
        save(13)
        await until(pilot, lambda: "13场次" in app.home.opened.reports[1].text)
        assert list(app.session.drafts.values()) == [str(path)]


async def test_a_file_of_the_library_is_no_draft(
    sample_library: Library, samples_dir: Path
) -> None:
    app = BrowserApp(sample_library, [str(samples_dir / "qingtang-liuxi-2024.txt")])
    async with app.run_test(size=WIDE):
        assert names(app) == ["柳溪镇2024"]
        assert "草稿" not in drawn.text(app)


async def test_drafts_are_there_at_the_next_start_as_they_are_then(
    sample_library: Library, draft: Path
) -> None:
    app = BrowserApp(sample_library, [str(draft), "柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("q")
    draft.write_text(DRAFT.format(count=99), "utf-8")
    app = BrowserApp(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        assert names(app) == ["云岭镇2024", "柳溪镇2024"]
        assert "99场次" in app.home.opened.reports[0].text
        assert "草稿 云岭镇2024" in drawn.lines(app)[1]
        await pilot.press("q")
    draft.unlink()
    app = BrowserApp(sample_library)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert names(app) == ["柳溪镇2024"]
        assert f"找不到文件 {draft}，请检查路径" in said(app)


async def test_a_draft_needs_no_library(tmp_path: Path, draft: Path) -> None:
    app = BrowserApp(Library(tmp_path / "none.sqlite3"), [str(draft)])
    async with app.run_test(size=WIDE) as pilot:
        assert not isinstance(app.screen, FirstRunScreen)
        assert "草稿 云岭镇2024" in drawn.lines(app)[1]
        await pilot.press("a", "escape", "-", "]", "f", "普", "enter", "/")
        await pilot.pause()
        assert app.is_running
        await pilot.press("q")
    assert app.return_code == 0


def test_a_file_that_cannot_be_read_is_refused_before_the_screen_changes(
    sample_library: Library, tmp_path: Path
) -> None:
    (tmp_path / "空.txt").touch()
    with pytest.raises(DraftUnread, match="无法读取"):
        BrowserApp(sample_library, [str(tmp_path / "空.txt")])


def test_the_same_place_is_where_its_words_are() -> None:
    from handmade import Draft

    words = "甲乙丙丁，戊己庚辛壬癸。"
    before = Draft().title("报告").measure(words).report()
    now = Draft().title("新的报告").measure(words).measure("子丑寅卯" * 9).measure(words).report()
    at = before.text.index("戊己")
    assert same_place(before, now, at) == now.text.index("戊己")
    assert same_place(before, Draft().title("别的").report(), at) is None
    assert same_place(before, now, None) is None


@pytest.fixture(autouse=True)
def time_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second between any two looks; what is saved is never taken for whole."""
    seconds = count()
    monkeypatch.setattr(watching, "monotonic", lambda: next(seconds))
    monkeypatch.setattr(watching, "_STILL", 1e9)


def looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks come by themselves, one after another, and see when what is saved is whole."""
    monkeypatch.setattr(browser, "WATCHING", 0.01)
    monkeypatch.setattr(watching, "_STILL", 0.8)


def change(draft: Path, times: int) -> None:
    """Save another version, a second later than the one before."""
    before = draft.stat().st_mtime_ns
    draft.write_text(DRAFT.format(count=times), "utf-8")
    os.utime(draft, ns=(before + 10**9, before + 10**9))


async def test_a_draft_that_changed_says_so_until_it_is_read_again(
    sample_library: Library, draft: Path
) -> None:
    app = BrowserApp(sample_library, [str(draft), "柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        change(draft, 13)
        # Back in the window of the terminal.
        app.post_message(AppFocus())
        await pilot.pause()
        assert "草稿已变，R 重读 云岭镇2024" in drawn.lines(app)[1]
        assert "12场次" in app.home.opened.reports[0].text
        await press_and_read(pilot, app, "R")
        assert "【草稿 云岭镇2024】" in drawn.lines(app)[1]
        assert "13场次" in app.home.opened.reports[0].text
        draft.unlink()
        app.post_message(AppFocus())
        await pilot.pause()
        assert "草稿已变" in drawn.lines(app)[1]


def at_time(draft: Path) -> str:
    """When the file of ``draft`` was saved, as a title says it."""
    return datetime.fromtimestamp(draft.stat().st_mtime_ns // 10**9).strftime("%H:%M")


async def test_what_is_saved_of_a_draft_appears_by_itself(
    sample_library: Library, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks(monkeypatch)
    app = BrowserApp(sample_library, ["柳溪镇@2024", str(draft), "白石桥镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        change(draft, 13)
        await until(pilot, lambda: "13场次" in app.home.opened.reports[1].text)
        assert names(app) == ["柳溪镇2024", "云岭镇2024", "白石桥镇2024"]
        assert app.home.opened.active == 0
        assert f"草稿（{at_time(draft)} 改）云岭镇2024" in drawn.lines(app)[1]
        assert said(app) == []
        # Another one after it, and then one that a key reads.
        change(draft, 14)
        await until(pilot, lambda: "14场次" in app.home.opened.reports[1].text)
        assert len(app.session.drafts) == len(app.session.renewal.times) == 1
        await press_and_read(pilot, app, "R")
        assert " 草稿 云岭镇2024" in drawn.lines(app)[1].replace("【", " ")


@pytest.mark.parametrize("way", ["together", "apart", "in place", "own order"])
async def test_one_stays_at_the_same_words_of_a_draft_that_changes(
    sample_library: Library, draft: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    looks(monkeypatch)
    body = "\n".join(f"（{'三四五六七八九十'[it]}）办理第{it + 10}号事项。" for it in range(8))
    text = DRAFT.format(count=12).replace("二、存在", f"{body}\n二、存在")
    draft.write_text(text, "utf-8")
    refs = ["柳溪镇@2024", str(draft)] if way != "in place" else [str(draft), "柳溪镇@2024"]
    app = BrowserApp(sample_library, refs)
    async with app.run_test(size=(120, 16)) as pilot:
        if way == "apart":
            app.home.comparison.next_sync()
            app.home.comparison.next_sync()
        if way == "own order":
            await pilot.press("r", "r", "r")
            assert app.home.opened.mode == "own"
        if way != "in place":
            await pilot.press("tab")
        pane = app.home.opened.active
        before = app.home.opened.reports[pane]
        app.home.viewport.go_offset(pane, before.text.index("办理第14号"), 2)
        app.home.place()
        other = app.home.viewport.anchors()[1]
        first, rest = text.split("全年", 1)
        draft.write_text(f"{first}{'新增一段。' * 60}\n全年{rest}", "utf-8")
        await until(pilot, lambda: "新增一段" in app.home.opened.reports[pane].text)
        now, viewport = app.home.opened.reports[pane], app.home.viewport
        line = viewport.grid.locate(pane, now.text.index("办理第14号"))
        assert line - viewport.tops[pane] == 2
        if way == "apart":
            assert viewport.anchors()[1] == other


async def test_the_way_back_leads_to_a_draft_as_it_is_now(
    sample_library: Library, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks(monkeypatch)
    app = BrowserApp(sample_library, [str(draft), "柳溪镇@2024"])
    async with app.run_test(size=(120, 14)) as pilot:
        await pilot.press("]", "]", "G")
        here = app.home.viewport.tops.copy()
        await pilot.press("f", *"普法宣传", "enter")
        assert app.home.viewport.tops != here
        change(draft, 13)
        await until(pilot, lambda: "13场次" in app.home.opened.reports[0].text)
        await pilot.press("H")
        assert app.home.viewport.tops == here


async def test_half_a_save_is_passed_over_in_silence(
    sample_library: Library, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks(monkeypatch)
    app = BrowserApp(sample_library, [str(draft), "柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        draft.write_bytes(b"\x00\x01\x02\xff" * 100)
        tried: list[str] = []
        find = app.session.renewal.find

        async def noted(sha256: str, opened: Sequence[Report]) -> FoundReport | None:
            found = await find(sha256, opened)
            tried.append(sha256)
            return found

        monkeypatch.setattr(app.session.renewal, "find", noted)
        await until(pilot, lambda: bool(tried))
        assert "12场次" in app.home.opened.reports[0].text
        assert "草稿已变，R 重读" in drawn.lines(app)[1]
        assert said(app) == []
        # An editor that puts another file in its place.
        fresh = draft.with_name("~草稿.tmp")
        fresh.write_text(DRAFT.format(count=14), "utf-8")
        fresh.replace(draft)
        await until(pilot, lambda: "14场次" in app.home.opened.reports[0].text)
        assert len(tried) == 2
        assert "草稿已变" not in drawn.lines(app)[1]
        # Gone, and back in another version.
        draft.unlink()
        await until(pilot, lambda: "草稿已变" in drawn.lines(app)[1])
        draft.write_text(DRAFT.format(count=15), "utf-8")
        await until(pilot, lambda: "15场次" in app.home.opened.reports[0].text)


async def test_a_draft_in_an_archive_changes_with_it(
    sample_library: Library, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks(monkeypatch)
    archive = draft.with_name("上报.zip")

    def pack(count: int) -> None:
        with ZipFile(archive, "w") as file:
            file.writestr("镇/草稿.txt", DRAFT.format(count=count))
            file.writestr("镇/附.txt", "说明" * count)

    pack(12)
    app = BrowserApp(sample_library, [str(archive / "镇" / "草稿.txt"), "柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        assert "12场次" in app.home.opened.reports[0].text
        pack(13)
        await until(pilot, lambda: "13场次" in app.home.opened.reports[0].text)


async def test_what_lies_over_the_reports_keeps_them_as_they_are(
    sample_library: Library, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks(monkeypatch)
    app = BrowserApp(sample_library, [str(draft), "柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("i")
        before = app.home.opened.reports[0]
        change(draft, 13)
        await until(pilot, lambda: app.session.renewal.whole == [before.sha256])
        assert app.home.opened.reports[0] is before
        await pilot.press("escape")
        await until(pilot, lambda: "13场次" in app.home.opened.reports[0].text)


async def test_keys_go_on_while_a_saved_draft_is_read(
    sample_library: Library, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks(monkeypatch)
    gate, begun, read = Event(), Event(), drafts.read

    def slow(name: str) -> tuple[Path, Report]:
        begun.set()
        assert gate.wait(60)
        return read(name)

    app = BrowserApp(sample_library, [str(draft), "柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        monkeypatch.setattr(drafts, "read", slow)
        change(draft, 13)
        await until(pilot, begun.is_set)
        before = app.home.viewport.tops.copy()
        await pilot.press("]")
        assert app.home.viewport.tops != before
        # What is taken off meanwhile stays off.
        await pilot.press("x")
        gate.set()
        await until(pilot, lambda: not app.home._drafts._renewing)
        assert names(app) == ["柳溪镇2024"]


async def test_a_draft_that_becomes_a_report_of_the_library_is_none_any_more(
    sample_library: Library, draft: Path, samples_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks(monkeypatch)
    app = BrowserApp(sample_library, [str(draft), "柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        draft.write_bytes((samples_dir / "qingtang-liuxi-2023.txt").read_bytes())
        await until(pilot, lambda: names(app) == ["柳溪镇2023", "柳溪镇2024"])
        assert "草稿" not in drawn.lines(app)[1]
        assert app.session.drafts == {}


async def test_the_only_draft_is_read_again_from_beside_it(
    sample_library: Library, draft: Path
) -> None:
    app = BrowserApp(sample_library, ["柳溪镇@2024", str(draft)])
    async with app.run_test(size=WIDE) as pilot:
        assert app.home.opened.active == 0
        draft.write_text(DRAFT.format(count=15), "utf-8")
        await press_and_read(pilot, app, "R")
        await until(pilot, lambda: "已重新读取草稿" in said(app))
        assert names(app) == ["柳溪镇2024", "云岭镇2024"]
        assert "15场次" in app.home.opened.reports[1].text
        assert app.home.opened.active == 1


async def test_of_two_drafts_one_is_chosen_first(sample_library: Library, draft: Path) -> None:
    other = draft.with_name("另一份.txt")
    other.write_text(DRAFT.format(count=7).replace("云岭镇", "石门镇"), "utf-8")
    app = BrowserApp(sample_library, ["柳溪镇@2024", str(draft), str(other)])
    async with app.run_test(size=WIDE) as pilot:
        await press_and_read(pilot, app, "R")
        await until(pilot, lambda: any("不止一份" in it for it in said(app)))
        await press_and_read(pilot, app, "x", "x", "R")
        await until(pilot, lambda: "草稿没有改动" in said(app))


async def test_reports_of_the_library_are_not_read_again(sample_library: Library) -> None:
    app = BrowserApp(sample_library, ["柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await press_and_read(pilot, app, "R")
        await until(pilot, lambda: any("不是草稿" in it for it in said(app)))


async def test_a_draft_saved_as_it_was_is_not_said_to_differ_for_ever(
    sample_library: Library, draft: Path
) -> None:
    app = BrowserApp(sample_library, [str(draft), "柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        change(draft, 12)
        app.post_message(AppFocus())
        await pilot.pause()
        assert "草稿已变" in drawn.lines(app)[1]
        await press_and_read(pilot, app, "R")
        assert said(app)[-1] == "草稿没有改动"
        assert "【草稿 云岭镇2024】" in drawn.lines(app)[1]


async def test_from_an_excerpt_one_gets_back_to_its_draft(
    sample_library: Library, draft: Path
) -> None:
    app = BrowserApp(sample_library, [str(draft), "柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", *"场次", "enter", "y", "x")
        assert names(app) == ["柳溪镇2024"]
        await pilot.press("E", "enter")
        await pilot.pause()
        assert names(app) == ["柳溪镇2024", "云岭镇2024"]
        assert "【草稿 云岭镇2024】" in drawn.lines(app)[1]
        assert app.home.highlights.first_hit(app.home.opened.reports[1]) is not None
        await pilot.press("x")
        draft.rename(draft.with_name("定稿.txt"))
        await pilot.press("E", "enter")
        await pilot.pause()
        assert names(app) == ["柳溪镇2024"]
        assert f"草稿 {draft} 已不在原处，可能已移动或改名；按 D 可打开现在的文件" in said(app)


async def test_from_an_excerpt_of_a_draft_that_changed_one_gets_to_the_same_words(
    sample_library: Library, draft: Path
) -> None:
    app = BrowserApp(sample_library, [str(draft), "柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", *"执法力量", "enter", "y", "x")
        draft.write_text("二〇二五年三月报。\n" + DRAFT.format(count=12), "utf-8")
        await pilot.press("E", "enter")
        await pilot.pause()
        assert f"草稿 {draft} 已有改动，按现在的内容打开" in said(app)
        report = app.home.opened.reports[-1]
        hit = app.home.highlights.first_hit(report)
        assert hit is not None
        assert report.text[slice(*hit)] == "一是执法力量不足。"


async def test_a_letter_leads_back_to_a_draft(sample_library: Library, draft: Path) -> None:
    app = BrowserApp(sample_library, [str(draft), "柳溪镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "]", "m", "k", "x")
        assert names(app) == ["柳溪镇2024"]
        await pilot.press("'", "k")
        await pilot.pause()
        assert names(app) == ["柳溪镇2024", "云岭镇2024"]
        assert any("二、存在的不足和原因" in line for line in drawn.lines(app)[:15])


async def test_a_file_that_is_open_or_in_the_library_is_said_to_be(
    sample_library: Library, samples_dir: Path, draft: Path
) -> None:
    """Otherwise nothing would seem to happen, or a draft would seem to be one no more."""
    app = BrowserApp(sample_library, ["柳溪镇@2024", str(draft)])
    async with app.run_test(size=WIDE) as pilot:
        await press_and_read(pilot, app, "D", *str(draft), "enter")
        assert "这份文件已经打开" in said(app)
        assert names(app) == ["柳溪镇2024", "云岭镇2024"]
        stored = samples_dir / "qingtang-liuxi-2023.txt"
        await press_and_read(pilot, app, "D", *str(stored), "enter")
        assert "这份文件已在报告库中：柳溪镇2023" in said(app)
