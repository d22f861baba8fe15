"""Measuring one thing beside another: times in milliseconds, printed as one table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Timing:
    """Single runs of one contender, in milliseconds."""

    label: str
    runs: Sequence[float]

    def percentile(self, share: float) -> float:
        """The run that ``share`` of all runs do not exceed."""
        return sorted(self.runs)[min(len(self.runs) - 1, int(share * len(self.runs)))]


def milliseconds(work: Callable[..., object], *arguments: object) -> float:
    """Wall time of one call of ``work``."""
    began = perf_counter()
    work(*arguments)
    return (perf_counter() - began) * 1000


def print_table(timings: Sequence[Timing]) -> None:
    """p50, p95 and the slowest run of each contender, and p50 as a multiple of the first one's."""
    base = timings[0].percentile(0.5)
    width = max(len(timing.label) for timing in timings)
    print(f"{'':{width}}  {'runs':>5} {'p50 ms':>9} {'p95 ms':>9} {'max ms':>9} {'ratio':>8}")
    for timing in timings:
        p50, p95 = timing.percentile(0.5), timing.percentile(0.95)
        print(
            f"{timing.label:{width}}  {len(timing.runs):5} {p50:9.2f} {p95:9.2f}"
            f" {max(timing.runs):9.2f} {p50 / base:7.1f}x"
        )
