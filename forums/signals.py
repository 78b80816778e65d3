"""News of the forums for apps above them. Sent inside the act: a receiver that fails undoes it."""

from django.dispatch import Signal

# One of a member's very first posts was published: ``post``.
newcomer_posted = Signal()
