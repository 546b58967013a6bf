"""Standalone: the HTML of a letter of ours as one file that shows by itself. Only for bytes that we wrote."""

import base64
from email import message_from_bytes, policy


def standalone(raw: bytes) -> str:
    """The HTML with its pictures put in as `data:` addresses; '' of a letter without any."""
    message = message_from_bytes(raw, policy=policy.default)
    body = message.get_body(preferencelist=("html",))
    if body is None:
        return ""
    html = str(body.get_content()).replace("\r\n", "\n")
    for part in message.walk():
        cid = str(part["Content-ID"] or "").strip("<>")
        content = part.get_payload(decode=True)
        if cid and isinstance(content, bytes):
            html = html.replace(f"cid:{cid}", f"data:{part.get_content_type()};base64,{base64.b64encode(content).decode()}")
    return html
