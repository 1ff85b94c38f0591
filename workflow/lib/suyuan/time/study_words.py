"""The word table of papers that report a study (study_period_words.yaml), ready for matching."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from suyuan.language import any_of, language_table


@dataclass(frozen=True)
class StudyWords:
    """study_period_words.yaml."""

    heads: tuple[
        tuple[str, re.Pattern[str]], ...
    ]  # kind of section, words of its headings; the first that fits counts
    describes: re.Pattern[str]  # in the heading of a section that holds no results
    bare: dict[str, str]  # headings of one word -> kind of section
    begins: re.Pattern[str]  # in an abstract
    takes: re.Pattern[str]  # at the end of what stands before a period
    taken: re.Pattern[str]
    does: re.Pattern[str]
    sets_up: re.Pattern[str]
    measures: re.Pattern[str]
    not_collected: re.Pattern[str]
    begins_work: re.Pattern[str]  # in the clause of a time
    ends_work: re.Pattern[str]
    meanwhile: re.Pattern[str]
    collecting: re.Pattern[
        str
    ]  # anywhere near a period, where no sentence states the collection in a known form
    working: re.Pattern[str]  # the same, or what is measured
    working_or_analysing: re.Pattern[str]
    carried_out: re.Pattern[str]  # right behind a year
    records_searched: re.Pattern[str]
    named: re.Pattern[str]  # at the end of what stands before a period
    own_time: re.Pattern[str]  # the same
    led_by: re.Pattern[str]
    own: re.Pattern[str]
    ours: re.Pattern[str]  # own, or a house or party that speaks of itself
    voice: re.Pattern[str]
    authors: re.Pattern[str]  # of a short account
    apparatus: re.Pattern[str]
    titles: re.Pattern[str]  # at the end of a title
    titles_of_measuring: re.Pattern[str]  # the same, over a text that says when it measured
    signal: re.Pattern[str]
    others: re.Pattern[str]
    planned: re.Pattern[str]
    sizes: tuple[str, ...]
    units: tuple[str, ...]
    criteria: re.Pattern[str]
    sampling: re.Pattern[str]
    samples: re.Pattern[str]  # at the head of a paragraph
    found: re.Pattern[str]
    described: re.Pattern[str]
    adds: re.Pattern[str]  # at the end of what stands before a number
    doses: re.Pattern[str]
    given: re.Pattern[str]
    climate: re.Pattern[str]  # of a sentence in the methods: what the site is like
    setting: re.Pattern[str]  # of a clause
    under: tuple[str, ...]
    advises: re.Pattern[str]
    repeats: re.Pattern[str]
    during: re.Pattern[str]
    lasted: re.Pattern[str]  # at the end of what stands before a number
    costs: re.Pattern[str]
    workers: re.Pattern[str]
    by_chance: re.Pattern[str]
    treated: re.Pattern[str]
    operations: re.Pattern[str]  # in the title of a trial
    no_seasons: re.Pattern[str]
    disasters: re.Pattern[str]
    founded: re.Pattern[str]  # in the clause of a date
    events: tuple[str, ...]  # what has a before and an after


@cache
def study_words() -> StudyWords:
    """The word table of the package."""
    table = language_table("study_period_words.yaml")
    words = {key: any_of(value) for key, value in table.items() if isinstance(value, list)}
    return StudyWords(
        heads=tuple((kind, re.compile(any_of(names))) for kind, names in table["heads"].items()),
        bare={name: kind for kind, names in table["bare_heads"].items() for name in names},
        describes=re.compile(words["describes"]),
        begins=re.compile(rf"(?:^|[。；.：】\] ])[【\[]?{words['abstract_begins']}"),
        takes=re.compile(f"{words['takes']}[^，。；]{{0,24}}$"),
        taken=re.compile(words["taken"]),
        does=re.compile(words["does"]),
        sets_up=re.compile(words["sets_up"]),
        measures=re.compile(words["measures"]),
        not_collected=re.compile(words["not_collected"]),
        begins_work=re.compile(words["begins_work"]),
        ends_work=re.compile(words["ends_work"]),
        meanwhile=re.compile(words["meanwhile"]),
        collecting=re.compile(words["collecting"]),
        working=re.compile(f"{words['collecting']}|{words['measuring']}"),
        working_or_analysing=re.compile(f"{words['collecting']}|{words['measuring']}|{words['analysing']}"),
        carried_out=re.compile(f"[^。；]{{0,24}}?{words['carried']}[^，。；]{{0,12}}{words['work']}"),
        records_searched=re.compile(f"(?:检索|搜索|搜集)[^。；]{{0,50}}{words['records_searched']}"),
        named=re.compile(
            f"{words['named']}(?:跨度|范围|窗口)?(?:为|是|：|从|自|在|选为|设为|定为|确定为|界定为|限定为|限定在|划定为)*$"
        ),
        own_time=re.compile(
            f"{words['own_time']}(?:跨度|范围|窗口)?(?:分别|依次)?(?:为|是|：|从|自|在|于|选在|选为|设为|定为|定在|确定为|界定为|限定为|限定在|划定为)*$"
        ),
        led_by=re.compile(f"{words['led_by']}$"),
        own=re.compile(words["own"]),
        # not 自|我社|会, 样|本中心
        ours=re.compile(f"{words['own']}|(?<![自样基资日标])(?:{words['own_house']})"),
        voice=re.compile(words["voice"]),
        authors=re.compile(
            rf"{words['authors']}|(?:^|[，。；]){words['draws_on']}[^。；]{{0,40}}{words['sources']}"
            r"|(?:采用|运用|利用|使用)[^，。；]{1,12}(?<!方)法"
        ),
        titles=re.compile(rf"{words['titles']}(?:（[^（）]*）)?$"),
        titles_of_measuring=re.compile(
            rf"(?:{words['titles']}|{words['titles_of_measuring']})(?:（[^（）]*）)?$"
        ),
        apparatus=re.compile(rf"{words['apparatus']}|[PpＰ][<>=]0?\.\d|OR=|χ2=|[Rr]2=|±"),
        signal=re.compile(words["signals"]),
        others=re.compile(
            rf"{words['others']}|[\u4e00-\u9fffA-Za-z]等(?:（\d{{4}}）)?(?:的|对|在|报|发|研|认|指)|某等?的?(?:研究|报|在|对|\d)"
        ),
        planned=re.compile(words["planned"]),
        sizes=tuple(table["sizes"]),
        units=tuple(table["units"]),
        criteria=re.compile(words["criteria"]),
        sampling=re.compile(words["sampling"]),
        samples=re.compile(words["samples"]),
        found=re.compile(words["found"]),
        described=re.compile(words["described"]),
        adds=re.compile(rf"{words['adds']}(?:量|水平)?(?:为|了)?(?:[\d.、和与~%\s/-]|mg|kg|g|mL|L)*$"),
        doses=re.compile(words["doses"]),
        climate=re.compile(words["climate"]),
        given=re.compile(f"{words['given']}|{words['doses']}"),
        setting=re.compile(f"{words['sets']}[^，。；]{{0,60}}{words['settings']}"),
        under=tuple(table["under"]),
        advises=re.compile(words["advises"]),
        during=re.compile(words["during"]),
        lasted=re.compile(f"{words['lasted']}[为约了]{{0,2}}$"),
        costs=re.compile(words["costs"]),
        workers=re.compile(words["workers"]),
        by_chance=re.compile(words["by_chance"]),
        treated=re.compile(words["treated"]),
        operations=re.compile(words["operations"]),
        repeats=re.compile(f"{words['repeats']}了?(?:进行)?$"),
        no_seasons=re.compile(f"{words['no_seasons']}(?!别)"),
        disasters=re.compile(words["disasters"]),
        founded=re.compile(words["founded"]),
        events=tuple(table["events"]),
    )
