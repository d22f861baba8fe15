"""Archives hold files, each of which is read like any other."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from packages import docx, p, packed

from tuibrowser.reading.read import File, Refused, members, open_file, read

TEXT = "柳溪镇2023年法治政府建设年度报告\n一、主要举措\n开展普法宣传四十场。".encode()


def listed(path: Path, data: bytes) -> dict[str, bytes | str]:
    """Of each member its bytes, or why there are none."""
    path.write_bytes(data)
    return {
        str(at.relative_to(path)): str(it) if isinstance(it, Refused) else it.data
        for at, it in members(open_file(path))
    }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "上报.zip"


def test_members_are_read_and_named_below_the_archive(path: Path) -> None:
    path.write_bytes(packed({"青山乡/柳溪镇.docx": docx(p("法治")), "甲.txt": TEXT}))
    assert [str(it.relative_to(path.parent)) for it, _ in members(open_file(path))] == [
        "上报.zip/青山乡/柳溪镇.docx",
        "上报.zip/甲.txt",
    ]
    assert read(path / "青山乡" / "柳溪镇.docx").text == "法治"
    with pytest.raises(Refused, match="有 2 个文件，请写明是哪一个"):
        read(path)
    with pytest.raises(Refused, match="没有这个文件"):
        read(path / "乙.txt")


@pytest.mark.parametrize("codec", ["gb18030", "utf-8"])
def test_names_without_a_mark_are_read_in_either_encoding(path: Path, codec: str) -> None:
    data = packed({"柳溪镇.txt": TEXT})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        raw = archive.infolist()[0].filename.encode()
    name = "柳溪镇.txt".encode(codec)
    # As old programs write them: other bytes of another length, and no flag.
    data = data.replace(raw, name)
    for mark, flags, length in ((b"PK\x03\x04", 6, 26), (b"PK\x01\x02", 8, 28)):
        at = data.index(mark)
        data = data[: at + flags] + b"\0\0" + data[at + flags + 2 :]
        data = data[: at + length] + struct.pack("<H", len(name)) + data[at + length + 2 :]
    end = data.index(b"PK\x05\x06")
    start = data.index(b"PK\x01\x02")
    data = data[: end + 12] + struct.pack("<II", end - start, start) + data[end + 20 :]
    assert listed(path, data) == {"柳溪镇.txt": TEXT}


def test_an_archive_in_an_archive_is_opened_once(path: Path) -> None:
    deep = packed({"丙.zip": packed({"丁.txt": TEXT}), "乙.txt": TEXT})
    assert listed(path, packed({"甲.zip": deep})) == {
        "甲.zip/丙.zip": "压缩包套了多层，请先解压，再添加其中的文件",
        "甲.zip/乙.txt": TEXT,
    }


def test_no_name_leads_out_and_none_steers(path: Path) -> None:
    names = ["../../外.txt", "/etc/根.txt", "C:\\盘.txt", "a\\..\\b\\反.txt", "换\n\x1b[2J行.txt"]
    found = listed(path, packed(dict.fromkeys(names, TEXT)))
    assert list(found) == ["外.txt", "etc/根.txt", "盘.txt", "a/b/反.txt", "换__[2J行.txt"]


def test_two_members_of_one_name_are_two_files(path: Path) -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("甲.txt", TEXT)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("甲.txt", TEXT + b"!")
    assert listed(path, target.getvalue()) == {"甲.txt": TEXT, "甲(2).txt": TEXT + b"!"}


def test_what_programs_leave_behind_is_passed_over(path: Path) -> None:
    parts = {"__MACOSX/._甲.txt": TEXT, "~$甲.docx": TEXT, ".藏.txt": TEXT, "样式.css": b"x"}
    assert listed(path, packed({**parts, "甲.txt": TEXT})) == {"甲.txt": TEXT}


def test_members_of_other_formats_say_what_to_do(path: Path) -> None:
    photograph = b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 50_000_000
    parts = {"甲.rar": b"x", "乙.xlsx": b"x", "丙.jpg": photograph, "丁.docx": photograph}
    page = b"<html><body>" + TEXT
    found = listed(path, packed({**parts, **{f"{at}.png": photograph for at in range(3)},
                                 "戊.xls": page, "己.txt": TEXT}))  # fmt: skip
    assert found["甲.rar"] == "不支持 RAR 压缩包，请先解压，再添加其中的文件"
    assert "另存为 Word" in str(found["乙.xlsx"])
    picture = "不支持图片，请用文字版原件，或先做文字识别（OCR）"
    assert (found["丙.jpg"], found["丁.docx"]) == (picture, picture)
    # Nor do many of them take the room of the others.
    assert found["2.png"] == picture
    # A web page that was given the suffix of a table is a web page.
    assert found["戊.xls"] == page
    assert found["己.txt"] == TEXT


def test_a_password_is_said_of_each_member(path: Path) -> None:
    data = packed({"甲.txt": TEXT})
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + flags
        data = data[:at] + bytes([data[at] | 1]) + data[at + 1 :]
    assert "设有密码" in str(listed(path, data)["甲.txt"])


def test_a_damaged_member_leaves_the_others(path: Path) -> None:
    data = packed({"甲.docx": bytes(range(256)) * 40, "乙.txt": TEXT})
    at = data.index(b"\xf1\xf2\xf3") if b"\xf1\xf2\xf3" in data else 60
    data = data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :]
    found = listed(path, data)
    assert "已损坏" in str(found["甲.docx"])
    assert found["乙.txt"] == TEXT


def test_bombs_are_refused_member_by_member(path: Path) -> None:
    zeros = b"\0" * 39_000_000
    found = listed(path, packed({**{f"{at}.txt": zeros for at in range(6)}, "甲.txt": TEXT}))
    assert sum(isinstance(it, bytes) for it in found.values()) < 6
    assert "过大" in str(found["5.txt"])
    assert found["甲.txt"] == TEXT


def test_bombs_in_archives_are_bounded_together(path: Path) -> None:
    inner = packed({f"{at}.txt": b"\0" * 30_000_000 for at in range(3)})
    path.write_bytes(packed({f"{at}.zip": inner for at in range(4)}))
    found = list(members(open_file(path)))
    assert sum(len(it.data) for _, it in found if isinstance(it, File)) <= 120 * 1024 * 1024
    assert [str(it) for _, it in found if isinstance(it, Refused)]


def test_more_members_than_any_county_has(path: Path) -> None:
    path.write_bytes(packed(dict.fromkeys(map(str, range(20_001)), b"")))
    with pytest.raises(Refused, match="超过 20000 个"):
        open_file(path)
