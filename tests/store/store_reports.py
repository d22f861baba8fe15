"""Reports for the library's tests: by hand, and of every shape the model allows."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import pairwise
from typing import get_args

from hypothesis import strategies as st

from tuibrowser.lexicon.labels import THEME_LABELS
from tuibrowser.model.report import Figure, Passage, Place, Report, Section
from tuibrowser.model.terms import (
    ROLES,
    SECTION_KINDS,
    FigureRole,
    FigureScope,
    FigureTime,
    IssuerKind,
    SectionState,
)

# What SQLite stores: everything but NUL, which reading takes out, and lone surrogates, which no
# decoder gives. Common characters come often, so that passages share grams.
_CHARACTERS = st.one_of(
    st.sampled_from("法治政府普法宣传调解执法镇村一二三，。、“”（）\n　 12ＡaB"),
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
)
_THEMES = st.lists(st.sampled_from(sorted(THEME_LABELS)), max_size=3, unique=True).map(tuple)
_KINDS = st.none() | st.sampled_from(SECTION_KINDS)
_WORDS = st.none() | st.sampled_from(
    ["大兴区", "柳溪镇", "城关镇", "内蒙古自治区", "A-1 [b]", "ＡＢ"]
)

HERE = Place(county="青棠县", township="柳溪镇")


def report_of(
    text: str = "柳溪镇开展普法宣传40场。调解纠纷20件。",
    *,
    issuer: str | None = "柳溪镇",
    year: int | None = 2023,
    place: Place = HERE,
) -> Report:
    """A report with one measure a sentence under one heading-less section."""
    passages = []
    start = 0
    for sentence in text.split("。")[:-1]:
        end = start + len(sentence) + 1
        passages.append(Passage("measure", start, end, None, "measures_results", ("publicity",)))
        start = end
    if start < len(text):
        passages.append(Passage("other", start, len(text), None, None))
    return Report(
        sha256=hashlib.sha256(f"{text}{issuer}{year}".encode()).hexdigest(),
        file=f"{issuer}{year}.txt",
        text=text,
        is_report=True,
        title=f"{issuer}{year}年法治政府建设情况报告",
        issuer=issuer,
        issuer_kind="town",
        year=year,
        date="2024-01-20",
        published=None,
        place=place,
        section_states=dict.fromkeys(SECTION_KINDS, "none"),
        sections=(),
        passages=tuple(passages),
        figures=(),
    )


@st.composite
def reports(draw: st.DrawFn, years: st.SearchStrategy[int | None] | None = None) -> Report:
    """Any report the model allows; parts need not make sense."""
    pieces = draw(st.lists(st.text(_CHARACTERS, min_size=1, max_size=12), min_size=1, max_size=6))
    bounds = [0]
    for piece in pieces:
        bounds.append(bounds[-1] + len(piece))
    spans = list(pairwise(bounds))
    sections = tuple(
        Section(
            draw(st.integers(1, 4)),
            draw(st.text(_CHARACTERS, max_size=8)),
            draw(st.none() | st.just("（一）")),
            draw(_KINDS),
            draw(_THEMES),
            number + 1,
            *draw(st.sampled_from(spans)),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    owners = st.none() | st.integers(0, len(sections) - 1) if sections else st.none()
    text = "".join(pieces)
    blank = report_of(text, issuer=draw(_WORDS), year=draw(years or st.sampled_from([2022, None])))
    return replace(
        blank,
        sha256=hashlib.sha256(draw(st.binary(min_size=4, max_size=4))).hexdigest(),
        is_report=draw(st.booleans()),
        title=draw(st.none() | st.text(_CHARACTERS, max_size=8)),
        issuer_kind=draw(st.none() | st.sampled_from(get_args(IssuerKind))),
        place=Place(draw(_WORDS), draw(_WORDS), draw(_WORDS), draw(_WORDS)),
        section_states={
            kind: draw(st.sampled_from(get_args(SectionState))) for kind in SECTION_KINDS
        },
        sections=sections,
        passages=tuple(
            Passage(
                draw(st.sampled_from(ROLES)), start, end, draw(owners), draw(_KINDS), draw(_THEMES)
            )
            for start, end in spans
        ),
        figures=tuple(
            Figure(
                value,
                "元",
                draw(_WORDS),
                draw(_WORDS),
                None,
                *draw(st.sampled_from(spans)),
                value_to=draw(st.none() | st.just(value)),
                indicator=draw(_WORDS),
                role=draw(st.none() | st.sampled_from(get_args(FigureRole))),
                scope=draw(st.none() | st.sampled_from(get_args(FigureScope))),
                time=draw(st.none() | st.sampled_from(get_args(FigureTime))),
                part_of=draw(st.none() | st.just(0)),
            )
            for value in draw(
                st.lists(
                    st.integers(-(2**63) + 1, 2**63 - 1)
                    | st.floats(allow_nan=False, allow_infinity=False),
                    max_size=3,
                )
            )
        ),
    )
