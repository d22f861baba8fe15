"""For which reports something is settled at once: one, all of its issuer, all of its folder."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tuibrowser.model.correction import OF_FOLDER, Correction, CorrectionKey, Corrections
from tuibrowser.model.report import Report
from tuibrowser.places.units import same_unit
from tuibrowser.store.library import Reader
from tuibrowser.text.linebreak import one_line

_OF_ISSUER: Final[frozenset[CorrectionKey]] = frozenset(
    {"issuer", "issuer_kind", "province", "city", "county", "township"}
)
"""What all reports of an issuer have in common."""


class CorrectionScope(NamedTuple):
    """Reports, and what holds for each of them."""

    says: str
    shas: tuple[str, ...]
    corrections: tuple[Correction, ...]
    folder: Path | None = None
    """Whose reports they are, and for whose later ones it holds, too."""


def scopes(
    reader: Reader, report: Report, corrections: Corrections, key: CorrectionKey
) -> list[CorrectionScope]:
    """``report`` alone, then the wider circles that ``corrections`` may be meant for.

    Args:
        reader: The library.
        report: Where something was put right.
        corrections: What was.
        key: What they are about; the others come with it.
    """
    found = [CorrectionScope("只此一份", (report.sha256,), tuple(corrections))]
    taken = {frozenset(found[0].shas)}
    for says, shas, shared, folder in _wider(reader, report):
        if key in shared and frozenset(shas) not in taken:
            taken.add(frozenset(shas))
            common = tuple(it for it in corrections if it.key in shared)
            found.append(CorrectionScope(says, shas, common, folder))
    return found


def _wider(
    reader: Reader, report: Report
) -> Iterator[tuple[str, tuple[str, ...], Collection[CorrectionKey], Path | None]]:
    own = tuple(it.sha256 for it in reader.entries() if same_unit(it, report))
    if report.sha256 in own:
        yield one_line(f"{report.name_parts[0]}的全部 {len(own)} 份报告"), own, _OF_ISSUER, None
    for source in reader.sources(report.sha256):
        below = tuple(reader.reports_below(source.parent))
        folder = one_line(source.parent.name or str(source.parent))
        yield (
            f"文件夹 {folder} 中的 {len(below)} 份报告及以后入库的",
            below,
            OF_FOLDER,
            source.parent,
        )
