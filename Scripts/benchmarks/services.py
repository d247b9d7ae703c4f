"""Services on a port of this machine, and what wrk makes of them."""
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request

import environment

CONNECTIONS = 64
UNITS = {"us": 1e-3, "ms": 1, "s": 1e3}


class Service:
    """A process that answers on a port of its own while it is in use; `words` may hold `{port}`."""

    def __init__(self, words, surroundings, cwd=None):
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = listener.getsockname()[1]
        self.command = [str(word).replace("{port}", str(self.port)) for word in words]
        self.surroundings = surroundings
        self.cwd = cwd

    def __enter__(self):
        self.process = subprocess.Popen(self.command, env=self.surroundings, cwd=self.cwd, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=5).close()
                return self
            except urllib.error.HTTPError:
                return self
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"bench: {self.command[0]} does not answer")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def get(self, path, key):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers={"Authorization": f"Bearer {key}"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()

    def resident_mebibytes(self):
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as file:
            return int(next(line for line in file if line.startswith("VmRSS")).split()[1]) / 1024

    def load(self, folder, path, key, last, seconds):
        """Requests a second, median and 99th percentile in ms, and how many were answered; `{n}` is drawn for each."""
        script = f"{folder}/wrk.lua"
        with open(script, "w", encoding="utf-8") as file:
            file.write(f"""
                wrk.headers["Authorization"] = "Bearer {key}"
                request = function()
                    return wrk.format("GET", (string.gsub("{path}", "{{n}}", math.random(1, {last}))))
                end
            """)
        command = [environment.program("wrk"), "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s", "--latency", "-s", script,
                   f"http://127.0.0.1:{self.port}"]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        if "Non-2xx" in said or "Socket errors" in said:
            raise SystemExit(f"bench: not every answer was good:\n{said}")
        rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
        times = {share: float(number) * UNITS[unit] for share, number, unit in re.findall(r"(\d+)%\s+([\d.]+)(us|ms|s)\b", said)}
        return rate, times["50"], times["99"], int(re.search(r"(\d+) requests in", said)[1])
