from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuibrowser import lexicon as lexicon_folder
from tuibrowser.lexicon.labels import KIND_LABELS, KIND_WORDS, THEME_LABELS
from tuibrowser.lexicon.load import load
from tuibrowser.lexicon.overlay import PATTERN_KEYS
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.locations import config_home
from tuibrowser.model.document import Document
from tuibrowser.model.terms import SECTION_KINDS
from tuibrowser.parsing.parse import parse
from tuibrowser.reading.read import read


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    load.cache_clear()
    yield
    load.cache_clear()


def _own(name: str, text: str) -> Path:
    path = config_home() / "lexicon" / f"{name}.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_kind_and_theme_has_wordings_and_labels() -> None:
    lexicon = load()
    assert set(lexicon.headings) == set(KIND_LABELS) == set(KIND_WORDS) == set(SECTION_KINDS)
    named = {theme for entries in lexicon.theme_words.values() for theme, _ in entries}
    assert named == set(THEME_LABELS)


def test_a_persons_own_words_are_added_and_change_the_version() -> None:
    shipped = load()
    load.cache_clear()
    _own("themes", '[theme.mediation]\nname = ["说事会"]\n')
    own = load()
    assert own.theme_words["说事会"] == (("mediation", 3),)
    assert own.theme_words["矛盾纠纷"] == shipped.theme_words["矛盾纠纷"]
    assert own.version != shipped.version


def test_a_persons_own_heading_pattern_is_added_to_its_kind() -> None:
    _own("kinds", '[[kind]]\nid = "shortcomings"\nheading = ["有待提升之处"]\n')
    lexicon = load()
    assert lexicon.headings["shortcomings"].search("有待提升之处")
    assert lexicon.headings["shortcomings"].search("存在的不足和原因")


def _role_of_line(line: str) -> str:
    """What becomes of ``line`` between the title of a report and its text."""
    text = f"柳溪镇2023年法治政府建设情况报告\n{line}\n一、主要举措和成效\n全年调解矛盾纠纷12件。\n"
    report = parse(Document(text, "0" * 64, "a.txt", "utf-8"), load())
    return next(it.role for it in report.passages if line in report.slice(it))


def test_a_persons_own_words_between_title_and_text_are_the_pages() -> None:
    assert _role_of_line("内部资料") != "furniture"
    load.cache_clear()
    _own("furniture", 'below_title = ["内部资料"]\n')
    assert _role_of_line("内部资料") == "furniture"


def test_two_entries_of_one_kind_are_both_taken() -> None:
    _own("kinds", '[[kind]]\nid = "other"\nheading = ["其它"]\n' * 2 + 'nested = ["^其它$"]\n')
    lexicon = load()
    assert lexicon.headings["other"].search("其它")
    assert lexicon.nested["other"].search("其它")


