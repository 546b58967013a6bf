"""Tokens: nobody makes one but us, each is for one thing, and the database does not hold what completes anything."""

from mailbot.core.tokens import Purpose, digest, found, make

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
MADE = ("a-call", "jana@example.org", "a" * 64)


def test_a_token_is_of_its_key_purpose_call_address_and_occasion() -> None:
    tokens = {
        make(KEY, Purpose.withdraw, *MADE),
        make(OTHER_KEY, Purpose.withdraw, *MADE),
        make(KEY, Purpose.restore, *MADE),
        make(KEY, Purpose.withdraw, "another", *MADE[1:]),
        make(KEY, Purpose.withdraw, "a-call", "eve@example.org", "a" * 64),
        make(KEY, Purpose.withdraw, "a-call", "jana@example.org", "b" * 64),
    }
    assert len(tokens) == 6
    assert make(KEY, Purpose.withdraw, *MADE) in tokens, "the same once more is the same letter"


def test_a_token_is_found_however_a_mail_program_writes_it() -> None:
    token = make(KEY, Purpose.withdraw, *MADE)
    for text in (token, f"> - Code: {token}\n", f"({token})", token.upper(), f"{token}.", f"Code:\n{token}\nYes"):
        assert found(text) == (token,)


def test_what_is_cut_or_longer_is_none() -> None:
    token = make(KEY, Purpose.withdraw, *MADE)
    for text in (token[:-1], f"{token}a", f"x{token}", token.replace("-", ""), token.replace("-", "_"), ""):
        assert found(text) == ()


def test_many_are_not_looked_up() -> None:
    many = " ".join(make(KEY, Purpose.withdraw, "a-call", f"{n}@example.org", "") for n in range(100))
    assert len(found(many)) == 20


def test_what_is_kept_tells_nothing_of_the_token() -> None:
    token = make(KEY, Purpose.withdraw, *MADE)
    assert token[4:] not in digest(token)
    assert len(digest(token)) == 64
