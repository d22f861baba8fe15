"""What goes into a library comes out of it, in the promised order."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from copies import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from store_reports import report_of, reports

from tuibrowser.model.report import Figure, Place, Report, Section
from tuibrowser.store.index.tokens import kind_token, place_token, role_token
from tuibrowser.store.library import Interrupted, Library, Unstorable


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library.sqlite3")


def put(library: Library, *reports: Report) -> None:
    """Store each report as the only content of a source of its own."""
    with library.write() as writer:
        for number, report in enumerate(reports):
            writer.put(report, Path(f"/reports/{report.sha256}-{number}.txt"), 1, 1)


@settings(deadline=None, max_examples=40)
@given(st.lists(reports(), min_size=1, max_size=4, unique_by=lambda report: report.sha256))
def test_any_report_comes_back_whole(stored: Sequence[Report]) -> None:
    with TemporaryDirectory() as folder:
        library = filled(Path(folder, "library.sqlite3"), [], 0)
        put(library, *stored)
        with library.read() as reader:
            found = [reader.report(report.sha256) for report in stored]
            assert found == list(stored)
            kept = [[type(figure.value) for figure in report.figures] for report in found]
            assert kept == [[type(figure.value) for figure in report.figures] for report in stored]
            assert reader.faults() == []


def test_unknown_report_is_a_key_error(library: Library) -> None:
    put(library, report_of())
    with library.read() as reader:
        with pytest.raises(KeyError):
            reader.report("0" * 64)
        with pytest.raises(KeyError):
            reader.number("0" * 64)
        with pytest.raises(KeyError):
            reader.word_starts("0" * 64)
    with library.write() as writer, pytest.raises(KeyError):
        writer.remove("0" * 64)


@given(
    st.lists(
        st.tuples(st.sampled_from([None, "柳溪镇", "云岭镇"]), st.sampled_from([None, 2022, 2023])),
        min_size=1,
        max_size=9,
    )
)
def test_a_report_has_one_number_however_it_is_asked_for(
    named: list[tuple[str | None, int | None]],
) -> None:
    with TemporaryDirectory() as folder:
        library = filled(Path(folder, "library.sqlite3"), [], 0)
        texts = [f"第{number}份。" for number in range(len(named))]
        stored = [
            report_of(
                text,
                issuer=issuer,
                year=year,
                place=Place(county=f"{'甲乙丙'[number % 3]}县" if issuer else None),
            )
            for number, (text, (issuer, year)) in enumerate(zip(texts, named, strict=True))
        ]
        put(library, *stored)
        with library.read() as reader:
            entries = {entry.sha256: entry.number for entry in reader.entries()}
            assert {it.sha256: reader.number(it.sha256) for it in stored} == entries
            # The latest is the first, and no two of one unit and year share a number.
            taken = {(it.issuer, it.year, it.place, entries[it.sha256]) for it in stored}
            assert len(taken) == len(stored)
            assert entries[stored[-1].sha256] == 1


def test_entries_are_sorted_by_place_issuer_year_and_number(library: Library) -> None:
    somewhere = Place("天津市", "天津市", "蓟州区")
    nowhere = Place()
    put(
        library,
        report_of("一。", issuer="乙镇", year=2023, place=somewhere),
        report_of("二。", issuer="乙镇", year=2022, place=somewhere),
        report_of("三。", issuer="甲镇", year=2023, place=somewhere),
        report_of("四。", issuer="丙镇", year=2023, place=nowhere),
        report_of("五。", issuer="丙镇", year=None, place=nowhere),
        report_of("六。", issuer=None, year=2023, place=nowhere),
        report_of("七。", issuer="丙镇", year=2023, place=nowhere),
    )
    with library.read() as reader:
        entries = reader.entries()
    assert [(entry.issuer, entry.year, entry.number) for entry in entries] == [
        (None, 2023, 1),
        ("丙镇", None, 1),
        ("丙镇", 2023, 1),
        ("丙镇", 2023, 2),
        ("甲镇", 2023, 1),
        ("乙镇", 2022, 1),
        ("乙镇", 2023, 1),
    ]
    latest, earlier = entries[2:4]
    with library.read() as reader:
        assert reader.report(latest.sha256).text == "七。"
        assert reader.report(earlier.sha256).text == "四。"


def test_passages_come_newest_year_first_and_in_text_order_within_a_report(
    library: Library,
) -> None:
    put(
        library,
        report_of("普法甲。普法乙。", year=2022),
        report_of("普法丙。普法丁。", year=2024),
        report_of("普法戊。", year=None),
        report_of("普法己。", year=2023),
    )
    with library.read() as reader:
        found = reader.passages(["普法"], limit=99)
        assert [passage.text for passage in found] == [
            "普法丙。", "普法丁。", "普法己。", "普法甲。", "普法乙。", "普法戊。",
        ]  # fmt: skip
        assert [passage.year for passage in found] == [2024, 2024, 2023, 2022, 2022, None]
        assert reader.passages([], limit=99) == found
        assert reader.passages(["普法", "法丁"], limit=99) == [found[1]]


def test_a_report_indexed_later_stands_first_within_its_year(library: Library) -> None:
    put(library, report_of("普法甲。", issuer="甲镇"), report_of("普法乙。", issuer="乙镇"))
    with library.read() as reader:
        assert [p.issuer for p in reader.passages(["普法"], limit=9)] == ["乙镇", "甲镇"]


def test_paging_with_before_gives_every_passage_once(library: Library) -> None:
    put(library, *(report_of(f"普法{n}。调解{n}。普法{n}。", year=2020 + n) for n in range(5)))
    with library.read() as reader:
        for tokens in (["普法"], []):
            whole = reader.passages(tokens, limit=99)
            pages = []
            before = None
            while page := reader.passages(tokens, before=before, limit=2):
                pages += page
                before = page[-1].id
            assert pages == whole
            assert reader.count(tokens, None, 99) == len(whole)


def test_years_narrow_passages_and_counts(library: Library) -> None:
    put(library, *(report_of(f"普法{year}。", year=year) for year in (2021, 2022, 2023, None)))
    with library.read() as reader:

        def years_of(first: int, last: int) -> list[int | None]:
            found = reader.passages(["普法"], years=(first, last), limit=99)
            assert reader.count(["普法"], (first, last), 99) == len(found)
            assert reader.passages([], years=(first, last), limit=99) == found
            return [passage.year for passage in found]

        assert years_of(2022, 2023) == [2023, 2022]
        assert years_of(2022, 2022) == [2022]
        assert years_of(0, 99_999_999_999) == [2023, 2022, 2021]
        assert years_of(2023, 2022) == []
        assert years_of(99_999, 999_999) == []


def test_count_stops_at_its_ceiling(library: Library) -> None:
    put(library, report_of("普法。" * 20))
    with library.read() as reader:
        assert reader.count(["普法"], None, 7) == 7
        assert reader.count([], None, 7) == 7
        assert reader.count(["普法"], None, 100) == 20


def test_filter_tokens_narrow_by_place_kind_and_role(library: Library) -> None:
    put(
        library,
        report_of("普法甲。", place=Place("北京市", "北京市", "大兴区")),
        report_of("普法乙。落款", place=Place("北京市", "北京市", "海淀区")),
    )
    with library.read() as reader:

        def texts(*tokens: str) -> set[str]:
            return {passage.text for passage in reader.passages(tokens, limit=99)}

        assert texts("普法", place_token("大兴")) == {"普法甲。"}
        assert texts(place_token("海淀区"), kind_token("measures_results")) == {"普法乙。"}
        assert texts(place_token("北京"), role_token("other")) == {"落款"}
        assert texts(place_token("通州")) == set()


def test_a_record_names_its_nearest_heading(library: Library) -> None:
    heading = Section(1, "主要举措", "一、", "measures_results", (), 1, 0, 6)
    plain = report_of("一、主要举措。普法。")
    passages = tuple(passage._replace(section=0) for passage in plain.passages)
    put(library, replace(plain, sections=(heading,), passages=passages))
    with library.read() as reader:
        (record,) = reader.passages(["普"], limit=9)
    assert record.heading == "主要举措"
    assert record.section_kind == "measures_results"
    assert plain.text[record.start : record.end] == record.text == "普法。"


def test_a_number_beyond_64_bits_is_kept_as_a_float(library: Library) -> None:
    figure = Figure(10**30, "元", None, None, None, 0, 2)
    report = replace(report_of(), figures=(figure,))
    put(library, report)
    with library.read() as reader:
        assert reader.report(report.sha256).figures[0].value == pytest.approx(1e30)


def test_a_report_against_the_schema_is_refused_alone(library: Library) -> None:
    good, bad = report_of("好。"), replace(report_of("坏。"), year=0)
    surrogate = replace(report_of("坏编码。"), title="\ud800")
    with library.write() as writer:
        writer.put(good, Path("/reports/good.txt"), 1)
        for broken in (bad, surrogate):
            with pytest.raises(Unstorable, match="请"):
                writer.put(broken, Path("/reports/bad.txt"), 1)
    with library.read() as reader:
        assert [entry.sha256 for entry in reader.entries()] == [good.sha256]
        assert reader.passages(["坏"], limit=9) == []
        assert reader.faults() == []


def test_same_content_at_two_paths_is_one_report(library: Library) -> None:
    report = report_of()
    with library.write() as writer:
        assert writer.put(report, Path("/a/one.txt"), 1, 5) is True
        assert writer.put(replace(report, file="two.txt"), Path("/a/two.txt"), 2, 5) is False
        for name in ("one", "two"):
            known = writer.sources.known(Path(f"/a/{name}.txt"))
            assert known is not None
            assert known.sha256 == report.sha256
    with library.read() as reader:
        assert [entry.file for entry in reader.entries()] == ["two.txt"]
        assert len(reader.passages(["普法"], limit=9)) == 1


def test_a_changed_source_replaces_its_report_unless_another_source_holds_it(
    library: Library,
) -> None:
    old, new, newest = (report_of(f"普法{word}。") for word in "旧新最")
    with library.write() as writer:
        writer.put(old, Path("/a/one.txt"), 1)
        writer.put(old, Path("/a/two.txt"), 1)
        writer.put(new, Path("/a/two.txt"), 2)
    with library.read() as reader:
        kept = {entry.sha256: entry.file for entry in reader.entries()}
    assert set(kept) == {old.sha256, new.sha256}
    assert kept[old.sha256] == "one.txt"
    with library.write() as writer:
        writer.put(newest, Path("/a/one.txt"), 3)
    with library.read() as reader:
        assert {entry.sha256 for entry in reader.entries()} == {new.sha256, newest.sha256}
        assert reader.passages(["旧"], limit=9) == []
        assert reader.faults() == []


def test_two_texts_of_one_issuer_and_year_both_stay(library: Library) -> None:
    put(library, report_of("一稿。"), report_of("二稿。"))
    with library.read() as reader:
        texts = {entry.number: reader.report(entry.sha256).text for entry in reader.entries()}
    assert texts == {1: "二稿。", 2: "一稿。"}


def test_removing_takes_everything_of_a_report(library: Library) -> None:
    report = report_of()
    put(library, report, report_of("其他。"))
    with library.write() as writer:
        writer.remove(report.sha256)
        assert not writer.has(report.sha256)
        assert writer.sources.known(Path(f"/reports/{report.sha256}-0.txt")) is None
    connection = sqlite3.connect(library.path)
    tables = ("report", "source", "section_state", "passage")
    counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in tables]
    connection.close()
    assert counts == [(1,), (1,), (5,), (1,)]
    with library.read() as reader:
        assert reader.passages(["普法"], limit=9) == []
        assert reader.faults() == []


def test_parsing_again_keeps_order_sources_and_words(library: Library) -> None:
    first, second = report_of("一稿。"), report_of("二稿。")
    put(library, first, second)
    with library.write() as writer:
        writer.upkeep.set_word_starts(first.sha256, b"\x05")
        writer.reparse(replace(first, title="新标题", year=2020, file="stored"))
    with library.read() as reader:
        entries = {entry.sha256: entry for entry in reader.entries()}
        changed = entries[first.sha256]
        assert (changed.title, changed.year, changed.file) == ("新标题", 2020, first.file)
        assert reader.word_starts(first.sha256) == b"\x05"
        assert reader.sha256s() == [first.sha256, second.sha256]
        assert [p.text for p in reader.passages(["稿"], limit=9)] == ["二稿。", "一稿。"]
        assert reader.faults() == []


def test_word_starts_are_missing_until_they_are_set(library: Library) -> None:
    one, two = report_of("一。"), report_of("二。")
    put(library, one, two)
    with library.write() as writer:
        assert writer.upkeep.without_words() == [one.sha256, two.sha256]
        writer.upkeep.set_word_starts(one.sha256, b"\x03")
        assert writer.upkeep.without_words() == [two.sha256]
    with library.read() as reader:
        assert reader.word_starts(one.sha256) == b"\x03"
        assert reader.word_starts(two.sha256) is None
        assert reader.report(one.sha256).word_starts == b"\x03"
        assert reader.report(two.sha256).word_starts is None


def test_version_changes_with_the_library_only(library: Library) -> None:
    put(library, report_of("一。"))
    with library.read() as reader:
        before = reader.version
        reader.entries()
    with library.read() as reader:
        assert reader.version == before
    put(library, report_of("二。"))
    with library.read() as reader:
        assert reader.version != before


def test_a_reader_sees_one_state_while_another_program_writes(library: Library) -> None:
    put(library, report_of("一。"))
    with ExitStack() as reading:
        with library.write(bulk=True) as writer:
            reader = reading.enter_context(library.read())
            writer.put(report_of("二。"), Path("/a/two.txt"), 1)
            writer.commit()
            assert len(reader.entries()) == 1
            with library.read() as later:
                assert len(later.entries()) == 2
        # The reader keeps the library from becoming one plain file; the next writer does that.
        assert len(reader.entries()) == 1
        assert not library.at_rest()
    put(library, report_of("三。"))
    assert library.at_rest()
    with library.read() as reader:
        assert len(reader.entries()) == 3


def test_an_interrupted_reader_stays_stopped(library: Library) -> None:
    put(library, report_of("普法。" * 300))
    with library.read() as reader:
        # As if another thread had called while SQLite was busy.
        reader._connection.set_progress_handler(reader.interrupt, 50)
        with pytest.raises(Interrupted):
            reader.passages(["普法"], limit=999)
        with pytest.raises(Interrupted):
            reader.entries()
    with library.read() as reader:
        assert reader.count(["普法"], None, 999) == 300
    reader.interrupt()


def test_a_writer_leaves_one_plain_file_with_fts_set_back(library: Library) -> None:
    with library.write(bulk=True) as writer:
        writer.put(report_of(), Path("/a/one.txt"), 1)
    assert [path.name for path in library.path.parent.iterdir()] == [library.path.name]
    connection = sqlite3.connect(library.path)
    config = dict(connection.execute("SELECT k, v FROM passage_index_config").fetchall())
    mode = connection.execute("PRAGMA journal_mode").fetchone()
    connection.close()
    assert config["hashsize"] == 1024 * 1024
    assert mode == ("delete",)
