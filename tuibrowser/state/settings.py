"""What the program remembers of a person's taste."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tuibrowser.locations import state_home
from tuibrowser.state import values
from tuibrowser.state.storage import Say, Stored, unheard


@dataclass(frozen=True, slots=True)
class Settings:
    """One person's."""

    light: bool = False
    """Dark letters on a light ground."""


def settings_file() -> Path:
    """Where the settings are kept."""
    return state_home() / "settings.json"


def load_settings(say: Say = unheard) -> Settings:
    """Return the settings as they were last; ``say`` is told of what is damaged."""
    return _STORED.read(say)


def change_settings(change: Callable[[Settings], Settings], say: Say = unheard) -> None:
    """Keep what ``change`` makes of the settings; raises :class:`StateUnsaved`."""
    _STORED.change(change, say)


def _understand(content: dict[str, Any]) -> tuple[Settings, int]:
    return Settings(values.truth(content.get("light"))), 0


_STORED = Stored(settings_file, "界面设置", Settings(), _understand, asdict)
