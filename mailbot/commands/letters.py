"""A finished letter as a person reads it: its headers that matter and its plain text."""

from email import message_from_bytes, policy

_SHOWN = ("From", "To", "Subject", "Date", "In-Reply-To", "Auto-Submitted")


def readable(raw: bytes) -> str:
    """Our own bytes, so the modern policy is safe to read them with."""
    message = message_from_bytes(raw, policy=policy.default)
    head = [f"{name}: {message[name]}" for name in _SHOWN if message[name]]
    body = message.get_body(preferencelist=("plain",))
    text = body.get_content() if body is not None else ""
    return "\n".join(head) + "\n\n" + text.rstrip() + "\n"


def files(raw: bytes) -> list[str]:
    """Names of the pictures and attachments of a letter of ours, in their order."""
    message = message_from_bytes(raw, policy=policy.default)
    return [name for part in message.walk() if (name := part.get_filename())]
