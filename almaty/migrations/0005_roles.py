"""The groups contributor, editor, publisher and administrator: almaty/accounts/roles.py.

When that table changes, another migration like this one writes it again.
"""

from django.db import migrations

from almaty.accounts import roles


def write(apps, schema_editor):
    roles.write(apps)


class Migration(migrations.Migration):

    dependencies = [
        ("almaty", "0004_revisions"),
        ("newsroom", "0002_drafts"),
        ("programmes", "0002_drafts"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
    ]

    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
