"""The compare screen as it must look; the reports are made by hand, so only drawing can change it.

``pytest tests/tui/test_compare_pictures.py --snapshot-update`` takes new pictures after a change
that was meant; look at them before committing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import made
import pytest
from handmade import Draft, plain

from tuibrowser.model.report import Report
from tuibrowser.tui.app import BrowserApp

Picture = Callable[..., bool]


def short_of_sections() -> Report:
    """Has the leader's duty inside its results, and nothing of what went wrong or comes next."""
    draft = Draft("丙乡", 2022).title("丙乡2022年依法行政工作总结")
    draft.head("一、", "工作开展情况", "measures_results")
    draft.head("（一）", "压实第一责任人职责", "leader_duty", "duty", level=2)
    draft.measure("乡党委书记主持学法7次，参加42人次。", "duty").figure("7次", 7, "次")
    draft.head("（二）", "践行“枫桥经验”，化解矛盾纠纷", "measures_results", "mediation", level=2)
    draft.measure("“说事亭”调解纠纷40件，成功率95.5%；", "mediation").figure("40件", 40, "件")
    draft.measure("[附件1]所列积案[x=1]全部化解。", "mediation", gap="")
    draft.add("furniture", "打印 关闭")
    return draft.report()


@pytest.fixture
def app(tmp_path: Path) -> BrowserApp:
    reports = [plain("甲镇", repeat=3), plain("乙镇", 2023, repeat=1), short_of_sections()]
    library = made.library(tmp_path / "library.sqlite3", reports)
    return BrowserApp(library, ("甲镇@2023", "丙乡@2022", "乙镇@2023"))


def test_by_part_on_a_small_screen(app: BrowserApp, snap_compare: Picture) -> None:
    assert snap_compare(app, terminal_size=(80, 24), press=["]"])


def test_by_theme_with_figures(app: BrowserApp, snap_compare: Picture) -> None:
    assert snap_compare(app, terminal_size=(120, 40), press=["r", "d", "n", "n"])


def test_by_part_with_what_the_others_lack(app: BrowserApp, snap_compare: Picture) -> None:
    assert snap_compare(app, terminal_size=(120, 40), press=["d", "d", "tab", "n", "n"])


def test_choosing_a_report(app: BrowserApp, snap_compare: Picture) -> None:
    assert snap_compare(app, terminal_size=(80, 24), press=["a", "down", "tab"])
