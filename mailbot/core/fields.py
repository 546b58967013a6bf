"""The kinds of values a call file is made of: what each accepts, as a person writes it."""

import re
from datetime import date, datetime, time, timedelta
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, StringConstraints, WithJsonSchema

from mailbot.core.when import check_zone, parse_aware, parse_day, parse_duration, parse_hour, parse_instant, wrong


def _form_url(url: str) -> str:
    """Letters carry it as a link: https, a host, nobody's password in it."""
    if "@" in url.partition("//")[2].partition("/")[0]:
        raise wrong("there is a name or password in the address", "delete all between // and @")  # and do not show it
    try:
        parts = urlsplit(url)
        good = parts.scheme == "https" and parts.hostname
    except ValueError:  # an IPv6 address that is none
        good = False
    if not good or not re.fullmatch(r"[!-~]+", url) or re.search(r"[<>\"\\]", url):
        raise wrong(f"`{url}` is no address of a form", "write it as in the browser, beginning with https://")
    return url


# Line ends and what some programs take for one (C1, U+2028) never reach a header from here.
_NO_CONTROLS = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]+$"
_INSTANT_SCHEMA = WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}([ T].+)?$"})
_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000, pattern=_NO_CONTROLS)]
"""One line of text."""

Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=20_000, pattern=r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$")
]
"""Text of any number of lines."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")]
"""A name that may stand in a file name, an address and a URL."""

# RFC 5322 dot-atom, ASCII only: quoted local parts are legal, unused, and a way to smuggle a second address in.
Address = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=254, pattern=rf"^{_ATOM}(\.{_ATOM})*@({_LABEL}\.)*{_LABEL}$")
]
"""A bare e-mail address."""

Day = Annotated[date, BeforeValidator(parse_day)]
Hour = Annotated[
    time, BeforeValidator(parse_hour), WithJsonSchema({"type": "string", "pattern": r"^[0-2]?[0-9]:[0-5][0-9](:[0-5][0-9])?$"})
]
Instant = Annotated[datetime | date, BeforeValidator(parse_instant), _INSTANT_SCHEMA]
"""A day, or a day with an hour; local wall time."""

Aware = Annotated[AwareDatetime, BeforeValidator(parse_aware), _INSTANT_SCHEMA]
"""A point in time, aware, UTC."""

Length = Annotated[
    timedelta,
    Field(ge=timedelta(), le=timedelta(days=366)),
    BeforeValidator(parse_duration),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"^(none|no|0|[Pp].*|\d+ ?[wdhm].*)$"}, {"const": 0}]}),
]
"""A length of time that passes, at most a year."""

Zone = Annotated[
    str,
    AfterValidator(check_zone),
    WithJsonSchema({"type": "string", "pattern": r"^(AoE|UTC|[A-Z][A-Za-z_]+/[A-Za-z0-9_+/-]+)$"}),
]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
FormUrl = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=2000),
    AfterValidator(_form_url),
    WithJsonSchema({"type": "string", "pattern": r"^https://[^@\s/]+(/\S*)?$"}),
]
Count = Annotated[int, Field(gt=0, le=100_000)]
