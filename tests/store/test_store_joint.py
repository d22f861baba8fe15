"""Several libraries answer as one that holds all of their reports."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.insight.other_years import other_years
from tuibrowser.model.report import Place, Report
from tuibrowser.model.search import Filters, Hit
from tuibrowser.search.facets import facets
from tuibrowser.search.find import search
from tuibrowser.store.answers.directions import Meanings
from tuibrowser.store.answers.wordings import Wordings
from tuibrowser.store.choice import LibraryChoice
from tuibrowser.store.errors import LibraryError, LibraryMissing
from tuibrowser.store.joint.directions import JointMeanings
from tuibrowser.store.joint.ids import MOST, JointIds, by_library, library_of
from tuibrowser.store.joint.library import JointLibrary
from tuibrowser.store.joint.reader import JointReader
from tuibrowser.store.joint.wordings import JointWordings
from tuibrowser.store.library import Interrupted, Library, Reader, belongs_to_library, library_at
from tuibrowser.store.refs.beginnings import refs_beginning
from tuibrowser.store.rows.numbering import WIDEST, Numbering
from tuibrowser.text.fold import squash

# Which of nine reports each library holds; what several hold counts as the last one's.
SPLITS = {
    "one each": [[0, 1, 2, 3, 4], [5, 6, 7, 8]],
    "years apart": [[0, 2, 4, 6, 8], [1, 3, 5, 7]],
    "some in both": [[0, 1, 2, 3, 4, 5], [2, 5, 6, 7, 8]],
    "one within the other": [[0, 1, 2, 3, 4, 5, 6, 7, 8], [8, 3]],
    "all in both": [[0, 1, 2, 3, 4, 5, 6, 7, 8]] * 2,
    "three": [[0, 1, 2, 6], [2, 3, 4], [4, 5, 7, 8, 0]],
    "one's own empty": [[0, 1, 2, 3, 4, 5, 6, 7, 8], []],
}


@pytest.fixture(scope="module")
def nine(_indexed_samples: Path) -> list[Report]:
    """Reports of towns, years and places, one of them without year."""
    with Library(_indexed_samples).read() as reader:
        found = [reader.report(it.sha256) for it in reader.entries()][:7]
    again = replace(found[0], sha256="a" * 64, file="另一稿.txt")
    return [*found, again, replace(found[1], sha256="b" * 64, file="无年份.txt", year=None)]


EXPECTED = (1, 1_000, 1_000_000)
"""Reports that each library is told to expect, so that passages are numbered otherwise in each."""


def filled(path: Path, reports: Sequence[Report], expected: int = 1) -> Library:
    library = Library(path)
    with library.write() as writer:
        writer.upkeep.make_room(expected)
        for report in reports:
            writer.put(report, Path("/报告") / report.file, 1)
        writer.upkeep.set_meaning([report.sha256 for report in reports])
    return library


class Pair:
    """Several libraries read as one, and one that holds all, the last one's put in last."""

    def __init__(self, folder: Path, split: list[list[int]], nine: Sequence[Report]) -> None:
        self.parts = [
            filled(folder / f"{number}.sqlite3", [nine[it] for it in part], EXPECTED[number])
            for number, part in enumerate(split)
        ]
        order = [
            it
            for number, part in enumerate(split)
            for it in part
            if not any(it in later for later in split[number + 1 :])
        ]
        self.whole = filled(folder / "whole.sqlite3", [nine[it] for it in order])
        self.joint = JointLibrary(self.parts)

    def agree(self, ask: Callable[[Reader], Any]) -> None:
        with self.joint.read() as joint, self.whole.read() as whole:
            assert ask(joint) == ask(whole)


@pytest.fixture(params=[*SPLITS.values()], ids=[*SPLITS], scope="module")
def pair(
    request: pytest.FixtureRequest, nine: list[Report], tmp_path_factory: pytest.TempPathFactory
) -> Pair:
    return Pair(tmp_path_factory.mktemp("joint"), request.param, nine)


def told(hits: Sequence[Hit]) -> list[tuple[object, ...]]:
    """Hits without the ids that their passages have in a library."""
    return [(*hit.passage[1:], hit.spans, hit.how, hit.score) for hit in hits]


