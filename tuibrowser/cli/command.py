"""What the table of commands is made of.

It imports nothing, so that asking for help loads no floor.
"""

from __future__ import annotations

from typing import Final, NamedTuple

PROGRAM: Final = "tuibrowser"


class Option(NamedTuple):
    """What begins with a hyphen."""

    flags: tuple[str, ...]
    """The short one first, where there is one."""
    help: str
    """One clause, for ``--help``; no more than 54 columns."""
    takes: str = ""
    """Stands for its value; empty for a switch, which has none."""
    reads: str = ""
    """The function of ``cli.values`` that reads the value; empty takes it as it was typed."""
    words: tuple[str, ...] = ()
    """The values there are, the default one first, where they are few."""
    default: str | int | None = None
    repeats: bool = False
    """Whether it may be given several times; its values are a list then."""
    note: str = ""
    """What README and manual page say after ``help``."""

    @property
    def shown(self) -> str:
        """The flag to show where one is enough, with what it takes."""
        return f"{self.flags[0]} {self.takes}".rstrip()


class Argument(NamedTuple):
    """What stands after a command and its options."""

    name: str
    """What its place is called in help: REF."""
    key: str
    """The attribute that the parsed options have it under."""
    shown: str
    """How it is shown after the command: ``REF…``."""
    reads: str = ""
    """As of :class:`Option`."""
    many: bool = True
    is_needed: bool = True


class Command(NamedTuple):
    """What can be asked of the program."""

    name: str
    """Empty for what happens without a command."""
    help: str
    """One clause."""
    runs: str
    """Module of ``cli`` and its function, ``module:function``, which takes the parsed options and
    the library and returns the exit status."""
    argument: Argument | None = None
    options: tuple[Option, ...] = ()
    """Its own; all commands have :data:`~tuibrowser.cli.options.COMMON` besides."""
    notes: tuple[str, ...] = ()
    """Paragraphs below its help, set as they are to be printed."""
    is_hidden: bool = False
    """Whether it is for the shell and not for people."""

    @property
    def usage(self) -> str:
        """How it is written, less the program's name."""
        parts = ("[--db FILE]", self.name, *(f"[{it.shown}]" for it in self.options))
        return " ".join(part for part in (*parts, self.argument and self.argument.shown) if part)
