"""Reports that are written in the words of another one."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from tuibrowser.model.report import Report
from tuibrowser.store.index.tokens import issuer_token, role_token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tuibrowser.store.answers.read import Reader

_MOST_TITLES: Final = 50
"""Titles to look at for reports of one issuer; some reports have several."""


def akin(reader: Reader, report: Report, limit: int) -> Iterator[Report]:
    """At most ``limit`` reports of the library: those of the issuer of ``report``, then the newest.

    Found by their titles, so that in a library of any size only those are read.
    """
    title = role_token("title")
    own = (issuer_token(report.issuer), title) if report.issuer is not None else None
    titles = chain(
        reader.passages(own, limit=_MOST_TITLES) if own else (),
        reader.passages((title,), limit=_MOST_TITLES),
    )
    for sha256 in list(dict.fromkeys(it.report for it in titles if it.report != report.sha256)):
        if not limit:
            return
        limit -= 1
        yield reader.report(sha256)
