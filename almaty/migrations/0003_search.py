from datetime import UTC, datetime

from django.db import migrations, models

from almaty.search_tables import install, uninstall


class Migration(migrations.Migration):
    dependencies = [
        ("almaty", "0002_image_is_ready"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=50)),
                ("object_id", models.BigIntegerField()),
                ("language", models.CharField(max_length=2)),
                ("since", models.DateTimeField(default=datetime(1970, 1, 1, tzinfo=UTC))),
                ("date", models.DateTimeField(null=True)),
                ("title", models.TextField()),
                ("text", models.TextField()),
                ("head", models.TextField()),
                ("lead", models.TextField()),
                ("rest", models.TextField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("object_id", "kind", "language", "since"),
                        name="search_entry_once",
                    )
                ],
            },
        ),
        migrations.RunPython(install, uninstall),
    ]
