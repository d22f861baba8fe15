"""Which file a person means, and which name names none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuibrowser.export.naming import Format, fault_of, target_of


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("nodir/", "“nodir/”是文件夹，请在后面写文件名"),
        (".docx", "“.docx”只有结尾，请在前面写名称"),
        ("a/.CSV", "“.CSV”只有结尾，请在前面写名称"),
        (" ", "“ ”没有名称，请写出文件名"),
        ("a/ .docx", "“ .docx”只有结尾，请在前面写名称"),
        ("表。docx", "“表。docx”的结尾不是半角句点，请写作 表.docx"),
        ("a/表．html", "“表．html”的结尾不是半角句点，请写作 a/表.html"),
        ("表.docx", None),
        ("表", None),
        ("第3。2版", None),
        (".notes", None),
    ],
)
def test_a_name_that_means_no_file_says_why(typed: str, fault: str | None) -> None:
    assert fault_of(typed) == fault


@pytest.mark.parametrize(
    ("typed", "format_", "meant"),
    [
        ("", "docx", "对照表.docx"),
        ("", "csv", "对照表.csv"),
        ("甲", "docx", "甲.docx"),
        ("甲.docx", "docx", "甲.docx"),
        ("甲.docx.docx", "docx", "甲.docx"),
        ("甲.DOCX.docx.docx", "docx", "甲.DOCX"),
        ("甲.md", "docx", "甲.md.docx"),
        ("甲。docx", "docx", "甲.docx"),
        ("甲.2023", "md", "甲.2023.md"),
        (".docx", "docx", "对照表.docx"),
        (".docx.docx", "docx", "对照表.docx"),
        ("无/", "html", "无/对照表.html"),
        ("无/.html", "html", "无/对照表.html"),
        ("有", "docx", "有/对照表.docx"),
        ("有/乙", "docx", "有/乙.docx"),
        ("旧", "docx", "旧"),
    ],
)
def test_a_name_gets_its_ending_once(
    tmp_path: Path, typed: str, format_: Format, meant: str
) -> None:
    (tmp_path / "有").mkdir()
    (tmp_path / "旧").touch()
    assert target_of(typed, format_, "对照表.docx", tmp_path) == tmp_path / meant
