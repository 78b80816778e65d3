"""Two presses on the choice of content warnings at the same moment."""

from functools import partial

import pytest

from accounts.models import Member
from composing.actions.content_warnings import choose_warnings
from composing.models import ContentWarning, WarningChoice
from tests.factories import MemberFactory
from tests.together import at_once


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", range(5))
def test_one_choice_wins_as_a_whole(turn: int) -> None:
    slugs = [f"race-{turn}-{n}" for n in range(6)]
    for slug in slugs:
        ContentWarning.objects.create(slug=slug, name=slug)
    member: Member = MemberFactory()
    presses = [dict.fromkeys(slugs, does) for does in ("show", "hide") for _n in range(4)]
    assert at_once(*(partial(choose_warnings, member=member, does=each) for each in presses)) == []
    chosen = WarningChoice.objects.filter(member=member)
    assert chosen.count() == len(slugs)
    assert len(set(chosen.values_list("does", flat=True))) == 1
