"""One unit across its years: what one report states of its place holds for the others; where none
does, a roster or the folder may tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count
from typing import Final

from tuibrowser.model.report import Place
from tuibrowser.model.terms import LEVELS
from tuibrowser.places.rosters import ListedUnit, LocatedUnit, located
from tuibrowser.places.units import shared_places, spelt, spelt_or_none
from tuibrowser.store.rows import columns, folders
from tuibrowser.store.rows.namesakes import KEY, pack
from tuibrowser.store.rows.provenance import (
    BY_ROSTER,
    ELSEWHERE,
    LEARNT,
    TOLD,
)
from tuibrowser.store.rows.rosters import KEY as ROSTER
from tuibrowser.store.rows.rosters import pack as pack_roster
from tuibrowser.store.rows.rosters import unpack
from tuibrowser.store.writing.folder_places import Placed, told_apart, told_by_folders
from tuibrowser.store.writing.session import WriteSession
from tuibrowser.text.fold import fold

_COLUMNS: Final = "r.id, r.issuer, r.province, r.city, r.county, r.township"
_RULES: Final = (columns.whole, *(columns.text_or_none,) * 5)


def share_places(session: WriteSession, beside: Iterable[tuple[str, Place]] | None = None) -> int:
    """See ``Writer.share_places``.

    Args:
        session: The library.
        beside: Issuers with their places, as other libraries know them; ``None`` where nobody asked
            them: what was learnt from them holds then.
    """
    known = _places(session)
    learnt = _levels(session, f"({TOLD})" + f" AND words <> '{ELSEWHERE}'" * (beside is None))
    own = {
        id_: (issuer, _without(place, learnt.get(id_, frozenset())))
        for id_, (issuer, place) in known.items()
    }
    issuers = {issuer for issuer, _ in own.values()}
    names = set(map(spelt_or_none, issuers))
    others = [LocatedUnit(*it, ELSEWHERE) for it in beside or () if spelt(it[0]) in names]
    others += _on_roster(session, issuers)
    told = _by_issuers(session, own, {}, others)
    told |= (by_folders := told_by_folders(session, own, told))
    # What a folder told one year holds for the others, but for those in a folder of another county.
    told |= _by_issuers(session, own, told, others)
    if apart := told_apart(session, own, told):
        by_folders |= apart
        told = _by_issuers(session, own, by_folders, others) | by_folders
    settled = _levels(session, "state = 'corrected'")
    changed = 0
    units: list[tuple[str | None, Place]] = []
    for id_, (issuer, place) in known.items():
        before = own[id_][1]
        whole, words = told.get(id_, Placed(before, ""))
        # A level that a person said there is none of stays without.
        kept = settled.get(id_, frozenset())
        whole = whole._replace(**{level: getattr(before, level) for level in kept})
        units.append((issuer, whole))
        if whole != place:
            _write(session, id_, before, Placed(whole, words))
            changed += 1
    _note_namesakes(session, units)
    return changed


def _by_issuers(
    session: WriteSession,
    own: Mapping[int, tuple[str | None, Place]],
    told: Mapping[int, Placed],
    beside: Iterable[LocatedUnit] = (),
) -> dict[int, Placed]:
    """What reports learn of others of their issuer, here or ``beside``."""
    others = dict(zip(count(-1, -1), beside, strict=False))
    known: dict[int, tuple[str | None, Place]] = {
        id_: (it.issuer, it.place) for id_, it in others.items()
    }
    # Of two that tell the same the later is named: one that is here.
    known |= {
        id_: (issuer, told[id_].place if id_ in told else place)
        for id_, (issuer, place) in own.items()
    }
    return {
        id_: Placed(
            whole, LEARNT + _file(session, teller) if teller in own else others[teller].words
        )
        for id_, (whole, teller) in shared_places(known).items()
        if id_ in own
    }


def _on_roster(session: WriteSession, issuers: Collection[str | None]) -> Iterator[LocatedUnit]:
    """Those of ``issuers`` that the roster lists, and where."""
    listed = unpack(session.meta(ROSTER))
    if not listed:
        return
    by_name = {fold(issuer): issuer for issuer in issuers if issuer}
    for unit in map(located, listed):
        if unit and unit.issuer in by_name:
            yield LocatedUnit(by_name[unit.issuer], unit.place, BY_ROSTER + unit.words)


def learn_roster(session: WriteSession, roster: Iterable[ListedUnit]) -> None:
    """Keep ``roster`` in place of the one before."""
    _note(session, ROSTER, pack_roster(roster))


def settle_folder(session: WriteSession, folder: str, place: Place) -> None:
    """Keep where what lies in ``folder`` is from, in place of what was kept before; forget that
    where ``place`` says nothing."""
    settled = folders.unpack(session.meta(folders.KEY))
    settled.pop(folder, None)
    if any(place):
        settled[folder] = place
    _note(session, folders.KEY, folders.pack(settled))


def _note(session: WriteSession, key: str, value: str) -> None:
    """Keep ``value``, or nothing of ``key`` where it is empty."""
    if session.meta(key) == value:
        return
    with session.change():
        meta = session.tables.table("meta")
        meta.delete_where("key = ?", [key])
        if value:
            meta.insert({"key": key, "value": value})


def _note_namesakes(session: WriteSession, units: Iterable[tuple[str | None, Place]]) -> None:
    _note(session, KEY, pack(units))


def _places(session: WriteSession) -> dict[int, tuple[str | None, Place]]:
    sql = f"SELECT {_COLUMNS} FROM report AS r WHERE r.is_report"
    return {id_: (issuer, Place(*levels)) for id_, issuer, *levels in session.rows(_RULES, sql)}


def _levels(session: WriteSession, where: str) -> dict[int, frozenset[str]]:
    """The levels whose evidence is so, of each report that has any."""
    rules = (columns.whole, columns.place_level)
    sql = f"SELECT report, level FROM place_evidence WHERE {where}"
    found: dict[int, frozenset[str]] = {}
    for id_, level in session.rows(rules, sql):
        found[id_] = found.get(id_, frozenset()) | {level}
    return found


def _without(place: Place, levels: frozenset[str]) -> Place:
    return place._replace(**dict.fromkeys(levels)) if levels else place


def _file(session: WriteSession, id_: int) -> str:
    row = session.row((columns.text,), "SELECT file FROM report WHERE id = ?", id_)
    return str(row[0]) if row else ""


def _write(session: WriteSession, id_: int, own: Place, told: Placed) -> None:
    whole = told.place
    with session.change():
        # The rows are taken out by what stands in the tables.
        session.postings.take_out(id_)
        session.tables.table("report").update(id_, whole._asdict())
        evidence = session.tables.table("place_evidence")
        for level, mine, name in zip(LEVELS, own, whole, strict=True):
            if mine:
                continue
            evidence.delete_where("report = ? AND level = ?", [id_, level])
            state = {"state": "inferred", "words": told.words}
            nothing = {"state": "unknown", "words": None}
            evidence.insert({"report": id_, "level": level, **(state if name else nothing)})
        session.postings.put_in(id_)
