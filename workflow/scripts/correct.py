"""Merge the shards and apply the corrections: see suyuan.stages.correct."""

from pathlib import Path

from suyuan.stages.correct import Tables, run
from suyuan.stages.log import log_to

if __name__ == "__main__":
    with log_to(snakemake.log[0]):
        given, made = snakemake.input, snakemake.output
        run(
            shards=[
                Tables(*map(Path, names))
                for names in zip(given.facts, given.acts, given.links, given.numerals, strict=True)
            ],
            documents=[Path(name) for name in given.documents],
            register=Path(given.register),
            corrections=Path(given.corrections),
            collected=Path(given.collected),
            areas=Path(given.areas),
            output=Tables(Path(made.facts), Path(made.acts), Path(made.links), Path(made.numerals)),
            editions=Path(made.editions),
            problems=Path(made.problems),
        )
