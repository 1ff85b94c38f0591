"""How many questionnaires were handed out, came back and are valid: 发放问卷|500份|，收回|480份|，剔除漏答者后余|462份|."""

from __future__ import annotations

import re

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column
from suyuan.quantities.mention import Mention

RULE = "forms_of_survey"
FORMS = "问卷|答卷|调查问卷|调查表|问卷调查表"
OTHERS = re.compile("判决|文书|合同|报告|病历|血清|标本|样品|试卷|文本|土样|水样|协议")
REACH = 160  # characters before the number in which its forms are told
KINDS = "(?:纸质|电子|线上|线下|网络|匿名|调查|自填式|在线|正式|预)*"
TAIL = "(?:共|共计|约|计|合计|总计|为|有|仅|得|了)*$"
WHO = "(?P<who>[一-龥]{0,4}?)"
SENT = re.compile(
    f"(?:发放|派发|发出|分发|下发|投放|发送|寄出|寄发|推送){KINDS}了?{WHO}{KINDS}(?:{FORMS})?{TAIL}"
)
BACK = re.compile(f"(?:回收|收回|收集|收到)(?:到|得|了)?{KINDS}{WHO}{KINDS}(?:{FORMS})?{TAIL}")
VALID = re.compile(f"(?:有效|可用|合格)(?P<who>[一-龥]{{0,4}}?)(?:{FORMS}|样本)?{TAIL}")
LEFT = re.compile(
    f"(?:剔除|删去|删除|排除|筛除|去除|剔掉)[^。；]{{2,40}}?(?:余下|剩余|剩下|保留|得到|获得|余|剩|获|得){TAIL}"
)
NO_WHO = re.compile("有效|可用|份|率|后|中")
NAMES = ((VALID, "有效"), (LEFT, "有效"), (SENT, "发放"), (BACK, "回收"))


def forms_of_survey(par: Paragraph, mention: Mention) -> Column | None:
    """The column of a number of questionnaires; None for any other number."""
    if mention.unit != "份" or mention.rank:
        return None
    before = BLANKS.sub("", par.text[max(0, mention.start - REACH) : mention.start])
    after = BLANKS.sub("", par.text[mention.end : mention.end + 12])
    if not re.search(FORMS, before + after[:6]) or OTHERS.search(before[-60:]) or after.startswith("的"):
        return None
    sentence = par.sentences[par.sentence_at(mention.start)].start
    clause = BLANKS.sub("", par.text[par.clause(mention.start).start : mention.start])
    whole = BLANKS.sub("", par.text[sentence : mention.start])
    valid = after.startswith(("有效", "合格")) or clause.startswith(("有效问卷", "有效答卷"))
    for pattern, deed in NAMES:
        match = pattern.search(whole if pattern is LEFT else clause)
        if match is None:
            continue
        who = match.groupdict().get("who") or ""
        who = "" if NO_WHO.search(who) else who
        form = "调查表" if "调查表" in clause else "问卷"
        name = f"{'有效' if valid else deed}{who}{form}"
        return Column(name + "数", name, RULE)
    return None
