"""A number that no pattern names is of the indicator that is clearly likely, or of none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuibrowser.lexicon.indicators import catalogue
from tuibrowser.lexicon.load import load
from tuibrowser.parsing.figures.find import Quantity, find_figures
from tuibrowser.parsing.figures.indicators import Assigning
from tuibrowser.parsing.figures.likely import likely
from tuibrowser.parsing.figures.placing import Placed, place_figures, tell_figures
from tuibrowser.text.fold import squeeze


def _found(sentence: str) -> tuple[str, list[Quantity]]:
    shadow, offsets = squeeze(sentence)
    written = "".join(sentence[offset] for offset in offsets)
    return shadow, list(find_figures(shadow, written, load().units))


def _placed(sentence: str, heading: str = "") -> list[Placed]:
    shadow, found = _found(sentence)
    return place_figures(shadow, found, load(), 2023, is_plan=False, heading=heading)


@pytest.mark.parametrize(
    ("heading", "sentence", "indicator"),
    [
        ("普法宣传深入人心", "请来花鼓戏班进村巡演21场。", "publicity_events"),
        ("筑牢应急防线", "组建半专业扑火队，队里有队员45人。", "emergency_team_members"),
    ],
)
def test_what_no_pattern_names_is_told_by_its_words_and_heading(
    heading: str, sentence: str, indicator: str
) -> None:
    assert [it.indicator for it in _placed(sentence, heading)] == [indicator]
    shadow, found = _found(sentence)
    assert [known for _, known in tell_figures(shadow, found, load(), heading)] == [None]


@pytest.mark.parametrize(
    "sentence",
    ["新修水渠12公里、机井3眼。", "栽种柳树300株。", "发放养老金140万元。", "新增就业420人。"],
)
def test_what_is_like_no_indicator_has_none(sentence: str) -> None:
    assert {it.indicator for it in _placed(sentence, "民生保障")} == {None}


@pytest.mark.parametrize(
    ("heading", "indicator"), [("严格规范公正文明执法", "cases_filed"), ("推进民生实事", None)]
)
def test_cases_are_of_enforcement_where_only_the_heading_says_so(
    heading: str, indicator: str | None
) -> None:
    assert [it.indicator for it in _placed("全年办理案件12件。", heading)] == [indicator]


def test_a_change_in_percent_is_no_rate_of_what_stands_around() -> None:
    last = _placed("调解纠纷40件，群众满意度提升，办件量同比增长12%。", "矛盾纠纷化解")[-1]
    assert last.role == "change"
    assert last.indicator in {None, "service_handled"}


def test_what_a_persons_catalogue_rules_out_is_not_likely(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shadow, found = _found("请来花鼓戏班进村巡演21场。")
    ((told, _),) = tell_figures(shadow, found, load(), "普法宣传深入人心")
    assert likely(told, Assigning(catalogue())) == "publicity_events"
    own = tmp_path / "tuibrowser" / "lexicon" / "indicators.toml"
    own.parent.mkdir(parents=True)
    own.write_text('[[indicator]]\nid = "publicity_events"\nnever = ["巡演"]\n', encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert likely(told, Assigning(catalogue.__wrapped__())) is None
