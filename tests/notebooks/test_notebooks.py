"""Notebooks: committed without outputs and thin; run to the same bytes; pages that need nothing else."""

import ast
import re
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from suyuan.stages.digest import closure
from suyuan.stages.notebooks import NotebookError, run
from suyuan.stages.settings import notebook_names

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = sorted((ROOT / "notebooks").glob("*.ipynb"))
LONGEST_CELL = 4  # lines; what needs more belongs into the library
CLEAR = "python -m nbconvert --clear-output --inplace notebooks/*.ipynb"


def cells(path, kind):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: path.name)
def test_a_committed_notebook_has_no_outputs(path):
    code = cells(path, "code")
    assert code
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code), CLEAR
    assert not any("execution" in cell.metadata for cell in code), CLEAR


@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: path.name)
def test_a_committed_notebook_is_thin(path):
    for cell in cells(path, "code"):
        lines = [line for line in cell.source.splitlines() if line.strip()]
        assert len(lines) <= LONGEST_CELL, cell.source
        nodes = list(ast.walk(ast.parse(cell.source)))
        assert not any(isinstance(n, ast.FunctionDef | ast.ClassDef | ast.For | ast.While) for n in nodes)


@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: path.name)
def test_the_words_of_a_committed_notebook_hold_no_number_of_the_data(path):
    """Only what the cells print can be right tomorrow."""
    for cell in cells(path, "markdown"):
        assert not re.search(r"\d", re.sub(r"`[^`]*`", "", cell.source)), cell.source


@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: path.name)
def test_a_committed_notebook_has_ids_and_no_version_of_its_kernel(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    assert "version" not in notebook.metadata.language_info


def written(folder, *sources):
    """A notebook of these code cells after a line of text."""
    texts = [new_markdown_cell("# A title", id="text")]
    code = [new_code_cell(source, id=f"cell{number}") for number, source in enumerate(sources)]
    path = folder / "some.ipynb"
    nbformat.write(new_notebook(cells=[*texts, *code]), path)
    return path


def test_a_notebook_runs_beside_its_file_to_the_same_bytes(tmp_path, monkeypatch):
    source = written(
        tmp_path,
        "from pathlib import Path; import suyuan, os\n[p.name for p in Path.cwd().glob('*.ipynb')]",
        "print({'一', '二', '三'}, os.environ['TZ'], 'ipython' in os.environ['IPYTHONDIR'])",
        "import pandas as pd; pd.DataFrame({'x<b>': [1]}).plot(y='x<b>')",
    )
    results = []
    for zone in ("Asia/Shanghai", "America/New_York"):
        monkeypatch.setenv("TZ", zone)
        folder = tmp_path / zone.replace("/", "-")
        folder.mkdir()
        run(source, folder / "some.ipynb", folder / "some.html")
        results.append([(folder / name).read_bytes() for name in ("some.ipynb", "some.html")])
    assert results[0] == results[1]
    notebook = nbformat.reads(results[0][0].decode("utf-8"), as_version=4)
    outputs = [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]
    assert outputs[0][0].data["text/plain"] == "['some.ipynb']"
    assert outputs[1][0].text.endswith("UTC True\n")
    assert "image/png" in outputs[2][-1].data
    page = results[0][1].decode("utf-8")
    assert "<script" not in page and "default-src 'none'" in page and "<title>some</title>" in page
    assert not re.search(
        r"""(?:src|href)\s*=\s*["']?(?!#|data:|["'])|url\(\s*["']?(?!data:|#|["'])http""", page
    )
    assert nbformat.read(source, as_version=4).cells[1].outputs == []


def test_a_cell_that_fails_is_named(tmp_path):
    source = written(tmp_path, "one = 1", "one / 0")
    with pytest.raises(
        NotebookError, match=r"some\.ipynb: cell 3 failed: ZeroDivisionError: division by zero"
    ):
        run(source, tmp_path / "out.ipynb", tmp_path / "out.html")
    assert not (tmp_path / "out.html").exists()


def test_notebooks_run_again_when_what_they_call_changes():
    used = closure(["suyuan.stages.notebooks"])
    assert {"suyuan.export.load", "suyuan.tracing", "suyuan.reading.pages"} <= set(used)


def test_notebooks_are_listed_by_name(tmp_path):
    assert notebook_names(tmp_path) == []
    (tmp_path / "notebooks" / ".ipynb_checkpoints").mkdir(parents=True)
    for name in ("02-b.ipynb", "01-a.ipynb", "notes.md", ".ipynb_checkpoints/01-a-checkpoint.ipynb"):
        (tmp_path / "notebooks" / name).write_text("", encoding="utf-8")
    assert notebook_names(tmp_path) == ["01-a", "02-b"]
