"""What is done now and then can be done once, by hand."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Member
from mssupport.periodic_jobs import PERIODIC_JOBS, POLL_INTERVAL_S
from notifications.email_outbox import write_letter


def test_each_is_done_once(member: Member, mailoutbox: Any, capsys: Any) -> None:
    write_letter(member=member, subject="case:1", link="/")
    call_command("run_jobs")
    said = capsys.readouterr().out
    assert "send_letters: 1" in said
    assert [line.partition(":")[0] for line in said.splitlines()] == [j.name for j in PERIODIC_JOBS]
    call_command("run_jobs", "send_letters")
    assert capsys.readouterr().out == "send_letters: 0\n"
    assert len(mailoutbox) == 1


def test_a_name_that_is_none_is_said(db: None) -> None:
    with pytest.raises(CommandError, match="No job is called sweep"):
        call_command("run_jobs", "sweep")


def test_names_are_told_apart() -> None:
    assert len({job.name for job in PERIODIC_JOBS}) == len(PERIODIC_JOBS)
    assert all(job.interval_s >= POLL_INTERVAL_S for job in PERIODIC_JOBS)
