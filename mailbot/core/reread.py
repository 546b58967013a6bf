"""A letter of ours as its reader sees it. Only for bytes that we wrote: Python's parser may read those."""

from email import message_from_bytes, policy


def reread(raw: bytes) -> tuple[str, str]:
    """Subject and text."""
    message = message_from_bytes(raw, policy=policy.default)
    body = message.get_body(preferencelist=("plain",))
    return str(message["Subject"] or ""), str(body.get_content()).replace("\r\n", "\n").rstrip() if body is not None else ""
