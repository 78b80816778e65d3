import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from forums.models import Board
from mssupport.demo.builder import DemoBuilder
from mssupport.demo.logins import set_up_apps
from mssupport.demo.reported import report_some


class Command(BaseCommand):
    help = "Fills an empty forum with the demo community, the same for the same seed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--scale", type=int, default=1, help="so many times 60 topics")
        parser.add_argument(
            "--long-topic",
            type=int,
            action="append",
            metavar="REPLIES",
            help="also a topic of so many replies; with --scale, one of 10,000 unless said here",
        )
        parser.add_argument(
            "--on-database",
            metavar="NAME",
            help="needed where the database is not the embedded one: its name, as a confirmation",
        )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        name = settings.DATABASES["default"]["NAME"]
        if not os.environ.get("MSSUPPORT_EMBEDDED") and options["on_database"] != name:
            raise CommandError(
                "The demo logins have public passwords. To put them into the database "
                f"'{name}' all the same, say --on-database {name}"
            )
        if options["scale"] < 1:
            raise CommandError("--scale must be 1 or more.")
        long_topics = options["long_topic"]
        if long_topics is not None and min(long_topics) < 1:
            raise CommandError("--long-topic must be 1 or more.")
        if Board.objects.exists():
            raise CommandError("There are boards already; the demo needs an empty forum.")
        DemoBuilder(options["seed"], options["scale"], long_topics=long_topics).weave()
        report_some()
        set_up_apps()
        if options["verbosity"]:
            self.stdout.write("The demo community is ready.")
