"""The few tags the templates share; built into every template."""

from django import template

register = template.Library()
