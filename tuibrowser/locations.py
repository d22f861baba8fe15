"""Where this program keeps what it keeps: the XDG base directories, on every system.

Servers and office machines are documented with these paths, so they do not change with the
platform's own taste.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path


class NoHome(FileNotFoundError):
    """There is no such home folder; ``str()`` is one Chinese sentence.

    A ``FileNotFoundError``: to whoever reads, it means that there is nothing.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.errno = errno.ENOENT


def home() -> Path:
    """Return the home folder of the person at the keyboard.

    Raises:
        NoHome: neither ``HOME`` nor the system's list of users names one.
    """
    named = os.environ.get("HOME", "")
    if not os.path.isabs(named):
        import pwd  # noqa: PLC0415  (hardly ever needed)

        try:
            named = pwd.getpwuid(os.getuid()).pw_dir
        except KeyError:
            named = ""
    if not os.path.isabs(named):
        raise NoHome(
            "找不到主文件夹（未设环境变量 HOME，系统中也没有当前用户），"
            "请设置 HOME；报告库也可用 --db 文件 指明"
        )
    return Path(named)


def expanded(typed: str) -> str:
    """Return the path ``typed`` with ``~`` or ``~user`` at its beginning written out.

    What is no user but lies in the current folder under that very name is left as it is.

    Raises:
        NoHome: there is no such user, or the person at the keyboard has no home folder.
    """
    if not typed.startswith("~"):
        return typed
    name, slash, rest = typed.partition("/")
    if name == "~":
        return os.path.join(home(), rest) if slash else str(home())
    path = os.path.expanduser(typed)
    if path == typed and not os.path.lexists(name):
        raise NoHome(
            f"系统中没有用户 {name[1:]}，{typed} 无法展开，请写完整路径；"
            f"若文件名就以 ~ 开头，请写作 ./{typed}"
        )
    return path


def _base(variable: str, fallback: str) -> Path:
    # The specification has relative values ignored.
    value = os.environ.get(variable, "")
    return Path(value) if os.path.isabs(value) else home() / fallback


def data_home() -> Path:
    """Folder of libraries; raises :class:`NoHome`."""
    return _base("XDG_DATA_HOME", ".local/share") / "tuibrowser"


def config_home() -> Path:
    """Folder of what a person writes: keys, a lexicon of one's own; raises :class:`NoHome`."""
    return _base("XDG_CONFIG_HOME", ".config") / "tuibrowser"


def state_home() -> Path:
    """Folder of what the program remembers for a person: workspaces, marks; raises
    :class:`NoHome`."""
    return _base("XDG_STATE_HOME", ".local/state") / "tuibrowser"


def cache_home() -> Path:
    """Folder of what can be made again; raises :class:`NoHome`."""
    return _base("XDG_CACHE_HOME", ".cache") / "tuibrowser"
