"""Compare the editions of each source: see suyuan.stages.audit."""

from pathlib import Path

from suyuan.stages.audit import run
from suyuan.stages.log import log_to

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        run(facts=Path(snakemake.input.facts), editions=Path(snakemake.output.editions))
