"""``compare -o`` and ``excerpts``: answers that go into files."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from small_library import Run

from tuibrowser.cli import main
from tuibrowser.model.kept import Excerpt
from tuibrowser.state.excerpts import add, collected, excerpts_file
from tuibrowser.store.library import Library

ROOT = Path(__file__).resolve().parents[2]
PAIR = ("compare", "柳溪镇@2023", "石桥乡@2023")
EXCERPT = Excerpt("a" * 64, 0, 5, "一是普法。", "柳溪镇2023年报告，一、“成效”")


@pytest.fixture(autouse=True)
def at_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may do so over SSH."""
    monkeypatch.delenv("SSH_CONNECTION", raising=False)


def test_the_name_of_the_file_chooses_the_format(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "对照表.docx"
    status, out, err = run(*PAIR, "-o", str(target))
    assert (status, out) == (0, "")
    assert err == f"已导出对照表：{target}（{target.stat().st_size:,} 字节）\n"
    document = Document(str(target))
    assert document.paragraphs[0].text == "对照表：柳溪镇2023、石桥乡2023"


@pytest.mark.parametrize("ending", ["md", "html", "csv", "json", "txt"])
def test_a_file_holds_what_would_be_printed(run: Run, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"对照表.{ending}"
    assert run(*PAIR, "-o", str(target)).status == 0
    printed = run(*PAIR, "--format", {"txt": "text"}.get(ending, ending)).out
    assert target.read_bytes().decode() == printed


def test_a_table_for_spreadsheets(run: Run) -> None:
    out = run(*PAIR, "--format", "csv").out
    assert out.startswith("\ufeff部分,工作领域,对应程度,变化,柳溪镇2023,石桥乡2023\r\n")
    rows = list(csv.reader(io.StringIO(out, newline="")))
    assert {len(row) for row in rows} == {6}


def test_over_ssh_the_way_home_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.5 50022 10.1.2.3 22")
    for command in (PAIR, ("export",)):
        err = run(*command, "-o", str(tmp_path / "a.json")).err
        assert err.splitlines()[1].startswith("取回：在自己的电脑上运行 scp ")
        assert err.endswith(f"@10.1.2.3:{tmp_path}/a.json .\n")


def test_a_contradiction_is_wrong_usage_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    status, out, err = run(*PAIR, "-o", str(target), "--format", "html")
    assert (status, out) == (2, "")
    assert err == "文件名以 .docx 结尾，--format 却是 html，请改其中一个\n"
    assert not target.exists()
    assert run(*PAIR, "-o", str(tmp_path / "a.pdf")).status == 2


@pytest.mark.parametrize("ending", ["docx", "xlsx", "html", "csv", "md", "txt", "json"])
@pytest.mark.parametrize(
    ("command", "written"),
    [
        (("export", "-o"), {"json"}),
        ((*PAIR, "-o"), {"docx", "xlsx", "html", "csv", "md", "txt", "json"}),
        (("excerpts", "-o"), {"docx", "html", "md", "txt"}),
        (("index", "无.txt", "--report"), {"csv"}),
        (("pack",), set()),
    ],
)
def test_a_file_is_never_of_another_format_than_its_name_says(
    run: Run, tmp_path: Path, command: tuple[str, ...], written: set[str], ending: str
) -> None:
    target = tmp_path / f"甲.{ending}"
    status, out, err = run(*command, str(target))
    if ending in written:
        assert status != 2
    else:
        assert (status, out) == (2, "")
        assert f"不能写成 .{ending} 文件" in err
        assert not target.exists()


def test_what_must_not_be_lost_is_not_overwritten(
    run: Run, library: Library, tmp_path: Path
) -> None:
    draft = tmp_path / "草稿.txt"
    draft.write_text("柳溪镇2024年法治政府建设年度报告\n一、主要举措\n普法。\n", "utf-8")
    before = draft.read_bytes()
    for target in (draft, library.path):
        command = ("compare", str(draft), "石桥乡@2023", "--format", "text")
        status, out, err = run(*command, "-o", str(target))
        assert (status, out) == (2, "")
        assert "不会覆盖，请换一个文件名" in err
    assert draft.read_bytes() == before
    assert library.check() == []


def test_a_folder_that_is_not_there_is_said_before_the_work(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "无" / "a.docx"
    sentence = f"没有 {target.parent} 这个文件夹，请先建立，或换一个位置\n"
    assert run(*PAIR, "-o", str(target)) == (2, "", sentence)
    assert run("figures", "不存在镇@1999", "-o", f"{target.parent}/a.csv") == (2, "", sentence)


@pytest.mark.parametrize("watched", [True, False])
def test_a_document_goes_into_a_pipe_but_not_onto_a_terminal(
    library: Library, watched: bool
) -> None:
    near, far = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tuibrowser", *PAIR, "--format", "docx"],
            stdin=subprocess.DEVNULL,
            stdout=far if watched else subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT), "TUIBROWSER_DB": str(library.path)},
            timeout=60,
            check=False,
        )
    finally:
        os.close(far)
        os.close(near)
    if watched:
        assert done.returncode == 2
        sentence = "docx 不能显示在终端上，请写入文件，如：-o 对照表.docx\n"
        assert done.stderr.decode() == sentence
    else:
        assert (done.returncode, done.stderr) == (0, b"")
        assert Document(io.BytesIO(done.stdout)).tables


