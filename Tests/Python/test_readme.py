"""The README's way from a spreadsheet to a sale, typed as it stands there."""
import datetime
import os
import re
import subprocess

from moulin_binary import Moulin, ROOT, binary


YEAR = datetime.date.today().year


def commands():
    """The shell blocks of that chapter, without the one that names the program's folder and the trial's home."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    chapter = text[text.index("## Import your own spreadsheet"):text.index("## Where things are")]
    blocks = re.findall(r"```sh\n(.*?)```", chapter, re.DOTALL)
    assert len(blocks) > 5
    first = [line for line in blocks[0].splitlines() if not line.startswith("export PATH")]
    script = "\n".join([*first, *blocks[1:]])
    # The voucher's code is whatever the decision printed.
    decided = "moulin application decide 1"
    assert script.count(decided) == 1 and "V-…" in script
    script = script.replace(decided, f"V=$({decided} | grep -o 'V-[0-9A-Z-]*')").replace("V-…", '"$V"')
    # And a paper's number has the year in which it was issued.
    return script.replace("-2026-0", f"-{YEAR}-0")


def test_every_command_of_the_readme_does_what_it_says(tmp_path):
    with Moulin() as moulin:
        environment = {**moulin.environment, "PATH": f"{binary().parent}:{os.environ['PATH']}"}
        run = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", commands()], cwd=tmp_path, env=environment, text=True,
            capture_output=True, stdin=subprocess.DEVNULL, timeout=600)

    assert run.returncode == 0, run.stdout[-500:] + run.stderr[-1500:]
    assert {f"FAC-{YEAR}-000001.pdf", f"RFE-{YEAR}-000001.pdf"} <= {path.name for path in tmp_path.glob("*.pdf")}
