"""What a person may have meant: every forgiving reading of a query, answered side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, get_args

from tuibrowser.model.search import Filters, Hit, Query
from tuibrowser.model.terms import How, Span
from tuibrowser.search.attempt import Attempt
from tuibrowser.search.candidates import Candidate, Candidates
from tuibrowser.search.far import several_slips
from tuibrowser.search.initials import by_initials, by_misspelling, by_mixture
from tuibrowser.search.near import one_slip
from tuibrowser.search.notes import note
from tuibrowser.search.numbers import by_number
from tuibrowser.search.rank import ROLE_ORDER
from tuibrowser.search.signs import by_numbering, by_signs, by_sound_across_signs
from tuibrowser.search.sounds import by_sound
from tuibrowser.search.spans import in_words
from tuibrowser.search.stages import scope
from tuibrowser.search.synonyms import by_synonym
from tuibrowser.text.equivalence import equate_with_offsets
from tuibrowser.text.toneless import toneless

if TYPE_CHECKING:
    from tuibrowser.store.library import Reader

# Passages read for one query, 10 us each.
_MOST_FETCHED: Final = 1200

# More words are a pasted sentence, and every one of them could be misspelt.
_MOST_NEEDLES: Final = 8

# And a longer word is a pasted page.
_LONGEST_NEEDLE: Final = 200

# Longer than a word with its neighbours: what several words are together is a sentence.
_LONGEST_WORD: Final = 16

_SENTENCE: Final = re.compile("[^。；;]+")

# Ids asked for at a time by one reading; each round doubles them.
_FIRST: Final = 48
_ROUNDS: Final = 4

# With fewer matches, queries with several slips are thought of, too.
_FEW: Final = 10

_DIFFERENT: Final = get_args(How).index("fuzzy")
"""From this way of matching on, characters differ."""

_SPELT: Final = frozenset({"pinyin", "initials"})

_STRICTEST_FIRST: Final[tuple[How, ...]] = get_args(How)


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that answers a reading."""

    candidate: Candidate
    spans: tuple[Span, ...]
    """Of the text as it is compared."""
    attempt: Attempt

    @property
    def wording(self) -> str:
        """What stands there for the query."""
        return "…".join(self.candidate.text[start:end] for start, end in self.spans)


@dataclass
class _Asking:
    """A reading while it is being answered."""

    attempt: Attempt
    before: int | None = None
    done: bool = False
    matches: list[Match] = field(default_factory=list)

    @property
    def settled(self) -> bool:
        """Whether asking on would hardly bring what is not there yet.

        Two or three syllables are written in several ways, 公示, 公事, 攻势, and the newest may all
        be of one.
        """
        short = len(self.attempt.tokens) <= 2
        if short and self.attempt.how in ("homophone", "pinyin") and not self.done:
            return len({match.wording for match in self.matches}) > 1
        return self.done or bool(self.matches)


def forgive(
    reader: Reader, query: Query, filters: Filters, known: frozenset[int], limit: int
) -> tuple[Hit, ...]:
    """Passages that hold what ``query`` sounds, looks or means like, best first.

    Args:
        reader: An open library with an index of sounds.
        query: What was typed.
        filters: What was chosen beside it; both must hold.
        known: Ids of passages that answer to the letter.
        limit: Most hits to return.

    Raises:
        tuibrowser.store.library.Interrupted: ``reader.interrupt`` was called.
        tuibrowser.store.library.LibraryError: The library became unusable.
    """
    if not query.needles:
        return ()
    candidates = Candidates(reader, scope(filters, query.filters), query.excluded, known)
    matches: list[Match] = []
    enough = min(limit, _FEW)
    if len(query.needles) <= _MOST_NEEDLES and max(map(len, query.needles)) <= _LONGEST_NEEDLE:
        matches += _ask_all(_attempts(reader, query), candidates)
        if _found(matches) < enough:
            matches += _ask_all(by_signs(query.needles, query.quoted, around=True), candidates)
        if _found(matches) < enough:
            matches += _several_slips(query, candidates)
        if _found(matches) < enough and not query.quoted:
            matches += _ask_all(by_misspelling(_spelt(query)), candidates)
        # Some thirty readings: only where nothing sounds so without a sign between.
        if not query.quoted and not any(it.attempt.how in _SPELT for it in matches):
            matches += _ask_all(by_sound_across_signs(_spelt(query)), candidates)
    if _found(matches) < enough:
        matches += _pasted(query, candidates)
    ordered = _order(matches)[:limit]
    hits = [_hit(match, query, place) for place, match in enumerate(ordered)]
    return in_words(hits, reader.word_starts)


def _ask_all(attempts: Iterator[Attempt], candidates: Candidates) -> list[Match]:
    askings = [_Asking(attempt) for attempt in attempts]
    _answer(askings, candidates)
    return [match for asking in askings for match in asking.matches]


def _attempts(reader: Reader, query: Query) -> Iterator[Attempt]:
    yield from by_number(query.needles, query.quoted)
    yield from by_signs(query.needles, query.quoted)
    yield from by_numbering(query.needles, query.quoted)
    spelt = _spelt(query)
    yield from by_sound(spelt, query.quoted)
    if not query.quoted:
        yield from by_initials(spelt)
        yield from by_mixture(spelt)
    yield from one_slip(query.needles, query.quoted)
    yield from by_synonym(query.needles, query.quoted, reader.synonyms())


