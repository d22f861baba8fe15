"""The best of what was voted for."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.insight.candidates import Voted, best_held
from tuibrowser.model.report import Place
from tuibrowser.store.answers.wordings import HeldPassage, Origin

ORIGIN = Origin("a" * 64, "甲镇", 2023, Place())
_LENGTHS = st.lists(st.none() | st.integers(1, 200), min_size=300, max_size=300)
"""Of passages by their ids; of a heading, which is no candidate, none."""
_VOTES = st.lists(st.sampled_from([0.01, 0.02, 0.4, 1.0, 3.0]), max_size=300)
_VOTED = st.builds(lambda size, votes: Voted(size, dict(enumerate(votes))), st.just(80), _VOTES)


@given(_LENGTHS, st.lists(_VOTED, max_size=3))
def test_of_those_with_most_votes_the_best_have_most_for_their_length(
    lengths: list[int | None], voted: list[Voted]
) -> None:
    stored = {
        id_: HeldPassage(ORIGIN, 5, 5 + length) for id_, length in enumerate(lengths) if length
    }

    def passages(ids: Iterable[int]) -> dict[int, HeldPassage]:
        return {id_: stored[id_] for id_ in ids if id_ in stored}

    held, found = best_held(voted, passages)
    for it, ids in zip(voted, found, strict=True):
        worth = {
            id_: it.votes[id_] / (80 + stored[id_].end - stored[id_].start)
            for id_ in ids
            if held[id_] == stored[id_]
        }
        assert ids == sorted(worth, key=lambda id_: (-worth[id_], id_))
        # Whoever is left out has no more votes than any that was looked at, headings among them.
        least = sorted(it.votes.values(), reverse=True)[:64][-1:]
        assert all(it.votes[id_] >= least[0] for id_ in ids)
        above = {id_ for id_, vote in it.votes.items() if least and vote > least[0]}
        assert above & stored.keys() <= set(ids)


def test_where_what_is_far_behind_stands_is_not_asked() -> None:
    asked: list[int] = []

    def passages(ids: Iterable[int]) -> dict[int, HeldPassage]:
        wanted = list(ids)
        asked.extend(wanted)
        return {id_: HeldPassage(ORIGIN, 0, 80) for id_ in wanted}

    votes = {id_: 1.0 if id_ < 50 else 0.1 for id_ in range(1000)}
    (found,) = best_held([Voted(80, votes)], passages)[1]
    assert found[:50] == [*range(50)]
    assert len(asked) < 100
