"""The live rooms of every app: an explicit list, handed to the hub and to the catch-up address."""

from forums.rooms import TopicRoom
from live.rooms import Rooms
from moderation.rooms import ModeratorsRoom
from notifications.rooms import MemberRoom

ROOMS: Rooms = (TopicRoom(), MemberRoom(), ModeratorsRoom())
