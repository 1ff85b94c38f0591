"""Times in English, as abstracts have them: from 1982 to 2014, by the end of 2016, after 2014, in June 2020."""

from __future__ import annotations

import re

from suyuan.records.fact import TimeKind
from suyuan.time.expression import TimeExpression
from suyuan.time.points import YEAR

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DATE = rf"(?:(?:the year |early |late )?(?:(?P<month>{'|'.join(MONTHS)})(?:，| of)? )?)(?P<year>{YEAR})(?!\d)"
TO = "(?: ?- ?| to | and | through | until )"
LAST = rf"(?:(?P<last_month>{'|'.join(MONTHS)}) )?(?P<last>{YEAR})(?!\d)"
WORD_AND_YEAR = re.compile(rf"[A-Za-z]，? {YEAR}")
COMPARED = re.compile(r"(?:%|\bper ?cent|\b[a-z]+s|\bpoint|\d) ?$", re.ASCII)  # up 12.5%|from 2022
CHANGED = re.compile(
    r"\b(?:up|down|more|less|higher|lower|increas\w+|decreas\w+|rise\w*|rose|grew|grow\w*|fell|fall\w*|declin\w+|dropp?\w*|gain\w*)"
    r"(?: (?:of|by))? (?:about |nearly |almost |more than )?[\d.,]+[^，；。]{0,24}$"
)
FORMS = tuple(
    (name, re.compile(rf"\b{lead}{DATE}{rest}"))
    for name, lead, rest in (
        ("period", "(?:[Ff]rom|[Bb]etween|[Dd]uring|[Ii]n) ", rf"{TO}{LAST}"),
        ("end", "(?:[Bb]y|[Aa]t|[Uu]ntil|[Aa]s of) the end of ", ""),
        ("as_of", "(?:[Bb]y|[Aa]s of|[Uu]ntil|[Uu]p to) ", ""),
        ("since", "(?:[Ss]ince|[Aa]fter|[Ff]rom) ", ""),
        ("before", "(?:[Bb]efore|[Pp]rior to) ", ""),
        ("during", "(?:[Ii]n|[Dd]uring|[Tt]hroughout) ", ""),
    )
)  # fmt: skip


def english_times(text: str) -> list[TimeExpression]:
    """Times that an English preposition introduces, in order, without overlap; a later form takes what is left."""
    found: list[TimeExpression] = []
    if WORD_AND_YEAR.search(text) is None:
        return found
    for name, pattern in FORMS:
        for match in pattern.finditer(text):
            if not any(match.start() < t.end and t.start < match.end() for t in found):
                found.append(_compared(text, match) or _expression(name, match))
    return sorted(found, key=lambda time: time.start)


def _compared(text: str, match: re.Match[str]) -> TimeExpression | None:
    """up 12.5% | from 2022: the year that a change is measured from dates nothing."""
    low = max(0, match.start() - 60)
    from_one = match.group().startswith("from ") and match.re.groupindex.get("last") is None
    behind = (
        from_one and COMPARED.search(text, low, match.start()) and CHANGED.search(text, low, match.start())
    )
    return (
        TimeExpression(match.start(), match.end(), match["year"], "during", None, "comparison")
        if behind
        else None
    )


def _expression(name: str, match: re.Match[str]) -> TimeExpression:
    year, month = match["year"], match["month"]
    date = f"{year}-{MONTHS.index(month) + 1:02d}" if month else year
    if name == "period":
        last_month = match["last_month"]
        date = f"{date}/{match['last']}" + (f"-{MONTHS.index(last_month) + 1:02d}" if last_month else "")
    elif name == "end" and not month:
        date = f"{year}-12"
    elif name == "since":
        date = f"{date}/.."
    elif name == "before":
        date = f"../{int(year) - 1}"
    kind: TimeKind = "as_of" if name in ("end", "as_of") else "during"
    return TimeExpression(match.start(), match.end(), date, kind, None, "english")
