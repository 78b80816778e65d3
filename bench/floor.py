"""The least that any server can do: the same bytes to every open socket, in a loop."""

import json

from bench.lifespan import lifespan

FRAME = json.dumps({"type": "event", "html": "x" * 2900})
_open: set = set()


async def application(scope, receive, send):
    if scope["type"] == "lifespan":
        await lifespan(receive, send)
        return
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        _open.add(send)
        try:
            while (await receive())["type"] != "websocket.disconnect":
                pass
        finally:
            _open.discard(send)
        return
    if scope["method"] == "POST":
        for line in list(_open):
            await line({"type": "websocket.send", "text": FRAME})
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})
