"""Makes shortwords.txt (``tuibrowser/lexicon/SOURCES.md``).

    python -m makers.shortwords

The words of two and of three characters that jieba finds at least twice in what ``makers/edges.py``
learns from and in the measures of ``fixtures/themes.jsonl``.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import jieba

from benchmarks.evaluate import FIXTURES
from makers.edges import OWN, UNSEEN
from tuibrowser.lexicon.edges import TABLE
from tuibrowser.lexicon.signs import lines_with

LEAST: Final = 2
"""So often a word must stand."""
_WORD: Final = re.compile("[\u4e00-\u9fff]{2,3}")


def texts() -> Iterator[str]:
    """All that words are looked for in; of ``fixtures/unseen`` odd lines only."""
    paths = [(FIXTURES / name, 1) for name in (*OWN, "themes.jsonl")]
    paths += [(FIXTURES / "unseen" / f"{name}.jsonl", 2) for name in UNSEEN]
    for path, step in paths:
        for line in path.read_text(encoding="utf-8").splitlines()[::step]:
            yield json.loads(line)["text"]


def main() -> None:
    """Write the list."""
    jieba.setLogLevel(60)
    met = Counter(word for text in texts() for word in jieba.cut(text, HMM=False))
    words = sorted(word for word, times in met.items() if times >= LEAST and _WORD.fullmatch(word))
    lines = (it for size in (2, 3) for it in lines_with("", [w for w in words if len(w) == size]))
    head = "# Words of two and three characters of reports (SOURCES.md). Blanks part them."
    TABLE.with_name("shortwords.txt").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
