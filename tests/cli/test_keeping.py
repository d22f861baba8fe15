"""``rm``, ``pack`` and ``get``."""

from __future__ import annotations

import io
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from report_files import write_report
from small_library import Run

from tuibrowser.cli import terminal
from tuibrowser.store.library import Library


def names(library: Library) -> list[tuple[str | None, int | None]]:
    with library.read() as reader:
        return [(entry.issuer, entry.year) for entry in reader.entries()]


def test_a_report_is_removed_and_named(run: Run, library: Library) -> None:
    status, out, _ = run("rm", "石桥乡")
    assert status == 0
    assert out == "已移出 石桥乡@2023 石桥乡2023年法治政府建设情况报告\n"
    assert ("石桥乡", 2023) not in names(library)
    assert len(names(library)) == 4
    assert library.check() == []


def test_a_set_is_removed_only_with_a_word(run: Run, library: Library) -> None:
    status, out, err = run("rm", "柳溪镇@2021..2023")
    assert (status, out) == (2, "")
    assert "柳溪镇@2022" in err
    assert err.endswith("一次移出多份，请加 --yes 确认\n")
    assert len(names(library)) == 5
    assert run("rm", "柳溪镇@2021..2023", "--yes").status == 0
    assert len(names(library)) == 3


@pytest.mark.parametrize(
    "damage",
    [
        'UPDATE passage SET start = 999999, "end" = 999999 WHERE report = {id}',
        "UPDATE report SET text = CAST(text AS BLOB) WHERE id = {id}",
        "UPDATE passage SET section = 'x' WHERE report = {id}",
    ],
)
def test_a_damaged_report_is_removed_and_the_others_are_found(
    run: Run, library: Library, damage: str
) -> None:
    with closing(sqlite3.connect(library.path)) as connection, connection:
        sql = "SELECT id, sha256 FROM report WHERE issuer = '石桥乡'"
        ((id_, sha256),) = connection.execute(sql).fetchall()
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(damage.format(id=id_))
    assert run("show", sha256[:12]).status == 3
    done = run("rm", sha256[:12])
    assert (done.status, done.out[:12]) == (0, "已移出 石桥乡@2023")
    assert ("石桥乡", 2023) not in names(library)
    assert library.check() == []
    assert run("search", "柳溪镇").status == 0


@pytest.mark.parametrize(("answer", "left"), [("y\n", 3), ("n\n", 5), ("", 5)])
def test_at_a_terminal_a_set_is_asked_about(
    run: Run,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    left: int,
) -> None:
    monkeypatch.setattr("tuibrowser.cli.keeping.is_terminal", lambda _: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    done = run("rm", "柳溪镇@2021..2023")
    assert "确定移出请输入 y" in done.err
    assert done.status == (0 if left == 3 else 1)
    assert len(names(library)) == left


def test_what_is_not_there_is_not_removed(run: Run, library: Library) -> None:
    assert run("rm", "石桥乡", "航天镇", "--yes").status == 1
    assert len(names(library)) == 5


def test_a_packed_library_holds_the_same_reports(
    run: Run, library: Library, tmp_path: Path
) -> None:
    target = tmp_path / "交接.sqlite3"
    status, out, err = run("pack", str(target))
    assert (status, err) == (0, "")
    assert out == f"已另存为 {target}（{target.stat().st_size:,} 字节）\n"
    assert names(Library(target)) == names(library)


def test_packing_never_overwrites(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "交接.sqlite3"
    target.write_text("旧", encoding="utf-8")
    status, out, err = run("pack", str(target))
    assert (status, out) == (2, "")
    assert err == f"{target} 已存在，不会覆盖，请换一个文件名\n"
    assert target.read_text(encoding="utf-8") == "旧"


def test_packing_needs_a_name(run: Run, tmp_path: Path) -> None:
    target = tmp_path / ".sqlite3"
    status, out, err = run("pack", str(target))
    assert (status, out, err) == (2, "", "“.sqlite3”只有结尾，请在前面写名称\n")
    assert not target.exists()


def test_packing_needs_a_folder(run: Run, tmp_path: Path) -> None:
    assert run("pack", str(tmp_path / "无" / "a")) == (
        2,
        "",
        f"没有 {tmp_path / '无'} 这个文件夹，请先建立，或换一个位置\n",
    )


def test_the_terminal_is_asked_of_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not terminal.is_terminal(None)
    assert not terminal.is_terminal(io.StringIO())


def test_the_file_of_a_report_is_said_if_it_is_still_there(run: Run, tmp_path: Path) -> None:
    source = write_report(tmp_path / "上报" / "柳溪镇.txt", "柳溪镇", 2019)
    assert run("index", str(source), "--no-words").status == 0
    assert run("get", "柳溪镇@2019") == (0, f"{source}\n", "")
    source.unlink()
    status, out, err = run("get", "柳溪镇@2019")
    assert (status, out) == (1, "")
    assert f"的原文件已不在，原在 {source}" in err


def test_a_file_is_opened_by_the_program_of_the_desktop(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_report(tmp_path / "柳溪镇.txt", "柳溪镇", 2019)
    run("index", str(source), "--no-words")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    status, _, err = run("get", "--open", "柳溪镇@2019")
    assert (status, err.strip()) == (1, f"本机没有可用来打开文件的程序，文件在 {source}")
    opener = tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/opened"\n', encoding="utf-8")
    opener.chmod(0o755)
    assert run("get", "--open", "柳溪镇@2019") == (0, "", "")
    assert (tmp_path / "opened").read_text(encoding="utf-8") == f"{source}\n"


def test_a_file_by_itself_comes_before_one_in_an_archive(run: Run, tmp_path: Path) -> None:
    source = write_report(tmp_path / "上报" / "柳溪镇.txt", "柳溪镇", 2018)
    archive = Path(shutil.make_archive(str(tmp_path / "打包"), "zip", source.parent))
    assert run("index", "--no-words", str(source)).status == 0
    assert run("index", "--no-words", str(archive)).status == 0
    assert run("get", "柳溪镇@2018").out == f"{source}\n"
    source.unlink()
    assert run("get", "柳溪镇@2018").out == f"{archive / '柳溪镇.txt'}\n"


def test_other_files_of_the_same_text_are_named_beside_it(run: Run, tmp_path: Path) -> None:
    """A script gets one path a report; a person learns of the doubles."""
    first = write_report(tmp_path / "甲" / "终稿.txt", "白鹭镇")
    second = write_report(tmp_path / "乙" / "终稿(2).txt", "白鹭镇")
    run("index", "--no-words", str(first), str(second))
    done = run("get", "白鹭镇@2023")
    assert done.status == 0
    (shown,) = done.out.splitlines()
    head, other = done.err.splitlines()
    assert head == "文字相同的另有 1 个文件："
    assert {shown, other.strip()} == {str(first), str(second)}
