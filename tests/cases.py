"""Many cases of one rule as one test, which names all of those that do not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import signature
from typing import Any

Test = Callable[..., None]


def for_each(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Test], Test]:
    """Have a test that asks one function about a line ask it about each of ``cases``.

    As ``pytest.mark.parametrize`` does; but a test costs 5 ms before and after its first line, and
    another to be collected by each process, where such a line costs one or less. For tests that
    leave nothing behind, since all of them share one home folder and one set of fixtures.

    Args:
        names: The arguments that are filled from a case: one, or several from a tuple.
        cases: What they are.
    """
    wanted = (names,) if isinstance(names, str) else names
    filled = [(case,) if isinstance(names, str) else tuple(case) for case in cases]
    assert filled

    def joined(test: Test) -> Test:
        @wraps(test)
        def run(*itself: object, **fixtures: object) -> None:
            failed = []
            for case in filled:
                arguments = dict(zip(wanted, case, strict=True))
                try:
                    test(*itself, **fixtures, **arguments)
                except Exception as error:
                    error.add_note(", ".join(f"{name} = {it!r}" for name, it in arguments.items()))
                    failed.append(error)
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(filled)} cases", failed)

        asked = signature(test)
        others = [it for it in asked.parameters.values() if it.name not in wanted]
        run.__signature__ = asked.replace(parameters=others)  # type: ignore[attr-defined]
        return run

    return joined
