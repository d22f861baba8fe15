"""The wall between a file and the terminal: what must never reach the screen is removed here.

Textual 8.2.8 hands ESC in text through to the terminal, so no control character may pass.
"""

from __future__ import annotations

import re

from tuibrowser.text.visible import STEERING

# ECMA-48: CSI, then the string sequences (OSC, DCS, SOS, PM, APC) up to BEL or ST or the end of the
# line, then two-character escapes; C1 forms included.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]P^_X]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029]")
# What steers less tab and newline, then the invisible formatting characters: soft hyphen, zero
# width, byte order mark, interlinear marks, tags.
_INVISIBLE = re.compile(
    rf"(?![\t\n])[{STEERING}\xad\u180e\u200b-\u200d\u2060-\u2065\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    """Return ``text`` less escape sequences, control, bidi, zero-width and no characters.

    Line ends become ``\\n``; tabs stay. ``clean(clean(text)) == clean(text)``.
    """
    previous = None
    while previous != text:  # removing one sequence can put another together
        previous = text
        text = _INVISIBLE.sub("", _ESCAPES.sub("", _LINE_ENDS.sub("\n", text)))
    return text
