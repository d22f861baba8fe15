"""Makes pinyin.txt, once for each new version of its sources (``lexicon/SOURCES.md``).

    pip download --no-deps pypinyin==0.55.0
    python -m makers.pinyin pypinyin-0.55.0-*.whl > pinyin.txt

Reads the wheel and jieba's dictionary; imports neither.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from unicodedata import normalize
from zipfile import ZipFile

from tuibrowser.text.fold import fold

# Where words at large mislead: 调解 (tiao) is what these reports are about, though 强调 and 调查
# (diao) are commoner in print; 着力, 着眼 and 薄弱 likewise. The others are commoner in names and
# in daily speech than in the words that pypinyin lists.
OFFICIAL = {
    **{"调": "tiao", "着": "zhuo", "薄": "bo"},
    **{"柏": "bai", "蚌": "beng", "刹": "sha", "茄": "qie", "肋": "lei", "靓": "liang"},
}

# Readings that no listed phrase of a known word shows: the particle, family names, places.
ALSO = {
    **{"地": "de", "熟": "shou", "区": "ou", "仇": "qiu", "覃": "qin", "盖": "ge"},
    **{"洞": "tong", "荥": "ying", "浚": "xun", "莘": "xin", "涌": "chong", "乐": "lao"},
}

# Interjections, which no one cuts out of typed letters. Only 嗯 has no other reading.
VOWELLESS = {"m", "n", "ng", "hm", "hng"}


def plain(reading: str) -> str:
    """``reading`` without tone: lǜ → lv, ê → e."""
    letters = normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in letters if letter.isascii())


def main(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        listed = json.loads(archive.read("pypinyin/pinyin_dict.json"))
        phrases = json.loads(archive.read("pypinyin/phrases_dict.json"))
    words = word_counts()

    heard: defaultdict[str, Counter[str]] = defaultdict(Counter)
    seen: Counter[str] = Counter()
    for word, count in words.items():
        for character in word:
            seen[character] += count
    readings: dict[str, list[str]] = {}
    for code, written in listed.items():
        character = chr(int(code))
        every = dict.fromkeys(map(plain, written.split(",")))
        known = [r for r in every if r not in VOWELLESS] or ["en"]
        # What search takes for a part of a word; not private use nor radicals.
        if character.isalnum():
            readings[character] = known
            # A word of one character is read as it is listed first.
            heard[character][known[0]] += words.get(character, 0)
    for phrase, tones in phrases.items():
        if len(phrase) == len(tones):
            for character, (tone, *_) in zip(phrase, tones, strict=True):
                heard[character][plain(tone)] += words.get(phrase, 0)

    for character, reading in ALSO.items():
        heard[character][reading] += 1
        if reading not in readings[character]:
            readings[character].append(reading)

    defaults: defaultdict[str, list[str]] = defaultdict(list)
    in_words: defaultdict[str, list[str]] = defaultdict(list)
    listed_only: defaultdict[str, list[str]] = defaultdict(list)
    weight: Counter[str] = Counter()
    for character, known in readings.items():
        counts = heard[character]
        known.sort(key=lambda r: (r != OFFICIAL.get(character), -counts[r]))
        for number, reading in enumerate(known):
            column = defaults if not number else in_words if counts[reading] else listed_only
            column[reading].append(character)
            weight[reading] += seen[character] if not number else counts[reading]

    print("# syllable, characters read so by default, in some words, in dictionaries only")
    for syllable, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0])):
        columns = [
            # The first of the first column stands for the syllable: it must survive folding.
            sorted(defaults[syllable], key=lambda c: (fold(c) != c, -seen[c], c)),
            sorted(in_words[syllable], key=lambda c: (-heard[c][syllable], c)),
            sorted(listed_only[syllable], key=lambda c: (-seen[c], c)),
        ]
        print(syllable, *map("".join, columns), sep="\t")


def word_counts() -> dict[str, int]:
    """How often jieba's dictionary has met each of its words."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise SystemExit("jieba is not installed")
    text = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8")
    rows = (line.split(" ") for line in text.splitlines())
    return {word: int(count) for word, count, *_ in rows}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
