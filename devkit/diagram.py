"""The verb diagram: the tables and what points to what, as Mermaid draws it."""

import os
import sys

from devkit.postgres import Trouble


def diagram(arguments: list[str]) -> int:
    """Prints an entity-relationship diagram of the named apps, or of all of ours."""
    from devkit.checks import bare_environment

    os.environ.update(bare_environment())
    import django
    from django.apps import apps

    django.setup()
    ours = [each.label for each in apps.get_app_configs() if "." not in each.name]
    if unknown := set(arguments) - set(ours):
        raise Trouble(f"there is no app {min(unknown)!r}; ours are {', '.join(ours)}.")
    lines = ["erDiagram"]
    for label in arguments or ours:
        for model in apps.get_app_config(label).get_models():
            lines += _model(model)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _model(model: type) -> list[str]:
    name = model.__name__
    links, columns = [], []
    for field in model._meta.local_fields:  # type: ignore[attr-defined]
        key = " PK" if field.primary_key else " FK" if field.is_relation else ""
        columns.append(f"        {field.get_internal_type()} {field.name}{key}")
        if field.is_relation:
            one = "||" if field.unique else "}o"
            other = "|o" if field.null else "||"
            target = field.related_model.__name__
            links.append(f"    {name} {one}--{other} {target} : {field.name}")
    for field in model._meta.local_many_to_many:  # type: ignore[attr-defined]
        links.append(f"    {name} }}o--o{{ {field.related_model.__name__} : {field.name}")
    return [f"    {name} {{", *columns, "    }", *links]
