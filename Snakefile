"""Suyuan: from Chinese papers and policy documents to checked data, every number with the place it was read from.

This door is for those who clone the repository and run `snakemake`. workflow/Snakefile leads to the same rules.
"""

from snakemake.utils import min_version

min_version("9.10")


report: "workflow/report/workflow.rst"


include: "workflow/rules/common.smk"
include: "workflow/rules/register.smk"
include: "workflow/rules/read.smk"
include: "workflow/rules/extract.smk"
include: "workflow/rules/correct.smk"
include: "workflow/rules/reconcile.smk"
include: "workflow/rules/observe.smk"
include: "workflow/rules/audit.smk"
include: "workflow/rules/methods.smk"
include: "workflow/rules/tables.smk"
include: "workflow/rules/publication_tables.smk"
include: "workflow/rules/figures.smk"
include: "workflow/rules/summary.smk"
include: "workflow/rules/pictures.smk"
include: "workflow/rules/site.smk"
include: "workflow/rules/notebooks.smk"


rule all:
    default_target: True
    input:
        rules.tables.output,
        rules.audit.output,
        rules.methods.output,
        rules.publication_tables.output,
        rules.figures.output,
        rules.summary.output,
        rules.site.output,
        rules.notebooks.input,
        rules.corrections_applied.output,


onsuccess:
    print(closing_words(SETTINGS.processed, SETTINGS.figures))


onerror:
    print(closing_words(SETTINGS.processed, SETTINGS.figures))
