"""``index --watch``: what happens in the folders, a line for each change."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NoReturn

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.progress import ProgressLine
from tuibrowser.cli.telling import (
    keep_refused,
    not_reports,
    tell_outcome,
    tell_place,
    write_report,
)
from tuibrowser.cli.terminal import remark, say
from tuibrowser.indexing.notices import EVERY
from tuibrowser.indexing.outcome import FileChange, Outcome
from tuibrowser.indexing.run import Ways
from tuibrowser.indexing.vanished import exists
from tuibrowser.indexing.watching import watch
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.places.rosters import ListedUnit
from tuibrowser.store.library import Library
from tuibrowser.text.linebreak import one_line

_BY_NOTICES: Final = "正在监视，文件有变动即入库（由系统通知）。按 Ctrl+C 停止"
_BY_LOOKING: Final = (
    f"正在监视，每 {EVERY:.0f} 秒查看一次（这里的文件系统不发变动通知）。按 Ctrl+C 停止"
)
_NAMES: Final = {"added": "新增", "replaced": "更新", "pruned": "已移出"}


def watch_paths(
    options: Namespace, library: Library, roster: Sequence[ListedUnit] | None = None
) -> NoReturn:
    """Keep the library in step with files and folders until interrupted."""
    paths = [Path(path) for path in options.paths]
    for path in paths:
        if not path.exists():
            raise Stop(Status.LACKING, f"找不到 {path}，请检查路径")
    line = ProgressLine()
    ways = Ways(not options.no_words, options.prune, line.draw, roster, aside=not_reports(options))
    try:
        watch(library, paths, _Teller(options, library, line), ways)
    except KeyboardInterrupt:
        raise Stop(Status.INTERRUPTED, "已停止监视，已入库的报告都已保存") from None
    except LexiconError as error:
        raise Stop(Status.MISUSED, str(error)) from None
    finally:
        line.clear()
    raise AssertionError("only an interruption ends it")


class _Teller:
    """Says what it hears of."""

    def __init__(self, options: Namespace, library: Library, line: ProgressLine) -> None:
        self._options = options
        self._library = library
        self._line = line
        self._refused: dict[Path, str] = {}

    def begun(self, outcome: Outcome) -> None:
        self._line.clear()
        keep_refused(self._library, self._options.paths, outcome)
        self._take_down(outcome)
        tell_outcome(outcome)
        tell_place(self._library)

    def watching(self, by_notices: bool) -> None:
        _tell(_BY_NOTICES if by_notices else _BY_LOOKING)

    def changed(self, outcome: Outcome, vanished: Sequence[Path], back: Sequence[Path]) -> None:
        self._line.clear()
        # Who reads that it is done may end it at once. What lies beside was not looked at again.
        keep_refused(self._library, [it.path for it in outcome.changes], outcome)
        self._take_down(outcome)
        for sentence in _sentences(outcome, vanished, back):
            _tell(sentence)

    def trouble(self, sentence: str) -> None:
        self._line.clear()
        remark(sentence)

    def _take_down(self, outcome: Outcome) -> None:
        for change in outcome.changes:
            self._refused.pop(change.path, None)
        self._refused |= dict(outcome.refused)
        self._refused = {path: reason for path, reason in self._refused.items() if exists(path)}
        write_report(self._options, self._library, list(self._refused.items()))


def _sentences(outcome: Outcome, vanished: Sequence[Path], back: Sequence[Path]) -> Iterator[str]:
    remarks = {path: f"读取时存疑：{says}" for path, says in outcome.doubtful}
    remarks |= dict.fromkeys(outcome.not_reports, "看不出是法治政府建设年度报告")
    for change in outcome.changes:
        sentence, remark_ = _sentence(change), remarks.get(change.path)
        yield f"{sentence}（{remark_}）" if remark_ else sentence
    told = {change.path for change in outcome.changes}
    yield from (f"已回到原处 {path}" for path in back if path not in told)
    # What went while it was to be read is no longer of interest.
    yield from (f"未能入库 {path}：{reason}" for path, reason in outcome.refused if exists(path))
    yield from (f"已不在原处 {path}（报告仍保留）" for path in vanished)
    yield from outcome.notes


def _sentence(change: FileChange) -> str:
    match change.what:
        case "moved":
            return f"移动 {change.other} → {change.path}"
        case "copied":
            return f"另一来源 {change.path}（与 {change.other} 是同一份报告）"
        case what:
            return f"{_NAMES[what]} {change.path}"


def _tell(sentence: str) -> None:
    say(one_line(sentence))
    # A journal or a pipe is to have the line now.
    if sys.stdout is not None:
        sys.stdout.flush()
