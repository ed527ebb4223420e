"""Builds the Seoul Plan site from `data/` and `docs/`."""
