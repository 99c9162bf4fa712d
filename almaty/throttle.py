# Placeholder by the lead until the search part lands: replace the whole file. The lists import
# `throttle_words`: a view decorator that counts a request only when ?q= is not empty.


def throttle_words(view):
    return view
