"""What was reported, what was decided, and the record of it."""

from moderation.models.cases import Case, Entry, QueueView, Report
from moderation.models.crisis import CareNote, Duty, Step
from moderation.models.decisions import Appeal, Decision
from moderation.models.records import Access, Seal

__all__ = [
    "Access", "Appeal", "CareNote", "Case", "Decision", "Duty", "Entry", "QueueView", "Report",
    "Seal", "Step",
]  # fmt: skip
