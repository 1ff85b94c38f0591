"""The words of time expressions (``data/time_words.yaml``) in the form that the scanner uses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from suyuan.language import alternatives, any_of, language_table, longest_first
from suyuan.places.trie import by_first_character, longest_match
from suyuan.values import value


@value
class Part:
    """A part of a year (first and last month) or of a month (both 0)."""

    first: int
    last: int
    as_of: bool


@value
class Relative:
    """A time that needs an anchor."""

    rule: str
    takes_part: bool  # 同年4月, 去年上半年
    as_of: bool


@value
class TimeWords:
    """The table, ready for matching."""

    plans: dict[str, tuple[int, int]]
    plan_tails: dict[str, str]
    year_parts: dict[str, Part]
    lone_parts: frozenset[str]
    month_parts: dict[str, Part]
    prefixes: dict[str, str]
    suffixes: dict[str, str]
    deadline_ends: tuple[str, ...]
    relatives: dict[str, Relative]
    relatives_longest: tuple[str, ...]
    relatives_not_after: dict[str, str]
    relatives_only_of: dict[str, re.Pattern[str]]  # in the clause behind the word
    connectives: dict[str, str]
    connectives_longest: tuple[str, ...]
    event_since: tuple[str, ...]
    congresses: dict[str, str]
    congress: re.Pattern[str]  # 十八大|召开以来
    congress_of: re.Pattern[str]  # before it: 自党的
    eras: dict[str, tuple[int, int]]
    era: re.Pattern[str]
    duration_heads: dict[str, str]
    not_before_year: tuple[str, ...]
    continuing: tuple[str, ...]
    note_lines: frozenset[str]
    plan_titles: tuple[str, ...]
    plan_background: tuple[str, ...]
    goal_words: tuple[str, ...]
    year_work: tuple[str, ...]
    review_words: tuple[str, ...]
    report_titles: tuple[str, ...]
    report_markers: tuple[str, ...]
    telling_titles: tuple[str, ...]
    telling_acts: tuple[str, ...]
    year_part: re.Pattern[str]
    month_part: re.Pattern[str]
    suffix: re.Pattern[str]
    prefix: re.Pattern[str]
    plan: re.Pattern[str]
    duration: re.Pattern[str]
    not_after_year: re.Pattern[str]
    not_ago: frozenset[str]  # what may not follow 9年前
    target: re.Pattern[str]
    ahead: re.Pattern[str]
    clause_verb: re.Pattern[str]
    compared_with: tuple[str, ...]
    change_to: re.Pattern[str]
    changed_to: re.Pattern[str]  # all that stands between two levels: 逐年|增加到|约
    rise_or_fall: re.Pattern[str]
    multiple_verb: re.Pattern[str]
    equal_to: re.Pattern[str]
    past_span: re.Pattern[str]
    basis: re.Pattern[str]
    record: re.Pattern[str]
    stock: re.Pattern[str]
    there_is: re.Pattern[str]
    year_over: re.Pattern[str]  # behind two years: one that begins in the first and ends in the second
    general: re.Pattern[str]
    timeless: re.Pattern[str]
    quoted_plan: re.Pattern[str]
    trigger: re.Pattern[str]


@cache
def time_words() -> TimeWords:
    """The table of the package."""
    return build(language_table("time_words.yaml"))


def build(data: dict[str, Any]) -> TimeWords:
    """Table from the mapping in the file. KeyError names a missing section."""
    numeral = "[0-9一二三四五六七八九十两几数]{1,3}"
    relatives = {
        word: Relative(entry["rule"], entry.get("takes_part", False), entry.get("as_of", False))
        for word, entry in data["relatives"].items()
    }
    heads = data["durations"]["heads"]
    units = alternatives(data["durations"]["units"])
    tails = alternatives(data["durations"]["tails"])
    duration = f"(?:{alternatives(heads)})的?{numeral}[多余]?(?:{units})(?:{tails})?"
    change_to = f"(?:(?:{alternatives(data['change_verbs'])})了?[到至为成]|[到至])"
    plan_names = alternatives(data["plans"])
    review = {key: any_of(words) for key, words in data["plan_reviewed"].items()}
    reviewed = (
        rf"[^，。；\d]{{0,14}}?{review['plans']}[^，。；\d]{{0,6}}?{review['aims']}[^，。；\d]{{0,4}}?"
        rf"{review['how']}[^，。；\d]{{0,4}}?{review['met']}"
    )
    spans, news = data["past_spans"], language_table("news_words.yaml")
    past_heads, deictic = alternatives(spans["heads"]), alternatives(spans["deictic"])
    past_tails = alternatives(spans["tails"])
    years = "[0-9一二两三四五六七八九十]{1,2}"
    held = f"(?:{alternatives(data['congress_held'])})?"
    bridges = f"(?:{alternatives(data['record_bridges'])})?"
    trigger = by_first_character(
        [
            *(
                re.escape(word)
                + ("(?![年天日后晚])" if word.endswith("今") else "")  # 截至今年6月 is no 至今
                for word in longest_first(relatives)
            ),
            *(re.escape(word) for word in longest_first(data["lone_parts"])),
            *(re.escape(word) for word in longest_first(data["connectives"])),
            *(re.escape(word) for word in longest_first(data["event_since"])),
            *(f"{name}{held}以来" for name in longest_first(data["congresses"])),
            *(re.escape(name) for name in longest_first(data["eras"])),
            *(f"{head}的?{numeral}[多余]?(?:{units})(?:{tails})?" for head in sorted(heads)),
            *(f"{head}{years}年" for head in longest_first([*spans["heads"], *spans["deictic"]])),
            *(f"{number}年(?:{past_tails})" for number in "两二三四五六七八九十"),
            *(f"{digit}[0-9]?年(?:{past_tails})" for digit in "123456789"),
            *(f"{number}[0-9十]?[一二三四五六七八九]?年前" for number in "两二三四五六七八九十123456789"),
            *(re.escape(word) for word in longest_first(news["this"])),
            *(f"{re.escape(word)}(?:举办|召开)?期间" for word in longest_first(news["events"])),
            *(
                f'{name}[”"’」]?(?={alternatives(data["plan_tails"])}|{reviewed})'
                for name in longest_first(data["plans"])
            ),
            "二[〇零○Oo][〇零○Oo一二三四五六七八九]{2}年",
            "一[八九][〇零○Oo一二三四五六七八九]{2}年",
        ]
    )
    return TimeWords(
        plans={name: (years[0], years[1]) for name, years in data["plans"].items()},
        plan_tails=data["plan_tails"],
        year_parts={word: _part(entry) for word, entry in data["year_parts"].items()},
        lone_parts=frozenset(data["lone_parts"]),
        month_parts={word: _part(entry) for word, entry in data["month_parts"].items()},
        prefixes=data["prefixes"],
        suffixes=data["suffixes"],
        deadline_ends=tuple(data["deadline_ends"]),
        relatives=relatives,
        relatives_longest=tuple(longest_first(relatives)),
        relatives_not_after=data["relatives_not_after"],
        relatives_only_of={
            word: re.compile(f"[^，。；\\d]{{0,20}}?(?:{alternatives(things)})")
            for word, things in data["relatives_only_of"].items()
        },
        connectives=data["connectives"],
        connectives_longest=tuple(longest_first(data["connectives"])),
        event_since=tuple(data["event_since"]),
        congresses=data["congresses"],
        congress=re.compile(f"(?P<name>{alternatives(data['congresses'])}){held}以来"),
        congress_of=re.compile(f"(?:{alternatives(data['congress_of'])}|^|(?<=[，。；：、（“]))$"),
        era=longest_match(data["eras"]),
        eras={name: (years[0], years[1]) for name, years in data["eras"].items()},
        duration_heads=heads,
        not_before_year=tuple(data["not_before_year"]),
        continuing=tuple(data["continuing"]),
        note_lines=frozenset(data["note_lines"]),
        plan_titles=tuple(data["plan_titles"]),
        plan_background=tuple(data["plan_background"]),
        goal_words=tuple(data["goal_words"]),
        year_work=tuple(data["year_work"]),
        review_words=tuple(data["review_words"]),
        report_titles=tuple(data["report_titles"]),
        report_markers=tuple(data["report_markers"]),
        telling_titles=tuple(data["telling_titles"]),
        telling_acts=tuple(data["telling_acts"]),
        year_part=re.compile(_guarded(data["year_parts"], data["not_followed"])),
        month_part=re.compile(_guarded(data["month_parts"], data["not_followed"])),
        suffix=re.compile(_guarded(data["suffixes"], data["not_followed"])),
        prefix=re.compile(f"(?:{alternatives(data['prefixes'])})$"),
        plan=re.compile(f'({plan_names})[”"’」]?({alternatives(data["plan_tails"])}|(?={reviewed}))'),
        duration=re.compile(duration),
        not_after_year=re.compile(alternatives(data["not_after_year"])),
        not_ago=frozenset(data["not_followed"]["前"] + "后夕沿"),
        target=re.compile(alternatives(data["target_words"])),
        ahead=re.compile(alternatives([*data["target_words"], *data["ahead_words"]])),
        clause_verb=re.compile(alternatives(data["clause_verbs"])),
        compared_with=tuple(data["compared_with"]),
        change_to=re.compile(change_to),
        changed_to=re.compile(
            rf"[^，。；：、（）\d的]{{0,6}}(?:(?:{alternatives(data['change_verbs'])})了?[为成]|[^，。；：、（）\d的]{{1,2}}[到至])"
            f"{any_of(data['change_ends'])}?"
        ),
        rise_or_fall=re.compile(rf"的?[^，。；\d由从]{{0,8}}\d[^，。；]{{0,14}}?{change_to}"),
        multiple_verb=re.compile(f"(?:{alternatives(data['multiple_verbs'])})了?$"),
        equal_to=re.compile(f"(?:{alternatives(data['equal_verbs'])})$"),
        past_span=re.compile(
            f"(?:(?P<head>{past_heads})|(?P<deictic>{deictic}))?(?P<years>{years})年(?:{past_tails})?(?![级代多余制期])"
        ),
        basis=re.compile(f"(?:年度|度)?的?(?:{alternatives(data['basis_after'])})"),
        record=re.compile(f"{bridges}(?:{alternatives(data['records'])})"),
        timeless=longest_match(data["timeless_words"]),
        general=longest_match(data["general_words"]),
        quoted_plan=re.compile(f'[“”"「]({plan_names})[“”"」]'),
        there_is=re.compile(
            f"(?:{alternatives(data['there_is_before'])})?(?:{alternatives(data['there_is'])})(?![{data['there_is_not']}])"
        ),
        year_over=re.compile(
            f"{any_of(data['years_over'])}|{any_of(data['seasons_over'])}{{0,3}}季(?!度|节)"
        ),
        stock=longest_match(data["stock_words"]),
        trigger=re.compile(trigger),
    )


def _part(entry: dict[str, Any]) -> Part:
    first, last = entry.get("months", (0, 0))
    return Part(first, last, entry.get("as_of", False))


def _guarded(words: Iterable[str], not_followed: dict[str, str]) -> str:
    """Alternatives where a word does not match in front of the characters that it may not be followed by."""
    return "|".join(
        re.escape(word) + (f"(?![{not_followed[word]}])" if word in not_followed else "")
        for word in longest_first(words)
    )
