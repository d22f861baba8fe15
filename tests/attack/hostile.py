"""Values that no text of a report, and no column of a library, should have."""

from __future__ import annotations

from typing import Final

from attack.promise import OUR_CLIPBOARD

TEXTS: Final = (
    f"\x1b]52;c;{OUR_CLIPBOARD}\x07",
    f"\x9d52;c;{OUR_CLIPBOARD}\x9c",
    "\x1bP$q m\x1b\\",
    "\x1b[2J\x1b[H",
    "\x9b31m",
    "\x07\x08\x7f",
    "甲\u202e镇\u2066",
    "甲\ufdd0镇\uffff\U0001ffff",
    "=cmd|' /C calc'!A0",
    "＝1+1",
    "@SUM(A1)",
    "甲\n乙\r丙\t丁",
    "[bold red]甲[/]",
    "<script>alert(1)</script>",
    "`|*_#甲",
    "👨‍👩‍👧镇\ufe0f",
    "法" * 3000,
    "",
    " ",
)
"""As text."""

VALUES: Final = (
    *("'" + text.replace("'", "''") + "'" for text in TEXTS),
    "NULL",
    "0",
    "-1",
    "1e308",
    "9e999",
    "9223372036854775807",
    "x'00ff1b5d'",
    "x''",
    "CAST(x'e6b3' AS TEXT)",
    "CAST(x'ff' AS TEXT)",
    "CAST(x'eda080' AS TEXT)",
    "'a' || char(0) || 'b'",
    f"'{'9' * 5000}'",
    "'nosuch'",
    "zeroblob(5000000)",
    "1.5",
    "'1'",
)
"""As SQL."""
