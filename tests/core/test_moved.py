"""A deadline is moved in a call file, and nothing else in it."""

from datetime import date, time

import pytest

from mailbot.core.moved import with_deadline
from mailbot.errors import MailbotError, Problems

HEAD = "slug: soil\ntitle: Soil\nzone: Europe/Brussels\nquestions:\n  - id: work\n    text: What do you do?\n"
TAIL = "contacts:\n  - name: Ada\n    address: ada@example.org\naddresses: [soil@calls.example.org]\n"
DAY, HOUR = date(2027, 3, 20), time(17)


@pytest.mark.parametrize(
    ("written", "by_day", "by_hour"),
    [
        ("deadline: 2027-02-17\n", "deadline: 2027-03-20\n", "deadline: 2027-03-20 17:00\n"),
        ("deadline: '2027-02-17 12:00' # noon\n", "deadline: 2027-03-20 # noon\n", "deadline: 2027-03-20 17:00 # noon\n"),
        (
            "# until when\ndeadline:\n  # the day\n  date: 2027-02-17 # a Wednesday\n  time: 12:00\n  grace: 2 days\n",
            "# until when\ndeadline:\n  # the day\n  date: 2027-03-20 # a Wednesday\n  grace: 2 days\n",
            "# until when\ndeadline:\n  # the day\n  date: 2027-03-20 # a Wednesday\n  time: 17:00\n  grace: 2 days\n",
        ),
        (
            "deadline:\n  grace: 1h\n\n  date: 2027-02-17\n",
            None,
            "deadline:\n  grace: 1h\n\n  date: 2027-03-20\n  time: 17:00\n",
        ),
    ],
)
def test_only_the_deadline_is_another(written: str, by_day: str | None, by_hour: str) -> None:
    text = HEAD + written + TAIL
    if by_day is not None:
        assert with_deadline(text, DAY, None, "soil.yaml")[0] == HEAD + by_day + TAIL
    moved, call = with_deadline(text, DAY, HOUR, "soil.yaml")
    assert moved == HEAD + by_hour + TAIL
    assert (call.deadline.day, call.deadline.time) == (DAY, HOUR)


def test_what_cannot_be_changed_safely_is_refused() -> None:
    with pytest.raises(MailbotError, match="not understood"):
        with_deadline(HEAD + "deadline: {date: 2027-02-17, grace: 1h}\n" + TAIL, DAY, None, "soil.yaml")
    with pytest.raises(Problems):
        with_deadline(HEAD + TAIL, DAY, None, "soil.yaml")
