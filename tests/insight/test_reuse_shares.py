"""How much of each of many reports is whose: the same whether one is asked about, or all."""

from __future__ import annotations

import pytest

from tuibrowser.insight.reuse import reuse
from tuibrowser.insight.reuse_shares import shares_of
from tuibrowser.store.answers import wordings
from tuibrowser.store.library import Library


@pytest.mark.parametrize("remembered", ["all", "little"])
def test_shares_are_those_that_each_report_has_by_itself(
    sample_library: Library, remembered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the library remembers of what it was asked for another report."""
    if remembered == "little":
        monkeypatch.setattr(wordings, "_MOST_KNOWN", 20)
        monkeypatch.setattr(wordings, "_MOST_ANSWERS", 5)
        monkeypatch.setattr(wordings, "_MOST_CHARACTERS", 9_000)
    alone = {}
    with sample_library.read() as reader:
        shas = [entry.sha256 for entry in reader.entries()]
        for sha256 in shas:
            shelf = reader.wordings()
            alone[sha256] = reuse(reader.report(sha256), shelf, shelf.units()).shares._asdict()
    with sample_library.read() as reader:
        assert shares_of(reader, [*shas, "0" * 64]) == alone
    assert len({tuple(it.values()) for it in alone.values()}) > len(shas) / 2
