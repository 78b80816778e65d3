from guidance.models.guidelines import Guideline, GuidelineVersion, HelpLine, HelpLineVersion
from guidance.models.prompt_log import Dismissal, Shown, Tally
from guidance.models.rules import Rule, RuleVersion, TermList, TermListVersion

__all__ = [
    "Dismissal", "Guideline", "GuidelineVersion", "HelpLine", "HelpLineVersion", "Rule",
    "RuleVersion", "Shown", "Tally", "TermList", "TermListVersion",
]  # fmt: skip