def test_a_file_of_a_windows_editor_is_read() -> None:
    own = _own("themes", "")
    own.write_bytes('\ufeff[theme.mediation]\r\nname = ["说事会"]\r\n'.encode())
    assert "说事会" in load().theme_words


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("kinds", "not toml at all [", "不是有效的 TOML（第 1 行第 5 列）"),
        ("kinds", "kind = [", "不是有效的 TOML（文件末尾不完整）"),
        ("kinds", "a = " + "[" * 50_000, "不是有效的 TOML（嵌套过深或数字过大）"),
        ("kinds", f"a = 1{'0' * 5000}", "不是有效的 TOML（嵌套过深或数字过大）"),
        ("kinds", "kind = 3", "第 1 行：“kind”应写作 [[kind]]"),
        ("kinds", "# kind\n\n[kind]\n", "第 3 行：“kind”应写作 [[kind]]"),
        ("kinds", "[[sort]]\n", "第 1 行：“sort”不是自带词表中的名称"),
        (
            *("kinds", '[[kind]]\nid = "other"\n[[kind]]\nid = "others"\n'),
            "第 4 行：“kind”的 id 应为其中之一：leader_duty、other、next_plan、shortcomings、"
            "measures_results",
        ),
        (
            *("kinds", '[[kind]]\nheading = ["其它"]\n'),
            "第 1 行：“kind”的 id 应为其中之一：leader_duty、other、next_plan、shortcomings、"
            "measures_results",
        ),
        (
            *("kinds", '[[kind]]\nid = "other"\n[[kind]]\nid = "next_plan"\nheading = "下步"\n'),
            '第 5 行：“heading”应写作列表，如 ["举措", "措施"]',
        ),
        (
            *(
                "kinds",
                '[[kind]]\nid = "other"\nheading = []\n[[kind]]\nid = "next_plan"\nheading = [\n1]',
            ),
            "第 6 行：“heading”中每一条都应写在引号里",
        ),
        ("units", 'before = [\n  "约",\n  "",\n]', "第 3 行：“before”中有空的词条"),
        ("units", 'not_before = ["分"]', "第 1 行：“not_before”应写作一个表"),
        (
            *("units", "[not_before]\n'期' = ['间']\n'节' = '日'\n"),
            '第 3 行：“节”应写作列表，如 ["举措", "措施"]',
        ),
        ("furniture", "# longest\nlongest = true", "第 2 行：“longest”应写作整数"),
        ("furniture", "longest = 0", "第 1 行：“longest”应为 1 至 9999 的整数"),
        ("furniture", 'longest = "90"', "第 1 行：“longest”应写作整数"),
        (
            *("themes", '[theme.mediation]\nname = []\n[theme.gardens]\nname = ["园林"]\n'),
            "第 3 行：“gardens”不是自带词表中的名称",
        ),
        ("issuers", 'village = ["村"]', "第 1 行：“village”不是自带词表中的名称"),
        ("issuers", 'town = ["甲镇", 2]', "第 1 行：“town”中每一条都应写在引号里"),
    ],
)
def test_a_broken_file_is_named_with_the_line(name: str, text: str, fault: str) -> None:
    path = _own(name, text)
    with pytest.raises(LexiconError) as broken:
        load()
    assert str(broken.value) == f"自备词表 {path} {fault}，请修改或移走该文件"


@pytest.mark.parametrize(
    ("written", "pattern", "fault"),
    [
        ('"("', "(", "不是有效的正则表达式"),
        ("'不足)('", "不足)(", "不是有效的正则表达式"),
        ('"(?i)a"', "(?i)a", "不是有效的正则表达式"),
        ('"[[a]"', "[[a]", "不是有效的正则表达式"),
        ('"a{1,99999999999}"', "a{1,99999999999}", "不是有效的正则表达式"),
        ('"\\\\"', "\\", "不是有效的正则表达式"),
        ("'(?P<a>不足)'", "(?P<a>不足)", "中的括号不能命名，也不能引用"),
        (r"'(.)\1'", r"(.)\1", "中的括号不能命名，也不能引用"),
        ('"不足|"', "不足|", "与任何文字都相符"),
        ('"^"', "^", "与任何文字都相符"),
        ('"(?!不足)"', "(?!不足)", "与任何文字都相符"),
        ('"""不足*?"""', "不足*?", None),
        ("'(不足|短板)'", "(不足|短板)", None),
    ],
)
def test_a_pattern_that_would_spoil_the_others_is_named(
    written: str, pattern: str, fault: str | None
) -> None:
    text = f'[[kind]]\nid = "other"\n# {written}\n[[kind]]\nid = "shortcomings"\nheading = [\n'
    path = _own("kinds", f'{text}  "存在短板",\n  {written}, # 新增\n]\n')
    if fault is None:
        assert load().headings["shortcomings"].search("不足")
        return
    with pytest.raises(LexiconError) as broken:
        load()
    expected = f"自备词表 {path} 第 8 行：“{pattern}”{fault}，请修改或移走该文件"
    assert str(broken.value) == expected


