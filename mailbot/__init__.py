"""mailbot runs a call for participants out of a mailbox."""

__version__ = "0.1.0"
