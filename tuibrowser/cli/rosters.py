"""A roster that is named on the command line."""

from __future__ import annotations

from pathlib import Path

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.terminal import remark
from tuibrowser.insight.roster import Roster, RosterUnread, find_roster, plain_name
from tuibrowser.places.rosters import ListedUnit, located
from tuibrowser.reading.sheets import SheetUnread, read_sheets


def read_roster(name: str) -> Roster:
    """The roster in the file ``name``.

    Raises:
        Stop: it is none, or a person's own words for its columns are unusable.
    """
    from tuibrowser.lexicon.own import LexiconError  # noqa: PLC0415

    try:
        return find_roster(read_sheets(Path(name)))
    except (SheetUnread, RosterUnread) as reason:
        raise Stop(Status.LACKING, f"无法读取名册 {name}：{reason}") from None
    except LexiconError as error:
        raise Stop(Status.MISUSED, str(error)) from None


def read_listed(name: str) -> list[ListedUnit]:
    """The units in the file ``name``, and where they lie as it is written there.

    Raises:
        Stop: as :func:`read_roster`, or it does not say where any of them lies.
    """
    roster = read_roster(name)
    units = [ListedUnit(plain_name(it.name), it.county or "") for it in roster.units]
    if not any(map(located, units)):
        raise Stop(
            Status.LACKING, f"名册 {name} 没有写明各单位所属的县区，请加上“县区”一列，每行写一个"
        )
    for note in roster.notes:
        remark(note)
    return units
