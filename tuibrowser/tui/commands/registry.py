"""Every command of the app: where it acts, and by which keys now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.screen_spec import ScreenSpec


class Registry:
    """The specs of all screens; ``tui/table.py`` fills the one instance there is."""

    def __init__(self) -> None:
        self._commands: dict[str, Command] = {}
        self._general: tuple[str, ...] = ()
        self.specs: tuple[ScreenSpec, ...] = ()
        """Of all screens, in the order of the documentation."""

    def fill(self, general: Iterable[Command], specs: Iterable[ScreenSpec]) -> None:
        """Take these commands and no others.

        Args:
            general: The app's own; those that lead to screens go before them.
            specs: Of all screens and their parts.
        """
        self.specs = tuple(specs)
        general = (*(it.entry for it in self.specs if it.entry is not None), *general)
        self._general = tuple(each.id for each in general)
        own = (each for spec in self.specs for each in spec.commands)
        self._commands = {each.id: each for each in (*general, *own)}

    def use_keys(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Have footers, help and palette name these keys, by command id, and the table's for the
        rest; :mod:`tuibrowser.tui.commands.keymap` has checked them and tells Textual."""
        for id_, each in self._commands.items():
            self._commands[id_] = each._replace(chosen=chosen.get(id_))

    @property
    def commands(self) -> tuple[Command, ...]:
        """All, sorted by screen: the app's own, then each screen's.

        Raises:
            RuntimeError: nothing has imported ``tui/table.py`` yet.
        """
        if not self._commands:
            raise RuntimeError("tuibrowser.tui.table has not been imported")
        return tuple(self._commands.values())

    def command(self, id_: str) -> Command:
        """The command called ``id_``; ``KeyError`` when there is none."""
        return self._commands[id_]

    def spec(self, name: str) -> ScreenSpec:
        """The spec called ``name``; ``KeyError`` when there is none."""
        for spec in self.specs:
            if spec.name == name:
                return spec
        raise KeyError(name)

    def own(self, spec: ScreenSpec) -> list[Command]:
        """The commands that act on ``spec`` itself, in table order."""
        return [self._commands[each.id] for each in spec.commands]

    def general(self, spec: ScreenSpec | None = None) -> list[Command]:
        """The app's own commands, in table order, as far as they can do anything on ``spec``."""
        found = [self._commands[id_] for id_ in self._general]
        without = spec is not None and spec.without_library
        return [each for each in found if not (without and each.needs_library)]

    def parts(self, spec: ScreenSpec) -> list[ScreenSpec]:
        """``spec`` and the parts of that screen for which help has a heading."""
        return [spec, *(it for it in self.specs if it.part_of == spec.name and it.heading)]

    def places(self, id_: str) -> list[ScreenSpec]:
        """Where the command called ``id_`` acts."""
        if id_ in self._general:
            return [spec for spec in self.specs if not spec.hides_app]
        return [spec for spec in self.specs if any(each.id == id_ for each in spec.commands)]


REGISTRY: Final = Registry()
command: Final = REGISTRY.command
"""See :meth:`Registry.command`."""
