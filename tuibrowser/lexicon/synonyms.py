"""The list of synonyms: ``synonyms.toml`` of this folder, and a person's own before it.

Only ``index`` reads it and notes it in the library, so that searching opens no file. It is no part
of ``Lexicon.version``: another list changes no report.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from tuibrowser.lexicon.load import LexiconError, toml_fault
from tuibrowser.locations import config_home
from tuibrowser.model.search import SynonymGroup

_SHIPPED = Path(__file__).with_name("synonyms.toml")


@cache
def load_synonyms() -> tuple[SynonymGroup, ...]:
    """The groups of both files, a person's first.

    Raises:
        LexiconError: a person's file is not TOML, or not of the shape of ours.
    """
    own = config_home() / "lexicon" / _SHIPPED.name
    groups = _groups(tomllib.loads(_SHIPPED.read_text(encoding="utf-8")))
    try:
        return _groups(tomllib.loads(own.read_bytes().decode())) + groups
    except (FileNotFoundError, NotADirectoryError):
        return groups
    except OSError:
        raise LexiconError(f"自备词表 {own} 无法读取，请检查权限或移走") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(
            f"自备词表 {own} 不是有效的 TOML（{toml_fault(error)}），请修改或移走"
        ) from None
    except (KeyError, TypeError, AttributeError):
        raise LexiconError(
            f"自备词表 {own} 内容有误，每组应写作 [[group]] 和 "
            'words = ["举措", "措施"]，请修改或移走'
        ) from None


def _groups(raw: dict[str, Any]) -> tuple[SynonymGroup, ...]:
    return tuple(
        SynonymGroup(_words(group["words"]), _words(group.get("within", [])))
        for group in raw["group"]
    )


def _words(listed: Any) -> tuple[str, ...]:
    if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
        raise TypeError
    return tuple(listed)