def test_the_reports_are_listed_named_and_numbered_as_in_one(pair: Pair) -> None:
    pair.agree(lambda it: it.entries())
    pair.agree(lambda it: {entry.sha256: it.number(entry.sha256) for entry in it.entries()})
    pair.agree(lambda it: {entry.sha256: entry.number for entry in it.entries()})
    pair.agree(lambda it: set(it.sha256s()))
    spans = (None, (2023, 2023), (2022, 2024))
    pair.agree(lambda it: [it.unplaced(years) for years in spans])


def test_what_a_report_says_is_said_as_in_one(pair: Pair, nine: Sequence[Report]) -> None:
    shas = [it.sha256 for it in nine]
    pair.agree(lambda it: [it.report(sha256) for sha256 in shas])
    pair.agree(lambda it: [it.figures(sha256) for sha256 in shas])
    pair.agree(lambda it: [it.word_starts(sha256) for sha256 in shas])
    pair.agree(lambda it: [it.versions(sha256) for sha256 in shas])
    pair.agree(lambda it: [it.sources(sha256) for sha256 in shas])
    pair.agree(lambda it: [it.has(sha256) for sha256 in (*shas, "c" * 64)])
    pair.agree(lambda it: it.tallies(shas))
    pair.agree(lambda it: it.doubts())
    pair.agree(lambda it: {it.stored_text(number) for number, _ in it.names()})
    pair.agree(lambda it: it.is_source(Path("/报告") / nine[3].file))
    with pair.joint.read() as reader:
        assert reader.broken() == []
        assert reader.faults() == []
        assert reader.index_agrees()
        for ask in (reader.report, reader.figures, reader.number, reader.versions):
            with pytest.raises(KeyError):
                ask("c" * 64)


@pytest.mark.parametrize(
    "raw",
    [
        "调解",
        "法治",
        "矛盾 纠纷",
        "tiaojie",
        "矛盾调节",
        "xzzf",
        "年:2023 法治",
        "地:青棠 普法",
        "的",
        "邻里吵架怎么办",
        "",
    ],
)
@pytest.mark.parametrize("limit", [3, 20, 500])
def test_searching_finds_the_same_in_the_same_order(pair: Pair, raw: str, limit: int) -> None:
    filters = Filters() if raw else Filters(years=(2023, 2024))
    with pair.joint.read() as joint, pair.whole.read() as whole:
        one = search(joint, raw, filters, limit, forgiving=True)
        other = search(whole, raw, filters, limit, forgiving=True)
    assert told(one.hits) == told(other.hits)
    assert (one.total, one.total_exact, one.near) == (other.total, other.total_exact, other.near)


def test_counts_are_over_all_of_them(pair: Pair) -> None:
    def counted(reader: Reader) -> object:
        found = facets(reader, "法治")
        return found.years, sorted(found.issuers, key=str)

    pair.agree(counted)
    pair.agree(lambda it: it.years())
    ceilings = (0, 1, 5, 10_000)
    pair.agree(lambda it: [it.count(["法治"], None, ceiling) for ceiling in ceilings])
    pair.agree(lambda it: [it.count((), (2023, 2023), ceiling) for ceiling in ceilings])


def test_the_same_measure_is_found_in_other_years(pair: Pair) -> None:
    def found(reader: Reader) -> object:
        hits = search(reader, "纠纷", limit=5).hits
        return [
            [(it.year, it.has_report, it.nearest and it.nearest[1:]) for it in years]
            for years in (other_years(reader, hit.passage) for hit in hits)
        ]

    pair.agree(found)


def test_wordings_stand_where_they_stand_in_one(pair: Pair, nine: Sequence[Report]) -> None:
    texts = [squash(nine[1].slice(it)) for it in nine[1].measures]
    stretches = [(text[at : at + 3],) for text in texts for at in range(0, len(text) - 3, 9)]

    def found(reader: Reader) -> object:
        shelf = reader.wordings()
        held = shelf.holders(stretches, 500)
        ids = {it for found in held.values() for it in found}
        texts = shelf.texts(ids)
        return shelf.units(), {
            (it.origin, it.start, it.end, texts[id_]) for id_, it in shelf.passages(ids).items()
        }

    assert stretches
    pair.agree(found)


