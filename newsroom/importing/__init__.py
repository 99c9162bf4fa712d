"""The office's half-year document becomes draft stories, each suggestion with its evidence.

reading → splitting → recognition → landing: bytes, a Document, an EditionText, what was recognised
in each story, and the drafts. Only the last of them writes.
"""
