"""Rich text: what an editor may write, and what is kept of anything pasted.

The list of extensions drives both the editor and the allow-list the server cleans by, on every
save, so that nothing else can reach the one partial that prints it (components/_prose.html).
"""

from django_prose_editor.fields import ProseEditorField, create_sanitizer

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Link": {"protocols": ["http", "https", "mailto"], "enableTarget": False},
    "HardBreak": True,
    "Image": True,
    "Caption": True,
    "Figure": True,
    "History": True,
}

clean_prose = create_sanitizer(EXTENSIONS)


class ProseField(ProseEditorField):
    """Text with headings, lists, links, quotes and figures; cleaned whenever a row is saved."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("config", {"extensions": EXTENSIONS})
        kwargs.setdefault("sanitize", clean_prose)
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance, add):
        """Cleans also what no form has seen: the importer's text, a script's, an older row's."""
        cleaned = self.sanitize(super().pre_save(model_instance, add) or "")
        setattr(model_instance, self.attname, cleaned)
        return cleaned
