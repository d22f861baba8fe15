"""What a look at the whole of a text makes doubtful."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.parsing.understand import understand

_TITLE = "青石镇2023年法治政府建设年度报告\n"
_BODY = "全镇深入推进法治政府建设，开展普法宣传，化解矛盾纠纷，规范行政执法。\n" * 4


def kinds(text: str, *said: str) -> list[str]:
    document = Document(text, "a" * 64, "报告.txt", "utf-8", doubts=said)
    # Who, where and when may be open, too, and are no matter of the text as a whole.
    doubts = understand(document, load()).doubts
    return [doubt.kind for doubt in doubts if doubt.kind not in {"issuer", "year", "place"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_TITLE + "一、主要举措和成效\n" + _BODY + "二、存在的不足和原因\n人手不足。\n", []),
        (_TITLE + _BODY, ["headings"]),
        (_TITLE + "一、主要举措和成效\n" + "Lorem ipsum dolor sit amet. " * 20, ["characters"]),
        (
            "来源：青石县政府网 发布时间：2024-03-01\n" * 30
            + _TITLE
            + "一、主要举措和成效\n规范行政执法。\n",
            ["furniture"],
        ),
        ("今天天气很好。\n", []),
    ],
)
def test_each_doubt_is_raised_by_its_text_alone(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_what_the_reader_says_comes_first() -> None:
    assert kinds(_TITLE + _BODY, "第 2 页是扫描件") == ["reading", "headings"]


@pytest.mark.parametrize(
    ("signed", "is_doubtful"),
    [("2024年1月15日", False), ("2023年12月28日", False), ("2025年1月15日", True), ("", False)],
)
def test_a_year_that_the_day_of_signing_speaks_against_is_in_doubt(
    signed: str, is_doubtful: bool
) -> None:
    text = f"{_TITLE}一、主要举措和成效\n{_BODY}青石镇人民政府\n{signed}\n"
    doubts = understand(Document(text, "a" * 64, "报告.txt", "utf-8"), load()).doubts
    said = [it.says for it in doubts if it.kind == "year"]
    assert said == ["年度写作2023年，成文日期在2025年，请核对是哪一年度的报告"] * is_doubtful
