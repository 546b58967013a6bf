"""Settings: the shape of mailbot.toml, each value with its default, its unit and the reason for it.

The file that `mailbot init` writes is made of this page, so the sentences below are what an operator reads.
"""

from pathlib import Path

from pydantic import Field, PrivateAttr, SecretStr
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from mailbot.core.fields import Address
from mailbot.settings.secret import Secret
from mailbot.settings.section import Section as _Section
from mailbot.settings.value import (
    NULL_PATH,
    Addresses,
    After,
    Count,
    Domain,
    EnvelopeSender,
    File,
    Host,
    LogFormat,
    LogLevel,
    Name,
    NameServers,
    Password,
    Port,
    Positive,
    Protocol,
    Seconds,
    Text,
    Tls,
    Words,
    is_loopback,
    several_spellings,
    takes_no_password,
)
from mailbot.settings.web import Web


class _Account(_Section):
    """A server, and how we prove to it who we are."""

    host: Host = ""
    """Name of the server, as in its certificate."""

    port: Port = 993
    tls: Tls = Tls.implicit

    ca_file: File = None
    """PEM file of the authority that signed the server's certificate; "" trusts those of this machine."""

    user: Text = ""
    """Login name; "" takes mail.address, which is what most providers expect."""

    password: Password = SecretStr("")
    """The password itself. A file or a command is safer; only one of the three may be set."""

    password_file: File = None
    """A file that holds the password and nothing else, readable for mailbot only."""

    password_command: Text = ""
    """A command that prints the password, run without a shell at each login."""

    timeout_seconds: Seconds = 60
    """Longest wait for one answer of the server."""

    def spelled(self, name: str) -> Secret:
        return Secret(f"{name}.password", self.password.get_secret_value(), self.password_file, self.password_command)

    def _account_mistakes(self, swapped: dict[int, tuple[Tls, int]]) -> list[tuple[str, str, str]]:
        """swapped: port to the kind of TLS that is never spoken there, and the port where it is."""
        found = list(several_spellings("password", self.password.get_secret_value(), self.password_file, self.password_command))
        if self.tls is Tls.none and self.host and not is_loopback(self.host):
            found.append(("tls", f'"none" would send everything in clear to {self.host}', 'write "implicit" or "starttls"'))
        wrong, right = swapped.get(self.port, (None, 0))
        if self.tls is wrong:
            pair = ("port", f'{self.port} does not fit tls "{self.tls}"')
            if "port" not in self.model_fields_set:
                pair = ("tls", f'"{self.tls}" does not fit port {self.port}')
            found.append((*pair, f"write port = {right}, or change tls"))
        return found


class Mailbox(_Account):
    """A mailbox that mail is taken from. More of them are written as `mailboxes.NAME.host` and so on; calls name theirs."""

    kind: Protocol = Protocol.imap
    """imap, or maildir for a folder that a mail server on this machine fills."""

    port: Port = 993
    """993 with implicit TLS, 143 with STARTTLS."""

    tls: Tls = Tls.implicit
    """implicit, starttls (insisted on), or none, which is for servers on this machine only."""

    folder: Text = "INBOX"
    """Folder of the mailbox that the answers arrive in."""

    path: File = None
    """Folder of a maildir (kind = "maildir")."""

    poll_seconds: Seconds = 60
    """How often the mailbox is looked at; servers throttle those who look more often."""

    idle: bool = True
    """Be told by the server when mail comes (IMAP IDLE). A hint only: polling goes on."""

    after: After = After.leave
    """What happens to a recorded mail: leave (nothing), flag (keyword mailbot), or move. mailbot remembers what it has read,
    so people may open, flag and file mails as they like."""

    move_to: Text = ""
    """Folder that recorded mails are moved to (after = "move")."""

    def mistakes(self) -> list[tuple[str, str, str]]:
        found = self._imap_mistakes() if self.kind is Protocol.imap else self._maildir_mistakes()
        if self.after is After.move and not self.move_to:
            found.append(("after", 'is "move", but move_to is not set', "set move_to to a folder of the mailbox"))
        if self.move_to and self.after is not After.move:
            found.append(("move_to", f'is set, but after is "{self.after.value}"', 'write after = "move", or delete move_to'))
        return found

    def _imap_mistakes(self) -> list[tuple[str, str, str]]:
        found = self._account_mistakes({993: (Tls.starttls, 143), 143: (Tls.implicit, 993)})
        if not self.host:
            found.append(("host", "is missing", 'write the name of the IMAP server, such as "imap.example.org"'))
        if not self.spelled("").is_set:
            found.append(("password", "is missing", "name a file that holds it in password_file"))
        if takes_no_password(self.host):
            what = f"is {self.host}, which takes OAuth alone and no password"
            found.append(("host", what, "let it forward to a mailbox that takes one, or deliver to a maildir"))
        if self.path is not None:
            found.append(("path", "belongs to a maildir", 'write kind = "maildir", or delete path'))
        return found

    def _maildir_mistakes(self) -> list[tuple[str, str, str]]:
        found = []
        if self.path is None:
            found.append(("path", "is missing", "name the folder that holds new/ and cur/"))
        if self.host:
            found.append(("host", "belongs to an IMAP mailbox", 'write kind = "imap", or delete host'))
        return found


