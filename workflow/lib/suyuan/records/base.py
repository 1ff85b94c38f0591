"""What all records share: frozen, and an unknown field is an error."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A typed row. Its JSON Schema is ``Record.model_json_schema()``; field descriptions feed the data dictionary."""

    model_config = ConfigDict(frozen=True, extra="forbid")
