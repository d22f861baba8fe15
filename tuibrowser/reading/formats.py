"""The formats a report may come in: one record each, told by content and never by suffix.

A further format is one record here and one module with ``read(data: bytes) -> Extract``. What is
recognised and cannot be read is a record without a reader and says what to do instead.
"""

from __future__ import annotations

import os
import re
from typing import Final, NamedTuple


class Format(NamedTuple):
    """One format."""

    name: str
    label: str
    """As users call it."""
    suffixes: tuple[str, ...]
    """Lower case; which files of a folder are looked at, and what one is whose content says
    nothing."""
    module: str | None
    """Where its reader lives, imported only when such a file is read."""
    advice: str = ""
    """For a format without reader: what to do instead, the rest of a sentence."""
    in_child: bool = True
    """Whether it is read in a limited child process."""


_AS_WORD: Final = "请另存为 Word 文档（docx）或 PDF 后再试"
_UNPACK: Final = "请先解压，再添加其中的文件"
_CONVERT: Final = "请用原阅读软件另存为 PDF（带文字）后再试"
_PICTURE: Final = "请用文字版原件，或先做文字识别（OCR）"
_AS_REPORT: Final = "请指定报告文件"

FORMATS: Final[tuple[Format, ...]] = (
    Format("txt", "纯文本", (".txt", ".text", ".md"), "tuibrowser.reading.plain", in_child=False),
    Format("docx", "Word 文档", (".docx", ".docm", ".dotx", ".dotm"), "tuibrowser.reading.docx"),
    Format("doc", "旧版 Word 文档", (".doc", ".dot", ".wps", ".wpt"), "tuibrowser.reading.doc"),
    Format("wordml", "Word XML 文档", (".xml",), "tuibrowser.reading.wordml"),
    Format("rtf", "RTF 文档", (".rtf",), "tuibrowser.reading.rtf"),
    Format("odt", "ODT 文档", (".odt", ".ott"), "tuibrowser.reading.odt"),
    Format("pdf", "PDF", (".pdf",), "tuibrowser.reading.pdf"),
    Format("html", "网页", (".html", ".htm", ".shtml", ".xhtml"), "tuibrowser.reading.html"),
    Format("mht", "单个文件网页", (".mht", ".mhtml"), "tuibrowser.reading.mht"),
    Format("ofd", "OFD 版式文件", (".ofd",), "tuibrowser.reading.ofd"),
    Format("zip", "压缩包", (".zip",), "tuibrowser.reading.archive"),
    Format("xlsx", "表格文件", (".xlsx", ".xls", ".et", ".ods"), None, _AS_WORD),
    Format("slides", "演示文稿", (".pptx", ".ppt", ".dps"), None, _AS_WORD),
    Format("rar", "RAR 压缩包", (".rar",), None, _UNPACK),
    Format("7z", "7z 压缩包", (".7z",), None, _UNPACK),
    Format("gzip", "gzip 压缩包", (".gz", ".tgz"), None, _UNPACK),
    Format("tar", "压缩包", (".tar", ".bz2", ".tbz", ".xz", ".txz", ".zst", ".cab", ".lzh", ".arj"),
           None, _UNPACK),
    Format("ceb", "CEB 版式文件", (".ceb",), None, _CONVERT),
    Format("caj", "CAJ 版式文件", (".caj", ".kdh", ".nh"), None, _CONVERT),
    Format("sep", "书生版式文件", (".sep", ".gd", ".gw"), None, _CONVERT),
    Format("ebook", "电子书", (".epub", ".mobi", ".azw3"), None, _CONVERT),
    Format("picture", "图片",
           (".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".bmp", ".gif", ".tif", ".tiff", ".webp",
            ".heic", ".heif", ".avif", ".jp2", ".jxl", ".svg", ".wmf", ".emf", ".ico", ".psd"),
           None, _PICTURE),
    Format("recording", "音频和视频", (), None, _AS_REPORT),
    Format("drawing", "绘图文件", (".odg", ".vsd", ".vsdx"), None, _AS_WORD),
    Format("xml", "XML 文件", (".uot", ".fodt"), None, _AS_WORD),
    Format("database", "数据库", (), None, _AS_REPORT),
    Format("ole", "Office 旧格式文件", (), None, _AS_WORD),
    Format("program", "程序文件", (), None, _AS_REPORT),
)  # fmt: skip

BY_NAME: Final[dict[str, Format]] = {it.name: it for it in FORMATS}

SUFFIXES: Final[frozenset[str]] = frozenset(
    suffix for it in FORMATS if it.module for suffix in it.suffixes
)
"""Of what can be read, lower case."""

UNREADABLE: Final[dict[str, Format]] = {
    suffix: it for it in FORMATS if not it.module for suffix in it.suffixes
}
"""What a report may be kept as and cannot be read, by suffix, lower case."""


_SUFFIX: Final = re.compile(r"\.(?=\d*[a-z])[a-z0-9_-]{1,10}", re.A | re.I)
"""As programs name what they keep; ``.15`` ends a day, ``.报告`` or ``.doc (2)`` a title."""


def is_looked_at(name: str) -> bool:
    """Whether a file of that name in a folder or an archive may be a report: what it is, its
    content says; what cannot be read is refused with what to do instead.

    A Chinese title is looked at without a suffix, too: it was lost on the way. Left alone are
    hidden files and what programs keep beside those they have open (``~$…``, ``…~``).
    """
    if name.startswith((".", "~$")) or name.endswith("~"):
        return False
    suffix = os.path.splitext(name)[1].lower()
    if suffix in SUFFIXES or suffix in UNREADABLE:
        return True
    return not name.isascii() and not _SUFFIX.fullmatch(suffix)


def refusal(format: Format) -> str:  # noqa: A002  (the field's own word)
    """The sentence for a file of a format without reader."""
    space = " " if format.label[0].isascii() else ""
    return f"不支持{space}{format.label}，{format.advice}"