def _spelt(query: Query) -> tuple[str, ...]:
    """The needles with their pinyin made plain."""
    return tuple(one if one in query.quoted else toneless(one) for one in query.needles)


def _found(matches: Sequence[Match]) -> int:
    return len({match.candidate.record.id for match in matches})


def _several_slips(query: Query, candidates: Candidates) -> Iterator[Match]:
    for needle in query.needles:
        if needle not in query.quoted:
            for attempt, candidate, spans in several_slips(needle, query.needles, candidates):
                yield Match(candidate, spans, attempt)


def _pasted(query: Query, candidates: Candidates) -> Iterator[Match]:
    """A text that blanks and line ends divide, asked whole; if it is none, piece by piece."""
    whole = "".join(query.needles)
    if query.quoted or query.excluded or len(whole) <= _LONGEST_WORD:
        return
    found = False
    # A single one was asked whole.
    asked = (whole,) if len(query.needles) > 1 else ()
    for sentence in dict.fromkeys((*asked, *_pieces(query.needles))):
        if len(sentence) <= _LONGEST_NEEDLE and not found:
            for attempt, candidate, spans in several_slips(sentence, (sentence,), candidates):
                if attempt.differing and len(sentence) <= _LONGEST_WORD // 2:
                    continue  # so short a piece is told from others by all of its characters
                found = sentence == whole  # then its pieces say no more
                yield Match(candidate, spans, attempt)


def _pieces(needles: Sequence[str]) -> list[str]:
    """The first sentences among ``needles`` that say something by themselves, in order; short ones
    only where there are few."""
    pieces = [piece for needle in needles for piece in _SENTENCE.findall(needle)]
    if len(pieces) <= _MOST_NEEDLES:
        return pieces
    return [piece for piece in pieces if len(piece) > _LONGEST_WORD // 2][:_MOST_NEEDLES]


def _answer(askings: Sequence[_Asking], candidates: Candidates) -> None:
    """Ask every reading for its newest candidates, and again those that are not answered yet.

    Only matches fill a reading's share, so a common worse wording does not hide a rare better one
    of another reading.
    """
    for turn in range(_ROUNDS):
        for asking in askings:
            if candidates.fetched > _MOST_FETCHED:
                return
            if not asking.settled:
                _ask(asking, candidates, _FIRST << turn)


def _ask(asking: _Asking, candidates: Candidates, count: int) -> None:
    attempt = asking.attempt
    ids = candidates.ids(attempt.tokens, asking.before, count, sounds=attempt.sounds)
    for candidate in candidates.of(ids):
        spans = attempt.judge(candidate.text)
        if spans:
            asking.matches.append(Match(candidate, spans, attempt))
    asking.done = len(ids) < count
    asking.before = ids[-1] if ids else None


def _order(matches: Sequence[Match]) -> list[Match]:
    """One match a passage, so that every wording comes soon and the likely ones come often.

    What only is written or sounds otherwise stands before what differs, where it is little. Else
    wordings are ordered by strictness, then by how often they were met. The second passage of the
    first wording comes after the first of the fourth, its third after the first of the ninth, and
    so on: else a stricter wording with 20 passages would hide the one that was meant.
    """
    best: dict[int, Match] = {}
    for match in matches:
        id_ = match.candidate.record.id
        if id_ not in best or _strictness(match) < _strictness(best[id_]):
            best[id_] = match
    groups: defaultdict[tuple[int, int, str], list[Match]] = defaultdict(list)
    for match in best.values():
        groups[(*_strictness(match), match.wording)].append(match)
    ranked = sorted(groups.items(), key=lambda item: (item[0][:2], -len(item[1]), item[0][2]))
    alike = sum(len(group) for (how, *_), group in ranked if how < _DIFFERENT)
    placed = [
        (_before(how, alike) or (number + 1) * (turn + 1) ** 2, number, turn, match)
        for number, ((how, *_), group) in enumerate(ranked)
        for turn, match in enumerate(sorted(group, key=_role_and_age))
    ]
    return [match for *_, match in sorted(placed, key=lambda place: place[:3])]


def _before(how: int, alike: int) -> int:
    """Less than any other place for what is alike, if it leaves room; else nothing."""
    return -1 if how < _DIFFERENT and alike <= _FEW else 0


def _strictness(match: Match) -> tuple[int, int]:
    attempt = match.attempt
    # A number in another writing is the same number, and signs are read past.
    alike = attempt.rewritten or attempt.signs
    how = -1 if alike else _STRICTEST_FIRST.index(attempt.how)
    return how, attempt.cost


def _role_and_age(match: Match) -> tuple[int, int]:
    record = match.candidate.record
    return ROLE_ORDER.index(record.role), -record.id


def _hit(match: Match, query: Query, place: int) -> Hit:
    record = match.candidate.record
    _, offsets = equate_with_offsets(record.text)
    spans = tuple((offsets[start], offsets[end - 1] + 1) for start, end in match.spans)
    return Hit(
        record,
        spans,
        match.attempt.how,
        # Below every hit to the letter, which have at least 16.
        -float(place),
        note(match.attempt, query.needles, match.wording),
    )
