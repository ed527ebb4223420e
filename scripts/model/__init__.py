"""The records of the plan: what `data/` may say, typed and unchangeable.

The editors' JSON Schemas in `data/schema/` are made from these classes (`python -m scripts schema`).
"""

from scripts.model.agendas import Agenda, AgendasFile, Facts, Group, Initiative, Item, Source, Sources, Target
from scripts.model.background import BackgroundFile, Event, TimelineFile, Topic, TopicSection, Work, WorkSource
from scripts.model.editions import Cited, Difference, Edition, EditionsFile
from scripts.model.figures import Chart, Figure, FiguresFile
from scripts.model.named import GlossaryFile, Language, LanguagesFile, Location, Named, PlacesFile, Term
from scripts.model.organisation import Action, Chapter, ChapterSection, Office, OrganisationFile, Part, PartnerCategory
from scripts.model.redirects import Redirect, RedirectsFile
from scripts.model.types import Record

__all__ = [
    "Action",
    "Agenda",
    "AgendasFile",
    "BackgroundFile",
    "Chapter",
    "ChapterSection",
    "Chart",
    "Cited",
    "Difference",
    "Edition",
    "EditionsFile",
    "Event",
    "Facts",
    "Figure",
    "FiguresFile",
    "GlossaryFile",
    "Group",
    "Initiative",
    "Item",
    "Language",
    "LanguagesFile",
    "Location",
    "Named",
    "Office",
    "OrganisationFile",
    "Part",
    "PartnerCategory",
    "PlacesFile",
    "Record",
    "Redirect",
    "RedirectsFile",
    "Source",
    "Sources",
    "Target",
    "Term",
    "TimelineFile",
    "Topic",
    "TopicSection",
    "Work",
    "WorkSource",
]
