"""EANdata's sandbox."""
