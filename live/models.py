"""What happened in a room, in order: the truth that live delivery and catch-up read."""

from django.db import models
from django.utils import timezone


class Room(models.Model):
    """One room, such as topic.12, and the number of the last event that happened in it."""

    name = models.CharField(max_length=80, primary_key=True)
    seq = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class Event(models.Model):
    """One thing that happened in a room: its kind and the ids it is about, never words."""

    room = models.CharField(max_length=80)
    seq = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    ids = models.JSONField(default=dict)
    happened_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "seq"], name="event_once")]
        indexes = [models.Index(fields=["happened_at"], name="event_age")]

    def __str__(self) -> str:
        return f"{self.room} {self.seq} {self.kind}"
