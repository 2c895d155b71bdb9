"""Keys that are made once, where the operator has set none, and kept in a file."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp


def kept_key(file: Path, fresh: str) -> str:
    """Return the key in ``file``, writing ``fresh`` there first where there is none.

    Two processes may start at once. The file gets its name only when it is whole, and only the
    first to name it succeeds, so both read the same key.
    """
    if not file.exists():
        handle, draft = mkstemp(dir=file.parent)  # readable by nobody else
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(fresh)
        with suppress(FileExistsError):
            os.link(draft, file)
        os.unlink(draft)
    return file.read_text(encoding="ascii", errors="replace").strip()
