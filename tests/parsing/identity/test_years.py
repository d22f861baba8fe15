"""Which of several years a report is on, and what tells it where none is said."""

from __future__ import annotations

import pytest
from cases import for_each

from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand

_BODY = """
一年来，云岭镇坚持依法行政，扎实推进法治政府建设。
一、主要举措和成效
（一）压实责任。召开专题会议3次，听取汇报2次。
二、存在的不足
力量不足。
"""


_TITLE = "云岭镇法治政府建设工作报告"
_PLAN = "三、2024年工作安排\n补短板。\n"


def _read(title: str, below: str = "", plan: str = "") -> Report:
    text = f"{title}{_BODY}{plan}{below}\n"
    return understand(Document(text, "0" * 64, "报告.txt", "utf-8"), load())


def _said(report: Report) -> list[str]:
    return [doubt.says for doubt in report.doubts if doubt.kind == "year"]


@for_each(
    "title",
    [
        "云岭镇2023年法治政府建设情况及2024年工作打算",
        "云岭镇2024年工作思路和2023年法治政府建设情况报告",
        "云岭镇关于2022年法治督察反馈问题整改和2023年法治政府建设情况的报告",
        "云岭镇法治政府建设示范创建（2021年启动）2023年度情况报告",
        "云岭镇落实《法治乡镇2022年行动方案》2023年法治政府建设情况报告",
        "云岭镇法治政府建设（2023年度）工作报告", "云岭镇2023年法治政府建设工作要点落实情况报告",
        "2023云岭镇法治政府建设工作报告", "云岭镇法治政府建设工作报告2023",
        "云岭镇23年法治政府建设工作总结",
        "云岭镇二〇二三年法治政府建设工作报告",
    ],
)  # fmt: skip
def test_the_year_of_a_title_is_none_that_it_plans_for_or_looks_back_on(title: str) -> None:
    report = _read(title)
    assert (report.year, _said(report)) == (2023, [])


@pytest.mark.parametrize(
    ("title", "plan", "below", "says"),
    [
        (_TITLE, _PLAN, "", "年度按“2024年工作安排”推定"),
        (_TITLE, _PLAN, "云岭镇人民政府\n2023年12月20日", "年度按“2024年工作安排”推定"),
        ("云岭镇法治政府建设工作总结及2024年工作计划", "", "", "年度按“2024年工作计划”推定"),
        (_TITLE, "", "云岭镇人民政府\n2024年1月9日", "年度按成文日期 2024-01-09 推定"),
        (_TITLE, "", "云岭镇人民政府\n2023年12月9日", "年度按成文日期 2023-12-09 推定"),
    ],
)
def test_a_year_that_nothing_says_follows_from_the_plan_or_the_day_of_writing(
    title: str, plan: str, below: str, says: str
) -> None:
    report = _read(title, below, plan)
    assert (report.year, _said(report)) == (2023, [says])


@pytest.mark.parametrize(
    ("plan", "below"),
    [
        ("", "云岭镇人民政府\n2024年8月9日"),
        # A day that such a plan makes impossible.
        ("三、2026年工作安排\n补短板。\n", "云岭镇人民政府\n2024年1月9日"),
        ("", ""),
    ],
)
def test_where_neither_tells_it_the_year_stays_open(plan: str, below: str) -> None:
    report = _read(_TITLE, below, plan)
    assert report.year is None
    assert len(_said(report)) == 1
