"""Reports made to be hard to compare, at any size: what no township writes, but a file may hold.

Each shape is a pair of years of one township. They are put together here rather than parsed, so
that only comparing is measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from random import Random
from typing import Final, NamedTuple

from tuibrowser.model.report import Figure, Passage, Place, Report, Section
from tuibrowser.model.terms import SECTION_KINDS, Role, SectionKind, SectionState

_KIND: Final[SectionKind] = "measures_results"
_WORDS: Final = (
    *("组织开展", "召开", "建成", "排查化解", "审核", "完善", "推进", "举办", "修订", "受理"),
    *("矛盾纠纷", "法治讲座", "行政执法案卷", "村级议事会", "普法宣传", "合同文本", "应急演练"),
    *("河道巡查", "信访事项", "公共法律服务站", "示范户", "规范性文件", "网格员", "政务公开"),
    *("在集市", "在祠堂", "在渡口", "在茶山", "在校园", "沿古道", "到田间", "进商铺", "入工地"),
    *("逐户", "当场", "按月", "限时", "联合", "跟踪", "分类", "轮流", "集中", "错峰"),
)


class Part(NamedTuple):
    """One passage of a report to be made."""

    role: Role
    text: str
    level: int = 2
    """Of a heading."""
    counted: Sequence[tuple[int, int, int]] = ()
    """Figures of the passage: where they begin and end in it, and what they say."""


def make(year: int, parts: Iterable[Part]) -> Report:
    """A report of ``year`` whose one section holds ``parts``."""
    sections: list[Section] = []
    passages: list[Passage] = []
    figures: list[Figure] = []
    pieces: list[str] = []
    at = 0
    opening = Part("heading", "一、主要举措和成效", 1)
    for line, part in enumerate((opening, *parts), 1):
        end = at + len(part.text)
        if part.role == "heading":
            sections.append(Section(part.level, part.text[2:], None, _KIND, (), line, at, end))
        themes = ("mediation",) if part.role == "measure" else ()
        passages.append(Passage(part.role, at, end, len(sections) - 1, _KIND, themes))
        figures += (
            Figure(value, "件", None, None, None, at + low, at + high)
            for low, high, value in part.counted
        )
        pieces.append(part.text)
        at = end + 1
    text = "\n".join(pieces)
    states: dict[SectionKind, SectionState] = dict.fromkeys(SECTION_KINDS, "none")
    return Report(
        sha256=sha256(f"{year}{text}".encode()).hexdigest(),
        file=f"{year}.txt",
        text=text,
        is_report=True,
        title=f"苇塘镇{year}年法治政府建设年度报告",
        issuer="苇塘镇",
        issuer_kind="town",
        year=year,
        date=None,
        published=None,
        place=Place(),
        section_states=states | {_KIND: "own"},
        sections=tuple(sections),
        passages=tuple(passages),
        figures=tuple(figures),
    )


def sentence(random: Random, words: int = 9) -> str:
    """A sentence that nobody wrote, of words that reports use."""
    return "".join(random.choices(_WORDS, k=words)) + "。"


def _measures(texts: Iterable[str]) -> list[Part]:
    return [Part("measure", text) for text in texts]


def _same(_: Random, size: int) -> list[Part]:
    return _measures(["组织干部到茶山村集中排查化解矛盾纠纷。"] * size)


def _alike(random: Random, size: int) -> list[Part]:
    """One character of each differs."""
    signs = [chr(0x4E00 + random.randrange(5000)) for _ in range(size)]
    return _measures(f"组织干部到茶山村{sign}组集中排查化解矛盾纠纷，当场化解。" for sign in signs)


def _counted(random: Random, size: int) -> list[Part]:
    """The figures differ and nothing else."""
    parts = []
    for _ in range(size):
        value = random.randrange(10, 10_000)
        text = f"集中排查化解矛盾纠纷{value}件。"
        parts.append(Part("measure", text, counted=[(10, len(text) - 1, value)]))
    return parts


def _unlike(random: Random, size: int) -> list[Part]:
    return _measures(sentence(random) for _ in range(size))


def _stems(random: Random, size: int) -> list[Part]:
    """Each begins like one of ten others and goes on by itself."""
    stems = [sentence(random, 5)[:-1] for _ in range(max(1, size // 10))]
    return _measures(random.choice(stems) + "，" + sentence(random, 5) for _ in range(size))


def _paragraph(random: Random, size: int) -> list[Part]:
    """One measure of 100 characters times ``size``, an eighth of it not as the year before."""
    kept = Random(7)
    sentences = [sentence(kept) for _ in range(size * 100 // 36)]
    return _measures(
        ["".join(sentence(random) if random.random() < 1 / 8 else it for it in sentences)]
    )


def _unbroken(random: Random, size: int) -> list[Part]:
    """The like without one full stop."""
    return [part._replace(text=part.text.replace("。", "")) for part in _paragraph(random, size)]


def _figures(random: Random, size: int) -> list[Part]:
    """One measure with four figures times ``size``."""
    text = ""
    counted = []
    for _ in range(4 * size):
        value = random.randrange(10, 10_000)
        text += f"{random.choice(_WORDS)}纠纷{value}件，"
        counted.append((len(text) - len(f"{value}件，"), len(text) - 1, value))
    return [Part("measure", text, counted=counted)]


def _headings(random: Random, size: int) -> list[Part]:
    """Headings over nothing but one measure."""
    heads = [Part("heading", f"（一）{sentence(random, 3)}") for _ in range(size)]
    return [*heads, *_unlike(random, 1)]


def _outline(random: Random, size: int) -> list[Part]:
    """Each measure under a heading of its own, one under the other."""
    parts: list[Part] = []
    for number in range(size):
        parts.append(Part("heading", f"（一）{sentence(random, 3)}", 2 + number % 3))
        parts.append(Part("measure", sentence(random)))
    return parts


def _leads(random: Random, size: int) -> list[Part]:
    leads = [Part("lead", sentence(random)) for _ in range(size)]
    return [*leads, *_unlike(random, 1)]


def _blanks(_: Random, size: int) -> list[Part]:
    return _measures([f"组织排查{' ' * 100 * size}化解纠纷。"])


def _signs(random: Random, size: int) -> list[Part]:
    """What no line may begin or end with."""
    run = 100 * size
    return _measures([f"排查{sign * run}化解。" for sign in random.sample("，（\u0301a", 4)])


def _latin(random: Random, size: int) -> list[Part]:
    letters = "abcdefghij"
    words = ("".join(random.choices(letters, k=6)) for _ in range(20 * size))
    return _measures(["".join(f"{word}，" for word in words)])


def _repeated(random: Random, size: int) -> list[Part]:
    """One clause over and over, and at the end something else."""
    return _measures(["排查化解矛盾纠纷，" * (10 * size) + sentence(random)])


SHAPES: Final[dict[str, Callable[[Random, int], list[Part]]]] = {
    "same": _same,
    "alike": _alike,
    "counted": _counted,
    "unlike": _unlike,
    "stems": _stems,
    "paragraph": _paragraph,
    "unbroken": _unbroken,
    "figures": _figures,
    "headings": _headings,
    "outline": _outline,
    "leads": _leads,
    "blanks": _blanks,
    "signs": _signs,
    "latin": _latin,
    "repeated": _repeated,
}
"""By name; what each makes of a size is about 100 characters, or one measure, times that."""


def crafted(shape: str, size: int) -> tuple[Report, Report]:
    """Two years of a township whose reports have ``shape``."""
    earlier, later = (make(year, SHAPES[shape](Random(year), size)) for year in (2022, 2023))
    return earlier, later
