"""Counts that the library answers in one go are those of the reports themselves."""

from __future__ import annotations

from tuibrowser.model.tally import Tally
from tuibrowser.store.answers.tallies import tally_of
from tuibrowser.store.library import Library


def test_counts_are_those_of_reports_read_one_by_one(sample_library: Library) -> None:
    with sample_library.read() as reader:
        sha256s = [entry.sha256 for entry in reader.entries()]
        found = reader.tallies(sha256s)
        each: dict[str, Tally] = {it: tally_of(reader.report(it)) for it in sha256s}
    assert found == each
    assert any(tally.whole.figures and tally.themes for tally in each.values())


def test_what_the_library_lacks_is_left_out(sample_library: Library) -> None:
    with sample_library.read() as reader:
        assert reader.tallies(["0" * 64]) == {}
        assert reader.tallies([]) == {}
