"""What gunicorn itself may log: that something went wrong, never for whom or at which address.

It would name the IP and the whole line of a request it cannot read, and the address of one that
failed outside of our own pages. An address may hold sealed answers.
"""

from gunicorn.glogging import Logger

# How gunicorn begins what it says of one request.
ABOUT_ONE_REQUEST = ("Invalid request from ip=", "Error handling request", "Error processing SSL")


class ServerLog(Logger):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn's own, which cuts short what is about one request."""

    def warning(self, msg: object, *args: object, **kwargs: object) -> None:
        if not str(msg).startswith(ABOUT_ONE_REQUEST):
            super().warning(msg, *args, **kwargs)

    def exception(self, msg: object, *args: object, **kwargs: object) -> None:
        if str(msg).startswith(ABOUT_ONE_REQUEST):
            super().error("A request could not be answered.")
        else:
            super().exception(msg, *args, **kwargs)
