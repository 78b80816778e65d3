"""What the software does about a rule beside saying its words: not by its code, which is a name."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Purpose(TextChoices):
    # Somebody may be thinking of dying: moderators are alerted, and help is shown.
    DANGER = "danger", _("Somebody’s life may be in danger")
    # Of these alone one may hold or block what speaks of dying (guidance.safety_checks).
    MEANS = "means", _("Ways and means, or urging somebody to die")
    CONFLICT = "conflict", _("Words against a person: the topic may go slowly")
    LONG_TEXT = "long_text", _("One long block: it can be split")


# A person before a rule: what is heard in these is a worry about somebody.
OF_DANGER = frozenset({Purpose.DANGER, Purpose.MEANS})
