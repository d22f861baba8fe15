"""The keys by which one gets about in any list, made in one way for all."""

from __future__ import annotations

from tuibrowser.tui.commands.command import Command


def step_keys(  # noqa: PLR0913  (a command has as many words)
    screen: str,
    unit: str,
    whole: str = "",
    *,
    verb: str = "到",
    short: str = "选择",
    footer: int | None = None,
    letters: bool = True,
    of: str = "",
) -> tuple[Command, Command]:
    """The commands ``next`` and ``previous``, which call ``action_move``.

    Args:
        screen: The beginning of their ids.
        unit: What one step is, 条: 下一条.
        whole: What one step is in the sentence of help, where that says more.
        verb: What a step does, in the sentence of help.
        short: What the footer says.
        footer: Place in the footer; ``None`` keeps them out.
        letters: Whether ``j`` and ``k`` are keys, too; not where letters are text.
        of: The namespace of the action, ``screen.`` where a widget has the keys.
    """
    down, up = (("down", "j"), ("up", "k")) if letters else (("down",), ("up",))
    return (
        Command(
            f"{screen}.next",
            down,
            f"下一{unit}",
            f"{verb}下一{whole or unit}",
            f"{of}move(1)",
            footer=footer,
            short=short if footer else "",
            pair=f"{screen}.previous",
        ),
        Command(
            f"{screen}.previous",
            up,
            f"上一{unit}",
            f"{verb}上一{whole or unit}",
            f"{of}move(-1)",
        ),
    )


def page_keys(
    screen: str, *, letters: bool = True, of: str = "", pair: bool = False
) -> tuple[Command, Command]:
    """The commands ``page_down`` and ``page_up``, which call ``action_page``.

    Args:
        screen: The beginning of their ids.
        letters: Whether the space bar and ``b`` are keys, too; not where these are text.
        of: The namespace of the action, ``screen.`` where a widget has the keys.
        pair: Whether help shows both in one row.
    """
    down, up = (("pagedown", "space"), ("pageup", "b")) if letters else (("pagedown",), ("pageup",))
    return (
        Command(
            f"{screen}.page_down",
            down,
            "下移一屏",
            "下移一屏",
            f"{of}page(1)",
            pair=f"{screen}.page_up" if pair else None,
        ),
        Command(f"{screen}.page_up", up, "上移一屏", "上移一屏", f"{of}page(-1)"),
    )
