"""What editors ask of a charter, as plain data: no protocol, no process, no clock.

A `Workspace` holds the texts of open buffers over a file system, reads charters again with as little work as an edit
leaves, and keeps what was judged of them. It hands out a `View` of a file; every other module here is a few pure
functions from a view, and mostly an offset, to frozen records. Offsets count code points from the start of a file; who
speaks with an editor turns them into its lines and columns.

What a keystroke can change at once (`Workspace.view`: syntax and names) is apart from what takes longer
(`Workspace.judge`: protections and rules), so that the first never waits for the second.
"""
