"""What a REF that is being typed can go on to be."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.store.read import Reader

# Only what no shell reads as anything but itself: a name can come from a library that is made to
# harm, and what is offered is one key away from being run.
_PLAIN: Final = re.compile(r"[\w·—-]+")


def refs_beginning(beginning: str, reader: Reader) -> list[str]:
    """The plain REFs, or names of issuers, that begin with ``beginning``.

    Names first; where only one issuer is left, each of its years instead (``柳溪镇@2023``). Once a
    ``#`` is typed, each text of that year.

    Raises:
        LibraryError: the library cannot be read.
        Interrupted: ``Reader.interrupt`` stopped it.
    """
    if "@" not in beginning:
        issuers = [name for name in reader.issuers_beginning(beginning) if _PLAIN.fullmatch(name)]
        if len(issuers) != 1:
            return issuers
        return _years(issuers[0], "", reader)
    issuer, _, rest = beginning.partition("@")
    return _years(issuer, rest, reader) if _PLAIN.fullmatch(issuer) else []


def _years(issuer: str, rest: str, reader: Reader) -> list[str]:
    """The REFs of one issuer whose part after the ``@`` begins with ``rest``."""
    found = []
    for year, count in reader.texts_by_year(issuer):
        # @? may stand for a file's name in a shell.
        if year is not None:
            found.append(f"{year}")
            if "#" in rest:
                found += [f"{year}#{number}" for number in range(2, count + 1)]
    return [f"{issuer}@{ending}" for ending in found if ending.startswith(rest)]
