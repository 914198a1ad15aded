"""The report: one web page that shows what a charter protects, how well, and who together could break it.

It stands alone: nothing is fetched, and without JavaScript it is a plain report. With it, a reader counts parties in
and sees at once what they could break, worked out on the page from the power system that is part of it.
"""

from charterlang.pictures.report.page import report

__all__ = ["report"]
