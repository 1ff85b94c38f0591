"""Pages written from templates: everything is escaped, and each page forbids what it does not itself bring.

Style sheet and script stand in the page and are allowed by their hash; nothing else may run or be loaded, save the
pictures beside the page.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import mistune
from jinja2 import Environment, FunctionLoader, StrictUndefined

DATA = "site"  # folder of templates, style sheet and script under suyuan/data
POLICY = (
    "default-src 'none'; img-src 'self' file:; style-src '{style}'; script-src '{script}'; "
    "base-uri 'none'; form-action 'none'"
)


class Pages:
    """Writes pages into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._style, self._script = data_text("site.css"), data_text("site.js")
        self._templates = Environment(
            loader=FunctionLoader(data_text),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.policies["json.dumps_kwargs"] = {
            "ensure_ascii": False,
            "separators": (",", ":"),
        }

    def write(self, template: str, name: str, variables: Mapping[str, Any]) -> None:
        """One page, ``name`` from the root of the site. Text in ``variables`` is escaped, save
        drawings, which suyuan.site.drawing has cleaned, and what ``written_html`` made."""
        text = self._templates.get_template(template).render(
            **variables,
            root="../" * name.count("/"),
            policy=POLICY.format(style=source_hash(self._style), script=source_hash(self._script)),
            style=self._style,
            script=self._script,
        )
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def data_text(name: str) -> str:
    """Text of a file of the site's package data. FileNotFoundError if there is none."""
    return resources.files("suyuan.data").joinpath(DATA, name).read_text(encoding="utf-8")


class _Renderer(mistune.HTMLRenderer):
    """HTML in which nothing of the text itself is HTML, and only addresses of the web are links: files of docs/ are not here."""

    def __init__(self) -> None:
        super().__init__(escape=True)

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """A link to the web, else its words."""
        return super().link(text, url, title) if url.startswith(("https://", "http://")) else text

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Its words."""
        return mistune.escape(text)


def written_html(markdown: str) -> str:
    """A page that is written in Markdown (GitHub's, with tables) as HTML."""
    return str(mistune.create_markdown(renderer=_Renderer(), plugins=["table"])(markdown))


def source_hash(text: str) -> str:
    """``sha256-…`` of an inline style sheet or script, as a Content-Security-Policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
