"""Commands on libraries that are damaged or made to harm: one sentence, status 3, no traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from crafted import BROKEN_REPORTS, UNREADABLE, full_report, loop, spoil
from hypothesis import given, settings
from hypothesis import strategies as st
from small_library import Done

from tuibrowser.cli import main
from tuibrowser.store.library import Library

REPORT = full_report()
READING = (
    ("list",),
    ("search", "普法"),
    ("show", "柳溪镇"),
    ("compare", "柳溪镇@2023", "石桥乡@2023"),
    ("export",),
)


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "library.sqlite3"
    with Library(path).write() as writer:
        for issuer in ("柳溪镇", "石桥乡"):
            writer.put(full_report(issuer), Path(f"/{issuer}.txt"), 1)
    return path


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(sound, tmp_path / "spoilt.sqlite3")


def done(capsys: pytest.CaptureFixture[str], path: Path, *command: str) -> Done:
    status = main(["--db", str(path), *command])
    return Done(status, *capsys.readouterr())


@pytest.mark.parametrize("name", UNREADABLE)
def test_no_command_reads_an_unreadable_library(
    path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    spoil(path, UNREADABLE[name])
    for command in READING:
        status, out, err = done(capsys, path, *command)
        if command[0] == "search" and status == 0:
            # What searching does not look at need not trouble it.
            assert "普法" in out
            continue
        assert (status, out, err.count("\n")) == (3, "", 1), command
        assert "，请" in err, command


@pytest.mark.parametrize("name", BROKEN_REPORTS)
def test_no_command_opens_a_broken_report(
    path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    spoil(path, BROKEN_REPORTS[name])
    for command in READING[2:]:
        status, out, err = done(capsys, path, *command)
        assert (status, err.count("\n")) == (3, 1), command
        # What is written report by report has begun by then.
        assert out == "" or command == ("export",)
        assert "已损坏，请" in err, command
    assert done(capsys, path, "list").status == 0
    status, out, err = done(capsys, path, "search", "普法")
    assert (status, bool(out)) in ((0, True), (1, False), (3, False))
    assert err.count("\n") <= 1


def test_doctor_and_pack_say_the_same_of_each_kind(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a view for meta", "a title that is no UTF-8", "a text that is no UTF-8"):
        shutil.copyfile(path, other := path.with_name(f"{name}.sqlite3"))
        spoil(other, (UNREADABLE | BROKEN_REPORTS)[name])
        status, out, err = done(capsys, other, "doctor")
        assert (status, err) == (3, "")
        assert "有问题：" in out
        status, out, err = done(capsys, other, "pack", str(path.with_name("copy.sqlite3")))
        assert (status, out) == (3, "")
        assert str(other) in err
        assert "copy.sqlite3" not in err


def test_rows_without_end_come_to_one(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loop(path, "report")
    status, out, err = done(capsys, path, "doctor")
    assert (status, err) == (3, "")
    assert "已损坏，请" in out


@settings(max_examples=60)
@given(data=st.data())
def test_a_byte_that_changed_makes_no_traceback(
    sound: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(sound.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        # The header is a hundredth of a page, and the more worth trying.
        place = data.draw(st.integers(0, 99) | st.integers(0, len(content) - 1))
        content[place] ^= data.draw(st.integers(1, 255))
    path = tmp_path_factory.mktemp("flipped") / "library.sqlite3"
    path.write_bytes(content)
    command = data.draw(st.sampled_from((*READING, ("doctor",))))
    assert main(["--db", str(path), *command]) in (0, 1, 3)
    if command != ("doctor",):
        assert path.read_bytes() == content
