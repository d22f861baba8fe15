"""What a library answers about names that are being typed: no report is read for them."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Final

from tuibrowser.store.answers.corrected_reader import CorrectedReader
from tuibrowser.store.rows import columns

if TYPE_CHECKING:
    from tuibrowser.model.report import Owner

_LAST_CHARACTER: Final = chr(sys.maxunicode)
_ABOVE: Final = ("province", "city", "county")
_THERE: Final = f"(?3 IS NULL OR ?3 IN ({', '.join(_ABOVE)}))"
_ISSUERS: Final = (
    "SELECT DISTINCT issuer FROM report INDEXED BY report_list"
    f" WHERE issuer >= ?1 AND issuer < ?2 AND {_THERE}"
)
_YEARS: Final = (
    "SELECT year, count(*) FROM report INDEXED BY report_list"
    f" WHERE issuer = ?1 AND ?2 IS NULL AND {_THERE} GROUP BY year"
)
_PLACES: Final = " UNION ".join(
    f"SELECT DISTINCT {level} FROM report INDEXED BY report_list"
    f" WHERE {level} >= ?1 AND {level} < ?2"
    for level in _ABOVE
)


class BeginningReader(CorrectedReader):
    """Names by their beginnings, by code point."""

    def issuers_beginning(self, beginning: str, place: str | None = None) -> list[str]:
        """The issuers whose names begin so, those of ``place`` alone if one is given."""
        found = self._checked((columns.text,), _ISSUERS, *_range(beginning), place)
        names = {issuer for (issuer,) in found}
        for name in self._renamed:
            if name.startswith(beginning):
                (names.add if self.texts_by_year(name, place) else names.discard)(name)
        return sorted(names)

    def texts_by_year(self, issuer: str, place: str | None = None) -> list[tuple[int | None, int]]:
        """Each year that an issuer has texts of, with their number; the unknown year first.

        Args:
            issuer: Its short name.
            place: Where it lies; issuers of the name elsewhere are passed over.
        """
        found = self._checked((columns.year, columns.whole), _YEARS, issuer, None, place)
        counts = Counter[int | None]()
        for year, count in found:
            counts[year] = count

        def is_meant(owner: Owner) -> bool:
            return owner.issuer == issuer and (place is None or place in owner.place[:-1])

        for it in self._beside:
            counts.subtract([it.before.year] if is_meant(it.before) else ())
            counts.update([it.now.year] if is_meant(it.now) else ())
        return sorted((+counts).items(), key=lambda it: it[0] or 0)

    def places_beginning(self, beginning: str) -> list[str]:
        """The places above townships that reports are from and whose names begin so."""
        found = self._checked((columns.text,), _PLACES, *_range(beginning))
        names = {name for (name,) in found}
        told = (name for it in self._beside for name in it.now.place[:-1] if name)
        return sorted(names.union(name for name in told if name.startswith(beginning)))

    @property
    def _renamed(self) -> set[str]:
        """The names that reports had or have which were put right beside the library."""
        owners = (owner for it in self._beside for owner in (it.before, it.now))
        return {owner.issuer for owner in owners if owner.issuer}


def _range(beginning: str) -> tuple[str, str]:
    return beginning, f"{beginning}{_LAST_CHARACTER}"
