"""The command line speaks Chinese, argparse's own words included."""

from __future__ import annotations

import re

import pytest

from tuibrowser.cli import main, table
from tuibrowser.cli.options import GENERAL
from tuibrowser.cli.values import years
from tuibrowser.reading.formats import SUFFIXES
from tuibrowser.text.cellwidth import cells

COMMANDS = [command.name for command in table.COMMANDS]

_TABLED = [
    *(f"{option.takes} {' '.join(option.flags)}" for option in GENERAL),
    *(
        f"{command.usage} {' '.join(flag for option in command.options for flag in option.flags)}"
        for command in table.COMMANDS
    ),
]
NAMES = {
    *re.findall(r"[A-Za-z]+", " ".join(_TABLED)),
    *("tuibrowser", "sha", "CSV", "JSON", "UTF", "Word", "WPS", "XML", "RTF", "ODT", "PDF", "OFD"),
    *(suffix[1:] for suffix in SUFFIXES),
}
"""Latin words that are names: of commands, options, placeholders and formats."""


def strangers(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]+", re.sub(r"\b[0-9a-f]{8}\b", "", text))) - NAMES


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_chinese_and_fits_eighty_columns(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command.split(), "--help"]) == 0
    shown, errors = capsys.readouterr()
    assert errors == ""
    assert shown.startswith(f"用法：tuibrowser [--db FILE] {command}".rstrip())
    assert not strangers(shown)
    assert max(map(cells, shown.splitlines())) <= 80
    assert "选项：" in shown


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    main(["-h"])
    shown = capsys.readouterr().out
    assert [line.split()[0] for line in shown.split("\n\n")[2].splitlines()[1:]] == COMMANDS


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["飞行"], "没有“飞行”这个命令。用法见 tuibrowser --help"),
        (["核对"], "没有“核对”这个命令，有关的命令：check。用法见 tuibrowser --help"),
        (
            ["柳溪镇@2023"],
            "没有“柳溪镇@2023”这个命令，要打开它，请写：tuibrowser open 柳溪镇@2023。"
            "用法见 tuibrowser --help",
        ),
        (["serach", "法"], "没有“serach”这个命令，是否指：search。用法见 tuibrowser --help"),
        (["list", "--foo"], "不认识的参数 --foo。用法见 tuibrowser list --help"),
        (["demo", "x"], "不认识的参数 x。用法见 tuibrowser demo --help"),
        (["rm", "x", "--bogus"], "不认识的参数 --bogus。用法见 tuibrowser rm --help"),
        (["--bogus"], "不认识的参数 --bogus。用法见 tuibrowser --help"),
        (["--db"], "--db 后面要写一个值。用法见 tuibrowser --help"),
        (["list", "--db"], "--db 后面要写一个值。用法见 tuibrowser list --help"),
        (
            ["list", "--format", "xml"],
            "--format 没有“xml”这种格式，可写：table、json、csv。用法见 tuibrowser list --help",
        ),
        (["show"], "缺少 REF。用法见 tuibrowser show --help"),
        (
            ["index", "-x.txt"],
            "缺少 PATH（以 - 开头的文件名请写在 -- 之后）。用法见 tuibrowser index --help",
        ),
        (
            ["search", "调解", "-人民"],
            "不认识的参数 -人民（以 - 开头的词或文件名写在 -- 之后）。"
            "用法见 tuibrowser search --help",
        ),
        (["index", ""], "PATH 是空的，请写文件名。用法见 tuibrowser index --help"),
        (["--db", "", "list"], "--db 是空的，请写文件名。用法见 tuibrowser --help"),
        (["list", "--db", ""], "--db 是空的，请写文件名。用法见 tuibrowser list --help"),
        (["pack"], "缺少 FILE。用法见 tuibrowser pack --help"),
        (
            ["search", "-普法"],
            "缺少 QUERY（以 - 开头的词请写在 -- 之后）。用法见 tuibrowser search --help",
        ),
        (
            ["search", "法", "--year", "去年"],
            "--year 看不懂“去年”，请写四位数字，如 2023 或 2021-2024。"
            "用法见 tuibrowser search --help",
        ),
        (
            ["search", "法", "--limit", "0"],
            "--limit 看不懂“0”，请写 1 以上的整数。用法见 tuibrowser search --help",
        ),
        (
            ["show", "x", "--section", "前言"],
            "--section 没有“前言”这个部分，可写：成效、不足、负责人、安排、其他。"
            "用法见 tuibrowser show --help",
        ),
        (["list", "--help=是"], "-h/--help 后面不写值（“是”）。用法见 tuibrowser list --help"),
        (["rm", "--yes=1", "x"], "--yes 后面不写值（“1”）。用法见 tuibrowser rm --help"),
        (
            ["search", "--lim", "3", "法"],
            "不认识的参数 --lim，是否指：--limit。用法见 tuibrowser search --help",
        ),
        (
            ["coverage", "--rstr=名册最终稿.csv"],
            "不认识的参数 --rstr=名册最终稿.csv，是否指：--roster。"
            "用法见 tuibrowser coverage --help",
        ),
    ],
)
def test_wrong_usage_is_one_chinese_sentence_and_status_2(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    shown, errors = capsys.readouterr()
    assert (shown, errors) == ("", f"{sentence}\n")


@pytest.mark.parametrize(("typed", "meant"), [("打算", "安排"), ("问题", "不足")])
def test_a_part_may_be_called_otherwise(
    typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "柳溪镇@2023", "--section", typed]) == 2
    assert f"没有“{typed}”这个部分，是否指：{meant}。" in capsys.readouterr().err


def test_every_theme_is_offered_when_one_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "法", "--theme", "园林"]) == 2
    errors = capsys.readouterr().err
    assert "没有“园林”这个工作领域" in errors
    assert "普法宣传、矛盾纠纷化解" in errors


@pytest.mark.parametrize("value", ["20", "23", "2021-24", "202", "20231", "-", "２０"])
def test_a_year_has_four_digits(value: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "法", f"--year={value}"]) == 2
    assert f"--year 看不懂“{value}”，请写四位数字" in capsys.readouterr().err


def test_years_are_taken_in_any_width_and_as_ranges() -> None:
    for value in ("2021-2024", "2021..2024", "２０２１－２０２４", "2021年至2024年", "2024-2021"):
        assert years(value) == (2021, 2024)
    assert years("２０２３") == (2023, 2023)


def test_the_help_of_index_says_what_a_path_may_be(capsys: pytest.CaptureFixture[str]) -> None:
    main(["index", "--help"])
    shown = capsys.readouterr().out
    assert all(what in shown for what in ("文件；", "文件夹，", "另一个报告库"))


def test_what_was_typed_never_steers_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ["\x1b[31m"],
        ["doctor", "\x1b]0;x\x07"],
        ["list", "--format", "\x9b1m\udcff"],
    ):
        assert main(arguments) == 2
        assert not set(capsys.readouterr().err) & set("\x1b\x07\x9b\udcff")


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    from importlib.metadata import version

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"tuibrowser {version('tuibrowser')}\n"


def test_a_theme_misspelt_is_answered_with_the_one_meant(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["search", "法", "--theme", "调节"]) == 2
    assert "没有“调节”这个工作领域，是否指：矛盾纠纷化解。" in capsys.readouterr().err
