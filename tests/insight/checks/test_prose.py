"""Where sentences and clauses of a paragraph begin and end, and to which part a place belongs."""

from __future__ import annotations

from handmade import Draft
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.insight.checks.prose import Prose, paragraphs


@given(st.text(alphabet="甲乙。,;!", max_size=30), st.data())
def test_a_place_is_in_the_sentence_and_the_clause_around_it(
    text: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(text)))
    prose = Prose(Draft().report(), (), text, tuple(range(len(text))), ())
    stops = [place for place, sign in enumerate(text) if sign in "。!"]
    breaks = [place for place, sign in enumerate(text) if sign in "。!,;"]
    assert prose.sentence_at(at) == (
        max((place + 1 for place in stops if place < at), default=0),
        min((place + 1 for place in stops if place >= at), default=len(text)),
    )
    assert prose.clause_start(at) == max((it + 1 for it in breaks if it < at), default=0)
    assert prose.clause_end(at) == min((it for it in breaks if it >= at), default=len(text))


def test_a_place_is_of_the_part_that_its_passage_is_of() -> None:
    """Two passages of one line, with white space between them that is of neither."""
    draft = Draft().add("measure", "调解纠纷。", kind="measures_results")
    draft.add("measure", "明年再调解。", kind="next_plan", gap="  ")
    (prose,) = paragraphs(draft.report())
    kinds = [prose.kind_at(place) for place in range(len(prose.text))]
    assert kinds == ["measures_results"] * 5 + ["next_plan"] * 6
