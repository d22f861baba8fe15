"""``check``: remarks on reports and drafts."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest
from small_library import Run

from tuibrowser.reading.compose import compose
from tuibrowser.reading.read import open_file

_DRAFT = """\
望溪镇2023年法治政府建设情况报告

2023年，望溪镇扎实推进法治政府建设。现将有关情况报告如下：

一、2023年推进法治政府建设的主要举措和成效
（一）化解矛盾纠纷
全年化解矛盾纠纷126件，其中邻里纠纷48件、婚姻家庭纠纷39件、土地纠纷27件、劳资纠纷22件。
二、存在的不足和原因
一是执法力量还不够强，主要是专业人员偏少。
三、党政主要负责人履行推进法治建设第一责任人职责情况
主要负责人定期听取汇报，制定《履职清单》。
四、2024年主要安排
一是加强执法培训。

望溪镇人民政府
2024年1月12日
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with a list that does not add up."""
    path = tmp_path / "草稿.txt"
    path.write_text(_DRAFT, encoding="utf-8")
    return path


def test_a_draft_s_remarks_as_json(run: Run, draft: Path) -> None:
    """With the words that each rests on; a draft has no report."""
    done = run("check", str(draft), "--format", "json")
    assert done.status == 0
    (finding,) = json.loads(done.out)["findings"]
    assert finding["kind"] == "sum"
    assert "48＋39＋27＋22＝136，合计写为126件，请核" in finding["says"]
    (passage,) = finding["passages"]
    assert list(passage) == ["report", "start", "end", "text"]
    assert passage["report"] is None
    assert _DRAFT[passage["start"] : passage["end"]] == passage["text"]


def test_as_a_table(run: Run, draft: Path) -> None:
    """The label of the kind, and the line in the text."""
    done = run("check", str(draft))
    assert done.status == 0
    assert "合计不符" in done.out
    assert " 7 " in done.out


def _words_of(written: Path) -> str:
    """The text of a file that the program wrote, which it takes for no report."""
    reader = import_module(open_file(written).format.module or "")
    return str(compose(reader.read(written.read_bytes()))[0])


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_as_a_sheet_beside_the_words(run: Run, draft: Path, tmp_path: Path, ending: str) -> None:
    """Remark and words, in what a browser or Word opens."""
    target = tmp_path / f"核对意见.{ending}"
    done = run("check", str(draft), "-o", str(target))
    assert done.status == 0
    shown = _words_of(target)
    assert "48＋39＋27＋22＝136" in shown
    assert "全年化解矛盾纠纷126件，其中邻里纠纷48件" in shown


def test_a_report_without_remarks_says_so(run: Run, draft: Path) -> None:
    """Still done."""
    draft.write_text(_DRAFT.replace("126件", "136件"), encoding="utf-8")
    done = run("check", str(draft))
    assert done.status == 0
    assert "没有需要核对之处" in done.out


def test_last_year_is_a_file_or_in_the_library(run: Run, draft: Path, tmp_path: Path) -> None:
    """What stands there, too, names both places."""
    last = tmp_path / "去年.txt"
    last.write_text(_DRAFT.replace("2024", "2034").replace("2023", "2022").replace("2034", "2023"))
    done = run("check", str(draft), "--last", str(last), "--format", "json")
    same = [it for it in json.loads(done.out)["findings"] if it["kind"] == "same_as_last"]
    assert same
    assert all(len(it["passages"]) == 2 for it in same)
    run("index", str(last))
    done = run("check", str(draft), "--format", "json")
    found = [it for it in json.loads(done.out)["findings"] if it["kind"] == "same_as_last"]
    assert [it["passages"][1]["text"] for it in found] == [it["passages"][1]["text"] for it in same]
    assert all(len(it["passages"][1]["report"]) == 12 for it in found)


def test_what_neighbours_wrote(run: Run, draft: Path, tmp_path: Path) -> None:
    """Their names and where."""
    other = tmp_path / "邻镇.txt"
    other.write_text(_DRAFT.replace("望溪镇", "白石桥镇"), encoding="utf-8")
    run("index", str(other))
    done = run("check", str(draft), "--county", "白石桥镇@2023", "--format", "json")
    found = [it for it in json.loads(done.out)["findings"] if it["kind"] == "same_elsewhere"]
    assert found
    assert "白石桥镇2023" in found[0]["says"]


def test_what_is_no_report_is_said(run: Run, tmp_path: Path) -> None:
    """One sentence, and that something is lacking."""
    path = tmp_path / "购物单.txt"
    path.write_text("鸡蛋\n牛奶\n", encoding="utf-8")
    done = run("check", str(path))
    assert done.status == 1
    assert "看不出是法治政府建设报告" in done.err
    assert not done.out


def test_last_is_of_one_report(run: Run, draft: Path, tmp_path: Path) -> None:
    """Of several it is not said which one is meant."""
    other = tmp_path / "二.txt"
    other.write_text(_DRAFT.replace("望溪镇", "白石桥镇"), encoding="utf-8")
    done = run("check", str(draft), str(other), "--last", str(draft))
    assert done.status == 2
    assert "--last" in done.err


def test_last_that_is_no_report_or_another_unit_s_is_said(
    run: Run, draft: Path, tmp_path: Path
) -> None:
    """The former is compared with nothing, the latter may be meant: units were merged."""
    poem = tmp_path / "诗.txt"
    poem.write_text("床前看月光，疑是地上霜。\n", encoding="utf-8")
    done = run("check", str(draft), "--last", str(poem))
    assert (done.status, done.out) == (1, "")
    assert "诗.txt 看不出是法治政府建设报告" in done.err
    other = tmp_path / "别处.txt"
    other.write_text(_DRAFT.replace("望溪镇", "柳溪镇").replace("2023年", "2022年"), "utf-8")
    done = run("check", str(draft), "--last", str(other))
    assert done.status == 0
    assert "不是同一单位" in done.err


def test_a_draft_without_a_year_says_what_was_not_checked(run: Run, tmp_path: Path) -> None:
    """One sentence that says what to do."""
    path = tmp_path / "无名.txt"
    path.write_text(
        "法治政府建设情况报告\n一、主要举措和成效\n（一）化解纠纷\n化解纠纷12件。\n", "utf-8"
    )
    done = run("check", str(path))
    assert "无名.txt 看不出是哪一年的报告" in done.err
    assert "请在标题中写明年份" in done.err


def test_an_own_list_of_laws_is_used(
    run: Run, draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And blamed by its line where it cannot be read."""
    folder = tmp_path / "config" / "tuibrowser" / "lexicon"
    folder.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    from tuibrowser.lexicon.laws import load_laws

    laws = folder / "laws.toml"
    laws.write_text('[[law]]\nnames = ["履职清单"]\nuntil = "2020-01-01"\n', encoding="utf-8")
    load_laws.cache_clear()
    done = run("check", str(draft), "--format", "json")
    assert "outdated_law" in {it["kind"] for it in json.loads(done.out)["findings"]}
    laws.write_text('[[law]]\nnames = ["履职清单"]\nuntil = "去年"\n', encoding="utf-8")
    load_laws.cache_clear()
    done = run("check", str(draft))
    load_laws.cache_clear()
    assert done.status == 2
    assert "第 3 行" in done.err


def test_a_report_is_not_its_own_last_year(run: Run, draft: Path) -> None:
    status, out, err = run("check", str(draft), "--last", str(draft))
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert "上年" in err


def test_where_eighty_cells_are_to_hold_it_heads_are_printed_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "草稿.txt"
    path.write_text(_DRAFT.replace("二、存在的", "化解率达103%。\n二、存在的"), encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "80")
    out = run("check", str(path)).out
    head, *lines = out.splitlines()
    assert head.split() == ["报告", "行", "批注", "原文"]
    assert "批注：" not in out
    assert sum("请核" in line for line in lines) >= 2
