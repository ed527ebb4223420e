"""The open data under `/api/v1/`: what its records and lists consist of, and the JSON files that hold them."""

from scripts.api.files import LISTINGS, PLACE, Index, Redirects, Status, documents, json_text, listed
from scripts.api.lists import Api

__all__ = ["LISTINGS", "PLACE", "Api", "Index", "Redirects", "Status", "documents", "json_text", "listed"]
