"""Build observations from facts: see suyuan.stages.observe."""

from pathlib import Path

from suyuan.stages.log import log_to
from suyuan.stages.observe import run

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        run(
            facts=Path(snakemake.input.facts),
            editions=Path(snakemake.input.editions),
            measures=Path(snakemake.input.measures),
            dimensions=Path(snakemake.input.dimensions),
            areas=Path(snakemake.input.areas),
            register=Path(snakemake.input.register),
            output=Path(snakemake.output.observations),
            stated=Path(snakemake.output.statements),
            left_out=Path(snakemake.output.left_out),
        )
