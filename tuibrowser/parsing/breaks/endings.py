"""How likely each place is to end a heading that runs into its text.

Learnt weights (:mod:`tuibrowser.lexicon.endings`) judge by the characters on either side, by
lengths and signs, and by what the rules for seams say of a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import exp
from typing import Final, NamedTuple

from tuibrowser.lexicon.endings import weigh
from tuibrowser.lexicon.seams import load_seams
from tuibrowser.parsing.breaks.seam_sides import item_length
from tuibrowser.parsing.breaks.seams import AT_STOP, CLOSERS, LONGEST, Form, Seam, form

BEHIND: Final = 12
"""Characters of the text behind it that tell whether it begins there."""
_SHORTEST: Final = 2
_MOST_COMMAS: Final = 2
_SHORTEST_TEXT: Final = 4
# The shortest text there is: 无。
_NOTHING: Final = re.compile("暂?(?:无|没有)")
_STOPS: Final = re.compile("[。;!?:]")
_NEVER_LAST: Final = frozenset(",、《(和与及#*-—")
_NEVER_NEXT: Final = frozenset(",、。;:!?()》")
_QUOTES: Final = re.compile('["《》]')
_SIGN: Final = re.compile('[,、。;:!?《"]')
_FARTHEST_SIGN: Final = 10
_FARTHEST_NUMBER: Final = 8
_FARTHEST_CLAUSE: Final = 12
_MOST_LONGER: Final = 8
_FINE: Final = 14
_COARSE: Final = 24
"""Lengths up to which each counts by itself, and by twos; then by fours."""
_LONGEST_CLAUSE: Final = 14
_LONGEST_ACT: Final = 8
_LACKS: Final = re.compile(
    "不|缺|弱|滞后|欠|有待|难|慢|少|浅|粗|松|偏|低|差|仍|短|窄|单一|尚|未|脱节|失衡|参差"
)
"""What headings say that tell what is wanting."""
_TELLS_LACKS: Final = re.compile("问题|不足|短板|困难|差距|薄弱")
_LATE: Final = 4
"""Of the last characters of a heading, in which it mostly says so."""
_SEAM_SCALE: Final = 3.0
"""What rules weigh is divided by it, so that it is as large as other signs."""

Signs = Mapping[str, float]


class Ending(NamedTuple):
    """A place where a heading may end."""

    at: int
    weight: float
    """What speaks for it, of whatever words; about 5 for a heading's end, 2 for that of none."""
    share: float
    """How likely it is, of 1 for all places of the same words."""
    form: Form

    @property
    def is_stop(self) -> bool:
        """Whether a stop ends the heading."""
        return self.form[-1] == AT_STOP


def endings(
    words: str, seams: Sequence[Seam], is_first_level: bool, is_on_lacks: bool = False
) -> list[Ending]:
    """The places where a heading that ``words`` begin with may end.

    Args:
        words: From the heading's first character on, a dozen characters of the text included.
        seams: What the rules say.
        is_first_level: Whether it has the number of a first-level heading.
        is_on_lacks: Whether it stands in a part on what is wanting.
    """
    stop = stop_of(words)
    found = [(at, weigh(it)) for at, it in signs_at(words, seams, is_first_level, is_on_lacks)]
    best = max((weight for _, weight in found), default=0.0)
    odds = [exp(weight - best) for _, weight in found]
    whole = sum(odds)
    return [
        Ending(at, weight, odd / whole, form(words[:at], AT_STOP if at == stop else 0))
        for (at, weight), odd in zip(found, odds, strict=True)
    ]


def signs_at(
    words: str, seams: Sequence[Seam], is_first_level: bool, is_on_lacks: bool
) -> Iterator[tuple[int, Signs]]:
    """Each place where a heading may end, with the signs that are weighed there."""
    item = item_length(words[:LONGEST])
    stop, ruled = stop_of(words), {seam.at: seam for seam in seams}
    best = max((seam.weight for seam in seams), default=0.0)
    level = "first" if is_first_level else "lower"
    for at in _places(words, stop):
        around = _at_stop if at == stop else _amid
        yield (
            at,
            {
                **dict.fromkeys(_of_heading(words[:at], at == stop, is_first_level), 1.0),
                **dict.fromkeys(_of_clause(words[:at], at == stop), 1.0),
                f"lack{_part(at == stop, is_on_lacks)} {_lack(words[:at])}": 1.0,
                **dict.fromkeys(around(words, at, stop), 1.0),
                **_of_rules(ruled.get(at), best, level),
                f"rule item_{level}": float(at == item),
            },
        )


def stop_of(words: str) -> int:
    """Where the first stop stands in ``words``; their length without one."""
    stop = _STOPS.search(words)
    return stop.start() if stop else len(words)


