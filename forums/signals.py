"""News of the forums for apps above them. Sent inside the act: a receiver that fails undoes it."""

from django.dispatch import Signal

# Something waits for a moderator before it is published: ``held``.
post_held = Signal()
# A rule of guidance wants the moderators to see it: ``post`` and ``rules``
# (guidance.drafts.HeardRule).
post_listed = Signal()
# Its author took it back: ``held``.
held_taken_back = Signal()
# Its author is about to change or withdraw a post; sent before anything of the topic is locked, so
# that receivers lock what is theirs first: ``post`` and ``is_withdrawn``.
post_changing = Signal()
# One of a member's very first posts was published: ``post``.
newcomer_posted = Signal()
