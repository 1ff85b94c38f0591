"""Gather the problems and describe the run: see suyuan.stages.summary."""

from pathlib import Path

from suyuan.stages.log import log_to
from suyuan.stages.summary import run

COUNTED = ("facts", "observations", "acts", "links", "numerals", "editions", "left_out")

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        run(
            parts=[Path(name) for name in snakemake.input.problems],
            counted={name: Path(snakemake.input[name]) for name in COUNTED},
            digests=snakemake.params.digests,
            problems=Path(snakemake.output.problems),
            record=Path(snakemake.output.run),
        )
