"""How much work a comparison may take, so that no file makes it endless.

Ordinary reports (35 measures, 1,100 in one of 100,000 characters) stay below every bound.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tuibrowser.model.terms import Limit


@dataclass(slots=True)
class Effort:
    """What one comparison has cost so far, and which of its bounds it met."""

    looks: int = 0
    """Single steps: a term looked up in a measure, a pair weighed."""
    _met: dict[Limit, None] = field(default_factory=dict)

    @property
    def limits(self) -> tuple[Limit, ...]:
        """The bounds that were met, each once."""
        return tuple(self._met)

    def meet(self, limit: Limit) -> None:
        """Note that ``limit`` left something out."""
        self._met[limit] = None
