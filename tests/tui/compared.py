"""What tests of the compare screen look at."""

from __future__ import annotations

from finding import until
from textual.pilot import Pilot

from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.pages.page import Page
from tuibrowser.tui.widgets.notices import Notices


def names(app: BrowserApp) -> list[str]:
    """The open reports, left to right."""
    return [f"{report.issuer}{report.year}" for report in app.home.opened.reports]


def tops(app: BrowserApp) -> list[int]:
    """Where the windows really are, as against where the view says."""
    return [it.top for it in app.home.query(Page) if it.display]


def said(app: BrowserApp) -> list[str]:
    """The sentences that are shown for a while, on whichever screen."""
    notices = (it for screen in app.screen_stack for it in screen.query(Notices))
    return [sentence for each in notices for sentence in each.sentences]


async def press_and_read(pilot: Pilot[None], app: BrowserApp, *keys: str) -> None:
    """Press ``keys``, the last of which has a file read, and wait for that."""
    await pilot.press(*keys)
    await until(pilot, lambda: not app.home._drafts.reading)
