"""Mail as files in a folder, for trying the site out: each is whole, and can be opened by a mail program."""

import os
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from tempfile import mkstemp

from core.mail_message import policy_for
from core.mail_transport import NoServerError


class MailFiles:
    """Writes each mail as `<time>-<name>.eml`; one that is sent again takes the place of itself."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, message: EmailMessage, name: str) -> None:
        written_at = parsedate_to_datetime(message["Date"])
        file = self._folder / f"{written_at:%Y%m%d-%H%M%S}-{name[:12]}.eml"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, draft = mkstemp(dir=self._folder, prefix=".")  # readable by nobody else
            with os.fdopen(handle, "wb") as stream:
                stream.write(message.as_bytes(policy=policy_for(message)))
            os.replace(draft, file)
        except OSError as error:
            raise NoServerError("no folder") from error

    def close(self) -> None:
        pass
