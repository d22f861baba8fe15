from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from statistics import mean, median

import pytest

from benchmarks.generate import YEARS, repetition, report, write, written
from benchmarks.township import Written
from benchmarks.vocabulary.names import superiors, town
from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand

_OPENER = re.compile(r"^(?:[一二三四五六七八九十][是要]|首先，|其次，|再次，|最后，|第.，)")


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Written, Report]]:
    """What was written and what the parser finds, of 120 reports by 120 townships."""
    lexicon = load()
    reports = [written(place * YEARS + place % YEARS) for place in range(120)]
    return [
        (report, understand(Document(report.text, "0" * 64, "报告.txt", "utf-8"), lexicon))
        for report in reports
    ]


def test_reports_are_distinct_and_always_the_same(tmp_path: Path) -> None:
    names, texts = zip(*map(report, range(60)), strict=True)
    assert len(set(names)) == len(set(texts)) == 60
    assert report(37) == (names[37], texts[37])
    write(tmp_path / "texts", range(60))
    files = sorted((tmp_path / "texts").iterdir())
    assert [path.name for path in files] == sorted(names)
    assert files[0].read_text(encoding="utf-8") == texts[0]


def test_no_slot_stays_open() -> None:
    assert not any("{" in report(number)[1] for number in range(600))


def test_the_parser_finds_the_sections_and_measures_that_were_written(
    pairs: list[tuple[Written, Report]],
) -> None:
    for meant, found in pairs:
        assert [(section.level, section.title, section.kind) for section in found.sections] == [
            (section.level, section.title, section.kind) for section in meant.sections
        ]
        assert [found.slice(measure) for measure in found.measures] == [
            measure for section in meant.sections for measure in section.measures
        ]


def test_the_parser_finds_issuer_year_day_and_place(pairs: list[tuple[Written, Report]]) -> None:
    for meant, found in pairs:
        assert found.issuer == meant.issuer
        assert (found.year, found.date, found.place) == (meant.year, meant.date, meant.place)
    stated = [meant.place.county is not None for meant, _ in pairs]
    assert 0.5 < mean(stated) < 0.85


def test_reports_have_the_measure_of_real_ones(pairs: list[tuple[Written, Report]]) -> None:
    # Five real reports: 3,400 characters, 51 passages, 34 measures, 14 figures, 12.6 sections;
    # measures of 84 characters, half of them 76 or less.
    reports = [found for _, found in pairs]
    lengths = [measure.end - measure.start for found in reports for measure in found.measures]
    assert mean(len(found.text) for found in reports) == pytest.approx(3400, rel=0.15)
    assert mean(len(found.passages) for found in reports) == pytest.approx(51, rel=0.15)
    assert mean(len(found.measures) for found in reports) == pytest.approx(34, rel=0.15)
    assert mean(len(found.sections) for found in reports) == pytest.approx(12.6, rel=0.15)
    assert mean(len(found.figures) for found in reports) == pytest.approx(14, rel=0.3)
    assert mean(lengths) == pytest.approx(84, rel=0.15)
    assert median(lengths) == pytest.approx(76, rel=0.15)


@pytest.mark.parametrize(
    ("word", "real"),
    [
        ("法治", 37), ("工作", 27), ("建设", 18), ("执法", 17), ("政府", 15), ("普法", 13),
        ("宣传", 12), ("干部", 9), ("学习", 7), ("落实", 6), ("行政执法", 6), ("矛盾纠纷", 6),
        ("化解", 5), ("加强", 5), ("人民调解", 4), ("提高", 4), ("部门", 3.4), ("合法性", 3.2),
    ],
)  # fmt: skip
def test_the_words_of_the_field_are_as_common_in_measures_as_in_life(
    pairs: list[tuple[Written, Report]], word: str, real: float
) -> None:
    # How often a real report has the word in its measures, headings apart.
    counts = [
        sum(measure.count(word) for section in meant.sections for measure in section.measures)
        for meant, _ in pairs
    ]
    assert 0.6 < mean(counts) / real < 1.6


def test_a_township_keeps_part_of_last_year() -> None:
    def measures(number: int) -> set[str]:
        """Without numbering and figures."""
        return {
            re.sub(r"\d[\d.]*", "", _OPENER.sub("", measure)).rstrip("；。")
            for section in written(number).sections
            for measure in section.measures
        }

    years = [measures(number) for number in range(40 * YEARS)]
    kept = [
        len(years[number] & years[number - 1]) / len(years[number])
        for number in range(len(years))
        if number % YEARS
    ]
    others = [len(years[number] & years[number - YEARS]) for number in range(YEARS, len(years))]
    assert 0.25 < mean(kept) < 0.55
    assert not any(others)


def test_most_paragraphs_occur_once() -> None:
    paragraphs, distinct = repetition(range(600))
    assert paragraphs > 600 * 15
    assert distinct > 0.88


def test_township_names_are_as_often_shared_as_real_ones() -> None:
    # Of the country's 38,723 townships 31.7 % share their name with another.
    names = Counter(map(town, range(17_000)))
    assert sum(count for count in names.values() if count > 1) / 17_000 == pytest.approx(
        0.317, abs=0.03
    )
    assert len({superiors(place) for place in range(17_000)}) == pytest.approx(17_000 / 15, abs=20)
