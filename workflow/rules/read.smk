"""Read: every edition of a shard as a document in reading order, with a place for every character.

Inputs: the register of the shard; the documents it names.
Outputs: documents (JSON lines, compressed) and problems, a file each for every shard.
Config: originals, limits. Environment: SUYUAN_PASSWORD_<SOURCE_ID> opens an encrypted file.
"""


rule read:
    input:
        shard="<intermediate>/shards/{shard}.json",
    output:
        documents="<intermediate>/documents/{shard}.jsonl.gz",
        problems="<intermediate>/problems/read-{shard}.csv",
    log:
        "<logs>/read/{shard}.log",
    benchmark:
        "<logs>/timings/read-{shard}.tsv"
    conda:
        "../../environment.yml"
    params:
        project=SETTINGS.project,
        originals=SETTINGS.originals,
        limits=SETTINGS.limits,
        passwords=SETTINGS.passwords,
        code=CODE["read"],
    script:
        "../scripts/read.py"
