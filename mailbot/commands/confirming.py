"""Confirming: what many people would notice is asked for by name, so that no habit of pressing `y` sends forty letters."""

from typing import TYPE_CHECKING

from mailbot.terminal import WrongUse

if TYPE_CHECKING:
    from mailbot.terminal import Terminal


def confirmed(terminal: "Terminal", question: str, name: str, given: str) -> bool:
    """Whether to go on. question: with the number of people, such as `send 41 letters`. given: the value of `--confirm`.

    Raises WrongUse where another name was given, or nobody can be asked.
    """
    if given:
        if given != name:
            raise WrongUse(f"--confirm {given} names another call", mend=f"--confirm {name} does it ({question})")
        return True
    if not terminal.interactive:
        raise WrongUse(
            f"this cannot be undone and nobody can be asked here ({question})", mend=f"add --confirm {name} to do it"
        )
    return terminal.asked(f"{question}? Type {name} to do it:") == name
