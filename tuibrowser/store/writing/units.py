"""One unit across its years: what one report states of its place holds for the others; where none
does, a roster or the folder may tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from typing import Final, NamedTuple

from tuibrowser.model.report import Place
from tuibrowser.model.terms import LEVELS, TOWNSHIPS
from tuibrowser.places.folders import (
    agrees,
    is_like_county,
    may_lie_in,
    place_of_folder,
    place_of_neighbours,
    within,
)
from tuibrowser.places.rosters import Listed, ListedUnit, located
from tuibrowser.places.units import shared_places, spelt, spelt_or_none
from tuibrowser.store.rows import columns, folders
from tuibrowser.store.rows.namesakes import KEY, pack
from tuibrowser.store.rows.provenance import (
    BY_FOLDER,
    BY_NEIGHBOURS,
    BY_ROSTER,
    BY_SETTLED,
    ELSEWHERE,
    LEARNT,
    TOLD,
)
from tuibrowser.store.rows.rosters import KEY as ROSTER
from tuibrowser.store.rows.rosters import pack as pack_roster
from tuibrowser.store.rows.rosters import unpack
from tuibrowser.store.writing.session import Session
from tuibrowser.text.fold import fold

_HIGHER: Final = frozenset({"county", "city", "province"})
_COLUMNS: Final = "r.id, r.issuer, r.province, r.city, r.county, r.township"
_RULES: Final = (columns.whole, *(columns.text_or_none,) * 5)


class _Told(NamedTuple):
    """The whole place of a report, and the words that tell what its own text does not."""

    place: Place
    words: str


def share_places(session: Session, beside: Iterable[tuple[str, Place]] | None = None) -> int:
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
    others = [Listed(*it, ELSEWHERE) for it in beside or () if spelt(it[0]) in names]
    others += _on_roster(session, issuers)
    told = _by_issuers(session, own, {}, others)
    if contrary := _in_other_counties(session, own, told):
        told = _by_issuers(session, own, contrary, others) | contrary
    told |= _by_folders(session, own, told)
    # What a folder told one year holds for the others.
    told |= _by_issuers(session, own, told, others)
    settled = _levels(session, "state = 'corrected'")
    changed = 0
    units: list[tuple[str | None, Place]] = []
    for id_, (issuer, place) in known.items():
        before = own[id_][1]
        whole, words = told.get(id_, _Told(before, ""))
        # A level that a person said there is none of stays without.
        kept = settled.get(id_, frozenset())
        whole = whole._replace(**{level: getattr(before, level) for level in kept})
        units.append((issuer, whole))
        if whole != place:
            _write(session, id_, before, _Told(whole, words))
            changed += 1
    _note_namesakes(session, units)
    return changed


def _by_issuers(
    session: Session,
    own: Mapping[int, tuple[str | None, Place]],
    told: Mapping[int, _Told],
    beside: Iterable[Listed] = (),
) -> dict[int, _Told]:
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
        id_: _Told(
            whole, LEARNT + _file(session, teller) if teller in own else others[teller].words
        )
        for id_, (whole, teller) in shared_places(known).items()
        if id_ in own
    }


def _in_other_counties(
    session: Session, own: Mapping[int, tuple[str | None, Place]], told: Mapping[int, _Told]
) -> dict[int, _Told]:
    """Those that lie in a folder called after another county than that of a namesake, which they
    would else be taken for: a folder is nearer than a report that only has the name in common."""
    namesakes = {id_: it for id_, it in told.items() if it.words.startswith(LEARNT)}
    if not any(it.place.county for it in namesakes.values()):
        return {}
    others = {id_: it for id_, it in told.items() if id_ not in namesakes}
    return {
        id_: it
        for id_, it in _by_folders(session, own, others, with_unknown=True).items()
        if id_ in namesakes
        and it.words.startswith((BY_FOLDER, BY_SETTLED))
        and namesakes[id_].place.county not in (None, it.place.county)
    }


def _on_roster(session: Session, issuers: Collection[str | None]) -> Iterator[Listed]:
    """Those of ``issuers`` that the roster lists, and where."""
    listed = unpack(session.meta(ROSTER))
    if not listed:
        return
    by_name = {fold(issuer): issuer for issuer in issuers if issuer}
    for unit in map(located, listed):
        if unit and unit.issuer in by_name:
            yield Listed(by_name[unit.issuer], unit.place, BY_ROSTER + unit.words)


def learn_roster(session: Session, roster: Iterable[ListedUnit]) -> None:
    """Keep ``roster`` in place of the one before."""
    _note(session, ROSTER, pack_roster(roster))


def settle_folder(session: Session, folder: str, place: Place) -> None:
    """Keep where what lies in ``folder`` is from, in place of what was kept before; forget that
    where ``place`` says nothing."""
    settled = folders.unpack(session.meta(folders.KEY))
    settled.pop(folder, None)
    if any(place):
        settled[folder] = place
    _note(session, folders.KEY, folders.pack(settled))


def _note(session: Session, key: str, value: str) -> None:
    """Keep ``value``, or nothing of ``key`` where it is empty."""
    if session.meta(key) == value:
        return
    with session.change():
        meta = session.tables.table("meta")
        meta.delete_where("key = ?", [key])
        if value:
            meta.insert({"key": key, "value": value})


def _by_folders(
    session: Session,
    own: Mapping[int, tuple[str | None, Place]],
    told: Mapping[int, _Told],
    *,
    with_unknown: bool = False,
) -> dict[int, _Told]:
    """What those that are still of no county learn of the folders they lie in.

    A county that nobody knows is one (``with_unknown``) only where its folder speaks against
    another.
    """
    lost = _of_no_county(session, own, told)
    if not lost:
        return {}
    rules = (columns.whole, columns.text)
    sql = "SELECT report, path FROM source ORDER BY id DESC"
    paths: dict[int, str] = {row[0]: row[1] for row in session.rows(rules, sql)}
    neighbours: dict[str, dict[tuple[str | None, Place], None]] = defaultdict(dict)
    for id_, path in paths.items():
        if id_ in own and own[id_][1].county:
            neighbours[_parent(path)][own[id_]] = None
    counties = {place.county for _, place in own.values() if place.county}
    if with_unknown:
        parts = {part for path in paths.values() for part in _parent(path).split("/")}
        counties |= set(filter(is_like_county, parts))
    settled = folders.unpack(session.meta(folders.KEY))
    tellers: dict[str, list[tuple[Place, str]]] = {}
    found: dict[int, _Told] = {}
    for id_ in lost:
        issuer, place = own[id_]
        parent = _parent(paths.get(id_, ""))
        if parent not in tellers:
            beside = list(neighbours.get(parent, ()))
            tellers[parent] = [*_tellers(parent, settled, beside, counties)]
        for where, words in tellers[parent]:
            whole = within(issuer, place, where)
            # What a person says holds for a township that no list has there, too.
            fits = agrees if words.startswith(BY_SETTLED) else partial(may_lie_in, issuer)
            if whole.county and fits(place, where):
                found[id_] = _Told(whole, words)
                break
    return found


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


def _of_no_county(
    session: Session, own: Mapping[int, tuple[str | None, Place]], told: Mapping[int, _Told]
) -> list[int]:
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


def _name(folder: str) -> str:
    return folder.rpartition("/")[2]


def _parent(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[0]


def _note_namesakes(session: Session, units: Iterable[tuple[str | None, Place]]) -> None:
    _note(session, KEY, pack(units))


def _places(session: Session) -> dict[int, tuple[str | None, Place]]:
    sql = f"SELECT {_COLUMNS} FROM report AS r WHERE r.is_report"
    return {id_: (issuer, Place(*levels)) for id_, issuer, *levels in session.rows(_RULES, sql)}


def _levels(session: Session, where: str) -> dict[int, frozenset[str]]:
    """The levels whose evidence is so, of each report that has any."""
    rules = (columns.whole, columns.place_level)
    sql = f"SELECT report, level FROM place_evidence WHERE {where}"
    found: dict[int, frozenset[str]] = {}
    for id_, level in session.rows(rules, sql):
        found[id_] = found.get(id_, frozenset()) | {level}
    return found


def _without(place: Place, levels: frozenset[str]) -> Place:
    return place._replace(**dict.fromkeys(levels)) if levels else place


def _file(session: Session, id_: int) -> str:
    row = session.row((columns.text,), "SELECT file FROM report WHERE id = ?", id_)
    return str(row[0]) if row else ""


def _write(session: Session, id_: int, own: Place, told: _Told) -> None:
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
