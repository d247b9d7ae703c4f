"""Builds the readers under libFuzzer: the modules that read strangers' files, and Tests/Fuzz/Targets over them.

With the compiler alone. The package's own build has no way to leave `main` to libFuzzer and to instrument two modules of many.
"""

import hashlib
import os
import subprocess

STRICT = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
INSTRUMENTED = ["-O", "-g", "-sanitize=fuzzer,address"]
# In the order of their imports. The rules read no stranger's file by themselves: built quickly, and not instrumented.
MODULES = [("Domain", ["-Onone"]), ("Tabular", INSTRUMENTED), ("Importing", INSTRUMENTED)]
C_MODULES = ["CZip", "CExpat", "CSpecialBytes"]
# What the tests of the readers compare with.
SHARED = ["Tests/TabularTests/ReferenceCSV.swift", "Tests/TabularTests/ReadRecords.swift"]


class Unbuildable(Exception):
    """Why there is nothing to run."""


def build(repository, folder):
    """The program; only what changed since the last time is compiled."""
    folder = folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    common = ["swiftc", "-swift-version", "6", "-parse-as-library", "-wmo", "-I", folder]
    common += [word for feature in STRICT for word in ("-enable-upcoming-feature", feature)]
    common += [word for module in C_MODULES for word in ("-I", repository / "Sources" / module)]
    digest, objects = hashlib.sha256(), []
    for header in sorted(path for module in C_MODULES for path in (repository / "Sources" / module).glob("*.h")):
        digest.update(header.read_bytes())
    for name, options in MODULES:
        sources = sorted((repository / "Sources" / name).rglob("*.swift"))
        target = stamped(folder, digest, name, sources)
        objects.append(target)
        if not target.exists():
            module = ["-module-name", name, "-emit-module", "-emit-module-path", folder / f"{name}.swiftmodule"]
            compile_into(folder, target, [*common, *options, *module, "-c", *sources])
    harness = sorted((repository / "Tests/Fuzz/Targets").glob("*.swift")) + [repository / path for path in SHARED]
    program = stamped(folder, digest, "moulin-fuzz", harness)
    if not program.exists():
        parts = ["-module-name", "MoulinFuzz", *harness, *objects, "-lzip", "-lexpat"]
        compile_into(folder, program, [*common, *INSTRUMENTED, *parts])
    return program


def stamped(folder, digest, name, sources):
    """The file that is made of these sources and of what came before them."""
    for path in sources:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return folder / f"{name}-{digest.hexdigest()[:16]}{'' if name.islower() else '.o'}"


def compile_into(folder, target, command):
    for old in folder.glob(f"{target.name.rsplit('-', 1)[0]}-*"):
        old.unlink()
    unfinished = target.with_name(f"new-{target.name}")
    words = [os.fspath(word) for word in [*command, "-o", unfinished]]
    ended = subprocess.run(words, cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if ended.returncode != 0:
        # The linker warns of every symbol of the sanitizer.
        said = [line for line in ended.stderr.splitlines() if "Cannot export local symbol" not in line]
        raise Unbuildable("\n".join(["the readers do not build with libFuzzer:", *said[:40]]))
    unfinished.rename(target)
