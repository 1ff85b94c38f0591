"""The journal whose papers, authors or editing a study is on, by its title: 《甲学刊》|2003—2021年载文分析."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from suyuan.facts.sites.candidates import Candidate
from suyuan.facts.sites.lines import Line
from suyuan.language import any_of
from suyuan.places.tables import package_yaml
from suyuan.time.clauses import sentences

CALLED = re.compile("[该本]刊(?!物)")
IN_MARKS = re.compile("《(?P<name>[^《》]{2,20})》(?P<rest>[^《》]*)")


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = package_yaml("study_sites.yaml")["journals"]
    return re.compile(any_of(table["studied"])), re.compile(any_of(table["published"]))


def journals_of(lines: Sequence[Line], texts: Sequence[str]) -> Iterator[Candidate]:
    """The one journal in the marks of a title that goes on with what is counted of journals, where a sentence of the text names
    it again and speaks of a journal (刊出, 载文), or the text calls it 该刊: not 《红楼梦》作者考, where the introduction says
    that others published on it. ``texts``: the text without its titles."""
    studied, published = _words()
    for line in lines:
        found = list(IN_MARKS.finditer(line.text)) if line.where == "title" else []
        if len(found) != 1 or not studied.search(found[0]["rest"]):
            continue
        name = found[0]["name"]
        told = [text[a:b] for text in texts if name in text for a, b in sentences(text)]
        spoken_of = any(name in sentence and published.search(sentence) for sentence in told)
        if spoken_of or (told and any(CALLED.search(text) for text in texts)):
            yield Candidate((name,), "house", frozenset({"works"}), "title")
