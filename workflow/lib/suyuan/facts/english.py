"""Quantities in English sentences, as the abstracts of Chinese papers have them.

English names what is counted right after the number (15 further enterprises), and what has a size before the verb (the
prevalence of hypertension was 23.2%).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from suyuan.facts.area_record import Area
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column, is_duration, is_share
from suyuan.places import Gazetteer
from suyuan.quantities.mention import Mention
from suyuan.time import AssignedTime, TimeExpression
from suyuan.time.assigned import no_time

CHINESE = re.compile("[\u4e00-\u9fff]")
MULTIPLIER = re.compile(r"^(?:thousand|million|billion|trillion)s? ?")
NUMBER = re.compile(r"^[^A-Za-z]*")
DETERMINER = r"(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|[Tt]heir) )?"
VERB = (
    r"(?:was|were|is|are|has|had|reached|increased|decreased|fell|rose|grew|declined|dropped|remained|ranged|accounted|totall?ed|"
    r"amounted|stood|exceeded|will|achieved|averaged)"
)
LEAD = (
    r"(?:(?:^ ?|[；：] ?|\. )(?:(?:In|By|From|During|After|Since|Until|At|Among|For|As of|Between)\b[^，]*， ?)?|\bthat |"
    r"， ?(?:and|while|whereas|but) )"
)
WORD = r"[A-Za-z][A-Za-z-]*"
SUBJECT = re.compile(rf"{LEAD}{DETERMINER}(?P<np>{WORD}(?:(?: |， ?){WORD}){{0,9}}?) {VERB}\b")
CHANGE = re.compile(
    r"\b(?:(?P<up>increas\w*|gr[eo]w\w*|r[io]se\w*|up(?! to))|(?:decreas\w*|fell|declin\w*|reduc\w*|drop\w*|down)) (?:of|by) $",
    re.I,
)
CHANGE_OF_SHARE = re.compile(  # up 12.5%, fell 3%: the rate of the change
    r"\b(?:(?P<up>up|grew|rose|increased)|down|fell|declined|dropped|decreased) $", re.I
)
OF_LENGTH = re.compile(r"\b(?:age|time|duration|period|life|length|interval)\b", re.I)
RESPECTIVELY = "respectively"
LINKS = frozenset(["-", "， ", " and ", "， and ", "、", "，", "/", " & "])
NAMES_MORE = re.compile(r" [A-Z][a-z]+")  # China National …: the place is part of a name
PROPER = re.compile(  # Beijing，Tianjin and Hebei: whose, not what
    r"[A-Z][a-z-]+(?: [A-Z][a-z-]+)*(?:(?:， ?(?:and )?| and )[A-Z][a-z-]+(?: [A-Z][a-z-]+)*)+"
)
LONGEST = 60  # characters of a phrase that names a column
NO_SUBJECTS = frozenset(
    {"it", "there", "this", "that", "these", "those", "we", "they", "which", "who", "he", "she"}
)


def english_column(par: Paragraph, mention: Mention) -> Column | None:
    """The noun after a bare number, else the subject of the verb before the number; None where neither names anything.

    A statistic, and a length of time whose subject is none, take no subject.
    """
    noun = _counted(par, mention)
    if noun:
        return Column(noun, noun, "english_noun")
    sentence = par.sentences[par.sentence_at(mention.start)]
    before = par.text[sentence.start : mention.start]
    found = [match["np"] for match in SUBJECT.finditer(before)]
    subject = found[-1] if found else ""
    if not subject or len(subject) > LONGEST or subject.lower() in NO_SUBJECTS or PROPER.fullmatch(subject):
        return None
    if mention.unit is None or (is_duration(mention) and not OF_LENGTH.search(subject)):
        return None
    change = CHANGE.search(before) or (is_share(mention) and CHANGE_OF_SHARE.search(before)) or None
    if change is not None:
        grown = f"{subject} {'growth' if change['up'] else 'decline'}"
        return Column(grown, subject, "english_change", change=True)
    return Column(subject, subject, "english_subject")


def english_time(
    par: Paragraph, i: int, times: Sequence[TimeExpression], assigned: AssignedTime
) -> AssignedTime | None:
    """The time of a number of an English sentence where it is not the one ``assigned``; None where it is, or for Chinese.

    The time right behind it (from 27.2 trillion yuan in 2013 to 45.5 trillion yuan | in 2022); the ends of a period for two
    levels (Between 2010 and 2020, it fell from | 100 | to | 80); no period of another sentence.
    """
    mention = par.mentions[i]
    sentence = par.sentences[par.sentence_at(mention.start)]
    if CHINESE.search(par.text, *sentence):
        return None
    period = assigned.expression
    if period is not None and period.rule == "english" and assigned.edtf is not None:
        ends = assigned.edtf.split("/")
        elsewhere = not sentence.start <= period.start < sentence.end
        if len(ends) == 2 and elsewhere:
            return no_time("english_period_of_another_sentence")
        end = _end_of_change(par, i)
        if len(ends) == 2 and all(part[:1].isdigit() for part in ends) and end is not None:
            return replace(assigned, edtf=ends[end], rule="english_end_of_period")
    time = next(
        (time for time in times if 0 <= time.start - mention.end <= 1 and time.rule == "english"), None
    )
    if time is None or time.edtf is None:
        return None
    return AssignedTime(time.edtf, time.kind, "clause", time.planned, time, "english_behind_number")


def _end_of_change(par: Paragraph, i: int) -> int | None:
    """0 for the level before a change, 1 for the one after it (from | 100 | to | 80 million t); None for neither."""
    k = i - 1 if par.text.endswith(" to ", 0, par.mentions[i].start) else i
    if k < 0 or k + 1 >= len(par.mentions):
        return None
    first, second = par.mentions[k], par.mentions[k + 1]
    joined = par.text[first.end : second.start] == " to " and first.unit == second.unit
    return i - k if joined and par.text.endswith("from ", 0, first.start) else None


def english_areas(par: Paragraph, gazetteer: Gazetteer) -> list[Area | None]:
    """For each quantity of ``par.mentions`` the places that its English sentence names.

    All of them if the sentence names one list; the place at the number's place where the list goes with as many numbers
    and respectively. None for a sentence with Chinese words or without places.
    """
    found: list[Area | None] = [None] * len(par.mentions)
    sentence_of = [par.sentence_at(mention.start) for mention in par.mentions]
    for k, numbers in groupby(range(len(found)), key=sentence_of.__getitem__):
        sentence = par.sentences[k]
        text = par.text[sentence.start : sentence.end]
        if not CHINESE.search(text):
            members = list(numbers)
            found[members[0] : members[-1] + 1] = _areas_of(text, len(members), gazetteer)
    return found


def _areas_of(text: str, numbers: int, gazetteer: Gazetteer) -> list[Area | None]:
    """Area of each of the ``numbers`` quantities of an English sentence."""
    found = places_named(text, gazetteer)
    between = [text[a.end() : b.start()] for a, b in pairwise(found)]
    if not found or any(link not in LINKS for link in between):
        return [None] * numbers
    names = gazetteer.in_english.names
    listed = [names[m.group()] for m in found]
    if RESPECTIVELY in text and len(listed) > 1:
        if numbers != len(listed):
            return [None] * numbers
        return [Area((place,), place, rule="english_respectively") for place in listed]
    group = gazetteer.group_of(listed) if len(listed) > 1 else None
    areas = (group,) if group else tuple(dict.fromkeys(listed))
    return [Area(areas, areas[0] if len(areas) == 1 else None, rule="english_place")] * numbers


def places_named(text: str, gazetteer: Gazetteer) -> list[re.Match[str]]:
    """Names of places in an English text, keys of ``gazetteer.in_english.names``."""
    found = gazetteer.in_english.pattern.finditer(text)
    return [match for match in found if not NAMES_MORE.match(text, match.end())]


def _counted(par: Paragraph, mention: Mention) -> str:
    text = (mention.unit_text or "").strip()
    if mention.unit is not None or not text.isascii() or not text:
        return ""
    printed = NUMBER.sub("", par.text[mention.number_start : mention.end])
    return MULTIPLIER.sub("", printed).strip()
