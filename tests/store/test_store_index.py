"""The search index holds what a scan of the stored passages says, whatever happened before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from copies import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from store_reports import report_of, reports

from tuibrowser.model.report import Passage, Place, Report
from tuibrowser.model.terms import ROLES
from tuibrowser.store.index import entry as index
from tuibrowser.store.index import postings, tokens
from tuibrowser.store.library import Library
from tuibrowser.text.equivalence import equate
from tuibrowser.text.grams import grams

_SOURCES = [Path(f"/reports/{name}.txt") for name in "abcd"]


class ChangingLibrary(RuleBasedStateMachine):
    """Adds, changes, parses again and removes; a dictionary is what should be in the library."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = mkdtemp()
        self.library = filled(Path(self.folder, "library.sqlite3"), [], 0)
        self.stored: dict[str, Report] = {}
        self.sources: dict[Path, str] = {}

    def teardown(self) -> None:
        rmtree(self.folder)

    @rule(report=reports(), source=st.sampled_from(_SOURCES), bulk=st.booleans())
    def put(self, report: Report, source: Path, bulk: bool) -> None:
        with self.library.write(bulk=bulk) as writer:
            writer.put(report, source, 1, 1)
        self.stored.setdefault(report.sha256, report)
        before = self.sources.get(source)
        self.sources[source] = report.sha256
        if before and before not in self.sources.values():
            del self.stored[before]

    @rule(data=st.data())
    def put_known_text_elsewhere(self, data: st.DataObject) -> None:
        if self.stored:
            sha256 = data.draw(st.sampled_from(sorted(self.stored)))
            self.put(self.stored[sha256], data.draw(st.sampled_from(_SOURCES)), False)

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        if self.stored:
            sha256 = data.draw(st.sampled_from(sorted(self.stored)))
            with self.library.write() as writer:
                writer.remove(sha256)
            del self.stored[sha256]
            self.sources = {path: held for path, held in self.sources.items() if held != sha256}

    @rule(data=st.data(), again=reports())
    def parse_again(self, data: st.DataObject, again: Report) -> None:
        if self.stored:
            sha256 = data.draw(st.sampled_from(sorted(self.stored)))
            text = self.stored[sha256].text
            # Another parser sees other parts in the same text.
            ends = [it.end for it in again.passages[:-1] if it.end < len(text)] + [len(text)]
            passages = tuple(
                it._replace(start=start, end=end)
                for it, start, end in zip(again.passages, [0, *ends], ends, strict=False)
            )
            sections = tuple(
                section._replace(
                    start=min(section.start, len(text)), end=min(section.end, len(text))
                )
                for section in again.sections
            )
            parsed = replace(
                again, sha256=sha256, text=text, passages=passages, sections=sections, figures=()
            )
            with self.library.write() as writer:
                writer.reparse(parsed)
            self.stored[sha256] = replace(parsed, file=self.stored[sha256].file)

    @rule(report=reports())
    def fail_half_way(self, report: Report) -> None:
        broken = Passage("measure", 5, 4, None, None)
        with self.library.write() as writer, pytest.raises(Exception, match="CHECK"):
            writer.put(
                replace(report, sha256="f" * 64, passages=(*report.passages, broken)),
                _SOURCES[0],
                1,
            )

    @invariant()
    def index_equals_a_scan(self) -> None:
        for sounds in (False, True):
            expected: dict[str, set[tuple[str, int, int]]] = defaultdict(set)
            for report in self.stored.values():
                shared = index.report_tokens(report.place, report.issuer)
                for passage in report.passages:
                    row = index.index_row(report.text, passage, shared)
                    for token in row.split(" "):
                        is_sound = token.startswith("\ue002")
                        if is_sound == sounds or token.startswith(("\ue000", "\ue001")):
                            asked = token.removeprefix("\ue002")
                            expected[asked].add((report.sha256, passage.start, passage.end))
            with self.library.read() as reader:
                for token, passages in expected.items():
                    found = reader.records(reader.ids([token], limit=999, sounds=sounds))
                    assert {(p.report, p.start, p.end) for p in found} == passages
                    assert len(found) == len(passages)
                    if not sounds:
                        assert reader.passages([token], limit=999) == found
                    # A posting that was left behind has no passage to join, but is counted.
                    assert reader.count([token], None, 999, sounds=sounds) == len(passages)
                indexed = [
                    reader.count([tokens.role_token(role)], None, 999, sounds=sounds)
                    for role in ROLES
                ]
                stored = sum(len(report.passages) for report in self.stored.values())
                assert sum(indexed) == stored
        with self.library.read() as reader:
            assert reader.faults() == []


