"""Editors may import documents: almaty/accounts/roles.py."""

from django.db import migrations

from almaty.accounts import roles


def write(apps, schema_editor):
    roles.write(apps)


class Migration(migrations.Migration):

    dependencies = [
        ("almaty", "0005_roles"),
        ("newsroom", "0003_imports"),
    ]

    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
