"""Words of a network of places."""

from __future__ import annotations

WORDS = {
    "zh": {
        "province": "省级", "city": "地级市", "county": "区县及以下", "tie": "协议、合作、平台、分支", "transfer": "含转移承接",
        "circle": "圈层（距核心的联系步数）", "none": "无通路", "agreement": "协议", "cooperation": "合作", "platform": "平台",
        "branch": "分支",
    },
    "en": {
        "province": "province", "city": "city", "county": "county or below", "tie": "agreement, cooperation, platform, branch",
        "transfer": "with a transfer", "circle": "circle (links to the core)", "none": "no way", "agreement": "agreement",
        "cooperation": "cooperation", "platform": "platform", "branch": "branch",
    },
}  # fmt: skip
SENTENCES = {
    "zh": {
        "place": "点越大，联系的地方越多；线越粗，陈述的联系越多；箭头为单向转移。机构以其所在地代表。",
        "circle": "圈层为到核心（{core}）的最少联系步数，不是地理距离；方位只作排列。",
        "loose": "{count}个地方与核心不连通，列在最外圈之外。",
    },
    "en": {
        "place": "Larger signs: more partners; thicker lines: more links told; arrows: transfers one way. A body stands for its "
        "seat.",
        "circle": "Circles count the fewest links to the core ({core}), not miles; directions only order the places.",
        "loose": "{count} places have no way to the core and stand outside the circles.",
    },
}
HEADS = {
    "zh": ("地方", "地方", "种类", "单向", "联系数", "最早", "圈层"),
    "en": ("place", "place", "kinds", "one way", "links", "first", "circle"),
}
