"""What all rules share: the configuration, the folders, the shards and the digest of each stage's code.

Inputs: config/config.yaml and --config. No rule stands here, and no logic: the library is asked for both.
"""

import sys

# The library beside these rules, for a workflow that is used without installing it.
sys.path.insert(0, str(workflow.current_basedir.join("../lib").get_path_or_uri(secret_free=True)))

from suyuan.stages.digest import stage_digests
from suyuan.stages.settings import workflow_settings
from suyuan.stages.summary import closing_words


configfile: "config/config.yaml"


# As a module with a prefix, the project lies under that prefix.
SETTINGS = workflow_settings(config, project=workflow.modifier.path_modifier.prefix or ".")
CODE = stage_digests()


pathvars:
    **SETTINGS.folders,


wildcard_constraints:
    shard=r"\d+",
