"""Lengths of time, which nothing around them dates: 为期2年, 账龄超过1年, 到期后再延长30年, 建校80周年."""

from __future__ import annotations

import re

LENGTH_OF = re.compile(
    "(?:经过|历经|历时|用了?|为期|(?:有效期|期限|寿命|周期|年限|工期|账龄|龄期|时长|存续期|随访)(?:一般)?[为是在约达]?|耗时|需要?"
    "|新|延长|延期|推迟|提前|(?:之日|日|当日)[起后]|不?超过|少于|短于|长于|不足|不少于|至少|(?:签订|签署|服务|工作|连续工作)满)$"
)
LENGTH_QUALIFIED = re.compile("(?:不?超过|少于|短于|长于|不足|不少于|至少)")  # 账龄|超过1年
TERM_OF = re.compile(
    "[^，。；]{0,8}?(?:纲要|规划|计划|方案|过渡期|保质期|保修)|[以之]?[内后]的?(?:首个|最后|到期|全部|不能)|周年"
)
UNIT_OF_TIME = re.compile("(?:周?年|个月|月|天|日|周|小时|分钟)(?:左右|以上|以内|以下|多)?$")
ANNIVERSARY = re.compile("周年$")


def is_length_of_time(text: str, start: int, end: int) -> bool:
    """为期2年, 新10年扶贫纲要: a length of time is dated by nothing around it."""
    surface = text[start:end]
    if UNIT_OF_TIME.search(surface) is None:
        return False
    if ANNIVERSARY.search(surface) or LENGTH_QUALIFIED.match(surface):
        return True
    return bool(LENGTH_OF.search(text[max(0, start - 8) : start]) or TERM_OF.match(text, end))
