"""What a document may ask of us. docs/importing.md tells these figures to editors.

Together they hold the import of any file below 400 MB of memory. To read it, or to refuse it, takes
less than 10 seconds of the processor; to land one of 500 stories, or with as many pictures as it
may have, less than a minute.
"""

MEGABYTE = 1024 * 1024

# Of the file itself, as it is chosen.
MAX_FILE = 100 * MEGABYTE
# Of plain text and of a web page, its inline pictures not counted.
MAX_TEXT = 8 * MEGABYTE
# Of a Word file: what its parts promise to unpack to, and how many they are.
MAX_UNPACKED = 300 * MEGABYTE
MAX_PARTS = 10_000
# Of the parts that are read as XML: unpacked, and in elements. Of the latter, all are counted, and
# again those that are kept: each costs about a kilobyte while the document is read.
MAX_XML = 60 * MEGABYTE
MAX_ELEMENTS = 1_500_000
MAX_KEPT_ELEMENTS = 150_000
# How deep elements may stand in one another.
MAX_DEPTH = 120
# How many fields of Word may be open at once: mammoth looks through all of them for each word.
MAX_FIELDS = 100
# Of a web page: its tags, and as many letters that are written as &…;.
MAX_TAGS = 200_000
# Of Markdown: all its characters, and those that may be marks of it.
MAX_MARKDOWN = 2_000_000
MAX_MARKS = 60_000
# Of its paragraphs together: their letters times their brackets, from each of which the library
# looks through the paragraph. A billion take about a second.
MAX_LOOKED_THROUGH = 2_000_000_000
# Of plain text: its lines.
MAX_LINES = 60_000
# Of any document: stories, and the letters of them that are looked through for suggestions, about
# 800,000 in news: a number or the beginning of a name takes as long as forty others.
MAX_STORIES = 1_000
MAX_RECOGNISED = 2_200_000
NAME_OR_NUMBER = 40
# Of any document too.
MAX_BLOCKS = 20_000
MAX_PICTURES = 2_000
MAX_PICTURE = 15 * MEGABYTE
# Of the pictures together: as many as a JPEG has that takes as long to be drawn anew
# (newsroom/importing/pictures.py). 500 photographs as they stand in a document are 850 million.
MAX_PIXELS = 1_000_000_000
