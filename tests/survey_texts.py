"""A text of our own that prints what surveys print, read and extracted by the line, for tests of surveys."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from suyuan.facts import extract_facts
from suyuan.methods import METHODS, Corpus
from suyuan.methods.method import Result
from suyuan.reading import read_document
from suyuan.reconcile import area_names, read_catalogue, read_decisions, reconcile
from suyuan.stages.extract import load_knowledge

ROOT = Path(__file__).resolve().parents[1]
BASE = {"id": "x", "kind": "surveys", "title": {"zh": "题"}}
TEXT = """# 阅览室使用情况

本次共发放问卷500份，回收有效问卷456份，有效率91.2%。

总体评价的均值为3.52，标准差为0.81（5点计分）。甲组（n=120）的得分为（3.52±0.81）分，乙组（n=118）的得分为（3.21±0.77）分，差异显著（t=3.03，P=0.003）。

年级之间有差异（F（2，453）=4.12，p<0.05），院系之间没有（χ2=3.21，df=2，P=0.021）。与年龄相关（r=0.32，P<0.001）。

选择座位的占65.7%，选择光线的占68.9%，选择安静的占36.8%（N=456，可多选）。

表1 两组各题得分

| 题目 | 甲组（n=120） | 乙组（n=118） | t | P |
|---|---|---|---|---|
| 座位 | 3.52±0.81 | 3.21±0.77 | 3.03 | 0.003 |
| 光线 | 3.02±0.61 | 3.25±0.71 | 2.68 | 0.35 |

其余各题见表2。
"""


def read_corpus(path: Path, source_id: str, edition: str) -> Corpus:
    """A corpus of one file with its facts, measures given by the project's catalogue."""
    knowledge = load_knowledge(ROOT / "config/areas.csv", ROOT / "config/dimensions.yaml")
    document = read_document(path, source_id=source_id, edition=edition)  # type: ignore[arg-type]
    catalogue, _ = read_catalogue(ROOT / "config/measures.yaml", ROOT / "config/dimensions.yaml")
    decisions, _ = read_decisions(ROOT / "config/measure_decisions.csv", catalogue)
    found = extract_facts(document, knowledge).facts
    facts = reconcile(found, catalogue, decisions, area_names(knowledge.gazetteer)).facts
    return Corpus([document], facts, [], [], knowledge.gazetteer)


@cache
def own_corpus(text: str = TEXT) -> Corpus:
    """The corpus of a text."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "own.md"
        path.write_text(text, encoding="utf-8")
        return read_corpus(path, "own", "text")


@cache
def own_result(text: str = TEXT) -> Result:
    """What an analysis without questionnaires gives of a text."""
    method = METHODS["surveys"]
    return method.run(method.declaration.model_validate(BASE), own_corpus(text))
