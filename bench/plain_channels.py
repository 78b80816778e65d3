"""Channels as its tutorial has it: every socket is a member of the group."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mssupport.settings")
django.setup()

from channels.generic.websocket import AsyncWebsocketConsumer  # noqa: E402
from channels.layers import get_channel_layer  # noqa: E402

from bench.floor import FRAME  # noqa: E402
from bench.lifespan import lifespan  # noqa: E402


class Consumer(AsyncWebsocketConsumer):
    async def connect(self):
        await self.channel_layer.group_add("all", self.channel_name)
        await self.accept()

    async def disconnect(self, code):
        await self.channel_layer.group_discard("all", self.channel_name)

    async def words(self, message):
        await self.send(text_data=message["text"])


_sockets = Consumer.as_asgi()


async def application(scope, receive, send):
    if scope["type"] == "lifespan":
        await lifespan(receive, send)
        return
    if scope["type"] == "websocket":
        await _sockets(scope, receive, send)
        return
    if scope["method"] == "POST":
        await get_channel_layer().group_send("all", {"type": "words", "text": FRAME})
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})
