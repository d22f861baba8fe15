"""Aligned columns and CSV."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.export.listing_csv import list_csv, search_csv
from tuibrowser.export.records import list_record, search_record
from tuibrowser.export.tables import list_table, place_name, search_table
from tuibrowser.model.report import Place, ReportEntry
from tuibrowser.model.search import Hit, PassageRecord, SearchResult
from tuibrowser.text.cellwidth import cells


def entry(issuer: str | None, title: str | None, place: Place) -> ReportEntry:
    return ReportEntry("ab" * 32, issuer, None, 2023, title, place, "a.txt", True, 1)


def hit(text: str, start: int, end: int, **fields: object) -> Hit:
    values = {
        "id": 1,
        "report": "ab" * 32,
        "issuer": "柳溪镇",
        "year": 2023,
        "title": "报告",
        "role": "measure",
        "section_kind": "measures_results",
        "heading": None,
        "text": text,
        "start": 5,
        "end": 5 + len(text),
    }
    return Hit(PassageRecord(**values | fields), ((start, end),), "literal", 1.0)  # type: ignore[arg-type]


ENTRIES = [
    entry("柳溪镇", "柳溪镇2023年报告", Place("晋原省", "临江市", "云台县", "柳溪镇")),
    entry("A区", None, Place()),
]


def test_columns_line_up_in_cells() -> None:
    lines = list_table(zip(["柳溪镇@2023", "A区@2023"], ENTRIES, strict=True))
    starts = [
        cells(line[: line.index(title)])
        for line, title in zip(lines, ["标题", "柳溪镇2023年", "（无标题）a.txt"], strict=True)
    ]
    assert len(set(starts)) == 1


def test_what_stands_outside_the_text_is_not_said_to_be_of_a_page() -> None:
    # A table below the signature of a Word document is no part of the text either.
    after = hit("调解纠纷 件 61 72", 0, 4, role="furniture", section_kind=None)
    (_, line) = search_table([after])
    assert line.split()[:3] == ["柳溪镇", "2023", "正文外"]


def test_lines_are_shortened_only_for_a_terminal() -> None:
    named = [("柳溪镇@2023", ENTRIES[0])]
    assert all(cells(line) <= 30 for line in list_table(named, 30))
    assert list_table(named, 30)[1].endswith("…")
    assert list_table(named)[1].endswith("柳溪镇2023年报告")


def test_csv_has_the_names_of_the_json_as_its_header() -> None:
    sheet = csv.DictReader(io.StringIO(list_csv(ENTRIES).removeprefix("\ufeff")))
    assert sheet.fieldnames == list(list_record(ENTRIES)["reports"][0])
    first, second = sheet
    assert first["place"] == "晋原省 临江市 云台县 柳溪镇"
    assert (second["issuer"], second["title"], second["issuer_kind"]) == ("A区", "", "")


def test_csv_of_hits_keeps_commas_quotes_and_spans() -> None:
    found = hit('依“法”治,"理"', 1, 4)
    sheet = csv.DictReader(io.StringIO(search_csv([found]).removeprefix("\ufeff")))
    record = search_record(SearchResult("", (found,), 1, True, 0))["hits"][0]
    assert sheet.fieldnames == list(record)
    (row,) = sheet
    assert row["text"] == '依“法”治,"理"'
    assert row["spans"] == "1-4"
    assert row["heading"] == ""


def test_nothing_in_a_table_or_a_sheet_steers_the_terminal() -> None:
    bad = "\x1b[31m红\x9b1m\u202e反\ud800\n下"
    texts = [
        *list_table([(bad, entry(None, bad, Place(county=bad)))]),
        *search_table([hit(bad, 5, 6, issuer=bad)]),
        list_csv([entry(bad, bad, Place(county=bad))]),
        search_csv([hit(bad, 5, 6, title=bad)]),
    ]
    for text in texts:
        assert not set(text) & set("\x1b\x9b\u202e\ud800")
        assert "红" in text or text in (texts[0], texts[2])


def test_a_place_names_each_level_once() -> None:
    assert place_name(Place("北京市", "北京市", "大兴区", "旧宫镇")) == "北京市 大兴区 旧宫镇"
    assert place_name(Place()) == ""


def test_a_hit_is_cut_around_its_match_and_marked() -> None:
    text = "甲" * 60 + "人民调解" + "乙" * 60
    line = search_table([hit(text, 60, 64)], 70, lambda found: f"<{found}>")[1]
    assert "…甲" in line
    assert "<人民调解>" in line
    assert line.endswith("乙…")
    assert cells(line) <= 70 + len("<>")
    assert search_table([hit(text, 60, 64)])[1].endswith(text)


def test_columns_of_hits_line_up_and_use_the_short_words() -> None:
    lines = search_table(
        [
            hit("开展宣传", 0, 2),
            hit("明年打算", 0, 2, issuer="留下街道办事处", section_kind="next_plan"),
            hit("报告", 0, 2, issuer=None, year=None, section_kind=None, role="title"),
        ]
    )
    words = ["文字", "开展", "明年", "报告"]
    starts = {cells(line[: line.rindex(word)]) for line, word in zip(lines, words, strict=True)}
    assert len(starts) == 1
    assert " 成效 " in lines[1]
    assert " 安排 " in lines[2]
    assert " 标题 " in lines[3]


def test_how_a_hit_matched_and_who_else_says_it_is_a_column_where_there_is_any() -> None:
    literal, near = hit("调解纠纷", 0, 2), hit("条解", 0, 2)._replace(note="同音（调解→条解）")
    assert "匹配" not in search_table([literal])[0]
    lines = search_table([literal._replace(same=3), near, near._replace(same=1)])
    assert [line.split()[3:-1] for line in lines] == [
        ["匹配"],
        ["另有", "3", "处相同"],
        ["同音（调解→条解）"],
        ["同音（调解→条解），另有", "1", "处相同"],
    ]
    starts = {
        cells(line[: line.rindex(word)])
        for line, word in zip(lines, ("文字", "调解纠纷", "条解", "条解"), strict=True)
    }
    assert len(starts) == 1


@given(
    st.text("法治ab“。", min_size=1, max_size=80),
    st.data(),
    st.integers(40, 120),
)
def test_a_cut_hit_fits_and_still_shows_its_match(
    text: str, data: st.DataObject, width: int
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    marked: list[str] = []

    def mark(found: str) -> str:
        marked.append(found)
        return found

    line = search_table([hit(text, start, end)], width, mark)[1]
    assert cells(line) <= width
    assert len(marked) == 1
    assert text[start:end].startswith(marked[0])
