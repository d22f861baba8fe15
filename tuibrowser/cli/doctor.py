"""``doctor``: what an administrator, or we, want to know when something does not work."""

from __future__ import annotations

import locale
import os
import sys
from argparse import Namespace

from tuibrowser.cli.about import version
from tuibrowser.cli.outcome import Status
from tuibrowser.cli.terminal import is_terminal, line_width, say, width
from tuibrowser.lexicon.load import load
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.locations import NoHome
from tuibrowser.parsing.version import parser_version
from tuibrowser.state.keymap import KeymapUnread, keymap_file, load_keymap
from tuibrowser.store.library import Library, LibraryError, Reader, Versions, sqlite_version
from tuibrowser.text.linebreak import broken

_AMBIGUOUS = "“”—…①"
"""Characters whose width terminals disagree on; ten columns where they take two each."""


_INDENT = 10
"""Cells before a fact: those of four Chinese characters and a gap."""


def examine(options: Namespace, library: Library) -> int:
    """Print the state of program, library and terminal, or what was read with doubts."""
    if options.reports:
        from tuibrowser.cli.doubts import tell_doubts  # noqa: PLC0415

        tell_doubts(library)
        return Status.DONE
    python = ".".join(map(str, sys.version_info[:3]))
    _tell("程序", f"tuibrowser {version()}，Python {python}，SQLite {sqlite_version()}")
    sound = True
    for each in library.libraries:
        label = library.label_of(each.path) if len(library.libraries) > 1 else "报告库"
        if each is library.own and each is not library and not each.exists():
            _tell(label, str(each.path.absolute()), whole=True)
            _tell("", "还没有建立，入库时建立")
            continue
        findings = each.check()
        sound = sound and not findings
        _tell_library(label, each, findings)
    _tell_terminal()
    _tell_keys()
    return Status.DONE if sound else Status.UNUSABLE


def _tell_library(label: str, library: Library, findings: list[str]) -> None:
    _tell(label, str(library.path.absolute()), whole=True)
    try:
        with library.read() as reader:
            _tell_reports(reader, library.path.stat().st_size)
    except LibraryError:
        pass  # among the findings
    for finding in findings:
        _tell("", f"有问题：{finding}")
    if not findings:
        _tell("", "完好")


def _tell_reports(reader: Reader, size: int) -> None:
    entries = reader.entries()
    reports = sum(entry.is_report for entry in entries)
    others = f"，另有 {len(entries) - reports} 份看不出是报告" if reports < len(entries) else ""
    _tell("", f"{reports} 份报告{others}，{size:,} 字节")
    try:
        current = Versions(parser_version(), load().version)
    except LexiconError as error:
        _tell("", str(error))
        return
    stale = sum(reader.versions(entry.sha256) != current for entry in entries)
    if stale:
        _tell("", f"{stale} 份由其他版本的规则解析，下次运行 tuibrowser index 时自动更新")


def _tell_terminal() -> None:
    kind = os.environ.get("TERM", "未设置")
    if is_terminal(sys.stdout):
        _tell("终端", f"{kind}，{width()} 列")
    else:
        _tell("终端", f"{kind}，输出不在终端上")
    if kind == "linux":
        _tell("", "系统控制台没有中文字体，请从有中文字体的终端用 SSH 登录，或使用 fbterm、kmscon")
    _tell("区域设置", f"{_locale()}，本程序一律按 UTF-8 输出")
    _tell("字符宽度", f"{_AMBIGUOUS}|")
    _tell("", f"{'-' * len(_AMBIGUOUS)}|")
    _tell("", "上面两条竖线应当对齐；若不对齐，请在终端设置中把“歧义宽度字符”改为窄（1 格）")


def _locale() -> str:
    """The locale in use, or the one that is asked for and not installed."""
    try:
        return locale.setlocale(locale.LC_CTYPE, "")
    except locale.Error:
        names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
        return f"{next(filter(None, names), '')}（未安装）"


def _tell_keys() -> None:
    """The keys a person chose, and which of them cannot be had."""
    try:
        file = keymap_file()
    except NoHome as error:
        _tell("按键", str(error))
        return
    if not file.exists():
        _tell("按键", f"未改动；可写在 {file}")
        return
    # Loads what the screens state, and with that all commands there are.
    import tuibrowser.tui.table  # noqa: F401, PLC0415
    from tuibrowser.tui.commands.keymap import checked  # noqa: PLC0415

    _tell("按键", str(file), whole=True)
    try:
        unfit: list[str] = []
        keymap, complaints = checked(load_keymap(unfit.append))
    except KeymapUnread as reason:
        _tell("", str(reason))
        return
    _tell("", f"改动了 {len(keymap)} 个命令的按键")
    for complaint in (*unfit, *complaints):
        _tell("", complaint)


def _tell(name: str, fact: str, *, whole: bool = False) -> None:
    """Say ``fact`` beside ``name``, in lines that fit the terminal.

    Args:
        name: Up to four Chinese characters; empty goes on with the one before.
        fact: One sentence, or a path.
        whole: Leave it on one line, so that it can be copied.
    """
    head = f"{name}{'  ' * (4 - len(name))}  "
    columns = None if whole else line_width()
    lines = [fact] if columns is None else broken(fact, columns - _INDENT)
    say("\n".join((" " * _INDENT if at else head) + line for at, line in enumerate(lines)))
