"""Where commands act: the names of screens, and of inputs that have keys of their own."""

from __future__ import annotations

COMPARE = frozenset({"compare"})
WITHOUT_REPORTS = COMPARE | {"compare_empty"}
"""Also where no report is open."""
PICKER = frozenset({"picker"})
FIND = frozenset({"find"})
FIND_INPUT = frozenset({"find_input"})
"""The input of the find screen, where letters are text."""
FIND_BOTH = FIND | FIND_INPUT
COUNTS = frozenset({"find_counts"})
"""The counts of the find screen, while one of them is pointed at."""
OTHER_YEARS = frozenset({"other_years"})
SEEK = frozenset({"seek"})
"""The line for 查找 on the compare screen, where letters are text."""
OUTLINE = frozenset({"outline"})
LETTERS = frozenset({"letters"})
WORKSPACES = frozenset({"workspaces"})
PROMPT = frozenset({"prompt"})
EXPORT = frozenset({"export"})
PATH = frozenset({"export_path"})
"""The line for the file's name of the export screen, where letters are text."""
EXPORTING = EXPORT | PATH
EXPORTED = frozenset({"exported"})
EXCERPTS = frozenset({"excerpts"})
HELP = frozenset({"help"})
PALETTE = frozenset({"palette"})
EVERYWHERE = frozenset({"*"})
MODAL = (
    PICKER
    | FIND_INPUT
    | OTHER_YEARS
    | SEEK
    | OUTLINE
    | LETTERS
    | WORKSPACES
    | PROMPT
    | EXPORTING
    | EXPORTED
    | EXCERPTS
    | HELP
    | PALETTE
)
"""Screens and inputs that hide the app's keys."""
TYPING = PICKER | FIND_INPUT | SEEK | PROMPT | PATH | PALETTE
"""Where characters are text."""
