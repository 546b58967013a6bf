"""An IMAP server that does exactly as it is told, to misbehave in ways no real one can be brought to.

It knows one folder, INBOX with UIDVALIDITY 7, and answers correctly what a source asks, except at the steps whose answer a test
replaces. It keeps every byte it was sent.
"""

import re
import socketserver
import threading
from collections.abc import Callable, Sequence
from typing import Self

Answer = Callable[[bytes, bytes], bytes | None]
"""From a command's tag and text to what is said in place of the right answer, or None for the right one."""

STALL = b"(stall)"
"""As the end of an answer: then nothing more comes, and the connection stays open."""

CLOSE = b"(close)"
"""As the end of an answer: then the connection is closed."""

FAULTS: dict[str, Answer] = {
    "no": lambda tag, _: tag + b" NO not now\r\n",
    "bad": lambda tag, _: tag + b" BAD what\r\n",
    "bye": lambda tag, _: b"* BYE going down\r\n" + CLOSE,
    "close": lambda tag, _: CLOSE,
    "close in a line": lambda tag, _: b"* 1 FETCH (UID" + CLOSE,
    "close in a literal": lambda tag, _: b"* 1 FETCH (UID 1 BODY[] {50}\r\nSubject: half" + CLOSE,
    "stall": lambda tag, _: STALL,
    "garbage": lambda tag, _: b"\x00\xff\x80 HTTP/1.1 400 Bad Request\r\n" + tag + b" OK done\r\n",
    "half a response": lambda tag, _: b'* 1 FETCH (UID 1 BODY[] "half\r\n* SEARCH 1 2 x )\r\n' + tag + b" OK done\r\n",
    "wrong tag": lambda tag, _: b"ZZZZ99 OK done\r\n",
    "over-long line": lambda tag, _: b"* " + b"x" * (9 << 20),
    "over-long literal": lambda tag, _: b"* 1 FETCH (UID 1 BODY[] {99999999999999}\r\n" + STALL,
}
"""What a server, or a machine between, can do at any step."""


class ScriptedImap:
    """`answers` replaces the right answer at a step: GREETING, CAPABILITY, STARTTLS, LOGIN, AUTHENTICATE, LIST, SELECT,
    EXAMINE, SEARCH, SIZE, BODY, SLICE, STORE, MOVE, IDLE+ (the start of idling) and IDLE (its end).
    `received` is what clients sent; `mails` go by UID from 1; about the bytes of those in `silent` it says OK and nothing."""

    def __init__(self, mails: Sequence[bytes] = ()) -> None:
        self.mails = dict(enumerate(mails, 1))
        self.answers: dict[str, Answer] = {}
        self.silent: set[int] = set()
        self.received = b""
        self.uidnext = len(mails) + 1
        self.over = threading.Event()
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), self._converse, bind_and_activate=True)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def heal(self) -> None:
        self.answers.clear()

    def _converse(self, *connection: object) -> "_Conversation":
        return _Conversation(self, *connection)


class _Conversation(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True

    def __init__(self, script: ScriptedImap, *connection: object) -> None:
        self._script = script
        super().__init__(*connection)  # type: ignore[arg-type]  # request, address, server

    def handle(self) -> None:
        try:
            going = self._say("GREETING", b"*", b"", b"* OK ready\r\n")
            while going and (line := self.rfile.readline()):
                self._script.received += line
                tag, _, command = line.rstrip(b"\r\n").partition(b" ")
                going = self._say(_step(command), tag, command, self._right_answer(tag, command))
        except OSError:
            pass  # the client has gone

    def _say(self, step: str, tag: bytes, command: bytes, right: bytes) -> bool:
        """Whether the conversation goes on."""
        answer = self._script.answers.get(step)
        said = (answer(tag, command) if answer else None) or right
        self.wfile.write(said.removesuffix(STALL).removesuffix(CLOSE))
        if said.endswith(STALL):
            self._script.over.wait()
        return not said.endswith((STALL, CLOSE))

    def _right_answer(self, tag: bytes, command: bytes) -> bytes:
        mails = self._script.mails
        step = _step(command)
        untagged = b""
        match step:
            case "CAPABILITY":
                untagged = b"* CAPABILITY IMAP4rev1 STARTTLS IDLE MOVE UIDPLUS AUTH=PLAIN AUTH=XOAUTH2\r\n"
            case "AUTHENTICATE" | "IDLE":
                self._say(step + "+", tag, command, b"+ \r\n")
                self._script.received += self.rfile.readline()
            case "LIST":
                untagged = b'* LIST () "/" INBOX\r\n* LIST () "/" Processed\r\n'
            case "SELECT" | "EXAMINE":
                untagged = (
                    b"* FLAGS (\\Flagged)\r\n* %d EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 7] lasting\r\n"
                    b"* OK [UIDNEXT %d] next\r\n* OK [PERMANENTFLAGS (\\Flagged \\*)] all\r\n"
                    % (len(mails), self._script.uidnext)
                )
            case "SEARCH":
                low, high = re.findall(rb"(\d+):(\d+|\*)", command)[0]
                last = max(mails, default=0) if high == b"*" else int(high)
                untagged = b"* SEARCH" + b"".join(b" %d" % uid for uid in mails if int(low) <= uid <= last) + b"\r\n"
            case "SIZE" | "BODY" | "SLICE":
                known = set(mails) if step == "SIZE" else set(mails) - self._script.silent
                untagged = b"".join(fetched(uid, mails[uid], command) for uid in uids(command) if uid in known)
            case "MOVE" if "MOVE" not in self._script.answers:
                mails.pop(int(command.split()[2]), None)
        return untagged + tag + b" OK done\r\n"


def uids(command: bytes) -> list[int]:
    """Those a UID command names."""
    return [int(uid) for uid in command.split()[2].split(b",")]


def fetched(uid: int, raw: bytes, command: bytes) -> bytes:
    """The right answer to a FETCH for one mail."""
    if b"RFC822.SIZE" in command:
        return b'* %d FETCH (UID %d RFC822.SIZE %d INTERNALDATE "26-Mar-2023 00:59:59 +0000")\r\n' % (uid, uid, len(raw))
    if slices := re.findall(rb"<(\d+)\.(\d+)>", command):
        offset, length = map(int, slices[0])
        raw = raw[offset : offset + length]
        return b"* %d FETCH (UID %d BODY[]<%d> {%d}\r\n%b)\r\n" % (uid, uid, offset, len(raw), raw)
    return b"* %d FETCH (UID %d BODY[] {%d}\r\n%b)\r\n" % (uid, uid, len(raw), raw)


def _step(command: bytes) -> str:
    words = command.upper().split()
    name = words[1] if words[:1] == [b"UID"] else words[0] if words else b""
    if name != b"FETCH":
        return name.decode("ascii", "replace")
    return "SIZE" if b"RFC822.SIZE" in command else "SLICE" if b"[]<" in command else "BODY"
