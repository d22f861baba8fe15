"""Patterns made of lists."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tuibrowser import lexicon as lexicon_folder
from tuibrowser.lexicon.load import load
from tuibrowser.lexicon.patterns import is_one
from tuibrowser.reading.read import read

_HERE = Path(lexicon_folder.__file__).parent
_SAMPLES = sorted((Path(__file__).parents[2] / "fixtures" / "reports").glob("*.txt"))


@pytest.mark.parametrize(
    ("pattern", "alternatives"),
    [
        ("^第\\d{1,3}页", 1),
        ("^(?:标题|名称(?:甲|乙))[:|]", 1),
        ("^甲|乙", 2),
        ("^(?:甲|乙)|丙", 2),
        (r"^\(甲|乙\)", 2),
        (r"^甲\|乙", 1),
        ("^[|)]甲[]|]", 1),
        (r"^[^\]|]甲(?!乙|[(])", 1),
    ],
)
def test_alternatives_are_told_from_what_stands_in_brackets(
    pattern: str, alternatives: int
) -> None:
    assert is_one(pattern) == (alternatives == 1)


def test_furniture_is_what_one_of_the_patterns_finds() -> None:
    entry = tomllib.loads((_HERE / "furniture.toml").read_text(encoding="utf-8"))
    patterns = [re.compile(it) for it in entry["patterns"]]
    lines = [line for path in _SAMPLES for line in read(path).text.lower().split()]
    lines += ["第3页", "共第3页", "-12-", "稿件www.", "下载.docx", "报告.doc稿", "首页>乡镇>报告"]
    # Keys and buttons are no patterns.
    plain = [it for it in lines if not any(word in it for word in entry["starts"] + entry["whole"])]
    found = [it for it in plain if any(pattern.search(it) for pattern in patterns)]
    assert [it for it in plain if load().furniture.search(it)] == found
    assert {"第3页", "稿件www."} <= set(found)
    assert "共第3页" in set(plain) - set(found)
