"""Numbers of several reports laid side by side: what stands for the whole, and nothing else."""

import pytest

from tuibrowser.export.datatable import Linked
from tuibrowser.export.figures_table import figures_table
from tuibrowser.insight.figures import ReportFigures, figure_rows, laid_out, sentence_at
from tuibrowser.lexicon.indicators import catalogue
from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.parsing.parse import parse

_TEXT = """乌石镇{year}年法治政府建设情况报告
一、主要举措和成效
（一）化解矛盾纠纷
{body}
二、下一年度主要安排
开展法治讲座30场，调解成功率达99%以上。
"""


def counting(year: int, body: str) -> ReportFigures:
    text = _TEXT.format(year=year, body=body)
    report = parse(Document(text, str(year) * 16, "a.txt", "utf-8"), load())
    name = f"乌石镇@{year}"
    return ReportFigures(name, "乌石镇", report.sha256, report.issuer, year, text, report.figures)


def shown(*reports: ReportFigures, indicator: str) -> list[list[object]]:
    table = figures_table(laid_out(reports, catalogue(), frozenset({indicator})), catalogue())
    return [[it.value if isinstance(it, Linked) else it for it in row] for row in table.rows]


def test_parts_goals_and_last_year_do_not_stand_beside_the_total() -> None:
    report = counting(
        2023, "调解矛盾纠纷126件（上年为118件），其中口头协议80件，开展法治讲座12场。"
    )
    assert shown(report, indicator="disputes_mediated") == [["化解纠纷", "件", "乌石镇", 126]]
    assert shown(report, indicator="lectures") == [["法治讲座", "场", "乌石镇", 12]]


def test_a_row_holds_the_years_and_keeps_the_hedges() -> None:
    reports = [
        counting(2022, "发放宣传资料3000余份。"),
        counting(2023, "发放宣传资料约4000份。"),
        counting(2024, "发放宣传资料不足5000份。"),
    ]
    (row,) = shown(*reports, indicator="publicity_materials")
    assert [str(it) for it in row] == ["宣传资料", "份", "乌石镇", "≥3000", "≈4000", "≤5000"]


def test_times_and_events_stand_in_rows_of_their_own() -> None:
    reports = [counting(2022, "开展法治讲座12场。"), counting(2023, "开展法治讲座9次。")]
    assert shown(*reports, indicator="lectures") == [
        ["法治讲座", "场", "乌石镇", 12, None],
        ["法治讲座", "次", "乌石镇", None, 9],
    ]


def test_half_a_year_gives_way_to_the_year() -> None:
    report = counting(2023, "上半年调解矛盾纠纷40件。全年调解矛盾纠纷90件。")
    assert shown(report, indicator="disputes_mediated")[0][-1] == 90
    only = counting(2023, "上半年调解矛盾纠纷40件。")
    assert shown(only, indicator="disputes_mediated")[0][-1] == "40（半年）"


def test_each_cell_leads_to_its_sentence() -> None:
    report = counting(2023, "成立专班。调解矛盾纠纷126件。")
    places = laid_out([report], catalogue(), frozenset({"disputes_mediated"}))
    table = figures_table(places, catalogue())
    cell = table.rows[0][-1]
    assert isinstance(cell, Linked)
    assert table.sources[cell.source] == ("乌石镇@2023", 4, "调解矛盾纠纷126件。")


def test_rows_give_the_slice_and_the_family() -> None:
    report = counting(2023, "调解矛盾纠纷126起。")
    (row, *_) = figure_rows([report], catalogue(), frozenset({"disputes_mediated"}))
    assert report.text[row.start : row.end] == row.text == "126起"
    assert (row.report, row.unit_family, row.role) == ("202320232023", "cases", "total")
    draft = report._replace(sha256=None)
    assert figure_rows([draft], catalogue())[0].report is None


def test_a_row_says_which_total_it_is_a_part_of_and_what_time_it_covers() -> None:
    report = counting(2023, "上半年调解矛盾纠纷126起，其中邻里纠纷40起。")
    total, part = figure_rows([report], catalogue())[:2]
    assert (total.part_of, part.part_of) == (None, total.start)
    assert total.time == "half_year"


@pytest.mark.parametrize("text", ["", "。", "甲乙。丙3件丁。戊", "3件", "\n\n3件\n"])
def test_a_sentence_holds_its_number(text: str) -> None:
    at = max(text.find("3件"), 0)
    start, end = sentence_at(text, at, min(len(text), at + 2))
    assert 0 <= start <= at <= end <= len(text)
    assert "。" not in text[start : max(start, end - 1)]


def test_a_number_of_several_rates_stands_in_the_line_of_each() -> None:
    report = counting(2023, "法治考试参考率、合格率均为98%，知晓率、满意度均为96%。")
    assert shown(report, indicator="exam_participation_rate")[0][3:] == [98]
    assert shown(report, indicator="exam_pass_rate")[0][3:] == [98]
    rows = figure_rows([report], catalogue())
    assert [it.noun for it in rows][:4] == ["法治考试参考率", "合格率", "知晓率", "满意度"]
    assert [it.text for it in rows][:4] == ["98%", "98%", "96%", "96%"]
