"""Does what the server processes do now and then, once."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mssupport.periodic_jobs import PERIODIC_JOBS


class Command(BaseCommand):
    help = "Runs each periodic job once, or the ones named, and says how much each did."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("names", nargs="*", help=", ".join(job.name for job in PERIODIC_JOBS))

    def handle(self, *_args: Any, **options: Any) -> None:
        known = {job.name: job for job in PERIODIC_JOBS}
        if unknown := set(options["names"]) - set(known):
            raise CommandError(f"No job is called {min(unknown)}. There are {', '.join(known)}.")
        for name in options["names"] or known:
            self.stdout.write(f"{name}: {known[name].run()}")
