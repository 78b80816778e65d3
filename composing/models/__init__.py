"""What is written, what was just sent, and the content warnings that writers choose from."""

from composing.models.content_warnings import ContentWarning, WarningChoice
from composing.models.drafts import Draft
from composing.models.submissions import Submission

__all__ = ["ContentWarning", "Draft", "Submission", "WarningChoice"]