@pytest.mark.parametrize(("data", "line"), [("法".encode("gbk"), 1), (b'a = "\n' + b"\xff", 2)])
def test_another_encoding_is_named_with_the_line(data: bytes, line: int) -> None:
    path = _own("themes", "")
    path.write_bytes(data)
    with pytest.raises(LexiconError, match=f"第 {line} 行不是 UTF-8 编码"):
        load()


def test_a_file_that_cannot_be_read_is_named() -> None:
    path = _own("themes", "")
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(LexiconError) as broken:
        load()
    expected = f"自备词表 {path} 无法读取：不是普通文件，请修改权限或移走该文件"
    assert str(broken.value) == expected


WORDS = st.text("约余多(一[二*\\?+.|^$镇年報A 1（", min_size=1, max_size=4)
PATTERNS = st.one_of(WORDS, st.sampled_from(["(约)", "[约余]+", "(?<!年)镇", "约*", "(?=约)"]))
SHIPPED = Path(lexicon_folder.__file__).parent


def _lists(content: Mapping[str, Any], table: str = "") -> Iterator[tuple[str, str]]:
    """The header and the key under which a person adds to each list of a file."""
    for key, value in content.items():
        name = f"{table}.{key}" if table else key
        if isinstance(value, dict):
            yield from _lists(value, name)
        elif not isinstance(value, list):
            continue
        elif value and isinstance(value[0], dict):
            yield from (
                (f'[[{name}]]\nid = "{value[0]["id"]}"', it) for it in value[0] if it != "id"
            )
        else:
            yield (f"[{table}]" if table else "", key)


LISTS = [
    (name, *entry)
    for name in ("furniture", "issuers", "kinds", "units")
    for entry in _lists(tomllib.loads((SHIPPED / f"{name}.toml").read_text("utf-8")))
]
PATTERN_LISTS = [entry for entry in LISTS if entry[2] in PATTERN_KEYS]


@settings(max_examples=60)
@given(st.sampled_from(LISTS), st.lists(PATTERNS, min_size=1, max_size=3))
def test_whatever_words_are_added_no_report_is_blamed(
    samples_dir: Path, place: tuple[str, str, str], added: list[str]
) -> None:
    """A file is refused as a whole, or every report is read with it."""
    _read_with(samples_dir, place, added)


@pytest.mark.parametrize("pattern", ["(?=年)", r"\b"])
@pytest.mark.parametrize("place", PATTERN_LISTS, ids=lambda it: it[2])
def test_a_pattern_that_matches_no_word_spoils_no_report(
    samples_dir: Path, place: tuple[str, str, str], pattern: str
) -> None:
    _read_with(samples_dir, place, [pattern])


@pytest.mark.parametrize("place", PATTERN_LISTS, ids=lambda it: it[2])
def test_a_pattern_that_is_none_is_refused_in_every_list_of_patterns(
    place: tuple[str, str, str],
) -> None:
    name, header, key = place
    _own(name, f'{header}\n"{key}" = ["?"]\n')
    with pytest.raises(LexiconError, match="不是有效的正则表达式"):
        load()


def test_every_list_of_a_folders_words_is_one_of_patterns() -> None:
    assert {"handed_in", "put_away"} <= {key for _, _, key in PATTERN_LISTS}


def _read_with(samples_dir: Path, place: tuple[str, str, str], added: list[str]) -> None:
    name, header, key = place
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", folder)
        _own(name, f'{header}\n"{key}" = {json.dumps(added, ensure_ascii=False)}\n')
        load.cache_clear()
        try:
            lexicon = load()
        except LexiconError as error:
            assert f"{name}.toml 第 " in str(error)  # noqa: PT017
            return
    report = parse(read(samples_dir / "qingtang-liuxi-2023.txt"), lexicon)
    assert report.passages
