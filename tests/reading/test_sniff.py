"""What a file is, its content says; what cannot be read says what to do instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from packages import docx, odt, ofd, p, packed, written

from tuibrowser.reading.formats import FORMATS, SUFFIXES, UNREADABLE
from tuibrowser.reading.read import Refused, open_file, read
from tuibrowser.reading.sniff import sniff

HTML = "<html><body><p>柳溪镇法治政府建设年度报告，全年开展普法宣传四十场。</p></body></html>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def entry(name: str) -> bytes:
    """Of a directory of a compound file."""
    return name.encode("utf-16-le").ljust(128, b"\0")


WORD_2003 = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
    ' xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"'
    ' xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body><wx:sect>'
    '<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr>'
    "</w:pPr><w:r><w:t>举措</w:t></w:r></w:p><wx:sub-section><w:p><w:r><w:t>开展</w:t></w:r>"
    '<aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>新</w:t></w:r></aml:content>'
    '</aml:annotation><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>旧'
    "</w:delText></w:r></aml:content></aml:annotation><w:r><w:footnote><w:p><w:r><w:t>注</w:t>"
    "</w:r></w:p></w:footnote></w:r></w:p></wx:sub-section></wx:sect></w:body></w:wordDocument>"
)
FLAT_OPC = (
    '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
    '<pkg:part pkg:name="/_rels/.rels"><pkg:xmlData><Relationships xmlns="r"><Relationship Id="a"'
    ' Type="x/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part>'
    '<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="w"><w:body><w:p>'
    "<w:r><w:t>法治</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"
)

KNOWN = {
    "docx": docx(p("法治")),
    "odt": odt("<text:p>法治</text:p>"),
    "ofd": ofd([written("法治", 9, 9)]),
    "zip": packed({"a.txt": "x"}),
    "rtf": b"\xef\xbb\xbf {\\rtf1 x}",
    "pdf": b"\n\n%PDF-1.4",
    "html": b"\xef\xbb\xbf\r\n<!-- saved --><!DOCTYPE HTML><html>",
    "mht": b"From: <Saved>\r\nContent-Type: multipart/related;\r\n\tboundary=B\r\n\r\n",
    "doc": OLE + entry("WordDocument"),
    "xlsx": OLE + entry("Workbook"),
    "wordml": WORD_2003.encode(),
    "xml": b"<?xml version='1.0'?><uof:UOF xmlns:uof='u'/>",
    "rar": b"Rar!\x1a\x07\x01\x00",
    "7z": b"7z\xbc\xaf\x27\x1c",
    "picture": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "ceb": b"Founder CEB",
    "caj": b"HN\xc8\x00",
    "txt": "柳溪镇法治政府建设年度报告".encode("gb18030"),
}


@pytest.mark.parametrize("name", KNOWN)
def test_formats_are_told_by_content(name: str) -> None:
    assert sniff(KNOWN[name]).name == name


def test_words_in_the_text_of_a_compound_file_are_no_streams_of_it() -> None:
    assert sniff(OLE + entry("WordDocument") + b"x" + entry("EncryptedPackage")).name == "doc"
    assert sniff(OLE + b"x" + entry("WordDocument") + b"\0" * 127 + entry("Book")).name == "xlsx"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "gb18030"])
def test_pages_are_told_in_any_encoding(encoding: str) -> None:
    assert sniff(HTML.encode(encoding)).name == "html"


@pytest.mark.parametrize(
    "text",
    ["BM是缩写。", "MZ镇2023年法治政府建设报告", "CAJ不是格式", "GIF8", "PK赛", "RIFF", "%%"],
)
def test_prose_that_begins_like_another_format_is_prose(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text + "柳溪镇法治政府建设年度报告。", encoding="utf-8")
    assert read(path).text.startswith(text)


@pytest.mark.parametrize("suffix", [".doc", ".txt", ".wps", ".pdf", ""])
def test_suffixes_decide_nothing(tmp_path: Path, suffix: str) -> None:
    for name, data in {"docx": docx(p("法治")), "rtf": b"{\\rtf1\\ansi A\\par}"}.items():
        path = tmp_path / f"{name}{suffix}"
        path.write_bytes(data)
        assert read(path).format == name
    path = tmp_path / f"page{suffix}"
    path.write_text(HTML, encoding="gb18030")
    assert "普法宣传四十场" in read(path).text


def test_word_documents_as_xml_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_text(WORD_2003, encoding="utf-8")
    assert read(path).text == "一、举措\n开展新\n注"
    path.write_text(WORD_2003.replace("UTF-8", "GBK"), encoding="gb18030")
    assert read(path).text == "一、举措\n开展新\n注"
    path.write_text(FLAT_OPC, encoding="utf-8")
    assert read(path).text == "法治"


@pytest.mark.parametrize("name", [it.name for it in FORMATS if not it.module and it.name in KNOWN])
def test_what_cannot_be_read_says_what_to_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(KNOWN[name])
    with pytest.raises(Refused, match=r"不支持.*，.*(?:另存为|解压|OCR)"):
        read(path)


PICTURES = {
    "one pixel": b"GIF89a\1\0\1\0\0\0\0;",
    "cut off": b"\x89PNG\r\n\x1a\n",
    "heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    "webp": b"RIFF\x1a\0\0\0WEBPVP8L",
    "bmp": b"BM\x3a\0\0\0\0\0\0\0",
    "tif": b"MM\0*\0\0\0\x08",
    "svg": b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>",
}


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("suffix", [".png", ".docx", ""])
def test_pictures_are_told_by_content_however_small(tmp_path: Path, name: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(PICTURES[name])
    with pytest.raises(Refused, match="不支持图片，请用文字版原件"):
        open_file(path)


@pytest.mark.parametrize("suffix", sorted(UNREADABLE))
def test_what_no_content_tells_goes_by_its_suffix(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix.upper()}"
    for data in (b"\x01\x02 x", b"PK\x03\x04 damaged", OLE + entry("EncryptedPackage")):
        path.write_bytes(data)
        with pytest.raises(Refused, match=UNREADABLE[suffix].advice.split("（")[0]):
            open_file(path)
    # But a document is one under any name.
    path.write_bytes(KNOWN["docx"])
    assert read(path).text == "法治"


def test_a_zip_with_a_file_called_mimetype_is_what_that_says() -> None:
    for kind, name in {
        "application/vnd.oasis.opendocument.spreadsheet": "xlsx",
        "application/vnd.oasis.opendocument.presentation": "slides",
        "application/epub+zip": "ebook",
        "text/plain": "zip",
    }.items():
        assert sniff(packed({"mimetype": kind})).name == name


def test_what_is_encrypted_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(OLE + entry("EncryptedPackage"))
    with pytest.raises(Refused, match=r"打开密码.*去掉密码"):
        open_file(path)


def test_no_suffix_stands_for_two_formats() -> None:
    every = [suffix for it in FORMATS for suffix in it.suffixes]
    assert len(every) == len(set(every))
    assert not SUFFIXES & UNREADABLE.keys()
    assert all(it.module or it.advice for it in FORMATS)
