"""An application served on a port of its own, for a browser to open."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from wsgiref.types import WSGIApplication

from werkzeug.serving import make_server


def free_port() -> int:
    """Return a port that nobody listens on just now, for what has to know its address beforehand."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def served(application: WSGIApplication, port: int = 0) -> Iterator[str]:
    """Serve it from a thread, on any port that is free where none is named; yield its address."""
    server = make_server("127.0.0.1", port, application, threaded=True)
    # It looks twenty times a second whether it is to stop, and not twice as by itself.
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
