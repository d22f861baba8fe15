"""The table that every format sets: what reports say, where it stands, what is said of it."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest
from arbitrary_sheets import sheet_of, texts
from handmade import Draft, plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare.align import align
from tuibrowser.compare.changes import align_years
from tuibrowser.export.comparison import comparison_bytes
from tuibrowser.export.legend import legend
from tuibrowser.export.naming import Format
from tuibrowser.export.records import comparison_record
from tuibrowser.export.sheet import Box, Sheet, SheetRow, comparison_sheet
from tuibrowser.layout.marks import Mark, Marks
from tuibrowser.model.alignment import Alignment, Also, Cell, Row
from tuibrowser.model.report import Report
from tuibrowser.model.terms import Strength


def made(*reports: Report) -> Sheet:
    return comparison_sheet(align(reports, "theme"))


def line_of(sheet: Sheet, words: str) -> SheetRow:
    lines = (line for part in sheet.parts for line in part.lines)
    return next(line for line in lines if any(words in text_of(box) for box in line.boxes))


def text_of(box: Box) -> str:
    return "\n".join(entry.text for entry in box.entries)


def test_a_line_has_a_theme_and_a_box_a_report() -> None:
    sheet = made(plain("甲镇"), plain("乙镇", 2022))
    assert sheet.title == "对照表：甲镇2023、乙镇2022"
    assert sheet.columns == ("甲镇2023", "乙镇2022")
    assert [part.title[:8] for part in sheet.parts[1:3]] == ["规定内容 1/5", "规定内容 2/5"]
    line = line_of(sheet, "调解各类")
    assert (line.theme, line.match, line.caveat) == ("矛盾纠纷化解", "对应", "")
    assert [entry.kind for entry in line.boxes[0].entries] == ["heading", "text"]


def test_every_text_says_where_it_stands() -> None:
    sheet = made(plain("甲镇"), plain("乙镇", 2022))
    boxes = line_of(sheet, "调解各类").boxes
    assert boxes[1].source == "〔乙镇2022年报告，一、（二）“扎实化解矛盾纠纷”〕"
    # A heading alone says that itself, and nothing rules what stands around the report.
    assert line_of(sheet, "一、主要举措和成效").boxes[0].source == ""
    assert line_of(sheet, "人民政府").boxes[0].source == "〔甲镇2023年报告〕"


def test_figures_are_marked_where_they_stand() -> None:
    (entry,) = line_of(made(plain(), plain("乙镇")), "调解各类").boxes[0].entries[1:]
    assert [tuple(piece) for piece in entry.pieces] == [
        ("调解各类矛盾纠纷", None),
        ("68件", "figure"),
        ("，成功率", None),
        ("98.5%", "figure"),
        ("。", None),
    ]


def test_a_number_of_several_rates_is_marked_once() -> None:
    drafts = [Draft(it).head("一、", "学法考试", "measures_results") for it in ("甲镇", "乙镇")]
    for draft in drafts:
        draft.measure("参考率、合格率均为98%。").figure("98%", 98, "%").figure("98%", 98, "%")
    entries = line_of(made(*(it.report() for it in drafts)), "参考率").boxes[0].entries
    entry = next(it for it in entries if "参考率" in it.text)
    assert [tuple(piece) for piece in entry.pieces] == [
        ("参考率、合格率均为", None),
        ("98%", "figure"),
        ("。", None),
    ]


def test_other_marks_take_the_place_of_the_figures() -> None:
    report = plain()
    start = report.text.index("成功率")
    marks = [Marks([Mark(start, start + 3, "hit")]), Marks()]
    sheet = comparison_sheet(align([report, plain("乙镇")], "theme"), marks)
    pieces = line_of(sheet, "调解各类").boxes[0].entries[1].pieces
    assert [piece.text for piece in pieces if piece.mark] == ["成功率"]
    assert sheet.marks == {"hit"}


def test_a_missing_part_is_said_once_and_not_as_words_of_the_report() -> None:
    few = Draft("丁镇").head("一、", "工作情况", "measures_results").measure("普法。", "publicity")
    many = Draft("戊镇").head("一、", "不足", "shortcomings").measure("普法单一。", "publicity")
    many.measure("执法薄弱。", "enforcement")
    sheet = made(few.report(), many.report())
    boxes = [box for part in sheet.parts for line in part.lines for box in line.boxes]
    notes = [entry for box in boxes for entry in box.entries if entry.text.startswith("（存在")]
    assert [(note.kind, note.text) for note in notes] == [("note", "（存在的不足和原因：未单列）")]
    assert line_of(sheet, "普法单一").caveat == "未见对应"


def test_further_partners_and_changes_stand_in_their_boxes() -> None:
    old, new = plain("甲镇", 2022), plain("甲镇", 2023)
    at = next(i for i, it in enumerate(old.passages) if "执法力量" in old.slice(it))
    row = Row(
        None,
        "publicity",
        "possible",
        (Cell(), Cell((4,))),
        also=(Also(0, at, "possible"),),
        changes=(None, "new"),
    )
    (line,) = comparison_sheet(Alignment((old, new), (row,))).parts[0].lines
    assert (line.match, line.caveat) == ("可能", "可能")
    assert [box.change for box in line.boxes] == [None, "new"]
    (also,) = line.boxes[0].entries
    assert also.kind == "also"
    assert also.text == (
        "（另见（可能）甲镇2022年报告，二、“存在的不足和原因”：一是执法力量不足。）"
    )
    assert line.boxes[0].source == ""


def test_a_change_says_which_numbers_moved_as_it_does_on_the_screen() -> None:
    years = []
    for year, count, copies in ((2022, 40, 27), (2023, 46, 35)):
        draft = Draft("甲镇", year).head("一、", "成效", "measures_results")
        draft.measure(f"举办法治讲座{count}场，发放折页{copies}份。", "publicity")
        draft.figure(f"{count}场", count, "场").figure(f"{copies}份", copies, "份")
        years.append(draft.report())
    alignment = align_years(years)
    (before, box) = line_of(comparison_sheet(alignment), "法治讲座").boxes
    assert (before.judgement, box.judgement) == ("", "仅数据变化：40场→46场；27份→35份")
    for format_ in ("html", "csv", "md"):
        assert box.judgement in comparison_bytes(alignment, format_).decode()
    # What the sign means is said without the numbers of one row.
    assert "40场" not in legend(comparison_sheet(alignment))


def test_a_draft_is_called_one_wherever_its_name_stands() -> None:
    stored, draft = plain("甲镇", 2022), plain("甲镇", 2023)
    sheet = comparison_sheet(align([stored, draft], "theme"), drafts={draft.sha256})
    assert sheet.columns == ("甲镇2022", "甲镇2023（草稿）")
    assert sheet.title == "对照表：甲镇2022、甲镇2023（草稿）"


def test_many_reports_are_counted_in_the_title_and_set_in_bands() -> None:
    sheet = made(*(plain(f"{name}镇") for name in "甲乙丙丁戊己庚"))
    assert sheet.title == "对照表：甲镇2023等7份报告"
    assert sheet.bands(6) == [range(4), range(4, 7)]
    assert sheet.bands(7) == [range(7)]


@given(count=st.integers(1, 40), most=st.integers(1, 9))
def test_bands_cover_the_columns_in_order_and_are_never_too_wide(count: int, most: int) -> None:
    sheet = Sheet("", "", ("甲",) * count, (), ())
    bands = sheet.bands(most)
    assert [at for band in bands for at in band] == list(range(count))
    assert all(0 < len(band) <= most for band in bands)


def test_a_sheet_tells_what_was_compared_and_when() -> None:
    nameless = replace(plain("乙镇"), title=None, file="乙\udcff.txt")
    sheet = comparison_sheet(align([plain(), nameless], "theme"), date=datetime.date(2026, 11, 25))
    assert sheet.date == "2026-11-25"
    assert sheet.reports[0].startswith("《甲镇2023年法治政府建设情况报告》，文件 甲镇2023.txt（sha")
    assert sheet.reports[1].startswith("（无标题），文件 乙\ufffd.txt（sha256 ")


@given(texts, st.lists(texts, max_size=3))
def test_no_character_of_a_report_is_lost_or_could_harm_a_file(
    heading: str, measures: list[str]
) -> None:
    sheet = sheet_of(heading, measures)
    boxes = [line.boxes[0] for part in sheet.parts for line in part.lines]
    words = [entry.text for box in boxes for entry in box.entries if entry.kind != "note"]
    none = "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
    bad = (
        "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef" + none + "]"
    )
    assert not re.search(bad, "".join(words))
    # Blanks are where the source wraps; what can do harm is shown as one sign.
    ignored = rf"\s|\ufffd|{bad}"
    said = "".join(("一、", heading, *measures))
    assert re.sub(ignored, "", "".join(words)) == re.sub(ignored, "", said)


@pytest.mark.parametrize("count", [0, 1])
def test_few_reports_make_a_table_too(count: int) -> None:
    reports = [plain()] * count
    sheet = comparison_sheet(align(reports, "theme"))
    assert len(sheet.columns) == len(sheet.bands(6)) == count


def test_what_was_not_compared_stands_in_every_document() -> None:
    whole = align([plain("甲镇"), plain("乙镇")], "measure")
    bounded = whole._replace(limits=("many",))
    words = "工作事项太多，每条只与用词最近的一部分比对，可能有对应未找到"
    formats: tuple[Format, ...] = ("text", "md", "html")
    for format_ in formats:
        assert words in comparison_bytes(bounded, format_, width=160).decode()
        assert words not in comparison_bytes(whole, format_, width=160).decode()
    assert comparison_record(bounded)["limits"] == ["many"]
    assert "limits" not in comparison_record(whole)


def test_each_strength_has_its_word_and_only_the_surest_needs_none() -> None:
    old, new = plain("甲镇", 2022), plain("乙镇", 2022)
    strengths: tuple[Strength, ...] = ("strong", "likely", "possible")
    rows = tuple(Row(None, None, it, (Cell((4,)), Cell((4,)))) for it in strengths)
    parts = comparison_sheet(Alignment((old, new), rows)).parts
    lines = [line for part in parts for line in part.lines]
    assert [line.match for line in lines] == ["对应", "相近", "可能"]
    assert [line.caveat for line in lines] == ["", "相近", "可能"]
