"""Looking a library over, file and contents, for whoever asks what is wrong with it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tuibrowser.store.errors import LibraryError, LibraryReadOnly
from tuibrowser.store.file import place as file

if TYPE_CHECKING:
    from tuibrowser.store.library import Library


def faults_of(library: Library) -> list[str]:
    """What is wrong with ``library``, one Chinese sentence each, after putting in order what a
    killed ``index`` left."""
    found: list[str] = []
    try:
        file.require(library.path)
        with suppress(LibraryReadOnly), library.write() as writer:
            found += writer.upkeep.index_faults()
    except LibraryError as error:
        found.append(str(error))
    try:
        with library.read() as reader:
            found += reader.faults()
    except LibraryError as error:
        found.append(str(error))
    if not found and not library.at_rest():
        found.append(
            f"报告库 {library.path} 旁有尚未合并的附属文件（-wal），"
            "请待其他程序全部退出后，由有写权限的人再运行一次自检"
        )
    return list(dict.fromkeys(found))
