"""What was understood wrongly is put right, and stays so."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
from report_files import write_report
from small_library import Run

from tuibrowser.indexing import run as indexing
from tuibrowser.indexing.run import Ways, index
from tuibrowser.parsing.version import parser_version
from tuibrowser.state.corrections import corrections_file
from tuibrowser.store.library import Library, LibraryReadOnly


@pytest.fixture
def source(run: Run, tmp_path: Path) -> Path:
    source = write_report(tmp_path / "上报" / "报告.txt", "潭溪镇", 2019)
    assert run("index", str(source), "--no-words").status == 0
    return source


def shown(run: Run, ref: str) -> dict[str, Any]:
    done = run("show", ref, "--format", "json")
    assert done.status == 0, done.err
    record: dict[str, Any] = json.loads(done.out)["reports"][0]
    return record


def test_particulars_are_put_right_everywhere(run: Run, library: Library, source: Path) -> None:
    status, out, err = run(
        *("correct", "潭溪镇@2019", "--year", "2018", "--issuer", "潭溪街道", "--county", "青棠县")
    )
    assert (status, err) == (0, "")
    assert out.startswith("潭溪街道@2018 ")
    assert "  年份：2018\n" in out
    record = shown(run, "潭溪街道@2018")
    assert (record["issuer_kind"], record["place"]["county"]) == ("subdistrict", "青棠县")
    assert sorted(record["corrected"]) == ["issuer", "place", "year"]
    assert run("search", "宣传活动", "年:2018", "镇:潭溪街道").status == 0
    assert run("search", "宣传活动", "年:2019").status == 1
    assert library.check() == []


def test_parts_and_themes_are_put_right_by_words_of_the_heading(run: Run, source: Path) -> None:
    done = run(
        *("correct", "潭溪镇@2019", "--kind", "存在的不足=安排", "--theme", "普法宣传=矛盾纠纷")
    )
    assert done.status == 0
    record = shown(run, "潭溪镇@2019")
    kinds = {section["title"]: section["kind"] for section in record["sections"]}
    assert kinds["存在的不足和原因"] == "next_plan"
    assert record["section_states"]["shortcomings"] == "none"
    themes = {section["title"]: section["themes"] for section in record["sections"]}
    assert themes["深入开展普法宣传"] == ["mediation"]


def test_what_becomes_a_heading_is_given_its_part_at_once(run: Run, source: Path) -> None:
    done = run(
        *("correct", "潭溪镇@2019", "--heading", "执法力量不足=1", "--kind", "执法力量不足=其他")
    )
    assert (done.status, done.err) == (0, "")
    kinds = {it["title"]: it["kind"] for it in shown(run, "潭溪镇@2019")["sections"]}
    assert kinds["执法力量不足，业务培训不够"] == "other"


def test_headings_and_themes_of_measures_are_put_right_by_their_words(
    run: Run, library: Library, source: Path
) -> None:
    done = run(
        *("correct", "潭溪镇@2019", "--heading", "普法宣传=无", "--heading", "执法力量不足=3"),
        *("--theme", "宣传活动40场=政务公开、数字法治"),
    )
    assert (done.status, done.err) == (0, "")
    assert "  “深入开展普法宣传”的级别：不是标题\n" in done.out
    assert "  “执法力量不足，业务培训不够”的级别：三级标题\n" in done.out
    record = shown(run, "潭溪镇@2019")
    assert [it["title"] for it in record["sections"]] == [
        *("主要举措和成效", "存在的不足和原因", "执法力量不足，业务培训不够", "下一年度主要安排"),
    ]
    themes = {it["text"]: it["themes"] for it in record["measures"]}
    assert themes["开展宣传活动40场次。"] == ["openness", "digital"]
    assert sorted(record["corrected"]) == ["heading", "theme"]
    assert run("search", "宣传活动", "领域:数字").status == 0
    assert library.check() == []


def test_who_says_the_levels_above_is_believed(run: Run, library: Library, tmp_path: Path) -> None:
    write_report(tmp_path / "报告.txt", "潭溪镇", 2019)
    assert run("index", str(tmp_path / "报告.txt"), "--no-words").status == 0
    assert run("correct", "潭溪镇@2019", "--county", "嘉鱼县").status == 0
    assert shown(run, "潭溪镇@2019")["place"]["province"] == "湖北省"
    assert run("search", "地:咸宁").status == 0
    assert run("correct", "潭溪镇@2019", "--county", "嘉鱼县", "--city", "泽川市").status == 0
    place = shown(run, "潭溪镇@2019")["place"]
    assert (place["city"], place["county"]) == ("泽川市", "嘉鱼县")


def test_a_folder_is_settled_at_once(run: Run, tmp_path: Path) -> None:
    inside, outside = tmp_path / "东片", tmp_path / "其他"
    for folder, issuer in ((inside, "潭溪镇"), (inside / "2019", "云岭镇"), (outside, "白石镇")):
        write_report(folder / "报告.txt", issuer, 2019)
    assert run("index", str(tmp_path), "--no-words").status == 0
    assert run("correct", f"{inside}/", "--county", "青棠县").status == 0
    counties = {issuer: shown(run, f"{issuer}@2019")["place"]["county"] for issuer in
                ("潭溪镇", "云岭镇", "白石镇")}  # fmt: skip
    assert counties == {"潭溪镇": "青棠县", "云岭镇": "青棠县", "白石镇": None}
    # What comes to lie there later is of the same county, if it does not state another.
    write_report(inside / "2020" / "新到.txt", "石坪镇", 2020)
    write_report(inside / "2020" / "来件.txt", "乙水县黄泥镇", 2020)
    write_report(outside / "新到.txt", "沙坝镇", 2020)
    assert run("index", str(tmp_path), "--no-words").status == 0
    late = shown(run, "石坪镇@2020")
    assert late["place"]["county"] == "青棠县"
    assert late["place_evidence"]["county"] == {"state": "inferred", "words": "文件夹已定：东片"}
    assert shown(run, "黄泥镇@2020")["place"]["county"] == "乙水县"
    assert shown(run, "沙坝镇@2020")["place"]["county"] is None
    assert f"文件夹 {inside}，以后入库的也是\n  县：青棠县" in run("correct").out
    assert run("correct", f"{inside}/", "--undo").status == 0
    assert shown(run, "石坪镇@2020")["place"]["county"] is None
    assert "文件夹" not in run("correct").out
    empty = tmp_path / "空"
    empty.mkdir()
    done = run("correct", f"{empty}/", "--county", "青棠县")
    assert (done.status, "没有来自文件夹" in done.err) == (1, True)
    for path in (f"{tmp_path}/没有/", f"{inside}/报告.txt", "./东片"):
        done = run("correct", path, "--county", "青棠县")
        assert (done.status, f"没有 {path} 这个文件夹" in done.err) == (1, True)


def test_corrections_outlive_a_better_parser_and_being_taken_out(
    run: Run, library: Library, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("correct", "潭溪镇@2019", "--year", "2018")
    with monkeypatch.context() as patch:
        patch.setattr(indexing, "parser_version", lambda: parser_version() + 1)
        assert index(library, [source], Ways(words=False)).reparsed >= 1
    assert shown(run, "潭溪镇@2018")["corrected"] == ["year"]
    run("rm", "潭溪镇@2018")
    run("index", str(source), "--no-words")
    assert shown(run, "潭溪镇@2018")["corrected"] == ["year"]


def test_what_was_put_right_and_what_is_in_doubt_stands_above_the_text(
    run: Run, source: Path
) -> None:
    before = run("show", "潭溪镇@2019").out
    assert "更正" not in before
    assert "存疑：文中没有写明所属地区" in before
    run("correct", "潭溪镇@2019", "--year", "2018", "--county", "青棠县", "--theme", "普法=执法")
    after = run("show", "潭溪镇@2018").out
    assert "年份：2018（已更正）\n" in after
    assert "报告单位：潭溪镇\n" in after
    assert "另有更正：领域\n" in after
    assert "存疑" not in after


def test_they_are_listed_and_undone(run: Run, source: Path) -> None:
    assert run("correct", "潭溪镇@2019").out.endswith("没有更正\n")
    run("correct", "潭溪镇@2019", "--date", "无")
    assert run("correct", "潭溪镇@2019").out.endswith("  成文日期：无\n")
    assert shown(run, "潭溪镇@2019")["date"] is None
    assert run("correct", "潭溪镇@2019", "--undo").out.endswith("已撤销全部更正\n")
    record = shown(run, "潭溪镇@2019")
    assert (record["date"], record["corrected"]) == ("2020-01-15", [])


def test_what_other_years_tell_of_the_place_stays(run: Run, tmp_path: Path) -> None:
    told = write_report(tmp_path / "上报" / "前.txt", "潭溪镇", 2019)
    teller = write_report(tmp_path / "上报" / "后.txt", "青棠县潭溪镇", 2020)
    assert run("index", str(told), str(teller), "--no-words").status == 0
    assert shown(run, "潭溪镇@2019")["place"]["county"] == "青棠县"
    for change in (["--date", "2020-02-01"], ["--undo"]):
        assert run("correct", "潭溪镇@2019", *change).status == 0
        assert shown(run, "潭溪镇@2019")["place"]["county"] == "青棠县"
    # A level that there is none of is not learnt, either.
    run("correct", "潭溪镇@2019", "--county", "无")
    assert shown(run, "潭溪镇@2019")["place"]["county"] is None
    run("index", str(told), "--no-words")
    assert shown(run, "潭溪镇@2019")["place"]["county"] is None


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["--year", "二〇一八"], 2, "请写四位数字"),
        (["--year", "0000"], 2, "请写四位数字"),
        (["--date", "2024-02-30"], 2, "请写成 2024-01-15"),
        (["--issuer", " "], 2, "更正的内容是空的"),
        (["--kind", "安排"], 2, "请写成 标题=内容"),
        (["--kind", "没有这条=安排"], 1, "没有含“没有这条”的标题"),
        (["--kind", "和=安排"], 2, "的标题有 2 个"),
        (["--kind", "存在的不足=天气"], 2, "没有“天气”这个部分"),
        (["--theme", "普法宣传=天气"], 2, "没有“天气”这个工作领域"),
        (["--heading", "存在的不足=十"], 2, "第几级标题"),
        (["--heading", "没有这条=1"], 1, "没有含“没有这条”的标题"),
        (["--theme", "没有这条=普法"], 1, "没有含“没有这条”的标题"),
        (["--theme", "=普法"], 2, "请写成 标题=内容"),
        (["--issuer-kind", "天气"], 2, "没有“天气”这种单位"),
        (["--undo", "--year", "2018"], 2, "不能与其他更正同用"),
    ],
)
def test_what_cannot_be_meant_is_said_and_changes_nothing(
    run: Run, source: Path, arguments: list[str], status: int, sentence: str
) -> None:
    done = run("correct", "潭溪镇@2019", *arguments)
    assert done.status == status
    assert sentence in done.err
    assert shown(run, "潭溪镇@2019")["corrected"] == []


@contextmanager
def others_library(library: Library) -> Iterator[None]:
    """While ``library`` cannot be written by whoever runs the tests, root or not."""
    with pytest.MonkeyPatch.context() as patch:

        def refused(*_: object, **__: object) -> NoReturn:
            raise LibraryReadOnly(f"报告库 {library.path} 不能写入")

        patch.setattr(Library, "write", refused)
        yield


def test_who_cannot_write_keeps_corrections_for_oneself_and_hands_them_on(
    run: Run, library: Library, source: Path, tmp_path: Path
) -> None:
    file = tmp_path / "更正.json"
    with others_library(library):
        done = run("correct", "潭溪镇@2019", "--year", "2018", "--kind", "存在的不足=安排")
        assert (done.status, done.out.splitlines()[0][:8]) == (0, "潭溪镇@2018")
        assert "不能写入，更正已保存在本机" in done.err
        assert "潭溪镇@2018  " in run("list").out
        assert "（更正）潭溪镇2019年" in run("list").out
        hit, *_ = json.loads(run("search", "宣传活动40场", "--format", "json").out)["hits"]
        assert (hit["issuer"], hit["year"]) == ("潭溪镇", 2018)
        record = shown(run, "潭溪镇@2018")
        assert (record["year"], sorted(record["corrected"])) == (2018, ["kind", "year"])
        assert record["section_states"]["shortcomings"] == "none"
        assert run("correct").out.count("\n  ") == 2
        assert run("correct", "--export", str(file)).status == 0
        assert run("correct", "潭溪镇@2018", "--undo").status == 0
        assert shown(run, "潭溪镇@2019")["corrected"] == []
    # A colleague who can.
    done = run("correct", "--merge", str(file))
    assert (done.status, done.out) == (0, "已并入 1 份报告的更正\n")
    assert "已改为" not in done.err
    assert sorted(shown(run, "潭溪镇@2018")["corrected"]) == ["kind", "year"]
    assert library.check() == []


def test_that_a_folder_is_not_remembered_is_said(
    run: Run, library: Library, tmp_path: Path
) -> None:
    write_report(tmp_path / "甲" / "报告.txt", "石坪镇", 2019)
    assert run("index", str(tmp_path / "甲"), "--no-words").status == 0
    folder = f"{tmp_path / '甲'}/"
    with others_library(library):
        done = run("correct", folder, "--county", "青棠县")
        assert f"以后从文件夹 {tmp_path / '甲'} 入库的，不会照此更正" in done.err
        # What is of the report alone was never meant for others.
        assert "以后" not in run("correct", "石坪镇@2019", "--date", "2020-01-15").err
    done = run("correct", folder, "--county", "青棠县")
    assert "不会照此更正" not in done.err


@pytest.mark.parametrize("name", ["上报", "乙\udc80"])
def test_what_was_settled_for_a_folder_is_handed_on(
    run: Run, library: Library, tmp_path: Path, name: str
) -> None:
    folder, file = tmp_path / name, tmp_path / "更正.json"
    write_report(folder / "报告.txt", "石坪镇", 2019)
    assert run("index", str(folder), "--no-words").status == 0
    assert run("correct", f"{folder}/", "--county", "青棠县").status == 0
    assert "1 份报告、1 个文件夹的更正已写入" in run("correct", "--export", str(file)).err
    # A colleague's library.
    assert run("correct", f"{folder}/", "--undo").status == 0
    with others_library(library):
        done = run("correct", "--merge", str(file))
        assert "入库的，不会照此更正" in done.err
    assert run("correct", "石坪镇@2019", "--undo").status == 0
    done = run("correct", "--merge", str(file))
    assert (done.status, done.out) == (0, "已并入 1 份报告、1 个文件夹的更正\n")
    write_report(folder / "新到.txt", "沙坝镇", 2020)
    assert run("index", str(folder), "--no-words").status == 0
    assert shown(run, "沙坝镇@2020")["place"]["county"] == "青棠县"
    # Who changed the file by hand is told.
    content = json.loads(file.read_bytes())
    for odd in ({"folder": "上报", "county": "青棠县"}, {"folder": str(tmp_path)}, "上报"):
        file.write_text(json.dumps(content | {"folders": [odd]}), "utf-8")
        assert "有 1 条更正无法识别" in run("correct", "--merge", str(file)).err


def test_what_was_kept_for_oneself_goes_where_it_belongs_when_it_can(
    run: Run, library: Library, source: Path
) -> None:
    with others_library(library):
        run("correct", "潭溪镇@2019", "--year", "2018")
    run("correct", "潭溪镇@2018", "--date", "2019-01-15")
    assert not json.loads(corrections_file().read_text("utf-8"))["corrections"]
    assert sorted(shown(run, "潭溪镇@2018")["corrected"]) == ["date", "year"]
    assert run("search", "宣传活动", "年:2018").status == 0


def test_several_years_have_their_place_put_right_at_once(run: Run, tmp_path: Path) -> None:
    for year in (2019, 2020):
        run("index", str(write_report(tmp_path / f"{year}.txt", "潭溪镇", year)), "--no-words")
    assert run("correct", "潭溪镇@2019..", "--county", "青棠县").status == 0
    for year in (2019, 2020):
        assert shown(run, f"青棠县/潭溪镇@{year}")["corrected"] == ["place"]
    done = run("correct", "潭溪镇@2019..", "--year", "2018")
    assert (done.status, done.err) == (2, "“潭溪镇@2019..”指 2 份报告，--year 请逐份更正\n")


def test_what_is_kept_in_a_folder_of_one_year_is_put_right_at_once(
    run: Run, tmp_path: Path
) -> None:
    for name in ("石坪镇", "潭溪镇"):
        write_report(tmp_path / "去年" / f"{name}.txt", name, 2019)
    run("index", str(tmp_path), "--no-words")
    done = run("correct", f"{tmp_path / '去年'}/", "--year", "2018")
    assert (done.status, done.err) == (0, "")
    for name in ("石坪镇", "潭溪镇"):
        assert shown(run, f"{name}@2018")["corrected"] == ["year"]
    done = run("correct", f"{tmp_path / '去年'}/", "--date", "2019-01-08")
    assert (done.status, done.err.partition("，")[2]) == (2, "--date 请逐份更正\n")


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["--year", "2018"], 2, "请写明更正哪份报告"),
        (["--undo"], 2, "请写明更正哪份报告"),
        (["潭溪镇", "--export", "x.json"], 2, "请不写 REF"),
        (["--merge", "{none}"], 1, "这个文件，请检查路径"),
        (["--merge", "{odd}"], 1, "不是更正文件"),
        (["--merge", "{bad}"], 1, "有 1 条更正无法识别"),
        (["--export", "{library}"], 2, "不会覆盖"),
    ],
)
def test_files_of_corrections_that_are_none_change_nothing(
    run: Run, library: Library, source: Path, tmp_path: Path,
    arguments: list[str], status: int, sentence: str,
) -> None:  # fmt: skip
    names = {"none": tmp_path / "无", "odd": source, "bad": tmp_path / "bad.json"}
    wrong = [{"sha256": "0" * 64, "key": "year", "value": "soon", "heading": ""}]
    names["bad"].write_text(json.dumps({"version": 1, "corrections": wrong}))
    paths = {name: str(path) for name, path in (names | {"library": library.path}).items()}
    done = run("correct", *(it.format(**paths) for it in arguments))
    assert (done.status, done.err.count("\n")) == (status, 1)
    assert sentence in done.err
    assert run("correct").out == "没有更正\n"


def test_a_correction_that_nobody_wrote_is_passed_over_and_named(
    run: Run, library: Library, source: Path
) -> None:
    sha256 = shown(run, "潭溪镇@2019")["sha256"]
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("INSERT INTO correction VALUES (?, 'year', '', 'soon')", (sha256,))
    with library.write() as writer:
        writer.reparse(read_back(library, sha256))
    assert shown(run, "潭溪镇@2019")["year"] == 2019
    assert any("更正中有不合规定的值" in fault for fault in library.check())


def read_back(library: Library, sha256: str) -> Any:
    with library.read() as reader:
        return reader.report(sha256)


def test_what_is_of_the_whole_is_listed_first_in_the_order_of_a_page(
    run: Run, source: Path
) -> None:
    ref = "潭溪镇@2019"
    run("correct", ref, "--county", "青棠县", "--date", "2020-01-16", "--kind", "成效=不足")
    run("correct", ref, "--published", "2020-02-01", "--issuer", "潭溪镇")
    listed = [line.split("：")[0].strip() for line in run("correct", ref).out.splitlines()[1:]]
    whole = [it for it in listed if "”的" not in it]
    known = ["发文单位", "单位类型", "成文日期", "发布日期", "省", "市", "县", "乡镇"]
    assert whole == [it for it in known if it in whole]
    assert {"发文单位", "成文日期", "发布日期", "县"} <= {*whole}
    assert listed[len(whole) :]


def test_where_nothing_was_put_right_nothing_is_undone(run: Run, source: Path) -> None:
    assert run("correct", "潭溪镇@2019", "--undo").out.endswith("没有更正\n")


def test_what_a_merge_replaces_is_said(
    run: Run, library: Library, source: Path, tmp_path: Path
) -> None:
    file = tmp_path / "更正.json"
    run("correct", "潭溪镇@2019", "--date", "2020-01-08", "--county", "青棠县")
    run("correct", "--export", str(file))
    run("correct", "潭溪镇@2019", "--date", "2020-01-09")
    done = run("correct", "--merge", str(file))
    assert (
        "已改为并入的，请核：\n  潭溪镇@2019 成文日期：2020-01-09 → 成文日期：2020-01-08"
        in done.err
    )
    assert "青棠县" not in done.err
    assert run("correct", "--merge", str(file)).err == ""
    assert library.check() == []


def test_of_several_texts_the_one_that_is_meant_must_be_named(run: Run, tmp_path: Path) -> None:
    for folder in ("初稿", "定稿"):
        write_report(tmp_path / folder / "报告.txt", "石坪镇", 2019)
    with (tmp_path / "定稿" / "报告.txt").open("a", encoding="utf-8") as file:
        file.write("（三）做好换届后的法治培训。\n")
    run("index", str(tmp_path / "初稿"), "--no-words")
    run("index", str(tmp_path / "定稿"), "--no-words")
    for change in (
        ("correct", "石坪镇@2019", "--date", "2020-01-08"),
        ("correct", "石坪镇@2019", "--undo"),
        ("rm", "石坪镇@2019"),
    ):
        done = run(*change)
        assert (done.status, done.out) == (2, "")
        assert done.err == (
            "“石坪镇@2019”有 2 份文本，请写明哪一份："
            "石坪镇@2019#1（定稿/报告.txt）、石坪镇@2019#2（初稿/报告.txt）\n"
        )
    assert run("correct", "石坪镇@2019").status == 0
    assert run("correct", "石坪镇@2019#1", "--date", "2020-01-08").status == 0
    assert shown(run, "石坪镇@2019#2")["corrected"] == []
    assert run("rm", "石坪镇@2019#2").status == 0
    assert run("correct", "石坪镇@2019", "--date", "2020-01-09").status == 0


def test_texts_are_named_with_their_county_where_a_namesake_reports(
    run: Run, tmp_path: Path
) -> None:
    for county, more in (("青棠县", ""), ("青棠县", "（三）办好夜校。\n"), ("云台县", "")):
        path = tmp_path / f"{county}{len(more)}.txt"
        write_report(path, f"{county}石坪镇", 2019)
        with path.open("a", encoding="utf-8") as file:
            file.write(more)
        assert run("index", str(path), "--no-words").status == 0
    named = run("rm", "青棠县/石坪镇@2019").err
    assert "青棠县/石坪镇@2019#1（" in named
    assert run("rm", "青棠县/石坪镇@2019#1").status == 0
    assert run("rm", "青棠县/石坪镇@2019").status == 0
    assert "云台县" in run("list").out
