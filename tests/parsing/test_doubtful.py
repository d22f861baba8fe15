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
    ("signed", "said"),
    [
        ("2024年1月15日", None),
        ("2023年12月28日", None),
        ("2025年1月15日", "在2025年"),
        ("2023年2月6日", "在当年2月"),
        ("", None),
    ],
)
def test_a_year_that_the_day_of_signing_speaks_against_is_in_doubt(
    signed: str, said: str | None
) -> None:
    text = f"{_TITLE}一、主要举措和成效\n{_BODY}青石镇人民政府\n{signed}\n"
    doubts = understand(Document(text, "a" * 64, "报告.txt", "utf-8"), load()).doubts
    says = [it.says for it in doubts if it.kind == "year"]
    assert says == ([f"年度写作2023年，成文日期{said}，请核对是哪一年度的报告"] if said else [])


def _identity(text: str, file: str = "报告.txt") -> list[tuple[str, str, str]]:
    report = understand(Document(text, "a" * 64, file, "utf-8"), load())
    return [
        (it.kind, it.says, "" if it.start is None else report.text[it.start : it.end])
        for it in report.doubts
        if "请核对是哪" in it.says
    ]


_REPORT = "青石镇2023年法治政府建设年度报告\n{}一、主要举措和成效\n办结案件12件。\n{}"


@pytest.mark.parametrize(
    ("opening", "signed", "file", "says"),
    [
        ("", "长滩乡人民政府\n", "报告.txt", "标题写的是青石镇，落款写的是长滩乡"),
        ("", "", "长滩乡2023年报告.txt", "标题写的是青石镇，文件名写的是长滩乡"),
        (
            "2023年，长滩乡坚持依法办事。\n",
            "",
            "报告.txt",
            "标题写的是青石镇，正文开头写的是长滩乡",
        ),
        ("2022年，青石镇坚持依法办事。\n", "", "报告.txt", "正文开头说的是2022年"),
        ("", "", "青石镇2021.txt", "文件名写的是2021年"),
    ],
)
def test_what_one_place_says_and_another_denies_is_in_doubt(
    opening: str, signed: str, file: str, says: str
) -> None:
    found = _identity(_REPORT.format(opening, signed), file)
    assert [it for _, it, _ in found if says in it] == [it for _, it, _ in found]
    assert [words in f"{opening}{signed}" for *_, words in found] == [True]


@pytest.mark.parametrize(
    ("opening", "signed", "file"),
    [
        (
            "2023年，青石镇坚持依法办事。\n",
            "中共青石镇委员会 青石镇人民政府\n",
            "青石镇2024年报送.txt",
        ),
        ("2023年，镇里新修渠3条，长滩乡也来学习。\n", "青石镇司法所\n", "20240115.txt"),
        ("2024年是关键一年，回顾2023年，青石镇办了几件事。\n", "青石乡人民政府\n", "3f2021ab.txt"),
        ("在县委领导下，青石镇与长滩乡共建调解室。\n", "", "报告.txt"),
        # When something began or came out, a plan's years and a document's number.
        ("2021年以来，我镇依法办事。\n", "", "青石镇规划（2021-2025年）.txt"),
        ("2019年机构改革以来，我镇依法办事。\n", "", "青石镇2022年度报告2023.txt"),
        ("2021年8月，纲要印发，我镇依法办事。\n", "", "第2021号.txt"),
    ],
)
def test_what_agrees_raises_no_doubt(opening: str, signed: str, file: str) -> None:
    assert _identity(_REPORT.format(opening, signed), file) == []


@pytest.mark.parametrize(
    ("signed", "is_doubtful"),
    [("青石县水利局", True), ("泽川市青石县财政局", False), ("青石县人民政府", False)],
)
def test_offices_are_told_apart_by_their_names(signed: str, is_doubtful: bool) -> None:
    text = f"青石县财政局2023年法治政府建设年度报告\n一、主要举措和成效\n办案2件。\n{signed}\n"
    assert bool(_identity(text)) is is_doubtful
