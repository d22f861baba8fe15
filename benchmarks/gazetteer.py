"""How many of the country's governments and bureaus are recognised by title and by lead.

``python -m benchmarks.gazetteer`` parses a made-up opening for every township, county and
prefecture that the gazetteer lists today, and for a bureau of each superior; ``--share`` takes
every nth of them, ``--misses`` lists what was not right. ``假`` counts other names that were
found instead.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from typing import Final, NamedTuple

from benchmarks.openings import understood
from tuibrowser.lexicon.load import load
from tuibrowser.places.gazetteer import gazetteer

_BODY: Final = "一、主要举措和成效\n（一）加强组织领导。全年召开专题会议3次。\n"
TITLES: Final = (
    "{whole}人民政府2024年法治政府建设年度报告\n{body}",
    "{name}2024年度法治政府建设情况报告\n{body}",
    "关于{name}2024年度法治政府建设情况的报告\n{body}",
    "{whole}人民政府\n关于2024年法治政府建设情况的报告\n{body}",
)
LEADS: Final = (
    "2024年，{name}坚持依法行政。现将有关情况报告如下：\n{body}",
    "2024年，在上级党委、政府的坚强领导下，{name}深入推进依法治理。\n{body}",
    "现将{name}2024年法治政府建设情况报告如下：\n{body}",
)
BUREAUS: Final = (
    "司法局", "住房和城乡建设局", "发展和改革委员会", "市场监督管理局", "乡村振兴局",
    "城市管理综合执法局", "人力资源和社会保障局", "交通运输综合行政执法大队", "政务服务中心",
    "农业农村局",
)  # fmt: skip


class Asked(NamedTuple):
    """An opening and who reports in it."""

    group: str
    text: str
    issuer: str


def openings(share: int) -> Iterator[Asked]:
    """Made-up openings, each form in turn."""
    book = gazetteer()
    titles, leads, bureaus = cycle(TITLES), cycle(LEADS), cycle(BUREAUS)
    townships = [unit for unit in book.townships_beginning("") if not unit.is_former]
    units = [("乡镇街道", unit) for unit in townships]
    units += [("市县", unit) for unit in book.inside("") if len(unit.code) > 2]
    for group, unit in units[::share]:
        above = "".join(it.name for it in book.above(unit)[-1:])
        whole = above + unit.name if len(unit.code) == 9 else unit.name
        for form, forms in (("标题", titles), ("导语", leads)):
            text = next(forms).format(whole=whole, name=unit.name, body=_BODY)
            yield Asked(f"{group}{form}", text, unit.name)
        if len(unit.code) != 9:
            bureau = unit.name + next(bureaus)
            for form, forms in (("标题", titles), ("导语", leads)):
                text = (
                    next(forms)
                    .replace("人民政府", "")
                    .format(whole=bureau, name=bureau, body=_BODY)
                )
                yield Asked(f"部门{form}", text, bureau)


def main() -> None:
    """Print how many are right in each group."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=int, default=1)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    lexicon = load()
    asked, right, false = Counter[str](), Counter[str](), Counter[str]()
    for it in openings(arguments.share):
        found = understood(it.text, lexicon).issuer
        asked[it.group] += 1
        right[it.group] += found == it.issuer
        false[it.group] += found not in {None, it.issuer}
        if arguments.misses and found != it.issuer:
            print(f"{it.group} {it.issuer}：得到 {found}；{it.text.splitlines()[0]}")
    print("全国政区名称　　　对　　　假")
    for group, count in asked.items():
        print(f"{group:　<7}{count:6d} {right[group] / count:7.2%} {false[group] / count:7.2%}")


if __name__ == "__main__":
    main()
