"""Extract what the documents of a shard say: see suyuan.stages.extract."""

from pathlib import Path

from suyuan.stages.extract import run
from suyuan.stages.log import log_to

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        run(
            documents=Path(snakemake.input.documents),
            areas=Path(snakemake.input.areas),
            dimensions=Path(snakemake.input.dimensions),
            facts=Path(snakemake.output.facts),
            acts=Path(snakemake.output.acts),
            links=Path(snakemake.output.links),
            numerals=Path(snakemake.output.numerals),
            problems=Path(snakemake.output.problems),
        )
