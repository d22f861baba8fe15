from __future__ import annotations

import pytest
from cases import for_each

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.identity.acting import acting_names
from tuibrowser.parsing.identity.names import government
from tuibrowser.parsing.identity.offices import issuer_of


@for_each(
    ("written", "issuer", "kind", "levels"),
    [
        ("北京市门头沟区潭柘寺镇人民政府", "潭柘寺镇", "town", ("北京市", None, "门头沟区")),
        ("滨海新区杭州道街道办事处", "杭州道街道", "subdistrict", (None, None, "滨海新区")),
        ("鲤城区人民政府金龙街道办事处", "金龙街道", "subdistrict", (None, None, "鲤城区")),
        ("长沙市天心区坡子街街道办事处", "坡子街街道", "subdistrict", (None, "长沙市", "天心区")),
        ("浦东新区川沙新镇人民政府", "川沙新镇", "town", (None, None, "浦东新区")),
        ("济南市市中区舜玉路街道", "舜玉路街道", "subdistrict", (None, "济南市", "市中区")),
        ("重庆綦江区关坝镇", "关坝镇", "town", ("重庆市", None, "綦江区")),
        ("重庆路街道", "重庆路街道", "subdistrict", (None, None, None)),
        ("内蒙古乌兰滩苏木", "乌兰滩苏木", "township", ("内蒙古自治区", None, None)),
        ("宁夏沙柳滩乡人民政府", "沙柳滩乡", "township", ("宁夏回族自治区", None, None)),
        ("内蒙古云柳旗红石镇", "红石镇", "town", ("内蒙古自治区", None, "云柳旗")),
        ("江西坪镇", "江西坪镇", "town", (None, None, None)),
        ("吉林市船营区", "船营区", "county", (None, "吉林市", "船营区")),
        ("慈溪市白沙路街道", "白沙路街道", "subdistrict", (None, None, "慈溪市")),
        ("东莞市东城街道", "东城街道", "subdistrict", (None, "东莞市", None)),
        ("泽川市青棠县望禾乡", "望禾乡", "township", (None, "泽川市", "青棠县")),
        ("镇安县永乐镇", "永乐镇", "town", (None, None, "镇安县")),
        ("启东市人民政府", "启东市", "county", (None, None, "启东市")),
        ("海口市人民政府", "海口市", "city", (None, "海口市", None)),
        ("西藏自治区人民政府", "西藏自治区", "province", ("西藏自治区", None, None)),
        ("阜新蒙古族自治县", "阜新蒙古族自治县", "county", (None, None, "阜新蒙古族自治县")),
        ("湘潭县数据局", "湘潭县数据局", "department", (None, None, "湘潭县")),
        ("泾河新城", "泾河新城", "other", (None, None, None)),
        ("中共柳溪镇委员会柳溪镇人民政府", "柳溪镇", "town", (None, None, None)),
        ("中共梧桐街道工作委员会", "梧桐街道", "subdistrict", (None, None, None)),
        ("留下街道", "留下街道", "subdistrict", (None, None, None)),
        ("道镇", "道镇", "town", (None, None, None)),
    ],
)  # fmt: skip
def test_a_full_name_is_taken_apart(
    lexicon: Lexicon,
    written: str,
    issuer: str,
    kind: str,
    levels: tuple[str | None, str | None, str | None],
) -> None:
    name = government(written, 0, len(written), lexicon)
    assert name
    found = issuer_of(name, written, lexicon)
    assert found
    (start, end), its_kind = found
    assert (written[start:end], its_kind) == (issuer, kind)
    city = written[slice(*name.city)] if name.city else None
    county = written[slice(*name.county)] if name.county else None
    assert (name.province_name, city, county) == levels


@pytest.mark.parametrize("pronoun", ["我镇", "区政府", "本街道", "全县", "镇"])
def test_a_pronoun_names_nobody(lexicon: Lexicon, pronoun: str) -> None:
    assert government(pronoun, 0, len(pronoun), lexicon) is None


@pytest.mark.parametrize(
    ("lead", "named"),
    [
        ("现将2023年度本街道法治政府建设情况报告如下", []),
        ("2023年度我镇坚持依法行政", []),
        ("2023年度尾镇坚持依法行政", ["度尾镇"]),
        ("2023年度望江镇坚持依法行政", ["望江镇"]),
    ],
)
def test_the_end_of_a_year_begins_no_name(lexicon: Lexicon, lead: str, named: list[str]) -> None:
    found = [lead[slice(*name.whole)] for name in acting_names(lead, lexicon) if name.whole]
    assert found[:1] == named
