"""Units without a report of which a file lies there that could not be taken in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.insight.coverage import Coverage
from tuibrowser.insight.roster import Listed, plain_name
from tuibrowser.state.refused import RefusedFile
from tuibrowser.text.placename import stem

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORTEST: Final = 2
"""Characters of a name with its kind, at least: 城镇 of 青棠县城镇 would be in many paths."""
_MOST: Final = 10
"""Files that have a line each."""


def unread_of(coverage: Coverage, refused: Sequence[RefusedFile]) -> Iterator[str]:
    """A sentence for each file that may be the report of a unit that is said to have none.

    A file is taken for a unit's by its path, which names the unit and no other year.
    """
    found = [
        (unit.issuer, file)
        for unit in coverage.units
        if unit.status == "missing"
        for file in refused
        if _is_named(unit.issuer, unit.place.county, file.path)
        and _may_be_of(coverage.year, file.path)
    ]
    for issuer, file in found[:_MOST]:
        yield f"{issuer}列为未报送，但有文件未能入库，请核：{file.path}（{file.reason}）"
    if len(found) > _MOST:
        yield f"这样的文件共有 {len(found)} 个，见浏览界面的“未能入库”（按 A）"


def is_unread(listed: Listed, year: int, refused: Sequence[RefusedFile]) -> bool:
    """Whether one of the files that could not be taken in may be the report of ``listed``."""
    return any(
        _is_named(listed.name, listed.county, file.path) and _may_be_of(year, file.path)
        for file in refused
    )


def _is_named(issuer: str, county: str | None, path: str) -> bool:
    """Whether ``path`` has the unit's name, with its county's before it or without."""
    name = plain_name(issuer)
    for lead in (county, stem(county)) if county else ():
        if name.startswith(lead) and len(name) > len(lead) + _SHORTEST:
            return name.removeprefix(lead) in path
    return name in path


def _may_be_of(year: int, path: str) -> bool:
    years = {int(it) for it in _YEAR.findall(path)}
    return not years or year in years
