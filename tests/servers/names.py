"""A name server on a port of its own, for the keys of signers: what it is told to answer, late never, or not at all."""

import socket
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import dns.flags
import dns.message
import dns.rcode
import dns.rrset


@contextmanager
def name_server(texts: Mapping[str, Sequence[str]], heard: list[str] | None = None) -> Iterator[tuple[str, int]]:
    """Where it listens. texts: TXT records by name, with its last dot, as a zone file writes them; other names do not exist.

    Names that begin with `broken` give SERVFAIL, with `silent` nothing, with `empty` no record. heard: takes the names asked.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
        wire.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=_serve, args=(wire, texts, heard if heard is not None else []))
        thread.start()
        try:
            yield wire.getsockname()
        finally:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stop:
                stop.sendto(b"", wire.getsockname())
            thread.join()


def _serve(wire: socket.socket, texts: Mapping[str, Sequence[str]], heard: list[str]) -> None:
    while True:
        octets, sender = wire.recvfrom(4096)
        if not octets:
            return
        asked = dns.message.from_wire(octets)
        name = asked.question[0].name
        heard.append(str(name))
        reply = dns.message.make_response(asked)
        reply.flags |= dns.flags.RA
        if str(name).startswith("silent"):
            continue
        if str(name).startswith("broken"):
            reply.set_rcode(dns.rcode.SERVFAIL)
        elif str(name) in texts:
            reply.answer.append(dns.rrset.from_text(name, 60, "IN", "TXT", *texts[str(name)]))
        elif not str(name).startswith("empty"):
            reply.set_rcode(dns.rcode.NXDOMAIN)
        wire.sendto(reply.to_wire(), sender)
