"""What a file's styles say of headings is evidence: it tells what words leave open, and no more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import packages
import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.read import read

Written = list[tuple[int, str]]
"""Of each paragraph the level of its heading style, 0 for text, and its words."""

TITLE = "清河镇2023年法治政府建设情况报告"
LEAD = "2023年，清河镇坚持依法办事，现将情况报告如下："
TEXT = "镇党委、政府认真谋划部署，逐项抓好落实，全年办结事项30件，群众满意度不断提高。"
SHORT = "各村照办。"
# Words alone do not tell these: their text is shorter, ends in no stop, or stands below another.
REPORT: Written = [
    (0, TITLE), (0, LEAD),
    (1, "回望全年"), (2, "学在前头"), (0, TEXT), (2, "干在实处"), (3, "案卷有人查"), (0, SHORT),
    (3, "文书有人审"), (0, TEXT), (2, "把道理讲到田间地头去"), (0, SHORT),
    (1, "存在的不足"), (0, TEXT),
    (1, "下一步打算"), (0, TEXT),
]  # fmt: skip


def _docx(written: Written) -> bytes:
    styles = "".join(
        packages.style(f"H{level}", f'<w:outlineLvl w:val="{level - 1}"/>') for level in (1, 2, 3)
    )
    body = "".join(
        packages.p(words, packages.of(f"H{level}") if level else "") for level, words in written
    )
    return packages.docx(body, styles=styles)


def _odt(written: Written) -> bytes:
    return packages.odt(
        "".join(
            f'<text:h text:outline-level="{level}">{words}</text:h>'
            if level
            else f"<text:p>{words}</text:p>"
            for level, words in written
        )
    )


def _html(written: Written) -> bytes:
    body = "".join(
        f"<h{level + 1}>{words}</h{level + 1}>" if level else f"<p>{words}</p>"
        for level, words in written
    )
    return f"<!DOCTYPE html><html><body><div>{body}</div></body></html>".encode()


def _rtf(written: Written) -> bytes:
    def escaped(words: str) -> str:
        return "".join(f"\\u{code if code < 32768 else code - 65536}?" for code in map(ord, words))

    def styled(level: int) -> str:
        return rf"\outlinelevel{level - 1}" if level else ""

    body = "".join(rf"\pard{styled(level)} {escaped(words)}\par" for level, words in written)
    return rf"{{\rtf1\ansi {body}}}".encode()


FORMATS: dict[str, Callable[[Written], bytes]] = {
    "docx": _docx, "odt": _odt, "html": _html, "rtf": _rtf,
}  # fmt: skip


def _document(tmp_path: Path, suffix: str, data: bytes) -> Document:
    path = tmp_path / f"报告.{suffix}"
    path.write_bytes(data)
    return read(path)


def _outline(report: Report) -> Written:
    return [(section.level, section.title) for section in report.sections]


def _headings(written: Written) -> Written:
    return [(level, words) for level, words in written if level]


@pytest.mark.parametrize("suffix", FORMATS)
def test_headings_that_words_do_not_tell(tmp_path: Path, suffix: str, lexicon: Lexicon) -> None:
    document = _document(tmp_path, suffix, FORMATS[suffix](REPORT))
    assert _outline(understand(document, lexicon)) == _headings(REPORT)
    bare = document._replace(hints=document.hints._replace(headings=()))
    assert _outline(understand(bare, lexicon)) != _headings(REPORT)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param([(1, words) for _, words in REPORT], id="everything is a heading"),
        pytest.param(
            [(1 if len(words) > 30 else 0, words) for _, words in REPORT], id="the text is"
        ),
    ],
)
def test_styles_against_plain_sense_tell_nothing(
    tmp_path: Path, written: Written, lexicon: Lexicon
) -> None:
    document = _document(tmp_path, "docx", _docx(written))
    bare = document._replace(hints=document.hints._replace(headings=()))
    assert document.hints.headings
    assert _outline(understand(document, lexicon)) == _outline(understand(bare, lexicon))


def test_one_style_for_all_headings_leaves_levels_to_words(
    tmp_path: Path, lexicon: Lexicon
) -> None:
    written = [(min(level, 1), words) for level, words in REPORT if level < 3]
    outline = _outline(understand(_document(tmp_path, "docx", _docx(written)), lexicon))
    assert [title for _, title in outline] == [words for level, words in written if level]
    assert dict(zip(*reversed(list(zip(*outline, strict=True))), strict=True))["存在的不足"] == 1


def test_numbers_say_which_level_a_style_is(tmp_path: Path, lexicon: Lexicon) -> None:
    written: Written = [
        (0, TITLE), (0, LEAD), (2, "一、主要做法"), (3, "（一）规范执法"), (0, TEXT),
        (3, "把道理讲到田间地头去"), (0, SHORT), (2, "二、存在的不足"), (0, TEXT),
    ]  # fmt: skip
    report = understand(_document(tmp_path, "docx", _docx(written)), lexicon)
    assert _outline(report) == [
        (1, "主要做法"), (2, "规范执法"), (2, "把道理讲到田间地头去"), (1, "存在的不足"),
    ]  # fmt: skip


def test_a_numbered_sentence_styled_as_a_heading_is_one(tmp_path: Path, lexicon: Lexicon) -> None:
    written: Written = [
        (0, TITLE), (0, LEAD), (1, "一、主要做法"), (2, "1.调整充实领导小组。"),
        (2, "2.制定年度要点。"), (0, TEXT), (1, "二、存在的不足"), (0, TEXT),
    ]  # fmt: skip
    report = understand(_document(tmp_path, "docx", _docx(written)), lexicon)
    assert [title for _, title in _outline(report)] == [
        "主要做法", "调整充实领导小组", "制定年度要点", "存在的不足",
    ]  # fmt: skip


def _table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{packages.p(words)}</w:tc>" for words in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_a_row_of_a_table_is_no_heading_though_it_stands_alone(
    tmp_path: Path, lexicon: Lexicon
) -> None:
    body = "".join(
        [packages.p(TITLE), packages.p(LEAD), packages.p("一、主要做法"), packages.p(TEXT),
         _table(("行政处罚，含简易程序", "十二件")), packages.p(TEXT), packages.p("二、存在的不足"),
         packages.p(TEXT)]
    )  # fmt: skip
    report = understand(_document(tmp_path, "docx", packages.docx(body)), lexicon)
    assert [title for _, title in _outline(report)] == ["主要做法", "存在的不足"]
    assert "行政处罚" not in "".join(report.slice(it) for it in report.measures)


def test_parts_in_the_cells_of_a_table(tmp_path: Path, lexicon: Lexicon) -> None:
    prose = TEXT * 2
    table = _table(("主要举措和成效", prose), ("存在的不足", prose), ("下一步打算", prose))
    data = packages.docx(packages.p(TITLE) + packages.p(LEAD) + table)
    report = understand(_document(tmp_path, "docx", data), lexicon)
    assert _outline(report) == [(1, "主要举措和成效"), (1, "存在的不足"), (1, "下一步打算")]
