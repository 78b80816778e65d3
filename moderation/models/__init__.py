"""What was reported, what was decided, and the record of it."""

from moderation.models.cases import Case, Entry, QueueView, Report
from moderation.models.decisions import Appeal, Decision

__all__ = ["Appeal", "Case", "Decision", "Entry", "QueueView", "Report"]
