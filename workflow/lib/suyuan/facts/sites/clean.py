"""What the name of a place of study may be: no deed of the study in it, no part of a word, not in the marks of a title."""

from __future__ import annotations

import re
from functools import cache

from suyuan.cutter import word_cutter
from suyuan.language import any_of
from suyuan.places.longer_names import in_longer_name, in_title_marks
from suyuan.places.tables import package_yaml

PROPER = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt"})  # parts of speech of names
RARE = 60  # an ordinary word seldomer than this may be a name
WORD = 4  # characters of the longest word that may run over the end of a name


@cache
def _deeds() -> re.Pattern[str]:
    return re.compile(any_of(package_yaml("study_sites.yaml")["deeds"]))


def holds_deed(name: str) -> bool:
    """Whether what a study does stands in a name: 襄阳市|开展|小学."""
    return _deeds().search(name) is not None


def last_deed(name: str) -> int:
    """Where the last deed in a name ends: 青溪市开展|云岭中学; 0 if there is none."""
    return max((deed.end() for deed in _deeds().finditer(name)), default=0)


def is_clean_withheld(name: str) -> bool:
    """某煤矿, but not 王某|编制的大学, 某|患者的医院."""
    return "的" not in name and not holds_deed(name)


def clean_start(text: str, start: int, end: int) -> int | None:
    """Where the name ``text[start:end]``, read by its ending alone, begins: behind a verb of one character before a proper
    name (选|洞庭湖区); None where it is no clean name.

    No clean name is an ordinary word (登山), a verb with half of a word (取|山药), a deed of the study, the beginning of a
    longer name (长江|鲟, 《鄱湖日报》).
    """
    name = text[start:end]
    if name in package_yaml("study_sites.yaml")["no_regions"] or holds_deed(name):
        return None
    if in_title_marks(text, start, end) or in_longer_name(text, start, end):
        return None
    cutter = word_cutter()
    if cutter.knows(name):
        words = cutter.cut(name)
        return start if len(words) > 1 or words[0][1] in PROPER or cutter.frequency(name) < RARE else None
    if not _is_lead(name[0]):
        return start
    if any(cutter.knows(text[start + 1 : end + more]) for more in range(1, WORD)):
        return None
    first, flag = cutter.cut(name[1:])[0]
    proper = flag in ("ns", "nr", "nz") and cutter.knows(first) and len(first) > 1
    return start + 1 if proper and not cutter.knows(name[:2]) else start


def _is_lead(char: str) -> bool:
    return char in package_yaml("study_sites.yaml")["lone_verbs"]
