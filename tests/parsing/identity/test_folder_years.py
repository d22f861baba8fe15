"""The year of a report by the folder it lies in."""

from __future__ import annotations

from cases import for_each

from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand

_TEXT = """\
沙溪镇法治政府建设情况报告

沙溪镇认真落实上级部署，现将有关情况报告如下：
一、主要举措和成效
办好“田头法庭”，调解员走村入户。
二、存在的不足和原因
力量不足。

沙溪镇人民政府
{signed}
"""


def _in(*folders: str, signed: str = "", file: str = "沙溪镇.txt", text: str = _TEXT) -> Report:
    document = Document(text.format(signed=signed), "0" * 64, file, "utf-8", folders=folders)
    return understand(document, load())


def _said(report: Report) -> list[str]:
    return [doubt.says for doubt in report.doubts if doubt.kind == "year"]


@for_each(
    "folder",
    ["2023年", "2023", "2023年度法治政府建设报告", "2023年度", "青棠县2023年", "二〇二三年",
     "23年度", "2023年法治政府建设情况报告（上报稿）", "2023年度归档", "2023年工作总结"],
)  # fmt: skip
def test_a_folder_tells_the_year_that_nothing_else_does_and_it_is_said(folder: str) -> None:
    report = _in(folder)
    assert report.year == 2023
    assert _said(report) == [f"年度取自文件夹“{folder}”"]
    assert (report.year_source, report.year_folder) == ("folder", folder)


@for_each(
    "folder",
    ["20240105备份", "2024-01-05", "2024.1.5", "202401", "2024年备份", "2024年1月", "2021—2025年",
     "backup2024", "2024上传", "2022年和2023年", "12024号", "资料"],
)  # fmt: skip
def test_a_folder_of_a_day_or_of_putting_away_tells_none(folder: str) -> None:
    report = _in(folder)
    assert report.year is None
    assert _said(report) == ["文中没有写明是哪一年度的报告"]
    assert _in("2022年度", folder).year == 2022  # the one above it is asked


@for_each("folder", ["2024年报送", "2024年上报材料", "2024收集"])
def test_a_folder_of_what_was_sent_in_means_the_year_before_and_says_so(folder: str) -> None:
    report = _in(folder)
    assert report.year == 2023
    assert _said(report) == [f"年度取自文件夹“{folder}”，按报送年份的上一年推定"]
    assert _in(folder, signed="2024年12月20日").year == 2024


def test_a_day_of_writing_decides_what_a_bare_year_means() -> None:
    assert _in("2024年", signed="2025年1月9日").year == 2024
    early = _in("2024年", signed="2024年1月9日")
    assert early.year == 2023
    assert _said(early) == ["年度取自文件夹“2024年”，按报送年份的上一年推定"]


def test_a_folder_is_never_set_against_what_the_text_or_the_file_says() -> None:
    written = _in("2021年度", signed="2024年1月9日")
    assert (written.year, written.year_source) == (2023, "written")
    assert _said(written) == ["年度按成文日期 2024-01-09 推定"]
    assert _in("2021年度", signed="2024年8月9日").year is None
    named = _in("2021年度", file="沙溪镇2023年.txt")
    assert (named.year, named.year_source, named.year_folder) == (2023, "file", None)
    titled = _in("2021年度", text=_TEXT.replace("沙溪镇法治", "沙溪镇2023年法治", 1))
    assert titled.year == 2023
    assert _said(titled) == []
    assert titled.year_source is None


def test_the_nearest_folder_with_a_year_tells_and_none_far_above() -> None:
    assert _in("2022年", "2023年", "青棠县").year == 2023
    assert _in("2022年", "甲", "乙", "丙", "丁").year is None
