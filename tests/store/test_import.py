"""Services import the Protocols of the store; that must not cost the two seconds that the database libraries take."""

import subprocess
import sys


def test_the_protocols_load_no_database_library() -> None:
    heavy = "{'sqlmodel', 'sqlalchemy', 'alembic', 'psycopg'}"
    run = [
        sys.executable,
        "-c",
        f"import sys, mailbot.store; sys.exit(repr({heavy} & set(sys.modules)) if {heavy} & set(sys.modules) else 0)",
    ]
    assert subprocess.run(run, capture_output=True, text=True, check=False).stderr == ""
