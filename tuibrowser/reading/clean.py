"""The wall between a file and the terminal: what must never reach the screen is removed here.

Textual 8.2.8 hands ESC in text through to the terminal, so no control character may pass. What a
page or a converter left in a text is taken out here as well, once for all formats: HTML entities
and tags, escapes of strings, Markdown marks, several code points for one look, unusual line ends,
the ends of printed pages.
"""

from __future__ import annotations

import re
from html import unescape

from tuibrowser.reading.markdown import plain_markdown
from tuibrowser.reading.rejoin import PAGE_END, rejoin
from tuibrowser.text.unify import UNSEEN, unify
from tuibrowser.text.visible import STEERING

# ECMA-48: CSI, then the string sequences (OSC, DCS, SOS, PM, APC) up to BEL or ST or the end of the
# line, then two-character escapes; C1 forms included.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]P^_X]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
# Vertical tab and U+0085 are soft returns; ¶ and ↵ are how programs draw one, _x000D_ how tables of
# Office write it; a form feed ends a page, and becomes a line of its own for ``rejoin``. One that
# follows a line end is none more, or a page's end would look like a blank line amid a paragraph.
# Blank lines are looked through from the first alone: from each, 50,000 of them took half a minute.
_LINE_ENDS = re.compile(
    r"(?<![\r\n])(?:\r\n?|\n)[\r\n]*[ \t]*\f+|\r\n?|[\f\v\x85\u2028\u2029]"
    r"|(?:[¶↵␊␤]|_x000[ABDabd]_)\n?"
)
# What steers less tab, newline and the ends of pages, then what cannot be seen.
_INVISIBLE = re.compile(rf"(?![\t\n\f])[{STEERING}{UNSEEN}]")
# &amp;emsp; was escaped twice; of spaces the semicolon is often lost, and browsers do without.
_ENTITY = re.compile(
    r"&(?:(?:amp|#38|#x26);)*(?:(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    r"|((?i:nbsp|emsp|ensp))(?![A-Za-z0-9;]))"
)
# Tags of a page whose text was copied with them; one that ends a line or a cell does so here, too.
_TAG = re.compile(
    r"(<(?:br\b|/?(?:p|div|tr|li|h[1-6]|section)\b)[^<>\n]{0,300}>)[ \t]*\n?"
    r"|<(?:/?(?:span|font|strong|b|u|em|i|a|img|table|tbody|thead|td|th|ul|ol|center|o:p|sup|sub)"
    r"\b|!--)[^<>\n]{0,300}>",
    re.IGNORECASE,
)
# Escapes of a string of JSON or of a script, whose text was copied with them; no path (D:\\new), no
# half of a pair of surrogates.
_ESCAPED = re.compile(
    r"\\(?:u(?![dD][89a-fA-F])([0-9a-fA-F]{4})|(?:r\\)?[nr](?![A-Za-z])|(t)(?![A-Za-z]))"
)
_MOST_ROUNDS = 8
"""Of decoding entities that decoded ones spell, and of taking out tags that stand in tags; honest
texts need one, crafted ones as many as they have levels, each as long as the text."""


def clean(text: str) -> str:
    """Return ``text`` as one sees it, less all that steers or cannot be seen.

    Escape sequences, control, bidi, zero-width and no characters go; line ends become ``\\n``;
    tabs stay; tags go; entities, radicals and Markdown marks become what they stand for.
    ``clean(clean(text)) == clean(text)``, unless entities or tags are nested more than eight deep.
    """
    previous, rounds = None, 0
    while previous != text:  # removing one sequence can put another together
        previous = text
        if rounds < _MOST_ROUNDS:
            text = _without_markup(text)
            rounds += 1
        text = _LINE_ENDS.sub(_line_end, text)
        text = unify(_INVISIBLE.sub("", _ESCAPES.sub("", text)))
        text = rejoin(plain_markdown(text))
    return text


def _without_markup(text: str) -> str:
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    if "<" in text:
        text = _TAG.sub(lambda found: "\n" if found[1] else "", text)
    if "\\" in text:
        text = _ESCAPED.sub(_escaped, text)
    return text


def _escaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else "\t" if found[2] else "\n"


def _character(found: re.Match[str]) -> str:
    name = found[1] or found[2]
    for written in (f"&{name};", f"&{name.lower()};"):
        if (meant := unescape(written)) != written:
            return meant
    return f"&{name};"


def _line_end(found: re.Match[str]) -> str:
    lines = found[0].replace("\r\n", "\n").replace("\r", "\n").count("\n")
    return "\n" * max(1, lines) + f"{PAGE_END}\n" * ("\f" in found[0])
