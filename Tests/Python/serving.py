"""The demonstration town behind its service, on a free port of this machine."""
import os
import socket
import subprocess
import tempfile
import threading
import urllib.request

from moulin_binary import Moulin, ROOT, binary

PEOPLE = ["ana", "bea", "cid", "dan"]


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Service:
    """A process that serves; `address` is where, `said` what it wrote on both pipes."""

    def __init__(self, moulin, *words):
        self.moulin = moulin
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self.said = []
        self.ready = threading.Event()
        self.process = subprocess.Popen(
            [binary(), *words, "--port", str(port)], cwd=ROOT, text=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=moulin.environment)
        # Read to its end, so that the service never waits for a reader.
        threading.Thread(target=self._read, args=(f":{port}",), daemon=True).start()
        self.ready.wait(timeout=1800)
        assert any(f":{port}" in line for line in self.said), "".join(self.said)[-4000:]

    def _read(self, marker):
        for line in self.process.stdout:
            self.said.append(line)
            if marker in line:
                self.ready.set()
        self.ready.set()

    def stop(self):
        """Tells the service to end as a supervisor does; its exit code."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            return self.process.wait(timeout=300)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=300) as answer:
            return answer.status, answer.read().decode()

    def key(self, login, *scopes):
        """A key with which a program speaks as somebody."""
        words = ["--scopes", ",".join(scopes)] if scopes else []
        self.moulin.environment["MOULIN_AS"] = "dan"
        return self.moulin.done("user", "token", "--login", login, "--purpose", "test", *words)["key"]


class ServedTown:
    """A town of its own, which lasts as long as the tests."""

    def __enter__(self):
        self.papers = tempfile.TemporaryDirectory(prefix="moulin-papers-")
        self.moulin = Moulin()
        self.service = Service(self.moulin, "demo", "--serve", "--papers", self.papers.name)
        return self.service

    def __exit__(self, *_):
        self.service.stop()
        self.papers.cleanup()
        self.moulin.__exit__()
