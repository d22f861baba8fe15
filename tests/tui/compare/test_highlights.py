"""What is marked in open reports, without a screen."""

from __future__ import annotations

from handmade import Draft, plain

from tuibrowser.compare.align import align
from tuibrowser.compare.changes import align_years
from tuibrowser.layout.marks import Mark
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.report import Report
from tuibrowser.tui.compare.header_lines import mark_words
from tuibrowser.tui.compare.highlights import SHOWN, Highlights


def of_year(year: int, *measures: str) -> Report:
    draft = Draft("甲镇", year).title(f"甲镇{year}年法治政府建设情况报告")
    draft.head("一、", "矛盾纠纷化解", "measures_results", "mediation")
    for measure in measures:
        draft.measure(measure, "mediation")
    for words in ("57件", "68件"):
        if words in draft.text:
            draft.figure(words, int(words[:-1]), "件")
    return draft.report()


def test_between_years_a_mark_tells_what_it_was() -> None:
    aligned = align_years(
        [
            of_year(2022, "2022年全镇共调解各类矛盾纠纷57件，调解协议全部履行到位。"),
            of_year(
                2023,
                "2023年全镇共调解各类矛盾纠纷68件，调解协议全部履行到位。",
                "建成“说事亭”3处。",
            ),
        ]
    )
    assert [row.changes for row in aligned.rows if row.changes] == [
        (None, "numbers_only"),
        (None, "new"),
    ]
    marking = Highlights(lambda: aligned)
    while marking.shown != "lacking":
        marking.show_next()
    last = aligned.reports[1]
    assert marking.in_years
    changed, new = marking.stops(last)
    assert last.text[slice(*changed)] == "68件"
    assert last.text[slice(*new)] == "建成“说事亭”3处。"
    marking.current = (last.sha256, *changed)
    assert marking.before(last) == "57件"
    assert marking.before(aligned.reports[0]) is None
    marking.current = (last.sha256, *new)
    assert marking.before(last) is None
    assert marking.stops(aligned.reports[0]) == []


def test_marks_are_found_for_the_lines_that_ask_and_the_same_again() -> None:
    reports = [plain("甲镇", repeat=3), plain("乙镇")]
    made = [align(reports, "section")]
    marking = Highlights(lambda: made[-1])
    marking.show_next()
    start = reports[0].text.index("12场次")
    marks = marking.marks(reports[0])
    assert marks.within(start - 5, start + 9) == [Mark(start, start + 4, "figure")]
    assert not marking.is_searched(reports[0])
    for _ in marking.search(reports[0]):
        pass
    assert marking.is_searched(reports[0])
    assert marking.marks(reports[0]).same_as(marks)
    # What the next key marks was found ahead.
    marking.show_next()
    assert marking.is_searched(reports[0])
    marking.show_next()
    assert not marking.is_searched(reports[0])
    marking.shown = "figures"
    # Other reports beside it, other marks.
    made.append(align([*reports, plain("丙乡")], "section"))
    assert not marking.marks(reports[0]).same_as(marks)
    assert not marking.is_searched(reports[0])


def test_what_is_marked_goes_round() -> None:
    marking = Highlights(lambda: Alignment((), ()))
    seen = []
    for _ in SHOWN[1:]:
        marking.show_next()
        seen.append(marking.shown)
    assert seen == ["figures", "lacking", "shared", "nothing"]


def test_what_was_put_right_is_marked_always_and_gone_through_where_there_is_any() -> None:
    report = plain("甲镇")
    span = report.sections[0].start, report.sections[0].end
    marking = Highlights(lambda: align([report], "section"), lambda _: [span])
    assert marking.marks(report).sign(*span) == "*"
    seen = []
    for _ in SHOWN:
        marking.show_next()
        seen.append(marking.shown)
    assert seen == ["figures", "lacking", "shared", "corrected", "nothing"]
    marking.shown = "corrected"
    assert marking.stops(report) == [span]
    assert marking.is_searched(report)


def test_the_header_says_what_is_marked_and_where_one_is() -> None:
    assert mark_words("nothing", False, None, 0, None) == []
    assert mark_words("figures", False, 1, 3, None) == ["# 数据 2/3"]
    assert mark_words("hits", False, None, 3, None) == ["检索结果 3"]
    assert mark_words("shared", False, None, None, None) == ["= 相同表述 …", "- 通用表述"]
    said = mark_words("lacking", True, 0, 9, "57\n件")
    assert said == ["+ 与上年不同 1/9", "上年：57件", "- 通用表述"]
    assert mark_words("lacking", True, 0, 9, "")[1] == "上年：无"
