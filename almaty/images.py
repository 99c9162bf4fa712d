"""Pictures: names of our own, and the sizes each is held in."""

import uuid

WIDTHS = [480, 960, 1600]
FORMATS = {}


def upload_name(instance, filename):
    """A name of ours: nothing of the uploaded name reaches the disk but its decoded type."""
    name = uuid.uuid4().hex
    return f"images/{name[:2]}/{name}.{filename.rpartition('.')[2].lower()}"
