import importlib

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig as DjangoAdminConfig
from django.forms import Field
from django.utils.translation import gettext_lazy as _


class AdminConfig(DjangoAdminConfig):
    """Django's admin, with our own front door: only logged-in admins see that it exists."""

    default_site = "mssupport.admin_site.ModeratedAdminSite"

    def ready(self) -> None:
        super().ready()
        # What every form says of an empty box that has no words of its own for it.
        Field.default_error_messages["required"] = _("Please fill this in.")


class MSSupportConfig(AppConfig):
    """What puts the apps together: its commands and system checks."""

    name = "mssupport"

    def ready(self) -> None:
        importlib.import_module("mssupport.checks")
