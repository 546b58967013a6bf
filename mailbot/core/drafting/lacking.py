"""What keeps a plan from being opened as a call: what is missing, and what contradicts itself."""

from dataclasses import dataclass
from datetime import datetime

from mailbot.core.call import Call, parse_call
from mailbot.core.deadline import instant
from mailbot.core.drafting.plan import Plan
from mailbot.errors import Problems

NEEDED = ("title", "zone", "questions", "deadline", "contacts", "addresses")


@dataclass(frozen=True, slots=True)
class Lacking:
    """missing: names of fields. over: the deadline and its grace have passed. address_used: another call takes its answers at
    that address. wrong: what else is wrong, in English. call: the plan as a call, where it is one."""

    missing: tuple[str, ...] = ()
    over: bool = False
    address_used: bool = False
    wrong: tuple[str, ...] = ()
    call: Call | None = None

    @property
    def anything(self) -> bool:
        return bool(self.missing or self.over or self.address_used or self.wrong)


def lacking(plan: Plan, used: frozenset[str], now: datetime) -> Lacking:
    """Judge a plan. used: the addresses of other calls, casefolded. now: aware."""
    missing = [name for name in NEEDED if not plan.fields.get(name)]
    if plan.fields.get("channel") in {"form", "both"} and "form" not in plan.fields:
        missing.append("form")
    clash = any(address.casefold() in used for address in plan.fields.get("addresses", ()))
    if missing:
        return Lacking(tuple(missing), address_used=clash)
    try:
        call = parse_call(plan.file(), f"{plan.slug}.yaml")
    except Problems as problems:
        return Lacking(address_used=clash, wrong=tuple(problem.what for problem in problems.problems))
    return Lacking(over=now > instant(call) + call.deadline.grace, address_used=clash, call=call)
