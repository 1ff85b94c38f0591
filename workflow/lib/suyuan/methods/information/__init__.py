"""Method information: mutual information between texts, with what chance alone gives."""

from suyuan.methods.information.declared import Information
from suyuan.methods.information.rows import HalvesRow, MergeRow, PairRow, SettingRow, ShareRow, TextRow
from suyuan.methods.information.run import run
from suyuan.methods.method import Method

METHOD = Method(
    Information,
    {
        "setting": SettingRow,
        "texts": TextRow,
        "pairs": PairRow,
        "terms": ShareRow,
        "tree": MergeRow,
        "halves": HalvesRow,
    },
    run,
)
