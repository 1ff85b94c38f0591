"""Notebooks: each is run from top to bottom, and kept as a notebook with outputs and as a page for the browser."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import matplotlib.font_manager  # noqa: F401 - builds the cache of fonts, or a cell would tell of it
import nbformat
from jinja2 import DictLoader
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbconvert import HTMLExporter
from nbformat import NotebookNode

# What a notebook calls by ``suyuan.load()``: named here so that editing it runs the notebooks again.
USED_BY_NOTEBOOKS = ("suyuan.export.load", "suyuan.tracing")
SECONDS = 300  # for one cell
LONGEST_SOCKET = (
    80  # the path of a socket may have 107 characters; no network is needed to talk to the kernel
)
# The page of nbconvert without its scripts for formulas, diagrams and widgets, most of which it would load from elsewhere,
# and with the words that a picture brings for those who do not see it.
PAGE = """
{%- extends "lab/index.html.j2" -%}
{% block html_head_js %}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:">
{% endblock %}
{% block jupyter_widgets %}{% endblock %}
{% block html_head_js_mathjax %}{% endblock %}
{% block html_head_js_mermaidjs %}{% endblock %}
{%- block data_png scoped -%}
<div class="jp-RenderedImage jp-OutputArea-output {{ extra_class }}" tabindex="0">
<img src="data:image/png;base64,{{ output.data['image/png'] | escape_html }}"
     alt="{{ (output | get_metadata('alt', 'image/png') or output.data['text/plain']) | escape_html }}">
</div>
{%- endblock data_png -%}
"""
LIBRARY = Path(__file__).resolve().parents[2]


class NotebookError(ValueError):
    """A cell failed. The text names the notebook and the cell, and quotes the error."""


def run(notebook: Path, executed: Path, page: Path) -> None:
    """Run ``notebook`` in its own folder and write it with its outputs to ``executed``, and as HTML to ``page``.

    The page loads nothing from elsewhere. The same inputs give the same bytes. Raises NotebookError if a cell fails.
    """
    filled = run_cells(nbformat.read(notebook, as_version=4), notebook)
    executed.write_text(nbformat.writes(filled) + "\n", encoding="utf-8", newline="\n")
    page.write_text(as_page(filled, notebook.stem), encoding="utf-8", newline="\n")


def run_cells(notebook: NotebookNode, path: Path) -> NotebookNode:
    """The notebook with the outputs of its cells, run by this interpreter in the folder of ``path``.

    Its metadata stay as they are, without versions and times.
    """
    metadata = nbformat.from_dict(notebook.metadata)
    with tempfile.TemporaryDirectory(prefix="suyuan-notebook-") as folder:
        # no kernels of others: the one of this interpreter is found without a folder
        specs = KernelSpecManager(kernel_dirs=[], ensure_native_kernel=True)
        kernel = AsyncKernelManager(
            kernel_name="python3",
            kernel_spec_manager=specs,
            connection_file=str(Path(folder, "kernel.json")),
            transport="ipc" if len(folder) < LONGEST_SOCKET else "tcp",
        )
        client = NotebookClient(
            notebook,
            km=kernel,
            timeout=SECONDS,
            record_timing=False,
            resources={"metadata": {"path": str(path.parent)}},
        )
        try:
            client.execute(env=surroundings(Path(folder)), cleanup_kc=True)
        except CellExecutionError as error:
            ran = [number for number, cell in enumerate(notebook.cells, 1) if cell.get("execution_count")]
            raise NotebookError(
                f"{path.name}: cell {ran[-1] if ran else 1} failed: {error.ename}: {error.evalue}; "
                "open it in Jupyter, run its cells, mend the last"
            ) from error
    notebook.metadata = metadata
    return notebook


def surroundings(folder: Path) -> dict[str, str]:
    """Variables of the kernel: this library first, no settings of the user (``folder`` stands in for them), UTC."""
    paths = [str(LIBRARY), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONHASHSEED": "0",
        "IPYTHONDIR": str(folder / "ipython"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "SOURCE_DATE_EPOCH": "0",
        "TZ": "UTC",
        "COLUMNS": "100",
    }


def as_page(notebook: NotebookNode, title: str) -> str:
    """The notebook as one HTML file that runs no script and loads nothing, which its policy also forbids."""
    exporter = HTMLExporter(
        extra_loaders=[DictLoader({"page.html.j2": PAGE})], template_file="page.html.j2", embed_images=True
    )
    body, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": title}})
    return str(body)
