"""`charter completion`: the script by which a shell completes this command."""

from __future__ import annotations

from typing import Annotated

import typer

from charterlang.cli.options import one_of

SHELLS = ("bash", "zsh", "fish", "powershell")


def completion(
    shell: Annotated[str, typer.Argument(metavar="|".join(SHELLS), help="The shell.", callback=one_of(SHELLS))],
) -> None:
    """Print what makes a shell complete `charter`.

    For bash: `charter completion bash >> ~/.bashrc`; for zsh: `charter completion zsh > ~/.zfunc/_charter`.
    """
    from typer._completion_shared import get_completion_script

    from charterlang.cli.app import COMPLETING

    print(get_completion_script(prog_name="charter", complete_var=COMPLETING, shell=shell))
