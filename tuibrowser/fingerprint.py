"""A value for what a module does: another one whenever its code or a table it names changes.

What was stored is made anew when the rules that made it change, and only then: a docstring, a
comment or a line break must not have 400,000 reports parsed again. So the syntax tree is what
counts, of the module and of all that it imports, and the bytes of the data files they name.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parent
_NOTED: Final = frozenset({ast.Constant, ast.Import, ast.ImportFrom, ast.Expr, ast.If})
_CONTEXTS: Final = frozenset({ast.Load, ast.Store, ast.Del})
"""Whether a name is read or given a value, which its place tells."""


def fingerprint(module: str, within: Sequence[str], root: Path = _ROOT) -> str:
    """A hex digest of everything that decides what ``module`` does.

    Args:
        module: Dotted name below the package, such as ``parsing.understand``.
        within: Beginnings of dotted names; other modules that are imported do not count.
        root: Folder of the package.
    """
    digest = sha256()
    waiting, seen = [module], {module}
    parts: dict[str, str] = {}
    while waiting:
        name = waiting.pop()
        file = _file(root, name)
        if file is None:
            continue
        tree = _tree(file, root.name)
        parts[name] = tree.digest
        for imported in tree.imports:
            if imported not in seen and _is_within(imported, within):
                seen.add(imported)
                waiting.append(imported)
        for table in _tables(file.parent):
            # A module says a table's name with its suffix or adds that itself.
            if table.name in tree.words or table.stem in tree.words:
                key = f"{table.relative_to(root)}"
                parts[key] = sha256(table.read_bytes()).hexdigest()
    for name in sorted(parts):
        digest.update(f"{name} {parts[name]}\n".encode())
    return digest.hexdigest()


def _is_within(module: str, within: Sequence[str]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in within)


def _file(root: Path, module: str) -> Path | None:
    path = root.joinpath(*module.split("."))
    choices = (path.with_name(f"{path.name}.py"), path / "__init__.py")
    return next((choice for choice in choices if choice.is_file()), None)


@cache
def _tables(folder: Path) -> tuple[Path, ...]:
    """The data files of a package: beside its modules, and in folders that hold no modules."""
    found: list[Path] = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            found.append(path)
        elif path.is_dir() and path.name != "__pycache__" and not any(path.glob("*.py")):
            found += (file for file in sorted(path.rglob("*")) if file.is_file())
    return tuple(found)


@cache
def _tree(file: Path, package: str) -> _Tree:
    """Many ask for the same modules; those of a running program do not change."""
    return _Tree(file, package)


class _Tree:
    """One module: what it imports, the words it holds, and a digest of its code."""

    def __init__(self, file: Path, package: str) -> None:
        self._package = package
        self.imports: set[str] = set()
        self.words: set[str] = set()
        self._said: list[str] = []
        self._express(ast.parse(file.read_bytes()))
        said = "\n".join(self._said)
        self.digest = sha256(said.encode("utf-8", "surrogatepass")).hexdigest()

    def _express(self, node: ast.AST) -> None:
        """Add the tree as words. What is empty is left out: Python versions differ in that."""
        kind = node.__class__
        if kind in _NOTED and self._is_idle(node):
            return
        say = self._said.append
        say(kind.__name__)
        fields = node.__dict__
        for name in kind._fields:
            value = fields.get(name)
            of = value.__class__
            if value is None or of in _CONTEXTS:
                continue
            if of is list:
                if value:
                    say(f"{name}[")
                    for one in value:
                        if isinstance(one, ast.AST):
                            self._express(one)
                        else:
                            say(repr(one))
                    say("]")
            elif of is not str and isinstance(value, ast.AST):
                say(name)
                self._express(value)
            else:
                say(f"{name}={value!r}")

    def _is_idle(self, node: ast.AST) -> bool:
        """Whether a node of ``_NOTED`` does nothing when the program runs: a docstring, an import
        of types; of others what counts besides is noted."""
        if isinstance(node, ast.Constant):
            if node.value.__class__ is str:
                self.words.add(node.value)
        elif isinstance(node, ast.Import):
            self._import(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            self._import((node.module, *names))
        elif isinstance(node, ast.Expr):
            return isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        elif isinstance(node, ast.If):
            return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        return False

    def _import(self, names: Iterable[str]) -> None:
        own = f"{self._package}."
        self.imports |= {name.removeprefix(own) for name in names if name.startswith(own)}
