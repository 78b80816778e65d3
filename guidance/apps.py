from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate  # noqa: TID251 (a command, and no caller)
from django.utils.translation import gettext_lazy as _


class GuidanceConfig(AppConfig):
    name = "guidance"
    verbose_name = _("Guidelines and help while writing")

    def ready(self) -> None:
        post_migrate.connect(_install, sender=self)


def _install(**about: Any) -> None:
    """Rows of rules follow the software, unless somebody changed them."""
    # Not while the tables of a later migration are still missing.
    if not about.get("plan") or not any(backwards for _migration, backwards in about["plan"]):
        from guidance.actions.rules import install_first_rules

        install_first_rules()
