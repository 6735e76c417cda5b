"""A real browser, as tests ask it what it makes of a page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from lxml import html

_ASKING = """
<script>
const faults = [];
addEventListener("error", event => faults.push(String(event.message || event.target.src)), true);
addEventListener("load", () => {{
  const answer = {question};
  const place = document.createElement("pre");
  place.id = "answer";
  place.textContent = JSON.stringify({{answer, faults}});
  document.body.append(place);
}});
</script>
"""


def ask(page: str, question: str, folder: Path, *, width: int = 1200) -> Any:  # noqa: ANN401  # whatever the page says
    """Open a page in Chromium and return the value of a JavaScript expression there.

    Args:
        page: the HTML.
        question: the expression.
        folder: where the page and the browser's own files may be written.
        width: of the window, px.
    """
    path = folder / "page.html"
    path.write_text(page.replace("<head>", f"<head>{_ASKING.format(question=question)}", 1), encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},900"]
    command += [f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=5000", "--dump-dom", path.as_uri()]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout
    answered = json.loads(str(html.document_fromstring(said).xpath("string(//pre[@id='answer'])")))
    assert answered["faults"] == []
    return answered["answer"]
