"""What a person may have meant: every forgiving reading of a query, answered side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, get_args

from tuibrowser.model.search import Filters, Hit, Query
from tuibrowser.model.terms import How, Span
from tuibrowser.search.attempt import Attempt
from tuibrowser.search.candidates import Candidate, Candidates
from tuibrowser.search.far import several_slips
from tuibrowser.search.near import one_slip
from tuibrowser.search.notes import note
from tuibrowser.search.rank import ROLE_ORDER
from tuibrowser.search.sounds import by_initials, by_sound
from tuibrowser.search.spans import in_words
from tuibrowser.search.stages import scope
from tuibrowser.search.synonyms import by_synonym
from tuibrowser.text.fold import squeeze

if TYPE_CHECKING:
    from tuibrowser.store.library import Reader

# Passages read for one query, 10 us each.
_MOST_FETCHED: Final = 1200

# More words are a pasted sentence, and every one of them could be misspelt.
_MOST_NEEDLES: Final = 8

# And a longer word is a pasted page.
_LONGEST_NEEDLE: Final = 200

# Ids asked for at a time by one reading; each round doubles them.
_FIRST: Final = 48
_ROUNDS: Final = 4

# With fewer matches, queries with several slips are thought of, too.
_FEW: Final = 10

_STRICTEST_FIRST: Final[tuple[How, ...]] = get_args(How)


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that answers a reading."""

    candidate: Candidate
    spans: tuple[Span, ...]
    """Of the squashed text."""
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
    if not 0 < len(query.needles) <= _MOST_NEEDLES:
        return ()
    if max(map(len, query.needles)) > _LONGEST_NEEDLE:
        return ()
    candidates = Candidates(reader, scope(filters, query.filters), query.excluded, known)
    askings = [_Asking(attempt) for attempt in _attempts(reader, query)]
    _answer(askings, candidates)
    matches = [match for asking in askings for match in asking.matches]
    if len({match.candidate.record.id for match in matches}) < min(limit, _FEW):
        matches += [
            Match(candidate, spans, attempt)
            for needle in query.needles
            if needle not in query.quoted
            for attempt, candidate, spans in several_slips(needle, query.needles, candidates)
        ]
    ordered = _order(matches)[:limit]
    hits = [_hit(match, query, place) for place, match in enumerate(ordered)]
    return in_words(hits, reader.word_starts)


def _attempts(reader: Reader, query: Query) -> Iterator[Attempt]:
    yield from by_sound(query.needles, query.quoted)
    if not query.quoted:
        yield from by_initials(query.needles)
    yield from one_slip(query.needles, query.quoted)
    yield from by_synonym(query.needles, query.quoted, reader.synonyms())


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

    Wordings are ordered by strictness, then by how often they were met. The second passage of the
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
    placed = [
        ((number + 1) * (turn + 1) ** 2, number, turn, match)
        for number, (_, group) in enumerate(ranked)
        for turn, match in enumerate(sorted(group, key=_role_and_age))
    ]
    return [match for *_, match in sorted(placed, key=lambda place: place[:3])]


def _strictness(match: Match) -> tuple[int, int]:
    return _STRICTEST_FIRST.index(match.attempt.how), match.attempt.cost


def _role_and_age(match: Match) -> tuple[int, int]:
    record = match.candidate.record
    return ROLE_ORDER.index(record.role), -record.id


def _hit(match: Match, query: Query, place: int) -> Hit:
    record = match.candidate.record
    _, offsets = squeeze(record.text)
    spans = tuple((offsets[start], offsets[end - 1] + 1) for start, end in match.spans)
    return Hit(
        record,
        spans,
        match.attempt.how,
        # Below every hit to the letter, which have at least 16.
        -float(place),
        note(match.attempt, query.needles, match.wording),
    )
