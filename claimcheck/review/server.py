"""The server of the review page: on this machine only, until Ctrl-C."""

from __future__ import annotations

import os
import socket
import threading
import webbrowser
from typing import TYPE_CHECKING

from claimcheck.errors import ConfigError

if TYPE_CHECKING:
    from fastapi import FastAPI

LOCAL = "127.0.0.1"


def listen(port: int) -> socket.socket:
    """A socket that takes connections on this machine; port 0 is any that is free.

    Raises:
        ConfigError: the port cannot be used.
    """
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would let another program share the port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((LOCAL, port))
        made.listen()
    except (OSError, OverflowError) as error:
        made.close()
        why = getattr(error, "strerror", None) or "there is no such port"
        raise ConfigError(f"--port {port}: it cannot be used ({why}); choose another, or leave it out.") from error
    return made


def serve(app: FastAPI, sock: socket.socket, address: str, *, browse: bool) -> None:
    """Answer until Ctrl-C; ``browse`` opens the page in the browser.

    The socket listens already, so that the browser may come before the server is ready.
    """
    import uvicorn  # noqa: PLC0415 - an extra

    if browse:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, proxy_headers=False, lifespan="off", ws="none"
    )
    uvicorn.Server(config).run(sockets=[sock])
