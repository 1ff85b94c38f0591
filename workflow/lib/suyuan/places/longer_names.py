"""Names of places that stand inside longer proper names: newspapers (湖北|日报), journals before volume and number (赣东|文旅科技
2013年第9卷), animals, plants and germs (新西兰|白兔, 昆明|种小鼠, 日本|血吸虫; not 安徽|血吸虫病), and all that is in
the marks of a title."""

from __future__ import annotations

import re
from functools import cache

from suyuan.language import alternatives, any_of
from suyuan.places.tables import base_places, package_yaml

CHOSEN_WITHIN = 30  # characters before an animal that tell how it was chosen
UNIT_ENDINGS = "省市县区州旗盟"
YEAR = r"(?:19|20)\d\d年?(?:\d{1,2}月)?[，,（(]?"  # of a journal's page: 2013年05月
COUNT = r"(?=[一两三四五六七八九十百\d，,；;、。）)]|若干|共|各|公|母|仔|羔|种|成年|为|作|$)"


@cache
def _always() -> re.Pattern[str]:
    table = package_yaml("longer_names.yaml")
    return re.compile(
        rf"(?:{alternatives(table['media_of'])})?{any_of(table['media'])}(?=[^一-龥]|$|{alternatives(table['behind_media'])})"
        rf"|种?{any_of(table['laboratory'])}"
        rf"|[一-龥]{{1,10}}(?:{YEAR}第?\d{{1,3}}卷|第\d{{1,3}}卷[，,（(]?第?\d)"
    )


@cache
def _of_country() -> re.Pattern[str]:
    return re.compile(any_of(package_yaml("longer_names.yaml")["of_countries"]))


@cache
def _countries() -> frozenset[str]:
    return frozenset(
        name for place in base_places() if place.kind == "country" for name in (place.name, *place.aliases)
    )


@cache
def _breed() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(package_yaml('longer_names.yaml')['breeds'])}){COUNT}")


@cache
def _chosen() -> re.Pattern[str]:
    return re.compile(any_of(package_yaml("longer_names.yaml")["chosen"]))


def in_longer_name(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]``, the name of a place without the word for its unit, begins the name of something else.

    A breed is none where animals are counted (内蒙古绒山羊存栏1600万只), only where they were chosen (选用辽宁绒山羊20只).
    """
    if text[end - 1] in UNIT_ENDINGS and end - start > 2:
        return False
    species = tuple(package_yaml("longer_names.yaml")["species"])
    if _always().match(text, end) or text.startswith(species, start):
        return True
    if text[start:end] in _countries() and _of_country().match(text, end):
        return True
    clause = max(text.rfind(mark, 0, start) for mark in "。；") + 1
    low = max(clause, start - CHOSEN_WITHIN)
    return _breed().match(text, end) is not None and _chosen().search(text, low, start) is not None


def in_title_marks(text: str, start: int, end: int) -> bool:
    """Whether a name stands in 《》: 《鄱湖日报》, 《云岭县志》."""
    opened = text.rfind("《", 0, start)
    return opened >= 0 and "》" not in text[opened:start] and "》" in text[end:]