def test_excerpts_are_listed_exported_and_emptied(run: Run, tmp_path: Path) -> None:
    add(EXCERPT)
    assert run("excerpts") == (0, f"{EXCERPT}\n", "")
    target = tmp_path / "摘录.docx"
    status, out, err = run("excerpts", "-o", str(target), "--clear")
    assert (status, out) == (0, "")
    assert err == (
        f"已导出摘录：{target}（{target.stat().st_size:,} 字节）\n"
        "已清空 1 条摘录；要恢复请运行：tuibrowser excerpts --undo\n"
    )
    assert "一是普法。" in [paragraph.text for paragraph in Document(str(target)).paragraphs]
    assert collected() == ()
    assert run("excerpts", "--undo") == (0, "", "已撤销上一次改动，现有 1 条摘录\n")
    assert run("excerpts", "--clear").out == ""
    assert run("excerpts", "--undo", "-o", str(target)).status == 0


@pytest.mark.parametrize(
    "command",
    [
        PAIR,
        ("excerpts",),
        *((it, "柳溪镇@2023") for it in ("changes", "coverage", "figures", "check")),
    ],
)
def test_a_text_that_was_exported_is_not_taken_in_as_a_report(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    add(EXCERPT)
    target = tmp_path / "甲.txt"
    run(*command, "-o", str(target))
    status, _, err = run("index", str(target))
    assert status == 1
    assert "这是本程序" in err
    assert "不是报告原文" in err


def test_a_failed_export_empties_nothing(run: Run, tmp_path: Path) -> None:
    add(EXCERPT)
    (tmp_path / "文件").touch()
    assert run("excerpts", "-o", str(tmp_path / "文件" / "a.md"), "--clear").status == 1
    assert run("excerpts", "-o", str(tmp_path / "无" / "a.md"), "--clear").status == 2
    assert collected() == (EXCERPT,)


def test_without_excerpts_there_is_a_hint(run: Run) -> None:
    sentence = "还没有摘录；在浏览界面中复制段落，就会加入摘录\n"
    assert run("excerpts") == (1, "", sentence)
    assert run("excerpts", "--undo") == (1, "", "没有可以撤销的改动\n")
    assert run("excerpts", "--undo", "--clear").status == 2


def test_a_damaged_collection_is_one_sentence(run: Run) -> None:
    excerpts_file().parent.mkdir(parents=True)
    excerpts_file().write_text("{", encoding="utf-8")
    status, out, err = run("excerpts")
    assert (status, out) == (1, "")
    assert err.startswith("摘录无法读取，已另存为 ")
    assert err.count("\n") == 1


def test_excerpts_need_no_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(EXCERPT)
    target = tmp_path / "摘录.md"
    target.touch()
    missing = str(tmp_path / "none.sqlite3")
    assert main(["--db", missing, "excerpts", "-o", str(target)]) == 0
    assert "> 一是普法。" in target.read_text("utf-8")
    assert json.loads(excerpts_file().read_text("utf-8"))["excerpts"]
    capsys.readouterr()


def test_what_is_read_is_not_overwritten(run: Run, tmp_path: Path) -> None:
    roster, draft = tmp_path / "名册.csv", tmp_path / "草稿.html"
    roster.write_text("单位\n柳溪镇\n", "utf-8")
    draft.write_text("<p>柳溪镇2024年法治政府建设年度报告</p><p>举办讲座3场。</p>", "utf-8")
    again = tmp_path / "同一份.csv"
    again.symlink_to(roster)
    for command, target in (
        (("coverage", "*@2023", "--roster", str(roster)), roster),
        (("coverage", "*@2023", "--roster", str(roster)), again),
        (("check", str(draft)), draft),
        (("figures", str(draft), "--format", "csv"), draft),
        (("reuse", str(draft)), draft),
    ):
        before = target.read_bytes()
        status, out, err = run(*command, "-o", str(target))
        assert (status, out, len(err.splitlines())) == (2, "", 1)
        assert f"{target} 是" in err
        assert "不会覆盖" in err
        assert target.read_bytes() == before


def test_a_roster_is_no_place_for_what_indexing_tells(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "名册.csv"
    roster.write_text("单位,县区\n柳溪镇,云台县\n", "utf-8")
    (tmp_path / "报送").mkdir()
    arguments = ("index", str(tmp_path / "报送"), "--roster", str(roster), "--report", str(roster))
    assert run(*arguments).status == 2
    assert "柳溪镇,云台县" in roster.read_text("utf-8")
