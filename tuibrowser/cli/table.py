"""The one table of commands and options, as data.

The parser and its ``--help``, what runs a command, the lists of the Chinese README, the manual page
and the completions of bash, zsh and fish all come from it: see ``cli.parser``, ``cli.run`` and
``makers``. It imports nothing, so that asking for help loads no floor.
"""

from __future__ import annotations

from typing import Final, NamedTuple

PROGRAM: Final = "tuibrowser"


class Option(NamedTuple):
    """What begins with a hyphen."""

    flags: tuple[str, ...]
    """The short one first, where there is one."""
    help: str
    """One clause, for ``--help``; no more than 54 columns."""
    takes: str = ""
    """Stands for its value; empty for a switch, which has none."""
    reads: str = ""
    """The function of ``cli.values`` that reads the value; empty takes it as it was typed."""
    words: tuple[str, ...] = ()
    """The values there are, the default one first, where they are few."""
    default: str | int | None = None
    repeats: bool = False
    """Whether it may be given several times; its values are a list then."""
    note: str = ""
    """What README and manual page say after ``help``."""

    @property
    def shown(self) -> str:
        """The flag to show where one is enough, with what it takes."""
        return f"{self.flags[0]} {self.takes}".rstrip()


class Argument(NamedTuple):
    """What stands after a command and its options."""

    name: str
    """What its place is called in help: REF."""
    key: str
    """The attribute that the parsed options have it under."""
    shown: str
    """How it is shown after the command: ``REF…``."""
    reads: str = ""
    """As of :class:`Option`."""
    many: bool = True
    is_needed: bool = True


class Command(NamedTuple):
    """What can be asked of the program."""

    name: str
    """Empty for what happens without a command."""
    help: str
    """One clause."""
    runs: str
    """Module of ``cli`` and its function, ``module:function``, which takes the parsed options and
    the library and returns the exit status."""
    argument: Argument | None = None
    options: tuple[Option, ...] = ()
    """Its own; all commands have :data:`COMMON` besides."""
    notes: tuple[str, ...] = ()
    """Paragraphs below its help, set as they are to be printed."""
    is_hidden: bool = False
    """Whether it is for the shell and not for people."""

    @property
    def usage(self) -> str:
        """How it is written, less the program's name."""
        parts = ("[--db FILE]", self.name, *(f"[{it.shown}]" for it in self.options))
        return " ".join(part for part in (*parts, self.argument and self.argument.shown) if part)


REFERENCES: Final = """\
REF 的写法：
  潭柘寺镇@2023        某单位某年的报告，不致混淆时可只写一部分
  潭柘寺镇@2023#2      同一单位同一年的另一份
  3f9a17c2             文件 sha256 的开头几位
  ./草稿.txt           未入库的文件，只读取、不入库
  蓟州区/*@2023        一组：蓟州区各单位当年的报告
  潭柘寺镇@2021..2023  一组：同一单位几年的报告"""

STATUSES: Final = """\
退出状态：0 完成；1 没有找到，或有文件未能入库；2 用法不对，或 REF 不明确；
          3 报告库不可用；130 已中断；143 已被终止"""

_PATHS: Final = """\
PATH：文件；文件夹，读取其中（含下级文件夹）的报告；压缩包，读取其中的报告；
      另一个报告库，并入其中的报告
能读的文件：纯文本 .txt .text .md；Word 文档 .docx .docm .dotx .dotm；
      旧版 Word、WPS 文字 .doc .dot .wps .wpt；Word XML .xml；RTF .rtf；
      ODT .odt .ott；PDF .pdf；OFD .ofd；压缩包 .zip；
      网页 .html .htm .shtml .xhtml .mht .mhtml。
      按内容辨认，不看扩展名；图片、表格等读不了的，逐个说明怎么办"""

_QUERIES: Final = """\
QUERY：多个词须同时出现；“加引号”须连续出现；-词 表示不含（写在 -- 之后）；
       还可写 年:2022-2024 地:大兴 镇:旧宫 部分:不足 领域:普法"""

_CORRECTING: Final = """\
不写更正内容则列出已有的更正；不写 REF 则列出全部。
REF 指一组报告时，可一次更正发文单位和地区，
如：tuibrowser correct 柳溪镇@2021.. --county 青棠县
REF 也可写文件夹（须含 /），指入库时从其中读到的全部报告
报告库不能写入时，更正保存在本机，只对自己有效；
用 --export 导出后，能写入的同事可用 --merge 并入"""

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

_SECTION: Final = Option(
    ("--section",),
    "只看一个部分：成效、不足、负责人、安排、其他",
    "KIND",
    "kinds",
    note="也可写代号（measures_results 等）",
)
_OUTPUT: Final = Option(
    ("-o", "--output"),
    "写入文件（默认输出到屏幕）",
    "FILE",
    "target",
    note="已有的同名文件被替换，报告库和报告原文件除外",
)


def _format(*words: str) -> Option:
    """What an answer is printed as: one of ``words``, the first one unless told."""
    return Option(
        ("--format",), f"输出格式，默认 {words[0]}", "|".join(words), words=words, default=words[0]
    )


def _file_format(*words: str) -> Option:
    """What an answer is printed as, or written as, where the file's name may say it, too."""
    meaning = f"输出格式，默认按 -o 的文件名，否则 {words[0]}"
    return Option(("--format",), meaning, "|".join(words), words=words)


def _refs(shown: str = "REF…") -> Argument:
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

BROWSE: Final = Command("", "打开浏览界面", "browser:browse")

COMMANDS: Final = (
    Command("demo", "打开自带的示例报告", "browser:demo"),
    Command(
        "open",
        "打开浏览界面，并排显示这些报告或草稿",
        "browser:open_named",
        _refs(),
        notes=(REFERENCES,),
    ),
    Command(
        "index",
        "将文件或文件夹入库",
        "indexing:index_paths",
        Argument("PATH", "paths", "PATH…", "path"),
        (
            Option(("--no-words",), "不标词界：更快，检索结果不变"),
            Option(
                ("--prune",),
                "移出原文件已不在所给文件夹中的报告（默认保留）",
                note="空文件夹（如未连接的共享）不算",
            ),
            Option(("--report",), "将存疑和未能入库的文件列成 CSV 清单", "FILE", "target"),
            Option(
                ("--watch",),
                "入库后继续监视，有变动随即入库，直到被停止",
                note="每处变动一行；正在编辑、没有拷完的文件等写完再读；Ctrl+C 或 SIGTERM 停止",
            ),
        ),
        (_PATHS,),
    ),
    Command(
        "list",
        "列出库中的报告",
        "listing:list_reports",
        options=(_format("table", "json", "csv"),),
    ),
    Command(
        "show",
        "查看报告",
        "reading:show_reports",
        _refs(),
        (_SECTION, _format("text", "json")),
        (REFERENCES,),
    ),
    Command(
        "search",
        "检索全文",
        "searching:search_passages",
        Argument("QUERY", "query", "QUERY"),
        (
            Option(("--year",), "年份：2023 或 2021-2024", "YEAR", "years", note="年份写四位数字"),
            Option(("--place",), "行政区划，任一级，如 大兴", "PLACE"),
            _SECTION,
            Option(("--theme",), "工作领域，如 普法", "THEME", "themes"),
            Option(("--limit",), "最多列几处，默认 20", "N", "limit", default=20),
            _format("table", "json", "csv"),
        ),
        (_QUERIES,),
    ),
    Command(
        "compare",
        "并排对照",
        "reading:compare_reports",
        _refs("REF REF…"),
        (
            _SECTION,
            Option(("--by",), "按什么对齐：部分、领域（默认）、事项（json 时默认）", "BY", "by"),
            Option(
                ("--years",),
                "同一单位各年的报告，标出每项与上年相比的变化",
                note="从早到晚排列，各项为新增、与上年相同、表述调整、仅数据变化或本年未提及",
            ),
            _file_format("text", "md", "html", "docx", "csv", "json"),
            _OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command(
        "changes",
        "逐份统计与上一年相比的变化",
        "changing:count_changes",
        _refs("SET|REF…"),
        (
            Option(("--against",), "与哪一年相比，默认上一年", "YEAR", "year"),
            _file_format("table", "json", "csv", "xlsx"),
            _OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command(
        "coverage",
        "哪些单位已报送，五个部分和各领域各写了多少",
        "covering:show_coverage",
        Argument("SET", "refs", "SET…"),
        (
            Option(("--year",), "哪一年的报告，默认按 SET，否则最近一年", "YEAR", "year"),
            Option(
                ("--roster",),
                "应报单位名册（CSV 或 .xlsx）",
                "FILE",
                "path",
                note="列名：单位、县区、应报时间、联系人，只有单位一列必须有；不给名册，则以曾经报送过的单位为准",
            ),
            Option(
                ("--due",),
                "上报时限，默认 03-01",
                "MM-DD",
                "day",
                note="次年的；名册另有时限的从其规定",
            ),
            Option(("--publish-due",), "公开时限，默认 04-01", "MM-DD", "day", note="次年的"),
            _file_format("table", "json", "csv", "xlsx", "html", "md", "docx"),
            _OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command(
        "check",
        "核对报告或草稿：数据、年份、名称、引用的文件等",
        "checking:check_reports",
        _refs("REF|FILE…"),
        (
            Option(
                ("--last",),
                "与这一份比较（默认库中同一单位上年的报告）",
                "REF",
                note="也可以是文件",
            ),
            Option(("--county",), "再与这一组其他单位的报告比较，如 '青棠县/*'", "SET"),
            _file_format("table", "json", "html", "docx"),
            _OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command(
        "reuse",
        "查找报告的表述还在哪些报告中出现",
        "reusing:find_reused",
        _refs(),
        (
            Option(("--in",), "只在这些报告中查找，如 蓟州区/*@2023", "SET"),
            Option(("--least",), "至少占该段多少才列出，默认 0.4", "SHARE", "share", default="0.4"),
            Option(("--other-units",), "不列本单位其他年份的报告"),
            _file_format("table", "json", "csv", "html"),
            _OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command(
        "like",
        "查找其他单位同类工作的表述，写得具体的在前",
        "liking:find_like",
        Argument("REF", "ref", "REF|FILE|文字", many=False),
        (
            Option(("--in",), "只在这些报告中查找，如 蓟州区/*@2023", "SET"),
            Option(("--limit",), "每项最多列几处，默认 5", "N", "limit", default=5),
            _file_format("table", "json", "csv", "xlsx"),
            _OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command(
        "excerpts",
        "列出或导出摘录",
        "excerpts:list_excerpts",
        options=(
            _file_format("text", "md", "html", "docx"),
            _OUTPUT,
            Option(("--clear",), "清空；与 -o 同用时，先导出再清空"),
            Option(("--undo",), "撤销上一次添加、移除或清空"),
        ),
    ),
    Command(
        "figures",
        "列出报告中的数据，按指标、单位和年份",
        "figures:list_figures",
        Argument("REF", "refs", "[REF…]", is_needed=False),
        (
            Option(
                ("--indicator",),
                "只看一个指标，如 法治讲座",
                "ID",
                "indicators",
                note="写代号、名称，或名称中的几个字",
            ),
            Option(("--year",), "年份：2023 或 2021-2024", "YEAR", "years"),
            _file_format("table", "json", "csv", "xlsx"),
            _OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command("export", "导出全部报告", "reading:export_reports", options=(_format("json"), _OUTPUT)),
    Command(
        "pack",
        "将报告库另存为一个文件，便于转交",
        "keeping:pack_library",
        Argument("FILE", "target", "FILE", "target", many=False),
    ),
    Command(
        "correct",
        "更正报告的单位、年份、地区、部分、领域等",
        "correcting:correct_reports",
        Argument("REF", "ref", "[REF]", many=False, is_needed=False),
        (
            *(
                Option((f"--{name}",), f"{meaning}；没有则写 无", "TEXT")
                for name, meaning in _CORRECTED
            ),
            *(
                Option(
                    (f"--{name}",),
                    meaning,
                    "标题=TEXT",
                    repeats=True,
                    note="标题可只写其中几个字",
                )
                for name, meaning in _CORRECTED_PARTS
            ),
            Option(("--undo",), "撤销这份报告的全部更正"),
            Option(("--export",), "把全部更正写入文件，交给同事", "FILE", "target"),
            Option(("--merge",), "并入同事导出的更正", "FILE", "path"),
        ),
        (_CORRECTING, REFERENCES),
    ),
    Command(
        "get",
        "显示原文件的位置，或打开原文件",
        "keeping:get_sources",
        _refs(),
        (Option(("--open",), "用系统程序打开"),),
        (REFERENCES,),
    ),
    Command(
        "rm",
        "将报告移出报告库",
        "keeping:remove_reports",
        _refs(),
        (Option(("--yes",), "一次移出多份时不再询问"),),
        (REFERENCES,),
    ),
    Command(
        "doctor",
        "自检",
        "doctor:examine",
        options=(Option(("--reports",), "列出读取时存疑的报告"),),
    ),
)
"""In the order in which they are shown."""

HIDDEN: Final = (
    Command(
        "_refs",
        "列出以此开头的 REF，供命令行补全",
        "completing:list_refs",
        Argument("REF", "beginning", "REF", many=False),
        is_hidden=True,
    ),
)


def command_of(name: str | None) -> Command:
    """The command of that name; without a name, what happens without a command.

    Raises:
        KeyError: there is no such command.
    """
    for command in (BROWSE, *COMMANDS, *HIDDEN):
        if command.name == (name or ""):
            return command
    raise KeyError(name)
