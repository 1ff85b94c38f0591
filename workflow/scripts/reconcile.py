"""Give facts their measures: see suyuan.stages.reconcile."""

from pathlib import Path

from suyuan.stages.log import log_to
from suyuan.stages.reconcile import run

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        run(
            facts=Path(snakemake.input.facts),
            measures=Path(snakemake.input.measures),
            dimensions=Path(snakemake.input.dimensions),
            areas=Path(snakemake.input.areas),
            decisions=Path(snakemake.input.decisions),
            output=Path(snakemake.output.facts),
            review=Path(snakemake.output.review),
            problems=Path(snakemake.output.problems),
        )
