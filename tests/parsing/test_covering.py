"""A paper that hands a report over is none, unless the report is in it."""

from __future__ import annotations

from cases import for_each

from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand

_SIGNED = "\n\n云溪镇人民政府\n2024年1月8日\n"
_LETTER = "\n\n县司法局：\n现将《云溪镇2023年法治政府建设情况报告》报送贵局，请审阅。\n"
_BODY = """
云溪镇2023年法治政府建设情况报告
一、主要举措和成效
（一）办好“板凳课堂”
讲课31场。
二、存在的不足和原因
力量不足。
"""


def _understood(text: str) -> Report:
    return understand(Document(text, "0" * 64, "材料.txt", "utf-8"), load())


@for_each(
    "text",
    [
        f"关于报送《云溪镇2023年法治政府建设情况报告》的函{_LETTER}{_SIGNED}",
        f"云溪镇人民政府关于报送2023年度法治政府建设情况报告的请示{_LETTER}"
        f"附件：1.云溪镇2023年法治政府建设情况报告\n2.统计表{_SIGNED}",
        f"云溪镇人民政府\n关于印发《云溪镇2023年法治政府\n建设年度报告》的通知\n\n各村：\n"
        f"现将《云溪镇2023年法治政府建设年度报告》印发给你们，请认真落实。{_SIGNED}",
        "青棠县司法局关于报送2023年度法治政府建设情况报告的通知\n\n各乡镇：\n现就有关事项通知如下：\n"
        "一、报送内容\n包括执法、普法、调解、信访等情况。\n二、报送时间\n请于2024年1月10日前报送我局。\n"
        "三、有关要求\n须加盖公章。\n\n青棠县司法局\n2023年12月20日\n",
    ],
)  # fmt: skip
def test_a_paper_that_only_covers_a_report_is_none_and_says_so(text: str) -> None:
    report = _understood(text)
    assert not report.is_report
    (doubt,) = report.doubts
    assert doubt.kind == "not_report"
    assert "没有报告正文" in doubt.says


@for_each(
    "text",
    [
        f"关于报送《云溪镇2023年法治政府建设情况报告》的函{_LETTER}{_SIGNED}{_BODY}",
        f"关于报送2023年法治政府建设情况的函\n\n县司法局：\n现将我镇情况报告如下：{_BODY}{_SIGNED}",
        "关于报送2023年法治政府建设情况的函\n\n县司法局：\n2023年，我镇学法6次，调解纠纷52件，"
        f"执法检查12次。特此函告。{_SIGNED}",
        "关于报送云溪镇2023年法治政府建设情况报告的函\n\n县司法局：\n现将情况报告如下。"
        + "我镇规范行政执法，做实人民调解，用方言普法，依法办理信访事项，推进政务公开。" * 9
        + _SIGNED,
        f"云溪镇2023年法治政府建设情况报告\n\n现将有关情况报告如下。{_BODY}{_SIGNED}",
    ],
)  # fmt: skip
def test_a_letter_with_the_report_in_it_stays_one(text: str) -> None:
    report = _understood(text)
    assert report.is_report
    assert (report.issuer, report.year) == ("云溪镇", 2023)
