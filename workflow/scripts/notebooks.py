"""Run a notebook: see suyuan.stages.notebooks."""

from pathlib import Path

from suyuan.stages.log import log_to
from suyuan.stages.notebooks import run

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        run(
            notebook=Path(snakemake.input.notebook),
            executed=Path(snakemake.output.executed),
            page=Path(snakemake.output.page),
        )
