"""The catalogue of indicators, and what a person adds to it."""

from pathlib import Path

import pytest

from tuibrowser.lexicon.indicators import Catalogue, catalogue
from tuibrowser.lexicon.labels import THEME_LABELS
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.parsing.figures.indicators import Assigning
from tuibrowser.parsing.figures.said import NumberInLine


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a person's own file stands; nothing is there yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = tmp_path / "tuibrowser" / "lexicon" / "indicators.toml"
    path.parent.mkdir(parents=True)
    return path


def read() -> Catalogue:
    return catalogue.__wrapped__()


def test_the_catalogue_covers_every_theme(own: Path) -> None:
    known = read()
    assert {it.theme for it in known.indicators.values()} == THEME_LABELS.keys()
    labels = [it.label for it in known.indicators.values()]
    assert len(labels) == len(set(labels)) >= 60
    assert {it.of for it in known.indicators.values()} - {None} <= known.indicators.keys()


def test_cases_compare_and_times_and_events_do_not(own: Path) -> None:
    family = read().family
    assert family("件") == family("起") == family("例") == family("宗")
    assert len({family("次"), family("场"), family("件")}) == 3
    assert family("盏") == "盏"


def test_a_person_adds_words_and_indicators(own: Path) -> None:
    own.write_text(
        '[[indicator]]\nid = "drills"\ncounted = ["桌面推演"]\n'
        '[[indicator]]\nid = "lamps"\nlabel = "路灯"\ncounted = ["路灯"]\nunits = ["盏"]\n',
        encoding="utf-8",
    )
    known = read()
    assert known.indicators["drills"].wording.counted[0] == "桌面推演"
    assert known.indicators["drills"].label == "应急演练"
    assert known.indicators["lamps"].units == {"盏"}
    assert known.label("lamps") == "路灯"


def test_a_persons_own_indicator_goes_before_a_longer_match_of_ours(own: Path) -> None:
    """It would never hold otherwise: ours take in the words before (开展摊点巡查)."""
    own.write_text(
        '[[indicator]]\nid = "stalls"\nlabel = "摊点"\ncounted = ["摊点巡查"]\nunits = ["times"]\n',
        encoding="utf-8",
    )
    words = NumberInLine(8, 11, "次", "摊点巡查")
    assert Assigning(read()).indicator("开展集镇摊点巡查33次。", words, 0) == "stalls"
    own.unlink()
    assert Assigning(read()).indicator("开展集镇摊点巡查33次。", words, 0) == "inspections"


def test_a_persons_own_word_may_stand_anywhere_in_a_noun(own: Path) -> None:
    own.write_text(
        '[[indicator]]\nid = "stalls"\nlabel = "摊点"\ncounted = ["摊点"]\nunits = ["times"]\n',
        encoding="utf-8",
    )
    words = NumberInLine(8, 11, "次", "摊点巡查")
    assert Assigning(read()).indicator("开展集镇摊点巡查33次。", words, 0) == "stalls"


def test_words_that_a_person_adds_to_ours_hold_whatever_ours_say_against_them(own: Path) -> None:
    line = "举办农机手安全技能比武2场。"
    words = NumberInLine(11, 13, "场", "农机手安全技能比武")
    assert Assigning(read()).indicator(line, words, 0) != "cadre_training"
    own.write_text('[[indicator]]\nid = "cadre_training"\ncounted = ["技能比武"]\n', "utf-8")
    assert Assigning(read()).indicator(line, words, 0) == "cadre_training"


def test_a_person_may_forbid_a_word_to_one_of_ours(own: Path) -> None:
    words = NumberInLine(8, 11, "场", "茶山消防演练")
    assert Assigning(read()).indicator("组织茶山消防演练12场。", words, 0) == "drills"
    own.write_text('[[indicator]]\nid = "drills"\nnever = ["茶山"]\n', "utf-8")
    assert Assigning(read()).indicator("组织茶山消防演练12场。", words, 0) is None


def test_a_part_keeps_the_indicator_that_a_person_has_for_it(own: Path) -> None:
    """Ours of another field of work are only a reason for a part of a total."""
    own.write_text(
        '[[indicator]]\nid = "lamps"\nlabel = "路灯"\ncounted = ["路灯"]\nunits = ["cases"]\n',
        encoding="utf-8",
    )
    assert Assigning(read()).is_kind("lamps", "disputes_mediated")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('id = "Lamps"', "小写英文字母"),
        ('id = "lamps"\nlabel = "路灯"\nunits = ["盏"]', "缺少 counted"),
        ('id = "drills"\ncounted = ["("]', "不是有效的正则表达式"),
        ('id = "drills"\nwithin = ["演练"]', "应写作“前文 >> 所计”"),
        ('id = "drills"\ncounted = ["(灯)"]', "(?:…)"),
        ('id = "drills"\ncounted = [".*"]', "与任何文字都相符"),
        ('id = "drills"\ntheme = "roads"', "应为其中之一"),
        ('id = "drills"\nof = "lamps"', "没有“lamps”"),
        ('id = "drills"\nsums = 1', "true 或 false"),
        ('id = "drills"\ncolour = "red"', "不是自带词表中的名称"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(own: Path, line: str, fault: str) -> None:
    own.write_text(f"[[indicator]]\n{line}\n", encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        read()
    assert fault in str(error.value)
    assert str(own) in str(error.value)
    assert "行" in str(error.value)
