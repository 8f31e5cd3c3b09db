"""What the build adds to the package: the tables, and for a wheel the knowledge and the words compiled to JSON.

Hatchling runs this for every wheel and for the editable install of set-up. In a checkout the TOML files stay the truth,
so that an edit counts at once; a wheel carries JSON instead, which a browser reads much faster.
"""

import sys
from pathlib import Path
from typing import Any, override

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TablesAndKnowledge(BuildHookInterface[Any]):
    """Hatchling's custom build hook."""

    @override
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the tables; for a wheel (`version` is `standard`) add the compiled knowledge and words to its files."""
        root = Path(self.root)
        # The modules of this checkout, not of an installed version.
        sys.path[:0] = [str(root / "scripts"), str(root / "checker")]
        try:
            self._build(root, is_wheel=version == "standard", added=build_data["force_include"])
        except ValueError as error:
            # Somebody wrote it wrong: no line of this program would help them.
            sys.exit(str(error))
        finally:
            del sys.path[:2]

    def _build(self, root: Path, *, is_wheel: bool, added: dict[str, str]) -> None:
        from build_tables import write_tables  # noqa: PLC0415 - found through the path above

        write_tables()
        if not is_wheel:
            return
        from followup.knowledge import compile_knowledge  # noqa: PLC0415 - as above
        from followup.words.catalogues import compiled, languages  # noqa: PLC0415 - as above

        folder = root / "build" / "wheel"
        folder.mkdir(parents=True, exist_ok=True)
        catalogues = {f"words.{language}.json": compiled(language) for language in languages()}
        for name, text in {"knowledge.json": compile_knowledge(), **catalogues}.items():
            (folder / name).write_text(text, encoding="utf-8")
            added[str(folder / name)] = f"followup/tables/{name}"
