"""A few attempts of each kind, the same each time; ``make attack`` makes thousands."""

from __future__ import annotations

import pytest

from attack.kinds import KINDS, Kind, tried
from attack.site import Ground

SEED = 8


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground(tmp_path_factory.mktemp("attack"))


@pytest.mark.parametrize(
    ("kind", "number"),
    [pytest.param(kind, at, id=f"{kind.name}-{at}") for kind in KINDS for at in kind.short],
)
def test_promises_hold(kind: Kind, number: int, ground: Ground) -> None:
    failure = tried(kind, ground, SEED, number)
    assert failure is None, f"make attack only={kind.name} seed={SEED} trial={number}\n{failure}"
