"""Sound files have no findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.preflight import making
from translate_pub.model.printing import ColourMode, Standard
from translate_pub.preflight.judging import Evidence
from translate_pub.workspace import ghostscript


def test_a_sound_interior_has_no_findings() -> None:
    """An interior that meets every demand passes, its ink measured too."""
    data = making.saved(making.interior())
    judgement = making.judge(data, evidence=Evidence(ghostscript.rasters(data)))
    assert (judgement.findings, judgement.unchecked) == ((), ())
    assert judgement.pages == making.PAGES
    assert "ink coverage" in judgement.checked


def test_a_sound_cover_has_no_findings() -> None:
    """A cover that meets every demand passes."""
    judgement = making.judge(making.cover(), making.COVER, Evidence(()))
    assert judgement.findings == ()


@pytest.mark.parametrize("standard", [Standard.X1A_2001, Standard.X3_2002, Standard.PLAIN])
def test_a_sound_file_of_another_standard_has_no_findings(standard: Standard) -> None:
    """The same pages pass as what their file says that they are."""
    profile = replace(making.PROFILE, standard=standard, ink_limit=None)
    data = making.saved(making.interior(standard), "1.3")
    assert making.judge(data, replace(making.JOB, profile=profile)).findings == ()


def test_a_grey_page_is_sound_in_every_mode() -> None:
    """Black alone is within the inks of every job."""
    for colour in ColourMode:
        profile = replace(making.PROFILE, colour=colour, ink_limit=None)
        pdf = making.interior()
        del pdf.pages[2]
        del pdf.pages[2:5]
        found = making.judge(pdf, replace(making.JOB, profile=profile)).findings
        assert found == ()
