"""Write the reviewer's site: see suyuan.stages.site."""

from dataclasses import fields
from pathlib import Path

from suyuan.stages.log import log_to
from suyuan.stages.site import Inputs, run

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        run(
            inputs=Inputs(**{field.name: Path(snakemake.input[field.name]) for field in fields(Inputs)}),
            documents=[Path(name) for name in snakemake.input.documents],
            pictures=[Path(name) for name in snakemake.input.pictures],
            methods=[Path(name) for name in snakemake.input.methods],
            folder=Path(snakemake.output.folder),
        )
