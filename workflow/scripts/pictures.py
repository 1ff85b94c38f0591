"""Draw the pages of the PDFs of a shard: see suyuan.stages.pictures."""

from pathlib import Path

from suyuan.stages.log import log_to
from suyuan.stages.pictures import run
from suyuan.stages.settings import originals_path

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        run(
            shard=Path(snakemake.input.shard),
            documents=Path(snakemake.input.documents),
            project=Path(snakemake.params.project),
            originals=originals_path(Path(snakemake.params.project), snakemake.params.originals),
            scale=snakemake.params.scale,
            folder=Path(snakemake.output.folder),
            problems=Path(snakemake.output.problems),
        )
