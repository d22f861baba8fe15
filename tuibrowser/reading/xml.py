"""XML of documents: parts of packages, without definitions of their own.

Neither entities nor external references are needed in documents, and both are how XML is made to
harm; a part that declares a document type is refused whatever its encoding.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

from tuibrowser.reading.refused import Refused

LARGEST_PART = 48 * 1024 * 1024
"""Bytes of one part, unpacked; a report of 100,000 characters has two million."""

_DAMAGED = "文件已损坏或格式不规范，无法读取，请用原软件打开并另存一份后再试"
_TOO_LARGE = "文件内容异常，解开后过大，请重新取得原件，或另存为其他格式后再试"
_MOST_TAGS = 1_500_000
"""Of one part; a long report has two hundred thousand, and each takes 150 bytes of memory."""
_NO_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT_RELATIONS = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
_CHINESE = re.compile(
    rb"""(\s*<\?xml[^>]*?)\sencoding\s*=\s*["'](gb[\w-]*|big5[\w-]*)["']([^>]*\?>)""", re.I
)


class _LocalNames(dict[str, str]):
    """Names without namespace, by what they are with it; a document has few different ones."""

    def __init__(self, keep_relations: bool) -> None:
        self._kept = (_RELATIONS, _STRICT_RELATIONS) if keep_relations else ()

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition("}")
        self[name] = found = f"r:{local}" if f"{space}}}" in self._kept else local
        return found


class _Begun(Exception):
    """The first element has come: there is no document type."""


def parse(data: bytes, keep_relations: bool = False) -> Element:
    """The tree of ``data``, names without their namespaces.

    Args:
        data: an XML document in an encoding it declares itself.
        keep_relations: whether attributes of OOXML's relationships namespace are called ``r:…``.

    Raises:
        Refused: it is no well-formed XML, or declares a document type.
    """
    if data.count(b"<") > _MOST_TAGS:
        raise Refused(_TOO_LARGE)
    try:
        data = _in_utf8(data)
        _forbid_document_type(data)
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, expat.ExpatError, LookupError, ValueError) as error:
        if getattr(error, "code", None) == _NO_MEMORY:
            raise MemoryError from None
        raise Refused(_DAMAGED) from None
    names = _LocalNames(keep_relations)
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue  # a comment or an instruction
        element.tag = names[element.tag]
        if attributes := element.attrib:
            local = {names[name]: value for name, value in attributes.items()}
            attributes.clear()
            attributes.update(local)
    return root


def part(package: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one part, ``None`` if there is none of that name, whatever its case.

    Raises:
        Refused: it is damaged, encrypted or larger than ``LARGEST_PART``.
    """
    names = {it.lower(): it for it in package.namelist()}
    actual = names.get(name.lstrip("/").lower())
    if actual is None:
        return None
    try:
        with package.open(actual) as file:
            data = file.read(LARGEST_PART + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError):
        raise Refused(_DAMAGED) from None
    except (RuntimeError, NotImplementedError):
        raise Refused("文件设有打开密码，请去掉密码后再试") from None
    if len(data) > LARGEST_PART:
        raise Refused(_TOO_LARGE)
    return data


def _in_utf8(data: bytes) -> bytes:
    """``data`` in an encoding that expat reads; it knows none of two bytes a character but UTF-16.

    Raises:
        UnicodeDecodeError: it is not in the encoding that it declares.
    """
    declared = _CHINESE.match(data[:200])
    if declared is None:
        return data
    codec = "big5hkscs" if declared[2][:1] in b"bB" else "gb18030"
    return declared[1] + declared[3] + data[declared.end() :].decode(codec).encode()


def _forbid_document_type(data: bytes) -> None:
    def forbid(*_: object) -> None:
        raise Refused(_DAMAGED)

    def stop(*_: object) -> None:
        raise _Begun

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = forbid
    parser.StartElementHandler = stop
    try:
        parser.Parse(data, True)
    except _Begun:
        return
