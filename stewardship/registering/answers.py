"""What somebody has answered so far of the ten questions: a value, without a database or a form."""

from dataclasses import dataclass, field, replace
from typing import Any

from directory.entries import Entry
from stewardship.entry_parts import changed_text, language_of, told_of


@dataclass(frozen=True)
class Answers:
    """The answers of a draft, in the shape of the offer file as far as they go.

    ``typed`` is what has no place there: how times were worded, who the answers come from.
    ``is_change`` tells that they change an offer, of whose organisation nothing is asked.
    """

    entry: Entry = field(default_factory=dict)
    organisation: Entry = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)
    hides_address: bool = False
    email: str | None = None
    language: str = "nb"
    is_change: bool = False

    def with_entry(self, **told: Any) -> "Answers":
        """Put ``told`` in place of what was told; what is None or empty is not told any more."""
        return replace(self, entry=told_of(self.entry | told))

    def with_typed(self, **typed: Any) -> "Answers":
        return replace(self, typed=told_of(self.typed | typed))

    def with_organisation(self, organisation: Entry) -> "Answers":
        return replace(self, organisation=organisation)

    def hiding_address(self, hides: bool) -> "Answers":
        return replace(self, hides_address=hides)

    def text(self, key: str) -> str:
        """Return the text that one who writes this language sees and changes; empty where none is."""
        texts = self.entry.get(key, {})
        return str(texts.get(language_of(texts, self.language), ""))

    def texts(self, key: str, text: str) -> dict[str, str]:
        """Return the texts under ``key`` with that one changed, and those in other languages as they are."""
        return changed_text(self.entry.get(key, {}), self.language, text)
