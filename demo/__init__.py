"""A tour of every API, through its client, against the sandbox."""
