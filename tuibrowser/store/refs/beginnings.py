"""What a REF that is being typed can go on to be."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Final

from tuibrowser.store.answers.read import Reader
from tuibrowser.store.errors import Interrupted

# Only what no shell reads as anything but itself: a name can come from a library that is made to
# harm, and what is offered is one key away from being run.
_PLAIN: Final = re.compile(r"[\w·—-]+")


def refs_beginning(beginning: str, reader: Reader) -> list[str]:
    """The plain REFs, or names of issuers and places, that begin with ``beginning``.

    Names first, then places (``青棠县/``); behind a place the issuers there. Where only one issuer
    is left, each of its years instead (``柳溪镇@2023``). Once a ``#`` is typed, each text of that
    year.

    Raises:
        LibraryError: the library cannot be read.
        Interrupted: ``Reader.interrupt`` stopped it before there was anything to tell.
    """
    above, slash, typed = beginning.rpartition("/")
    if not all(map(_PLAIN.fullmatch, above.split("/") if slash else ())):
        return []
    place = above.rpartition("/")[2] or None
    name, at, rest = typed.partition("@")
    if at:
        found = _years(name, rest, place, reader) if _PLAIN.fullmatch(name) else []
    else:
        found = list(filter(_PLAIN.fullmatch, reader.issuers_beginning(typed, place)))
        places = _places(typed, reader) if typed and not slash else []
        if len(found) == 1 and not places:
            found = _years(found[0], "", place, reader)
        found += places
    return [f"{above}{slash}{it}" for it in found]


def _places(beginning: str, reader: Reader) -> list[str]:
    """The places whose names begin so; to look for them takes longer than for issuers."""
    with suppress(Interrupted):
        return [f"{it}/" for it in reader.places_beginning(beginning) if _PLAIN.fullmatch(it)]
    return []


def _years(issuer: str, rest: str, place: str | None, reader: Reader) -> list[str]:
    """The REFs of one issuer whose part after the ``@`` begins with ``rest``."""
    found = []
    # Texts of namesakes are none of one unit.
    is_one = place is not None or issuer not in reader.namesakes
    for year, count in reader.texts_by_year(issuer, place):
        # @? may stand for a file's name in a shell.
        if year is not None:
            found.append(f"{year}")
            if "#" in rest and is_one:
                found += [f"{year}#{number}" for number in range(2, count + 1)]
    return [f"{issuer}@{ending}" for ending in found if ending.startswith(rest)]
