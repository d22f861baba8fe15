"""What the program remembers of a person's taste."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tuibrowser.locations import state_home
from tuibrowser.state import storage

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """One person's."""

    light: bool = False
    """Dark letters on a light ground."""


def settings_file() -> Path:
    """Where the settings are kept."""
    return state_home() / "settings.json"


def load_settings() -> Settings:
    """The settings as they were last.

    Raises:
        StateDamaged: the file is there but cannot be read; it was put aside.
    """
    return storage.load(settings_file(), "界面设置", _from_json, Settings())


def save_settings(settings: Settings) -> None:
    """Keep ``settings``.

    Raises:
        StateUnsaved: the state folder cannot be written.
    """
    storage.save(settings_file(), "界面设置", {"version": _VERSION, **asdict(settings)})


def _from_json(content: dict[str, Any]) -> Settings:
    if content["version"] != _VERSION or not isinstance(content["light"], bool):
        raise ValueError("values")
    return Settings(content["light"])
