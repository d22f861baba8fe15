"""The pages for those who work on it name only what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(
    [ROOT / f"{name}.md" for name in ("ARCHITECTURE", "CONTRIBUTING", "SECURITY")]
    + [*(ROOT / "docs").glob("*.md")]
)

_SAID = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)\)")
_TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
_TOP = {path.name for path in ROOT.iterdir()}
_NAME = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)*")


def said(page: Path) -> list[str]:
    return _SAID.findall(page.read_text("utf-8"))


def test_there_are_pages() -> None:
    assert len(PAGES) > 5


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_is_there(page: Path) -> None:
    named = {it for it in said(page) if it.split("/")[0] in _TOP}
    gone = {it for it in named if not any(ROOT.glob(it.rstrip("/")))}
    assert not gone


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(page.read_text("utf-8")):
        assert (page.parent / link).is_file(), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_class_is_one(page: Path) -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "tuibrowser").rglob("*.py"))
    named = {it for it in said(page) if _NAME.fullmatch(it)}
    assert {it for it in named if not re.search(rf"^class {it}\b", source, re.MULTILINE)} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_is_one(page: Path) -> None:
    targets = set(_TARGET.findall((ROOT / "Makefile").read_text("utf-8")))
    named = {
        word
        for it in said(page)
        if it.startswith("make ")
        for word in re.findall(r"make ([a-z-]+)", it)
    }
    assert named <= targets


def test_every_package_is_on_the_page_of_the_floors() -> None:
    packages = {path.parent.name for path in (ROOT / "tuibrowser").glob("*/__init__.py")}
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    assert {it for it in packages if f"`tuibrowser/{it}/`" not in page} == set()
