"""Options and arguments that several commands take, and what can be corrected."""

from __future__ import annotations

from typing import Final

from tuibrowser.cli.command import Argument, Option

_DB: Final = Option(
    ("--db",),
    "报告库文件（默认见 doctor）",
    "FILE",
    "path",
    repeats=True,
    note="写在命令前后都可以；写几次则一并查阅，只改动最后一个（个人库）",
)
_HELP: Final = Option(("-h", "--help"), "显示本说明")
_VERSION: Final = Option(("--version",), "显示版本")

COMMON: Final = (_DB, _HELP)
"""Options of every command."""

GENERAL: Final = (*COMMON, _VERSION)
"""Options of the program itself."""

SECTION: Final = Option(
    ("--section",),
    "只看一个部分：成效、不足、负责人、安排、其他",
    "KIND",
    "kinds",
    note="也可写代号（measures_results 等）",
)
OUTPUT: Final = Option(
    ("-o", "--output"),
    "写入文件（默认输出到屏幕）",
    "FILE",
    "target",
    note="已有的同名文件被替换，报告库和报告原文件除外",
)


def format_option(*words: str) -> Option:
    """What an answer is printed as: one of ``words``, the first one unless told."""
    return Option(
        ("--format",), f"输出格式，默认 {words[0]}", "|".join(words), words=words, default=words[0]
    )


def file_format_option(*words: str) -> Option:
    """What an answer is printed as, or written as, where the file's name may say it, too."""
    meaning = f"输出格式，默认按 -o 的文件名，否则 {words[0]}"
    return Option(("--format",), meaning, "|".join(words), words=words)


def refs_argument(shown: str = "REF…") -> Argument:
    return Argument("REF", "refs", shown)


_CORRECTED: Final = (
    ("title", "标题"),
    ("issuer", "发文单位"),
    ("issuer-kind", "单位类型，如 街道、部门"),
    ("year", "年份，如 2023"),
    ("date", "成文日期，如 2024-01-15"),
    ("published", "发布日期"),
    ("province", "省"),
    ("city", "市"),
    ("county", "县"),
    ("township", "乡镇"),
)

_CORRECTED_PARTS: Final = (
    ("heading", "某一行是几级标题，写 1 至 9；不是标题则写 无"),
    ("kind", "某一标题下的部分"),
    ("theme", "某一标题下的领域，或某一事项的领域"),
)

CORRECTIONS: Final = (
    *(Option((f"--{name}",), f"{meaning}；没有则写 无", "TEXT") for name, meaning in _CORRECTED),
    *(
        Option((f"--{name}",), meaning, "标题=TEXT", repeats=True, note="标题可只写其中几个字")
        for name, meaning in _CORRECTED_PARTS
    ),
)
"""An option for each thing that can be put right."""
