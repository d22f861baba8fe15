"""What a run says of itself, in the words that commands and screens share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tuibrowser.files import path_as_text
from tuibrowser.indexing.files import Doubtful, Refusal
from tuibrowser.indexing.outcome import FileChange, Outcome, Progress, Stage

_STAGES: Final[dict[Stage, str]] = {
    "looking": "查找文件",
    "files": "入库",
    "index": "重建检索索引",
    "merge": "并入报告库",
    "again": "重新读取原文件",
    "stale": "按新规则重新解析",
    "words": "标注词界",
    "meaning": "登记意思",
}
_NAMED: Final = 3
"""Files that one sentence names before it says how many there are."""
_LISTED: Final = 10
"""Files that have a line each."""

NOT_REPORTS: Final = "看不出是法治政府建设年度报告，已按原文入库："
COPIES: Final = "文字与另一个文件相同，算作同一份报告："
DOUBTFUL: Final = "已入库，但读取时存疑："
VANISHED: Final = "下列文件已不在原处，报告仍保留"


def counted(progress: Progress) -> str:
    """How far a run has come: ``入库 3/17``."""
    of_all = f"/{progress.total}" if progress.stage != "looking" else ""
    return f"{_STAGES[progress.stage]} {progress.done}{of_all}"


def refusals(refused: Sequence[Refusal]) -> Iterator[str]:
    """A line for each file, for many of one reason one together: pictures come by the hundred."""
    paths: dict[str, list[Path]] = {}
    for path, reason in refused:
        paths.setdefault(reason, []).append(path)
    for reason, those in paths.items():
        if len(those) <= _LISTED:
            yield from (f"  {path_as_text(path)}：{reason}" for path in those)
        else:
            named = "、".join(map(path_as_text, those[:_NAMED]))
            yield f"  {named} 等 {len(those)} 个：{reason}（全部列出请加 --report 清单.csv）"


def copies(changes: Sequence[FileChange]) -> Iterator[str]:
    """A line for each file that holds what another one does, as far as they fit on a screen."""
    found = [it for it in changes if it.what == "copied"]
    yield from (f"  {path_as_text(it.path)}（同 {it.other}）" for it in found[:_LISTED])
    if len(found) > _LISTED:
        yield f"  等 {len(found)} 个文件"


def doubtful(found: Sequence[Doubtful]) -> Iterator[str]:
    """A line for each file that was read with doubts, as far as they fit on a screen."""
    yield from (f"  {path_as_text(path)}：{says}" for path, says in found[:_LISTED])
    if len(found) > _LISTED:
        yield f"  等 {len(found)} 份（全部列出请运行：tuibrowser doctor --reports）"


def summary(outcome: Outcome) -> str:
    """How many files became what, in one line."""
    copied = sum(change.what == "copied" for change in outcome.changes)
    counts = (
        f"新增 {outcome.added} 份，更新 {outcome.replaced} 份，"
        f"未变 {outcome.unchanged - copied} 份，"
        + (f"重复 {copied} 份，" if copied else "")
        + f"未能入库 {len(outcome.refused)} 份"
    )
    if outcome.pruned:
        counts += f"；已移出 {outcome.pruned} 份（原文件已不在）"
    if outcome.reread:
        counts += f"；另有 {outcome.reread} 份按改进后的读取程序重新读取"
    if outcome.reparsed:
        counts += f"；另有 {outcome.reparsed} 份按新规则重新解析"
    return counts
