"""Refusals that can be foreseen; how they look to a visitor is decided in ``web``."""


class DomainError(Exception):
    """A refusal the caller could have foreseen, said in one plain sentence.

    ``code`` is part of the public API and never changes once released.
    """

    code = "domain_error"
    status = 400


class NotFoundError(DomainError):
    """What was asked for is not here."""

    code = "not_found"
    status = 404


class FaultsError(DomainError):
    """Something handed in has faults; ``faults`` holds one plain sentence for each."""

    code = "faulty_input"

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
