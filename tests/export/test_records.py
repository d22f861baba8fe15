"""The JSON that other tools read."""

from __future__ import annotations

import json
from dataclasses import replace

from handmade import Draft, plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare.align import align
from tuibrowser.compare.changes import align_years
from tuibrowser.export.comparison import comparison_bytes
from tuibrowser.export.records import (
    comparison_record,
    list_record,
    report_chunks,
    report_record,
    search_record,
    write_json,
)
from tuibrowser.model.document import Hints
from tuibrowser.model.report import Doubt, Figure, LevelEvidence, Place, ReportEntry
from tuibrowser.model.search import Hit, PassageRecord, SearchResult
from tuibrowser.model.terms import SECTION_KINDS


def test_a_report_has_exactly_the_agreed_names_in_the_agreed_order() -> None:
    draft = Draft("柳溪镇", 2023, Place("晋原省", None, "云台县", "柳溪镇"))
    draft.title("柳溪镇2023年报告")
    draft.head("一、", "工作成效", "measures_results")
    draft.head("（一）", "普法", "measures_results", "publicity", level=2)
    draft.measure("一是开展宣传20万余次。", "publicity")
    report = replace(
        draft.report(), file="甲.txt", sha256="ab" * 32, title="柳溪镇2023年报告", date="2024-01-10"
    )
    start = report.text.index("20万余次")
    figure = Figure(200_000, "次", "余", "宣传", "年内", start, start + 5)
    evidence = {"county": LevelEvidence("stated", "云台县柳溪镇")}
    doubts = (Doubt("year", "年度 2023 晚于成文日期", 0, 3),)
    report = replace(report, figures=(figure,), place_evidence=evidence, doubts=doubts)
    record = report_record(report)
    assert json.dumps(record, ensure_ascii=False) == json.dumps(
        {
            "file": "甲.txt",
            "sha256": "ab" * 32,
            "format": "txt",
            "text": "柳溪镇2023年报告\n一、工作成效\n（一）普法\n一是开展宣传20万余次。",
            "title": "柳溪镇2023年报告",
            "issuer": "柳溪镇",
            "issuer_kind": "town",
            "year": 2023,
            "date": "2024-01-10",
            "published": None,
            "place": {"province": "晋原省", "city": None, "county": "云台县", "township": "柳溪镇"},
            "place_evidence": {
                "province": {"state": "unknown", "words": None},
                "city": {"state": "unknown", "words": None},
                "county": {"state": "stated", "words": "云台县柳溪镇"},
                "township": {"state": "unknown", "words": None},
            },
            "section_states": {
                "measures_results": "own",
                "shortcomings": "none",
                "leader_duty": "none",
                "next_plan": "none",
                "other": "none",
            },
            "doubts": [
                {"kind": "year", "says": "年度 2023 晚于成文日期", "start": 0, "end": 3},
            ],
            "corrected": [],
            "sections": [
                {
                    "level": 1,
                    "title": "工作成效",
                    "marker": "一、",
                    "kind": "measures_results",
                    "themes": [],
                    "line": 2,
                    "page": None,
                    "start": 11,
                    "end": 17,
                },
                {
                    "level": 2,
                    "title": "普法",
                    "marker": "（一）",
                    "kind": "measures_results",
                    "themes": ["publicity"],
                    "line": 3,
                    "page": None,
                    "start": 18,
                    "end": 23,
                },
            ],
            "measures": [
                {
                    "text": "一是开展宣传20万余次。",
                    "section_kind": "measures_results",
                    "heading": "普法",
                    "themes": ["publicity"],
                    "page": None,
                    "start": 24,
                    "end": 36,
                }
            ],
            "figures": [
                {
                    "value": 200_000,
                    "value_to": None,
                    "unit": "次",
                    "hedge": "余",
                    "text": "20万余次",
                    "noun": "宣传",
                    "period": "年内",
                    "indicator": None,
                    "role": None,
                    "start": 30,
                    "end": 35,
                }
            ],
        },
        ensure_ascii=False,
    )


def test_what_is_known_of_pages_doubts_and_corrections_is_told() -> None:
    report = plain()
    second = report.text.index("（一）")
    record = report_record(
        replace(
            report,
            format="pdf",
            hints=Hints(pages=(0, second)),
            doubts=(Doubt("reading", "第 3 页是扫描件"), Doubt("year", "年份只见于落款", 2, 6)),
            corrected=("year",),
        )
    )
    assert record["format"] == "pdf"
    assert [part["page"] for part in record["sections"][:2]] == [1, 2]
    assert {part["page"] for part in record["measures"]} == {2}
    assert record["doubts"] == [
        {"kind": "reading", "says": "第 3 页是扫描件", "start": None, "end": None},
        {"kind": "year", "says": "年份只见于落款", "start": 2, "end": 6},
    ]
    assert record["corrected"] == ["year"]


