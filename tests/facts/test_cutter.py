"""Words are those that jieba cuts, and its cache file in the temporary directory is neither written nor read."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.cutter import Cutter

ADDED = {"阴凉库": "n", "云桥班列": "nz", "一窗": "n"}
TEXTS = [
    "云桥班列累计开行一千列",
    "阴凉库占库房总面积的比重继续提高",
    "叶翠屏与司徒鹤鸣在澄湖边签约",  # names that the dictionary lacks
    "赑屃驮碑",
    "甲乙丙丁戊己庚辛",
    "人工智能&物联网",
    "叙_闭&国",
    "①②③　★☆",
    "㐀㐁㐂",
    "国",
]
CHARACTERS = sorted(
    {char for text in TEXTS for char in text} | set("的了在新增企业家市场主体澄湖鹤鸣&_.+#a1")
)
SCRIPT = """
from suyuan.facts.tokens import tokenise
print([(token.text, token.flag) for token in tokenise("新设企业占全部企业的比重继续提高", [])])
"""


@pytest.fixture(scope="module")
def cutter() -> Cutter:
    return Cutter(ADDED)


@pytest.fixture(scope="module")
def jieba(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """jieba's own tagger with the same words added."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        import jieba
        import jieba.posseg
    jieba.setLogLevel(60)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    tokenizer.initialize()
    for word, flag in ADDED.items():
        tokenizer.add_word(word, None, flag)
    return jieba.posseg.POSTokenizer(tokenizer)


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_those_of_jieba(cutter: Cutter, jieba: Any, text: str) -> None:
    cut = cutter.cut(text)
    assert cut == [(pair.word, pair.flag) for pair in jieba.cut(text)]
    assert "".join(word for word, _ in cut) == text


@given(st.text(CHARACTERS, max_size=12))
def test_any_run_of_characters_is_cut_as_jieba_does(cutter: Cutter, jieba: Any, text: str) -> None:
    text = "".join(text.split())  # pieces hold no blanks
    assert cutter.cut(text) == [(pair.word, pair.flag) for pair in jieba.cut(text)]


def test_processes_side_by_side_neither_write_nor_read_a_cache_file(tmp_path: Path) -> None:
    cache = (
        tmp_path / "jieba.cache"
    )  # of another program: every word unknown but one that never stood in a dictionary
    cache.write_bytes(marshal.dumps(({"设企": 10**6, "设": 0}, 10**6)))
    before = cache.read_bytes()
    library = Path(sys.modules["suyuan"].__file__ or "").parents[1]
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(library)}
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT], env=environment, stdout=subprocess.PIPE, encoding="utf-8"
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=120)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert said[0] == said[1]
    assert "('新设', 'v'), ('企业', 'n')" in said[0]
    assert list(tmp_path.iterdir()) == [cache]
    assert cache.read_bytes() == before
