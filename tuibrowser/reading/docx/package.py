"""The parts of a Word document, found by their relationships and not by their names."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Final
from xml.etree.ElementTree import Element

from tuibrowser.reading.refused import Refused

_USUAL_MAIN: Final = "word/document.xml"
_NO_BODY: Final = "文件中没有正文，请用 Word 或 WPS 打开并另存一份后再试"


class Package:
    """An open package."""

    def __init__(self, tree: Callable[[str], Element | None]) -> None:
        """Find the main part.

        Args:
            tree: Gives the part of a name, with ``r:…`` for attributes of relationships.

        Raises:
            Refused: there is none, or it is damaged.
        """
        self._tree = tree
        top = self._relations("")
        self._main = top.get("officeDocument", _USUAL_MAIN)
        self._below = self._relations(self._main)
        self._core = top.get("core-properties")
        root = self._tree(self._main)
        body = None if root is None else root.find("body")
        if body is None:
            raise Refused(_NO_BODY)
        self.body: Element = body
        """What the document says."""

    def related(self, kind: str) -> Element | None:
        """The part that the main part names as its ``styles``, ``numbering``, …"""
        name = self._below.get(kind)
        return None if name is None else self._tree(name)

    @property
    def title(self) -> str | None:
        """The title among the properties of the file; often one of a template."""
        if self._core is None:
            return None
        try:
            root = self._tree(self._core)
        except Refused:
            return None
        return None if root is None else (root.findtext("title") or "").strip() or None

    def _relations(self, source: str) -> dict[str, str]:
        """Of each kind of relationship of ``source`` the part in this package that it leads to."""
        folder, name = posixpath.split(source)
        root = self._tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, str] = {}
        for relation in () if root is None else root.iter("Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            found.setdefault(relation.get("Type", "").rpartition("/")[2], target)
        return found
