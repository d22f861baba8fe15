"""The headings in a long line that lost their numbers.

A heading shows by its form; where one heading of a chapter was found so, its likes are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from tuibrowser.parsing.breaks.endings import tells_lacks
from tuibrowser.parsing.breaks.inner_numbers import BARE, FIRST, HeadingNumber
from tuibrowser.parsing.breaks.judged import is_like, judged
from tuibrowser.parsing.breaks.kin import Echoes
from tuibrowser.parsing.breaks.page_words import PageWords
from tuibrowser.parsing.breaks.seam_sides import item_length, opens_sentence
from tuibrowser.parsing.breaks.seams import LONGEST, Seam, form, seams

_STOPS = frozenset("。;!?:")
_SENTENCE: Final = re.compile("[。!?]")
_SENTENCE_ENDS: Final = frozenset("。!?")
_MOST_CLAUSES: Final = 2
_LONGEST_CLAUSE: Final = 12
_CERTAIN: Final = 5.0
_BEHIND_LIST: Final = 6.0
"""Of a heading behind the last number of a list, which mostly is its last."""
_LIKELY: Final = 3.4
_BEHIND: Final = 4.4
"""Of a heading right behind that of its chapter, where one is to be expected."""
_OPENS_TEXT: Final = 1.2
_HEADS: Final = 1.5
# Code, not lexicon: how numbers, marks and line ends part a text; the words at the seams are in
# seams.toml.
_YEAR: Final = re.compile(r"20\d\d年度?")
_NAMES_ITEM: Final = re.compile(
    r"(?:20\d\d年度?)?(?:[我本][镇乡街县区局]{1,2})?(?:全面)?(?:推进|法治|依法|党政|主要|存在|工作|目前|当前|下一?步|下一?年|取得"
    r"|其他|需要|落实|履行|开展|基本|总体|问题|不足|短板|差距|困难|特色|亮点|今后|来年|明年)"
)
_Candidate = tuple[int, Seam]
"""Where a heading may begin, and where it may end, counted from there."""


def unnumbered(
    shadow: str, numbers: Sequence[HeadingNumber], ends: set[int], page: PageWords
) -> Iterator[tuple[int, int]]:
    """Start and end of the headings without number.

    First those that name a required item, then, in each chapter whose headings lost their numbers,
    those of one form.
    """
    known: dict[int, list[Seam]] = {}
    found = list(_candidates(shadow, numbers, ends, page, known))
    upper: dict[int, int] = {}
    while new := dict(_uppers(shadow, found)).items() - upper.items():
        upper |= new
        ends = {*ends, *upper.values()}
        found = list(_candidates(shadow, numbers, ends, page, known))
    yield from upper.items()
    found = [it for it in found if it[0] not in upper and it[1]]
    chapters = [number.start for number in numbers if number.style in FIRST]
    bounds = sorted({0, *chapters, *upper, len(shadow)})
    lower = [number for number in numbers if number.style not in FIRST]
    for begin, end in pairwise(bounds):
        inside = [it for it in lower if begin <= it.start < end]
        if lower and not inside:
            continue  # other chapters kept their numbers, so this one has none
        below = [it for it in found if begin < it[0] < end]
        if not inside:
            top = max((at for at in ends if begin < at < end), default=begin)
            yield from ((at, at) for at in _labels(shadow, top, end))
            starts = [start for start, _ in _sentences(shadow, top, end)]
            # Where chapters kept their numbers those below would have theirs, too.
            if not chapters and (
                heads := judged(shadow, starts, (end, tells_lacks(shadow[begin:top])), page)
            ):
                yield from heads
                continue
        for start, seam in _lost(shadow, list(_of_one_form(below)), inside, begin):
            yield start, start + seam.at


def _candidates(
    shadow: str,
    numbers: Sequence[HeadingNumber],
    ends: set[int],
    page: PageWords,
    known: dict[int, list[Seam]],
) -> Iterator[tuple[int, list[Seam]]]:
    """The sentences that may begin with a heading, each with the places where it may end.

    ``known`` are the places by the sentence's start; new ones are noted there.
    """
    starts = {number.start: number for number in numbers}
    edges = sorted({0, *ends, *starts, len(shadow)})
    above = ""
    for begin, end in pairwise(edges):
        if begin in starts:
            above = starts[begin].style
        sentences = list(_sentences(shadow, begin, end))
        # The first sentence of a numbered piece is its own, or its heading.
        for start, until in sentences[1 if begin in starts or above not in {*FIRST, ""} else 0 :]:
            is_cut = until == end and end in starts and starts[end].ordinal == 1
            if start not in known:
                known[start] = _seams(shadow[start:until], is_cut, page)
            places = known[start]
            if places or item_length(shadow[start : start + LONGEST]):
                yield start, places


def _seams(sentence: str, is_cut: bool, page: PageWords) -> list[Seam]:
    """The likely ends of a heading that a sentence may begin with.

    One to the full stop is left to the rules for lines; one before a list's 1. is whole.
    """
    if is_cut and BARE.match(sentence):
        return [Seam(len(sentence), _CERTAIN, 0, True, form(sentence))]
    words = sentence[: LONGEST + 8]
    year = _YEAR.match(words)
    if opens_sentence(words, page) and not year:
        return []
    return [
        seam
        for seam in seams(words, bool(_NAMES_ITEM.match(words)), page)
        if seam.after >= _OPENS_TEXT
        and words[seam.at] not in _STOPS
        and not re.search(r"\d", words[year.end() if year else 0 : seam.at])
    ]


def _uppers(shadow: str, candidates: Iterable[tuple[int, list[Seam]]]) -> Iterator[tuple[int, int]]:
    """Start and end of the headings that name a required item."""
    for start, found in candidates:
        if length := item_length(shadow[start : start + LONGEST]):
            yield start, start + length
        elif _NAMES_ITEM.match(shadow, start):
            named = [seam for seam in found if seam.names_item]
            if named:
                yield start, start + max(named, key=lambda it: it.weight).at


def _labels(shadow: str, begin: int, end: int) -> list[int]:
    """Where the short sentences stand that head a chapter's parts: 程序意识不强。在工程变更…

    The first opens the chapter, all are of one form, and none stands right behind another.
    """
    sentences = list(_sentences(shadow, begin, end))
    forms = [_label(shadow[start:until]) for start, until in sentences]
    if not forms or forms[0] is None:
        return []
    alike = [at for at, it in enumerate(forms) if it is not None and is_like(it, forms[0])]
    apart = all(other - one > 1 for one, other in pairwise([*alike, len(forms)]))
    return [sentences[at][0] for at in alike] if apart and len(alike) > 1 else []


def _label(sentence: str) -> tuple[int, ...] | None:
    """How long the clauses of a sentence are that may head, without its full stop."""
    words = sentence[:-1]
    clauses = tuple(map(len, words.split(",")))
    if not sentence.endswith("。") or re.search(r"[\d:;]", words) or len(clauses) > _MOST_CLAUSES:
        return None
    return clauses if min(clauses) > 1 and max(clauses) <= _LONGEST_CLAUSE else None


def _of_one_form(found: Sequence[tuple[int, list[Seam]]]) -> Iterator[_Candidate]:
    """Of each sentence its likeliest heading; one as long as those of others is likelier."""
    echoes = Echoes([seams for _, seams in found])
    for member, (start, ends) in enumerate(found):
        weighed = [it._replace(before=it.before + echoes.echo(it, member)) for it in ends]
        best = max(weighed, key=lambda it: it.weight)
        if best.before >= _HEADS:
            yield start, best


def _lost(
    shadow: str, candidates: Sequence[_Candidate], inside: Sequence[HeadingNumber], begin: int
) -> Iterator[_Candidate]:
    """The headings among ``candidates`` of a chapter that holds the numbers ``inside``."""
    outer = [it for it in inside if it.style == inside[0].style]
    if not outer or outer[0].style != "item":
        yield from _all_lost(shadow, candidates, begin)
        return
    counted, after = 0, begin
    for number in outer:
        between = [it for it in candidates if after < it[0] < number.start]
        best = sorted(between, key=lambda it: -it[1].weight)[: max(number.ordinal - counted - 1, 0)]
        yield from (it for it in best if it[1].weight >= _LIKELY)
        counted, after = number.ordinal, number.start
    yield from (it for it in candidates if it[0] > after and it[1].weight >= _BEHIND_LIST)


def _all_lost(shadow: str, candidates: Sequence[_Candidate], begin: int) -> Iterator[_Candidate]:
    """Two at least, of as many clauses as one that is certain has."""
    for clauses in (2, 1):
        likely = [
            (start, seam)
            for start, seam in candidates
            if seam.weight >= _LIKELY and ("," in shadow[start : start + seam.at]) == (clauses == 2)
        ]
        least = _CERTAIN
        if likely and not _SENTENCE.search(shadow, begin, likely[0][0]):
            least = _BEHIND  # nothing but the chapter's own heading stands above it
        if clauses == 1:
            likely = [it for it in likely if it[1].weight >= least]
        if len(likely) > 1 and any(seam.weight >= least for _, seam in likely):
            yield from likely
            return


def _sentences(shadow: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of ``shadow[begin:end]``."""
    start = begin
    for at in range(begin, end):
        if shadow[at] in _SENTENCE_ENDS or shadow.endswith("如下:", begin, at + 1):
            yield start, at + 1
            start = at + 1
    if start < end:
        yield start, end
