from guidance.models.guidelines import Guideline, GuidelineVersion, HelpLine, HelpLineVersion
from guidance.models.prompt_log import Dismissal, PromptEvent, UnsentCount
from guidance.models.rules import Rule, RuleVersion, TermList, TermListVersion

__all__ = [
    "Dismissal",
    "Guideline",
    "GuidelineVersion",
    "HelpLine",
    "HelpLineVersion",
    "PromptEvent",
    "Rule",
    "RuleVersion",
    "TermList",
    "TermListVersion",
    "UnsentCount",
]  # fmt: skip
