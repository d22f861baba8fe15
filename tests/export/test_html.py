"""A comparison as a page: whole, alone, and the text as it was."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from arbitrary_sheets import sheet_of, texts
from handmade import Draft, plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare.align import align
from tuibrowser.export.html import comparison_html, excerpts_html
from tuibrowser.export.sheet import Sheet, comparison_sheet
from tuibrowser.model.alignment import Alignment, Cell, Row
from tuibrowser.model.kept import Excerpt

_VOID = {"meta", "col"}


class Page(HTMLParser):
    """Reads a page and insists that every tag it opens is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[list[str]]] = []
        """The paragraphs of each cell of each row."""
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append([])
        elif tag == "p" and self.open[-2] in ("td", "th"):
            self.rows[-1][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "p" in self.open and {"td", "th"} & set(self.open):
            self.rows[-1][-1][-1] += data


def page_of(sheet: Sheet) -> Page:
    return Page(comparison_html(sheet))


SHEET = comparison_sheet(align([plain("甲镇"), plain("乙镇", 2022)], "theme"))


def test_the_page_needs_nothing_and_runs_nothing() -> None:
    text = comparison_html(SHEET)
    assert text.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
    page = Page(text)
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "link", "img", "iframe", "object", "base", "form"}
    attributes = {name for _, attributes in page.tags for name in attributes}
    assert not {name for name in attributes if name == "src" or name.startswith("on")}
    assert all((value["href"] or "").startswith("#") for tag, value in page.tags if tag == "a")
    assert not re.search(r"url\(|@import|https?:", text)


def test_each_part_has_an_anchor_that_the_contents_lead_to() -> None:
    page = page_of(SHEET)
    targets = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert targets == [f"#{a['id']}" for tag, a in page.tags if tag == "section"]
    assert len(targets) == len(SHEET.parts)


def test_it_prints_on_landscape_with_heads_repeated_and_rows_whole() -> None:
    text = comparison_html(SHEET)
    assert "@page { size: A4 landscape;" in text
    printed = text[text.index("@media print") :]
    assert "thead { display: table-header-group; }" in printed
    assert "tr { break-inside: avoid; }" in printed
    assert "prefers-color-scheme: dark" in text


def test_a_figure_is_marked_by_an_element_and_a_change_by_a_sign() -> None:
    text = comparison_html(SHEET)
    assert '<u class="figure">68件</u>' in text
    assert "下划线为数据" in text
    row = Row(None, None, None, (Cell((1,)), Cell((1,))), changes=(None, "numbers_only"))
    years = Alignment((plain("甲镇", 2022), plain("甲镇", 2023)), (row,))
    changed = comparison_html(comparison_sheet(years))
    assert '<span class="change">＃仅数据变化</span>' in changed
    assert "＃仅数据变化" in changed[: changed.index("<table>")]  # the legend
    assert "＃" not in text


def test_reports_that_do_not_fit_abreast_follow_in_a_second_table() -> None:
    sheet = comparison_sheet(align([plain(f"{name}镇") for name in "甲乙丙丁戊己庚"], "theme"))
    page = page_of(sheet)
    assert {len(row) for row in page.rows} == {5, 4}
    assert sum(tag == "table" for tag, _ in page.tags) == 2 * len(sheet.parts)


@given(texts, st.lists(texts, max_size=3))
def test_any_text_comes_back_exactly(heading: str, measures: list[str]) -> None:
    sheet = sheet_of(heading, measures)
    rows = [row for row in page_of(sheet).rows if any(row)]
    lines = [line for part in sheet.parts for line in part.lines]
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        for cell, box in zip(row[1:], line.boxes, strict=True):
            expected = [entry.text for entry in box.entries]
            assert cell == expected + [box.source] * bool(box.source)


@given(texts)
def test_no_name_of_a_report_becomes_markup(name: str) -> None:
    page = page_of(comparison_sheet(align([Draft(name).title("甲").report(), plain()], "theme")))
    assert {tag for tag, _ in page.tags} == {tag for tag, _ in page_of(SHEET).tags}


@given(texts, texts)
def test_excerpts_are_quotations_with_their_source(text: str, source: str) -> None:
    page = excerpts_html("摘录", "2026-11-25", [Excerpt("a" * 64, 0, 1, text, source)])
    tags = [tag for tag, _ in Page(page).tags]
    assert tags.count("blockquote") == 1
    assert tags.count("p") == 2 + text.count("\n") + 1
