"""Two presses on the choice of content warnings at the same moment."""

import threading

import pytest
from django.db import connection

from accounts.models import Member
from forums.actions.warning import choose_warnings
from forums.models import ContentWarning, WarningChoice
from tests.factories import MemberFactory


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", range(5))
def test_one_choice_wins_as_a_whole(turn: int) -> None:
    slugs = [f"race-{turn}-{n}" for n in range(6)]
    for slug in slugs:
        ContentWarning.objects.create(slug=slug, name=slug)
    member: Member = MemberFactory()
    presses = [dict.fromkeys(slugs, does) for does in ("show", "hide") for _n in range(4)]
    barrier, wrong = threading.Barrier(len(presses)), list[Exception]()

    def press(does: dict[str, str]) -> None:
        try:
            barrier.wait()
            choose_warnings(member=member, does=does)
        except Exception as error:  # noqa: BLE001 (the test shows it)
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[does]) for does in presses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert wrong == []
    chosen = WarningChoice.objects.filter(member=member)
    assert chosen.count() == len(slugs)
    assert len(set(chosen.values_list("does", flat=True))) == 1
