"""Who is tied to whom: every part of a charter as a node, every relation between two of them as a tie.

`ties.model` says what there is as plain data, without any library; `ties.graph` puts it into one `networkx` graph;
`ties.reading` reads answers off it: who reaches whom, where ownership runs in a circle, where money ends up when a
body is dissolved. Nothing here judges; levels of protection come from the power analysis and are only written on.
"""
