"""Readers from outside: what a paper looks like to those who open it."""

import shutil
import subprocess
from pathlib import Path

import pytest


def pdf_text(data: bytes, folder: Path, first_page: int = 1) -> str:
    """The text of a PDF, laid out as on the page."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    path = folder / "paper.pdf"
    path.write_bytes(data)
    run = subprocess.run([program, "-layout", "-f", str(first_page), path, "-"], capture_output=True, check=True)
    return run.stdout.decode()


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """Opens Word documents in LibreOffice: a function from names and bytes to names and what they print as PDF."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = tmp_path_factory.mktemp("profile")

    def printed(documents: dict[str, bytes]) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("documents")
        for name, data in documents.items():
            (folder / f"{name}.docx").write_bytes(data)
        settings = [
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
        ]
        paths = [folder / f"{name}.docx" for name in documents]
        subprocess.run([program, *settings, *paths], capture_output=True, check=True, timeout=120)
        return {name: (folder / f"{name}.pdf").read_bytes() for name in documents}

    return printed
