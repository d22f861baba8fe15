"""Files are dealt with once they stand still, and are gone once nothing can be them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.indexing.settling import QUIET, Settled, Settling, State

A, B = Path("a.docx"), Path("b.docx")


def dealt_with(files: dict[Path, State]) -> Settling:
    settling = Settling()
    settling.look(files, 0.0)
    settling.deal_with(settling.look(files, QUIET).files)
    assert not settling.is_waiting
    return settling


def test_a_copy_under_way_is_left_until_it_stands_still() -> None:
    settling = Settling()
    for second in range(10):
        assert not settling.look({A: (second, 100 * second + 1)}, float(second))
        assert settling.is_waiting
    assert not settling.look({A: (9, 901)}, 9 + QUIET / 2)
    assert settling.look({A: (9, 901)}, 9 + QUIET) == Settled((A,))
    # It comes again until it was dealt with, and then no more.
    assert settling.look({A: (9, 901)}, 9 + 2 * QUIET) == Settled((A,))
    settling.deal_with([A])
    assert not settling.look({A: (9, 901)}, 99.0)
    assert not settling.is_waiting


def test_a_file_without_content_is_waited_for() -> None:
    settling = Settling()
    settling.look({A: (1, 0)}, 0.0)
    assert not settling.look({A: (1, 0)}, 5 * QUIET)
    settling.look({A: (2, 10)}, 6 * QUIET)
    assert settling.look({A: (2, 10)}, 7 * QUIET).files == (A,)
    settling = Settling()
    settling.look({A: (1, 0)}, 0.0)
    assert settling.look({A: (1, 0)}, 100.0).files == (A,)


def test_what_changes_while_it_is_dealt_with_comes_again() -> None:
    settling = Settling()
    settling.look({A: (1, 10)}, 0.0)
    ready = settling.look({A: (1, 10)}, QUIET)
    settling.deal_with(ready.files)
    settling.look({A: (2, 10)}, 2 * QUIET)
    assert settling.look({A: (2, 10)}, 3 * QUIET).files == (A,)


def test_a_file_under_a_new_name_is_gone_when_the_new_one_is_whole() -> None:
    settling = dealt_with({A: (1, 10)})
    assert not settling.look({B: (1, 10)}, 10.0)
    # Both at once: the new one is dealt with first, and the old one is it.
    assert settling.look({B: (1, 10)}, 10 + QUIET) == Settled((B,), (A,))


def test_a_file_that_is_gone_waits_for_none_that_it_cannot_be() -> None:
    settling = dealt_with({A: (1, 10)})
    settling.look({B: (1, 0)}, 10.0)
    assert settling.look({B: (1, 0)}, 10 + QUIET) == Settled((), (A,))


def test_a_file_that_is_saved_by_putting_another_in_its_place_is_never_gone() -> None:
    settling = dealt_with({A: (1, 10)})
    assert not settling.look({}, 10.0)
    assert not settling.look({A: (2, 12)}, 10 + QUIET / 2)
    assert settling.look({A: (2, 12)}, 10 + 2 * QUIET) == Settled((A,))


looks = st.lists(st.dictionaries(st.sampled_from([A, B]), st.tuples(st.integers(0, 2), st.just(9))))


@given(looks)
def test_in_the_end_all_is_dealt_with_as_it_is(history: list[dict[Path, State]]) -> None:
    settling = Settling()
    files: dict[Path, State] = {}
    dealt: dict[Path, State] = {}
    now = 0.0
    for files in (*history, *[history[-1] if history else {}] * 3):
        ready = settling.look(files, now)
        now += QUIET
        assert all(path in files for path in ready.files)
        assert all(path not in files for path in ready.gone)
        settling.deal_with(ready.files, ready.gone)
        dealt |= {path: files[path] for path in ready.files}
        for path in ready.gone:
            del dealt[path]
    assert dealt == files
    assert not settling.is_waiting
