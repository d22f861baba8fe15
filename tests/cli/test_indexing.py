"""``index`` and ``demo`` on real files."""

from __future__ import annotations

import json
import os
import pty
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from report_files import write_report
from xlsxwriter import Workbook

from tuibrowser.cli import main
from tuibrowser.cli.indexing import index_watched
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.locations import cache_home, config_home
from tuibrowser.reading.read import File, open_file
from tuibrowser.state.refused import load_refused
from tuibrowser.store.library import Library

ROOT = Path(__file__).resolve().parents[2]

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command on a library that does not exist yet; the word pass is left to its tests."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        status = main(["--db", str(tmp_path / "库.sqlite3"), *map(str, arguments)])
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def folder(samples_dir: Path, tmp_path: Path) -> Path:
    """Two sample reports in a folder."""
    folder = tmp_path / "报告"
    folder.mkdir()
    for path in sorted(samples_dir.glob("*.txt"))[:2]:
        shutil.copy(path, folder)
    return folder


def test_a_folder_is_taken_in_and_then_skipped_or_replaced(command: Command, folder: Path) -> None:
    assert command("index", folder, "--no-words") == (
        0,
        "新增 2 份，更新 0 份，未变 0 份，未能入库 0 份\n",
        "",
    )
    assert command("index", folder, "--no-words")[1].startswith("新增 0 份，更新 0 份，未变 2 份")
    (changed, _) = sorted(folder.iterdir())
    changed.write_bytes(changed.read_bytes() + "\n补充说明。\n".encode())
    assert command("index", folder, "--no-words")[1].startswith("新增 0 份，更新 1 份，未变 1 份")
    assert len(json.loads(command("list", "--format", "json")[1])["reports"]) == 2


def test_files_that_cannot_be_taken_in_are_listed_and_the_others_go_on(
    command: Command, folder: Path
) -> None:
    (folder / "空.txt").write_bytes(b"")
    (folder / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "大.txt").write_bytes("法".encode() * (8 << 20))
    status, out, err = command("index", folder, folder / "没有.txt", "--no-words")
    assert status == 1
    assert out == "新增 2 份，更新 0 份，未变 0 份，未能入库 4 份\n"
    head, *lines = err.splitlines()
    assert head == "未能入库："
    assert {Path(line.split("：")[0].strip()).name for line in lines} == {
        "空.txt",
        "图.txt",
        "大.txt",
        "没有.txt",
    }
    assert all(line.split("：", 1)[1] for line in lines)


PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@pytest.mark.parametrize("where", ["folder", "arguments", "archive"])
def test_what_cannot_be_read_is_refused_the_same_wherever_it_lies(
    command: Command, folder: Path, where: str
) -> None:
    for name in ("甲.xlsx", "乙.CEB", "丙.rar", ".藏.rar", "~$甲.xlsx", "样式.css"):
        (folder / name).write_bytes(b"PK")
    (folder / "照片.png").write_bytes(PICTURE)
    paths = [folder]
    if where == "arguments":
        paths = [path for path in folder.iterdir() if path.name[0] not in ".~样"]
    elif where == "archive":
        with zipfile.ZipFile(folder.with_suffix(".zip"), "w") as archive:
            for path in folder.iterdir():
                archive.write(path, path.name)
        paths = [folder.with_suffix(".zip")]
    status, out, err = command("index", *paths, "--no-words")
    assert (status, out) == (1, "新增 2 份，更新 0 份，未变 0 份，未能入库 4 份\n")
    reasons = dict(line.rpartition("/")[2].split("：") for line in err.splitlines()[1:])
    assert reasons == {
        "甲.xlsx": "不支持表格文件，请另存为 Word 文档（docx）或 PDF 后再试",
        "乙.CEB": "不支持 CEB 版式文件，请用原阅读软件另存为 PDF（带文字）后再试",
        "丙.rar": "不支持 RAR 压缩包，请先解压，再添加其中的文件",
        "照片.png": "不支持图片，请用文字版原件，或先做文字识别（OCR）",
    }


def test_many_files_of_one_reason_are_one_line(command: Command, folder: Path) -> None:
    for number in range(30):
        (folder / f"{number:02}.png").write_bytes(PICTURE)
    (head, line) = command("index", folder, "--no-words")[2].splitlines()
    assert head == "未能入库："
    assert line.startswith(
        f"  {folder}/00.png、{folder}/01.png、{folder}/02.png 等 30 个：不支持图片"
    )


