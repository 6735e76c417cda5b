"""Weblate's components as JSON, for its command `import_json` or its API.

Field names are those of Weblate's documentation, "Component configuration" (docs.weblate.org, admin/projects).
"""

from __future__ import annotations

import json as json_format
from collections.abc import Mapping, Sequence
from typing import Any


def json(components: Sequence[Mapping[str, Any]], project: str, repository: str, branch: str) -> str:
    """Write the components of a project.

    Args:
        components: name, slug, filemask, new_base, source_language and language_regex of each.
        project: Weblate's short name of the project.
        repository: address that Weblate clones.
        branch: the branch that it follows.
    """
    first = components[0]["slug"] if components else ""
    values = [
        _value(component, repository if not index else f"weblate://{project}/{first}", branch if not index else "")
        for index, component in enumerate(components)
    ]
    return json_format.dumps(values, ensure_ascii=False, indent=2)


def _value(component: Mapping[str, Any], repository: str, branch: str) -> dict[str, Any]:
    """Return one component; all but the first share its clone, so that a commit holds the work on a whole book."""
    return {
        "name": component["name"],
        "slug": component["slug"],
        "vcs": "git",
        "repo": repository,
        **({"branch": branch} if branch else {}),
        "file_format": "po",
        "filemask": component["filemask"],
        "new_base": component["new_base"],
        "source_language": component["source_language"],
        "language_regex": component["language_regex"],
        # `translate-pub update` makes and renews catalogues: Weblate adds no languages and no messages.
        "new_lang": "none",
        "manage_units": False,
        "check_flags": "md-text",
        "allow_translation_propagation": True,
    }
