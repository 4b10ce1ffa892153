# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""The operations, a module for each resource."""
