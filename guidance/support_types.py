"""What the author of a topic would like from those who answer."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class SupportType(models.TextChoices):
    LISTENING = "listening", _("Just listening")
    STORIES = "stories", _("Similar stories")
    IDEAS = "ideas", _("Ideas to try")
    INFORMATION = "information", _("Information")
    GOOD_NEWS = "good_news", _("Good news to share")


# What is said above the topic and above the reply box.
LABELS: dict[str, Promise] = {
    SupportType.LISTENING: _("The author would like somebody to listen."),
    SupportType.STORIES: _("The author would like to hear similar stories."),
    SupportType.IDEAS: _("The author would like ideas to try."),
    SupportType.INFORMATION: _("The author would like information."),
    SupportType.GOOD_NEWS: _("The author has good news to share."),
}

# How an answer that fits may begin: examples to read, and no form to fill in.
REPLY_STARTERS: dict[str, tuple[Promise, ...]] = {
    SupportType.LISTENING: (
        _("“That sounds like a hard week. I am glad you wrote.”"),
        _("“I read all of it. What has been the worst part?”"),
        _("“No advice from me, only company.”"),
    ),
    SupportType.STORIES: (
        _("“It was like that for me two years ago …”"),
        _("“I know this from my partner. What we did …”"),
        _("“Mine began with the left hand too …”"),
    ),
    SupportType.IDEAS: (
        _("“What helped me a little was …”"),
        _("“You could ask your nurse about …”"),
        _("“Have you got room for one idea? …”"),
    ),
    SupportType.INFORMATION: (
        _("“I read about this here: …”"),
        _("“My clinic told me … but do ask yours.”"),
        _("“As far as I know … I am not sure of it.”"),
    ),
    SupportType.GOOD_NEWS: (
        _("“That made me smile. How did you do it?”"),
        _("“How good to read this today.”"),
        _("“Enjoy every bit of it!”"),
    ),
}
