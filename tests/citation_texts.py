"""Own texts with marks and lists, read and analysed, for tests of the method citations."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from suyuan.facts import extract_facts
from suyuan.methods import METHODS, Corpus
from suyuan.methods.method import Result
from suyuan.reading import read_document
from suyuan.stages.extract import load_knowledge

ROOT = Path(__file__).parents[1]
BASE: dict[str, Any] = {"id": "x", "kind": "citations", "title": {"zh": "题"}}

TEXT = """# 书桌的尺寸与用途

## 1 引言

全国有书桌三种说法流传已久［1］。据统计，2019年全市共有书桌1250张[2]，其中新桌占36%。旧桌占64%<sup>[3-5]</sup>，椅子有980把，均已登记[2,6]。

## 2 方法

文献[5]指出，桌面平均宽度为120厘米。另有300张桌子没有登记。桌腿共有5000条[9]。

| 项目 | 数量 |
|---|---|
| 书桌[1] | 1250张 |
| 长椅 | 75条 |

## 参考文献

[1] 甲某. 书桌的历史[J]. 家具学报, 2018(2): 1-9.
[2] 乙某, 丙某. 书桌统计年报[R]. 2020.
[3] 丁某. 旧桌研究[M]. 北京: 某出版社, 2011.
[4] DING M. Old desks[M]. Beijing: Some Press, 2011.
[5] 戊某. 桌面宽度的测量[EB/OL]. (2016-05-01)[2021-03-02]. https://example.org/desk.
[6] 己某. 椅子[J]. 家具学报, 2019(1): 3-4.
[7] 庚某. 无人引用的条目[J]. 家具学报, 2019(4): 5-6.
"""


@cache
def corpus(text: str = TEXT, edition: str = "text") -> Corpus:
    """A corpus of one markdown text with its facts."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "own.md"
        path.write_text(text, encoding="utf-8")
        return corpus_of(path, "own", edition)


@cache
def corpus_of(path: Path, source_id: str, edition: str) -> Corpus:
    """A corpus of one file with its facts."""
    knowledge = load_knowledge(None, None)
    document = read_document(path, source_id=source_id, edition=edition, shown_path=path.name)  # type: ignore[arg-type]
    return Corpus([document], extract_facts(document, knowledge).facts, [], [], knowledge.gazetteer)


def result(text: str = TEXT, edition: str = "text", **given: Any) -> Result:
    """What the method gives of a text."""
    method = METHODS["citations"]
    return method.run(method.declaration.model_validate(BASE | given), corpus(text, edition))


def result_of(path: Path, source_id: str, edition: str = "text") -> Result:
    """What the method gives of a file."""
    method = METHODS["citations"]
    return method.run(method.declaration.model_validate(BASE), corpus_of(path, source_id, edition))
