"""Old numbers beside the new ones."""

from __future__ import annotations

from tuibrowser.compare.figures import changed_numbers, figure_pairs, has_changed
from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Passage, Report
from tuibrowser.parsing.parse import parse


def parsed(measure: str) -> tuple[Report, Passage]:
    text = f"柳溪镇2023年法治政府建设年度报告\n一、主要举措和成效\n{measure}"
    report = parse(Document(text, "0" * 64, "a.txt", "utf-8"), load())
    (found,) = report.measures
    return report, found


def pairs(old: str, new: str) -> list[tuple[str, str]]:
    """The pairs as they are written."""
    (before, earlier), (after, later) = parsed(old), parsed(new)
    return [
        (before.slice(a), after.slice(b)) for a, b in figure_pairs(before, earlier, after, later)
    ]


def changed(old: str, new: str, *, only_numbers: bool = True) -> list[str]:
    """The numbers that are not the same, as they are written."""
    (before, earlier), (after, later) = parsed(old), parsed(new)
    pairs = changed_numbers(before, earlier, after, later, only_numbers=only_numbers)
    return [f"{one}→{other}" for one, other in pairs]


def test_every_number_that_changed_is_named() -> None:
    assert changed(
        "1.组建“1+3+12”网格队伍，配备网格员120 名，覆盖300户。",
        "2.组建“1+4+12”网格队伍，配备网格员130名，受益450户。",
    ) == ["3→4", "120名→130名", "300户→450户"]
    assert changed("2022年办件3421件，按时办结率99.1。", "2023年办件3421件，按时办结率99.5。") == [
        "99.1→99.5"
    ]


def test_of_other_words_only_what_counts_the_same_is() -> None:
    old, new = "组织学法考试4次，调解纠纷30件。", "召开听证会6次，调解纠纷45件。"
    assert changed(old, new, only_numbers=False) == ["30件→45件"]
    assert changed(old, "调解纠纷45件，召开听证会6次。") == ["30件→45件"]


def test_figures_of_one_unit_are_told_apart_by_what_they_count() -> None:
    assert pairs(
        "全年排查矛盾纠纷120件，成功调解117件。", "成功调解各类矛盾纠纷98件，共排查矛盾纠纷101件。"
    ) == [("117件", "98件"), ("120件", "101件")]


def test_hedges_scales_and_spelt_numerals_are_figures_too() -> None:
    assert pairs(
        "开展普法宣传近40场次，覆盖1.2万余人次。", "开展普法宣传五十余场，覆盖约1.9万人次。"
    ) == [("近40场次", "五十余场"), ("1.2万余人次", "约1.9万人次")]


def test_what_counts_another_thing_is_no_pair() -> None:
    assert pairs("组织学法考试4次。", "召开听证会6次。") == []
    assert pairs("拆除违法建设30处。", "拆除违法建设30平方米。") == []


def test_a_number_that_stayed_is_a_pair_that_did_not_change() -> None:
    (before, earlier), (after, later) = parsed("审查合同42份。"), parsed("审查合同42份。")
    ((old, new),) = figure_pairs(before, earlier, after, later)
    assert not has_changed(old, new)
    (before, earlier), (after, later) = parsed("审查合同近42份。"), parsed("审查合同42份。")
    ((old, new),) = figure_pairs(before, earlier, after, later)
    assert has_changed(old, new)


def test_rates_that_share_a_number_are_told_apart_by_their_names() -> None:
    apart, together = "参考率为98%，合格率为95%。", "参考率、合格率均为98%。"
    assert pairs(apart, together) == [("98%", "98%"), ("95%", "98%")]
    (before, old), (after, new) = parsed("合格率、参考率均为97%。"), parsed(together)
    found = figure_pairs(before, old, after, new)
    assert [(one.noun, other.noun) for one, other in found] == [
        ("参考率", "参考率"),
        ("合格率", "合格率"),
    ]


def test_a_number_of_several_rates_changes_once() -> None:
    old, new = "参考率、合格率均为97%。", "参考率、合格率均为98%。"
    assert changed(old, new) == ["97%→98%"]
    assert changed(old, new, only_numbers=False) == ["97%→98%"]
