"""The commands of `charter`, each in a module of its own, imported when it is asked for.

A command's module has a function of the command's name (dashes as underscores) whose parameters are its options and
whose docstring is its help. It returns nothing; it ends with `typer.Exit(code)` where the code is not 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

import typer

from charterlang.cli.terminal import settle_encoding

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "new": "charterlang.cli.new",
        "check": "charterlang.cli.check",
        "build": "charterlang.cli.build",
        "fmt": "charterlang.cli.fmt",
        "test": "charterlang.cli.test",
        "who-can": "charterlang.cli.who_can",
        "what-if": "charterlang.cli.what_if",
        "graph": "charterlang.cli.graph",
        "diff": "charterlang.cli.diff",
        "breaking": "charterlang.cli.breaking",
        "explain": "charterlang.cli.explain",
        "rules": "charterlang.cli.rules",
        "forms": "charterlang.cli.forms",
        "licences": "charterlang.cli.licences",
        "instruments": "charterlang.cli.instruments",
        "clear": "charterlang.cli.clear",
        "score": "charterlang.cli.score",
        "flows": "charterlang.cli.flows",
        "tally": "charterlang.cli.tally",
        "lsp": "charterlang.cli.lsp",
        "completion": "charterlang.cli.completion",
    }
)
"""Every command and its module, in the order in which they are listed."""

ABOUT = """From a plain-words charter to the papers that protect a commons, and the proof that they do.

Start with `charter check FILE`, which says who could break what the charter protects;
`charter build FILE -o FOLDER` writes the papers.
"""

COMPLETING = "_CHARTER_COMPLETE"


def application(names: Iterable[str] = tuple(COMMANDS), *, completion: bool = False) -> typer.Typer:
    """The application with the commands of these names."""
    app = typer.Typer(
        name="charter",
        help=ABOUT,
        add_completion=completion,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def charter(
        version: bool = typer.Option(False, "--version", "-V", help="Say which version this is.", is_eager=True),
    ) -> None:
        if version:
            from charterlang import __version__

            print(f"charter {__version__}")
            raise typer.Exit

    charter.__doc__ = ABOUT
    for name in names:
        function = getattr(import_module(COMMANDS[name]), name.replace("-", "_"))
        app.command(name)(function)
    return app


def run_command(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name; only its own module is imported, all of them for help and slips."""
    import gc
    import os

    # A command builds what it needs and ends: looking for garbage in circles would cost a tenth of its time.
    gc.disable()
    settle_encoding()
    asked = next((word for word in arguments if not word.startswith("-")), "")
    completing = COMPLETING in os.environ
    names = (asked,) if asked in COMMANDS and arguments[0] == asked and not completing else tuple(COMMANDS)
    command = typer.main.get_command(application(names, completion=completing))
    try:
        command.main(args=list(arguments), prog_name="charter")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1 if end.code else 0
    return 0
