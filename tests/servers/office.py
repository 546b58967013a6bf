"""LibreOffice without a window: what a spreadsheet program makes of our files."""

import csv
import subprocess
from pathlib import Path

# https://wiki.documentfoundation.org/Documentation/DevGuide/Spreadsheet_Documents: separator, quote, UTF-8, first row, formats,
# language, quote all, as shown, formulas and not their values, …, every sheet.
_OUT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,true,false,false,{sheet}"


class Office:
    """folder: for its profile and what it makes; no other run sees it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, file: Path, sheet: int = 1) -> list[list[str]]:
        """The cells of one sheet as text, a formula as it is written."""
        out = self._folder / file.stem
        self._run("--convert-to", _OUT.format(sheet=sheet), "--outdir", str(out), str(file))
        (made,) = out.iterdir()
        with made.open(encoding="utf-8", newline="") as text:
            rows = list(csv.reader(text))
        made.unlink()
        return rows

    def converted(self, file: Path, suffix: str, *, as_csv: str = "") -> Path:
        """The file saved again by LibreOffice in another format. as_csv: the code of the separator with which a csv is read;
        formulas in it are calculated, as they are by default where a person opens it."""
        out = self._folder / "again"
        read = [f"--infilter=CSV:{as_csv},34,76,1,,0,false,true,false,false,false,0,true"] if as_csv else []
        self._run(*read, "--convert-to", suffix, "--outdir", str(out), str(file))
        return out / f"{file.stem}.{suffix}"

    def _run(self, *words: str) -> None:
        profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
        command = ["soffice", "--headless", "--norestore", profile, *words]
        done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
        assert done.returncode == 0, done.stderr
        assert "rror" not in done.stdout + done.stderr.replace("javaldx", ""), done.stdout + done.stderr
