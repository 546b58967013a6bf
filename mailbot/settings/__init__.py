"""Settings: what an operator writes into mailbot.toml, the environment or systemd's credentials."""

from mailbot.settings.load import load, warnings
from mailbot.settings.model import Dkim, Folders, Limits, Log, Mail, Mailbox, Relay, Settings, Store
from mailbot.settings.secret import Secret
from mailbot.settings.show import Shown, describe
from mailbot.settings.starter import starter_toml
from mailbot.settings.value import After, LogFormat, LogLevel, Protocol, Tls, address_and_port, is_loopback, name_server
from mailbot.settings.web import Web

__all__ = [
    "After",
    "Dkim",
    "Folders",
    "Limits",
    "Log",
    "LogFormat",
    "LogLevel",
    "Mail",
    "Mailbox",
    "Protocol",
    "Relay",
    "Secret",
    "Settings",
    "Shown",
    "Store",
    "Tls",
    "Web",
    "address_and_port",
    "describe",
    "is_loopback",
    "load",
    "name_server",
    "starter_toml",
    "warnings",
]
