from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from almaty.accounts import roles
from tests.almaty.accounts.people import make_person

pytestmark = pytest.mark.django_db


def held_by(group):
    rows = group.permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in rows}


def test_the_groups_of_the_database_are_those_of_the_table():
    """When this fails the table was changed: write it by another migration like 0005_roles."""
    roles_held = {group.name: held_by(group) for group in Group.objects.all()}
    assert roles_held == {role: set(allowed) for role, allowed in roles.ROLES.items()}


def test_writing_them_again_changes_nothing():
    before = {group.pk: held_by(group) for group in Group.objects.all()}, Permission.objects.count()
    roles.write(apps)
    after = {group.pk: held_by(group) for group in Group.objects.all()}, Permission.objects.count()
    assert before == after


def test_the_migration_makes_them_where_there_are_none():
    Group.objects.all().delete()
    Permission.objects.all().delete()
    import_module("almaty.migrations.0005_roles").write(apps, None)
    assert held_by(Group.objects.get(name="publisher")) == roles.PUBLISHER


def test_every_right_of_the_table_is_one_that_the_models_know():
    """So that a database emptied by `flush` gets them back, and a slip of the pen shows."""
    known = set()
    for model in apps.get_models():
        options = model._meta
        verbs = [*options.default_permissions]
        known |= {f"{options.app_label}.{verb}_{options.model_name}" for verb in verbs}
    assert known >= roles.ADMINISTRATOR


def test_each_role_may_what_the_one_before_may():
    assert roles.CONTRIBUTOR < roles.EDITOR < roles.PUBLISHER < roles.ADMINISTRATOR


@pytest.mark.parametrize(
    ("right", "first"),
    [
        ("newsroom.add_newsitem", "contributor"),
        ("newsroom.submit_newsitem", "contributor"),
        ("newsroom.change_any_newsitem", "editor"),
        ("newsroom.send_back_newsitem", "editor"),
        ("programmes.approve_project", "editor"),
        ("programmes.delete_partner", "editor"),
        ("newsroom.change_snapshot", "editor"),
        ("newsroom.publish_snapshot", "publisher"),
        ("newsroom.schedule_newsitem", "publisher"),
        ("newsroom.withdraw_newsitem", "publisher"),
        ("programmes.add_sector", "administrator"),
        ("auth.change_user", "administrator"),
        ("admin.view_logentry", "administrator"),
        ("auth.delete_user", None),
        ("admin.delete_logentry", None),
        ("admin.change_logentry", None),
        ("auth.change_group", None),
    ],
)
def test_from_which_role_on_something_is_allowed(right, first):
    allowed = [make_person(role).has_perm(right) for role in roles.ROLES]
    order = list(roles.ROLES)
    assert allowed == [
        first is not None and order.index(role) >= order.index(first) for role in order
    ]
