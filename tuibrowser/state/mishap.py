"""A fault of the program's own, kept for whoever mends it; a user gets one sentence."""

from __future__ import annotations

import traceback
from typing import Final

from tuibrowser.files import make_private, replacing
from tuibrowser.locations import NoHome, state_home

_SAID: Final = "程序出错（{}），已退出；资料没有丢失。{}"
_KEPT: Final = "请将 {} 发给维护人员"
_NOT_KEPT: Final = "请记下刚才的操作，告诉维护人员"


def keep(error: BaseException) -> str:
    """Write what led to ``error`` into the person's state folder, over what was there before.

    Returns:
        One Chinese sentence that says where it is.
    """
    advice = _NOT_KEPT
    try:
        target = state_home() / "mishap.txt"
        make_private(target.parent)
        with replacing(target, private=True) as file:
            file.write("".join(traceback.format_exception(error)).encode("utf-8", "replace"))
        advice = _KEPT.format(target)
    except (OSError, NoHome):
        pass
    return _SAID.format(type(error).__name__, advice)
