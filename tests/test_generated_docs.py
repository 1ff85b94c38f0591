"""Documents that are generated from the data are as the data is now."""

import re
import shutil
from pathlib import Path

import pytest

from suyuan.docs import write as docs
from suyuan.markers import parts
from suyuan.sources.overview import OVERVIEW, WRITER, main, sources_overview
from suyuan.sources.overview_material import read_sources

ROOT = Path(__file__).resolve().parents[1]


def test_the_overview_of_sources_is_up_to_date():
    committed = (ROOT / OVERVIEW).read_text(encoding="utf-8")
    assert sources_overview(read_sources(ROOT)) == committed, f"{OVERVIEW} is stale; run {WRITER}"


def test_the_writer_writes_it_once(tmp_path, capsys):
    for folder in ("config", "processed"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    without_copies = shutil.ignore_patterns(
        "originals"
    )  # and copied, because a link out of the project does not count
    shutil.copytree(ROOT / "raw", tmp_path / "raw", ignore=without_copies)
    assert [main([str(tmp_path)]), main([str(tmp_path)])] == [0, 0]
    assert capsys.readouterr().out == f"written: {OVERVIEW}\n"
    assert (tmp_path / OVERVIEW).read_text(encoding="utf-8") == (ROOT / OVERVIEW).read_text(encoding="utf-8")


def test_generated_parts_of_the_documents_are_up_to_date():
    found = [path.relative_to(ROOT).as_posix() for path in docs.stale(ROOT)]
    assert not found, f"{', '.join(found)}: run {docs.WRITER} (or make docs)"


def test_readme_has_the_generated_parts():
    names = [part.name.split()[0] for part in parts((ROOT / "README.md").read_text(encoding="utf-8"))]
    assert set(names) == set(docs.MAKERS)


# What can only be counted in the data; a number before one of these has to be generated.
COUNTED = (
    "facts? observations? sources? statements? measures? series acts? links? numerals? numbers? figures? tables? rows? points? "
    "digests? marks? papers? documents? cards? findings? problems? examples? corrections? pages"
)
WRITTEN_OUT = "two three four five six seven eight nine ten eleven twelve dozen hundred"
TYPED = re.compile(
    rf"\b(?:\d+(?:[,.]\d+)*|{'|'.join(WRITTEN_OUT.split())})(?: \w+){{0,2}}? (?:{'|'.join(COUNTED.split())})\b",
    re.I,
)


def hand_written(text):
    """A document without its generated parts and without code."""
    for part in reversed(parts(text)):
        text = text[: part.start] + text[part.end :]
    return re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.S)


@pytest.mark.parametrize(
    "name", ["README.md", "docs/architecture.md", "raw/digests/README.md", "CITATION.cff"]
)
def test_no_count_of_the_data_is_typed_by_hand(name):
    """Where such a number is no count of the data, say it in other words."""
    found = TYPED.findall(hand_written((ROOT / name).read_text(encoding="utf-8")))
    assert not found, f"{name}: {found}; generate it (python -m suyuan.docs) or take it out"


@pytest.mark.parametrize(
    "text", ["46 numbers", "Two of the documents", "1,171 numerals", "five source papers"]
)
def test_a_typed_count_is_noticed(text):
    assert TYPED.search(text) and not TYPED.search("Python 3.11 to 3.13 on 2 cores")
