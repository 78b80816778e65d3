"""Of the first guidelines, "Nothing for sale" is the one about spam."""

from django.db import migrations

MARK = "UPDATE guidance_guideline SET is_about_spam = true WHERE number = 8"


class Migration(migrations.Migration):
    dependencies = [("guidance", "0004_is_about_spam")]
    operations = [migrations.RunSQL(MARK, migrations.RunSQL.noop)]
