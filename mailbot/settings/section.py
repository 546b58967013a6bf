"""Section: what every table of mailbot.toml has in common."""

from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError


class Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        """Mistakes that only show when two values are seen together, all of them at once."""
        found = self.mistakes()
        if found:
            raise PydanticCustomError("mistakes", "{count} mistakes", {"count": len(found), "found": found})
        return self

    def mistakes(self) -> list[tuple[str, str, str]]:
        """Key within the section, what is wrong, what would be right."""
        return []
