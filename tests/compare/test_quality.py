"""How well the alignment finds hand-coded topics, and that what it rests on is as it was made."""

from __future__ import annotations

import pytest

from benchmarks import alignment, frequencies
from benchmarks.evaluate import FIXTURES
from tuibrowser.compare.align import align
from tuibrowser.lexicon.acts import load_acts
from tuibrowser.text.fold import squash


@pytest.fixture(scope="module")
def coded() -> list[alignment.Coded]:
    return alignment.load_coded(FIXTURES / "topics", FIXTURES / "reports")


def test_topics_of_the_samples_are_found(coded: list[alignment.Coded]) -> None:
    strong, every, sections = alignment.Score(), alignment.Score(), alignment.Score()
    for one, other in alignment.pairs_of(coded):
        found = align([one.report, other.report], "measure")
        for score, only_strong in ((strong, True), (every, False)):
            pairs = alignment.measure_pairs(found, strong=only_strong)
            score.add(*alignment.score_measures(one, other, pairs))
        sections.add(*alignment.score_sections(one, other))
    assert strong.f > 0.72
    assert strong.precision > 0.85
    assert every.f > 0.72
    assert sections.f > 0.78


def test_which_report_comes_first_changes_little(coded: list[alignment.Coded]) -> None:
    differing = total = 0
    for one, other in alignment.pairs_of(coded):
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
