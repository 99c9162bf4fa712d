"""How tags are written in one text field: separated by commas, never by spaces."""


def split_on_commas(text):
    """Two tags in "glacier lakes, youth", where taggit alone would make three."""
    return sorted({" ".join(tag.split()) for tag in text.split(",") if tag.strip()})


def join_with_commas(tags):
    return ", ".join(sorted(tag.name for tag in tags))
