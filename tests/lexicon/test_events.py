"""Events and laws of a person's own are found whatever marks they are written with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tuibrowser.lexicon.events import load_events
from tuibrowser.lexicon.laws import load_laws
from tuibrowser.lexicon.own import LexiconError


@pytest.fixture
def own(own_lists: Path) -> Iterator[Path]:
    """The folder of a person's own lists."""
    load_events.cache_clear()
    load_laws.cache_clear()
    yield own_lists
    load_events.cache_clear()
    load_laws.cache_clear()


@pytest.mark.parametrize("word", ["秋粮攻坚", "“秋粮”攻坚", '\\"秋粮\\"攻坚'])
def test_an_event_is_found_with_marks_or_without(own: Path, word: str) -> None:
    entry = f'[[event]]\nwords = ["{word}"]\nfirst = 2024\nlast = 2024\n'
    (own / "events.toml").write_text(entry, encoding="utf-8")
    event = load_events().events[0]
    assert event.may_stand_in("开展秋粮攻坚行动")
    assert event.pattern.search('开展"秋粮"攻坚行动')
    assert event.pattern.search("开展秋粮攻坚行动")


def test_an_event_may_have_other_words_within_and_come_again(own: Path) -> None:
    entry = (
        '[[event]]\nwords = ["秋粮…攻坚"]\nfirst = 2020\nlast = 2021\nevery = 3\nnever = ["非"]\n'
    )
    (own / "events.toml").write_text(entry, encoding="utf-8")
    event = load_events().events[0]
    assert event.may_stand_in("秋粮入库攻坚")
    assert event.pattern.search('"秋粮"全面入库攻坚')
    assert not event.pattern.search("秋粮入库,全力攻坚")
    assert [event.around(it) for it in (2018, 2022, 2023)] == [
        (2020, 2021),
        (2020, 2021),
        (2023, 2024),
    ]
    assert event.never == ("非",)


@pytest.mark.parametrize("every", ['"三年"', "-1"])
def test_years_between_events_are_a_number(own: Path, every: str) -> None:
    entry = f'[[event]]\nwords = ["秋粮攻坚"]\nfirst = 2024\nevery = {every}\n'
    (own / "events.toml").write_text(entry, encoding="utf-8")
    with pytest.raises(LexiconError, match="every"):
        load_events()


def test_a_law_is_found_with_marks_or_without(own: Path) -> None:
    entry = '[[law]]\nnames = ["“三夏”管理办法"]\nuntil = "2021-01-01"\n'
    (own / "laws.toml").write_text(entry, encoding="utf-8")
    pattern = load_laws()[0].pattern_for("执行三夏管理办法")
    assert pattern is not None
    assert pattern.search('执行"三夏"管理办法')


def test_what_an_entry_does_not_have_is_refused_by_its_line(own: Path) -> None:
    (own / "events.toml").write_text('[[event]]\nwords = ["秋粮攻坚"]\nfrist = 2024\nlast = 2025\n')
    with pytest.raises(LexiconError, match="第 3 行：“frist”不是词表中的名称"):
        load_events()


def test_marks_alone_are_no_name(own: Path) -> None:
    (own / "events.toml").write_text('[[event]]\nwords = ["“”"]\nfirst = 2024\n', "utf-8")
    assert not load_events().events[0].may_stand_in("开展秋粮攻坚行动")
    (own / "laws.toml").write_text('[[law]]\nnames = ["“”"]\nuntil = "2021-01-01"\n', "utf-8")
    with pytest.raises(LexiconError, match="第 2 行"):
        load_laws()
