"""Who may sign in to the desk, what they may do there, and what is written down of it."""
