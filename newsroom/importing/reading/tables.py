"""Tables: rows of figures stay rows; one that only lays out a text becomes what is in its cells."""

from dataclasses import replace

from newsroom.importing.reading.pieces import CAPTION, Piece, Raw, words_of

CELL_BREAK = " | "
MAX_CELL = 160  # characters: a longer cell holds a text, and its table is only a layout


def table_raws(rows):
    """A table's rows, or, where it only serves to lay out a text, what stands in its cells."""
    rows = list(with_captions_beside(rows))
    cells = [cell for row in rows for cell in row]
    if any(is_text_cell(cell) for cell in cells) or all(filled(row) <= 1 for row in rows):
        return [raw for cell in cells for raw in cell]
    return [row_raw(row) for row in rows]


def with_captions_beside(rows):
    """Of a row of pictures above a row of as many lines, each line goes to its picture."""
    rows, number = list(rows), 0
    while number < len(rows):
        row, following = rows[number], rows[number + 1] if number + 1 < len(rows) else []
        lines = [lettered(cell) for cell in following]
        if are_pictures(row) and len(row) == len(following) and all(map(is_line, lines)):
            for cell, (line,) in zip(row, lines, strict=True):
                yield [[*cell, replace(line, kind=CAPTION)]]
            number += 1
        else:
            yield row
        number += 1


def are_pictures(row):
    return bool(row) and all(
        [raw.picture is not None for raw in lettered(cell)] == [True] for cell in row
    )


def is_line(raws):
    return len(raws) == 1 and not raws[0].picture and len(words_of(raws[0].pieces)) <= MAX_CELL


def lettered(cell):
    return [raw for raw in cell if raw.picture or words_of(raw.pieces)]


def is_text_cell(cell):
    return any(
        raw.kind == "heading" or raw.picture or len(words_of(raw.pieces)) > MAX_CELL
        for raw in lettered(cell)
    )


def filled(row):
    return sum(any(words_of(raw.pieces) for raw in cell) for cell in row)


def row_raw(row):
    pieces = []
    for cell in row:
        words = [piece for raw in cell for piece in (*raw.pieces, Piece(" "))]
        if words_of(words):
            pieces += [Piece(CELL_BREAK), *words] if pieces else words
    return Raw("row", pieces)
