"""Policy acts and place-to-place links."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.records.base import Record
from suyuan.records.fact import Edition, Status
from suyuan.records.locator import Locator

Level = Literal["国家", "区域", "省级", "省际", "市级", "城际", "县级"]
LinkKind = Literal["agreement", "cooperation", "transfer", "platform", "branch"]


class Act(Record):
    """Something that a body did or issued, with its date where the text gives one. Three or more parties: areas, not links."""

    act_id: str
    source_id: str
    edition: Edition
    locator: Locator
    start: int = Field(ge=0, description="offset in the read text of the clause that tells it")
    end: int = Field(ge=0)
    section: str | None = None
    sentence: str
    date: str | None = Field(None, description="EDTF, as precise as the text")
    title: str | None = Field(None, description="title of the document, without 《》")
    act: str = Field(description="the verb as read: 印发, 签署, 召开 …")
    actors: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    level: Level | None = None
    mentions: tuple[str, ...] = Field((), description="ids of acts that tell the same thing")
    cited_at: str | None = None
    method: str
    status: Status = "extracted"


class Link(Record):
    """Two places tied by a named relation."""

    link_id: str
    source_id: str
    edition: Edition
    locator: Locator
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    sentence: str
    a: str = Field(description="first place; of a directed link, the one it starts from")
    b: str = Field(description="second place")
    kind: LinkKind
    directed: bool = Field(False, description="true for a transfer from a to b and for branches")
    what: str | None = Field(None, description="what is shared, moved or agreed")
    date: str | None = Field(None, description="EDTF")
    cited_at: str | None = None
    method: str
    status: Status = "extracted"
