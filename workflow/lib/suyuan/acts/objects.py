"""What a verb acts on: titled documents, an agreement, a meeting, an institution."""

from __future__ import annotations

import re
from dataclasses import dataclass

from suyuan.acts.named import named_after, named_before
from suyuan.acts.titles import Title, row_of
from suyuan.acts.words import ActWords

TITLE_REACH = 24  # characters between a verb and its first title: 印发了关于…的《…》
NOUN_REACH = 60
BACKWARD_REACH = 30  # 《…》由三地市场监管部门于2015年4月签署
FOLLOWED = re.compile(
    "根据|按照|依据|依照|遵照|贯彻|落实|参照|结合"
)  # a document that is acted upon, not issued
DAY_OF = re.compile("的(?:日子|日期|时间|那天)(?:是|为|在|定在)")
SHORT = ("简称", "下称")
UNFINISHED = re.compile("后|以来|之前|前|的|过程|时|要求|精神|明确|提出|指出|强调|规定")


@dataclass(frozen=True, slots=True)
class Object:
    """Titles (none for an object without title) and where the object ends."""

    titles: tuple[Title, ...]
    end: int


def object_of(
    text: str, kind: str, verb: tuple[int, int], clause: tuple[int, int], titles: list[Title], words: ActWords
) -> Object | None:
    """The object that makes a verb of class ``kind`` an act, or None."""
    row = row_of(text, titles, verb[1], len(text), TITLE_REACH)
    if row and kind in ("issue", "sign", "plan"):
        return Object(tuple(row), row[-1].end)
    if (
        row and kind == "hold" and not row[0].text.endswith(words.title_endings)
    ):  # 推动《甲规划》实施 is no meeting
        return Object((), row[-1].end)
    if kind in ("issue", "sign"):
        before = _title_before(text, verb, clause, titles)
        if before or kind == "issue":
            before = before or _title_told(text, verb, titles) if kind == "issue" else before
            return Object((before,), verb[1]) if before else _unbracketed(text, verb, clause, words)
    if kind == "submit":
        told = _told_in_sentence(text, verb[0], [t for t in titles if not text.endswith(SHORT, 0, t.start)])
        return Object((told,), verb[1]) if told else None
    if kind == "praise":
        return Object((), clause[1])
    if kind == "propose":
        quoted = next((t for t in row if t.text and text[t.start] == "《"), None)
        return Object((quoted,) if quoted else (), clause[1])
    nouns = words.objects.get(kind)
    last = None
    for match in nouns.finditer(text, verb[1], min(clause[1], verb[1] + NOUN_REACH)) if nouns else ():
        last = match
        if kind in ("hold", "sign"):
            break
    if last is None:
        return _unbracketed(text, verb, clause, words) if kind == "found" else None
    return Object((), last.end())


def _unbracketed(text: str, verb: tuple[int, int], clause: tuple[int, int], words: ActWords) -> Object | None:
    """A document without brackets after the verb, or before it."""
    if text[slice(*verb)] in words.unbracketed and (named := named_after(text, verb[1], clause[1], words)):
        return Object(*named)
    name = named_before(text, verb, clause, words)
    return Object((name,), verb[1]) if name else None


def _told_in_sentence(text: str, verb: int, titles: list[Title]) -> Title | None:
    """编制了《草案》，|提请大会审查: the last title before the verb in its sentence."""
    before = [title for title in titles if title.end <= verb and "。" not in text[title.end : verb]]
    return before[-1] if before else None


def _title_told(text: str, verb: tuple[int, int], titles: list[Title]) -> Title | None:
    """…印发《纲要》，公布|的日子是10月10日: the day of a document that the sentence named before."""
    if DAY_OF.match(text, verb[1]) is None:
        return None
    return _told_in_sentence(text, verb[0], titles)


def _title_before(
    text: str, verb: tuple[int, int], clause: tuple[int, int], titles: list[Title]
) -> Title | None:
    """《标准化法》第一次修订完成, 《条例》获市人大通过: a title at the head of the clause whose verb follows it."""
    for title in reversed(titles):
        if title.end > verb[0] or title.start < clause[0]:
            continue
        between = text[title.end : verb[0]]
        if FOLLOWED.search(text, clause[0], title.start):
            return None
        finished = not UNFINISHED.match(text[verb[1] : verb[1] + 2])
        if len(between) <= BACKWARD_REACH and not re.search("[的，。；《》]", between) and finished:
            return title
        return None
    return None
