"""``index`` over real files: what is taken in, skipped, replaced and refused."""

from __future__ import annotations

import os
import resource
import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from zipfile import ZipFile

import pytest
from report_files import write_report
from unprivileged import apart, as_nobody

from tuibrowser.indexing import crew, intake, run, words
from tuibrowser.indexing.outcome import FileChange, Outcome, Progress, Stopped
from tuibrowser.indexing.run import Ways, index
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand
from tuibrowser.parsing.version import parser_version
from tuibrowser.store.errors import LibraryReadOnly, NotALibrary
from tuibrowser.store.library import Library, Versions
from tuibrowser.store.writing import session
from tuibrowser.text.segment import word_starts


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library.sqlite3")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports of two issuers, one in a folder below."""
    folder = tmp_path / "reports"
    write_report(folder / "b.txt", "柳溪镇", 2022)
    write_report(folder / "a.txt", "柳溪镇", 2023)
    write_report(folder / "below" / "c.TXT", "望禾乡", 2023)
    return folder


def counts(outcome: Outcome) -> tuple[int, int, int]:
    return outcome.added, outcome.replaced, outcome.unchanged


def listed(library: Library) -> list[tuple[str | None, int | None, str]]:
    """What a sound library holds, by file name."""
    with library.read() as reader:
        assert reader.faults() == []
        found = [(entry.issuer, entry.year, entry.file) for entry in reader.entries()]
    return sorted(found, key=lambda item: item[2])


def texts(library: Library, *tokens: str) -> list[str]:
    with library.read() as reader:
        return [passage.text for passage in reader.passages(tokens, limit=99)]


def test_a_folder_is_taken_in_once(library: Library, folder: Path) -> None:
    first = index(library, [folder])
    new = [folder / "a.txt", folder / "b.txt", folder / "below" / "c.TXT"]
    assert first == Outcome(3, 0, 0, (), (), changes=tuple(FileChange(it, "added") for it in new))
    assert listed(library) == [
        ("柳溪镇", 2023, "a.txt"),
        ("柳溪镇", 2022, "b.txt"),
        ("望禾乡", 2023, "c.TXT"),
    ]
    assert "开展宣传活动40场次。" in texts(library, "宣传", "40")
    assert index(library, [folder]) == Outcome(0, 0, 3, (), ())
    assert [path.name for path in library.path.parent.glob("library*")] == ["library.sqlite3"]


