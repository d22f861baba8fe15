"""One unit across its years: what one report states of its place holds for the others."""

from __future__ import annotations

from typing import Final

from tuibrowser.model.report import Place
from tuibrowser.model.terms import LEVELS
from tuibrowser.model.units import shared_places
from tuibrowser.store import columns
from tuibrowser.store.provenance import LEARNT
from tuibrowser.store.session import Session

_COLUMNS: Final = "r.id, r.issuer, r.province, r.city, r.county, r.township"
_RULES: Final = (columns.whole, *(columns.text_or_none,) * 5)


def share_places(session: Session) -> int:
    """See ``Writer.share_places``."""
    known = _places(session)
    learnt = _levels(session, "substr(words, 1, ?) = ?", len(LEARNT), LEARNT)
    own = {
        id_: (issuer, _without(place, learnt.get(id_, frozenset())))
        for id_, (issuer, place) in known.items()
    }
    told = shared_places(own)
    settled = _levels(session, "state = 'corrected'")
    changed = 0
    for id_, (_, place) in known.items():
        before = own[id_][1]
        whole, teller = told.get(id_, (before, id_))
        # A level that a person said there is none of stays without.
        kept = settled.get(id_, frozenset())
        whole = whole._replace(**{level: getattr(before, level) for level in kept})
        if whole != place:
            _write(session, id_, before, whole, _file(session, teller))
            changed += 1
    return changed


def _places(session: Session) -> dict[int, tuple[str | None, Place]]:
    sql = f"SELECT {_COLUMNS} FROM report AS r WHERE r.is_report"
    return {id_: (issuer, Place(*levels)) for id_, issuer, *levels in session.rows(_RULES, sql)}


def _levels(session: Session, where: str, *values: str | int) -> dict[int, frozenset[str]]:
    """The levels whose evidence is so, of each report that has any."""
    rules = (columns.whole, columns.place_level)
    sql = f"SELECT report, level FROM place_evidence WHERE {where}"
    found: dict[int, frozenset[str]] = {}
    for id_, level in session.rows(rules, sql, *values):
        found[id_] = found.get(id_, frozenset()) | {level}
    return found


def _without(place: Place, levels: frozenset[str]) -> Place:
    return place._replace(**dict.fromkeys(levels)) if levels else place


def _file(session: Session, id_: int) -> str:
    row = session.row((columns.text,), "SELECT file FROM report WHERE id = ?", id_)
    return str(row[0]) if row else ""


def _write(session: Session, id_: int, own: Place, whole: Place, teller: str) -> None:
    with session.change():
        # The rows are taken out by what stands in the tables.
        session.postings.take_out(id_)
        session.tables.table("report").update(id_, whole._asdict())
        evidence = session.tables.table("place_evidence")
        for level, mine, name in zip(LEVELS, own, whole, strict=True):
            if mine:
                continue
            evidence.delete_where("report = ? AND level = ?", [id_, level])
            state = {"state": "inferred", "words": LEARNT + teller}
            nothing = {"state": "unknown", "words": None}
            evidence.insert({"report": id_, "level": level, **(state if name else nothing)})
        session.postings.put_in(id_)
