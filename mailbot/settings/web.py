"""Web: the page that people reach without a mail, as an operator sets it up."""

from pydantic import Field

from mailbot.settings.section import Section
from mailbot.settings.value import Listen, Proxies, WebAddress


class Web(Section):
    """The page behind the link of an invitation, where people say without a mail whether they come. A server in front of it
    speaks TLS and hands on to web.listen."""

    address: WebAddress = ""
    """Under which address people reach it, such as "https://calls.example.org"; "" serves no page, and letters name none."""

    listen: Listen = "127.0.0.1:8080"
    """Where mailbot itself waits, without TLS: for the server in front of it, on this machine only."""

    proxies: Proxies = Field(default_factory=list)
    """Addresses of the servers in front, whose X-Forwarded-For tells who asks, so that one who asks too often slows down nobody
    else. Nobody is believed without."""
