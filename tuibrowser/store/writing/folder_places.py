"""What folders tell of the places of the reports in them, where their own texts leave that open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from tuibrowser.model.report import Place
from tuibrowser.model.terms import TOWNSHIPS
from tuibrowser.places.folders import (
    agrees,
    is_like_county,
    may_lie_in,
    place_of_folder,
    place_of_neighbours,
    within,
)
from tuibrowser.places.units import places_agree
from tuibrowser.store.rows import columns, folders
from tuibrowser.store.rows.provenance import BY_FOLDER, BY_NEIGHBOURS, BY_SETTLED, LEARNT
from tuibrowser.store.writing.session import WriteSession

_HIGHER: Final = frozenset({"county", "city", "province"})
_FEWEST_ISSUERS: Final = 2


class Placed(NamedTuple):
    """The whole place of a report, and the words that tell what its own text does not."""

    place: Place
    words: str


Owners = Mapping[int, tuple[str | None, Place]]
"""Issuer and place of each report, as its own text tells them."""


def told_by_folders(
    session: WriteSession,
    own: Owners,
    told: Mapping[int, Placed],
    *,
    against_namesakes: bool = False,
) -> dict[int, Placed]:
    """What those that are still of no county learn of the folders they lie in.

    A county that nobody knows is believed where reports of several issuers lie in a folder called
    so: one file alone may lie there by chance. Where a folder speaks against another county
    (``against_namesakes``) it is believed with one, and with a township that it has not by the
    gazetteer.
    """
    lost = _of_no_county(session, own, told)
    if not lost:
        return {}
    paths = _paths(session)
    neighbours: dict[str, dict[tuple[str | None, Place], None]] = defaultdict(dict)
    for id_, path in paths.items():
        if id_ in own and own[id_][1].county:
            neighbours[_parent(path)][own[id_]] = None
    counties = {place.county for _, place in own.values() if place.county}
    issuers: dict[str, set[str | None]] = defaultdict(set)
    for id_, path in paths.items():
        for part in _parent(path).split("/") if id_ in own else ():
            issuers[part].add(own[id_][0])
    fewest = 1 if against_namesakes else _FEWEST_ISSUERS
    counties |= {it for it, of in issuers.items() if len(of) >= fewest and is_like_county(it)}
    settled = folders.unpack(session.meta(folders.KEY))
    tellers: dict[str, list[tuple[Place, str]]] = {}
    found: dict[int, Placed] = {}
    for id_ in lost:
        issuer, place = own[id_]
        parent = _parent(paths.get(id_, ""))
        if parent not in tellers:
            beside = list(neighbours.get(parent, ()))
            tellers[parent] = [*_tellers(parent, settled, beside, counties)]
        for where, words in tellers[parent]:
            whole = within(issuer, place, where)
            # What a person says holds for a township that no list has there, too.
            is_sure = against_namesakes or words.startswith(BY_SETTLED)
            fits = agrees if is_sure else partial(may_lie_in, issuer)
            if whole.county and fits(place, where):
                found[id_] = Placed(whole, words)
                break
    return found


def told_apart(session: WriteSession, own: Owners, told: Mapping[int, Placed]) -> dict[int, Placed]:
    """Those that lie in a folder called after another county than ``told`` has them from, or than a
    namesake is from that they may be taken for: a folder is nearer than a report that only has the
    name in common.

    A folder with a report of that namesake in it says nothing: what is of several counties is kept
    there.
    """
    by_others = (LEARNT, BY_FOLDER, BY_SETTLED)
    surer = {id_: it for id_, it in told.items() if not it.words.startswith(by_others)}
    found = {
        id_: it
        for id_, it in told_by_folders(session, own, surer, against_namesakes=True).items()
        if it.words.startswith((BY_FOLDER, BY_SETTLED))
    }
    rivals: dict[str | None, set[Place]] = defaultdict(set)
    stating: dict[str | None, list[int]] = defaultdict(list)
    elsewhere = surer | found
    for id_, (issuer, place) in own.items():
        rivals[issuer].add(elsewhere[id_].place if id_ in elsewhere else place)
        if place.county:
            stating[issuer].append(id_)
    paths = _paths(session)
    return {
        id_: it
        for id_, it in found.items()
        if told.get(id_) != it
        and any(not places_agree(it.place, rival) for rival in rivals[own[id_][0]])
        and not any(
            it.words == BY_FOLDER + part
            for rival in stating[own[id_][0]]
            if not places_agree(it.place, own[rival][1])
            for part in _parent(paths.get(rival, "")).split("/")
        )
    }


def _tellers(
    parent: str,
    settled: Mapping[str, Place],
    neighbours: Sequence[tuple[str | None, Place]],
    counties: Collection[str],
) -> Iterator[tuple[Place, str]]:
    for folder, place in folders.above(parent, settled):
        yield place, BY_SETTLED + _name(folder)
    if named := place_of_folder([it for it in parent.split("/") if it], counties):
        yield named[0], BY_FOLDER + named[1]
    elif where := place_of_neighbours([place for _, place in neighbours]):
        yield where, BY_NEIGHBOURS + _name(parent)


def _of_no_county(session: WriteSession, own: Owners, told: Mapping[int, Placed]) -> list[int]:
    """The townships, and the offices of which nothing is known; a city lies in no county."""
    sql = "SELECT id, issuer_kind FROM report WHERE is_report"
    rules = (columns.whole, columns.text_or_none)
    kinds = {row[0]: row[1] for row in session.rows(rules, sql)}
    return [
        id_
        for id_, (_, place) in own.items()
        if id_ not in told
        and not place.county
        and (kinds[id_] in TOWNSHIPS or (kinds[id_] not in _HIGHER and not any(place[:-1])))
    ]


def _paths(session: WriteSession) -> dict[int, str]:
    """Where each report was read first, of those that are in several places."""
    sql = "SELECT report, path FROM source ORDER BY id DESC"
    return {row[0]: row[1] for row in session.rows((columns.whole, columns.text), sql)}


def _name(folder: str) -> str:
    return folder.rpartition("/")[2]


def _parent(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[0]
