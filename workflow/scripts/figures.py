"""Draw the figures: see suyuan.stages.figures."""

from dataclasses import fields
from pathlib import Path

from suyuan.stages.figures import run
from suyuan.stages.log import log_to
from suyuan.stages.shown import Inputs

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        run(
            inputs=Inputs(**{field.name: Path(snakemake.input[field.name]) for field in fields(Inputs)}),
            languages=snakemake.params.languages,
            folder=Path(snakemake.output.figures),
            problems=Path(snakemake.output.problems),
            processes=snakemake.threads,
        )
