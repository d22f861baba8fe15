"""What a terminal says by itself: late, unasked, in pieces. None of it is a key."""

from __future__ import annotations

from random import Random
from typing import Final

from terminals import Terminal

from attack.screens import browser, hold_untouched, leave
from attack.site import HOME_SCREEN, Ground, Site

_REPLIES: Final = (
    "\x1b[?62;22c",  # what it is: DA1
    "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
    "\x1b[>41;354;0c",  # which version: DA2
    "\x1b[>0;276;0c",
    "\x1bP!|7E565445\x1b\\",  # DA3
    "\x1bP>|XTerm(379)\x1b\\",  # XTVERSION
    "\x1bP>|WezTerm 20240203-110809-5046fc22\x1b\\",
    "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",  # its colours
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x07",
    "\x1b]12;rgb:0000/ffff/0000\x1b\\",
    "\x1b]4;15;rgb:eeee/eeee/eeee\x07",
    "\x1b]52;c;cXF4ZQ==\x07",  # its clipboard
    "\x1b]52;p;5rOV5rK7\x1b\\",
    "\x1b]lqueer\x1b\\",  # its title
    "\x1b]Lxterm\x1b\\",
    "\x1b[?0u",  # Kitty's keyboard
    "\x1b[?31u",
    "\x1b_Gi=31;OK\x1b\\",  # Kitty's graphics
    "\x1b_Gi=1,I=2;ENOENT:no such file\x1b\\",
    "\x1b[?2026;2$y",  # a mode: DECRPM
    "\x1b[?1006;1$y",
    "\x1b[?2027;0$y",
    "\x1b[4;2$y",
    "\x1b[12;40R",  # where the cursor is
    "\x1b[?12;40;1R",
    "\x1b[8;30;100t",  # its size
    "\x1b[4;480;800t",
    "\x1b[6;16;8t",
    "\x1b[9;30;100t",
    "\x1b[48;30;100;480;800t",
    "\x1b[0n",  # that it is well
    "\x1b[?13n",
    "\x1b[?997;1n",  # that it is dark now, or light
    "\x1b[?997;2n",
    "\x1bP1$r0m\x1b\\",  # a setting: DECRQSS
    "\x1bP1$r2 q\x1b\\",
    "\x1bP0+r\x1b\\",  # a capability: XTGETTCAP
    "\x1bP1+r544e=787465726d2d323536636f6c6f72\x1b\\",
    "\x1bP1!~0000\x1b\\",
    "\x1b[?1;2;256S",  # graphics: XTSMGRAPHICS
    "\x1b[2;2;1;112;112;1;0x",  # parameters: DECREPTPARM
    "\x1b[I",  # that it has the focus
    "\x1b[O",
    "\x1b[I\x1b[O\x1b[I",
    "\x1b[200~xqe/\r\x1b[201~",  # what was pasted
    "\x1b[200~\x1b[201~",
    "\x1b[200~一行\n第二行\x1b[201~",
    "\x1b[113;1:3u",  # that q was let go of
    "\x1b[<35;10;5M",  # that the mouse moved
    "\x1b[<0;10;5m",
    "\x1bXq\x1b\\",  # strings that mean nothing
    "\x1b^x\x1b\\",
    "\x9b?62;22c",  # in one character each
    "\x9d11;rgb:0000/0000/0000\x9c",
)
"""Many hold letters that are commands of the browser."""


def attempt(site: Site, ground: Ground, dice: Random, number: int) -> None:
    """Send replies, whole or cut anywhere, in between keys; nothing may happen."""
    if number < 2:
        replies = list(_REPLIES)
    elif number - 2 < len(_REPLIES) * 2:
        replies = [_REPLIES[(number - 2) // 2]]
    else:
        replies = dice.choices(_REPLIES, k=dice.randrange(1, 12))
    cut = number % 2 == 1
    dice.shuffle(replies)
    site.doing = f"replies {'cut at each byte' if cut else 'whole'}: {replies}"[:300]
    with browser(site) as terminal:
        for reply in replies:
            send(terminal, reply.encode(), cut)
            terminal.taken()
            if dice.random() < 0.2:
                terminal.type("?")
                terminal.expect("翻看")
                send(terminal, dice.choice(replies).encode(), cut)
                terminal.taken()
                terminal.type("q")
                terminal.expect(HOME_SCREEN)
        leave(terminal)
    hold_untouched(site, ground)


def send(terminal: Terminal, data: bytes, cut: bool) -> None:
    """Send ``data`` at once or, each byte read by itself, as a slow line does."""
    for at in range(len(data) if cut else 0):
        terminal.type(data[at : at + 1])
        terminal.taken()
    if not cut:
        terminal.type(data)
