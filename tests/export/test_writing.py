"""Files that are handed on: format, name, what is never overwritten, how to fetch them."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from getpass import getuser
from pathlib import Path

import pytest
from handmade import plain

from tuibrowser.compare.align import align
from tuibrowser.export import comparison, excerpts
from tuibrowser.export.comparison import suggested_path, write_comparison
from tuibrowser.export.naming import ExportRefused, Format, choose_format, free_path
from tuibrowser.export.writing import way_home, write
from tuibrowser.model.kept import Excerpt
from tuibrowser.store.library import Library


@pytest.mark.parametrize(
    ("asked", "name", "chosen"),
    [
        (None, None, "text"),
        (None, "对照", "text"),
        (None, "对照.DOCX", "docx"),
        (None, "对照.htm", "html"),
        ("csv", None, "csv"),
        ("csv", "对照.csv", "csv"),
        ("csv", "对照_柳溪镇.2023", "csv"),
        ("html", "/dev/stdout", "html"),
    ],
)
def test_the_format_is_the_one_asked_for_else_that_of_the_name(
    asked: Format | None, name: str | None, chosen: str
) -> None:
    target = None if name is None else Path(name)
    assert choose_format(asked, target, comparison.FORMATS) == chosen


@pytest.mark.parametrize(
    ("asked", "name", "sentence"),
    [
        ("csv", "a.docx", "文件名以 .docx 结尾，--format 却是 csv，请改其中一个"),
        (None, "a.pdf", "从文件名的结尾 .pdf 看不出格式，可用：.txt .text .md .markdown .html"),
        (None, "a.csv", "不能写成 .csv 文件，可用：.txt .text .md .markdown .html"),
    ],
)
def test_a_contradiction_is_said(asked: Format | None, name: str, sentence: str) -> None:
    with pytest.raises(ExportRefused) as refused:
        choose_format(asked, Path(name), excerpts.FORMATS)
    assert str(refused.value).startswith(sentence)


def test_a_file_is_replaced_and_named_in_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("表.md").write_text("旧", encoding="utf-8")
    exported = write("新".encode(), Path("表.md"))
    assert Path("表.md").read_text(encoding="utf-8") == "新"
    assert str(exported) == f"{tmp_path}/表.md（3 字节）"


def test_neither_a_library_nor_a_source_is_overwritten(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    source, draft = tmp_path / "甲.txt", tmp_path / "草稿.txt"
    for file in (source, draft):
        file.write_text("原文", encoding="utf-8")
    link = tmp_path / "链接.txt"
    link.symlink_to(source)
    with library.write() as writer:
        writer.put(plain(), source, 1)
    digest = hashlib.sha256(draft.read_bytes()).hexdigest()
    reports = (plain(), replace(plain("乙镇"), sha256=digest))
    alignment = align(reports, "theme")
    for target, what in (
        (library.path, "报告库"),
        (source, "报告的原文件"),
        (link, "报告的原文件"),
        (draft, "报告的原文件"),
    ):
        before = target.read_bytes()
        with pytest.raises(ExportRefused, match=f"是{what}，不会覆盖"):
            write_comparison(alignment, "text", target, library=library)
        assert target.read_bytes() == before
    # Another library is one, too, and a source that was edited since still is one.
    with pytest.raises(ExportRefused, match="是报告库"):
        write(b"", library.path)
    source.write_text("改过", encoding="utf-8")
    with pytest.raises(ExportRefused, match="是报告的原文件"):
        write(b"", source, library)


@pytest.mark.parametrize("format_", comparison.FORMATS)
def test_every_format_is_written_through_one_door(tmp_path: Path, format_: Format) -> None:
    reports = [plain("柳溪镇"), plain("石桥乡")]
    target = suggested_path(reports, format_, tmp_path)
    exported = write_comparison(align(reports, "theme"), format_, target)
    assert exported.path == target
    assert exported.size == target.stat().st_size
    content = target.read_bytes()
    assert content[:2] == b"PK" if format_ in ("docx", "xlsx") else "调解各类".encode() in content


@pytest.mark.parametrize("format_", excerpts.FORMATS)
def test_excerpts_are_written_in_every_format(tmp_path: Path, format_: Format) -> None:
    target = excerpts.suggested_path(format_, tmp_path)
    assert target.name.startswith("摘录_20")
    kept = [Excerpt("a" * 64, 0, 1, "一是普法。\n# 二是调解。", "甲镇2023年报告")]
    excerpts.write_excerpts(kept, format_, target)
    content = target.read_bytes()
    assert content[:2] == b"PK" if format_ == "docx" else "二是调解".encode() in content


def test_excerpts_as_text_are_what_was_copied() -> None:
    kept = [
        Excerpt("a" * 64, 0, 1, "一是普法。\n二是调解。", "甲镇2023年报告"),
        Excerpt("b" * 64, 0, 1, "三是\x1b执法。", "乙镇2023年报告"),
    ]
    assert excerpts.excerpts_bytes(kept, "text").decode() == (
        "一是普法。\n二是调解。\n（甲镇2023年报告）\n\n三是\ufffd执法。\n（乙镇2023年报告）\n"
    )


def test_excerpts_as_markdown_begin_no_list_and_no_heading() -> None:
    text = "# 一\n- 二\n1. 三\n    四\n=五\n2024年"
    kept = [Excerpt("a" * 64, 0, 1, text, "甲镇2023年报告")]
    lines = excerpts.excerpts_bytes(kept, "md").decode().splitlines()
    assert [line for line in lines if line.startswith("> ")] == [
        *(r"> \# 一", r"> \- 二", r"> 1\. 三", "> 四", r"> \=五", "> 2024年"),
        "> （甲镇2023年报告）",
    ]


def test_names_say_who_and_when_and_are_free(tmp_path: Path) -> None:
    liuxi = [plain("柳溪镇", year) for year in (2021, 2022, 2023)]
    mixed = [*liuxi[2:], plain("石桥乡"), replace(plain(), year=None)]
    assert suggested_path(mixed, "docx", tmp_path).name == "对照表_柳溪镇等3份_2023.docx"
    assert suggested_path([], "docx", tmp_path).name == "对照表.docx"
    path = suggested_path(liuxi, "md", tmp_path)
    assert path == tmp_path / "对照表_柳溪镇_2021-2023.md"
    path.touch()
    assert suggested_path(liuxi, "md", tmp_path).name == "对照表_柳溪镇_2021-2023-2.md"


def test_a_name_can_be_stored_anywhere(tmp_path: Path) -> None:
    odd = replace(plain(), issuer=None, file="a/b\x1b:*?\udcff " + "长" * 200 + ".txt")
    path = suggested_path([odd], "docx", tmp_path)
    assert path.parent == tmp_path
    path.touch()
    assert not set(path.name) & set('/\\:*?"<>| \x1b\udcff')


def test_where_one_may_not_write_the_home_folder_is_proposed(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert free_path("表", "csv").parent == tmp_path
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert free_path("表", "csv").parent == home


@pytest.mark.parametrize(
    ("connection", "way"),
    [
        ("10.0.0.5 50022 10.1.2.3 22", "scp '{user}@10.1.2.3:/a/表 1.docx' ."),
        ("10.0.0.5 50022 10.1.2.3 2222", "scp -P 2222 '{user}@10.1.2.3:/a/表 1.docx' ."),
        ("fe80::1 50022 fe80::2 22", "scp '{user}@[fe80::2]:/a/表 1.docx' ."),
    ],
)
def test_over_ssh_the_way_home_is_told(
    connection: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", connection)
    expected = "取回：在自己的电脑上运行 " + way.format(user=getuser())
    assert way_home(Path("/a/表 1.docx")) == expected


@pytest.mark.parametrize("connection", [None, "", "UNKNOWN"])
def test_elsewhere_it_is_not(connection: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    if connection is not None:
        monkeypatch.setenv("SSH_CONNECTION", connection)
    assert way_home(Path("/a")) is None
