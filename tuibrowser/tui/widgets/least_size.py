"""The least size of a screen that shows anything worth reading."""

from __future__ import annotations

from typing import Final

from textual.geometry import Size

LEAST: Final = Size(40, 10)
TOO_SMALL: Final = f"窗口太小，请放大到至少 {LEAST.width} 列、{LEAST.height} 行"


def fits(size: Size) -> bool:
    """Whether a screen of ``size`` shows anything worth reading."""
    return size.width >= LEAST.width and size.height >= LEAST.height
