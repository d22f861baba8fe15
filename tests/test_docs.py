"""What the READMEs say is there, and what is there they say."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from cases import for_each

from tuibrowser.cli import table
from tuibrowser.cli.parser import build_parser
from tuibrowser.lexicon.labels import KIND_WORDS, STATE_LABELS
from tuibrowser.reading.formats import SUFFIXES
from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.table import REGISTRY
from tuibrowser.tui.terminal.keys import readable

LEXICON = Path(__file__).resolve().parents[1] / "tuibrowser" / "lexicon"
ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.zh.md")

_FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_KEYS = re.compile(r"(?<=<!-- keys -->\n).*(?=\n<!-- /keys -->)", re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)[^)]*\)")


def _readme(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _said(name: str) -> Iterator[str]:
    """Every line of code in a README, without prompt, comment, pipe and redirection."""
    text = _readme(name)
    lines = [line for block in _FENCE.findall(text) for line in block.splitlines()]
    lines += _INLINE.findall(_FENCE.sub("", text))
    for line in lines:
        # A comment stands apart from the command; the # of a REF does not.
        yield re.split(r"\s+#\s|\s[|>]\s", line.strip().removeprefix("$ "))[0].strip()


def _parsers() -> dict[str, argparse.ArgumentParser]:
    """The parser of each command, by name; the program's own under ``""``."""
    program = build_parser()
    (commands,) = (
        action.choices
        for action in program._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    shown = {command.name for command in table.COMMANDS}
    return {"": program, **{name: it for name, it in commands.items() if name in shown}}


COMMAND_LINES = sorted(
    {
        (name, line)
        for name in READMES
        for line in _said(name)
        if re.match(r"(TUIBROWSER_DB=\S+ )?tuibrowser(\s|$)", line)
    }
)


def test_the_readmes_show_command_lines() -> None:
    assert len(COMMAND_LINES) > 20


@for_each(("name", "line"), COMMAND_LINES)
def test_every_command_line_in_a_readme_is_understood(name: str, line: str) -> None:
    words = shlex.split(line.partition("tuibrowser")[2])
    if {"--help", "--version"} & set(words):
        with pytest.raises(SystemExit) as stop:
            build_parser().parse_args(words)
        assert not stop.value.code
    else:
        assert (build_parser().parse_args(words).command or "") in _parsers()


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize("command", sorted(set(_parsers()) - {""}))
def test_every_command_is_shown(name: str, command: str) -> None:
    shown = [line for line in _said(name) if re.search(rf"\btuibrowser .*\b{command}\b", line)]
    assert shown, f"{name} shows no `tuibrowser {command}`"


@pytest.mark.parametrize("command", sorted(_parsers()))
def test_every_option_is_explained(command: str) -> None:
    words = {word for line in _said("README.zh.md") for word in line.split()}
    for action in _parsers()[command]._actions:
        missing = [option for option in action.option_strings if option not in words]
        assert not missing, f"tuibrowser {command}: {missing} are not in README.zh.md"


def test_every_word_a_person_can_choose_is_explained() -> None:
    said = _readme("README.zh.md")
    for word in (*KIND_WORDS.values(), *STATE_LABELS.values(), *SUFFIXES):
        assert word in said, word


def test_the_help_of_index_names_every_suffix_that_is_read() -> None:
    (index,) = [command for command in table.COMMANDS if command.name == "index"]
    named = re.findall(r"\.[a-z]+", " ".join(index.notes))
    assert sorted(named) == sorted(SUFFIXES)


def test_every_list_of_words_that_a_person_can_add_to_is_named() -> None:
    code = [path.read_text(encoding="utf-8") for path in LEXICON.glob("*.py")]
    own = "\n".join(it for it in code if "own_file(" in it or "_own_lines(" in it)
    named = {f"{name}.toml" for name in re.findall(r'"(\w+)"', own)}
    named |= set(re.findall(r'"(\w+\.\w+)"', own))
    added = {path.name for path in LEXICON.iterdir()} & named
    assert len(added) > 10
    assert added - set(_INLINE.findall(_readme("README.zh.md"))) == set()


def _keys(command: Command) -> str:
    return " ".join(f"`{readable(key)}`" for key in command.keys)


def _keys_in_markdown() -> str:
    """The chapter on keys as the command table has it, one table a screen."""
    chapters = []
    titles = {"app": "所有界面"} | {spec.name: spec.title for spec in REGISTRY.specs}
    for screen, commands in groupby(REGISTRY.commands, key=lambda it: it.id.partition(".")[0]):
        rows = [f"| {_keys(each)} | {each.label} | {each.help} |" for each in commands]
        head = [f"### {titles[screen]}", "", "| 键 | 命令 | 作用 |", "|---|---|---|"]
        chapters.append("\n".join([*head, *rows]))
    return "\n\n".join(chapters)


def test_the_tables_of_keys_are_the_command_table() -> None:
    (shown,) = _KEYS.findall(_readme("README.zh.md"))
    assert shown == _keys_in_markdown(), "python -m tests.test_docs writes them"


def test_the_english_readme_names_only_keys_that_exist() -> None:
    keys = {readable(key) for command in REGISTRY.commands for key in command.keys}
    (table,) = re.findall(
        r"^\| keys? \|.*?(?=\n\n)", _readme("README.md"), re.MULTILINE | re.DOTALL
    )
    shown = {key for line in table.splitlines()[2:] for key in _INLINE.findall(line.split("|")[1])}
    assert shown
    assert shown <= keys, shown - keys


@pytest.mark.parametrize("name", READMES)
def test_every_make_target_is_shown_and_exists(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    shown = {line.split()[1] for line in _said(name) if re.match(r"make [a-z]", line)}
    assert shown == set(phony.split())


@pytest.mark.parametrize("name", [*READMES, "CHANGELOG.md", "db/README.md", "fixtures/README.md"])
def test_links_lead_somewhere(name: str) -> None:
    for target in _LINK.findall(_readme(name)):
        assert ((ROOT / name).parent / target).exists(), f"{name} links to {target}"


def test_the_readmes_begin_with_the_two_commands_and_a_picture() -> None:
    for name in READMES:
        beginning = _readme(name)[:1500]
        assert -1 < beginning.find("make run") < beginning.find("make test")
        assert "docs/compare.svg" in beginning


if __name__ == "__main__":
    readme = _KEYS.sub(lambda _: _keys_in_markdown(), _readme("README.zh.md"))
    (ROOT / "README.zh.md").write_text(readme, encoding="utf-8")
