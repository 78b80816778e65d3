from guidance.models.norms import Guideline, GuidelineVersion, HelpLine, HelpLineVersion
from guidance.models.rules import Rule, RuleVersion, TermList, TermListVersion
from guidance.models.spoken import Dismissal, Shown, Tally

__all__ = [
    "Dismissal", "Guideline", "GuidelineVersion", "HelpLine", "HelpLineVersion", "Rule",
    "RuleVersion", "Shown", "Tally", "TermList", "TermListVersion",
]  # fmt: skip
