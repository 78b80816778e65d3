"""System checks: what a feature has to say of itself, and did not."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.db.models import Model

from accounts.models import Member


@register
def personal_data_is_whole(**_more: Any) -> list[CheckMessage]:
    """Every table that leads to a member stands in mssupport.registry.PERSONAL_DATA."""
    # Not at the top: the registry needs the models.
    from mssupport.registry import PERSONAL_DATA

    named = {label for entry in PERSONAL_DATA for label in entry.models}
    missing = sorted(set(_about_members(apps.get_models())) - named)
    return [
        Error(
            f"{label} leads to a member, and no personal_data.py names it.",
            hint="Say in the app's personal_data.py how it is exported, erased, and how long kept.",
            id="mssupport.E001",
        )
        for label in missing
    ]


@register
def surfaces_are_apart(**_more: Any) -> list[CheckMessage]:
    """No two apps of mssupport.registry.SURFACES keep their drafts under the same prefix."""
    from mssupport.registry import SURFACES

    counts = Counter(prefix for app in SURFACES for prefix in app.prefixes)
    shared = sorted(prefix for prefix, count in counts.items() if count > 1)
    if not shared:
        return []
    return [
        Error(
            f"Several apps keep drafts under {', '.join(shared)}.",
            hint="Give the surfaces of one of them another prefix.",
            id="mssupport.E002",
        )
    ]


# Of no member: boards and texts that the team writes, and what only joins two tables.
_NOT_ABOUT_MEMBERS = frozenset({"composing.ContentWarning"})


def _about_members(models: Iterable[type[Model]]) -> Iterator[str]:
    """Labels of models with a key to Member, or to a model that has one and belongs to one."""
    found: set[type[Model]] = {Member}
    models = [model for model in models if model._meta.label not in _NOT_ABOUT_MEMBERS]
    while more := {
        model
        for model in models
        if model not in found
        and any(
            field.related_model in found and field.remote_field is not None
            for field in model._meta.concrete_fields
        )
    }:
        found |= more
    yield from (model._meta.label for model in found)
