"""Write the tables: see suyuan.stages.tables."""

from dataclasses import fields
from pathlib import Path

from suyuan.stages.log import log_to
from suyuan.stages.tables import Records, Tables, run

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        run(
            records=Records(**{field.name: Path(snakemake.input[field.name]) for field in fields(Records)}),
            tables=Tables(**{field.name: Path(snakemake.output[field.name]) for field in fields(Tables)}),
        )
