"""References to what has a lasting address: one record for each page and language, and the forms it is given in."""

from scripts.citations.formats import FORMATS
from scripts.citations.record import FIRST, Citation, Citer, Snapshot, citable

__all__ = ["FIRST", "FORMATS", "Citation", "Citer", "Snapshot", "citable"]
