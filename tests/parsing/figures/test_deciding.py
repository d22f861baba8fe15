"""What patterns name and what a number leans towards is weighed: one is left, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuibrowser.lexicon.indicators import catalogue
from tuibrowser.lexicon.leanings import NONE, leanings_of
from tuibrowser.lexicon.load import load
from tuibrowser.parsing.figures.deciding import Asked, candidates, decide
from tuibrowser.parsing.figures.find import Quantity, find_figures
from tuibrowser.parsing.figures.indicators import Assigning
from tuibrowser.parsing.figures.placing import Placed, ask_figures, place_figures
from tuibrowser.text.fold import squeeze


def _found(sentence: str) -> tuple[str, list[Quantity]]:
    shadow, offsets = squeeze(sentence)
    written = "".join(sentence[offset] for offset in offsets)
    return shadow, list(find_figures(shadow, written, load().units))


def _asked(sentence: str, heading: str) -> Asked:
    """The one number of ``sentence``, before anything is decided."""
    shadow, found = _found(sentence)
    (asked,) = ask_figures(shadow, found, load(), heading)
    return asked


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
    assert _asked(sentence, heading).named is None


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
    asked = _asked("请来花鼓戏班进村巡演21场。", "普法宣传深入人心")
    assert decide(asked, Assigning(catalogue())) == "publicity_events"
    own = tmp_path / "tuibrowser" / "lexicon" / "indicators.toml"
    own.parent.mkdir(parents=True)
    own.write_text('[[indicator]]\nid = "publicity_events"\nnever = ["巡演"]\n', encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert decide(asked, Assigning(catalogue.__wrapped__())) is None


def test_a_pattern_is_not_believed_where_all_around_speaks_against_it() -> None:
    """Who reports a swindle asks no hotline."""
    asked = _asked("群众举报非法集资线索办理9件。", "防范化解风险")
    assert asked.named == "hotline_requests"
    assert decide(asked, Assigning(catalogue())) is None


def test_where_nothing_is_known_but_a_pattern_it_holds() -> None:
    asked = _asked("化解矛盾纠纷31件。", "")
    assert asked.named == "disputes_mediated"
    assert asked.context.heading == ""
    assert decide(asked, Assigning(catalogue())) == "disputes_mediated"


def test_what_may_be_nothing_is_always_among_the_candidates() -> None:
    assigning = Assigning(catalogue())
    asked = _asked("化解矛盾纠纷31件。", "多元化解矛盾纠纷")
    leanings = leanings_of(asked.context, [*assigning.choices("件"), *asked.ranks])
    found = candidates(asked, leanings, assigning.choices("件"), assigning)
    assert {NONE, "disputes_mediated"} <= {*found}
    assert len({*found}) == len(found)


def test_an_indicator_of_ones_own_holds_whatever_is_learnt(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "tuibrowser" / "lexicon" / "indicators.toml"
    own.parent.mkdir(parents=True)
    own.write_text(
        '[[indicator]]\nid = "piers"\nlabel = "码头"\ntheme = "service"\n'
        'counted = ["码头"]\nunits = ["座"]\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    asked = _asked("修缮码头3座。", "便民服务")._replace(named="piers")
    assert decide(asked, Assigning(catalogue.__wrapped__())) == "piers"