def test_texts_are_slices_and_all_five_states_are_told_whatever_the_order_they_came_in() -> None:
    report = plain(repeat=3)
    shuffled = dict(reversed(list(report.section_states.items())))
    record = report_record(replace(report, section_states=shuffled))
    assert list(record["section_states"]) == list(SECTION_KINDS)
    for part in (*record["measures"], *record["figures"]):
        assert part["text"] == record["text"][part["start"] : part["end"]]
    assert len(record["figures"]) == 3


def test_one_section_keeps_only_its_own_parts() -> None:
    record = report_record(plain(), ["shortcomings"])
    assert [part["title"] for part in record["sections"]] == ["存在的不足和原因"]
    assert [part["text"] for part in record["measures"]] == ["一是执法力量不足。"]
    assert record["figures"] == []
    assert record["text"] == plain().text


def test_chunks_make_one_document_with_a_line_a_report() -> None:
    reports = [plain("甲镇", 2022), plain("乙镇", 2023)]
    written = "".join(report_chunks(reports))
    assert json.loads(written) == {"reports": [report_record(report) for report in reports]}
    assert len(written.splitlines()) == len(reports) + 2
    assert json.loads("".join(report_chunks([]))) == {"reports": []}


# The lone surrogates are those that stand for bytes of a file name that are not UTF-8.
steering = st.characters(categories=["Cc", "Cf", "Zl", "Zp"]) | st.sampled_from("\udc80\udcff")


@given(st.text() | st.text(steering))
def test_json_gives_back_what_went_in_and_never_steers_a_terminal(text: str) -> None:
    written = write_json({text: [text]})
    assert json.loads(written) == {text: [text]}
    written.encode("utf-8")
    assert not any(
        character != "\n" and (ord(character) < 32 or 0x7F <= ord(character) <= 0x9F)
        for character in written
    )
    assert "\u202e" not in written


def test_json_leaves_chinese_readable() -> None:
    assert write_json({"年": "二〇二三"}, indent=None) == '{"年": "二〇二三"}'


def test_a_list_names_each_report() -> None:
    entry = ReportEntry(
        "cd" * 32, "柳溪镇", "town", None, "报告", Place(county="云台县"), "a.txt", True, 1
    )
    assert json.dumps(list_record([entry]), ensure_ascii=False) == (
        '{"reports": [{"issuer": "柳溪镇", "issuer_kind": "town", "year": null, "title": "报告", '
        '"place": {"province": null, "city": null, "county": "云台县", "township": null}, '
        f'"sha256": "{"cd" * 32}", "file": "a.txt"}}]}}'
    )


def test_a_search_tells_hits_and_counts() -> None:
    passage = PassageRecord(
        7,
        "ef" * 32,
        "柳溪镇",
        2023,
        "报告",
        "measure",
        "next_plan",
        "普法",
        "加强普法宣传。",
        10,
        17,
    )
    result = SearchResult("普法", (Hit(passage, ((2, 4),), "literal", 4.5),), 9, False, 0.123456)
    assert json.dumps(search_record(result), ensure_ascii=False) == (
        '{"query": "普法", "hits": [{"issuer": "柳溪镇", "year": 2023, "title": "报告", '
        '"role": "measure", "section_kind": "next_plan", "heading": "普法", '
        '"text": "加强普法宣传。", "spans": [[2, 4]], "how": "literal", "score": 4.5, '
        '"report": "efefefefefef", "start": 10, "end": 17}], '
        '"total": 9, "total_exact": false, "elapsed_ms": 0.123}'
    )


def test_a_comparison_is_rows_of_measures_with_null_where_a_report_has_none() -> None:
    one = Draft("甲镇").head("一、", "成效", "measures_results").measure("普法1次。", "publicity")
    one.measure("普法2次。", "publicity", "mediation").add("lead", "如下：")
    two = Draft("乙镇").head("一、", "成效", "measures_results").measure("普法3次。", "publicity")
    two.head("二、", "打算", "next_plan").measure("加强调解。", "mediation")
    reports = [one.report(), two.report()]
    record = comparison_record(align(reports, "theme"))
    assert record["reports"] == [
        {"issuer": report.issuer, "year": 2023, "sha256": report.sha256} for report in reports
    ]
    assert record["rows"] == [
        {
            "section_kind": "measures_results",
            "theme": "publicity",
            "strength": "strong",
            "cells": [
                {
                    "measures": [
                        {"text": "普法1次。", "start": 5, "end": 10},
                        {"text": "普法2次。", "start": 11, "end": 16},
                    ]
                },
                {"measures": [{"text": "普法3次。", "start": 5, "end": 10}]},
            ],
            "also": [],
        },
        {
            "section_kind": "next_plan",
            "theme": "mediation",
            "strength": None,
            "cells": [None, {"measures": [{"text": "加强调解。", "start": 16, "end": 21}]}],
            "also": [],
        },
    ]


