"""Which format a file's bytes are, by content: suffixes lie (a .wps is often a Word file, a .doc
often a web page)."""

from __future__ import annotations

import codecs
import re
import zipfile
from io import BytesIO
from typing import Final

from tuibrowser.reading.formats import BY_NAME, Format
from tuibrowser.reading.refused import Refused

_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"{\\rtf", "rtf"),
    (b"SQLite format 3\x00", "database"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "tar"),
    (b"\xfd7zXZ\x00", "tar"),
    (b"\x28\xb5\x2f\xfd", "tar"),
    (b"MSCF\x00", "tar"),
    (b"Founder CEB", "ceb"),
    (b"CAJ", "caj"),
    (b"KDH ", "caj"),
    (b"HN\xc8\x00", "caj"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"BM", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"8BPS", "picture"),
    (b"\x00\x00\x01\x00", "picture"),
    (b"\xd7\xcd\xc6\x9a", "picture"),
    (b"\x00\x00\x00\x0cjP  ", "picture"),
    (b"\x00\x00\x00\x0cJXL ", "picture"),
    (b"\xff\x0a", "picture"),
    (b"ID3", "recording"),
    (b"OggS", "recording"),
    (b"fLaC", "recording"),
    (b"\x1aE\xdf\xa3", "recording"),
    (b"\x00\x00\x01\xba", "recording"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
)
_MARKS_AMID: Final[tuple[tuple[int, bytes, str], ...]] = (
    (8, b"WEBP", "picture"),
    (4, b"ftyphei", "picture"),
    (4, b"ftyphev", "picture"),
    (4, b"ftypmif1", "picture"),
    (4, b"ftypmsf1", "picture"),
    (4, b"ftypavif", "picture"),
    (40, b" EMF", "picture"),
    (4, b"ftyp", "recording"),
    (0, b"RIFF", "recording"),
    (60, b"BOOKMOBI", "ebook"),
    (257, b"ustar", "tar"),
)
"""Bytes from the beginning to the mark, and the mark; the first one that fits says it."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: Final = (
    ("EncryptedPackage", ""),
    ("WordDocument", "doc"),
    ("Workbook", "xlsx"),
    ("Book", "xlsx"),
    ("PowerPoint Document", "slides"),
    ("VisioDocument", "drawing"),
)
_OPEN_DOCUMENT: Final = (
    (b"opendocument.text", "odt"),
    (b"opendocument.spreadsheet", "xlsx"),
    (b"opendocument.presentation", "slides"),
    (b"opendocument.graphics", "drawing"),
    (b"epub", "ebook"),
)
"""What a file called mimetype at the top of a ZIP archive says of it."""
_OFFICE: Final = (("xl", "xlsx"), ("ppt", "slides"), ("visio", "drawing"))
"""The folder in which a package of Office keeps what it is."""
_PLAIN: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways of packing that need no more memory than they say."""
_PASSWORD: Final = "文件设有打开密码，请在 Word 或 WPS 中去掉密码后再试"
MOST_MEMBERS: Final = 20_000
"""Members of an archive; a county's townships of ten years are a few hundred files."""

BEGINNING: Final = 4096
"""Bytes in which most formats have their mark."""
_PDF_WITHIN: Final = 1024
"""Bytes within which a PDF's mark may stand (ISO 32000-1, annex H.3.4.1)."""
_MHT = re.compile(rb"^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+", re.A)
_MHT_TYPE = re.compile(
    rb"content-type:\s*(?:multipart/(?:related|alternative|mixed)|text/html)", re.I
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|table|div|p|font|center|span)\b",
    re.I | re.S,
)
_WORDML = re.compile(r"<\?mso-application[^>]*Word\.|<(?:\w+:)?(?:wordDocument|package)\b")


def sniff(data: bytes) -> Format:
    """The format of ``data``; what is nothing else is plain text.

    Raises:
        Refused: the file is encrypted, or an archive without a readable directory.
    """
    head = data[:BEGINNING]
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return BY_NAME[_zipped(data)]
    if head.startswith(_OLE):
        return BY_NAME[_compound(data)]
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return BY_NAME["pdf"]
    if marked := sniff_mark(head):
        return marked
    if (fields := _MHT.match(start)) and _MHT_TYPE.search(fields[0]):
        return BY_NAME["mht"]
    markup = _ascii(head)
    if _HTML.match(markup):
        return BY_NAME["html"]
    if markup.lstrip().startswith("<?xml"):
        return BY_NAME[_markup(markup)]
    return BY_NAME["picture" if markup.lstrip().startswith("<svg") else "txt"]


def sniff_mark(head: bytes) -> Format | None:
    """The format whose mark stands in ``head``, the first :data:`BEGINNING` bytes of a file;
    ``None`` where more has to be seen."""
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    for mark, name in _MARKS:
        if (start if name == "rtf" else head).startswith(mark) and not _is_prose(mark, name, head):
            return BY_NAME[name]
    for at, mark, name in _MARKS_AMID:
        if head.startswith(mark, at) and b"\x00" in head:
            return BY_NAME[name]
    return None


def _is_prose(mark: bytes, name: str, head: bytes) -> bool:
    """A text may begin with letters that mark a picture or a program; those have NULs."""
    return name not in {"rtf", "database"} and mark.isalnum() and b"\x00" not in head


def _markup(markup: str) -> str:
    if _WORDML.search(markup):
        return "wordml"
    return "picture" if "<svg" in markup else "xml"


def _zipped(data: bytes) -> str:
    # Each entry of the directory becomes an object: millions of empty members are a bomb, too.
    if data.count(b"PK\x01\x02") > MOST_MEMBERS:
        raise Refused(f"压缩包中的文件超过 {MOST_MEMBERS} 个，请先解压，再添加其中的文件")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "OFD.xml" in names:
                return "ofd"
            if (
                "mimetype" in names
                and (info := archive.getinfo("mimetype")).compress_type in _PLAIN
            ):
                with archive.open(info) as file:
                    kind = file.read(80)
                return next((name for mark, name in _OPEN_DOCUMENT if mark in kind), "zip")
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        raise Refused("压缩格式的文件已损坏，请重新取得原件") from None
    if "[Content_Types].xml" in names:
        tops = {name.partition("/")[0].lower() for name in names}
        return next((name for top, name in _OFFICE if top in tops), "docx")
    return "zip"


def _compound(data: bytes) -> str:
    for stream, name in _OLE_STREAMS:
        if _has_entry(data, stream):
            if not name:
                raise Refused(_PASSWORD)
            return name
    return "ole"


def _has_entry(data: bytes, stream: str) -> bool:
    """Whether a directory of a compound file has an entry of that name: its entries begin at
    multiples of 128 bytes ([MS-CFB] 2.6.1), while the word may stand in any text."""
    name = f"{stream}\0".encode("utf-16-le")
    at = data.find(name)
    while at >= 0 and at % 128:
        at = data.find(name, at + 1)
    return at >= 0


def _ascii(head: bytes) -> str:
    """``head`` as far as tags are concerned, whatever its encoding."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\x00" in head[:2]:
        return head.replace(b"\x00", b"").decode("latin-1")[2 * (head[0] > 0xF0) :]
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
