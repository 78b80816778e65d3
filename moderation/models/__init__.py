"""What was reported, what was decided, and the record of it."""

from moderation.models.cases import Case, CaseLogEntry, QueueView, Report
from moderation.models.crisis import CareNote, Duty, Step
from moderation.models.decisions import Appeal, Batch, Decision, Undone
from moderation.models.moderator_wellbeing import CareSettings, CaseSkip, CheckIn
from moderation.models.records import Access, Seal

__all__ = [
    "Access",
    "Appeal",
    "Batch",
    "CareNote",
    "CareSettings",
    "Case",
    "CaseLogEntry",
    "CaseSkip",
    "CheckIn",
    "Decision",
    "Duty",
    "QueueView",
    "Report",
    "Seal",
    "Step",
    "Undone",
]  # fmt: skip
