"""Passages near a query that was mistyped more than once, or is a sentence of another report: those
with the rare parts of it, then by distance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from tuibrowser.model.terms import Span
from tuibrowser.search.attempt import Attempt, Tokens, each, literal
from tuibrowser.search.candidates import Candidate, Candidates
from tuibrowser.search.near import LONGEST, suits
from tuibrowser.search.stages import tokens_of

# In a query of four, two slips leave no more than any other word has in common.
_SHORTEST: Final = 5
_RAREST: Final = 4

# A sentence is told by few of its words: two of six rare pairs that share no character.
_RAREST_OF_SENTENCE: Final = 6
_COUNTED: Final = 2000
_CANDIDATES: Final = 500
_LIKENESS: Final = 50.0
"""Of a stretch as rapidfuzz finds it, in percent; a little below what two slips in five leave."""
_COST: Final = 10


def several_slips(
    needle: str, needles: Sequence[str], candidates: Candidates
) -> Iterator[tuple[Attempt, Candidate, tuple[Span, ...]]]:
    """Passages with a stretch like ``needle`` and the other needles as they are."""
    sentence = len(needle) > LONGEST
    if not (sentence or suits(needle)) or len(needle) < _SHORTEST:
        return
    pairs = [one for one in tokens_of((needle,)) if len(one) > 1]
    met = {pair: candidates.count((pair,), _COUNTED) for pair in pairs}
    ranked = sorted((pair for pair in pairs if met[pair]), key=met.__getitem__)
    rarest = _apart(ranked) if sentence else ranked[:_RAREST]
    if not rarest:
        return
    others = [other for other in needles if other != needle]
    enough = 2 if sentence else len(rarest) - 1
    tokens: Tokens = (*_some(rarest, enough), *tokens_of(tuple(others)))
    rest = each([literal(other) for other in others]) if others else None
    ids = candidates.ids(tokens, None, _CANDIDATES, sounds=False)
    found = [one for one in candidates.of(ids) if rest is None or rest(one.text)]
    for candidate, errors, span in _nearest(needle, found):
        yield (
            Attempt("fuzzy", _COST + errors, tokens, literal(""), differing=errors),
            candidate,
            (span,),
        )


def _apart(ranked: Sequence[str]) -> list[str]:
    """The first of ``ranked`` that have no character in common: a slip spoils only one of them."""
    found: list[str] = []
    for pair in ranked:
        if len(found) < _RAREST_OF_SENTENCE and not set(pair) & set("".join(found)):
            found.append(pair)
    return found


def _some(pairs: Sequence[str], enough: int) -> Tokens:
    """Holds where at least ``enough`` of ``pairs`` do; of one or two, where one does."""
    enough = enough if len(pairs) > 2 else 1
    return tuple(combinations(pairs, len(pairs) - enough + 1))


def _nearest(needle: str, found: Sequence[Candidate]) -> Iterator[tuple[Candidate, int, Span]]:
    from rapidfuzz import fuzz  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    # A sentence that was worked over keeps its frame; a word keeps most of its characters.
    most = len(needle) // 2 if len(needle) > LONGEST else (len(needle) + 1) // 3
    for candidate in found:
        if len(candidate.text) < len(needle):
            # What was typed has more in it than the whole passage, such as a number before it.
            span = 0, len(candidate.text)
        else:
            aligned = fuzz.partial_ratio_alignment(needle, candidate.text, score_cutoff=_LIKENESS)
            if aligned is None:
                continue
            span = aligned.dest_start, aligned.dest_end
        errors = OSA.distance(needle, candidate.text[slice(*span)])
        if errors <= most and span[0] < span[1]:
            yield candidate, errors, span
