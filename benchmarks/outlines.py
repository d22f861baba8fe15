"""How much of the outlines of whole reports is understood, on labels made before any program ran.

``python -m benchmarks.outlines`` prints for each sitting of ``fixtures/unseen`` one row for the odd
lines, one for the even lines and one for all of them, then the same reports joined into one line
and without the markers of their first two levels; forms are told apart where the labels do so.
``--misses odd`` lists what was missed or found too much in the half that may be looked at, as it is
or (``--altered NAME``) altered.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.alterations import HeadingPlace, in_one_line, in_one_spaced_line, without_markers
from benchmarks.evaluate import FIXTURES, Tally
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.clean import clean
from tuibrowser.text.fold import squash

OUTLINES = sorted((FIXTURES / "unseen").glob("outlines*.jsonl"))
STATES = {
    "已单列": "own",
    "并入其他部分": "inside",
    "未单列": "none",
    "写明“无”": "stated_none",
}
PARTS = ("标题", "标题级别", "规定内容", "工作事项", "部分状态")
_MARKER: Final = (
    r"(?:第?[一二三四五六七八九十壹贰叁肆伍陆]{1,3}(?:部分|[章节])?[、.．:：,，]?"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])[\s\u3000]*"
)


def _unmarked(text: str, labels: dict[str, Any]) -> str:
    return without_markers(text, list(_places(text, labels["sections"]))).text


def _places(text: str, sections: Iterable[tuple[int, str]]) -> Iterator[HeadingPlace]:
    """Where labelled headings stand that open a line or follow a stop or white space."""
    at = 0
    for level, title in sections:
        words = r"\s*".join(map(re.escape, title))
        if found := re.compile(rf"(?:(?<=[\s。])|^){_MARKER}({words})").search(text, at):
            yield HeadingPlace(found.start(), found.start(1), at := found.end(), level)


Altering = Callable[[str, dict[str, Any]], str]
ALTERED: dict[str, Altering] = {
    "原样": lambda text, _: text,
    "合为一行": lambda text, _: in_one_line(text, ()).text,
    "合为一行（空格）": lambda text, _: in_one_spaced_line(text, ()).text,
    "去掉编号": _unmarked,
    "去掉编号并合为一行": lambda text, labels: in_one_line(_unmarked(text, labels), ()).text,
}
"""What is done to a report before it is read, by name."""


def load_outlines(path: Path = OUTLINES[0]) -> list[dict[str, Any]]:
    """The labelled reports, in order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def score(labels: dict[str, Any], report: Report) -> dict[str, Tally]:
    """The tally of every part of one report; what stands twice is counted twice.

    Labels may be of nothing but the sections.
    """
    tallies = {part: Tally() for part in PARTS}
    titles = [squash(title).rstrip("。:;") for _, title in labels["sections"]]
    found = [squash(section.title).rstrip("。:;") for section in report.sections]
    tallies["标题"].add(_numbered(titles), _numbered(found))
    levels = [f"{level} {t}" for (level, _), t in zip(labels["sections"], titles, strict=True)]
    seen = [f"{s.level} {t}" for s, t in zip(report.sections, found, strict=True)]
    tallies["标题级别"].add(_numbered(levels), _numbered(seen))
    if "kinds" not in labels:
        return tallies
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


def evaluate(
    reports: Iterable[dict[str, Any]], lexicon: Lexicon, alter: Altering = ALTERED["原样"]
) -> dict[str, Tally]:
    """The tally of every part over ``reports``, each altered before it is read."""
    whole = {part: Tally() for part in PARTS}
    for number, labels in enumerate(reports, 1):
        text = clean(alter(labels["text"], labels))
        report = understand(Document(text, "0" * 64, f"{number}.txt", "utf-8"), lexicon)
        for part, tally in score(labels, report).items():
            whole[part].hits += tally.hits
            whole[part].missed += tally.missed
            whole[part].extra += tally.extra
    return whole


def main() -> None:
    """Print a table for each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", choices=["odd"], help="list them, of the odd lines")
    parser.add_argument(
        "--altered", choices=ALTERED, default="原样", help="of which the misses are"
    )
    parser.add_argument("--file", type=Path, nargs="+", default=OUTLINES)
    arguments = parser.parse_args()
    lexicon = load()
    for file in arguments.file:
        reports = load_outlines(file)
        print(f"{file.stem}：{len(reports)} 份先标注、后运行的报告；每格 F（准确率/召回率）")
        print("行".ljust(12, "\u3000"), *(part.ljust(9, "\u3000") for part in PARTS))
        for name, row in _rows(reports, lexicon):
            cells = [f"{t.f:.3f} ({t.precision:.2f}/{t.recall:.2f})" for t in row.values()]
            print(name.ljust(12, "\u3000"), *(cell.ljust(18) for cell in cells))
        if arguments.misses:
            _print_misses(reports[::2], lexicon, ALTERED[arguments.altered])


def _rows(
    reports: list[dict[str, Any]], lexicon: Lexicon
) -> Iterator[tuple[str, dict[str, Tally]]]:
    halves = {"单数行": reports[::2], "双数行": reports[1::2]}
    for name, half in (*halves.items(), ("全部", reports)):
        yield name, evaluate(half, lexicon)
    for form in dict.fromkeys(labels["form"] for labels in reports if "form" in labels):
        for name, half in halves.items():
            some = [labels for labels in half if labels["form"] == form]
            yield f"{name} {form}", evaluate(some, lexicon)
    for altered, alter in list(ALTERED.items())[1:]:
        for name, half in halves.items():
            yield f"{name[:1]}·{altered}", evaluate(half, lexicon, alter)


def _print_misses(reports: list[dict[str, Any]], lexicon: Lexicon, alter: Altering) -> None:
    for number, labels in enumerate(reports):
        for part, tally in evaluate([labels], lexicon, alter).items():
            for words in tally.missed:
                print(f"[{2 * number + 1}] {part} 漏 {words}")
            for words in tally.extra:
                print(f"[{2 * number + 1}] {part} 多 {words}")


if __name__ == "__main__":
    main()
