"""Names of the jurisdictions, in English, so that a form can be asked for by its country."""

from __future__ import annotations

_NAMES = {
    "AT": "Austria",
    "AU": "Australia",
    "BE": "Belgium",
    "BR": "Brazil",
    "CA": "Canada",
    "CA-BC": "British Columbia",
    "CA-QC": "Quebec",
    "CH": "Switzerland",
    "DE": "Germany",
    "DK": "Denmark",
    "ES": "Spain",
    "EU": "European Union",
    "FI": "Finland",
    "FR": "France",
    "GB": "United Kingdom",
    "GR": "Greece",
    "IE": "Ireland",
    "IN": "India",
    "IT": "Italy",
    "JP": "Japan",
    "KE": "Kenya",
    "KR": "Korea",
    "LU": "Luxembourg",
    "NL": "Netherlands",
    "NZ": "New Zealand",
    "PT": "Portugal",
    "SE": "Sweden",
    "US": "United States",
    "US-CA": "California",
    "US-DE": "Delaware",
    "US-MA": "Massachusetts",
    "US-MN": "Minnesota",
    "US-NY": "New York",
    "US-OR": "Oregon",
    "ZA": "South Africa",
}


def place_name(jurisdiction: str) -> str:
    """The name of a jurisdiction ("New York" for "US-NY"), or its code where it is not in the tables."""
    return _NAMES.get(jurisdiction, jurisdiction)


def place_names(jurisdiction: str) -> tuple[str, ...]:
    """The names of a jurisdiction and of the country it lies in: ("New York", "United States")."""
    country = jurisdiction.split("-", maxsplit=1)[0]
    return tuple(dict.fromkeys((place_name(jurisdiction), place_name(country))))