def test_a_file_that_cannot_be_read_is_none_of_the_library(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "表.xlsx").write_bytes(b"PK")
    (folder / "照片").write_bytes(PICTURE)
    (folder / "照片.dat").write_bytes(PICTURE)
    for name, sentence in {
        "表.xlsx": "不支持表格文件",
        "照片.dat": "不支持图片",
        "./照片": "不支持图片",
        "没有.xlsx": "找不到文件 没有.xlsx",
        ".": "这是文件夹，请指定其中的文件",
        "..": "这是文件夹",
        "./": "这是文件夹",
    }.items():
        status, out, err = command("show", name)
        assert (status, out) == (1, "")
        assert sentence in err


def test_a_text_that_is_no_report_is_kept_and_said(command: Command, tmp_path: Path) -> None:
    notice = tmp_path / "通知.txt"
    notice.write_text("会议通知\n请各科室于周五前报送材料。\n", encoding="utf-8")
    status, out, err = command("index", notice, "--no-words")
    assert (status, out[:6]) == (0, "新增 1 份")
    assert err == f"看不出是法治政府建设年度报告，已按原文入库：\n  {notice}\n"
    assert "请各科室于周五前报送材料" in command("search", "报送材料")[1]
    (entry,) = json.loads(command("list", "--format", "json")[1])["reports"]
    shown = command("show", entry["sha256"][:12])[1]
    assert "看不出是法治政府建设年度报告，按原文显示" in shown


def test_a_text_that_was_garbled_is_said_when_it_is_taken_in(
    command: Command, tmp_path: Path
) -> None:
    for number in range(12):
        said = (
            f"柳溪镇{2010 + number}年法治政府建设年度报告\n一、主要举措和成效\n开展普法讲座40场。\n"
        )
        garbled = said.encode("gbk").decode("latin-1")
        (tmp_path / f"{number}.txt").write_text(garbled, encoding="utf-8")
    status, out, err = command("index", tmp_path / "0.txt", "--no-words")
    assert (status, out[:6]) == (0, "新增 1 份")
    assert err.startswith(f"已入库，但读取时存疑：\n  {tmp_path / '0.txt'}：")
    assert "乱码" in err
    assert "UTF-8" in err
    err = command("index", tmp_path, "--no-words")[2]
    assert err.count("乱码") == 10
    assert "等 11 份（全部列出请运行：tuibrowser doctor --reports）" in err


def test_a_folder_without_reports_makes_no_library(command: Command, tmp_path: Path) -> None:
    empty = tmp_path / "空"
    empty.mkdir()
    status, _, err = command("index", empty)
    assert status == 1
    assert "没有可入库的文件" in err
    assert not (tmp_path / "库.sqlite3").exists()


def test_file_names_in_gbk_are_taken_in_and_never_break_the_output(
    command: Command, folder: Path
) -> None:
    source = sorted(folder.iterdir())[0]
    named = os.fsencode(folder) + b"/" + "报告".encode("gbk") + b".txt"
    os.rename(source, named)
    (folder / os.fsdecode("空".encode("gbk") + b".txt")).write_bytes(b"")
    status, _, err = command("index", folder, "--no-words")
    assert status == 1
    assert "空.txt：文件是空的" in err
    for arguments in (["list"], ["list", "--format", "json"], ["export"]):
        assert command(*arguments)[0] == 0