TestChangingLibrary = ChangingLibrary.TestCase
TestChangingLibrary.settings = settings(deadline=None, max_examples=15, stateful_step_count=12)


def test_stale_rows_would_be_noticed(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    report = report_of()
    with library.write() as writer:
        writer.put(report, Path("/a.txt"), 1)
        # What happens when a row is taken out with other tokens than it was put in with.
        writer._tables.execute("DELETE FROM passage")
    assert any("不一致" in finding for finding in library.check())


@pytest.mark.parametrize("rows", [1, 200])
def test_rows_of_an_index_that_no_passage_has_are_noticed(tmp_path: Path, rows: int) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of(), Path("/a.txt"), 1)
    assert library.check() == []
    with library.write() as writer:
        for number in range(rows):
            writer._tables.execute(
                f"INSERT INTO passage_index (rowid, tokens) VALUES ({number + 7}, '纠纷')"
            )
    assert any("不一致" in finding for finding in library.check())


@given(st.text())
def test_filter_tokens_are_never_grams(text: str) -> None:
    made = {tokens.place_token(text), tokens.issuer_token(text), tokens.theme_token(text)}
    made |= {tokens.kind_token("measures_results"), tokens.role_token("measure")}
    # Of a value without letters no token is made that anybody would ask for.
    made = {token for token in made if len(token) > 2}
    assert not made & grams(text + "".join(made))
    assert all(token.startswith("\ue000") and "_" not in token for token in made)


def test_places_are_found_by_full_and_short_name() -> None:
    shared = index.report_tokens(Place("内蒙古自治区", None, "大兴区", "旧宫镇"), "旧宫镇")
    for name in (
        "内蒙古自治区",
        "内蒙古",
        "大兴区",
        "大兴",
        "旧宫镇",
        "旧宫",
        "大興區",
        "旧 宫 镇",
    ):
        assert tokens.place_token(name) in shared
    assert tokens.issuer_token("旧宫") in shared
    assert tokens.issuer_token("大兴") not in shared


@pytest.fixture(scope="module")
def one_report(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = Library(tmp_path_factory.mktemp("one") / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of("普法宣传"), Path("/a.txt"), 1)
    return library


@settings(deadline=None)
@given(text=st.text())
def test_no_query_is_fts_syntax(one_report: Library, text: str) -> None:
    asked = sorted(grams(equate(text)))
    with one_report.read() as reader:
        found = reader.passages([*asked, tokens.place_token(text)], limit=9)
    assert found == []


def test_fts_words_are_searched_for_as_words(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of("NOT AND OR NEAR。普法。"), Path("/a.txt"), 1)
    with library.read() as reader:
        assert len(reader.passages(["no", "ot"], limit=9)) == 1
        assert reader.passages(["or", "普法"], limit=9) == []


def test_other_rules_make_the_index_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(tmp_path / "library.sqlite3")
    one, two = report_of("普法甲。"), report_of("普法乙。")
    with library.write() as writer:
        writer.put(one, Path("/a.txt"), 1)
        writer.put(two, Path("/b.txt"), 1)
    progress: list[tuple[int, int]] = []
    with monkeypatch.context() as patch:
        patch.setattr(postings, "token_version", lambda: "another")
        patch.setattr(postings, "index_row", lambda *_: "新")
        with library.write() as writer:
            writer.upkeep.renew_index(lambda *step: progress.append(step))
        with library.read() as reader:
            assert reader.passages(["普法"], limit=9) == []
            assert len(reader.passages(["新"], limit=9)) == 2
    assert progress == [(0, 2), (1, 2)]
    # Back in this version, any change puts the rows right before it takes one out.
    with library.write() as writer:
        writer.remove(one.sha256)
    with library.read() as reader:
        assert [passage.text for passage in reader.passages(["普法"], limit=9)] == ["普法乙。"]
        assert reader.passages(["新"], limit=9) == []
        assert reader.faults() == []
