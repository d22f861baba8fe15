"""Single changes of a package against its own tests: what survives, no test holds.

    make mutate package=compare [count=40] [seed=1]

Each change (a comparison turned, a number one more, a condition negated, a statement left out) is
made in a copy of the project, and the tests of the package run there until one fails. A survivor is
a line that no test of its room needs: write the test, or delete the line.
"""

from __future__ import annotations

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parents[1]
_COPIED: Final = ("tuibrowser", "tests", "db", "fixtures", "benchmarks", "pyproject.toml")
_PATIENCE: Final = 600
"""Seconds for the tests of one change; one that makes them endless is found, too."""

_TURNED: Final[dict[type[ast.cmpop], str]] = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One change of one file."""

    path: Path
    line: int
    start: int
    end: int
    """Offsets into the source that ``text`` replaces."""
    text: str

    def made(self, source: str) -> str:
        """The source with the change in it."""
        return source[: self.start] + self.text + source[self.end :]

    def described(self, source: str) -> str:
        """Where it is and what becomes what."""
        before = " ".join(source[self.start : self.end].split())
        return f"{self.path.relative_to(_ROOT)}:{self.line}: {before[:60]} -> {self.text[:60]}"


def changes(path: Path) -> Iterator[Change]:
    """Every change that is tried on a module."""
    source = path.read_text("utf-8")
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line.encode()))
    data = source.encode()

    def at(line: int, column: int) -> int:
        return len(data[: starts[line - 1] + column].decode())

    for node in ast.walk(ast.parse(source)):
        if not hasattr(node, "lineno") or not isinstance(node, ast.expr | ast.stmt):
            continue
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start, end = at(node.lineno, node.col_offset), at(node.end_lineno, node.end_col_offset)
        for text in _instead(node, source[start:end]):
            yield Change(path, node.lineno, start, end, text)


def _instead(node: ast.expr | ast.stmt, written: str) -> Iterator[str]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _TURNED:
            yield f"({ast.unparse(left)} {_TURNED[type(op)]} {ast.unparse(right)})"
        case ast.Constant(value=int() as value) if not isinstance(value, bool):
            yield str(value + 1)
        case ast.Constant(value=bool() as value):
            yield str(not value)
        case ast.BoolOp(op=op, values=values):
            word = " or " if isinstance(op, ast.And) else " and "
            yield f"({word.join(f'({ast.unparse(it)})' for it in values)})"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield f"({ast.unparse(operand)})"
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield f"({ast.unparse(orelse)} if {ast.unparse(test)} else {ast.unparse(body)})"
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield f"({ast.unparse(left)} - {ast.unparse(right)})"
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Continue() | ast.Break():
            if "\n" not in written:
                yield "pass"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("package", help="such as compare, or text/fold.py")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    target = _ROOT / "tuibrowser" / options.package
    files = [target] if target.is_file() else sorted(target.rglob("*.py"))
    tests = Path("tests", *Path(options.package).parts[:1])
    everything = [change for path in files for change in changes(path)]
    tried = random.Random(options.seed).sample(everything, min(options.count, len(everything)))
    survivors = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in _COPIED:
            source = _ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / name)
        if not _tests_pass(copy, tests):
            sys.exit(f"{tests} fails as it is")
        for change in sorted(tried, key=lambda it: (it.path, it.line)):
            place = copy / change.path.relative_to(_ROOT)
            source_text = change.path.read_text("utf-8")
            place.write_text(change.made(source_text), "utf-8")
            if _tests_pass(copy, tests):
                survivors += 1
                print(change.described(source_text), flush=True)
            place.write_text(source_text, "utf-8")
    print(f"{survivors} of {len(tried)} changes survived ({len(everything)} possible)")


def _tests_pass(copy: Path, tests: Path) -> bool:
    command = [
        sys.executable,
        "-m",
        "pytest",
        str(tests),
        "-x",
        "-q",
        "-n0",
        "-p",
        "no:cacheprovider",
    ]
    try:
        done = subprocess.run(
            command, cwd=copy, capture_output=True, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    main()
