"""What is remarked in the sample reports: each was read, and each remark is so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuibrowser.indexing.draft import read_draft
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.review import review

_ROOT = Path(__file__).parents[3]
_REAL = _ROOT.parent / "shared" / "reports"

_SAMPLES = {
    "linhu-shigutan-2024": [("missing_part", "不足和原因")],
    "linhu-wutong-2023": [("no_signature", "署名")],
    "qingtang-baishiqiao-2022": [("missing_part", "不足和原因")],
    "qingtang-liuxi-2021": [("not_own_part", "第一责任人")],
    "qingtang-liuxi-2023": [("sum", "52＋38＋40＝130，合计写为120件")],
    "qingtang-wanghe-2022": [("not_own_part", "第一责任人")],
    "hefeng-shageng-2022": [("no_figures", "第一责任人")],
}
_OF_REAL = {
    "000": [("no_signature", "署名")],
    "002": [("missing_part", "第一责任人"), ("dated_event", "2021年")],
    "003": [("unit_type", "全乡")],
    "004": [("no_signature", "署名")],
}


@pytest.mark.parametrize(
    "path",
    [*(_ROOT / "fixtures/reports").glob("*.txt"), *(_ROOT / "fixtures/held/reports").glob("*.txt")],
    ids=lambda path: path.stem,
)
def test_nothing_else_is_remarked_in_the_samples(path: Path) -> None:
    """Only what a reader finds there, too."""
    _assert_remarked(path, _SAMPLES.get(path.stem, []))


@pytest.mark.skipif(not _REAL.is_dir(), reason="the real reports are not here")
@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_nothing_else_is_remarked_in_real_reports(number: str) -> None:
    """Only what a reader finds there, too."""
    _assert_remarked(next(_REAL.glob(f"{number}_*.txt")), _OF_REAL.get(number, []))


def _assert_remarked(path: Path, expected: list[tuple[str, str]]) -> None:
    findings = review(Material(read_draft(path)))
    assert [finding.kind for finding in findings] == [kind for kind, _ in expected]
    for finding, (_, words) in zip(findings, expected, strict=True):
        assert words in finding.says