def test_a_repeated_run_does_not_even_read(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(library, [folder])
    with library.read() as reader:
        before = reader.version
    monkeypatch.setattr(intake, "open_file", lambda path: pytest.fail(f"read {path}"))
    assert counts(index(library, [folder])) == (0, 0, 3)
    with library.read() as reader:
        assert reader.version == before


def test_a_touched_file_is_unchanged(library: Library, folder: Path) -> None:
    index(library, [folder])
    os.utime(folder / "a.txt", ns=(1, 1))
    assert counts(index(library, [folder])) == (0, 0, 3)


def test_a_changed_file_replaces_its_report(library: Library, folder: Path) -> None:
    index(library, [folder])
    write_report(folder / "a.txt", "柳溪镇", 2023, "开展以案释法80场次。")
    assert counts(index(library, [folder])) == (0, 1, 2)
    assert len(listed(library)) == 3
    assert texts(library, "以案", "释法") == ["开展以案释法80场次。"]
    with library.read() as reader:
        assert reader.count(["40"], (2023, 2023), 9) == 1  # 望禾乡 alone


def test_a_copy_is_the_same_report(library: Library, folder: Path) -> None:
    copy = folder / "z.txt"
    copy.write_bytes((folder / "a.txt").read_bytes())
    assert counts(index(library, [folder])) == (3, 0, 1)
    (folder / "a.txt").unlink()
    assert counts(index(library, [folder])) == (0, 0, 3)
    write_report(copy, "柳溪镇", 2023, "改过的一件事。")
    # The first file has moved to where the copy is, and the text there is another now.
    assert counts(index(library, [folder])) == (0, 1, 2)
    assert len(listed(library)) == 3


def test_files_that_are_gone_stay_in_the_library(library: Library, folder: Path) -> None:
    index(library, [folder])
    for path in folder.rglob("*.*"):
        path.unlink()
    outcome = index(library, [folder])
    assert [path for path, _ in outcome.refused] == [folder]
    assert len(listed(library)) == 3


def test_bad_files_are_listed_and_the_others_go_on(library: Library, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    (folder / "large.txt").write_bytes("法治".encode() * 4_000_000)
    (folder / "broken.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.txt")
    outcome = index(library, [folder, folder / "missing.txt"])
    assert outcome.added == 3
    names = ["broken.txt", "empty.txt", "large.txt", "picture.txt", "pipe.txt", "missing.txt"]
    assert [path.name for path, _ in outcome.refused] == names
    assert all("请" in reason and "\n" not in reason for _, reason in outcome.refused)
    assert len(listed(library)) == 3


def test_what_one_may_not_read_is_refused_alone() -> None:
    folder = Path(mkdtemp())  # pytest's own are closed to others
    try:
        write_report(folder / "a.txt", "柳溪镇")
        write_report(folder / "secret.txt", "望禾乡").chmod(0)
        write_report(folder / "closed" / "b.txt", "白石桥镇").parent.chmod(0)
        (folder / "out").mkdir()
        folder.chmod(0o755)
        library = Library(folder / "out" / "library.sqlite3")
        # Made here, since not everybody may read the program's own files where the tests run.
        index(library, [write_report(folder / "own.txt", "石鼓滩镇")], Ways(words=False))
        (folder / "out").chmod(0o777)
        library.path.chmod(0o666)

        def run_index() -> str:
            outcome = index(library, [folder], Ways(words=False))
            return f"{outcome.added} " + " ".join(f"{p.name}:{why}" for p, why in outcome.refused)

        answer = as_nobody(run_index)
    finally:
        (folder / "closed").chmod(0o700)
        rmtree(folder)
    assert answer.startswith("1 closed:文件夹打不开")
    assert "secret.txt:没有读取权限" in answer


def test_a_full_disk_stops_and_keeps_what_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Each report by itself: how many there are in a second is the machine's.
    monkeypatch.setattr(session, "_SECONDS_A_COMMIT", 0.0)
    library = Library(tmp_path / "library.sqlite3")
    for number in range(4):
        write_report(
            tmp_path / "reports" / f"{number}.txt", measure=f"开展活动{number}场次。" * 400
        )

    def run_index() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        return repr(index(library, [tmp_path / "reports"], Ways(words=False)))

    answer = apart(run_index)
    assert answer.startswith("DiskFull: ")
    assert library.check() == []
    before = len(listed(library))
    assert 0 < before < 4
    outcome = index(library, [tmp_path / "reports"], Ways(words=False))
    assert outcome.added == 4 - before


def test_a_file_that_became_bad_keeps_its_report(library: Library, folder: Path) -> None:
    index(library, [folder])
    (folder / "a.txt").write_bytes(b"")
    outcome = index(library, [folder])
    assert counts(outcome) == (0, 0, 2)
    assert len(outcome.refused) == 1
    assert len(listed(library)) == 3


def test_a_text_that_is_no_report_is_kept_and_said_to_be_none(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "菜单.txt"
    path.write_text("今日午餐：西红柿炒鸡蛋，米饭。\n明日休息。\n", encoding="utf-8")
    outcome = index(library, [path])
    assert (outcome.added, outcome.not_reports) == (1, (path,))
    with library.read() as reader:
        (entry,) = reader.entries()
        assert not entry.is_report
        assert reader.report(entry.sha256).text == path.read_text(encoding="utf-8")
    assert texts(library, "午餐") != []


def test_hidden_and_other_files_are_passed_over(library: Library, folder: Path) -> None:
    write_report(folder / ".hidden.txt")
    write_report(folder / ".git" / "x.txt")
    write_report(folder / "report.xlsx")
    write_report(folder / "txt")
    assert counts(index(library, [folder])) == (3, 0, 0)


def test_a_title_that_lost_its_suffix_is_looked_at_in_a_folder(
    library: Library, folder: Path
) -> None:
    kept = ("白石桥镇2024年报告", "1.白石桥镇2023", "白石桥镇报告2022.12.31", "白石桥镇.txt (2)")
    for year, name in enumerate(kept, 2015):
        write_report(folder / name, "白石桥镇", year)
    left = ("LICENSE", "notes.15", "白石桥镇.txt~", "白石桥镇.bak", "白石桥镇.docx.crdownload")
    for year, name in enumerate((*left, "~$白石桥镇", ".白石桥镇"), 2001):
        write_report(folder / name, "白石桥镇", year)
    index(library, [folder])
    years = {year for issuer, year, _ in listed(library) if issuer == "白石桥镇"}
    assert years == set(range(2015, 2015 + len(kept)))


def test_a_named_file_is_taken_whatever_its_suffix(library: Library, folder: Path) -> None:
    path = write_report(folder / "report.md", "白石桥镇")
    assert counts(index(library, [path])) == (1, 0, 0)
    assert listed(library) == [("白石桥镇", 2023, "report.md")]


def test_a_path_given_twice_is_gone_through_once(library: Library, folder: Path) -> None:
    again = folder / "below" / ".." / "a.txt"
    assert counts(index(library, [folder, folder / "below", again])) == (3, 0, 0)


def test_a_folder_without_reports_is_refused(library: Library, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    outcome = index(library, [empty])
    assert counts(outcome) == (0, 0, 0)
    ((path, reason),) = outcome.refused
    assert path == empty
    assert ".txt" in reason
    assert not library.exists()


def test_file_names_of_a_gbk_system(library: Library, folder: Path) -> None:
    name = os.fsdecode("白石桥镇.txt".encode("gbk"))
    write_report(folder / name, "白石桥镇", 2024)
    assert counts(index(library, [folder])) == (4, 0, 0)
    assert ("白石桥镇", 2024, "白石桥镇.txt") in listed(library)
    again = index(library, [folder], Ways(prune=True))
    assert counts(again) == (0, 0, 4)
    assert not again.vanished
    assert not again.pruned
    os.remove(folder / name)
    gone = index(library, [folder])
    assert [path.name for path in gone.vanished] == [name]
    assert index(library, [folder], Ways(prune=True)).pruned == 1


def test_a_name_with_what_looks_like_an_escape_is_a_name(library: Library, folder: Path) -> None:
    write_report(folder / "白石桥镇\\xb0\\xa1.txt", "白石桥镇", 2024)
    index(library, [folder])
    assert not index(library, [folder], Ways(prune=True)).pruned


def test_two_texts_of_one_issuer_and_year_both_stay(library: Library, folder: Path) -> None:
    write_report(folder / "d.txt", "柳溪镇", 2023, "送审稿中的一件事。")
    index(library, [folder])
    with library.read() as reader:
        numbers = {
            e.number: e.file for e in reader.entries() if (e.issuer, e.year) == ("柳溪镇", 2023)
        }
    assert numbers == {1: "d.txt", 2: "a.txt"}


def test_progress_is_told_before_each_step(library: Library, folder: Path) -> None:
    steps: list[Progress] = []
    index(library, [folder], Ways(report_progress=steps.append))
    files = [step for step in steps if step.stage == "files"]
    assert [(step.done, step.total) for step in files] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert [step.path and step.path.name for step in files] == ["a.txt", "b.txt", "c.TXT", None]
    marked = [step for step in steps if step.stage == "words"]
    assert [(step.done, step.total) for step in marked] == [(0, 3), (1, 3), (2, 3)]


def test_a_run_can_be_stopped_at_any_step_and_says_what_it_did(
    tmp_path: Path, folder: Path
) -> None:
    steps: list[Progress] = []
    index(Library(tmp_path / "whole.sqlite3"), [folder], Ways(report_progress=steps.append))
    assert {step.stage for step in steps} == {"looking", "files", "words", "meaning"}
    for number in range(len(steps)):
        library = Library(tmp_path / f"{number}.sqlite3")
        seen = 0

        def stop(_: Progress, number: int = number) -> None:
            nonlocal seen
            seen += 1
            if seen > number:
                raise Stopped

        outcome = index(library, [folder], Ways(report_progress=stop))
        assert outcome.stopped
        assert seen == number + 1
        stored = 0
        if library.exists():
            assert library.at_rest()
            with library.read() as reader:
                stored = len(reader.entries())
        assert outcome.added == stored
        again = index(library, [folder])
        assert not again.stopped
        assert counts(again) == (3 - stored, 0, stored)


def test_words_are_marked_in_a_pass_that_can_be_left_out(library: Library, folder: Path) -> None:
    index(library, [folder], Ways(words=False))
    with library.read() as reader:
        assert {reader.word_starts(sha256) for sha256 in reader.sha256s()} == {None}
    write_report(folder / "d.txt", "白石桥镇")
    index(library, [folder / "d.txt"])
    with library.read() as reader:
        for sha256 in reader.sha256s():
            text = reader.report(sha256).text
            bitmap = reader.word_starts(sha256)
            assert bitmap is not None
            assert len(bitmap) == (len(text) + 7) // 8
            assert bitmap[0] & 1


def test_the_word_pass_goes_on_where_it_was_stopped(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def stop_at_the_second(text: str) -> bytes:
        seen.append(text)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return word_starts(text)

    with monkeypatch.context() as patch:
        patch.setattr(words, "word_starts", stop_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            index(library, [folder])
    with library.write() as writer:
        assert len(writer.upkeep.without_words()) == 2
    assert counts(index(library, [folder])) == (0, 0, 3)
    with library.write() as writer:
        assert writer.upkeep.without_words() == []


def test_ctrl_c_keeps_what_is_done(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = understand

    def stop_at_the_third(document: Document, lexicon: Lexicon) -> Report:
        if document.name == "c.TXT":
            raise KeyboardInterrupt
        return real(document, lexicon)

    with monkeypatch.context() as patch:
        patch.setattr(crew, "understand_one", stop_at_the_third)
        with pytest.raises(KeyboardInterrupt):
            index(library, [folder])
    assert len(listed(library)) == 2
    assert library.at_rest()
    assert counts(index(library, [folder])) == (1, 0, 2)


def test_a_mistake_of_ours_costs_one_file(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = understand

    def fail_at_the_second(document: Document, lexicon: Lexicon) -> Report:
        if document.name == "b.txt":
            raise ZeroDivisionError
        return real(document, lexicon)

    monkeypatch.setattr(crew, "understand_one", fail_at_the_second)
    outcome = index(library, [folder])
    assert outcome.added == 2
    ((path, reason),) = outcome.refused
    assert path.name == "b.txt"
    assert "ZeroDivisionError" in reason


def test_an_upgrade_parses_stored_texts_again(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(library, [folder])
    for path in folder.rglob("*.*"):
        path.unlink()
    write_report(folder / "new.txt", "白石桥镇")
    real = understand
    seen: list[Document] = []

    def newer(document: Document, lexicon: Lexicon) -> Report:
        seen.append(document)
        return real(document, lexicon)

    monkeypatch.setattr(crew, "understand_one", newer)
    monkeypatch.setattr(run, "parser_version", lambda: parser_version() + 1)
    with library.read() as reader:
        before = [reader.report(sha256) for sha256 in reader.sha256s()]
    steps: list[Progress] = []
    outcome = index(library, [folder], Ways(report_progress=steps.append))
    assert (outcome.added, outcome.reparsed) == (1, 3)
    assert [document.encoding for document in seen[1:]] == ["stored"] * 3
    assert [step.done for step in steps if step.stage == "stale"] == [0, 1, 2]
    with library.read() as reader:
        assert [reader.report(report.sha256) for report in before] == before
        assert reader.sha256s()[:3] == [report.sha256 for report in before]
        assert reader.faults() == []
    with closing(sqlite3.connect(library.path)) as connection:
        noted = connection.execute("SELECT value FROM meta WHERE key = 'parser'").fetchone()
    assert noted == (str(parser_version() + 1),)
    assert index(library, [folder]).reparsed == 0


def test_an_upgrade_that_is_stopped_goes_on_next_time(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(library, [folder])
    monkeypatch.setattr(run, "parser_version", lambda: parser_version() + 1)

    def stop(progress: Progress) -> None:
        if (progress.stage, progress.done) == ("stale", 2):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index(library, [folder], Ways(report_progress=stop))
    assert index(library, [folder]).reparsed == 1


def test_another_library_is_taken_over(library: Library, folder: Path, tmp_path: Path) -> None:
    other = Library(tmp_path / "other.sqlite3")
    index(other, [folder])
    extra = write_report(tmp_path / "extra.txt", "白石桥镇")
    index(library, [folder / "a.txt", extra])
    assert counts(index(library, [other.path])) == (2, 0, 1)
    assert len(listed(library)) == 4
    with library.read() as reader, other.read() as source:
        for sha256 in source.sha256s():
            assert reader.report(sha256) == source.report(sha256)
            assert reader.word_starts(sha256) == source.word_starts(sha256)
    assert counts(index(library, [other.path])) == (0, 0, 3)
    # Files of this machine under the same paths are not the other library's files.
    write_report(folder / "b.txt", "柳溪镇", 2022, "改过的一件事。")
    index(library, [folder])
    assert len(listed(library)) == 5


def test_another_library_of_an_older_parser_is_parsed_again(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Library(tmp_path / "other.sqlite3")
    index(other, [folder])
    monkeypatch.setattr(run, "parser_version", lambda: parser_version() + 1)
    assert counts(index(library, [other.path])) == (3, 0, 0)
    with library.write(Versions(parser_version() + 1, load().version)) as writer:
        assert writer.upkeep.stale() == []


def test_the_library_itself_and_other_databases_are_refused(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    index(library, [folder])
    foreign = tmp_path / "foreign.sqlite3"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE t (a)")
    outcome = index(library, [library.path, foreign])
    assert [path for path, _ in outcome.refused] == [library.path, foreign]
    assert "自身" in outcome.refused[0][1]
    assert "不是报告库" in outcome.refused[1][1]
    assert len(listed(library)) == 3


def test_a_reader_that_keeps_the_library_open_is_mentioned(library: Library, folder: Path) -> None:
    index(library, [folder / "a.txt"])
    with ExitStack() as reading:

        def open_in_the_middle(progress: Progress) -> None:
            if progress.done == 1 and progress.stage == "files":
                reading.enter_context(library.read())

        outcome = index(library, [folder], Ways(report_progress=open_in_the_middle))
        assert outcome.added == 2
        assert len(outcome.notes) == 1
        assert "doctor" in outcome.notes[0]
    assert index(library, [folder]).notes == ()


@pytest.mark.parametrize("content", [b"no library", b""])
def test_an_unusable_library_stops_before_any_work(
    tmp_path: Path, folder: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite3"
    path.write_bytes(content)
    if content:
        monkeypatch.setattr(intake, "open_file", lambda path: pytest.fail(f"read {path}"))
        with pytest.raises(NotALibrary):
            index(Library(path), [folder])
        assert path.read_bytes() == content
    else:
        assert counts(index(Library(path), [folder])) == (3, 0, 0)
    with pytest.raises(LibraryReadOnly):
        index(Library(folder / "a.txt" / "library.sqlite3"), [folder])


def test_the_real_reports_are_taken_in(library: Library, real_reports_dir: Path) -> None:
    outcome = index(library, [real_reports_dir])
    assert outcome.added == len(list(real_reports_dir.glob("*.txt")))
    assert (outcome.refused, outcome.not_reports) == ((), ())
    with library.read() as reader:
        found = [reader.report(sha256) for sha256 in reader.sha256s()]
        for report in found:
            assert _visible(report) == "".join(report.text.split())
        assert reader.faults() == []


def _visible(report: Report) -> str:
    parts: Sequence[str] = [report.slice(passage) for passage in report.passages]
    return "".join("".join(parts).split())


def test_files_of_every_kind_and_members_of_archives_are_reports(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "混合"
    text = write_report(folder / "甲.txt", "青山乡").read_text(encoding="utf-8")
    page = "".join(f"<p>{line}</p>" for line in text.replace("青山乡", "白石镇").splitlines())
    (folder / "乙.html").write_text(f"<html><body>{page}</body></html>", encoding="gb18030")
    with ZipFile(folder / "上报.zip", "w") as archive:
        archive.writestr("县/柳溪镇.txt", text.replace("青山乡", "柳溪镇"))
        archive.writestr("县/坏.docx", b"PK\x03\x04")
    outcome = index(library, [folder])
    assert (outcome.added, [path.name for path, _ in outcome.refused]) == (3, ["坏.docx"])
    with library.read() as reader:
        entries = reader.entries()
        assert {entry.issuer for entry in entries} == {"青山乡", "白石镇", "柳溪镇"}
    with sqlite3.connect(library.path) as connection:
        paths = {Path(path) for (path,) in connection.execute("SELECT path FROM source")}
    connection.close()
    assert folder / "上报.zip" / "县" / "柳溪镇.txt" in paths
    again = index(library, [folder])
    assert (again.added, again.replaced, again.unchanged) == (0, 0, 3)


def test_a_file_of_another_size_is_read_though_its_time_is_the_same(
    library: Library, folder: Path
) -> None:
    index(library, [folder])
    before = (folder / "a.txt").stat()
    write_report(folder / "a.txt", "柳溪镇", 2023, "开展以案释法80场次，较上年多。")
    os.utime(folder / "a.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert counts(index(library, [folder])) == (0, 1, 2)


def _undated(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "柳溪镇法治政府建设情况报告\n\n一、主要举措\n调解员走村入户。\n\n柳溪镇人民政府\n"
    path.write_text(text, encoding="utf-8")
    return path


def _years(library: Library) -> list[tuple[int | None, tuple[str, ...]]]:
    with library.read() as reader:
        reports = [reader.report(sha256) for _, sha256 in reader.names()]
        assert reader.faults() == []
    return [
        (report.year, tuple(it.says for it in report.doubts if it.kind == "year"))
        for report in reports
    ]


def test_a_year_of_a_folder_follows_the_file_to_another_and_into_another_library(
    library: Library, tmp_path: Path
) -> None:
    """Also where rules changed, and the stored text is understood again."""
    first = _undated(tmp_path / "收件" / "2022年度" / "柳溪镇.txt")
    index(library, [tmp_path / "收件"])
    assert _years(library) == [(2022, ("年度取自文件夹“2022年度”",))]
    second = tmp_path / "收件" / "2023年度"
    second.mkdir()
    first.rename(second / first.name)
    index(library, [tmp_path / "收件"])
    told = [(2023, ("年度取自文件夹“2023年度”",))]
    assert _years(library) == told
    with closing(sqlite3.connect(library.path)) as db, db:
        db.execute("UPDATE report SET parser = parser - 1")
    index(library, [tmp_path / "收件"])
    assert _years(library) == told
    (tmp_path / "2019年").mkdir()
    other = Library(tmp_path / "2019年" / "library.sqlite3")
    for stale in (0, 1):
        index(other, [library.path])
        assert _years(other) == told
        if not stale:
            with closing(sqlite3.connect(other.path)) as db, db:
                db.execute("UPDATE report SET parser = parser - 1")


def test_a_member_of_an_archive_has_the_year_of_a_folder_in_it(
    library: Library, tmp_path: Path
) -> None:
    """And of the archive, which is one."""
    file = _undated(tmp_path / "柳溪镇.txt")
    with ZipFile(tmp_path / "2021年度.zip", "w") as archive:
        archive.write(file, "青棠县/柳溪镇.txt")
    index(library, [tmp_path / "2021年度.zip"])
    assert _years(library) == [(2021, ("年度取自文件夹“2021年度.zip”",))]
