"""How much of the outlines of whole reports is understood, on labels made before any program ran.

``python -m benchmarks.outlines`` prints one row for the odd lines of ``fixtures/unseen``, one for
the even lines and one for all of them, and the same for the file of the later sitting.
``--misses odd`` lists what was missed or found too much in the half that may be looked at.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.evaluate import FIXTURES, SITTINGS, Tally
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.parse import parse
from tuibrowser.reading.clean import clean
from tuibrowser.text.fold import squash

OUTLINES = [FIXTURES / "unseen" / f"outlines{end}.jsonl" for end in SITTINGS]
STATES = {
    "已单列": "own",
    "并入其他部分": "inside",
    "未单列": "none",
    "写明“无”": "stated_none",
}
PARTS = ("标题", "标题级别", "规定内容", "工作事项", "部分状态")


def load_outlines(path: Path = OUTLINES[0]) -> list[dict[str, Any]]:
    """The labelled reports, in order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def score(labels: dict[str, Any], report: Report) -> dict[str, Tally]:
    """The tally of every part of one report; what stands twice is counted twice."""
    tallies = {part: Tally() for part in PARTS}
    titles = [squash(title).rstrip("。:;") for _, title in labels["sections"]]
    found = [squash(section.title).rstrip("。:;") for section in report.sections]
    tallies["标题"].add(_numbered(titles), _numbered(found))
    levels = [f"{level} {t}" for (level, _), t in zip(labels["sections"], titles, strict=True)]
    seen = [f"{s.level} {t}" for s, t in zip(report.sections, found, strict=True)]
    tallies["标题级别"].add(_numbered(levels), _numbered(seen))
    kinds = {squash(title).rstrip("。:;"): kind for title, kind in labels["kinds"]}
    said = {t: s.kind for s, t in zip(report.sections, found, strict=True) if t in kinds}
    tallies["规定内容"].add(
        _numbered([f"{kind} {title}" for title, kind in kinds.items()]),
        _numbered([f"{kind} {title}" for title, kind in said.items()]),
    )
    tallies["工作事项"].add(
        _numbered(map(_bare, labels["measures"])),
        _numbered(_bare(report.slice(measure)) for measure in report.measures),
    )
    tallies["部分状态"].add(
        _numbered(f"{kind} {STATES[said]}" for kind, said in labels["states"].items()),
        _numbered(f"{kind} {state}" for kind, state in report.section_states.items()),
    )
    return tallies


def _numbered(words: Iterable[str]) -> dict[tuple[str, int], str]:
    seen: dict[tuple[str, int], str] = {}
    for word in words:
        again = sum(key[0] == word for key in seen)
        seen[word, again] = word
    return seen


def _bare(measure: str) -> str:
    """A measure without its closing stop, folded."""
    return squash(measure).rstrip("。;,")


def evaluate(reports: Iterable[dict[str, Any]], lexicon: Lexicon) -> dict[str, Tally]:
    """The tally of every part over ``reports``."""
    whole = {part: Tally() for part in PARTS}
    for number, labels in enumerate(reports, 1):
        text = clean(labels["text"])
        report = parse(Document(text, "0" * 64, f"{number}.txt", "utf-8"), lexicon)
        for part, tally in score(labels, report).items():
            whole[part].hits += tally.hits
            whole[part].missed += tally.missed
            whole[part].extra += tally.extra
    return whole


def main() -> None:
    """Print a table for each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", choices=["odd"], help="list them, of the odd lines")
    parser.add_argument("--file", type=Path, nargs="+", default=OUTLINES)
    arguments = parser.parse_args()
    lexicon = load()
    for file in arguments.file:
        _print_table(file, lexicon, with_misses=bool(arguments.misses))


def _print_table(file: Path, lexicon: Lexicon, *, with_misses: bool) -> None:
    reports = load_outlines(file)
    halves = {"单数行": reports[::2], "双数行": reports[1::2], "全部": reports}
    print(f"{file.stem}：{len(reports)} 份先标注、后运行的报告；每格 F（准确率/召回率）")
    print("行".ljust(6, "\u3000"), *(part.ljust(9, "\u3000") for part in PARTS))
    for name, half in halves.items():
        row = evaluate(half, lexicon)
        cells = [f"{t.f:.3f} ({t.precision:.2f}/{t.recall:.2f})" for t in row.values()]
        print(name.ljust(6, "\u3000"), *(cell.ljust(18) for cell in cells))
    if with_misses:
        for number, labels in enumerate(halves["单数行"]):
            for part, tally in evaluate([labels], lexicon).items():
                for words in tally.missed:
                    print(f"[{2 * number + 1}] {part} 漏 {words}")
                for words in tally.extra:
                    print(f"[{2 * number + 1}] {part} 多 {words}")


if __name__ == "__main__":
    main()
