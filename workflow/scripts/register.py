"""Register the sources: see suyuan.stages.register."""

from pathlib import Path

from suyuan.stages.log import log_to
from suyuan.stages.register import run
from suyuan.stages.settings import originals_path

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        run(
            project=Path(snakemake.params.project),
            control=snakemake.params.control,
            originals=originals_path(Path(snakemake.params.project), snakemake.params.originals),
            register_file=Path(snakemake.output.register),
            shard_files=[Path(name) for name in snakemake.output.shards],
            problems=Path(snakemake.output.problems),
        )
