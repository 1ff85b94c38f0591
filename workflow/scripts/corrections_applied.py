"""End the run with an error if a correction got lost: see suyuan.stages.summary."""

from pathlib import Path

from suyuan.stages.log import log_to
from suyuan.stages.summary import refuse_lost_corrections

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        refuse_lost_corrections(Path(snakemake.input.problems), Path(snakemake.output.checked))
