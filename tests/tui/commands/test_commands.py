"""The one command table: no key means two things, no word is foreign, no footer is too long."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from cases import for_each
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.commands.screen_spec import ScreenSpec
from tuibrowser.tui.table import REGISTRY, SPECS
from tuibrowser.tui.terminal.keys import is_han, readable, twins

COMMANDS = REGISTRY.commands
KEYS = {"Ctrl+C", "Esc", "Enter", "Tab", "fg"}


def test_ids_are_unique() -> None:
    assert max(Counter(each.id for each in COMMANDS).values()) == 1


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_no_key_means_two_things_on_a_screen(spec: ScreenSpec) -> None:
    for commands in (spec.commands, REGISTRY.general(spec)):
        taken = Counter(
            key for binding in bindings(commands) for key in getattr(binding, "key", "").split(",")
        )
        assert [key for key, count in taken.items() if count > 1] == []


@for_each("each", COMMANDS)
def test_words_are_chinese(each: Command) -> None:
    for words in (each.label, each.help, each.short):
        latin = set(re.findall(r"[A-Za-z+]+", words)) - KEYS
        assert latin == set()


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_footers_have_at_most_six_keys_that_work_there(spec: ScreenSpec) -> None:
    offered = footer(spec)
    assert len(offered) <= 6
    general = [] if spec.hides_app else REGISTRY.general(spec)
    reachable = {each.shown for each in (*REGISTRY.own(spec), *general)}
    for each in offered:
        assert each.short or each.label
        assert each.shown in reachable


def test_pairs_name_each_other_s_opposite() -> None:
    for each in COMMANDS:
        if each.pair is not None:
            assert REGISTRY.places(each.pair) == REGISTRY.places(each.id)
    with pytest.raises(KeyError):
        command("no.such")


@pytest.mark.parametrize(
    ("key", "twin"),
    [("]", "】"), ("[", "【"), ("<", "《"), (">", "》"), ("/", "、"), ("/", "／"), ("?", "？"),
     (":", "："), ("'", "‘"), ("a", "ａ"), ("T", "Ｔ"), ("1", "１"),
     ("space", "ideographic_space")],
)  # fmt: skip
def test_full_width_twins(key: str, twin: str) -> None:
    assert twin in twins(key)


@pytest.mark.parametrize("key", ["ctrl+p", "down", "escape", "tab", "shift+tab"])
def test_keys_without_a_character_have_no_twin(key: str) -> None:
    assert twins(key) == ()


@given(st.sampled_from([chr(code) for code in range(0x21, 0x7F)]))
def test_no_two_keys_share_a_twin(key: str) -> None:
    others = [chr(code) for code in range(0x21, 0x7F) if chr(code) != key]
    assert not set(twins(key)) & {twin for other in others for twin in twins(other)}


@pytest.mark.parametrize(
    ("key", "shown"),
    [("ctrl+p", "Ctrl+P"), ("shift+tab", "Shift+Tab"), ("down", "↓"), ("escape", "Esc"),
     ("pagedown", "PgDn"), ("]", "]"), ("space", "空格"), ("ctrl+down", "Ctrl+↓")],
)  # fmt: skip
def test_keys_as_people_read_them(key: str, shown: str) -> None:
    assert readable(key) == shown


def test_what_counts_as_chinese_input() -> None:
    assert is_han("搜")
    assert is_han("𠮷")
    assert not any(map(is_han, "aａ】、？1"))