def test_an_own_lexicon_with_a_mistake_stops_before_anything_is_done(
    folder: Path, tmp_path: Path
) -> None:
    own = config_home() / "lexicon" / "kinds.toml"
    own.parent.mkdir(parents=True)
    own.write_text("= 坏", encoding="utf-8")
    # In processes of their own: the lexicon is read once in each.
    for arguments in (["index", str(folder)], ["show", str(next(folder.iterdir()))]):
        done = subprocess.run(
            [sys.executable, "-m", "tuibrowser", "--db", str(tmp_path / "库.sqlite3"), *arguments],
            capture_output=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().startswith(f"自备词表 {own} 不是有效的 TOML")
    assert not (tmp_path / "库.sqlite3").exists()


def test_interrupting_keeps_what_is_done(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def read_one_then_stop(path: Path) -> File:
        if read:
            raise KeyboardInterrupt
        read.append(path)
        return open_file(path)

    monkeypatch.setattr("tuibrowser.indexing.intake.open_file", read_one_then_stop)
    library = Library(tmp_path / "库.sqlite3")
    with pytest.raises(Stop, match="已入库的报告都已保存") as stop:
        index_watched(library, [folder])
    assert stop.value.status == Status.INTERRUPTED
    with library.read() as reader:
        assert len(reader.entries()) == 1
    assert library.check() == []


def test_a_newer_library_is_refused_and_left_alone(
    command: Command, folder: Path, tmp_path: Path
) -> None:
    command("index", folder, "--no-words")
    path = tmp_path / "库.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    connection.close()
    before = path.read_bytes()
    for arguments in (["list"], ["index", folder], ["rm", "x"], ["search", "法"], ["doctor"]):
        status, out, err = command(*arguments)
        assert status == 3
        assert "请升级 tuibrowser" in out + err
    assert path.read_bytes() == before


def test_progress_is_one_line_on_a_terminal_and_nothing_in_a_pipe(
    folder: Path, tmp_path: Path
) -> None:
    library = tmp_path / "库.sqlite3"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "40"}
    arguments = [sys.executable, "-m", "tuibrowser", "--db", str(library), "index", str(folder)]
    ours, theirs = pty.openpty()
    done = subprocess.run(
        arguments, stdout=subprocess.PIPE, stderr=theirs, env=environment, timeout=120, check=False
    )
    os.close(theirs)
    drawn = b""
    while True:
        try:
            drawn += os.read(ours, 1 << 16)
        except OSError:  # the end, on Linux
            break
    os.close(ours)
    assert done.returncode == 0
    assert done.stdout.decode().startswith("新增 2 份")
    text = drawn.decode()
    assert text.startswith("\r查找文件 0 ")
    assert "\r入库 0/2 " in text
    assert "标注词界 0/2" in text
    assert "\n" not in text
    assert "\x1b" not in text
    assert text.endswith("\r")
    assert text.split("\r")[-2].strip() == ""
    again = subprocess.run(
        arguments, capture_output=True, env=environment, timeout=120, check=False
    )
    assert again.stderr == b""


def test_the_demo_indexes_the_samples_into_a_library_of_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for _ in range(2):
        assert main(["demo"]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        assert out.splitlines()[0].count(" | ") == 2
        assert out.endswith("在终端中运行 tuibrowser demo 可打开浏览界面。\n")
    (library,) = (cache_home()).glob("demo-*.sqlite3")
    with Library(library).read() as reader:
        assert len(reader.entries()) >= 16
    assert main(["list"]) == 3


def test_a_draft_stands_beside_the_library_and_never_enters_it(
    command: Command, folder: Path
) -> None:
    one, two = sorted(folder.iterdir())
    command("index", one, "--no-words")
    (stored,) = json.loads(command("list", "--format", "json")[1])["reports"]
    status, out, _ = command("compare", stored["sha256"][:12], two, "--format", "json")
    assert status == 0
    first, draft = json.loads(out)["reports"]
    assert first["sha256"] == stored["sha256"] != draft["sha256"]
    (again,) = json.loads(command("list", "--format", "json")[1])["reports"]
    assert again == stored
    (shown,) = json.loads(command("show", two, "--format", "json")[1])["reports"]
    assert (shown["file"], shown["sha256"]) == (two.name, draft["sha256"])


def test_a_draft_needs_no_library(command: Command, folder: Path, tmp_path: Path) -> None:
    one, two = sorted(folder.iterdir())
    assert command("compare", one, two)[0] == 0
    assert not (tmp_path / "库.sqlite3").exists()


def test_a_path_that_is_no_readable_file_is_one_sentence(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "空.txt").write_bytes(b"")
    for name, sentence in [
        ("没有.txt", "找不到文件 没有.txt，请检查路径\n"),
        ("./没有", "找不到文件 ./没有，请检查路径\n"),
        ("空.txt", "无法读取 空.txt：文件是空的，请检查原件\n"),
        (f"{tmp_path}", f"无法读取 {tmp_path}：这是文件夹，请指定其中的文件\n"),
    ]:
        assert command("show", name) == (1, "", sentence)


def test_the_same_file_gives_the_same_report_stored_or_not(command: Command, folder: Path) -> None:
    command("index", folder, "--no-words")
    for path in folder.iterdir():
        draft = json.loads(command("show", path, "--format", "json")[1])
        (report,) = draft["reports"]
        ((stored),) = json.loads(command("show", report["sha256"][:16], "--format", "json")[1])[
            "reports"
        ]
        # What other reports of a unit state of its place only a library knows.
        for each in (report, stored):
            for key in ("place", "place_evidence", "doubts"):
                del each[key]
        assert stored == report


def test_a_roster_tells_where_units_lie(command: Command, tmp_path: Path) -> None:
    write_report(tmp_path / "报告" / "1.txt", "城关镇", 2022)
    write_report(tmp_path / "报告" / "2.txt", "石桥乡", 2022)
    roster = tmp_path / "名册.csv"
    roster.write_bytes("单位,县区\n城关镇人民政府,云台县\n石桥乡,清河县\n".encode("gb18030"))
    assert command("index", tmp_path / "报告", "--roster", roster, "--no-words")[0] == 0
    status, out, _ = command("show", "云台县/城关镇@2022", "--format", "json")
    assert status == 0
    (report,) = json.loads(out)["reports"]
    assert report["place"]["county"] == "云台县"
    assert report["place_evidence"]["county"]["state"] == "inferred"
    assert report["place_evidence"]["county"]["words"] == "应报单位名册：城关镇，云台县"
    assert command("search", "宣传活动 地:清河", "--format", "csv")[1].count("石桥乡") >= 1
    # Without it in the next run, what it told holds.
    write_report(tmp_path / "报告" / "3.txt", "城关镇", 2023)
    assert command("index", tmp_path / "报告", "--no-words")[0] == 0
    assert command("show", "云台县/城关镇@2023")[0] == 0


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "文件不存在"),
        ("单位\n城关镇\n", "没有写明各单位所属的县区"),
        ("序号,县区\n1,云台县\n", "看不出哪一列是单位"),
    ],
)
def test_a_roster_that_tells_no_place_stops_the_run_before_it_begins(
    command: Command, tmp_path: Path, content: str | None, says: str
) -> None:
    write_report(tmp_path / "报告" / "1.txt", "城关镇", 2022)
    roster = tmp_path / "名册.csv"
    if content:
        roster.write_text(content, "utf-8")
    status, out, err = command("index", tmp_path / "报告", "--roster", roster)
    assert (status, out) == (1, "")
    assert says in err
    assert err.count("\n") == 1
    assert not (tmp_path / "库.sqlite3").exists()


