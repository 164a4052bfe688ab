import re
from pathlib import Path

from app.config import SETTINGS

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_readme_lists_every_setting_and_no_other() -> None:
    listed = re.findall(r"^\| `PREBRIEF_(\w+)` \|", README, flags=re.MULTILINE)
    assert sorted(listed) == sorted(SETTINGS)
