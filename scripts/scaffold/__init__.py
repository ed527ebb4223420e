"""An initiative added or changed by one command: its record and its section in every language, written together or not at all."""

from scripts.scaffold.adding import Addition, added, given
from scripts.scaffold.changing import Alteration, altered
from scripts.scaffold.outcome import Outcome
from scripts.scaffold.wording import Wording

__all__ = ["Addition", "Alteration", "Outcome", "Wording", "added", "altered", "given"]
