"""A reader that reads each text once, for as long as one page is made."""

from datetime import date

from search.reading import Reader
from search.readings import Reading


class ReadingOnce(Reader):
    """The same as ``reader``. It belongs to one page: what was typed is kept nowhere else."""

    def __init__(self, reader: Reader) -> None:
        # All that a reader knows is shared; making one anew takes a while.
        self.__dict__.update(reader.__dict__)
        self._known: dict[tuple[str, date | None], Reading] = {}

    def read(self, text: str, today: date | None = None) -> Reading:
        """Return what ``text`` says."""
        asked = (text, today)
        known = self._known.get(asked)
        if known is None:
            known = self._known[asked] = super().read(text, today)
        return known
