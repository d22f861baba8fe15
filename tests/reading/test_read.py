from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from tuibrowser.reading.read import LARGEST, LARGEST_TEXT, Refused, read


def test_a_document_names_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    data = "\ufeff一、主要举措\r\n无\x1b[1m其他".encode()
    path.write_bytes(data)
    document = read(path)
    assert document.text == "一、主要举措\n无其他"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.name == "报告.txt"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空的"),
        (b" \n\t\r\n", "空的"),
        ("\ufeff\u200b".encode(), "没有文字"),
        (b"PK\x03\x04" + b"\0" * 60, "压缩格式的文件已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 20, "Office 旧格式文件.*另存为"),
        (b"%PDF-1.7\n", "PDF 已损坏"),
        (b"{\\rtf1\\ansi", "没有文字"),
        (b"<!DOCTYPE html><html>", "网页里没有文字"),
        (b"\xef\xbb\xbf  <html lang=zh>", "网页里没有文字"),
        (b"<?xml version='1.0'?><a/>", "不支持 XML 文件"),
        (b"SQLite format 3\x00" + b"\0" * 84, "数据库"),
        (bytes(range(256)) * 40, "编码无法识别"),
        (b"\x01\x02\x03abc" * 50, "不是文本"),
        ("法治".encode() * 20 + b"\xff" + "政府".encode() * 20, "第 121 个字节"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(
    tmp_path: Path, data: bytes, words: str
) -> None:
    path = tmp_path / "文件.txt"
    path.write_bytes(data)
    with pytest.raises(Refused, match=words):
        read(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="找不到"):
        read(tmp_path / "没有.txt")
    with pytest.raises(Refused, match="文件夹"):
        read(tmp_path)


def test_a_name_that_is_too_long_for_the_system(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="读取失败（文件名过长）"):
        read(tmp_path / ("长" * 200 + ".txt"))


def test_a_pipe_is_not_read_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "管道.txt"
    os.mkfifo(path)
    with pytest.raises(Refused, match="不是普通文件"):
        read(path)


def test_what_is_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    path.write_bytes("法".encode() * (LARGEST_TEXT // 3 + 2))
    with pytest.raises(Refused, match="20 MB"):
        read(path)
    with path.open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(LARGEST + 1)
    with pytest.raises(Refused, match="100 MB"):
        read(path)


def test_a_name_in_gbk_is_text(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("白石桥镇2024.txt".encode("gbk"))
    path.write_text("一、主要举措和成效\n", encoding="utf-8")
    assert read(path).name == "白石桥镇2024.txt"
