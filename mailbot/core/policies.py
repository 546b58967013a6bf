"""What a call says of late answers and of reminders, and what the parts of a call file share."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

APART = 2
"""Days that lie at least between two letters that nobody wrote in for."""
_DaysBefore = Annotated[int, Field(ge=1, le=90)]


class Part(BaseModel):
    """What all parts of a call file share."""

    # Each field's description and first example are also the mend of its complaints and what an editor shows.
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, validate_by_name=True, validate_by_alias=True
    )


class Late(StrEnum):
    """What is done with answers that come after deadline and grace. mark: they count and are marked. hold: they count once an
    organiser takes them over. refuse: the same, and their sender is told that they are not taken into account."""

    mark = "mark"
    hold = "hold"
    refuse = "refuse"


class Reminders(Part):
    """Letters to those of whose entry something required is still missing. days_before: on which days, counted back from that
    of the deadline in the call's zone; empty: on none. at_most: to one entry, those about added questions among them."""

    days_before: Annotated[tuple[_DaysBefore, ...], Field(max_length=5)] = Field(
        (7, 2), description="how many days before the deadline, numbers from 1 to 90, two or more apart", examples=[[7, 2]]
    )
    at_most: Annotated[int, Field(ge=0, le=5)] = Field(
        2, description="how many reminders one person gets at most, a number from 0 to 5", examples=[2]
    )
