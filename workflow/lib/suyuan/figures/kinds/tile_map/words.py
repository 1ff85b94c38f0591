"""Words of figures of adoption."""

from __future__ import annotations

WORDS = {
    "zh": {
        "named": "点名", "carried": "此前已有", "implied": "由“所有”一类词推出", "said_none": "文中称无", "not_found": "未见说明",
        "only_number": "其中{count}个仅有数目，未点名", "unnamed": "仅有数目",
    },
    "en": {
        "named": "named", "carried": "since an earlier period", "implied": "implied by a word for all",
        "said_none": "said to have none", "not_found": "nothing said", "only_number": "{count} of them by number only",
        "unnamed": "number only",
    },
}  # fmt: skip

SENTENCES = {
    "zh": {
        "cell": "每格为一个单元在该时段之末是否已有：“点名”为文中写出名称，“由‘所有’一类词推出”为文中称该级单元全部已有，"
        "“此前已有”为较早时段已有而沿用。",
        "number": "仅有数目而未点名的单元不落在任何一格。",
        "open": "“≥”表示名单以“等”结尾，并不完整。",
        "tiles": "方格只示意相对位置，不表示面积与边界。",
        "map": "界线取自{licence}。",
    },
    "en": {
        "cell": "Each tile tells whether a unit had adopted by the end of the period: named: the text gives its name; implied: "
        "the text says that all units of the level have; since an earlier period: told for an earlier period and kept.",
        "number": "Units of which only the number is given stand in no tile.",
        "open": "“≥”: the list of names is left open (等).",
        "tiles": "Tiles show where units lie to one another, not areas or borders.",
        "map": "Boundaries: {licence}.",
    },
}
HEADS = {
    "zh": ("层级", "时段", "点名", "推出", "沿用", "文中数目", "合计", "单元总数"),
    "en": ("level", "period", "named", "implied", "kept", "number stated", "total", "units"),
}
