"""Each format beside the plain text of the same report: what is understood of it, and how long it
takes; then how many Word documents a second go into a new library.

    python -m benchmarks.formats [--reports 200]

The sample reports are written as Word documents, and from these by LibreOffice, where it is
installed, in every other format it writes. F is over the headings, measures and figures of all
reports, against those of the text; milliseconds are for reading, in a child that has begun.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from subprocess import run

from docx import Document as WordDocument

from benchmarks.generate import write
from benchmarks.measure import milliseconds
from tuibrowser.indexing.run import Ways, index
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.read import read
from tuibrowser.store.library import Library

SAMPLES = Path(__file__).parents[1] / "fixtures" / "reports"
WRITTEN_BY_LIBREOFFICE = ("doc", "odt", "rtf", "pdf", "html")
_AT_ONCE = 4
"""Files of one format given to LibreOffice in one call."""

Facts = tuple[Counter[str], ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, default=200)
    count = parser.parse_args().reports
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = sorted(SAMPLES.glob("*.txt"))
        families = {"txt": texts, "docx": _as_word(texts, folder / "docx")}
        if shutil.which("soffice"):
            for ending in WRITTEN_BY_LIBREOFFICE:
                families[ending] = _converted(families["docx"], folder, ending)
        _print_families(families, load())
        _print_rate(folder, count)


def _print_families(families: dict[str, list[Path]], lexicon: Lexicon) -> None:
    expected = [_facts(understand(read(path), lexicon)) for path in families["txt"]]
    text = None
    print(f"{'':6}{'headings':>10}{'measures':>10}{'figures':>10}{'ms':>8}{'x text':>8}")
    for name, paths in families.items():
        found = [_facts(understand(read(path), lexicon)) for path in paths]
        scores = [_f([(one[at], other[at]) for one, other in zip(expected, found, strict=True)])
                  for at in range(3)]  # fmt: skip
        taken = median(milliseconds(read, path) for path in (*paths, *paths))
        text = text or taken
        print(f"{name:6}{''.join(f'{it:10.3f}' for it in scores)}{taken:8.1f}{taken / text:8.1f}")


def _print_rate(folder: Path, count: int) -> None:
    texts, documents = folder / "many", folder / "many-docx"
    write(texts, range(count))
    _as_word(sorted(texts.iterdir()), documents)
    for path in (texts, documents):
        library = Library(folder / f"{path.name}.sqlite3")
        begun, cpu = time.perf_counter(), os.times()
        index(library, [path], Ways(words=False))
        taken, spent = time.perf_counter() - begun, sum(os.times()[:4]) - sum(cpu[:4])
        print(f"index {count} in {path.name}: {count / taken:.0f} reports/s,"
              f" {spent / count * 1000:.0f} ms of processors each")  # fmt: skip


def _as_word(texts: Iterable[Path], target: Path) -> list[Path]:
    target.mkdir()
    made = []
    for path in texts:
        document = WordDocument()
        for line in read(path).text.splitlines():
            document.add_paragraph(line)
        made.append(target / f"{path.stem}.docx")
        document.save(str(made[-1]))
    return made


def _converted(documents: Sequence[Path], folder: Path, ending: str) -> list[Path]:
    target = folder / ending
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    for at in range(0, len(documents), _AT_ONCE):
        some = map(str, documents[at : at + _AT_ONCE])
        convert = ("soffice", profile, "--headless", "--convert-to", ending, "--outdir")
        run([*convert, str(target), *some], check=True, capture_output=True)
    return [target / f"{path.stem}.{ending}" for path in documents]


def _facts(report: Report) -> Facts:
    def bare(text: str) -> str:
        return "".join(text.split())

    return (
        Counter(f"{section.level} {bare(section.title)}" for section in report.sections),
        Counter(bare(report.slice(measure)) for measure in report.measures),
        Counter(f"{figure.value} {figure.unit}" for figure in report.figures),
    )


def _f(pairs: Iterable[tuple[Counter[str], Counter[str]]]) -> float:
    pairs = list(pairs)
    right = sum((one & other).total() for one, other in pairs)
    return 2 * right / max(1, sum(one.total() + other.total() for one, other in pairs))


if __name__ == "__main__":
    main()
