"""``_refs``: what a REF can go on to be, for the completions of shells.

A person waits for it with a finger on the Tab key, so it answers at once or not at all, and says
nothing of what went wrong.
"""

from __future__ import annotations

from argparse import Namespace
from threading import Timer
from typing import Final

from tuibrowser.cli.outcome import Status
from tuibrowser.cli.terminal import say
from tuibrowser.store.library import Interrupted, Library, LibraryError
from tuibrowser.store.refs.beginnings import refs_beginning

_PATIENCE: Final = 0.06
"""Seconds to look; with the start of the program it is a tenth of a second."""


def list_refs(options: Namespace, library: Library) -> int:
    """Print the REFs that begin as the given one does, one a line."""
    try:
        with library.read() as reader:
            timer = Timer(_PATIENCE, reader.interrupt)
            timer.daemon = True
            timer.start()
            try:
                found = refs_beginning(options.beginning, reader)
            finally:
                timer.cancel()
    except (LibraryError, Interrupted):
        found = []
    for ref in found:
        say(ref)
    return Status.DONE if found else Status.LACKING
