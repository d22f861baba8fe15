"""Generated reports: any number, each distinct, the same ones at every call.

    python -m benchmarks.generate 1000 FOLDER

writes them as text files and says how repetitive they are: of the lines of 1,000 reports 75 % are
distinct, headings being most of the rest; of 50 reports 85 %. The sentences are drawn from the
patterns of ``vocabulary.toml``, so a wording recurs far more often than in real reports, and the
index has fewer, longer posting lists: sizes and latencies measured on them are of this vocabulary.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

FIRST_YEAR = 2019
YEARS = 6
_ORDINALS = "一二三四五六七八九十"
_SLOT = re.compile(r"\{(\w+)\}")


_VOCABULARY = Path(__file__).with_name("vocabulary.toml")


@cache
def _vocabulary() -> dict[str, Any]:
    return tomllib.loads(_VOCABULARY.read_text(encoding="utf-8"))


def fingerprint() -> str:
    """Another value when the reports would come out differently."""
    return sha256(_VOCABULARY.read_bytes() + Path(__file__).read_bytes()).hexdigest()[:8]


def town(number: int) -> str:
    """Name of township ``number``. Some share a name, as real ones do."""
    return _name(Random(f"town {number}"), "level")


def _name(chance: Random, level: str) -> str:
    names = _vocabulary()["names"]
    return "".join(chance.choice(names[part]) for part in ("first", "second", level))


def report(number: int) -> tuple[str, str]:
    """File name and text of report ``number``: six years of a township, then the next township."""
    township, age = divmod(number, YEARS)
    year = FIRST_YEAR + age
    writer = _Writer(Random(f"report {number}"), town(township), year, _villages(township))
    text = "\n".join(writer.lines())
    return f"{number:06d}_{town(township)}_{year}.txt", text + "\n"


def _villages(township: int) -> list[str]:
    chance = Random(f"villages {township}")
    return [_name(chance, "village") for _ in range(chance.randint(8, 20))]


def write(folder: Path, numbers: Sequence[int]) -> None:
    """Write the reports ``numbers`` into ``folder``, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in map(report, numbers):
        (folder / name).write_text(text, encoding="utf-8")


class _Writer:
    def __init__(self, chance: Random, issuer: str, year: int, villages: Sequence[str]) -> None:
        self._chance = chance
        self._issuer = issuer
        self._year = year
        self._villages = villages
        self._words = _vocabulary()["words"]

    def lines(self) -> Iterator[str]:
        vocabulary = _vocabulary()
        yield f"{self._issuer}{self._year}年法治政府建设年度报告"
        yield ""
        yield (
            f"{self._year}年，{self._issuer}坚持以习近平新时代中国特色社会主义思想为指导，"
            "扎实推进法治政府建设，现将有关情况报告如下。"
        )
        yield "一、推进法治政府建设的主要举措和成效"
        themes = self._chance.sample(vocabulary["theme"], self._chance.randint(8, 11))
        for ordinal, theme in enumerate(themes):
            number = f"十{_ORDINALS[ordinal - 10]}" if ordinal > 9 else _ORDINALS[ordinal]
            yield f"（{number}）{self._chance.choice(theme['headings'])}"
            yield from self._measures(theme["clauses"], self._chance.randint(4, 6))
        other = vocabulary["other"]
        yield "二、存在的不足和原因"
        yield from self._measures(other["shortcomings"], self._chance.randint(3, 5))
        yield "三、党政主要负责人履行推进法治建设第一责任人职责情况"
        yield from self._measures(other["leader_duty"], self._chance.randint(4, 6))
        yield f"四、{self._year + 1}年主要安排"
        yield from self._measures(other["next_plan"], self._chance.randint(4, 6))
        if self._chance.random() < 0.3:
            yield "五、其他需要报告的情况"
            yield self._chance.choice(other["nothing"])
        yield ""
        yield f"{self._issuer}人民政府"
        yield f"{self._year + 1}年1月{self._chance.randint(4, 28)}日"

    def _measures(self, clauses: Sequence[str], count: int) -> Iterator[str]:
        """``count`` paragraphs of one measure each; a third continue the one before."""
        paragraph = ""
        for number in range(count):
            marker = f"{_ORDINALS[number]}是" if count > 4 else ""
            measure = marker + "，".join(self._fill(part) for part in self._parts(clauses))
            paragraph += measure
            if number + 1 < count and self._chance.random() < 0.3:
                paragraph += "；"
                continue
            yield paragraph + "。"
            paragraph = ""

    def _parts(self, clauses: Sequence[str]) -> Iterator[str]:
        openers = _vocabulary()["openers"]
        if self._chance.random() < 0.5:
            yield self._chance.choice(openers["measure"])
        yield from self._chance.sample(clauses, self._chance.choice((1, 1, 2, 3)))
        if self._chance.random() < 0.4:
            yield self._chance.choice(openers["result"])

    def _fill(self, pattern: str) -> str:
        def word(slot: re.Match[str]) -> str:
            name = slot[1]
            match name:
                case "n":
                    return str(self._chance.randint(1, 60))
                case "m":
                    return str(self._chance.randint(20, 6000))
                case "pct":
                    return f"{self._chance.randint(700, 1000) / 10:g}"
                case "village":
                    return self._chance.choice(self._villages)
            return str(self._chance.choice(self._words[name]))

        return _SLOT.sub(word, pattern)


def repetition(numbers: Sequence[int]) -> tuple[int, float]:
    """How many lines the reports ``numbers`` have, and which share of them occurs once only."""
    lines = [line for _, text in map(report, numbers) for line in text.splitlines() if line]
    return len(lines), len(set(lines)) / len(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    write(arguments.folder, range(arguments.count))
    lines, distinct = repetition(range(min(arguments.count, 1000)))
    print(f"{arguments.count} reports; of {lines} lines {distinct:.0%} are distinct")


if __name__ == "__main__":
    main()
