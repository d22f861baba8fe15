"""Ids and the words officials read for them: one place for screen, commands and exports."""

from __future__ import annotations

from typing import Final

from tuibrowser.model.terms import (
    Change,
    IssuerKind,
    Limit,
    Role,
    SectionKind,
    SectionState,
    Strength,
)

KIND_LABELS: Final[dict[SectionKind, str]] = {
    "measures_results": "主要举措和成效",
    "shortcomings": "存在的不足和原因",
    "leader_duty": "党政主要负责人履行推进法治建设第一责任人职责情况",
    "next_plan": "下一年度主要安排",
    "other": "其他需要报告的情况",
}

KIND_WORDS: Final[dict[SectionKind, str]] = {
    "measures_results": "成效",
    "shortcomings": "不足",
    "leader_duty": "负责人",
    "next_plan": "安排",
    "other": "其他",
}
"""The short word a person types after ``--section`` or ``部分:``."""

KIND_ALIASES: Final[dict[SectionKind, tuple[str, ...]]] = {
    "measures_results": ("举措", "措施", "做法", "成绩", "工作情况", "亮点", "工作总结"),
    "shortcomings": ("问题", "短板", "差距", "困难", "弱项"),
    "leader_duty": ("责任人", "履职", "职责", "书记", "主要领导"),
    "next_plan": ("打算", "计划", "下一步", "下步", "思路", "明年", "要点"),
    "other": ("其它", "事项"),
}
"""What else reports call them, for who types that."""

KIND_TITLES: Final[dict[SectionKind, str]] = KIND_LABELS | {
    "leader_duty": "党政主要负责人履职",
}
"""``KIND_LABELS`` where a narrow pane or a header has no room for the full one."""

STATE_LABELS: Final[dict[SectionState, str]] = {
    "own": "已单列",
    "inside": "并入其他部分",
    "none": "未单列",
    "stated_none": "写明“无”",
    "unclear": "待人工确认",
}

STRENGTH_LABELS: Final[dict[Strength, str]] = {
    "strong": "对应",
    "likely": "相近",
    "possible": "可能",
}

CHANGE_LABELS: Final[dict[Change, str]] = {
    "new": "新增",
    "kept": "与上年相同",
    "reworded": "表述调整",
    "numbers_only": "仅数据变化",
    "dropped": "本年未提及",
}

LIMIT_LABELS: Final[dict[Limit, str]] = {
    "many": "工作事项太多，每条只与用词最近的一部分比对，可能有对应未找到",
    "long": "有的工作事项太长，只按用词比对，未逐字核对",
    "figures": "有的工作事项数据太多，只对照说法相同的数据",
}

THEME_LABELS: Final[dict[str, str]] = {
    "leadership": "组织领导与责任",
    "thought": "学习贯彻习近平法治思想",
    "study": "领导干部学法",
    "duty": "第一责任人与述法",
    "functions": "政府职能与清单",
    "service": "政务服务与放管服",
    "business": "营商环境与监管",
    "decision": "重大行政决策",
    "norms": "规范性文件与制度",
    "review": "合法性审查与法律顾问",
    "enforcement": "行政执法",
    "supervision": "权力监督",
    "openness": "政务公开",
    "publicity": "普法宣传",
    "mediation": "矛盾纠纷化解",
    "legal_services": "公共法律服务",
    "litigation": "复议应诉",
    "governance": "基层治理与示范创建",
    "emergency": "应急与突发事件",
    "digital": "数字法治",
}

THEME_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "leadership": ("党建", "领导小组", "统筹", "责任制", "督察", "考核"),
    "thought": ("法治思想", "理论学习", "中心组", "精神"),
    "study": ("学法", "培训", "会前学法", "干部教育", "法治素养"),
    "duty": ("主要负责人", "一把手", "述职", "述法"),
    "functions": ("权责清单", "权力清单", "机构改革", "赋权"),
    "service": ("政务", "便民服务", "审批", "一网通办", "证明", "办事"),
    "business": ("企业", "市场", "监管", "优化营商", "公平竞争", "诚信"),
    "decision": ("决策", "听证", "民主集中", "议事"),
    "norms": ("文件", "制度建设", "立法", "备案", "清理"),
    "review": ("合法性", "合同", "法制审核", "顾问", "律师"),
    "enforcement": ("执法", "处罚", "案卷", "综合执法", "城管", "检查"),
    "supervision": ("监督", "人大", "审计", "纪检", "廉政", "问责"),
    "openness": ("公开", "信息公开", "公示", "透明"),
    "publicity": ("普法", "宣传", "法治文化", "八五", "宪法", "法律明白人"),
    "mediation": ("调解", "矛盾", "纠纷", "化解", "信访", "排查", "诉前", "枫桥"),
    "legal_services": ("法律服务", "法律援助", "公证", "咨询", "一村一顾问"),
    "litigation": ("复议", "诉讼", "应诉", "出庭", "败诉"),
    "governance": ("治理", "网格", "示范村", "村规民约", "自治", "平安", "综治"),
    "emergency": ("应急", "突发", "防汛", "消防", "安全生产", "防灾"),
    "digital": ("数字", "智慧", "信息化", "平台", "大数据"),
}
"""Other words for a theme, for who does not know what it is called here."""

ISSUER_KIND_LABELS: Final[dict[IssuerKind, str]] = {
    "town": "镇",
    "township": "乡",
    "subdistrict": "街道",
    "county": "县（市、区）",
    "city": "市",
    "province": "省（自治区、直辖市）",
    "department": "部门",
    "other": "其他",
}

ROLE_LABELS: Final[dict[Role, str]] = {
    "title": "标题",
    "heading": "小标题",
    "measure": "工作事项",
    "lead": "导语",
    "other": "其他",
    "furniture": "正文外",
    "signature": "落款",
}
