"""What the rules ask of the configuration, so that no logic stands in them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from suyuan.config import Config, ConfigError
from suyuan.paths import has_originals, raw_files, result_folders, shard_names
from suyuan.reading.password import variables_set
from suyuan.suggest import validate

NAME = "configuration (config/config.yaml or --config)"


@dataclass(frozen=True)
class Settings:
    """Configuration of a build, as the rules take it."""

    config: Config
    project: str  # folder with raw/ and config/, relative to the working directory
    folders: dict[str, str]  # processed, figures, intermediate, logs …
    shards: list[str]
    documents: list[str]  # files that the register looks at, relative to the project
    notebooks: list[str]  # names of the notebooks to run

    @property
    def processed(self) -> Path:
        """Folder of the tables, relative to the working directory."""
        return Path(self.project, self.folders["processed"])

    @property
    def figures(self) -> Path:
        """Folder of the figures, relative to the working directory."""
        return Path(self.project, self.folders["figures"])

    @property
    def control(self) -> dict[str, str]:
        """Tables that people write, which are no documents: sources (the cards), corrections, collected."""
        return control_files(self.config)

    @property
    def codebooks(self) -> list[str]:
        """Codebooks and reviews that analyses may name, relative to the project: a change of one makes the analyses anew."""
        folder = Path(self.config.analyses).parent
        found = Path(self.project, folder, "codebooks").glob("*.*")
        kinds = (".yaml", ".csv")
        return sorted((folder / "codebooks" / path.name).as_posix() for path in found if path.suffix in kinds)

    @property
    def method_pages(self) -> list[str]:
        """Pages of docs/methods, relative to the project; none in a project without them."""
        found = Path(self.project, "docs/methods").glob("*.md")
        return sorted(f"docs/methods/{path.name}" for path in found)

    @property
    def originals(self) -> str | None:
        """Folder with the user's own copies as configured; None for raw/originals."""
        return self.config.originals

    @property
    def limits(self) -> dict[str, float]:
        """Limits of one document, as keyword arguments of ``suyuan.reading.limits.Limits``."""
        return self.config.limits.model_dump()

    @property
    def passwords(self) -> list[str]:
        """Names of the environment variables with passwords of sources: with a new one, documents are read anew."""
        return variables_set(os.environ)


def workflow_settings(values: Mapping[str, Any], project: str = ".") -> Settings:
    """Settings from Snakemake's ``config`` (the file with ``--config`` laid over it).

    Raises ConfigError, one line a fault, for an unknown key or a bad value.
    """
    # Snakemake's own key: names of folders, which it applies by itself
    config, faults = validate(Config, {key: value for key, value in values.items() if key != "pathvars"})
    if config is None:
        raise ConfigError([fault.line(NAME) for fault in faults])
    root = Path(project)
    own_copies = config.originals is not None or has_originals(root)
    return Settings(
        config=config,
        project=project,
        folders=result_folders(own_copies, config.results),
        shards=shard_names(config.shards),
        documents=raw_files(root, config.originals, frozenset(control_files(config).values())),
        notebooks=[] if own_copies or config.results else notebook_names(root),
    )


def notebook_names(project: Path) -> list[str]:
    """Names of the notebooks of a project, without ending, sorted.

    They tell about the tables of the project itself (``suyuan.load()``), so a build that writes elsewhere runs none.
    """
    return sorted(path.stem for path in (project / "notebooks").glob("*.ipynb"))


def control_files(config: Config) -> dict[str, str]:
    """Tables that people write about documents, by name, relative to the project."""
    return {"sources": config.sources, "corrections": config.corrections, "collected": config.collected}


def originals_path(project: Path, originals: str | None) -> Path | None:
    """The configured folder of originals as a path from the working directory; None for raw/originals."""
    return None if originals is None else project / originals
