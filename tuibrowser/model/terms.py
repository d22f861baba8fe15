"""The words that records are made of: a closed list each."""

from __future__ import annotations

from typing import Final, Literal, get_args

SectionKind = Literal["measures_results", "shortcomings", "leader_duty", "next_plan", "other"]
"""The five items of 督察工作规定 (2019) art. 24, in its order."""

SectionState = Literal["own", "inside", "none", "stated_none", "unclear"]
"""How a report treats one item: a section of its own, said inside another section, no section
found, 写明“无”, or headings not understood."""

IssuerKind = Literal[
    "town", "township", "subdistrict", "county", "city", "province", "department", "other"
]
TOWNSHIPS: Final[frozenset[IssuerKind]] = frozenset({"town", "township", "subdistrict"})
"""The kinds of units of the lowest level."""

Role = Literal["title", "heading", "measure", "lead", "other", "furniture", "signature"]
"""What a passage is. ``lead`` opens a report or section without reporting anything itself;
``furniture`` belongs to the web page; ``other`` is the rest."""

FigureRole = Literal["total", "part", "rate", "target", "previous", "change", "floor"]
"""What a number is in its sentence: ``previous`` is last year's, given for comparison,
``floor`` the least that there must be."""

FigureScope = Literal["township", "with_villages"]
"""Whether a number is said to count what villages did, too."""

FigureTime = Literal["year", "half_year", "until"]
"""What a number covers, as far as a scope word says: the year, a part of it, all up to a day."""

How = Literal["literal", "words", "homophone", "pinyin", "initials", "fuzzy", "synonym", "meaning"]
"""How a hit matched, strictest first."""

Strength = Literal["strong", "likely", "possible"]
"""How sure it is that measures belong together: nearly beyond doubt, probably, one in
three or four; the years of one township have limits of their own."""

Change = Literal["new", "kept", "reworded", "numbers_only", "dropped"]
"""What became of a measure from one year's report to the next; a year that only moved on is none
of them but ``kept``."""
Likeness = Literal["kept", "numbers_only", "reworded"]
"""Of those, what a measure that goes on may become: alike but for the year, for figures, too, or
reworded."""

Limit = Literal["many", "long", "figures"]
"""Why a comparison is less thorough than usual: too many measures for each to be compared with all
others, a measure too long to be compared letter by letter, or too many figures in one."""

By = Literal["section", "theme", "measure"]
"""What reports are laid level on."""

LevelState = Literal["stated", "inferred", "corrected", "unknown"]
"""How a level of a place is known."""

YearSource = Literal["properties", "file", "body", "folder", "plan", "written"]
"""What tells the year of a report whose text does not state it: particulars of the page or file,
the file's name, the year that its text speaks of most, a folder that the file lies in, the year
that it plans for, the day of writing."""

LEVELS = ("province", "city", "county", "township")
"""The levels of a place, highest first."""

SECTION_KINDS: tuple[SectionKind, ...] = get_args(SectionKind)
ROLES: tuple[Role, ...] = get_args(Role)

Span = tuple[int, int]

Position = tuple[str, int]
"""A report's sha256 and an offset into its text."""

ReportSpan = tuple[str, int, int]
"""A report's sha256 and a span of its text."""
