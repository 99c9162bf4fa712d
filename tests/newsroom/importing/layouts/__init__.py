"""Newsletters as offices write them, each with what is found in it."""

from tests.newsroom.importing.layouts.marked import markdown_files, web_pages, word_files
from tests.newsroom.importing.layouts.plain import kazakh_files, plain_files, russian_files


def layouts():
    yield from word_files()
    yield from web_pages()
    yield from markdown_files()
    yield from plain_files()
    yield from russian_files()
    yield from kazakh_files()
