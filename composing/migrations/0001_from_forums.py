"""Drafts and content warnings stood in the forums before: their tables come here as they are."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

MODELS = ("draft", "contentwarning", "warningchoice")
# What a group may do with them goes with them.
CONTENT_TYPES = (
    "UPDATE django_content_type SET app_label = '{}' WHERE app_label = '{}' AND model IN {}"
)

TABLES = [
    *(
        migrations.RunSQL(
            f"ALTER TABLE forums_{model} RENAME TO composing_{model}",
            f"ALTER TABLE composing_{model} RENAME TO forums_{model}",
        )
        for model in MODELS
    ),
    migrations.RunSQL(
        CONTENT_TYPES.format("composing", "forums", MODELS),
        CONTENT_TYPES.format("forums", "composing", MODELS),
    ),
]

STATE = [
    migrations.CreateModel(
        name="ContentWarning",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("slug", models.SlugField(max_length=30, unique=True, verbose_name="short name")),
            ("name", models.CharField(max_length=60, verbose_name="name")),
            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ("is_in_use", models.BooleanField(default=True, verbose_name="can be chosen")),
        ],
        options={
            "verbose_name": "content warning",
            "verbose_name_plural": "content warnings",
            "ordering": ["position", "name"],
        },
    ),
    migrations.CreateModel(
        name="Draft",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("place", models.CharField(max_length=60)),
            ("title", models.CharField(blank=True, max_length=1000)),
            ("wish", models.CharField(blank=True, choices=[("listening", "Just listening"), ("stories", "Similar stories"), ("ideas", "Ideas to try"), ("information", "Information"), ("good_news", "Good news to share")], db_default="", max_length=20)),
            ("text", models.TextField()),
            ("warnings", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), db_default=[], default=list, size=None)),
            ("token", models.UUIDField(null=True)),
            ("page", models.UUIDField(null=True)),
            ("others", models.JSONField(db_default=[], default=list)),
            ("saved_at", models.DateTimeField(default=django.utils.timezone.now)),
            ("member", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="drafts", to=settings.AUTH_USER_MODEL)),
        ],
        options={
            "ordering": ["-saved_at"],
            "indexes": [models.Index(fields=["saved_at"], name="draft_by_age")],
            "constraints": [models.UniqueConstraint(fields=("member", "place"), name="draft_once")],
        },
    ),
    migrations.CreateModel(
        name="WarningChoice",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("does", models.CharField(choices=[("show", "Show it like any other"), ("hide", "Do not show it")], max_length=10)),
            ("member", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="warning_choices", to=settings.AUTH_USER_MODEL)),
            ("warning", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="composing.contentwarning")),
        ],
        options={
            "constraints": [models.UniqueConstraint(fields=("member", "warning"), name="warning_choice_once")],
        },
    ),
]  # fmt: skip


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        # The last ones that know them by their old place.
        ("forums", "0021_figures_and_letters"),
        ("moderation", "0033_case_log"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(database_operations=TABLES, state_operations=STATE)
    ]
