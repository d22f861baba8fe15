"""The way into the browser, and what is printed where it cannot be opened."""

from __future__ import annotations

# What the browser goes without is imported where it is needed: the first screen waits for nothing.
# ruff: noqa: PLC0415
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.terminal import is_interactive, say, width
from tuibrowser.store.library import Library

if TYPE_CHECKING:
    from tuibrowser.model.report import Report


def browse(_options: Namespace, library: Library) -> int:
    """Open the browser; without a terminal, print a comparison and say how to open it."""
    return _open(library, "tuibrowser")


def open_named(options: Namespace, library: Library) -> int:
    """Open the browser with the reports, or files, that were named."""
    import shlex

    from tuibrowser.cli import references

    # Said before the screen changes, and at once for all of them.
    names = references.settle(options.refs, library)
    if is_interactive():
        return _run_app(library, names)
    reports = references.open_reports(names, library)
    _say_comparison(reports, f"tuibrowser open {' '.join(map(shlex.quote, options.refs))}")
    return Status.DONE


def demo(_options: Namespace, _library: Library) -> int:
    """Open the bundled sample reports, in a library of their own that can be made again."""
    from tuibrowser.cli.about import samples, version
    from tuibrowser.cli.indexing import index_watched
    from tuibrowser.locations import cache_home

    library = Library(cache_home() / f"demo-{version()}.sqlite3")
    index_watched(library, [samples()])
    return _open(library, "tuibrowser demo")


def _open(library: Library, command: str) -> int:
    if is_interactive():
        return _run_app(library)
    from tuibrowser.compare.choice import first_choice

    with library.read() as reader:
        entries = reader.entries()
        if not entries:
            raise Stop(Status.LACKING, "报告库中还没有报告，请运行：tuibrowser index 文件夹")
        reports = [reader.report(entry.sha256) for entry in first_choice(entries)]
    _say_comparison(reports, command)
    return Status.DONE


def _run_app(library: Library, refs: Sequence[str] = ()) -> int:
    library.path  # noqa: B018  (said before the screen changes, where nobody knows it)
    from tuibrowser.cli.references import drafts_read
    from tuibrowser.tui.run import run_app

    with drafts_read():
        return run_app(library, refs, lambda: demo(Namespace(), library))


def _say_comparison(reports: Sequence[Report], command: str) -> None:
    from tuibrowser.compare.align import align
    from tuibrowser.export.text import comparison_text
    from tuibrowser.text.cellwidth import cells
    from tuibrowser.text.linebreak import broken

    say(comparison_text(align(reports, "theme"), width()))
    what = f"{len(reports)} 份报告" + ("的对照" if len(reports) > 1 else "")
    said, advice = f"这里不是终端，只列出 {what}；", f"在终端中运行 {command} 可打开浏览界面。"
    # The command stays on one line, to be copied.
    fits = cells(said + advice) <= width()
    say("\n".join(("", said + advice) if fits else ("", *broken(said, width()), advice)))
