"""Read the documents of a shard: see suyuan.stages.read."""

from pathlib import Path

from suyuan.reading.limits import Limits
from suyuan.stages.log import log_to
from suyuan.stages.read import run
from suyuan.stages.settings import originals_path

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        run(
            shard=Path(snakemake.input.shard),
            project=Path(snakemake.params.project),
            originals=originals_path(Path(snakemake.params.project), snakemake.params.originals),
            documents=Path(snakemake.output.documents),
            problems=Path(snakemake.output.problems),
            limits=Limits(**snakemake.params.limits),
        )
