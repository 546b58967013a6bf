"""The house: what every page of the code keeps to, whoever wrote it."""

import ast
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "mailbot"
MODULES = sorted(PACKAGE.rglob("*.py"))
CORE = [module for module in MODULES if module.is_relative_to(PACKAGE / "core")]
MOST_LINES = 60
HEAVY = {
    "alembic",
    "apscheduler",
    "babel",
    "imapclient",
    "jinja2",
    "lingua",
    "mailparser",
    "pydantic",
    "sqlalchemy",
    "sqlmodel",
    "typer",
}
IMPURE = {
    "aiosmtpd",
    "aiosmtplib",
    "alembic",
    "apscheduler",
    "asyncio",
    "concurrent",
    "fcntl",
    "glob",
    "http",
    "imapclient",
    "imaplib",
    "io",
    "logging",
    "multiprocessing",
    "os",
    "random",
    "requests",
    "secrets",
    "select",
    "selectors",
    "shutil",
    "signal",
    "smtplib",
    "socket",
    "sqlalchemy",
    "sqlite3",
    "sqlmodel",
    "ssl",
    "stamina",
    "structlog",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib.request",
}
EFFECTS = {
    "now",
    "utcnow",
    "today",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "unlink",
    "mkdir",
    "exists",
    "is_file",
    "stat",
}


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def name(module: Path) -> str:
    return str(module.relative_to(ROOT))


def imports(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Import):
            yield from (alias.name for alias in inner.names)
        elif isinstance(inner, ast.ImportFrom) and inner.module:
            yield inner.module
            yield from (f"{inner.module}.{alias.name}" for alias in inner.names)


def test_every_function_fits_a_screen() -> None:
    long = [
        f"{name(module)}:{node.lineno} {node.name}"
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= MOST_LINES
    ]
    assert long == []


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_every_module_opens_with_a_sentence(module: Path) -> None:
    words = (ast.get_docstring(tree(module)) or "").split("\n\n")[0]
    assert words.endswith((".", "?", ":")), f"{name(module)} opens with {words!r}"


@pytest.mark.parametrize("module", CORE, ids=name)
def test_core_imports_nothing_that_reaches_out(module: Path) -> None:
    found = {wanted for wanted in imports(tree(module)) if wanted in IMPURE or wanted.split(".")[0] in IMPURE}
    in_memory = {"io", "io.BytesIO"}  # octets that a library wants to read like a file
    assert found - (in_memory if in_memory <= found else set()) == set()


@pytest.mark.parametrize("module", CORE, ids=name)
def test_core_asks_neither_clock_nor_disk(module: Path) -> None:
    calls = [node.func for node in ast.walk(tree(module)) if isinstance(node, ast.Call)]
    named = {call.id for call in calls if isinstance(call, ast.Name)} & {"open", "input", "print", "Path", "exec", "eval"}
    asked = {call.attr for call in calls if isinstance(call, ast.Attribute)} & EFFECTS
    assert named | asked == set()


def test_every_layer_of_the_contract_is_there_and_none_is_optional() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    named = {module.strip() for layer in layers for module in layer.replace(":", "|").split("|")}
    assert named == {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()} - {
        "__init__",
        "__main__",
    }


def test_help_imports_nothing_heavy() -> None:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "mailbot", "--help"], capture_output=True, text=True, cwd=ROOT, check=True
    )
    imported = {line.rpartition("|")[2].strip().split(".")[0] for line in told.stderr.splitlines()}
    assert "mailbot" in imported
    assert imported & HEAVY == set()


def test_help_is_there_at_once() -> None:
    """Measured in processor time against a bare interpreter, so that a loaded or slow machine gives the same answer."""

    def cost(*arguments: str) -> float:
        before = os.times()
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, cwd=ROOT, check=True)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    bare = min(cost("-c", "pass") for _ in range(5))
    told = min(cost("-m", "mailbot", "--help") for _ in range(5))
    assert told < max(12 * bare, 0.15), f"{told:.2f} s, a bare interpreter takes {bare:.2f} s"
