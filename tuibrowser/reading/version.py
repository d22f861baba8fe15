"""The numbers of what reads each format."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import Final

from tuibrowser.fingerprint import fingerprint
from tuibrowser.reading.formats import BY_NAME

_RULES: Final = ("reading",)
_COMMON: Final = "reading.compose"
"""What every reader's paragraphs pass through."""


@cache
def reader_version(format: str) -> int:  # noqa: A002  (the field's own word)
    """Another number whenever files of ``format`` may be read otherwise; 0 for no such format.

    Files that another reader read are read again where they still are.
    """
    known = BY_NAME.get(format)
    if known is None or known.module is None:
        return 0
    module = known.module.partition(".")[2]
    digests = fingerprint(module, _RULES) + fingerprint(_COMMON, _RULES)
    return int(sha256(digests.encode()).hexdigest()[:7], 16)
