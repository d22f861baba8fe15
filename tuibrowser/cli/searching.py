"""``search``: the passages that answer a query.

What only some answers need is loaded for them: of the 38 ms that a look-up takes, Python's own
start and its library are 25.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.terminal import bold, hand_out, is_terminal, line_width, remark, say
from tuibrowser.cli.values import check_encoding
from tuibrowser.model.search import Filters, Hit, SearchResult
from tuibrowser.search.find import search
from tuibrowser.search.query import misread, parse
from tuibrowser.store.library import Library, Reader

if TYPE_CHECKING:
    from tuibrowser.search.regret import Regret


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
        asked = parse(query).filters
        unplaced = (
            reader.unplaced(options.year or asked.years) if filters.places + asked.places else 0
        )
        why = None if result.total else _regret(reader, query, filters)
    match options.format:
        case "json":
            from tuibrowser.export.records import search_record, write_json  # noqa: PLC0415

            say(write_json(search_record(result)))
        case "csv":
            from tuibrowser.export.listing_csv import search_csv  # noqa: PLC0415

            hand_out(search_csv(result.hits).encode())
        case _ if result.hits:
            from tuibrowser.export.tables import search_table  # noqa: PLC0415

            # Who counts lines gets one a hit; who reads them, one for all that say the same.
            hits = _folded(result) if is_terminal(sys.stdout) else result.hits
            say("\n".join(search_table(hits, line_width(), bold)))
            remark(_count(result, why, folded=len(hits) < len(result.hits)))
    if unplaced:
        remark(f"另有 {unplaced} 份未写明地区")
    if not result.hits:
        remark(f"没有结果：{why}")
    if not result.total and misread(parse(query).needles):
        return Status.MISUSED  # as --year abc is; what is shown was not narrowed
    return Status.DONE if result.hits else Status.LACKING


def _regret(reader: Reader, query: str, filters: Filters) -> Regret:
    from tuibrowser.search.regret import regret  # noqa: PLC0415

    return regret(reader, query, filters)


def _folded(result: SearchResult) -> tuple[Hit, ...]:
    from tuibrowser.search.same import collapse  # noqa: PLC0415

    literal = len(result.hits) - result.near
    return collapse(result.hits[:literal]) + collapse(result.hits[literal:])


def _count(result: SearchResult, why: Regret | None, folded: bool) -> str:
    if why is not None:
        said = f"{why.beside_hits}，列出相近的 {result.near} 处"
    else:
        said = f"共 {result.total} 处" if result.total_exact else f"共 {result.total} 处以上"
        if result.near:
            said += f"，另列相近的 {result.near} 处"
        elif len(result.hits) < result.total or not result.total_exact:
            said += f"，列出前 {len(result.hits)} 处；要多列请加 --limit"
    return f"{said}；表述相同的合为一行，要逐处列出请加 --format csv" if folded else said
