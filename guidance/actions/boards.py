"""Guidelines and rules name boards; a board that gets another name keeps them."""

from django.db import transaction

from accounts.models import Member
from guidance.actions.guidelines import save_guideline
from guidance.actions.rules import save_rule
from guidance.models import Guideline, Rule

RENAMED = "The board has another name now."


@transaction.atomic
def rename_board(*, before: str, after: str, by: Member) -> None:
    """Whatever names the board by its whole name names it by the new one, as a version."""

    def renamed(names: list[str]) -> list[str]:
        return [after if name == before else name for name in names]

    for guideline in Guideline.objects.filter(boards__contains=[before]):
        guideline.boards = renamed(guideline.boards)
        save_guideline(guideline=guideline, by=by)
    for rule in Rule.objects.filter(boards__contains=[before]):
        rule.boards = renamed(rule.boards)
        save_rule(rule=rule, by=by, why=RENAMED)
