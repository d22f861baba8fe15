"""Reports that are one table: each row is told below its first cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest

from tuibrowser.lexicon.load import load
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.read import read

Parsed = Callable[[str], Report]

TITLE = "望溪镇2023年法治政府建设情况报告"
SIGNED = "望溪镇人民政府\n2024年1月5日\n"
ROWS = [
    ("项目", "内容", "完成情况"),
    ("普法宣传", "组织法官进村宣讲", "宣讲14场，发放读本2600册。"),
    ("矛盾纠纷化解", "健全调解网络，排查苗头", "调解纠纷73件，成功率97%。"),
    ("行政执法", "规范文书制作", "办理处罚案件19件"),
    ("下一步打算", "补充执法人员，开展案卷评查", "列入2024年要点。"),
]
HEADS = [row[0] for row in ROWS[1:]]


def _joined(rows: Sequence[tuple[str, ...]], sign: str) -> str:
    return "".join(f"{sign.join(row)}\n" for row in rows)


@pytest.mark.parametrize(
    "table",
    [
        _joined(ROWS, "\t"),
        _joined([("序号", *ROWS[0]), *((str(at), *it) for at, it in enumerate(ROWS[1:], 1))], "\t"),
        "".join(f"|{'|'.join(row)}|\n" for row in ROWS),
        _joined([("牵头部门", *ROWS[0][1:], "责任单位"), *ROWS[1:]], "\t"),
    ],
)
def test_a_row_is_told_below_its_first_cell(parsed: Parsed, table: str) -> None:
    report = parsed(f"{TITLE}\n{table}{SIGNED}")
    assert [it.title for it in report.sections] == HEADS
    assert len(report.measures) == len(HEADS)
    assert [it.kind for it in report.measures] == ["measures_results"] * 3 + ["next_plan"]
    assert {it.value for it in report.figures} == {14, 2600, 73, 97, 19}
    assert report.measures[1].themes == ("mediation",)


def test_so_is_one_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "望溪镇.docx"
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(rows=0, cols=3)
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    for line in SIGNED.splitlines():
        document.add_paragraph(line)
    document.save(str(path))
    report = understand(read(path), load())
    assert [it.title for it in report.sections] == HEADS
    assert len(report.measures) == len(HEADS)


@pytest.mark.parametrize(
    "table",
    [
        "指标\t2022年\t2023年\n调解纠纷（件）\t86\t92\n行政处罚（件）\t23\t25\n普法讲座（场）\t12\t15\n",
        "姓名\t职务\t分工\n张某\t主任\t统筹全面工作\n李某\t科员\t负责档案\n王某\t科员\t负责普法\n",
    ],
)
def test_a_table_of_numbers_or_names_tells_nothing(parsed: Parsed, table: str) -> None:
    report = parsed(f"{TITLE}\n{table}{SIGNED}")
    assert not report.sections
    assert not report.measures


def test_a_table_amid_a_report_stays_one(parsed: Parsed) -> None:
    prose = "法官进村宣讲，村民踊跃提问，镇村两级逐项答复，形成问题清单并按月通报办理进度。"
    body = f"一、主要举措\n{prose * 6}\n{_joined(ROWS[:4], chr(9))}二、存在不足\n{prose * 4}\n"
    report = parsed(f"{TITLE}\n{body}{SIGNED}")
    assert [it.title for it in report.sections] == ["主要举措", "存在不足"]
