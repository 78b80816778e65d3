"""Erases accounts again that a restored backup brought back."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.models import Member
from mssupport.leaving import erase


class Command(BaseCommand):
    help = (
        "Reads the ledger of erased accounts (ERASURE_LEDGER, or the file named) and erases those "
        "again that are here. Run it after a backup was restored, before the site is started."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="the ledger; - is standard input")

    def handle(self, *_args: Any, **options: Any) -> None:
        name = options["file"] or settings.ERASURE_LEDGER
        if not name:
            raise CommandError("There is no ledger: set ERASURE_LEDGER, or name the file.")
        try:
            text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
        except OSError as error:
            raise CommandError(f"The ledger cannot be read: {error}") from None
        done = 0
        for number, line in enumerate(filter(None, text.splitlines()), 1):
            try:
                entry = json.loads(line)
                member_number, keep_words = int(entry["member"]), bool(entry["kept_words"])
            except (ValueError, KeyError, TypeError):
                raise CommandError(f"Line {number} of the ledger is no entry of it.") from None
            member = Member.objects.filter(pk=member_number, left_at=None).first()
            if member is None:
                continue
            erase(member, keep_words=keep_words)
            done += 1
        self.stdout.write(f"{done} accounts were erased again.")