def _places(words: str, stop: int) -> Iterator[int]:
    """Where ``words`` may part: amid no number, quotation, term or list; and at the first stop."""
    commas = 0
    open_quotes = accumulate(words, _opened, initial="")
    within = set(_bound(words))
    for at, quote in zip(range(min(stop, LONGEST + 1)), open_quotes, strict=False):
        commas += words[at - 1 : at] == ","
        if commas > _MOST_COMMAS:
            break
        last, following = words[at - 1], words[at]
        if (
            at >= _SHORTEST
            and not quote
            and at not in within
            and last not in _NEVER_LAST
            and following not in _NEVER_NEXT
            and not (last.isdigit() and following.isdigit())
            and words[at - 2 : at] != words[max(at - 4, 0) : at - 2]  # 看好老粮仓|粮仓
            and (stop - at >= _SHORTEST_TEXT or _NOTHING.match(words, at))
        ):
            yield at
    if _SHORTEST <= stop <= LONGEST and stop < len(words) - 1:  # else it would rule nothing
        yield stop


def _bound(words: str) -> Iterator[int]:
    """The places amid what belongs together whatever follows."""
    table = load_seams()
    for pattern in (table.terms, table.told):
        for it in pattern.finditer(words):
            yield from range(it.start() + 1, it.end())


def _opened(closer: str, character: str) -> str:
    """What closes the quotation that is open after ``character``."""
    if closer:
        return "" if character == closer else closer
    return CLOSERS.get(character, "")


def _of_heading(heading: str, is_stop: bool, is_first_level: bool) -> Iterator[str]:
    ending = "_stop" if is_stop else ""
    length = _rough(len(heading))
    yield f"length{ending} {length}"
    if is_first_level:
        yield f"length_first{ending} {length}"
    *clauses, _ = form(heading)
    yield f"clauses{ending} {len(clauses)}"
    if len(clauses) > 1:
        longer = clauses[-1] - clauses[0]
        yield f"longer{ending} {max(-_MOST_LONGER, min(_MOST_LONGER, longer))}"
    yield f"last{ending} {heading[-1]}"
    yield f"ends {heading[-2:]}"
    if heading[-1] in CLOSERS.values():
        yield "quoted yes"


def _of_clause(heading: str, is_stop: bool) -> Iterator[str]:
    """The signs of a heading's last clause: one of an act alone (着力提高) waits for its object."""
    ending = "_stop" if is_stop else ""
    clauses = _QUOTES.sub("", heading).split(",")
    last, table = clauses[-1], load_seams()
    acts = table.verbs | table.names
    yield f"last_clause{ending} {min(len(last), _LONGEST_CLAUSE)}_{len(clauses)}"
    if last[-2:] in acts:
        yield f"act_last{ending} {min(len(last), _LONGEST_ACT)}"
    if len(last) <= _LATE and last[:2] in acts:
        yield f"act_first{ending} {len(last)}"


def _part(is_stop: bool, is_on_lacks: bool) -> str:
    return ("_stop" if is_stop else "") + ("_wanting" if is_on_lacks else "")


def _lack(heading: str) -> str:
    """Where a heading says that something is wanting."""
    if _LACKS.search(heading[-_LATE:]):
        return "late"
    return "early" if says_lack(heading) else "none"


def tells_lacks(title: str) -> bool:
    """Whether ``title`` is that of a part on what is wanting."""
    return bool(_TELLS_LACKS.search(title))


def says_lack(heading: str) -> bool:
    """Whether a heading says that something is wanting."""
    return bool(_LACKS.search(heading))


def _at_stop(words: str, at: int, _: int) -> Iterator[str]:
    """The signs at the stop that ends a heading."""
    yield f"stop {words[at]}"
    yield f"follows {words[at + 1 : at + 3]}"
    yield from _echoes(words[:at], words[at + 1 :], "echo_stop")


def _amid(words: str, at: int, stop: int) -> Iterator[str]:
    """The signs at a place amid words."""
    text = words[at:]
    yield f"next {text[0]}"
    yield f"opens {text[:2]}"
    if text[0] in '"《':
        yield "opens_quotation yes"
    if text[0].isdigit():
        yield "opens_number yes"
    yield from _echoes(words[:at], text, "echo")
    sign = _SIGN.search(text)
    far = min(sign.start(), _FARTHEST_SIGN) if sign else _FARTHEST_SIGN
    yield f"sign {sign[0] if sign else '-'}{far}"
    number = re.search(r"\d", text)
    yield f"number {min(number.start() // 2, _FARTHEST_NUMBER) if number else 'none'}"
    if "," not in words[:at]:
        comma = words.find(",", at, stop)
        clause = (comma if comma >= 0 else stop) - at
        yield f"clause {min(clause, _FARTHEST_CLAUSE)}"


def _echoes(heading: str, text: str, kind: str) -> Iterator[str]:
    """Whether the text begins with words of the heading, as one that goes on to tell does."""
    for length in (2, 3):
        if len(text) >= length and text[:length] in heading:
            yield f"{kind} {length}"


def _of_rules(seam: Seam | None, best: float, level: str) -> Signs:
    if seam is None:
        return {"rule none": 1.0}
    return {
        "rule before": seam.before / _SEAM_SCALE,
        "rule after": seam.after / _SEAM_SCALE,
        "rule less": (seam.weight - best) / _SEAM_SCALE,
        "rule best": float(seam.weight == best),
        f"rule named_{level}": float(seam.names_item),
    }


def _rough(length: int) -> int:
    if length <= _FINE:
        return length
    if length < _COARSE:
        return _FINE + (length - _FINE) // 2
    return _FINE + (_COARSE - _FINE) // 2 + (length - _COARSE) // 4
