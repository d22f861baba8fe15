"""How well the alignment finds hand-coded topics, and that what it rests on is as it was made."""

from __future__ import annotations

import pytest

from benchmarks import alignment, frequencies
from benchmarks.coded import HELD, SAMPLES, Coded, load_coded, pairs_of
from tuibrowser.compare.align import align
from tuibrowser.lexicon.acts import load_acts
from tuibrowser.text.fold import squash


@pytest.fixture(scope="module")
def coded() -> list[Coded]:
    return load_coded(*SAMPLES)


def test_topics_and_themes_of_the_samples_are_found(coded: list[Coded]) -> None:
    strong, every, plain, theme, heading, measures, plain_sections = alignment.score_all(
        coded
    ).values()
    assert strong.f > 0.78
    assert strong.precision > 0.81
    assert every.f > 0.77 > plain.f
    assert theme.f > 0.95
    assert heading.f > 0.91
    assert measures.f > 0.94
    assert theme.f > plain_sections.f


def test_reports_that_nothing_was_tuned_on_align_better_than_by_words_and_themes() -> None:
    found = alignment.score_all(load_coded(*HELD)).values()
    strong, every, plain, theme, _, _, plain_sections = found
    assert strong.f > plain.f + 0.05
    assert strong.f > 0.75
    assert every.f > 0.75
    assert theme.f > plain_sections.f + 0.05


def test_which_report_comes_first_changes_little(coded: list[Coded]) -> None:
    differing = total = 0
    for one, other in pairs_of(coded):
        forward = set(
            alignment.measure_pairs(align([one.report, other.report], "measure"), strong=False)
        )
        backward = {
            (b, a)
            for a, b in alignment.measure_pairs(
                align([other.report, one.report], "measure"), strong=False
            )
        }
        differing += len(forward ^ backward)
        total += len(forward)
    assert differing <= total * 0.02


def test_the_table_of_frequencies_is_what_its_script_makes() -> None:
    assert frequencies.TARGET.read_text(encoding="utf-8") == frequencies.table()


def test_words_are_written_as_masked_texts_are_and_the_longest_is_read() -> None:
    acts = load_acts()
    for words in acts.words.values():
        for word, _ in words:
            assert word == squash(word)
            assert len(word) > 1
    assert acts.in_text("村居法律顾问") == {"village_adviser": 1.0}
    assert acts.in_text("聘请法律顾问，法律顾问坐班") == {
        "legal_adviser": 1.0,
        "legal_services": 0.35,
    }
