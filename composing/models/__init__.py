"""What is written and not sent yet, and the content warnings that writers choose from."""

from composing.models.content_warnings import ContentWarning, WarningChoice
from composing.models.drafts import Draft

__all__ = ["ContentWarning", "Draft", "WarningChoice"]
