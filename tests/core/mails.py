"""Short mails for the tests of the core, written as they stand on the wire."""

from mailbot.core.message import Message, parse
from mailbot.core.reading import Own

OWN = Own(addresses=frozenset({"calls@intake.example"}), domain="intake.example", key=b"k" * 32)


def raw(body: str | bytes = "1. Eleven years.\n", **fields: str) -> bytes:
    """A mail with these fields (`content_type` for Content-Type) besides what a plain one has; '' leaves a field out."""
    plain = {"return_path": "<jana@probation.example>", "from_": "Jana <jana@probation.example>", "subject": "Re: Call"}
    every = plain | {"message_id": "<1@probation.example>"} | fields
    header = "".join(f"{name.rstrip('_').replace('_', '-')}: {value}\r\n" for name, value in every.items() if value)
    return header.encode() + b"\r\n" + (body if isinstance(body, bytes) else body.encode())


def mail(body: str | bytes = "1. Eleven years.\n", **fields: str) -> Message:
    """The same, read."""
    message = parse(raw(body, **fields))
    assert isinstance(message, Message), message
    return message


def multipart(kind: str, *parts: str) -> dict[str, str | bytes]:
    """Arguments for `raw` and `mail`: each part with its own header."""
    body = "".join(f"--limit\r\n{part}\r\n" for part in parts) + "--limit--\r\n"
    return {"content_type": f"multipart/{kind}; boundary=limit", "body": body}
