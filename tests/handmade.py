"""Reports made by hand, for tests that must not depend on what the parser makes of a text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from tuibrowser.model.report import Figure, Passage, Place, Report, Section
from tuibrowser.model.terms import SECTION_KINDS, Role, SectionKind, SectionState


@dataclass
class Draft:
    """Grows a report passage by passage; the text is what was added, joined by line ends."""

    issuer: str = "甲镇"
    year: int | None = 2023
    place: Place = field(default_factory=lambda: Place("某省", "某市", "某县", None))
    text: str = ""
    passages: list[Passage] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    states: dict[SectionKind, SectionState] = field(
        default_factory=lambda: dict.fromkeys(SECTION_KINDS, "none")
    )
    kind: SectionKind | None = None

    def add(
        self, role: Role, text: str, *themes: str, kind: SectionKind | None = None, gap: str = "\n"
    ) -> Draft:
        """Append a passage under the last heading; ``gap`` stands before it."""
        start = len(self.text) + (len(gap) if self.text else 0)
        self.text += (gap if self.text else "") + text
        section = len(self.sections) - 1 if self.sections else None
        self.passages.append(
            Passage(role, start, start + len(text), section, kind or self.kind, themes)
        )
        return self

    def title(self, text: str) -> Draft:
        """Append the title."""
        return self.add("title", text)

    def head(
        self, marker: str, title: str, kind: SectionKind | None, *themes: str, level: int = 1
    ) -> Draft:
        """Append a heading; what follows belongs to its kind."""
        start = len(self.text) + (1 if self.text else 0)
        end = start + len(marker + title)
        line = self.text.count("\n") + 2
        self.sections.append(Section(level, title, marker, kind, themes, line, start, end))
        if kind is not None and self.states[kind] == "none":
            self.states[kind] = "own" if level == 1 else "inside"
        self.kind = kind
        return self.add("heading", marker + title, *themes)

    def measure(self, text: str, *themes: str, gap: str = "\n") -> Draft:
        """Append one reported point."""
        return self.add("measure", text, *themes, gap=gap)

    def figure(self, words: str, value: float, unit: str) -> Draft:
        """Name ``words``, wherever they first stand, as a figure."""
        start = self.text.index(words)
        self.figures.append(Figure(value, unit, None, None, None, start, start + len(words)))
        return self

    def report(self, is_report: bool = True) -> Report:
        """The finished report."""
        digest = hashlib.sha256(f"{self.issuer}{self.year}{self.text}".encode()).hexdigest()
        return Report(
            sha256=digest,
            file=f"{self.issuer}{self.year}.txt",
            text=self.text,
            is_report=is_report,
            title=f"{self.issuer}{self.year}年法治政府建设情况报告",
            issuer=self.issuer,
            issuer_kind="town",
            year=self.year,
            date=None,
            published=None,
            place=self.place,
            section_states=self.states,
            sections=tuple(self.sections),
            passages=tuple(self.passages),
            figures=tuple(self.figures),
        )


def plain(issuer: str = "甲镇", year: int = 2023, repeat: int = 1) -> Report:
    """A report with all five sections; ``repeat`` makes the first one longer."""
    draft = Draft(issuer, year)
    draft.title(f"{issuer}{year}年法治政府建设情况报告")
    draft.add("lead", f"现将{issuer}{year}年度法治政府建设情况报告如下：")
    draft.head("一、", "主要举措和成效", "measures_results")
    draft.head("（一）", "深入开展普法宣传", "measures_results", "publicity", level=2)
    for number in range(repeat):
        draft.measure(
            f"第{number + 1}季度围绕《宪法》“八五”普法开展宣传活动{12 + number}场次，"
            f"发放资料{3000 + number}余份，参考率达100%。",
            "publicity",
        )
    draft.head("（二）", "扎实化解矛盾纠纷", "measures_results", "mediation", level=2)
    draft.measure("调解各类矛盾纠纷68件，成功率98.5%。", "mediation")
    draft.head("二、", "存在的不足和原因", "shortcomings")
    draft.measure("一是执法力量不足。", "enforcement")
    draft.head("三、", "党政主要负责人履行推进法治建设第一责任人职责情况", "leader_duty")
    draft.measure("主要负责人主持召开专题会议4次。", "duty")
    draft.head("四、", "下一年度主要安排", "next_plan")
    draft.measure("继续加强普法宣传。", "publicity")
    draft.head("五、", "其他需要报告的情况", "other")
    draft.add("other", "无其他需要报告的情况。")
    draft.states["other"] = "stated_none"
    draft.kind = None
    draft.add("signature", f"{issuer}人民政府")
    draft.add("signature", f"{year + 1}年1月10日")
    draft.figure("12场次", 12, "场次").figure("68件", 68, "件").figure("98.5%", 98.5, "%")
    return draft.report()
