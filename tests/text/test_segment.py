"""Where words start, by either segmenter, without a trace outside the process."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
import rjieba
from hypothesis import given, settings
from hypothesis import strategies as st

from tuibrowser.reading.read import read
from tuibrowser.text import segment
from tuibrowser.text.segment import word_starts
from tuibrowser.text.words import starts_in

SAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "reports"
TEXT = "全镇共调解矛盾纠纷20件，“八五”普法宣传40场次。\n　二、下一步工作安排"


@pytest.fixture(scope="module")
def jieba_cut() -> Callable[[str], list[str]]:
    return segment._load_jieba()


@pytest.fixture(scope="module")
def sample_texts() -> list[str]:
    return [read(path).text for path in sorted(SAMPLES.iterdir())]


def words(text: str) -> list[str]:
    starts = [*starts_in(word_starts(text)), len(text)]
    return [text[start:end] for start, end in pairwise(starts)]


def test_words_are_words() -> None:
    assert {"调解", "矛盾", "纠纷", "普法", "宣传", "工作"} <= set(words(TEXT))
    assert "".join(words(TEXT)) == TEXT


def test_the_bitmap_is_one_bit_a_character_lowest_first() -> None:
    assert word_starts("") == b""
    assert word_starts("镇") == b"\x01"
    assert len(word_starts(TEXT)) == (len(TEXT) + 7) // 8


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("法治政府 \n１2Ａ,。")))
def test_both_segmenters_cut_any_text_without_loss(
    jieba_cut: Callable[[str], list[str]], text: str
) -> None:
    for cut in (jieba_cut, rjieba.cut):
        assert "".join(cut(text)) == text


def test_jieba_gives_the_same_where_rjieba_is_missing(
    jieba_cut: Callable[[str], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_rjieba = words(TEXT)
    monkeypatch.setattr(segment, "_cutter", lambda: jieba_cut)
    assert words(TEXT) == with_rjieba
    assert starts_in(word_starts(TEXT)) == list(accumulate(map(len, with_rjieba[:-1]), initial=0))


_LATIN = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)+")
"""What rjieba takes for one word and jieba for several: 2023-03-24, QT012-0400, N-N."""


def test_in_reports_both_differ_in_latin_signs_only(
    jieba_cut: Callable[[str], list[str]], sample_texts: list[str]
) -> None:
    alike = apart = 0
    for text in sample_texts:
        by_jieba = set(accumulate(map(len, jieba_cut(text)), initial=0))
        at = 0
        for word in rjieba.cut(text):
            inside = by_jieba & set(range(at + 1, at + len(word)))
            assert at in by_jieba
            assert not inside or _LATIN.fullmatch(word), word
            apart += len(inside)
            alike += 1
            at += len(word)
        assert at in by_jieba
    assert alike > 15_000
    assert apart < alike / 200


def test_jieba_is_silent_and_writes_no_cache(tmp_path: Path) -> None:
    # As in a fresh install that cannot write bytecode, under a Python that reports bad patterns.
    code = textwrap.dedent(
        """
        import sys
        sys.modules["rjieba"] = None
        from tuibrowser.text.segment import word_starts
        from tuibrowser.text.words import starts_in
        print(starts_in(word_starts("人民调解工作")))
        """
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-B", "-c", code],
        env={"TMPDIR": str(tmp_path), "HOME": str(tmp_path), "PYTHONPYCACHEPREFIX": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[0, 4]"
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []
