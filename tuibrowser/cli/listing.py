"""``list`` and ``search``: answers made of lines."""

from __future__ import annotations

import sys
from argparse import Namespace

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.references import check_encoding, names_of
from tuibrowser.cli.terminal import is_terminal, remark, say, takes_bold, width
from tuibrowser.export.records import list_record, search_record, write_json
from tuibrowser.export.regret import reason
from tuibrowser.export.tables import list_csv, list_table, search_csv, search_table
from tuibrowser.model import Filters, SearchResult
from tuibrowser.search.find import search
from tuibrowser.store.library import Library


def list_reports(options: Namespace, library: Library) -> int:
    """Print what the library holds."""
    with library.read() as reader:
        entries = reader.entries()
    match options.format:
        case "json":
            say(write_json(list_record(entries)))
        case "csv":
            say(list_csv(entries).removesuffix("\n"))
        case _ if entries:
            named = zip(names_of(entries), entries, strict=True)
            say("\n".join(list_table(named, _width())))
    if not entries:
        remark("报告库中还没有报告，请运行：tuibrowser index 文件夹")
        return Status.LACKING
    return Status.DONE


def search_passages(options: Namespace, library: Library) -> int:
    """Print the passages that answer a query."""
    query = " ".join(options.query)
    check_encoding(query)
    filters = Filters(
        years=options.year,
        places=(options.place,) if options.place else (),
        kinds=options.section or (),
        themes=options.theme or (),
    )
    if not query.strip() and filters == Filters():
        raise Stop(Status.MISUSED, "请写出要检索的词，如：tuibrowser search 人民调解")
    with library.read() as reader:
        result = search(reader, query, filters, options.limit, forgiving=True)
        regret = "" if result.hits else reason(reader, query, filters)
    match options.format:
        case "json":
            say(write_json(search_record(result)))
        case "csv":
            say(search_csv(result.hits).removesuffix("\n"))
        case _ if result.hits:
            say("\n".join(search_table(result.hits, _width(), _bold if takes_bold() else None)))
            remark(_count(result))
    if not result.hits:
        remark(f"没有结果：{regret}")
        return Status.LACKING
    return Status.DONE


def _count(result: SearchResult) -> str:
    if result.near:
        letters = f"共 {result.total} 处" if result.total else "没有原词"
        return f"{letters}，另列相近的 {result.near} 处"
    total = f"共 {result.total} 处" if result.total_exact else f"共 {result.total} 处以上"
    if len(result.hits) == result.total and result.total_exact:
        return total
    return f"{total}，列出前 {len(result.hits)} 处；要多列请加 --limit"


def _width() -> int | None:
    """Columns to fit lines into; a pipe gets them whole."""
    return width() if is_terminal(sys.stdout) else None


def _bold(text: str) -> str:
    return f"\x1b[1m{text}\x1b[22m"
