import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

# What was shown so far was by rules of one row each.
KEYS = "UPDATE guidance_shown SET key = rule WHERE key = ''"


def append_only(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION guidance_refuse_change()",
        f"DROP TRIGGER append_only ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("guidance", "0007_dismissal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Rule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        max_length=30,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Za-z0-9]+(?:-[a-z0-9]+)*$",
                                "Letters and numbers, and after a dash one more word, like G40 or G40-newcomer.",
                            )
                        ],
                        verbose_name="short name",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name, for the team")),
                ("message", models.TextField(max_length=400, verbose_name="what the author reads")),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("title", "Titles, while nothing else is written yet"),
                                ("opening", "Opening posts"),
                                ("reply", "Replies"),
                            ],
                            max_length=10,
                        ),
                        size=None,
                        verbose_name="reads",
                    ),
                ),
                (
                    "when",
                    models.CharField(
                        choices=[
                            ("writing", "While somebody writes, and when they send"),
                            ("sending", "Only when they send"),
                        ],
                        default="writing",
                        max_length=10,
                        verbose_name="when it speaks",
                    ),
                ),
                (
                    "severity",
                    models.CharField(
                        choices=[
                            ("tip", "Tip: a remark beside the box"),
                            ("ask", "Ask: one more press before it is sent"),
                            ("list", "List: it is published, and moderators see it"),
                            ("help", "Help: a card with people to ring; it never delays"),
                            ("hold", "Hold: it waits for a moderator"),
                            ("block", "Block: it cannot be sent like that"),
                        ],
                        max_length=10,
                        verbose_name="how it speaks",
                    ),
                ),
                ("condition", models.JSONField(verbose_name="what it listens for")),
                ("field", models.CharField(default="text", editable=False, max_length=10)),
                (
                    "boards",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "wishes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("listening", "Just listening"),
                                ("stories", "Similar stories"),
                                ("ideas", "Ideas to try"),
                                ("information", "Information"),
                                ("good_news", "Good news to share"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "relations",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("living_with", "Living with MS"),
                                ("waiting", "Waiting for a diagnosis"),
                                ("carer", "Carer or family"),
                                ("professional", "Health professional"),
                                ("not_said", "I prefer not to say"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "newcomer_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(365)],
                        verbose_name="only in the first days of a membership",
                    ),
                ),
                (
                    "newcomer_posts",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(3)],
                        verbose_name="only until somebody has written so many posts",
                    ),
                ),
                (
                    "is_listed",
                    models.BooleanField(
                        default=False, verbose_name="moderators see what is sent all the same"
                    ),
                ),
                (
                    "spares_own_topic",
                    models.BooleanField(
                        default=False,
                        verbose_name="quiet with authors who reply in their own topic",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("off", "Off"),
                            ("trial", "Trial: it listens and says nothing"),
                            ("on", "On"),
                        ],
                        default="off",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "holds_out",
                    models.BooleanField(
                        default=False,
                        verbose_name="say nothing to one member in ten, to see what difference it makes",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "verbose_name": "rule",
                "verbose_name_plural": "rules",
                "ordering": ["key"],
            },
        ),
        migrations.CreateModel(
            name="RuleVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("words", models.JSONField()),
                ("why", models.CharField(max_length=300)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-version"],
            },
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=30)),
                ("day", models.DateField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("shown", "Shown"),
                            ("trial", "Heard on trial"),
                            ("held_out", "Held out, to compare"),
                        ],
                        max_length=10,
                    ),
                ),
                ("count", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="TermList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        max_length=30,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z_]+$", "Small letters and _ alone."
                            )
                        ],
                        verbose_name="short name",
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="what is in it")),
                (
                    "terms",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80), size=None
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "verbose_name": "list of terms",
                "verbose_name_plural": "lists of terms",
                "ordering": ["title"],
            },
        ),
        migrations.CreateModel(
            name="TermListVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                (
                    "terms",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80), size=None
                    ),
                ),
                ("why", models.CharField(max_length=300)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-version"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="shown",
            name="shown_once",
        ),
        migrations.AddField(
            model_name="shown",
            name="how",
            field=models.CharField(
                choices=[
                    ("shown", "Shown"),
                    ("trial", "Heard on trial"),
                    ("held_out", "Held out, to compare"),
                ],
                db_default="shown",
                default="shown",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="shown",
            name="key",
            field=models.CharField(db_default="", max_length=30),
        ),
        migrations.AddField(
            model_name="shown",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Not sent yet"),
                    ("changed", "Changed"),
                    ("as_it_is", "Sent as it is"),
                    ("dismissed", "Sent as it is, by that button"),
                    ("given_up", "Not sent"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="dismissal",
            name="rule",
            field=models.CharField(max_length=30),
        ),
        migrations.AlterField(
            model_name="shown",
            name="rule",
            field=models.CharField(max_length=30),
        ),
        migrations.AddIndex(
            model_name="shown",
            index=models.Index(fields=["key", "-shown_at"], name="shown_by_rule"),
        ),
        migrations.AddConstraint(
            model_name="shown",
            constraint=models.UniqueConstraint(
                fields=("member", "token", "key"), name="shown_once"
            ),
        ),
        migrations.AddField(
            model_name="rule",
            name="guideline",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rules",
                to="guidance.guideline",
            ),
        ),
        migrations.AddField(
            model_name="ruleversion",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="ruleversion",
            name="rule",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="guidance.rule",
            ),
        ),
        migrations.AddConstraint(
            model_name="tally",
            constraint=models.UniqueConstraint(fields=("key", "day", "how"), name="tally_once"),
        ),
        migrations.AddField(
            model_name="termlistversion",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="termlistversion",
            name="term_list",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="guidance.termlist",
            ),
        ),
        migrations.AddConstraint(
            model_name="ruleversion",
            constraint=models.UniqueConstraint(
                fields=("rule", "version"), name="rule_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="termlistversion",
            constraint=models.UniqueConstraint(
                fields=("term_list", "version"), name="term_list_version_once"
            ),
        ),
        append_only("guidance_ruleversion"),
        append_only("guidance_termlistversion"),
    ]
