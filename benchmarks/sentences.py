"""Right answers on labelled sentences: figures, what they count, their indicators and roles.

    python -m benchmarks.sentences [FILE…] [--misses PART [PART…]]

prints a line a part over ``fixtures/unseen/sentences*.jsonl``, odd lines and even lines, each
sentence asked as the only measure of a report. ``--misses`` lists what was wrong on odd lines.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.evaluate import FIXTURES, Tally
from benchmarks.quantities import Line, is_noun, read_lines
from benchmarks.whole import HALVES
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Figure
from tuibrowser.parsing.understand import understand
from tuibrowser.text.fold import squash

FILES: Final = sorted((FIXTURES / "unseen").glob("sentences*.jsonl"))
PARTS: Final = ("数据", "名称", "指标", "角色")
_HEAD: Final = (
    "芦汀镇人民政府2024年法治政府建设年度报告\n2024年，芦汀镇推进法治政府建设，现将情况报告如下：\n"
    "一、推进法治政府建设的主要举措和成效\n（一）{}\n"
)
_TAIL: Final = "\n二、存在的不足和原因\n一是队伍薄弱。\n"


def compare(lines: Sequence[Line], lexicon: Lexicon) -> dict[str, Tally]:
    """A tally of each part."""
    tallies = {part: Tally() for part in PARTS}
    for number, label in lines:
        for part, is_hit, is_miss, is_extra, words in _judged(number, label, lexicon):
            tallies[part].hits += is_hit
            tallies[part].missed += [words] * is_miss
            tallies[part].extra += [words] * is_extra
    return tallies


def _judged(
    number: int, label: dict[str, Any], lexicon: Lexicon
) -> Iterator[tuple[str, bool, bool, bool, str]]:
    """Each part of each figure: whether it is right, was missed, is too much; and where."""
    head = _HEAD.format(label["heading"] or "工作情况")
    text = head + label["text"] + _TAIL
    report = understand(Document(text, f"{number:064x}", "芦汀镇2024.txt", "utf-8"), lexicon)
    end = len(head) + len(label["text"])
    free = [it for it in report.figures if len(head) <= it.start < end]
    for figure in label["figures"]:
        start = len(head) + figure["start"]
        words = f"{number} {text[max(len(head), start - 40) : start + 12]!r}"
        rights = _nouns(figure)
        others = [noun for it in label["figures"] if it is not figure for noun in _nouns(it)[:1]]
        same = [it for it in free if it.start < start + len(figure["text"]) and start < it.end]
        named = (it for it in same if is_noun(_plain(it.noun or ""), rights, others))
        found = next(named, same[0] if same else None)
        yield "数据", found is not None, found is None, False, words
        if found is None:
            continue
        free.remove(found)
        noun = _plain(found.noun or "")
        is_right = is_noun(noun, rights, others)
        yield (
            "名称",
            is_right,
            not is_right,
            False,
            f"{words}：应为 {'／'.join(rights)}，得到 {noun}",
        )
        for part, key in (("指标", "indicator"), ("角色", "role")):
            yield _compared(part, figure, key, found, words)
    for it in free:
        yield "数据", False, False, True, f"{number} {text[it.start - 10 : it.end]!r}"


def _compared(
    part: str, figure: dict[str, Any], key: str, found: Figure, words: str
) -> tuple[str, bool, bool, bool, str]:
    rights = [figure[key], *figure.get(f"{key}_also", ())]
    got = getattr(found, key)
    is_right = got in rights
    told = f"{words}：应为 {rights}，得到 {got}"
    is_miss = not is_right and None not in rights
    return part, is_right and got is not None, is_miss, not is_right and got is not None, told


def _nouns(figure: dict[str, Any]) -> list[str]:
    nouns = (figure["noun"], *figure.get("noun_also", ()))
    return [_plain(it).removesuffix("等") for it in nouns if it]


def _plain(noun: str) -> str:
    """Without quotes, which some hands write and some do not."""
    return squash(noun).replace('"', "")


def main() -> None:
    """Print the tallies of both halves."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, default=FILES)
    parser.add_argument("--misses", nargs="+", default=())
    arguments = parser.parse_args()
    lexicon = load()
    for path in arguments.files:
        lines = read_lines(path)
        for half, rest in HALVES.items():
            tallies = compare([it for it in lines if it.number % 2 == rest], lexicon)
            for part, tally in tallies.items():
                print(path.stem, half, part, tally.shares)
                if rest and part in arguments.misses:
                    print(*(f"  {it}" for it in (*tally.missed, *tally.extra)), sep="\n")


if __name__ == "__main__":
    main()