def test_refs_are_completed_from_all_of_them(pair: Pair, nine: Sequence[Report]) -> None:
    issuer = nine[0].issuer or ""
    beginnings = ("", issuer[:1], issuer, f"{issuer}@", f"{issuer}@{nine[0].year}#")
    pair.agree(lambda it: [refs_beginning(beginning, it) for beginning in beginnings])


def test_each_report_has_the_last_library_for_its_home(pair: Pair) -> None:
    with pair.joint.read() as reader:
        homes = reader.homes()
        assert homes == {sha256: reader.home(sha256) for sha256 in homes}
        with pytest.raises(KeyError):
            reader.home("c" * 64)
    for sha256, home in homes.items():
        having = []
        for part in pair.parts:
            with part.read() as reader:
                having += [part.path] if reader.has(sha256) else []
        assert home == having[-1]
    with pair.whole.read() as reader:
        assert set(homes) == set(reader.sha256s())
        assert reader.homes() == {}


def test_what_is_held_is_told_with_the_ids_of_its_passages(
    pair: Pair, nine: Sequence[Report]
) -> None:
    wanted = [nine[0].sha256, nine[8].sha256, "c" * 64]
    with pair.joint.read() as joint, pair.whole.read() as whole:
        mine = {it.sha256: it for it in joint.held(wanted)}
        assert {it[:4] for it in mine.values()} == {it[:4] for it in whole.held(wanted)}
        for sha256, it in mine.items():
            ids = [id_ for id_ in joint.ids((), limit=10_000) if it.first <= id_ <= it.last]
            assert {record.report for record in joint.records(ids)} == {sha256}
            assert len(ids) == len(joint.report(sha256).passages)


def test_one_of_them_alone_answers_as_by_itself(pair: Pair) -> None:
    choice = LibraryChoice(pair.joint)
    versions = set()
    turns = [None, *(it.path for it in reversed(pair.parts)), None]
    for path in turns[:-1]:
        assert choice.chosen == path
        assert (choice.label == "个人库") == (path == pair.parts[-1].path)
        with choice.read() as reader:
            versions.add(reader.version)
            if path is not None:
                with Library(path).read() as alone:
                    assert reader.entries() == alone.entries()
                    assert told(search(reader, "法治").hits) == told(search(alone, "法治").hits)
        assert choice.choose_next()
    assert choice.chosen is None
    assert len(versions) == len(turns) - 1


def test_of_one_library_there_is_nothing_to_choose(tmp_path: Path, nine: Sequence[Report]) -> None:
    choice = LibraryChoice(filled(tmp_path / "one.sqlite3", nine[:2]))
    assert not choice.choose_next()
    with choice.read() as reader:
        assert len(reader.entries()) == 2


def test_what_changes_in_one_of_them_is_seen(nine: Sequence[Report], tmp_path: Path) -> None:
    pair = Pair(tmp_path, [[0, 1], [2]], nine)
    with pair.joint.read() as reader:
        before = reader.version
    with pair.parts[0].write() as writer:
        writer.put(nine[3], Path("/三.txt"), 1)
    with pair.joint.read() as reader:
        assert reader.version != before
        assert reader.has(nine[3].sha256)
    # The same report in one's own, too: still one.
    with pair.joint.write() as writer:
        writer.put(nine[3], Path("/三.txt"), 1)
    with pair.joint.read() as reader:
        assert len(reader.entries()) == 4
        assert reader.homes()[nine[3].sha256] == pair.parts[1].path
        assert len({hit.passage[1:] for hit in search(reader, "法治", limit=500).hits}) == len(
            search(reader, "法治", limit=500).hits
        )


