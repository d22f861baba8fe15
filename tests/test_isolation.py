"""No test sees or touches the home of the person who runs it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tuibrowser import locations


@pytest.mark.parametrize("name", ["isolated_home", "nobody_s_home", "patient_pilot"])
def test_nothing_takes_the_place_of_what_isolates(
    name: str, request: pytest.FixtureRequest
) -> None:
    # Where two are defined, the nearer one shadows the other, and what that did is left undone.
    known = request.session._fixturemanager._arg2fixturedefs
    assert len(known.get(name, ())) <= 1


def test_a_test_lives_in_its_own_home(isolated_home: Path, nobody_s_home: Path) -> None:
    assert Path.home() == isolated_home != nobody_s_home
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        assert Path(os.environ[variable]).parent == isolated_home
    assert locations.state_home().is_relative_to(isolated_home)
    assert "TUIBROWSER_DB" not in os.environ


def test_the_home_of_the_person_is_untouched_so_far(nobody_s_home: Path) -> None:
    assert not list(nobody_s_home.iterdir())
