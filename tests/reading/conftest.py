"""PDFs with known truth, typeset for the tests, and the paths of the shared corpus."""

from __future__ import annotations

from pathlib import Path

import mplfonts
import pytest
import typst

from suyuan.reading.limits import Limits
from suyuan.reading.worker import Worker

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus"
FONTS = Path(mplfonts.__file__).parent / "fonts"
FONT_FILE = "NotoSansCJKsc-Regular.otf"

HEAD = """
#set document(date: none)
#set text(font: "Noto Sans CJK SC", size: 10pt, lang: "zh", region: "cn", fallback: false)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.7em, spacing: 0.7em)
#show heading: it => block(above: 1.2em, below: 0.8em, text(size: 12pt, weight: "regular", it.body))
#set footnote(numbering: "①")
#show footnote.entry: set text(size: 8pt)
"""

SMALL = Limits(seconds=15, memory_mb=160)
ODD = "reading.odd_reader"  # a process whose reader does what the file says


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of the shared corpus; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("the shared corpus is not beside this repository")
    return SHARED


@pytest.fixture(scope="session")
def typeset(tmp_path_factory: pytest.TempPathFactory):
    """Function from typst markup to the path of a PDF."""
    folder = tmp_path_factory.mktemp("typeset")
    fonts = next(FONTS.rglob(FONT_FILE)).parent
    count = 0

    def make(markup: str, *, page: str = "") -> Path:
        nonlocal count
        count += 1
        source = folder / f"page{count}.typ"
        source.write_text(
            f'#set page(paper: "a4"{", " + page if page else ""})\n{HEAD}\n{markup}', encoding="utf-8"
        )
        target = source.with_suffix(".pdf")
        typst.compile(str(source), output=str(target), font_paths=[str(fonts)], ignore_system_fonts=True)
        return target

    return make


@pytest.fixture(scope="module")
def worker():
    with Worker(SMALL) as one:
        yield one


@pytest.fixture
def file(tmp_path: Path):
    """Function from bytes to a file of them."""

    def make(data: bytes, name: str = "a.pdf") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return make


@pytest.fixture
def odd(monkeypatch: pytest.MonkeyPatch):
    """A worker whose reader does what the file says, started and waiting."""
    monkeypatch.setattr("suyuan.reading.worker.PROCESS", ODD)
    with Worker() as one:
        yield one