class Relay(_Account):
    """The SMTP server that takes our letters."""

    port: Port = 587
    """587 with STARTTLS, 465 with implicit TLS."""

    tls: Tls = Tls.starttls
    """starttls (insisted on), implicit, or none, which is for servers on this machine only."""

    per_minute: Positive = 30
    """Most letters handed over in a minute; Exchange Online takes 30."""

    def mistakes(self) -> list[tuple[str, str, str]]:
        found = self._account_mistakes({465: (Tls.starttls, 587), 587: (Tls.implicit, 465)})
        if not self.host:
            found.append(("host", "is missing", 'write the name of the SMTP server, such as "smtp.example.org"'))
        if self.user and not self.spelled("").is_set:
            found.append(("user", "is set without a password", "name a file that holds it in password_file, or delete user"))
        return found


class Mail(_Section):
    """Who we are in our letters, and whom we believe about the letters of others."""

    address: Address
    """Our address: the From of every letter, and where answers to it come back."""

    operator: Address
    """A person's address for alarms, in another mailbox than ours: an alarm must not travel through what it is about."""

    name: Text = ""
    """Name beside our address, such as "Call for participants"."""

    aliases: Addresses = Field(default_factory=list)
    """Further addresses of ours; mail from any of them is never answered."""

    envelope_sender: EnvelopeSender = ""
    """Where bounces go. "" takes mail.address, so that a bounce finds its letter. An address with a * in it, such as
    "calls+*@example.org", is another one for each letter, so that a bounce which says nothing of it finds it too; all of them
    have to end in a mailbox that mailbot reads. "<>" is the null path of RFC 3834, which some relays refuse: then nothing comes
    back, and nobody learns that a letter did not arrive."""

    domain: Domain = ""
    """Right side of our Message-IDs; "" takes the domain of mail.address."""

    organisers: Addresses = Field(default_factory=list)
    """Who may send the announcement of a new call to mail.address. It comes back to them and to the contacts it names as a
    draft, which opens when one of them answers ok. Such mail counts only if our server says that it is authentic."""

    authserv_ids: Words = Field(default_factory=list)
    """Whose Authentication-Results are believed: the first word of that field in a mail you received. Without it only a
    signature of its own domain confirms a sender (dkim.check); to others letters quote no answers."""

    authserv_below_received: bool = False
    """Believe that field also where it stands below the Received line of that server, as Gmail and most milters write it. Only
    for a server that takes such fields away from mail that comes in; `mailbot check` tells where yours writes it."""

    topmost_without_id: bool = False
    """Believe the topmost Authentication-Results without a server name too, as Exchange Online writes it."""

    def mistakes(self) -> list[tuple[str, str, str]]:
        ours = {address.lower() for address in (self.address, *self.aliases)}
        found = []
        if self.operator.lower() in ours:
            found.append(("operator", "is one of our own addresses", "name a mailbox that a person reads"))
        if not ours.isdisjoint(address.lower() for address in self.organisers):
            found.append(("organisers", "names an address of ours", "name the people who announce calls"))
        if self.organisers and not self.authserv_ids and not self.topmost_without_id:
            what = "is set, and no server is believed that says who sent a mail"
            found.append(("organisers", what, "name ours in mail.authserv_ids"))
        return found

    @property
    def envelope(self) -> str:
        """The envelope sender of every letter; '' for the null path."""
        return "" if self.envelope_sender == NULL_PATH else self.envelope_sender or self.address

    @property
    def message_id_domain(self) -> str:
        return self.domain or self.address.rpartition("@")[2]


class Dkim(_Section):
    """Signatures of mails (DKIM), which mailbot verifies itself when it takes them. One of the domain that stands in From
    confirms the sender where no server of mail.authserv_ids says anything; it never outweighs what such a server found."""

    check: bool = True
    """Verify signatures. The key of a signer is asked of the DNS, which tells the signer's domain that mail has come in. What
    was found is kept with the mail: it is read the same way when the key is long gone."""

    name_servers: NameServers = Field(default_factory=list)
    """Whom to ask, as addresses with or without a port; none asks the name servers of this machine."""

    seconds: Seconds = 5
    """What all questions about one mail may take together. What is not answered by then leaves the sender unconfirmed."""


