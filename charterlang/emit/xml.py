"""XML written by hand: small helpers that escape, so that charter text is never markup."""

from __future__ import annotations

from charterlang.emit.characters import fit

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def escaped(text: str) -> str:
    """Text as it stands between tags or within double quotes; characters XML forbids are left out."""
    fitting = fit(text)
    return fitting.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def element(name: str, /, *content: str, **attributes: str) -> str:
    """An element; `content` is markup already, the values of `attributes` are plain.

    An underscore in the name of an attribute stands for a colon (`xml_lang`).
    """
    written = "".join(f' {key.replace("_", ":", 1)}="{escaped(value)}"' for key, value in attributes.items())
    inner = "".join(content)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"
