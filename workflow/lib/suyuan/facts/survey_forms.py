"""How many questionnaires were handed out, came back and are valid: 发放问卷|500份|，收回|480份|，剔除漏答者后余|462份|."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column
from suyuan.facts.study_words import study_words
from suyuan.language import any_of
from suyuan.quantities.mention import Mention

RULE = "forms_of_survey"
REACH = 160  # characters before the number in which its forms are told
UNIT = "份"
TAIL = "(?:共|共计|约|计|合计|总计|为|有|仅|得|了)*$"
DEEDS = (
    "(?P<sent>发放|派发|发出|分发|下发|投放|发送|寄出|寄发|推送)",
    "(?P<back>回收|收回|收集|收到)(?:到|得)?",
    "(?P<valid>有效|可用|合格)(?:样本)?",
)
LEFT = re.compile(
    f"(?:剔除|删去|删除|排除|筛除|去除|剔掉)[^。；]{{2,40}}?(?:余下|剩余|剩下|保留|得到|获得|余|剩|获|得){TAIL}"
)
NAMES = {"sent": "发放", "back": "回收", "valid": "有效"}
VALID_AFTER = ("有效", "合格")


class Told(NamedTuple):
    """What a clause says was done (``deed``: 发放, 回收, 有效), and with whose form of which name, where it says so."""

    deed: str
    who: str
    form: str


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A deed with the form, its kind and those who answer it, or with none of them; and any form."""
    words = study_words()
    kinds = f"{any_of(words.kinds_of_inquiry)}*"
    who = f"(?P<who>(?:(?!有效|可用|合格)[一-龥]{{0,4}}?{any_of(words.respondents)}[和与及、]?)*)"
    forms = any_of(words.forms_of_inquiry)
    deeds = f"(?:{'|'.join(DEEDS)})"
    return (
        re.compile(rf"{deeds}了?(?:{kinds}{who}(?:的|{kinds})*(?P<form>{forms})|{kinds})?{TAIL}"),
        re.compile(forms),
    )


def forms_of_survey(par: Paragraph, mention: Mention) -> Column | None:
    """The column of a number of questionnaires; None for any other number."""
    if mention.unit != UNIT or mention.rank:
        return None
    after = BLANKS.sub("", par.text[mention.end : mention.end + 12])
    if after.startswith("的"):
        return None
    told = _told(par, mention)
    if told is None:
        return None
    if not told.form:
        sent = _sent_before(par, mention, after)
        if sent is None:
            return None
        told = Told(told.deed, told.who or sent.who, sent.form)
    clause = BLANKS.sub("", par.text[par.clause(mention.start).start : mention.start])
    valid = after.startswith(VALID_AFTER) or clause.startswith(VALID_AFTER)
    name = f"{NAMES['valid'] if valid else told.deed}{told.who}{told.form}"
    return Column(name + "数", name, RULE)


def _told(par: Paragraph, mention: Mention) -> Told | None:
    """What the clause of a number says was done with forms of inquiry; None where it says nothing of the kind, or names what is
    none (收集作业|800份|)."""
    deeds, _ = _patterns()
    clause = BLANKS.sub("", par.text[par.clause(mention.start).start : mention.start])
    match = deeds.search(clause)
    if match is not None:
        deed = next(NAMES[key] for key in NAMES if match[key])
        return Told(deed, match["who"] or "", match["form"] or "")
    sentence = par.sentences[par.sentence_at(mention.start)].start
    if LEFT.search(BLANKS.sub("", par.text[sentence : mention.start])):
        return Told(NAMES["valid"], "", "")
    return None


def _sent_before(par: Paragraph, mention: Mention, after: str) -> Told | None:
    """What a deed without its object is of: the forms counted last, if those counted were forms, or those that the words before
    speak of; whose they are only where one sort was counted."""
    _, forms = _patterns()
    right = forms.match(after)
    if right is not None:
        return Told("", "", right.group())
    counted: list[Told] = []
    for other in par.mentions:
        if other.unit != UNIT or not mention.start - REACH <= other.start < mention.start:
            continue
        told = _told(par, other) or Told("", "", "")
        form = told.form
        behind = forms.match(par.text, other.end)
        if not form and behind is not None:
            form = behind.group()
        if form or not (told.deed or _of_the_forms(par, other)):
            counted.append(Told(told.deed, told.who, form))
    if counted:
        last = counted[-1]
        one = len({told.who for told in counted}) == 1
        return Told("", last.who if one else "", last.form) if last.form else None
    before = par.text[max(0, mention.start - REACH) : mention.start]
    named = list(forms.finditer(before))
    return Told("", "", named[-1].group()) if named else None


def _of_the_forms(par: Paragraph, mention: Mention) -> bool:
    """其中|教师|200份, 共|500份: nothing before the number, or who answers."""
    clause = BLANKS.sub("", par.text[par.clause(mention.start).start : mention.start])
    words = study_words().respondents
    return re.fullmatch(f"(?:其中|，)*(?:[一-龥]{{0,4}}{any_of(words)}(?:问卷)?)?{TAIL}", clause) is not None
