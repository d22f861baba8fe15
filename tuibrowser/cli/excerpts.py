"""``excerpts``: what was collected while reading."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from tuibrowser.cli.delivery import Delivery
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.terminal import line_width, remark
from tuibrowser.export.excerpts import FORMATS, excerpts_bytes
from tuibrowser.state import excerpts
from tuibrowser.state.storage import StateUnsaved
from tuibrowser.store.library import Library

_NONE: Final = "还没有摘录；在浏览界面中复制段落，就会加入摘录"


def list_excerpts(options: Namespace, library: Library) -> int:
    """Print or export the collection, empty it, or take back the last change."""
    if options.clear and options.undo:
        raise Stop(Status.MISUSED, "--clear 与 --undo 不能同时用，请去掉一个")
    try:
        return _run(options, library)
    except StateUnsaved as error:
        raise Stop(Status.LACKING, str(error)) from None


def _run(options: Namespace, library: Library) -> int:
    delivery = Delivery(options, FORMATS, "摘录")
    if options.undo:
        if not excerpts.undo(remark):
            raise Stop(Status.LACKING, "没有可以撤销的改动")
        remark(f"已撤销上一次改动，现有 {len(excerpts.collected(remark))} 条摘录")
        if options.output is None:
            return Status.DONE
    lost: list[str] = []
    collected = excerpts.collected(lost.append)
    if not collected:
        raise Stop(Status.LACKING, "\n".join(lost) or _NONE)
    for sentence in lost:
        remark(sentence)
    if options.output is not None or not options.clear:
        columns = line_width() if options.output in (None, "-") else None
        content = excerpts_bytes(collected, delivery.format, width=columns)
        delivery.hand_over(content, library)
    if options.clear:
        # What another window adds meanwhile was not printed, and stays.
        count = excerpts.remove(collected, remark)
        remark(f"已清空 {count} 条摘录；要恢复请运行：tuibrowser excerpts --undo")
    return Status.DONE
