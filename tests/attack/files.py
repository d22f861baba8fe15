"""Folders and files that nobody would hand in, and everybody has."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from random import Random
from typing import Final

from report_files import write_report

from attack.faults import become_nobody
from attack.promise import OUR_CLIPBOARD, fail, hold
from attack.site import SAMPLES, Ground, Site, require, sample_text

Make = Callable[[bytes, Random], object]
"""Makes something whose path begins with the given bytes; ``.txt`` may follow."""


def attempt(site: Site, ground: Ground, dice: Random, number: int) -> None:
    """Index a folder of odd things, among them two good reports."""
    folder = site.folder / "tree"
    folder.mkdir()
    chosen = [_THINGS[number % len(_THINGS)], *dice.sample(_THINGS, 2)]
    site.doing = ", ".join(thing.__name__.strip("_") for thing in chosen)
    for at, thing in enumerate(chosen):
        place = os.fsencode(folder) + b"/" + str(at).encode() + dice.choice(_NAMES)
        thing(place, dice)
    write_report(folder / "good.txt", "青石镇", 2019)
    write_report(folder / "deep" / "a" / "good.txt", "青石镇", 2018)
    site.share()
    done = site.run("index", str(folder), before=become_nobody if dice.random() < 0.2 else None)
    hold(done)
    require(site.listed() >= ground.kept, "reports are lost")
    for year in (2018, 2019):
        shown = site.run("show", f"青石镇@{year}")
        hold(shown)
        if shown.status:
            fail(done, f"a good report beside bad files is missing: {year}")
    for arguments in (["list"], ["search", "普法"], ["list", "--format", "csv"], ["export"]):
        hold(site.run(*arguments))
    site.examine()
    single = os.fsdecode(dice.choice(sorted(os.listdir(os.fsencode(folder)))))
    for command in ("show", "compare", "open"):
        hold(site.run(command, f"{folder}/{single}"))


_OSC: Final = f"\x1b]52;c;{OUR_CLIPBOARD}\x07".encode()

_NAMES: Final = (
    b"", b" ", b"\n", b"\r\x1b[2J", _OSC.replace(b"/", b""), "\x9b2J".encode(), "\u202e".encode(),
    "柳溪镇".encode("gbk"), b"\xff\xfe", "\ufdd0".encode(), b"-rf", b"@2023", b"%n", b"'\"", b"*",
    "镇".encode() * 60,
)  # fmt: skip


def _noise(place: bytes, dice: Random) -> None:
    _write(place, dice.randbytes(dice.randrange(1, 5000)))


def _nothing(place: bytes, dice: Random) -> None:
    _write(place, b"")


def _mark_only(place: bytes, dice: Random) -> None:
    _write(place, dice.choice([b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0"]))


def _spoilt(place: bytes, dice: Random) -> None:
    """A report with bytes changed, lost and put in."""
    content = bytearray(dice.choice(SAMPLES).read_bytes())
    for _ in range(dice.randrange(1, 40)):
        at = dice.randrange(len(content))
        content[at : at + dice.randrange(3)] = dice.randbytes(dice.randrange(4))
    _write(place, bytes(content))


def _commanding(place: bytes, dice: Random) -> None:
    """A report with what terminals obey, and what has no character."""
    text = sample_text(dice)
    for word in dice.sample(("镇", "年", "一", "法治", "：", "\n", "2022", "2023"), 3):
        text = text.replace(word, word + dice.choice(_ODD), dice.randrange(1, 20))
    _write(place, text.encode("utf-8", "surrogatepass"))


_ODD: Final = (
    _OSC.decode(), "\x9d52;c;QVRUQUNL\x9c", "\x1bP+q\x1b\\", "\x9b31m", "\u202e", "\u2066", "\0",
    "\ufdd0", "\uffff", "\U0001fffe", "\ud800", "👨‍👩‍👧", "\ufe0f", "\u0301" * 40, "\u3000" * 50,
    "=1+1", "＝1", "\u2028", "\x0c", "\x7f", "𠮷", "\U00030000", "\ue000", "9" * 5000, "\t" * 30,
)  # fmt: skip


def _other_encoding(place: bytes, dice: Random) -> None:
    text = sample_text(dice)
    data = text.encode(
        dice.choice(["gb18030", "utf-16", "utf-16-be", "big5hkscs", "utf-32"]), "ignore"
    )
    _write(place, data[: dice.randrange(1, len(data))])


def _one_line(place: bytes, dice: Random) -> None:
    words = dice.choice(["调解", "（一）", "一、", "2023年", "10件、", " ", "“", "法"])
    _write(place, (words * dice.randrange(1000, 60_000)).encode())


def _many_headings(place: bytes, dice: Random) -> None:
    marks = dice.choice(["一、", "（一）", "1.", "第一章 ", "一是", "①", "(1)"])
    _write(place, "\n".join(f"{marks}{n}" for n in range(dice.randrange(100, 4000))).encode())


def _pipe(place: bytes, dice: Random) -> None:
    os.mkfifo(place + b".txt")


def _socket(place: bytes, dice: Random) -> None:
    # A path of a socket holds 107 bytes.
    here = os.getcwd()
    os.chdir(os.path.dirname(place))
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(b"socket.txt")
    finally:
        os.chdir(here)


def _loop(place: bytes, dice: Random) -> None:
    os.symlink(dice.choice([b".", b"..", place, b"/"[:1] + b"nowhere"]), place)
    os.symlink(os.path.basename(place) + b".txt", place + b".txt")


def _device(place: bytes, dice: Random) -> None:
    device = dice.choice([b"/dev/zero", b"/dev/null", b"/dev/full", b"/proc/self/mem"])
    os.symlink(device, place + b".txt")


def _folder_like_a_file(place: bytes, dice: Random) -> None:
    os.mkdir(place + b".txt")


def _nested(place: bytes, dice: Random) -> None:
    for _ in range(dice.randrange(20, 90)):
        place += b"/d"
    if len(place) < 3000:
        os.makedirs(place)


def _forbidden(place: bytes, dice: Random) -> None:
    _write(place, b"x")
    os.chmod(place + b".txt", 0)
    os.mkdir(place + b"closed", 0)


def _library(place: bytes, dice: Random) -> None:
    shutil.copyfile(os.path.dirname(os.path.dirname(place)) + b"/other.sqlite3", place + b".txt")


def _write(place: bytes, content: bytes) -> None:
    with open(place[:-4] + b".txt" if len(place) > 200 else place + b".txt", "wb") as file:
        file.write(content)


_THINGS: Final[tuple[Make, ...]] = (
    _spoilt, _commanding, _pipe, _device, _loop, _noise, _other_encoding, _one_line,
    _many_headings, _nothing, _mark_only, _socket, _folder_like_a_file, _nested, _forbidden,
    _library,
)  # fmt: skip
