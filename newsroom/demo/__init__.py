"""The content a new site starts with: the office's second half of 2024, in sentences of our own.

Where each fact comes from, and what is inferred, is told in docs/demo-content.md.
"""
