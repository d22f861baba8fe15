"""Neighbours' measures on the same subject, the specific ones first, never the unit's own."""

from __future__ import annotations

from handmade import Draft

from tuibrowser.insight.like import alike, telling_words
from tuibrowser.model.report import Report
from tuibrowser.text.segment import word_starts


def saying(issuer: str, year: int, *measures: str) -> Report:
    draft = Draft(issuer, year).title(f"{issuer}{year}年法治政府建设报告")
    draft.head("一、", "主要举措和成效", "measures_results")
    for measure in measures:
        draft.measure(measure, "mediation")
    return draft.report()


OWN = saying("甲镇", 2023, "化解矛盾纠纷，调解邻里纠纷。")
PLAIN = saying("乙镇", 2023, "认真做好矛盾纠纷调解化解工作。")
NAMED = saying("丙镇", 2023, "依托“采茶人说事亭”调解化解矛盾纠纷。", "开展行政执法检查。")
LAST = saying("甲镇", 2022, "化解矛盾纠纷，调解邻里纠纷，成功率达到九成以上。")


def found(report: Report) -> list[str]:
    (likes,) = alike(report, [PLAIN, NAMED, LAST], 5)
    return [str(it.report.issuer) for it in likes]


def test_the_specific_stands_before_the_plain_and_ones_own_years_nowhere() -> None:
    assert found(OWN) == ["丙镇", "乙镇"]
    (likes,) = alike(OWN, [NAMED], 5)
    assert [it.why for it in likes] == [("“采茶人说事亭”",)]
    assert all("执法检查" not in it.report.slice(it.measure) for it in likes)


def test_no_more_are_given_than_asked_for() -> None:
    (likes,) = alike(OWN, [PLAIN, NAMED], 1)
    assert len(likes) == 1


def test_words_that_others_have_do_not_set_a_report_apart() -> None:
    words = telling_words(NAMED, word_starts(NAMED.text), [OWN, PLAIN, LAST])
    assert "矛盾" not in [it.word for it in words]
    assert all(it.elsewhere <= 1 and it.times for it in words)
    assert words
