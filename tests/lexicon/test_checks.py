"""The words of checks, and a person's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tuibrowser.lexicon.checks import load_check_words
from tuibrowser.lexicon.own import LexiconError


@pytest.fixture
def own(own_lists: Path) -> Iterator[Path]:
    """Where a person's list is looked for."""
    load_check_words.cache_clear()
    yield own_lists / "checks.toml"
    load_check_words.cache_clear()


def test_a_person_adds_words(own: Path) -> None:
    """To a list of words, and to one of pairs; ours stay."""
    own.write_text('settled = ["挽留"]\nhalves = ["东片 / 西片"]\n', encoding="utf-8")
    words = load_check_words()
    assert words.settled.fullmatch("挽留")
    assert words.settled.fullmatch("办结")
    assert any(one.search("东片") and other.search("西片") for one, other in words.halves)


@pytest.mark.parametrize("word", [r"\d+", r"\g<0>", r"甲\\"])
def test_whatever_stands_for_others_is_taken_as_written(own: Path, word: str) -> None:
    own.write_text(f"same = ['{word} / 纠葛']\n", encoding="utf-8")
    pattern, template = load_check_words().same[0]
    assert pattern.sub(template, "化解纠葛") == f"化解{word}"


def test_our_own_patterns_hold_no_groups(own: Path) -> None:
    assert not own.exists()
    words = load_check_words()._asdict()
    divided = [words.pop(name) for name in ("halves", "remainders", "exclusive")]
    same = [pattern for pattern, _ in words.pop("same")]
    patterns = [*words.values(), *same, *(it for lines in divided for line in lines for it in line)]
    assert {it.groups for it in patterns} == {0}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('settled = "办结"', "列表"),
        ('settle = ["办结"]', "不是自带词表中的名称"),
        ('settled = ["办结("]', "不是有效的正则表达式"),
        ('settled = ["(?:办结)?"]', "与任何文字都相符"),
        ('halves = ["专职"]', "专职 / 兼职"),
        ('halves = ["东 / 南 / 西"]', "专职 / 兼职"),
        ('same = ["纠纷"]', "矛盾纠纷"),
        ('same = [" / 纠葛"]', "矛盾纠纷"),
        ('exclusive = ["保留 /  / 废止"]', "保留 / 修改 / 废止"),
        ('settled = ["(已)?挽留"]', "中的括号应写作 (?:…)"),
        ('halves = ["(东片) / 西片"]', "中的括号应写作 (?:…)"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(own: Path, line: str, fault: str) -> None:
    """So that an official finds it."""
    own.write_text(f"# 自备\n{line}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="第 2 行") as caught:
        load_check_words()
    assert fault in str(caught.value)
