"""A library takes no more room than what is in it, and an older one loses what is kept no more."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from older import make_older
from store_reports import report_of

from tuibrowser.insight.reuse import reuse
from tuibrowser.store.library import Library

WORDING = "在盐场堤坝上搭起纠纷凉棚，由退休盐工分清卤水引渠的先后，当天立字为据。"


def test_what_is_free_after_many_changes_is_given_back(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    filling = "".join(chr(0x4E00 + at) for at in range(20_000))
    with library.write(bulk=True) as writer:
        for number in range(20):
            writer.put(report_of(f"{number}。{filling}。"), Path(f"/{number}.txt"), 0)
    full = library.path.stat().st_size
    with library.write(bulk=True) as writer:
        for number in range(1, 20):
            writer.sources.forget(Path(f"/{number}.txt"))
        writer.upkeep.tidy_index()
    assert library.path.stat().st_size < full / 4
    with library.read() as reader:
        (left,) = reader.sha256s()
        assert reader.report(left).text.startswith("0。")
        assert len(reader.ids(["丁"], limit=9)) == 1


def test_an_older_library_with_fingerprints_answers_before_and_after_it_is_brought_up_to_date(
    tmp_path: Path,
) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of(f"{WORDING}无。", issuer="海坝镇"), Path("/甲.txt"), 0)
    make_older(library.path, 8)
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("INSERT INTO fingerprint VALUES (1, 2)")
        connection.execute("INSERT INTO fingerprinted SELECT id, 'rule' FROM report")
    asked = report_of(f"又一件事。{WORDING}", issuer="盐滩乡")
    with library.read() as reader:
        before = reuse(asked, reader.wordings(), 2)
    assert [it.text for reused in before.passages for it in reused.matches] == [WORDING]
    with library.write() as writer:
        writer.put(asked, Path("/乙.txt"), 0)
    with library.read() as reader:
        after = reuse(asked, reader.wordings(), 2)
        assert after.passages == before.passages
    with closing(sqlite3.connect(library.path)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert not {"fingerprint", "fingerprinted"} & names