def test_changes_go_to_the_last_alone(nine: Sequence[Report], tmp_path: Path) -> None:
    shared = filled(tmp_path / "shared.sqlite3", nine[:2])
    before = shared.path.read_bytes()
    own = Library(tmp_path / "own.sqlite3")
    library = JointLibrary([shared, own])
    # One's own need not be there yet.
    with library.read() as reader:
        assert len(reader.entries()) == 2
    with library.write() as writer:
        writer.put(nine[2], Path("/二.txt"), 1)
    assert shared.path.read_bytes() == before
    with own.read() as reader:
        assert reader.sha256s() == [nine[2].sha256]
    with library.read() as reader:
        assert len(reader.entries()) == 3
    assert (library.path, library.own, library.libraries) == (own.path, own, (shared, own))
    assert [library.label_of(it.path) for it in library.libraries] == ["共享库", "个人库"]
    assert library.key not in (shared.path, own.path)


def test_ones_own_reports_learn_their_place_from_the_shared_ones(
    nine: Sequence[Report], tmp_path: Path
) -> None:
    told = next(it for it in nine if it.place.county and it.place.township)
    untold = replace(
        told,
        sha256="c" * 64,
        year=2019,
        place=Place(township=told.place.township),
        place_evidence={},
    )
    shared, own = filled(tmp_path / "shared", [told]), filled(tmp_path / "own", [untold])
    joint = JointLibrary([shared, own])

    def place(library: Library) -> Place:
        with library.read() as reader:
            return reader.report(untold.sha256).place

    assert place(joint).county is None
    with joint.write() as writer:
        assert writer.share_places() == 1
        assert writer.share_places() == 0
    assert place(joint) == told.place
    with joint.read() as reader:
        report = reader.report(untold.sha256)
        assert report.place_evidence["county"].words == "本单位另一份报告：在另一个报告库中"
        assert search(reader, f"年:2019 地:{told.place.county}", limit=1).hits
    # It holds where the others are not asked, or cannot be.
    with own.write() as writer:
        assert writer.share_places() == 0
    (tmp_path / "shared").rename(tmp_path / "away")
    with joint.write() as writer:
        assert writer.share_places() == 0
    assert place(own) == told.place
    # What none of them tells any more is forgotten.
    filled(tmp_path / "shared", [])
    with joint.write() as writer:
        assert writer.share_places() == 1
    assert place(own).county is None
    assert not own.check()


def test_a_missing_shared_library_is_said_and_nothing_is_half_searched(
    nine: Sequence[Report], tmp_path: Path
) -> None:
    own = filled(tmp_path / "own.sqlite3", nine[:1])
    library = JointLibrary([Library(tmp_path / "无.sqlite3"), own])
    with pytest.raises(LibraryError, match=r"未找到报告库 .*无.sqlite3，请检查共享"):
        library.read().__enter__()
    nothing = JointLibrary([Library(tmp_path / "无.sqlite3"), Library(tmp_path / "也无.sqlite3")])
    with pytest.raises(LibraryMissing):
        nothing.read().__enter__()
    assert not nothing.exists()


def test_neither_of_them_is_overwritten(nine: Sequence[Report], tmp_path: Path) -> None:
    pair = Pair(tmp_path, [[0], [1]], nine)
    for part in pair.parts:
        assert belongs_to_library(part.path, pair.joint)
        assert belongs_to_library(Path(f"{part.path}-wal"), pair.joint)
    assert not belongs_to_library(tmp_path / "另.sqlite3", pair.joint)


def test_namesakes_of_several_libraries_are_told_apart(
    nine: Sequence[Report], tmp_path: Path
) -> None:
    one, other = (
        replace(
            nine[0], sha256=f"{number:064x}", issuer="城关镇", place=Place("晋原省", None, county)
        )
        for number, county in enumerate(("云台县", "清河县"), 1)
    )
    libraries = [filled(tmp_path / f"{it.sha256[-1]}.sqlite3", [it]) for it in (one, other)]
    joint = JointLibrary(libraries)
    with joint.read() as reader:
        year = one.year
        names = [entry.name for entry in reader.entries()]
        assert names == [f"清河县城关镇{year}", f"云台县城关镇{year}"]
        assert [reader.report(it.sha256).name for it in (other, one)] == names
        assert {it.unit for it in reader.passages([], limit=999)} == {
            "云台县城关镇", "清河县城关镇",
        }  # fmt: skip
    with libraries[0].read() as reader:
        assert reader.report(one.sha256).name == f"城关镇{year}"


