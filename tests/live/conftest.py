from collections.abc import AsyncIterator
from typing import Any

import pytest
from channels.layers import channel_layers
from django.db import connections

from accounts.sessions import alive, standings
from forums.models import Post
from live.hub import Hub
from mssupport.registry import ROOMS
from tests.factories import make_topic
from tests.live.lines import close_layer, in_thread
from tests.waiting import becomes


@pytest.fixture(params=["memory", "valkey"])
def layer(request: pytest.FixtureRequest, settings: Any, redis_url: str) -> str:
    if request.param == "valkey":
        settings.CHANNEL_LAYERS = {
            "default": {
                "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
                "CONFIG": {"hosts": [{"address": redis_url, "socket_timeout": 30}]},
            }
        }
    channel_layers.backends = {}
    return str(request.param)


@pytest.fixture
async def hub(layer: str) -> AsyncIterator[Hub]:
    running = Hub(ROOMS, standings, alive)
    await running.start()
    await becomes(lambda: running._channel)
    yield running
    await running.stop()
    await close_layer()
    await in_thread(connections.close_all)()


@pytest.fixture
async def opening() -> Post:
    return await in_thread(make_topic)()
