"""What was reported, what was decided, and the record of it."""

from moderation.models.cases import Case, Entry, QueueView, Report
from moderation.models.crisis import CareNote, Duty, Step
from moderation.models.decisions import Appeal, Batch, Decision, Undone
from moderation.models.moderator_wellbeing import AfterCheck, CareSettings, Passed
from moderation.models.records import Access, Seal

__all__ = [
    "Access", "AfterCheck", "Appeal", "Batch", "CareNote", "CareSettings", "Case", "Decision",
    "Duty", "Entry", "Passed", "QueueView", "Report", "Seal", "Step", "Undone",
]  # fmt: skip
