from __future__ import annotations

from pathlib import Path

from benchmarks.generate import repetition, report, write


def test_reports_are_distinct_and_always_the_same(tmp_path: Path) -> None:
    names, texts = zip(*map(report, range(60)), strict=True)
    assert len(set(names)) == len(set(texts)) == 60
    assert report(37) == (names[37], texts[37])
    write(tmp_path / "texts", range(60))
    written = sorted((tmp_path / "texts").iterdir())
    assert [path.name for path in written] == sorted(names)
    assert written[0].read_text(encoding="utf-8") == texts[0]


def test_no_slot_stays_open() -> None:
    assert not any("{" in report(number)[1] for number in range(200))


def test_most_lines_occur_once() -> None:
    lines, distinct = repetition(range(100))
    assert lines > 100 * 40
    assert 0.7 < distinct < 0.95
