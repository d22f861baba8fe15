"""Which program this is and what comes with it."""

from __future__ import annotations

from pathlib import Path


def version() -> str:
    """The installed version; ``0`` in a checkout that was never installed."""
    from importlib import metadata  # noqa: PLC0415  (8 ms, and the browser does not ask)

    try:
        return metadata.version("tuibrowser")
    except metadata.PackageNotFoundError:
        return "0"


def samples() -> Path:
    """Folder of the sample reports: in the package, or ``fixtures/`` beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "_samples"
    return packaged if packaged.is_dir() else package.parent / "fixtures" / "reports"
