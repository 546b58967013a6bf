"""Words: the texts of templates/page, checked when mailbot starts, and the HTML they become."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from jinja2 import DictLoader, StrictUndefined, Template, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mailbot.core import plain, wording
from mailbot.errors import Problem, Problems

_PLACE, _LAYOUT, _STYLE, _FALLBACK = "place/", "page.html", "style.css", "en"
_MEND = "templates/page of mailbot shows how it is written"
_MADE = {"meeting.value": "{{ time.date(meeting) if time.date is defined else meeting }}"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of facts. language: of the values, where it is not that of the page. link: of the only value, with its text."""

    term: str
    values: Sequence[str]
    language: str = ""
    link: str = ""
    link_text: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """What can be answered. proof: the hidden field. yes, no: the words on the buttons, '' without that button."""

    heading: str
    lead: str
    proof: str
    yes: str
    no: str
    why: str
    why_help: str


class Words:
    """texts: file names of templates/page to their text. times: how a language tells the time, `time/en.txt` of
    templates/mail. Raises Problems when a text is wrong."""

    def __init__(self, texts: Mapping[str, str], times: Mapping[str, str]) -> None:
        said = {name: _lines(text) for name, text in texts.items() if name.startswith(_PLACE)}
        self._said = {name.removeprefix(_PLACE).removesuffix(".txt"): lines | _MADE for name, lines in said.items()}
        self._plain = _environment(times, html=False)
        self._layout = _compiled(_environment({}, html=True), _LAYOUT, texts[_LAYOUT])
        self.style = texts[_STYLE].encode()
        self.style_name = f"style-{hashlib.sha256(self.style).hexdigest()[:16]}.css"
        self._templates = {
            (language, key): _compiled(self._plain, f"{_PLACE}{language}.txt", _with_time(language, text, times))
            for language, lines in self._said.items()
            for key, text in lines.items()
            if "{" in text  # few of them put anything in
        }

    @property
    def languages(self) -> Sequence[str]:
        return tuple(self._said)

    def language(self, *wished: str) -> str:
        """The first of these that there is, else English."""
        return next((language for language in wished if language in self._said), _FALLBACK)

    def say(self, language: str, key: str, **values: object) -> str:
        """One text on one line. A key that an own translation leaves out is said in English."""
        language = language if key in self._said[language] else _FALLBACK
        template = self._templates.get((language, key))
        return plain.one_line(template.render(values) if template is not None else self._said[language][key])

    def moment(self, language: str, key: str, instant: datetime, zone: str) -> str:
        """A text about an aware instant, told in the zone of that name."""
        return self.say(language, key, until=wording.moment(instant, zone, language))

    def page(
        self,
        language: str,
        heading: str,
        leads: Sequence[str],
        *,
        style: str,
        rows: Sequence[Row] = (),
        form: Form | None = None,
        team: str = "",
    ) -> str:
        """The HTML. style: where the style sheet is, as seen from the page."""
        direction = wording.direction(language)
        words = {"language": language, "direction": direction, "heading": heading, "leads": leads, "style": style}
        return self._layout.render(words, rows=rows, form=form, team=team)


def _lines(text: str) -> dict[str, str]:
    """`key: words`, one a line."""
    parted = (line.partition(": ") for line in text.splitlines() if line.strip())
    return {key.strip(): words.strip() for key, _, words in parted}


def _environment(texts: Mapping[str, str], *, html: bool) -> ImmutableSandboxedEnvironment:
    loader = DictLoader(texts)
    return ImmutableSandboxedEnvironment(
        loader=loader, undefined=StrictUndefined, autoescape=html, trim_blocks=True, lstrip_blocks=True
    )


def _with_time(language: str, text: str, times: Mapping[str, str]) -> str:
    file = f"time/{language}.txt"
    return f'{{% import "{file if file in times else f"time/{_FALLBACK}.txt"}" as time %}}{text}'


def _compiled(environment: ImmutableSandboxedEnvironment, name: str, source: str) -> Template:
    try:
        return environment.from_string(source)
    except TemplateSyntaxError as error:
        raise Problems([Problem(name, error.lineno, error.message or "cannot be read", _MEND)]) from None