def test_what_a_browser_saved_beside_a_page_is_no_report(command: Command, folder: Path) -> None:
    """Frames and advertisements are pages, too; a folder of that name by itself is searched."""
    prose = "<p>开展法治宣传活动四十场次，调解矛盾纠纷十二件。</p>" * 9
    (folder / "报告.html").write_text(f"<html><body>{prose}</body></html>", "utf-8")
    for name in ("报告_files", "报告.files", "上报_files"):
        (folder / name).mkdir()
        page = f"<html><body>{prose}{name}</body></html>"
        (folder / name / "框架.html").write_text(page, "utf-8")
    out = command("index", folder, "--no-words")[1]
    assert out.startswith("新增 4 份，更新 0 份，未变 0 份，未能入库 0 份")


def test_the_roster_in_the_folder_is_no_report_that_could_not_be_read(
    command: Command, folder: Path
) -> None:
    roster = folder / "名册.xlsx"
    with Workbook(roster) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["单位", "县区"])
        sheet.write_row(1, 0, ["石鼓滩镇", "临湖区"])
    status, out, err = command("index", folder, "--no-words", "--roster", roster)
    assert (status, err) == (0, "")
    assert out.endswith("未能入库 0 份\n")
    assert "名册.xlsx：不支持表格文件" in command("index", folder, "--no-words")[2]


def test_files_of_one_text_are_named_and_counted_apart(command: Command, folder: Path) -> None:
    """They are neither new nor as they were last time."""
    first = min(folder.iterdir())
    twin = folder / "终稿(2).txt"
    shutil.copy(first, twin)
    _, out, err = command("index", folder, "--no-words")
    assert out == "新增 2 份，更新 0 份，未变 0 份，重复 1 份，未能入库 0 份\n"
    assert err.splitlines() == [
        "文字与另一个文件相同，算作同一份报告：",
        f"  {twin}（同 {first}）",
    ]
    assert command("index", folder, "--no-words") == (
        *(0, "新增 0 份，更新 0 份，未变 3 份，未能入库 0 份\n", ""),
    )


def test_what_was_refused_is_remembered_until_it_is_taken_in(
    command: Command, folder: Path, tmp_path: Path
) -> None:
    """The browser lists it, too."""
    empty = folder / "空.txt"
    empty.write_bytes(b"")
    command("index", folder, "--no-words")
    (refused,) = load_refused(tmp_path / "库.sqlite3")
    assert (refused.path, "空的" in refused.reason) == (str(empty), True)
    shutil.copy(min(folder.iterdir()), empty)
    command("index", folder, "--no-words")
    assert load_refused(tmp_path / "库.sqlite3") == ()
