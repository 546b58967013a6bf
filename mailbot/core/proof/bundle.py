"""Bundle: a proof as one file, the same octets for the same facts."""

import json
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from mailbot.core.proof.case import Case, document
from mailbot.core.proof.page import page

_UNIX = 3
_READ_ONLY = 0o100444 << 16


def bundle(case: Case, raw: Mapping[str, bytes]) -> bytes:
    """A zip with README.txt, proof.json and the mails. raw: by the names in `Case.files`.

    Nothing is compressed: what comes out of a compressor depends on its version. Times and rights of the files are fixed.
    """
    files = {
        "README.txt": page(case).encode(),
        "proof.json": (json.dumps(document(case), indent=1) + "\n").encode("ascii"),
        **{name: raw[name] for name in case.files},
    }
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_STORED) as archive:
        for name, content in files.items():
            info = ZipInfo(name)  # its time is the first that a zip can hold, 1980
            info.create_system, info.external_attr = _UNIX, _READ_ONLY
            archive.writestr(info, content)
    return whole.getvalue()
