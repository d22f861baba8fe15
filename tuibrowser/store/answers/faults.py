"""What is wrong inside a library, said in Chinese whatever SQLite calls it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tuibrowser.store.errors import LibraryDamaged, Malformed
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.columns import Row, conform
from tuibrowser.store.rows.corrections import CORRECTION_COLUMNS, corrections

if TYPE_CHECKING:
    from tuibrowser.store.answers.read import Reader

Ask = Callable[[str], Sequence[Row]]
"""Asks the library at hand in SQL."""

_NAMED: Final = 3
"""Reports that a sentence names before it says how many there are."""

_TABLES: Final = {
    "report": "报告",
    "source": "来源",
    "section_state": "部分状态",
    "place_evidence": "地区依据",
    "section": "标题",
    "passage": "段落",
    "extent": "段落范围",
    "figure": "数据",
    "provenance": "出处",
    "doubt": "存疑",
    "correction": "更正",
    "fingerprint": "表述指纹",
    "meaning": "意思",
    "meta": "库信息",
    "passage_index": "检索索引",
    "syllable_index": "同音索引",
    "_sqlite_migrations": "升级记录",
}
"""By the beginnings of names: those of indexes and of what FTS5 keeps begin with their table's."""

# What PRAGMA integrity_check says, as far as it tells one fault from another; the first group is
# the number of a root page or the name of an object.
_MESSAGES: Final = (
    (re.compile(r"(?:On tree page|Tree) (\d+)"), "的数据页损坏"),
    (re.compile(r"(?:missing from|entries in|entry in) index (\w+)"), "的索引与内容不符"),
    (re.compile(r"(?:value in|constraint failed in|FTS5 table main\.) ?(\w+)"), "中有不合规定的值"),
)
_OTHER: Final = "空闲页登记有误，或有数据页损坏"


def faults_in(reader: Reader, ask: Ask) -> list[str]:
    """What is wrong inside a library, one Chinese sentence each. Reads all of it.

    Args:
        reader: The open library.
        ask: Asks the same library.
    """
    found: list[str] = []
    for look in (_structure, _references, _sources, _corrections):
        try:
            found += look(ask)
        except LibraryDamaged as damage:
            found.append(str(damage))
    try:
        found += _contents(reader)
    except LibraryDamaged as damage:
        found.append(str(damage))
    return list(dict.fromkeys(found))


def _structure(ask: Ask) -> Iterator[str]:
    """Pages, indexes and constraints, as SQLite checks them."""
    roots = {str(page): name for page, name in ask("SELECT rootpage, tbl_name FROM sqlite_master")}
    try:
        messages = ask("PRAGMA integrity_check(20)")
    except LibraryDamaged:
        # So badly that SQLite gives up: one table at a time, then, to tell which.
        messages = [
            (f"Tree {root}",)
            for root, name in roots.items()
            if root != "0" and _gives_up(ask, f"PRAGMA integrity_check('{name}')")
        ]
        if not messages:
            raise
    for (message,) in messages:
        for line in str(message).splitlines():
            if line != "ok" and not line.startswith("***"):
                yield f"{_in_chinese(line, roots)}，请改用备份或重新入库"


def _gives_up(ask: Ask, sql: str) -> bool:
    try:
        ask(sql)
    except LibraryDamaged:
        return True
    return False


def _in_chinese(message: str, roots: dict[str, str]) -> str:
    for pattern, meaning in _MESSAGES:
        if named := pattern.search(message):
            name = roots.get(named[1], named[1])
            return f"{_label(name)}{meaning}"
    return f"库文件{_OTHER}"


def _label(name: str) -> str:
    """What the table of that name, or of an index of that name, holds."""
    bare = name.removeprefix("sqlite_autoindex_").removeprefix("idx_")
    known = [table for table in _TABLES if bare.startswith(table)]
    return _TABLES[max(known, key=len)] if known else "库文件"


def _references(ask: Ask) -> Iterator[str]:
    if ask("PRAGMA foreign_key_check"):
        yield "库内各表互不一致，请改用备份或重新入库"


def _sources(ask: Ask) -> Iterator[str]:
    rules = (columns.text, columns.whole, columns.whole)
    if not conform(ask("SELECT path, mtime_ns, size FROM source"), rules):
        yield "来源中有不合规定的值，请改用备份或重新入库"


def _corrections(ask: Ask) -> Iterator[str]:
    if not ask("SELECT 1 FROM sqlite_master WHERE name = 'correction'"):
        return  # of an earlier version
    try:
        corrections(ask(f"SELECT {CORRECTION_COLUMNS} FROM correction"))
    except Malformed:
        yield "更正中有不合规定的值，未予采用，请重新更正"


def _contents(reader: Reader) -> Iterator[str]:
    """Every report as it is read by whoever opens or exports it, and the indexes."""
    broken = reader.broken()
    if broken:
        more = f" 等 {len(broken)} 份" if len(broken) > _NAMED else ""
        yield (
            f"有 {len(broken)} 份报告的内容已损坏，无法读取（{'、'.join(broken[:_NAMED])}{more}），"
            "请改用备份，或用 rm 移出后重新入库，也可用 index 把本库并入一个新库，其余报告都能取出"
        )
    if not reader.meanings().agree():
        yield "按意思检索的数据与报告内容不一致，请移走库文件后重新入库"
    if not reader.index_agrees():
        yield "检索索引与报告内容不一致，请移走库文件后重新入库"
