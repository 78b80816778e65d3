"""Mail where nothing is sent: on the console, in a folder, and on a page of the site itself."""

import re
import secrets
import sys
import time
from collections.abc import Sequence
from email import policy
from email.parser import BytesParser
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

MAX_SHOWN = 50


def folder() -> Path:
    place: Path = settings.DATA_DIR / "mail"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


class LocalMailBackend(BaseEmailBackend):
    """Writes each mail into the data folder and onto the console."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            name = f"{time.time_ns()}-{secrets.token_hex(4)}.eml"
            (folder() / name).write_bytes(message.message().as_bytes())
            link = re.search(r"https?://\S+", str(message.body))
            shown = link.group() if link else f"{settings.SITE_URL}/dev/mail/"
            sys.stdout.write(f"mail to {', '.join(message.to)}: {message.subject} -> {shown}\n")
            sys.stdout.flush()
        return len(email_messages)


def mailbox(request: HttpRequest) -> HttpResponse:
    """Every mail of late, the newest first; only where mail stays local."""
    if settings.MAIL_DELIVERY != "local":
        raise Http404
    files = sorted(folder().glob("*.eml"), reverse=True)[:MAX_SHOWN]
    mails = []
    for file in files:
        parsed = BytesParser(policy=policy.default).parsebytes(file.read_bytes())
        body = parsed.get_body(("plain",))
        mails.append(
            {
                "to": parsed["to"],
                "subject": parsed["subject"],
                "date": parsed["date"],
                "body": body.get_content() if body is not None else "",
            }
        )
    return render(request, "mailbox.html", {"mails": mails})
