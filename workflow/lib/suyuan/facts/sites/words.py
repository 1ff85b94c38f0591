"""The word table of the places of studies (study_sites.yaml), ready for matching."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from suyuan.language import alternatives, any_of
from suyuan.places.tables import package_yaml
from suyuan.time.study_words import study_words

PREPOSITIONS = "对|在(?!校)|于(?!都|田|洪)|自(?!贡|流井|治|然)|从(?!化|江|事)|以(?!岭|及|上|下|来)|由|至"  # no part of a name
NUMBER = r"(?:\d{1,4}|[两三四五六七八九十]{1,3})"


@dataclass(frozen=True)
class SiteWords:
    """study_sites.yaml."""

    collecting: re.Pattern[str]  # how a sample is collected
    doing: re.Pattern[str]  # what is done where a preposition leads to
    leads: re.Pattern[str]  # at the end of what stands before a place
    case: re.Pattern[str]  # around the place of a case
    speaks: re.Pattern[str]
    found: re.Pattern[str]
    findings: re.Pattern[str]  # in headings
    cases: re.Pattern[str]  # in headings
    maker: re.Pattern[str]  # behind a place
    makes: re.Pattern[str]  # behind a name that is withheld
    made_by: re.Pattern[str]  # at the end of what stands before a list of places
    left_out: re.Pattern[str]  # behind a list of places
    cited: re.Pattern[str]
    listed: re.Pattern[str]
    counted: re.Pattern[str]  # 25个省份
    panel: re.Pattern[str]  # 我国282个地级市, 30个省份
    national: re.Pattern[str]  # a survey or panel of the whole country
    survey: re.Pattern[str]  # what a study uses of a survey of the whole country
    own: re.Pattern[str]
    described: re.Pattern[str]  # behind the name of a firm or works
    trial: re.Pattern[str]  # behind a province
    towns: re.Pattern[str]
    no_towns: tuple[str, ...]


@cache
def site_words() -> SiteWords:
    """The word table of the package."""
    table = package_yaml("study_sites.yaml")
    words = {key: any_of(value) for key, value in table.items() if isinstance(value, list)}
    no_case = r"[^，。；：]"
    all_provinces = any_of(str(number) for number in package_yaml("area_groups.yaml")["all_provinces"])
    return SiteWords(
        collecting=re.compile(f"{words['collecting']}|{study_words().collecting.pattern}"),
        doing=re.compile(words["doing"]),
        leads=re.compile(rf"{words['leads']}(?:我国|中国)?$"),
        case=re.compile(
            rf"以(?:我国)?(?P<of>{no_case}{{2,40}}?)为(?:[案个]?|典型){words['taken_as']}(?![如子])"
            rf"|{words['area']}{no_case}{{0,6}}?(?:位于|地处|为|设在|在)(?P<at>{no_case}{{2,30}})"
        ),
        speaks=re.compile(words["speaks"]),
        found=re.compile(words["found"]),
        findings=re.compile(words["findings"]),
        cases=re.compile(words["cases"]),
        maker=re.compile(
            rf"(?:(?!一[座家所个处些]|[某各两的])[^，。；、（）()\d]){{0,10}}?{words['makers']}"
        ),
        makes=re.compile(words["makes"]),
        made_by=re.compile(f"{words['made_by']}$"),
        left_out=re.compile(rf"[^，。；]{{0,8}}?{words['left_out']}"),
        cited=re.compile(
            rf"\[\d|等?[（(](?:19|20)\d\d|{words['cited']}|(?<![数证])据[^，。]{{2,16}}(?:统计|数据|显示|估算)"
        ),
        listed=re.compile(words["listed"]),
        counted=re.compile(rf"(?P<name>{NUMBER}个?{words['units']})(?![级域])"),
        panel=re.compile(
            rf"(?:中国|我国|全国|大陆|内地)(?:大陆|内地|境内)?的?\d+个?{words['panels']}|(?<!\d){all_provinces}个?{words['units']}(?![级域])"
            rf"|(?:中国|我国|全国)(?:大陆|内地|境内)?的?{words['panel_units']}[^，。；]{{0,6}}?{words['panel_data']}"
        ),
        national=re.compile(
            rf"(?:全国|中国|我国|大陆|内地)[^，。；]{{0,14}}?{words['of_country']}|覆盖(?:了)?(?:全国|大陆|内地|中国)"
        ),
        survey=re.compile(
            rf"{words['uses']}[^，。；]{{0,20}}?(?:(?:全国|中国)[^，。；、（()]{{0,14}}?{words['surveys']}|{words['survey_names']})"
        ),
        own=re.compile(rf"(?P<name>{words['own']}){words['own_states']}"),
        described=re.compile(words["described"]),
        trial=re.compile(f"[^，。；：]{{0,16}}?{words['trials']}"),
        towns=re.compile(words["towns"]),
        no_towns=tuple(table["no_towns"]),
    )


@cache
def hospital_endings() -> tuple[str, ...]:
    """What the names of hospitals end in."""
    return tuple(package_yaml("study_sites.yaml")["hospitals"])


@cache
def works_endings() -> re.Pattern[str]:
    """What the names of works end in: 污水处理厂, 灌区."""
    return re.compile(f"(?:{alternatives(package_yaml('study_sites.yaml')['works'])})$")
