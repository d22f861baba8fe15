from __future__ import annotations

import stat

from tuibrowser.locations import state_home
from tuibrowser.state.mishap import keep


def _raised() -> Exception:
    try:
        raise ZeroDivisionError("算错了")
    except ZeroDivisionError as error:
        return error


def test_a_fault_is_kept_whole_for_nobody_else_to_read() -> None:
    sentence = keep(_raised())
    kept = state_home() / "mishap.txt"
    assert "in _raised" in kept.read_text("utf-8")
    assert "算错了" in kept.read_text("utf-8")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert str(kept) in sentence
    assert "\n" not in sentence


def test_the_last_fault_stands_in_place_of_the_one_before() -> None:
    keep(_raised())
    keep(KeyError("另一个"))
    assert "ZeroDivisionError" not in (state_home() / "mishap.txt").read_text("utf-8")


def test_a_fault_that_cannot_be_kept_is_still_said() -> None:
    state_home().mkdir(parents=True)
    (state_home() / "mishap.txt").mkdir()
    sentence = keep(_raised())
    assert "ZeroDivisionError" in sentence
    assert "告诉维护人员" in sentence
