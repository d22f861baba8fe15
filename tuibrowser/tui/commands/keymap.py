"""Keys that a person chose, checked against the command table before Textual sees them.

Textual drops what it does not know without a word, and of two commands with one key one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from textual.keys import Keys

from tuibrowser.state.keymap import KeymapUnread, load_keymap
from tuibrowser.text.fold import fold
from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.registry import REGISTRY, command
from tuibrowser.tui.terminal.keys import readable, twins

Keymap = dict[str, tuple[str, ...]]
"""Keys by command id, as Textual names them."""

_NAMES: Final = {
    **{key.value: key.value for key in Keys if "+" not in key.value},
    **{readable(key.value).lower(): key.value for key in Keys if "+" not in key.value},
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "空格": "space",
}
"""What a person may write for a key that is no character, lower case: both ways."""
_MODIFIERS: Final = ("ctrl", "alt", "shift")


def checked(wanted: Mapping[str, Iterable[str]]) -> tuple[Keymap, list[str]]:
    """The part of ``wanted`` that can be had.

    Args:
        wanted: Keys by command id, as they were written.

    Returns:
        The keymap, and one sentence for each entry that is left out of it, with the reason.
    """
    found: Keymap = {}
    complaints: list[str] = []
    ids = {each.id for each in REGISTRY.commands}
    for id_, written in wanted.items():
        names = {key: _named(key) for key in written}
        unknown = [key for key, name in names.items() if name is None]
        keys = tuple(name for name in names.values() if name is not None)
        if id_ not in ids:
            complaints.append(f"按键设置：没有“{id_}”这个命令，名称见帮助的另一页")
        elif unknown:
            complaints.append(
                f"按键设置：“{id_}”的键“{unknown[0]}”不认识，可写一个字符，"
                "或写 Ctrl+Z、F5、PgDn 这样的名称"
            )
        elif typed := _typed(command(id_), keys):
            complaints.append(f"按键设置：“{id_}”用在输入文字时，不能设为“{readable(typed[0])}”")
        else:
            found[id_] = keys
    return _without_conflicts(found, complaints), complaints


def take_chosen(say: Callable[[str], object]) -> Keymap:
    """Put the keys a person chose into force, as far as they can be had.

    Args:
        say: Is told what cannot, a sentence each.
    """
    try:
        wanted = load_keymap(say)
    except KeymapUnread as reason:
        say(str(reason))
        wanted = {}
    keymap, complaints = checked(wanted)
    for complaint in complaints:
        say(complaint)
    REGISTRY.use_keys(keymap)
    return keymap


def for_textual(keymap: Keymap) -> dict[str, str]:
    """``keymap`` as ``App.set_keymap`` takes it, each key with its full-width twins."""
    return {
        id_: ",".join(twin for key in keys for twin in (_long(key), *map(_long, twins(key))))
        for id_, keys in keymap.items()
    }


def _without_conflicts(found: Keymap, complaints: list[str]) -> Keymap:
    """Leave out, one after the other, what takes a key from a command that keeps it."""
    kept = dict(found)
    for id_ in found:
        rival = next(
            (
                other
                for other in REGISTRY.commands
                if other.id != id_
                and _meet(id_, other.id)
                and set(kept[id_]) & set(kept.get(other.id, other.keys))
                # What the table itself has so is meant: 检索 takes / for itself.
                and not set(kept[id_]) <= set(command(id_).keys)
            ),
            None,
        )
        if rival is not None:
            (key, *_) = set(kept.pop(id_)) & set(kept.get(rival.id, rival.keys))
            complaints.append(
                f"按键设置：“{readable(key)}”已用于“{rival.label}”，"
                f"“{command(id_).label}”（{id_}）仍用原来的键"
            )
    return kept


def _meet(one: str, other: str) -> bool:
    """Whether the keys of both commands act at the same place."""
    names = {spec.name for spec in REGISTRY.places(one)}
    return any(spec.name in names for spec in REGISTRY.places(other))


def _named(written: str) -> str | None:
    """The key as Textual names it, single characters as they are; ``None`` if there is none."""
    if len(written) == 1:
        # Folding would make a capital small, and it is another key.
        key = fold(written)
        key = key.upper() if written.upper() == written and key != written else key
        key = written if "!" <= written <= "~" else key
        return "space" if written in " \u3000" else key if "!" <= key <= "~" else None
    *modifiers, last = [part.strip() for part in written.lower().split("+")]
    if any(it not in _MODIFIERS for it in modifiers):
        return None
    name = last if len(last) == 1 and last.isalnum() and modifiers else _NAMES.get(last)
    return None if name is None else "+".join([*modifiers, name])


def _typed(each: Command, keys: Iterable[str]) -> list[str]:
    """Which of ``keys`` would be text where ``each`` acts; one that acts elsewhere, too, only needs
    one that is not."""
    typed = [key for key in keys if len(key) == 1 or key == "space"]
    typing = [spec.typing for spec in REGISTRY.places(each.id)]
    if all(typing) or (any(typing) and set(keys) <= set(typed)):
        return typed
    return []


def _long(key: str) -> str:
    # Textual splits at commas before it looks at names.
    return {",": "comma", "，": "fullwidth_comma"}.get(key, key)
