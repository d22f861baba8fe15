"""Who speaks to whom stands between title and text and heads nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.model.report import Report

Parsed = Callable[[str], Report]

TITLE = "芦溪县人民政府关于2024年法治政府建设情况的报告"
BODY = "一、主要举措和成效\n(一)规范执法\n抽查案卷40卷。\n"


@pytest.mark.parametrize(
    "speaker",
    [
        "县委副书记、县长 某某", "县委常委、常务副县长 某某", "局党组书记、局长 某某某",
        "办事处党工委委员、副主任 某某", "县委依法治县办副主任、县司法局局长 某某",
        "县政府党组成员、县司法局党组书记、局长 某某",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "opening",
    [
        "下面,我就县里的法治政府建设工作作简要汇报。",
        "受县人民政府委托,我向会议报告法治政府建设工作,请予审议。",
    ],
)
def test_a_speaker_of_several_posts_is_no_heading(
    speaker: str, opening: str, parsed: Parsed
) -> None:
    report = parsed(f"{TITLE}\n{speaker}\n尊敬的各位领导、同志们:\n{opening}\n{BODY}")
    assert [it.title for it in report.sections] == ["主要举措和成效", "规范执法"]
    assert report.title == TITLE


def test_leaders_who_do_something_are_no_speakers(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}\n2024年,芦溪县推进法治政府建设。\n党委书记、镇长带头学法\n"
        "全年登台讲课8次,旁听庭审3次,人人写下心得。\n晒出渡口账目\n公开账目21本,答复来信16件。\n"
    )
    assert [it.title for it in report.sections] == ["党委书记、镇长带头学法", "晒出渡口账目"]


@pytest.mark.parametrize("opens", ["附:1.渡船名册", "附表:1.渡船名册", "附件:1.渡船名册"])
def test_what_goes_on_a_list_of_attachments_heads_nothing(opens: str, parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}\n2024年,芦溪县推进法治政府建设。\n{BODY}{opens}\n　　2.吵嘴说和情况(12月)\n"
        "　　3.《芦溪县渡口公约》\n2025年2月3日\n"
    )
    assert [it.title for it in report.sections] == ["主要举措和成效", "规范执法"]