def test_further_partners_name_their_report_by_its_sha256() -> None:
    one = Draft("甲镇").head("一、", "成效", "measures_results")
    one.measure("在集市开展普法宣传12场。", "publicity").measure("开展普法宣传。", "publicity")
    two = Draft("乙镇").head("一、", "成效", "measures_results")
    two.measure("在集市开展普法宣传7场。", "publicity").measure("开展普法宣传。", "publicity")
    reports = [one.report(), two.report()]
    first, second = comparison_record(align(reports, "measure"))["rows"]
    assert first["strength"] == "strong"
    assert first["cells"][1] == {
        "measures": [{"text": "在集市开展普法宣传7场。", "start": 5, "end": 17}]
    }
    assert first["also"] == [
        {
            "report": reports[1].sha256,
            "text": "开展普法宣传。",
            "start": 18,
            "end": 25,
            "strength": "strong",
        }
    ]
    assert second["strength"] == "strong"
    assert second["also"][0]["report"] == reports[1].sha256
    assert "change" not in first


def test_a_measure_beside_the_partner_of_another_one_is_marked() -> None:
    one = Draft("甲镇").head("一、", "成效", "measures_results")
    one.measure("在集市开展普法宣传12场。", "publicity")
    two = Draft("乙镇").head("一、", "成效", "measures_results")
    two.measure("在集市开展普法宣传7场。", "publicity").measure("开展普法宣传。", "publicity")
    alignment = align([one.report(), two.report()], "measure")
    (row,) = comparison_record(alignment)["rows"]
    assert row["cells"][1] == {
        "measures": [
            {"text": "在集市开展普法宣传7场。", "start": 5, "end": 17},
            {"text": "开展普法宣传。", "start": 18, "end": 25, "attached": "strong"},
        ]
    }
    assert row["also"] == []


def test_of_years_each_row_says_what_the_latest_one_changed() -> None:
    years = []
    for year, texts in (
        (2021, ["开展普法宣传5场。", "调解纠纷68件。"]),
        (2022, ["开展普法宣传5场。"]),
        (2023, ["开展普法宣传8场。", "聘请法律顾问3名。"]),
    ):
        draft = Draft("甲镇", year).head("一、", "成效", "measures_results")
        for text in texts:
            draft.measure(text)
        years.append(draft.report())
    rows = comparison_record(align_years(years))["rows"]
    assert [row["change"] for row in rows] == ["numbers_only", "new", "dropped"]
    assert [len([cell for cell in row["cells"] if cell]) for row in rows] == [3, 1, 1]


def test_a_new_measure_names_what_it_may_go_on_from_and_years_that_lie_apart_their_year() -> None:
    draft = Draft("甲镇", 2021).head("一、", "成效", "measures_results")
    draft.measure("植树造林八百亩。").measure("修建水渠。").measure("开展宪法宣传。")
    draft.measure("清点文物。").measure("购置校车。").measure("接种疫苗。")
    before = draft.measure("聘请退休教师担任普法讲解员。").report()
    draft = Draft("甲镇", 2023).head("一、", "成效", "measures_results")
    draft.measure("推广稻田养鱼。").measure("改造老旧路灯。")
    draft.measure("发放助听器。").measure("举办篮球赛。").measure("种植菌菇。")
    later = draft.measure("聘请退休教师辅导学生作业。")
    after = later.measure("开展宪法宣传。").report()
    alignment = align_years([before, after])
    rows = comparison_record(alignment)["rows"]
    perhaps = {
        measure["text"]: measure.get("perhaps")
        for row in rows
        if row["change"] == "new"
        for measure in row["cells"][1]["measures"]
    }
    start = before.text.index("聘请")
    assert perhaps == {
        "推广稻田养鱼。": None,
        "改造老旧路灯。": None,
        "发放助听器。": None,
        "举办篮球赛。": None,
        "种植菌菇。": None,
        "聘请退休教师辅导学生作业。": {
            "text": "聘请退休教师担任普法讲解员。",
            "start": start,
            "end": start + len("聘请退休教师担任普法讲解员。"),
        },
    }
    for format_ in ("text", "md", "html", "csv"):
        shown = comparison_bytes(alignment, format_).decode().replace("\n", "")
        assert "与2021年相同" in shown
        assert "与上年相同" not in shown
        assert "或由2021年延续" in shown