def test_who_is_told_to_stop_stops_in_all_of_them(nine: Sequence[Report], tmp_path: Path) -> None:
    pair = Pair(tmp_path, [[0], [1]], nine)
    with pair.joint.read() as reader:
        reader.interrupt()
        with pytest.raises(Interrupted):
            reader.ids(["法治"], limit=5)


def test_libraries_are_named_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one.sqlite3", tmp_path / "two.sqlite3"
    assert [it.path for it in library_at([one, two]).libraries] == [one, two]
    assert [it.path for it in library_at([one, one]).libraries] == [one]
    monkeypatch.setenv("TUIBROWSER_DB", f"{one}:{two}")
    assert [it.path for it in library_at().libraries] == [one, two]
    assert [it.path for it in library_at([two]).libraries] == [two]
    # A file may have a colon in its name.
    odd = tmp_path / "one:two.sqlite3"
    odd.touch()
    monkeypatch.setenv("TUIBROWSER_DB", str(odd))
    assert [it.path for it in library_at().libraries] == [odd]
    many = [tmp_path / f"{number}.sqlite3" for number in range(MOST + 1)]
    with pytest.raises(LibraryError, match=f"最多打开 {MOST} 个"):
        library_at(many).path  # noqa: B018


MADE_OF_OTHERS = {"number"}
"""What ``Reader`` answers out of its other answers alone."""


def test_every_question_of_one_library_can_be_asked_of_several() -> None:
    for one, several in (
        (Reader, JointReader),
        (Wordings, JointWordings),
        (Meanings, JointMeanings),
    ):
        own = (it for it in several.__mro__ if it not in one.__mro__)
        answered = {name for it in own for name in vars(it)}
        for cls in one.__mro__[:-1]:
            for name, member in vars(cls).items():
                public = not name.startswith("_")
                if public and (inspect.isfunction(member) or isinstance(member, property)):
                    assert name in answered or name in MADE_OF_OTHERS


NUMBERINGS = st.sampled_from([Numbering(1999, 13), Numbering(0, 20), WIDEST])
SHELVES = st.tuples(*[NUMBERINGS] * MOST).map(
    lambda found: [JointIds(number, it) for number, it in enumerate(found)]
)
PLACED = st.tuples(
    st.sampled_from([0, 2000, 2001, 2023]), st.integers(1, 2**13 - 1), st.integers(0, MOST - 1)
)
"""Year, number within the year, library."""


@given(SHELVES, st.lists(PLACED), PLACED)
def test_ids_keep_their_order_and_bounds(
    shelves: list[JointIds], passages: list[tuple[int, int, int]], before: tuple[int, int, int]
) -> None:
    def own_of(passage: tuple[int, int, int]) -> int:
        year, number, library = passage
        return shelves[library].numbering.lowest(year) + number

    joint = [shelves[it[2]].joint(own_of(it)) for it in passages]
    assert [library_of(it) for it in joint] == [it[2] for it in passages]
    assert [shelves[library_of(it)].own(it) for it in joint] == [own_of(it) for it in passages]
    # Newest year first, of a year the later library's.
    assert [WIDEST.year_of(it) for it in joint] == [it[0] for it in passages]
    by_rank = sorted(passages, key=lambda it: (it[0], it[2], it[1]))
    assert [shelves[it[2]].joint(own_of(it)) for it in by_rank] == sorted(joint)
    libraries = dict(enumerate(shelves))
    parts = {its.library: own for its, own in by_library([*joint, -1, -7], libraries)}
    assert parts == {
        number: own
        for number in libraries
        if (own := [own_of(it) for it in passages if it[2] == number])
    }
    assert [*by_library(joint, {})] == []
    bound = shelves[before[2]].joint(own_of(before))
    for passage, id_ in zip(passages, joint, strict=True):
        shelf = shelves[passage[2]]
        assert (id_ < bound) == (own_of(passage) < shelf.bound(bound))


def test_a_bound_of_a_year_that_a_library_cannot_have_is_below_all_its_dated_passages() -> None:
    late = JointIds(0, Numbering(1999, 13))
    bound = JointIds(1, WIDEST).joint(WIDEST.lowest(1987) + 5)
    assert late.bound(bound) == late.numbering.lowest(2000)
