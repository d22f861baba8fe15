"""The formats a report may come in: one record each, told by content and never by suffix.

A further format is one record here and one module with ``read(data: bytes) -> Extract``. What is
recognised and cannot be read is a record without a reader and says what to do instead.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Format(NamedTuple):
    """One format."""

    name: str
    label: str
    """As users call it."""
    suffixes: tuple[str, ...]
    """Lower case; which files of a folder are looked at, nothing more."""
    module: str | None
    """Where its reader lives, imported only when such a file is read."""
    advice: str = ""
    """For a format without reader: what to do instead, the rest of a sentence."""
    in_child: bool = True
    """Whether it is read in a limited child process."""


_AS_WORD: Final = "请另存为 Word 文档（docx）或 PDF 后再试"
_UNPACK: Final = "请先解压，再添加其中的文件"
_CONVERT: Final = "请用原阅读软件另存为 PDF（带文字）后再试"
_PICTURE: Final = "图片中的文字无法读取，请用文字版原件，或先做文字识别（OCR）"

FORMATS: Final[tuple[Format, ...]] = (
    Format("txt", "纯文本", (".txt", ".text", ".md"), "tuibrowser.reading.plain", in_child=False),
    Format("docx", "Word 文档", (".docx", ".docm", ".dotx", ".dotm"), "tuibrowser.reading.docx"),
    Format("doc", "旧版 Word 文档", (".doc", ".dot", ".wps", ".wpt"), "tuibrowser.reading.doc"),
    Format("wordml", "Word XML 文档", (), "tuibrowser.reading.wordml"),
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
    Format("ceb", "CEB 版式文件", (".ceb",), None, _CONVERT),
    Format("caj", "CAJ 版式文件", (".caj", ".kdh", ".nh"), None, _CONVERT),
    Format("picture", "图片", (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".webp"),
           None, _PICTURE),
    Format("xml", "XML 文件", (".xml", ".uot", ".fodt"), None, _AS_WORD),
    Format("database", "数据库", (), None, "请指定报告文件"),
    Format("ole", "Office 旧格式文件", (), None, _AS_WORD),
    Format("program", "程序文件", (), None, "请指定报告文件"),
)  # fmt: skip

BY_NAME: Final[dict[str, Format]] = {it.name: it for it in FORMATS}

SUFFIXES: Final[frozenset[str]] = frozenset(
    suffix for it in FORMATS if it.module for suffix in it.suffixes
)
"""What a walk through a folder picks up, lower case."""

OTHER_SUFFIXES: Final[frozenset[str]] = frozenset(
    suffix
    for it in FORMATS
    if not it.module and it.name not in {"picture", "xml"}
    for suffix in it.suffixes
)
"""What a report may well be kept as, but cannot be read; lower case. Pictures lie in many a folder
beside the reports."""


def refusal(format: Format) -> str:  # noqa: A002  (the field's own word)
    """The sentence for a file of a format without reader."""
    return f"不支持{format.label}，{format.advice}"
