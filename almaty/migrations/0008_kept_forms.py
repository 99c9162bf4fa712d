import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def forget_those_of_nobody(apps, schema_editor):
    """They were kept for a day, for whoever signed in next in the same browser."""
    apps.get_model("almaty", "KeptForm").objects.filter(user=None).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('almaty', '0007_merges'),
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(forget_those_of_nobody, migrations.RunPython.noop, elidable=True),
        migrations.RemoveConstraint(model_name='keptform', name='kept_form_of_editor_once'),
        migrations.AddField(
            model_name='keptform',
            name='typed_at',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name='keptform',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='keptform',
            index=models.Index(fields=['user', 'content_type', 'object_id'], name='kept_form_of_editor'),
        ),
    ]
