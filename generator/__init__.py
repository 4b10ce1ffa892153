"""From a spec to a typed Python client: load, lint, parse, plan, render. Run as `python -m generator`."""
