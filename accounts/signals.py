"""News of members for apps above. Sent inside the act: a receiver that fails undoes it."""

from django.dispatch import Signal

# Somebody who is not admitted yet agreed to the guidelines and waits for an answer: ``member``.
asked_to_join = Signal()
# Two members are kept apart now, or are not any more: ``members``, a pair.
apart_changed = Signal()
