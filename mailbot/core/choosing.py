"""What a call says of digests, of what is counted, and of how people are chosen and invited."""

from datetime import time, timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from mailbot.core.fields import Address, Hour, Length, Line, Slug
from mailbot.core.policies import Part
from mailbot.core.when import wrong


class Every(StrEnum):
    """How often a digest comes. Beside these days it comes on the eve of the deadline and on the morning after it."""

    daily = "daily"
    weekly = "weekly"
    never = "never"


class Weekday(StrEnum):
    monday = "monday"
    tuesday = "tuesday"
    wednesday = "wednesday"
    thursday = "thursday"
    friday = "friday"
    saturday = "saturday"
    sunday = "sunday"


class DigestPolicy(Part):
    """hour: local wall time in the call's zone. answers: False where mail holds counts only, since mail is not confidential."""

    every: Every = Field(Every.daily, description="how often digests come: daily, weekly or never", examples=["daily"])
    hour: Hour = Field(time(8), description="from which hour of the day on, hours and minutes", examples=["08:00"])
    weekday: Weekday = Field(Weekday.monday, description="the day of a weekly digest", examples=["monday"])
    answers: bool = Field(
        True, description="whether answers stand in mails to organisers; without, they hold counts only", examples=[False]
    )


class Group(Part):
    """One way to divide the entries, by what was answered to a question: country, sector, first time or not.

    question: id. values: name of a value to the words that mean it; empty where `countries` finds them.
    countries: values are countries, found by their names in the languages of the letters.
    """

    id: Slug = Field(description="a short name in a-z, 0-9 and hyphens", examples=["country"])
    name: Line = Field(description="what stands above the table", examples=["Country"])
    question: Slug = Field(description="the id of the question whose answers tell it", examples=["work"])
    countries: bool = Field(False, description="whether the values are countries", examples=[True])
    values: dict[Line, tuple[Line, ...]] = Field(
        default_factory=dict,
        description="each value with the words that mean it",
        examples=[{"practitioner": ["practitioner", "social worker"]}],
    )


Amount = Annotated[int, Field(ge=0, le=100_000)] | Annotated[str, Field(pattern=r"^(100|[1-9]?[0-9]) ?%$")]
"""A number of people, or a share of them."""


class Target(Part):
    """What a choice should look like; told, never enforced. of: id of a group. value: None: of any one value.

    at_most, at_least: a number of people, or a share of them such as `50%`.
    """

    of: Slug = Field(description="the id of a group", examples=["country"])
    value: Line | None = Field(None, description="of which value; without, of any one", examples=["practitioner"])
    at_most: Amount | None = Field(None, description="how many at most, a number or a share", examples=[3])
    at_least: Amount | None = Field(None, description="how many at least, a number or a share", examples=["50%"])

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.at_most is None and self.at_least is None:
            raise wrong("the target names no number", "add at_most: 3 or at_least: 50%")
        return self


class Criterion(Part):
    """One thing that reviewers judge. lowest, highest: the scale, whole numbers. independent: shown, and not part of the
    total."""

    id: Slug = Field(description="a short name in a-z, 0-9 and hyphens", examples=["relevance"])
    text: Line = Field(description="what is judged, one line", examples=["How close is the work to the topic?"])
    lowest: Annotated[int, Field(ge=0, le=100)] = Field(1, description="the lowest score, a number", examples=[1])
    highest: Annotated[int, Field(ge=1, le=100)] = Field(5, description="the highest score, a number", examples=[5])
    weight: Annotated[float, Field(gt=0, le=100)] = Field(1.0, description="how much it counts, a number", examples=[2])
    independent: bool = Field(False, description="whether it stays out of the total", examples=[True])

    @model_validator(mode="after")
    def _is_a_scale(self) -> Self:
        if self.lowest >= self.highest:
            raise wrong("the scale has no room", "write lowest below highest, such as 1 and 5")
        return self


class Combine(StrEnum):
    """How the readings of several reviewers become one number."""

    median = "median"
    mean = "mean"


class WaitingRule(StrEnum):
    """Who is next on the waiting list: by score, then by arrival; by arrival; by lot, drawn once when the decisions are
    applied."""

    score = "score"
    arrival = "arrival"
    lot = "lot"


class Selection(Part):
    """blind: reviewers see no names. hidden: ids of questions whose answers reviewers do not see. answer_within: how long a
    place that is offered is kept."""

    criteria: Annotated[tuple[Criterion, ...], Field(max_length=20)] = Field(
        (), description="what reviewers judge", examples=[[{"id": "relevance", "text": "How close is the work to the topic?"}]]
    )
    reviewers: Annotated[tuple[Address, ...], Field(max_length=50)] = Field(
        (), description="who reads and scores, e-mail addresses", examples=[["reader@example.org"]]
    )
    combine: Combine = Field(Combine.median, description="how readings are combined: median or mean", examples=["median"])
    blind: bool = Field(False, description="whether reviewers see no names and addresses", examples=[True])
    hidden: Annotated[tuple[Slug, ...], Field(max_length=100)] = Field(
        (), description="ids of the questions whose answers reviewers do not see", examples=[["work"]]
    )
    targets: Annotated[tuple[Target, ...], Field(max_length=50)] = Field(
        (), description="what the choice should look like", examples=[[{"of": "country", "at_most": 3}]]
    )
    waiting: WaitingRule = Field(
        WaitingRule.score, description="who is next on the waiting list: score, arrival or lot", examples=["score"]
    )
    answer_within: Length = Field(
        timedelta(days=5), description="how long a place is kept for who is invited", examples=["5 days"]
    )
