"""What a check of shares and means found, as a sentence in Chinese and in English."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "no_base": ("未载明人数，无从检验。", "The number of people is not printed, so that nothing can be tested."),
    "no_scale": (
        "单个得分是否为整数未载明，无从检验。",
        "Whether single scores are whole numbers is not printed, so that nothing can be tested.",
    ),
    "no_power": (
        "检验没有功效：人数多于所印位数能分辨的程度，任何数值都会通过。",
        "The test has no power: there are more people than the printed digits can tell apart, and every value would pass.",
    ),
    "holds": ("相符。", "They fit."),
    "inconsistent": ("不相符；无从断定哪个数有误。", "They do not fit; which of them is wrong cannot be told."),
    "several": ("各项之和超过100%，应为多选。", "The shares sum to more than 100%: several options could be chosen."),
    "over": (
        "单选题各项之和超过100%。",
        "One option could be chosen, and yet the shares sum to more than 100%.",
    ),
    "mixed": (
        "各项之和超过100%：可多选，或分属不同题目，无从判断。",
        "The shares sum to more than 100%: several options could be chosen, or they belong to several questions.",
    ),
    "open": (
        "各项之和未超过100%，是否多选无从判断。",
        "The shares do not pass 100%; whether several could be chosen cannot be told.",
    ),
    "declared": (
        "题目注明可多选，各项之和不受100%限制。",
        "Several options could be chosen, so that the sum is not bound to 100%.",
    ),
    "wide": ("位数太粗，无从检验。", "The print is too coarse to test anything."),
    "other_scale": (
        "句中有多个均值，该计分范围未必属于此项。",
        "The sentence has several means, and the scale need not be that of this one.",
    ),
    "part": (
        "该数属于其中一组，该组人数未与之同载，基数未必相同。",
        "The number is of one group, whose size is not printed with it and need not be the base.",
    ),
    "far_base": (
        "人数与占比不在同一句中，基数未必相同。",
        "The number of people stands in another sentence and need not be the base.",
    ),
}  # fmt: skip
