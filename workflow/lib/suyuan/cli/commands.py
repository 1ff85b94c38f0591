"""What each command does; the parser gives it the options, the output takes its lines.

A command loads what it needs: the grammar takes most of the start, and half of the commands do without it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from suyuan.cli.errors import NotYet, UserError
from suyuan.cli.explained import explained_text
from suyuan.cli.files import draw_rows, read_file
from suyuan.cli.output import Output
from suyuan.cli.rows import act_row, link_row, numeral_row, table_rows
from suyuan.document import Document
from suyuan.locate import SpanError, crop_names, located
from suyuan.problems import has_errors, problem_line
from suyuan.reading import render_text
from suyuan.reading.worker import Worker, is_harmless

if TYPE_CHECKING:
    from suyuan.cli.project import Project

T = TypeVar("T")


def read(options: argparse.Namespace, output: Output) -> int:
    """The document in reading order."""
    with _reader(options.file) as reader:
        output.text(render_text(_told(read_file(options.file, reader, options.password))))
    return 0


def facts(options: argparse.Namespace, output: Output) -> int:
    """Every quantity."""
    from suyuan.facts import fact_json

    output.lines(map(fact_json, _found(options, lambda project, document: project.facts(document))))
    return 0


def events(options: argparse.Namespace, output: Output) -> int:
    """Every policy act."""
    output.lines(map(act_row, _found(options, lambda project, document: project.acts(document))))
    return 0


def links(options: argparse.Namespace, output: Output) -> int:
    """Every tie between places."""
    output.lines(_found(options, _link_rows))
    return 0


def numerals(options: argparse.Namespace, output: Output) -> int:
    """Every numeral."""
    output.lines(map(numeral_row, _found(options, lambda project, document: project.numerals(document))))
    return 0


def explain(options: argparse.Namespace, output: Output) -> int:
    """What each stage read of the number at one place."""
    project, document = _read(options)
    try:
        told = project.explanations(document, options.start)
    except SpanError as error:
        raise UserError(f"{options.file}: {error}") from error
    if options.json:
        output.lines(told)
    else:
        output.text("\n".join(map(explained_text, told)))
    return 0


def tables(options: argparse.Namespace, output: Output) -> int:
    """Every table that the reader recognises."""
    with _reader(options.file) as reader:
        rows = list(table_rows(_told(read_file(options.file, reader, options.password))))
    if not rows:
        print(f"suyuan: {options.file}: no tables were found", file=sys.stderr)
    output.lines(rows)
    return 0


def locate(options: argparse.Namespace, output: Output) -> int:
    """Page and boxes of a span."""
    with _reader(options.file) as reader:
        document = _told(read_file(options.file, reader, options.password))
    try:
        output.lines(located(document, options.start, options.end))
    except SpanError as error:
        raise UserError(f"{options.file}: {error}") from error
    return 0


def crop(options: argparse.Namespace, output: Output) -> int:
    """Pictures of a span on its pages; the names of the files written."""
    if options.out.suffix.lower() != ".png":
        raise UserError(f"{options.out}: pictures are written as PNG; give a name that ends in .png")
    with _reader(options.file) as reader:
        document = _told(read_file(options.file, reader, options.password))
        try:
            rows = located(document, options.start, options.end)
            if document.boxes is None:
                raise SpanError(
                    f"a {document.media} file has no pages to draw; use suyuan locate, which shows the passage"
                )
            pictures = draw_rows(
                options.file, rows, reader, options.padding, options.dpi / 72, options.password
            )
        except SpanError as error:
            raise UserError(f"{options.file}: {error}") from error
    for name, picture in zip(crop_names(options.out, len(rows)), pictures, strict=True):
        name.write_bytes(picture)
        output.text(f"{name}\n")
    return 0


def audit(options: argparse.Namespace, output: Output) -> int:
    """Not in this version; a file that cannot be read is told first."""
    with _reader(*options.files) as reader:
        for file in options.files:
            _told(read_file(file, reader, options.password))
    raise NotYet("audit: this version does not check arithmetic yet; nothing was checked")


def check(options: argparse.Namespace, output: Output) -> int:
    """Problems of a project, a line each."""
    from suyuan.check import check_project  # needs all of figures and site; no other command does

    if not options.project.is_dir():
        raise UserError(
            f"{options.project}: no such folder; give the root of a project, with raw/ and config/"
        )
    problems = check_project(options.project)
    for problem in problems:
        output.text(problem_line(problem) + "\n")
    if not problems:
        output.text("no problems\n")
    return 1 if has_errors(problems) else 0


def _link_rows(project: Project, document: Document) -> list[Mapping[str, Any]]:
    return [link_row(link, project.knowledge.gazetteer) for link in project.links(document)]


def _found(options: argparse.Namespace, find: Callable[[Project, Document], list[T]]) -> list[T]:
    """What a project finds in the file."""
    return find(*_read(options))


def _read(options: argparse.Namespace) -> tuple[Project, Document]:
    """The project, or none, and the file as read for it."""
    with _reader(options.file) as reader:
        from suyuan.cli.project import Project

        project = Project.of(options.project)
        return project, _told(project.read(options.file, reader, options.password))


def _reader(*files: Path) -> Worker:
    """What reads the files; its process starts now, so that it is ready when the tables are loaded."""
    worker = Worker()
    if not all(map(is_harmless, files)):
        worker.start()
    return worker


def _told(document: Document) -> Document:
    """The document, after what could not be read of it, or cannot be trusted, was told on standard error."""
    for problem in document.problems:
        if problem.severity != "note":
            print(f"suyuan: {problem_line(problem)}", file=sys.stderr)
    return document
