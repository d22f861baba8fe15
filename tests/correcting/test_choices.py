"""What a thing may be instead, and for which reports it is settled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from report_files import write_report

from tuibrowser.correcting.choices import Choice, choices
from tuibrowser.correcting.matters import Matter, begin_with, matters
from tuibrowser.correcting.scopes import scopes
from tuibrowser.indexing.run import Ways, index
from tuibrowser.lexicon.labels import THEME_LABELS
from tuibrowser.lexicon.load import load
from tuibrowser.model.correction import Correction, CorrectionKey
from tuibrowser.model.report import Report
from tuibrowser.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    folder = tmp_path / "青棠区"
    write_report(folder / "白石街道2021年.txt", "潭溪镇", 2023)
    write_report(folder / "前.txt", "潭溪镇", 2022)
    write_report(folder / "邻.txt", "云岭镇", 2023)
    write_report(tmp_path / "别处" / "后.txt", "潭溪镇", 2024)
    library = Library(tmp_path / "library.sqlite3")
    index(library, [tmp_path], Ways(words=False))
    return library


def report(library: Library, year: int = 2023, issuer: str = "潭溪镇") -> Report:
    with library.read() as reader:
        entry = next(it for it in reader.entries() if (it.issuer, it.year) == (issuer, year))
        return reader.report(entry.sha256)


def offered(library: Library, key: CorrectionKey, at: int | None = None) -> list[Choice]:
    made = report(library)
    matter = next(it for it in matters(made, (), at) if it.key == key)
    with library.read() as reader:
        return choices(matter, made, reader, load())


def test_who_and_when_are_offered_by_where_they_are_named(library: Library) -> None:
    issuers = {it.says: it for it in offered(library, "issuer")}
    assert issuers["白石街道"].why == "文件名"
    assert issuers["白石街道"].corrections == (
        Correction("issuer", "白石街道"),
        Correction("issuer_kind", "subdistrict"),
    )
    years = {it.says: it.why for it in offered(library, "year")}
    assert years == {"2024": "落款", "2021": "文件名", "无": ""}
    # What it is now is no choice.
    assert "2024-01-15" not in {it.says for it in offered(library, "date")}
    assert {it.says: it.why for it in offered(library, "published")} == {"2024-01-15": "落款"}


def test_a_place_is_offered_whole(library: Library) -> None:
    found = {it.says: it for it in offered(library, "county")}
    assert found["青棠区›潭溪镇"].why == "文件夹名称"
    assert found["青棠区›潭溪镇"].corrections == (
        Correction("county", "青棠区"),
        Correction("township", "潭溪镇"),
    )
    # Two townships of the country are called so.
    assert sum(it.why == "行政区划名录" for it in found.values()) == 2


def test_every_part_theme_and_level_is_offered(library: Library) -> None:
    made = report(library)
    at = next(n for n, it in enumerate(made.passages) if it.role == "measure")
    measure = offered(library, "measure", at)
    now = made.passages[at].themes
    assert len(now) == 1
    assert {it.says for it in measure} == {
        *(label for theme, label in THEME_LABELS.items() if theme not in now), "无",
    }  # fmt: skip
    assert len(offered(library, "kind", at)) == 5
    assert [it.says for it in offered(library, "heading", at)][:2] == ["一级标题", "二级标题"]


def test_one_begins_with_what_one_is_at(library: Library) -> None:
    made = report(library)

    def first(role: str) -> Matter:
        at = next(n for n, it in enumerate(made.passages) if it.role == role)
        found = matters(made, (), at)
        return found[begin_with(found, made, at)]

    assert (first("heading").key, first("heading").part) == ("heading", "主要举措和成效")
    assert (first("measure").key, first("measure").part) == ("measure", "开展宣传活动40场次。")
    assert first("title").key == "issuer"
    at = next(n for n, it in enumerate(made.passages) if it.role == "measure")
    found = matters(made, [Correction("kind", None, "主要举措和成效")], at)
    assert found[begin_with(found, made, at)].key == "kind"


def test_what_is_shared_is_settled_for_more_than_one(library: Library) -> None:
    made = report(library)
    place = [Correction("county", "青棠区"), Correction("township", "潭溪镇")]
    with library.read() as reader:
        found = scopes(reader, made, place, "county")
        assert [(it.says, len(it.shas)) for it in found] == [
            ("只此一份", 1), ("潭溪镇的全部 3 份报告", 3),
            ("文件夹 青棠区 中的 3 份报告及以后入库的", 3),
        ]  # fmt: skip
        # Neighbours have the county in common, and no more.
        assert found[2].corrections == (place[0],)
        assert len(scopes(reader, made, [Correction("year", "2020")], "year")) == 1
        issuer = [Correction("issuer", "白石镇"), Correction("issuer_kind", "town")]
        assert [len(it.shas) for it in scopes(reader, made, issuer, "issuer")] == [1, 3]
        alone = report(library, issuer="云岭镇")
        found = scopes(reader, alone, issuer, "issuer")
        assert [len(it.shas) for it in found] == [1]


def test_a_unit_of_a_name_that_others_have_is_called_with_its_county(library: Library) -> None:
    made = report(library)
    with library.read() as reader:
        namesake = replace(made, within=("青棠区",))
        told = scopes(reader, namesake, [Correction("county", "乙县")], "county")
    assert "青棠区潭溪镇的全部 3 份报告" in [it.says for it in told]
