"""Make the declared analyses: see suyuan.stages.methods."""

from pathlib import Path

from suyuan.stages.log import log_to
from suyuan.stages.methods import Read, run

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        run(
            declarations=Path(snakemake.input.declarations),
            read=Read(
                documents=[Path(path) for path in snakemake.input.documents],
                **{
                    name: Path(snakemake.input[name])
                    for name in ("facts", "acts", "links", "editions", "register", "areas")
                },
            ),
            folder=Path(snakemake.output.tables),
            rows=Path(snakemake.output.rows),
            problems=Path(snakemake.output.problems),
        )
