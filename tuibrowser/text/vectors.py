"""Vectors with a number for each of some terms, zero for all others."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

Terms = Mapping[str, float]


def unit(terms: Terms) -> Terms:
    """``terms`` as a vector of length 1; empty if it has none."""
    length = sqrt(square(terms))
    return {term: weight / length for term, weight in terms.items()} if length else {}


def product(one: Terms, other: Terms) -> float:
    """The product of two vectors; the same whichever comes first but for the last digits."""
    common = one.keys() & other.keys()
    return sum([one[term] * other[term] for term in common]) if common else 0.0


def square(terms: Terms) -> float:
    """The product of a vector with itself."""
    return sum(weight * weight for weight in terms.values())
