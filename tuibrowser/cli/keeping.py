"""``pack`` and ``rm``: the library as a thing to hand on and to tidy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tuibrowser.cli.delivery import refuse_ending, refuse_missing_folder
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.references import resolve_each
from tuibrowser.cli.terminal import is_terminal, remark, say
from tuibrowser.cli.texts import require_one_text
from tuibrowser.indexing.vanished import exists
from tuibrowser.model.report import ReportEntry
from tuibrowser.store.library import Library
from tuibrowser.store.refs import resolve as refs
from tuibrowser.text.visible import visible


def pack_library(options: Namespace, library: Library) -> int:
    """Make one compact file of the library."""
    if len(library.libraries) > 1:
        raise Stop(Status.MISUSED, "一次只能另存一个报告库，请只写一个 --db")
    target = Path(options.target)
    refuse_ending(target, ".sqlite3")
    if os.path.lexists(target):
        raise Stop(Status.MISUSED, f"{target} 已存在，不会覆盖，请换一个文件名")
    refuse_missing_folder(target)
    library.pack(target)
    say(f"已另存为 {target.absolute()}（{target.stat().st_size:,} 字节）")
    return Status.DONE


def get_sources(options: Namespace, library: Library) -> int:
    """Print where the files of reports lie, or open them with the program of the desktop."""
    with library.read() as reader:
        entries = reader.entries()
        chosen = {entry.sha256: entry for entry in resolve_each(options.refs, entries)}
        sources = {sha256: reader.sources(sha256) for sha256 in chosen}
    status = Status.DONE
    for sha256, entry in chosen.items():
        # A file by itself rather than one in an archive, whichever was seen last.
        there = sorted(filter(exists, sources[sha256]), key=lambda it: not it.is_file())
        source = next(iter(there), None)
        if source is None:
            status = Status.LACKING
            seen = f"，原在 {sources[sha256][0]}" if sources[sha256] else ""
            remark(f"{_described(entry)} 的原文件已不在{seen}")
        elif options.open:
            _open(source)
        else:
            say(visible(str(source)))
            if len(there) > 1:
                remark(f"文字相同的另有 {len(there) - 1} 个文件：")
                remark("\n".join(f"  {it}" for it in there[1:]))
    return status


def _open(source: Path) -> None:
    """Raise :class:`Stop` where no program of the desktop can be asked to open ``source``."""
    # A member of an archive is opened by whatever opens the archive.
    file = source if source.exists() else next(it for it in source.parents if it.is_file())
    opener = shutil.which("xdg-open") or shutil.which("open")
    if opener is None:
        raise Stop(Status.LACKING, f"本机没有可用来打开文件的程序，文件在 {file}")
    nowhere = subprocess.DEVNULL  # it would speak English, of browsers that it looked for
    done = subprocess.run(
        [opener, str(file)], stdin=nowhere, stdout=nowhere, stderr=nowhere, check=False
    )
    if done.returncode:
        raise Stop(Status.LACKING, f"打开失败，文件在 {file}")


def remove_reports(options: Namespace, library: Library) -> int:
    """Take reports out of the library; their files stay where they are."""
    with library.read() as reader:
        entries, homes = reader.entries(), reader.homes()
        for name in options.refs:
            require_one_text(name, entries, reader)
    chosen = resolve_each(options.refs, entries)
    for entry in chosen:
        if (home := homes.get(entry.sha256, library.path)) != library.path:
            raise Stop(
                Status.LACKING,
                f"{_described(entry)} 在报告库 {home} 中，这里只改动 {library.path}；"
                "要从那里移出，请只写那一个 --db",
            )
    if len(chosen) > 1 and not options.yes:
        _confirm(chosen)
    with library.write() as writer:
        for entry in chosen:
            with suppress(KeyError):  # somebody else was quicker
                writer.remove(entry.sha256)
        # What the others learnt of their place from it is no longer known.
        writer.share_places()
    say("\n".join(f"已移出 {_described(entry)}" for entry in chosen))
    if left := _left_elsewhere(chosen, library):
        remark(f"其他报告库中仍有 {left} 份，照常列出")
    remark("原文件未动；要再次入库请运行：tuibrowser index 文件")
    return Status.DONE


def _left_elsewhere(chosen: Sequence[ReportEntry], library: Library) -> int:
    """How many of the reports that were taken out of one library another still has."""
    if len(library.libraries) == 1:
        return 0
    with library.read() as reader:
        return sum(reader.has(entry.sha256) for entry in chosen)


def _confirm(chosen: Sequence[ReportEntry]) -> None:
    remark(f"将移出 {len(chosen)} 份报告：")
    remark("\n".join(f"  {_described(entry)}" for entry in chosen))
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        raise Stop(Status.MISUSED, "一次移出多份，请加 --yes 确认")
    remark("确定移出请输入 y 并按 Enter：")
    if sys.stdin.readline().strip().lower() not in ("y", "ｙ", "是"):
        raise Stop(Status.LACKING, "未移出任何报告")


def _described(entry: ReportEntry) -> str:
    return f"{refs.name(entry)} {entry.title or entry.file}"
