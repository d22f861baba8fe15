"""The index of sounds, and libraries that an older version made without it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from older import make_older
from store_reports import report_of

from tuibrowser.model.search import SynonymGroup
from tuibrowser.store.file import migrate
from tuibrowser.store.file.connection import connect
from tuibrowser.store.index.tokens import Token, initials_token, issuer_token
from tuibrowser.store.library import Library
from tuibrowser.text.soundgrams import groups_of, syllable_pairs


@pytest.fixture
def old_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library as the first version of the program made it."""
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of("调解纠纷。普法。"), Path("/a.txt"), 1)
        writer.put(report_of("普法宣传。", year=2021), Path("/b.txt"), 1)
    make_older(library.path, 1)
    return library


def test_sounds_are_asked_for_by_pairs_and_by_initials(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of("调解纠纷。普法。"), Path("/a.txt"), 1)
    with library.read() as reader:
        assert reader.knows_sounds
        for tokens in (
            sorted(syllable_pairs("条姐")),
            [tuple(map(initials_token, clause)) for clause in groups_of("tjjf")],
            [*sorted(syllable_pairs("条姐")), issuer_token("柳溪")],
        ):
            (id_,) = reader.ids(tokens, limit=9, sounds=True)
            assert reader.records([id_])[0].text == "调解纠纷。"
            assert reader.ids(tokens, limit=9, sounds=True, before=id_) == []
            assert reader.ids(tokens, limit=9, sounds=True, years=(2024, 2025)) == []
        # No pair of sounds is taken for a pair of characters.
        assert reader.ids(sorted(syllable_pairs("条姐")), limit=9) == []
        assert reader.records([]) == []
        assert reader.years() == [2023]


def test_a_library_without_sounds_is_read_as_it_is(old_library: Library) -> None:
    before = old_library.path.read_bytes()
    with old_library.read() as reader:
        assert not reader.knows_sounds
        assert reader.synonyms() == ()
        assert len(reader.passages(["普法"], limit=9)) == 2
        assert reader.faults() == []
    assert old_library.path.read_bytes() == before


def test_the_next_change_gives_it_sounds(old_library: Library) -> None:
    with old_library.write() as writer:
        writer.upkeep.set_synonyms([SynonymGroup(("举措", "措施"))])
    with old_library.read() as reader:
        assert reader.knows_sounds
        assert len(reader.ids(sorted(syllable_pairs("普法")), limit=9, sounds=True)) == 2
        assert reader.synonyms() == (SynonymGroup(("举措", "措施")),)
        assert reader.faults() == []
    assert old_library.check() == []


def test_looking_a_library_over_gives_it_sounds(old_library: Library) -> None:
    assert old_library.check() == []
    with old_library.read() as reader:
        assert reader.knows_sounds


def test_upgraded_but_not_yet_filled_it_is_sound_and_answers_to_the_letter(
    old_library: Library,
) -> None:
    # What a program that is killed between the two leaves.
    with closing(connect(old_library.path, "rw")) as connection:
        migrate.migrate(connection)
    with old_library.read() as reader:
        assert not reader.knows_sounds
        assert reader.faults() == []
        assert len(reader.passages(["普法"], limit=9)) == 2


def test_rows_lost_from_the_index_are_noticed(old_library: Library) -> None:
    assert old_library.check() == []
    with closing(sqlite3.connect(old_library.path)) as connection, connection:
        connection.execute("INSERT INTO passage_index (passage_index) VALUES ('delete-all')")
    assert any("不一致" in finding for finding in old_library.check())


def test_much_that_was_changed_is_merged_and_little_is_not(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")

    def pieces() -> int:
        with closing(sqlite3.connect(library.path)) as connection:
            ((count,),) = connection.execute("SELECT count(DISTINCT segid) FROM passage_index_idx")
        return int(count)

    for number in range(9):
        with library.write() as writer:
            writer.put(report_of(f"普法{number}次。"), Path(f"/{number}.txt"), 1)
            if number == 8:
                scattered = pieces()
                writer.upkeep.tidy_index()
    assert pieces() == scattered + 1 > 2
    with library.write() as writer:
        for number in range(4):
            writer.put(report_of(f"调解{number}件。"), Path(f"/new{number}.txt"), 1)
        writer.upkeep.tidy_index()
    assert pieces() == 1
    assert library.check() == []


def test_the_same_synonyms_are_no_change(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    groups = [SynonymGroup(("法治", "法制"), ("法制度",)), SynonymGroup(("，",))]
    versions = []
    for _ in range(2):
        with library.write() as writer:
            writer.upkeep.set_synonyms(groups)
        with library.read() as reader:
            assert reader.synonyms() == tuple(groups[:1])
            versions.append(reader.version)
    assert versions[0] == versions[1]


def test_an_older_library_with_sounds_in_an_index_of_their_own_is_asked_as_it_is(
    tmp_path: Path,
) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of("调解纠纷。普法。"), Path("/a.txt"), 1)
    asked: list[list[Token]] = [
        [*sorted(syllable_pairs("条姐"))],
        [tuple(map(initials_token, clause)) for clause in groups_of("tjjf")],
        [("条姐", *syllable_pairs("条姐")), issuer_token("柳溪")],
    ]
    make_older(library.path, 10)
    for _ in range(2):
        with library.read() as reader:
            assert reader.knows_sounds
            for tokens in asked:
                (id_,) = reader.ids(tokens, limit=9, sounds=True)
                assert reader.records([id_])[0].text == "调解纠纷。"
                assert reader.count(tokens, (2023, 2023), 9, sounds=True) == 1
            assert reader.ids(asked[0], limit=9) == []
            assert reader.faults() == []
        # Brought up to date it answers alike.
        assert library.check() == []
    with closing(sqlite3.connect(library.path)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert "syllable_index" not in names
