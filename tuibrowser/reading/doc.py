"""Word 97 to 2003 documents, as Word and WPS write them (.doc, .wps), turned into docx and read so.

The converter, doc2docx (PyPI ``msdoc2docx``), only takes and leaves files; here it may open none.
What it does with files is therefore given memory instead, in the one function below.
"""

from __future__ import annotations

from io import BytesIO
from types import SimpleNamespace
from typing import Any, Self
from unittest.mock import patch

from doc2docx import converter, errors
from doc2docx.cfb import CompoundFile
from doc2docx.ooxml import package

from tuibrowser.reading.docx import read as read_docx
from tuibrowser.reading.extract import Extract
from tuibrowser.reading.refused import Refused

_NOWHERE = "/nowhere.doc"
_PASSWORD = "文件设有打开密码，请在 Word 或 WPS 中去掉密码后再试"
_DAMAGED = "旧版 Word 文件无法读取，可能已损坏，请用 Word 或 WPS 打开，另存为 docx 后再试"
_TOO_OLD = "文件是更早版本的 Word 或 WPS 所写，请用 WPS 打开，另存为 docx 后再试"


def read(data: bytes) -> Extract:
    """Return the paragraphs of the Word 97 document ``data``.

    Raises:
        Refused: it is encrypted, damaged, older, or made to harm.
    """
    try:
        converted = _as_docx(data)
    except errors.EncryptedDocumentError:
        raise Refused(_PASSWORD) from None
    except (errors.InvalidWordDocument, errors.UnsupportedFeatureError):
        raise Refused(_TOO_OLD) from None
    except errors.Doc2DocxError:
        raise Refused(_DAMAGED) from None
    return read_docx(converted)._replace(encoding="doc")


class _Built(Exception):
    """The document is there; what would follow is a file."""


class _NoFile:
    """Stands for the temporary file that a converted document would go to."""

    name = _NOWHERE

    def __init__(self, **_: object) -> None: ...

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...


def _as_docx(data: bytes) -> bytes:
    target = BytesIO()

    def from_memory(_: object, *, limits: Any) -> CompoundFile:
        return CompoundFile(data, **({} if limits is None else {"limits": limits}))

    def write(document: Any, _: object) -> None:
        write_docx(document, target)
        raise _Built

    write_docx = converter.write_docx
    with (
        patch.object(converter, "CompoundFile", SimpleNamespace(from_path=from_memory)),
        patch.object(converter, "tempfile", SimpleNamespace(NamedTemporaryFile=_NoFile)),
        patch.object(converter, "write_docx", write),
        patch.object(package, "Path", lambda it: it),
    ):
        try:
            converter.convert(_NOWHERE, f"{_NOWHERE}x")
        except _Built:
            return target.getvalue()
    raise Refused(_DAMAGED)
