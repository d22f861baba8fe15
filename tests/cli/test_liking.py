"""``like``: a report, a draft or words, and what neighbours write on the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from report_files import write_report
from small_library import Run

from tuibrowser.cli import liking

WORDS = "开展法治宣传活动，发放宣传资料"


@pytest.fixture
def run_on_three(run: Run, tmp_path: Path) -> Run:
    for issuer in ("甲溪镇", "乙溪镇", "丙溪乡"):
        for year in (2022, 2023):
            measure = f"开展宣传活动{year - 2000}场次，“{issuer[:2]}说法”直播6期。"
            write_report(tmp_path / "in" / f"{issuer}{year}.txt", issuer, year, measure)
    assert run("index", str(tmp_path / "in"), "--no-words").status == 0
    return run


def test_the_units_own_years_are_not_among_them(run_on_three: Run) -> None:
    done = run_on_three("like", "甲溪镇@2023", "--format", "json")
    assert done.status == 0
    measures = json.loads(done.out)["measures"]
    likes = [it for measure in measures for it in measure["like"]]
    assert {"乙溪镇", "丙溪乡"} <= {it["issuer"] for it in likes}
    assert "甲溪镇" not in {it["issuer"] for it in likes}
    assert all(it["text"] and len(it["report"]) == 12 for it in likes)
    assert all(measure["report"] and measure["end"] > measure["start"] for measure in measures)


def test_a_set_words_and_a_draft_can_be_asked_for(run_on_three: Run, tmp_path: Path) -> None:
    done = run_on_three("like", WORDS, "--in", "*@2022", "--format", "json")
    (measure,) = json.loads(done.out)["measures"]
    assert (measure["text"], measure["report"]) == (WORDS, None)
    assert {it["year"] for it in measure["like"]} == {2022}
    draft = write_report(tmp_path / "草稿.txt", "丁溪镇", 2023)
    assert run_on_three("like", str(draft), "-o", str(tmp_path / "x.xlsx")).status == 0


def test_a_word_or_two_are_searched_for(run_on_three: Run) -> None:
    """They are too few to be like any measure; of each unit one is given."""
    done = run_on_three("like", "说法", "--format", "json")
    (measure,) = json.loads(done.out)["measures"]
    assert {(it["issuer"], it["year"]) for it in measure["like"]} == {
        ("甲溪镇", 2023), ("乙溪镇", 2023), ("丙溪乡", 2023),
    }  # fmt: skip
    assert all("直播6期" in it["text"] for it in measure["like"])


def test_a_search_spends_its_hits_on_the_set(
    run_on_three: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest of the whole library would be all that so few hits have room for."""
    monkeypatch.setattr(liking, "_MOST_HITS", 3)
    done = run_on_three("like", "说法", "--in", "*@2022", "--format", "json")
    (measure,) = json.loads(done.out)["measures"]
    assert {it["issuer"] for it in measure["like"]} == {"甲溪镇", "乙溪镇", "丙溪乡"}
    assert {it["year"] for it in measure["like"]} == {2022}


@pytest.mark.parametrize(
    ("argument", "status", "sentence"),
    [
        ("戊溪镇", 1, "报告库中没有“戊溪镇”"),
        ("甲溪镇@2019", 1, "没有这个年份的报告"),
        (" ", 2, "请写出一份报告、一个文件或一句话"),
        ("甲溪镇", 2, "可指 2 份报告"),
        ("今天天气晴朗无云", 1, "没有找到同类表述"),
    ],
)
def test_what_means_nothing_is_said(
    run_on_three: Run, argument: str, status: int, sentence: str
) -> None:
    done = run_on_three("like", argument)
    assert (done.status, done.err.count("\n")) == (status, 1)
    assert sentence in done.err


def test_a_word_that_is_no_ref_is_a_subject(run_on_three: Run) -> None:
    done = run_on_three("like", "宣传", "--format", "json")
    assert (done.status, done.err) == (0, "")
    assert all("宣传" in it["text"] for it in json.loads(done.out)["measures"][0]["like"])


def test_a_word_that_ends_as_names_do_is_a_subject_where_reports_speak_of_it(
    run_on_three: Run, tmp_path: Path
) -> None:
    assert "报告库中没有“司法所”" in run_on_three("like", "司法所").err
    write_report(tmp_path / "in" / "丁溪乡.txt", "丁溪乡", 2023, "司法所开展宣传活动17场次。")
    run_on_three("index", str(tmp_path / "in"), "--no-words")
    assert "司法所开展宣传活动17场次" in run_on_three("like", "司法所").out


def test_a_mistyped_name_is_no_subject(run_on_three: Run) -> None:
    done = run_on_three("like", "甲西镇")
    assert (done.status, done.err.count("\n")) == (1, 1)
    assert "是否指：" in done.err


def test_a_neighbour_without_a_name_is_told_by_its_file(run_on_three: Run, tmp_path: Path) -> None:
    text = "2023年度法治政府建设情况报告\n一、成效\n开展宣传活动19场次，“补报说法”直播6期。\n"
    (tmp_path / "in" / "补报.txt").write_text(text, encoding="utf-8")
    run_on_three("index", str(tmp_path / "in"), "--no-words")
    assert "补报.txt" in run_on_three("like", "甲溪镇@2023", "--format", "csv").out


def test_without_a_hit_no_head_is_printed(run_on_three: Run) -> None:
    assert run_on_three("like", "核电站退役方案") == (1, "", "没有找到同类表述\n")


def test_the_words_that_set_a_draft_apart_are_listed(run_on_three: Run, tmp_path: Path) -> None:
    """Though no index has seen it; of words that were typed none is."""
    draft = write_report(tmp_path / "草稿.txt", "丁溪镇", 2023, "巡查渔港9次，调解渔港纠纷。")
    told = json.loads(run_on_three("like", str(draft), "--format", "json").out)["words"]
    assert "渔港" in {it["word"] for it in told}
    assert json.loads(run_on_three("like", WORDS, "--format", "json").out)["words"] == []
