"""The language server: what `charterlang.editor` knows, spoken in the Language Server Protocol.

Everything here is thin: a request becomes a view and an offset, a record becomes the protocol's type. `positions` turns
offsets into lines and columns in the units that the client counts in; `judging` runs the slow half of a check on a
thread of its own, a moment after the last keystroke, and ends it when another comes. pygls comes in here and nowhere
else.
"""
