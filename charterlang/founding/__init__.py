"""Founding: a charter of one's own, made from a model charter and the answers to a few questions.

`models` are the model charters of the standard library, `questions` what a founder is asked of one, and `found` writes
the charter: it edits the model's text through its tree, lays it out and checks it. Nothing here speaks to a terminal.
"""

from charterlang.founding.answers import Founded, Unfit, found
from charterlang.founding.models import Model, model, models
from charterlang.founding.questions import Question, questions, settled

__all__ = ["Founded", "Model", "Question", "Unfit", "found", "model", "models", "questions", "settled"]