class Limits(_Section):
    """Most acknowledgements, so that no loop and no flood goes far. What is over those of an address is recorded and not
    answered; what is over those of an hour is answered later."""

    further_per_day: Count = 1
    """To one address for one call within 24 hours, beside the first one."""

    further_per_week: Count = 3
    """To one address for one call within seven days, beside the first one."""

    ever: Count = 20
    """To one address for one call in all."""

    unconfirmed_further_per_week: Count = 1
    """To an address whose sender could not be confirmed, for one call within seven days, beside the first one."""

    unconfirmed_ever: Count = 3
    """To an address whose sender could not be confirmed, for one call in all."""

    domain_per_hour: Count = 300
    """To all addresses of one domain within an hour."""

    all_per_hour: Count = 1000
    """To everybody within an hour."""


class Folders(_Section):
    """Where things are on this machine; paths are seen from the folder of this file."""

    data: Path = Path("data")
    """Raw mail, database and state. Keep it on a local disk, and back it up."""

    rules: Path = Path("rules")
    """Call files, one YAML file a call."""

    templates: File = None
    """Your own letters in place of those that come with mailbot."""


class Store(_Section):
    """The database."""

    url: Password = SecretStr("")
    """"" is an SQLite file in the data folder; else postgresql://user:password@host/name."""

    url_file: File = None
    """A file that holds the url, since that may hold a password."""

    url_command: Text = ""
    """A command that prints the url."""

    def mistakes(self) -> list[tuple[str, str, str]]:
        return list(several_spellings("url", self.url.get_secret_value(), self.url_file, self.url_command))


class Log(_Section):
    """What is written to standard error: verbs and ids, never an address, a name or a subject."""

    format: LogFormat = LogFormat.text
    """text for people, json for machines."""

    level: LogLevel = LogLevel.info
    """debug, info, warning or error."""


class Settings(BaseSettings):
    """Everything an operator can set. Made by `mailbot.settings.load`; tests may call it with the sections as arguments."""

    model_config = SettingsConfigDict(
        frozen=True, extra="forbid", env_prefix="MAILBOT_", env_nested_delimiter="__", enable_decoding=False
    )

    mail: Mail
    mailbox: Mailbox | None = None
    mailboxes: dict[Name, Mailbox] = Field(default_factory=dict)
    relay: Relay
    dkim: Dkim = Dkim()
    folders: Folders = Folders()
    limits: Limits = Limits()
    store: Store = Store()
    web: Web = Web()
    log: Log = Log()

    _origins: dict[str, str] = PrivateAttr(default_factory=dict)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the signature is pydantic's
        init_settings: PydanticBaseSettingsSource,
        *_: PydanticBaseSettingsSource,
        **__: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given and nothing else: `load` reads the environment, so that it can say where each value came from."""
        return (init_settings,)

    @property
    def all_mailboxes(self) -> dict[str, Mailbox]:
        """Name to mailbox; the one of section `mailbox` is called default."""
        return ({"default": self.mailbox} if self.mailbox else {}) | self.mailboxes

    def login(self, mailbox: str) -> tuple[str, Secret]:
        """User and password of a mailbox."""
        box = self.all_mailboxes[mailbox]
        return box.user or self.mail.address, box.spelled(_section(mailbox))

    def relay_login(self) -> tuple[str, Secret] | None:
        """User and password at the relay; None when no password is set: there are relays that know us by our network."""
        secret = self.relay.spelled("relay")
        return (self.relay.user or self.mail.address, secret) if secret.is_set else None

    def database(self) -> Secret:
        """The url of the database; reveals the SQLite file in the data folder when none is set."""
        store = self.store
        secret = Secret("store.url", store.url.get_secret_value(), store.url_file, store.url_command)
        return secret if self.store_is_set else Secret("store.url", f"sqlite:///{self.folders.data / 'mailbot.sqlite'}")

    @property
    def store_is_set(self) -> bool:
        """Whether a database is named, rather than the SQLite file in the data folder."""
        return bool(self.store.url.get_secret_value() or self.store.url_file or self.store.url_command)

    def origin(self, name: str) -> str:
        """Where a value came from; `default` when nobody gave it."""
        return self._origins.get(name, "default")

    def secrets(self) -> list[Secret]:
        """All that are set, for checks and for showing."""
        mailboxes = [box.spelled(_section(name)) for name, box in self.all_mailboxes.items()]
        store = [self.database()] if self.store_is_set else []
        return [s for s in (*mailboxes, self.relay.spelled("relay"), *store) if s.is_set]


def _section(mailbox: str) -> str:
    return "mailbox" if mailbox == "default" else f"mailboxes.{mailbox}"
