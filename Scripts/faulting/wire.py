"""A wire between Moulin and its server that can be cut: a socket of the same name in another folder."""

import pathlib
import select
import socket
import threading

NAME = ".s.PGSQL.5432"


class Wire:
    """Passes bytes on, in threads of its own, until the cut that was planned.

    A cut is `("up", n)` or `("down", n)`, behind so many bytes to or from the server, in whatever connection they travel; or
    `("commit", n)`: the nth commit is passed on, and its answer is not. One cut is made; what connects later passes.
    """

    def __init__(self, server, folder):
        self.server = str(pathlib.Path(server) / NAME)
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self.lock = threading.Lock()
        self.plan = None
        self.passed = {"up": 0, "down": 0, "commit": 0}
        self.was_cut = False
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(self.folder / NAME))
        self.listener.listen(64)
        threading.Thread(target=self.accept, daemon=True).start()

    def close(self):
        self.listener.close()

    def prepare(self, plan):
        """Plans the next cut, nil for none, and counts from the beginning."""
        with self.lock:
            self.plan, self.passed, self.was_cut = plan, {"up": 0, "down": 0, "commit": 0}, False

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            try:
                server.connect(self.server)
            except OSError:
                client.close()
                continue
            threading.Thread(target=self.carry, args=(client, server), daemon=True).start()

    def carry(self, client, server):
        ways = {client: ("up", server), server: ("down", client)}
        try:
            while True:
                for end in select.select([client, server], [], [])[0]:
                    way, other = ways[end]
                    data = end.recv(1 << 16)
                    if not data:
                        return
                    passing = self.allowed(way, data)
                    if passing is None:
                        other.sendall(data)
                        continue
                    other.sendall(data[:passing])
                    if way == "up" and passing == len(data):
                        # The server has answered; nobody will hear it.
                        server.recv(1)
                    return
        except OSError:
            return
        finally:
            client.close()
            server.close()

    def allowed(self, way, data):
        """Of how many of the bytes the cut is behind; nil when there is none in them."""
        with self.lock:
            before = self.passed[way]
            self.passed[way] += len(data)
            if way == "up":
                self.passed["commit"] += data.count(b"COMMIT")
            if self.plan is None or self.was_cut:
                return None
            kind, behind = self.plan
            if kind == "commit":
                self.was_cut = way == "up" and self.passed["commit"] >= behind
                return len(data) if self.was_cut else None
            if kind != way or self.passed[way] < behind:
                return None
            self.was_cut = True
            return min(max(0, behind - before), len(data) - 1)
