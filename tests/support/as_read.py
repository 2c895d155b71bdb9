"""The words of a page as a person reads them."""


def as_read(text: str) -> str:
    """Return ``text`` on one line, without the marks that only keep a line from ending there."""
    return " ".join(text.replace("\N{WORD JOINER}", "").split())
