"""Names of fictional townships, their villages and superiors; ``names.toml`` has the parts."""

from __future__ import annotations

from random import Random

from benchmarks.vocabulary import table

_COUNTY_TOWNSHIPS, _CITY_COUNTIES, _PROVINCE_CITIES = 15, 10, 12


def town(township: int) -> str:
    """Name of a township. Some share a name, as real ones do."""
    chance, names = Random(f"town {township}"), table("names")["townships"]
    level = chance.choice(names["level"].split())
    if chance.randrange(100) < names["common_percent"]:
        return f"{chance.choice(names['common'].split())}{level}"
    return f"{chance.choice(names['first'])}{chance.choice(names['second'])}{level}"


def superiors(township: int) -> tuple[str, str, str]:
    """Province, city and county of a township."""
    names = table("names")["superiors"]
    county = township // _COUNTY_TOWNSHIPS
    city = county // _CITY_COUNTIES
    provinces = names["provinces"].split()
    chance = Random(f"city {city}")
    city_name = f"{chance.choice(names['city_first'])}{chance.choice(names['city_second'])}市"
    chance = Random(f"county {county}")
    stem = chance.choice(names["county_first"]) + chance.choice(names["county_second"])
    level = chance.choice(names["county_level"].split())
    return provinces[city // _PROVINCE_CITIES % len(provinces)], city_name, stem + level


def villages(chance: Random) -> list[str]:
    """Names of one township's villages."""
    names = table("names")["villages"]
    first, second = names["first"], names["second"].split()
    level = names["level"].split()
    return [
        chance.choice(first) + chance.choice(second) + chance.choice(level)
        for _ in range(chance.randint(8, 20))
    ]
