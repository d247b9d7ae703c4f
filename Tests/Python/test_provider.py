"""Signing in by an account at another service: the built program against one that runs here, over HTTP."""
import base64
import hashlib
import http.cookiejar
import http.server
import json
import os
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest
from moulin_binary import Moulin
from serving import Service


def text_of(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Provider:
    """A service that speaks OpenID Connect with RS256, and says yes to everybody."""

    def __init__(self, folder):
        self.key = os.path.join(folder, "provider.pem")
        subprocess.run(["openssl", "genrsa", "-out", self.key, "2048"], check=True, capture_output=True)
        found = subprocess.run(["openssl", "rsa", "-in", self.key, "-noout", "-modulus"], check=True, capture_output=True, text=True)
        self.modulus = bytes.fromhex(found.stdout.strip().split("=")[1])
        self.codes = {}
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def token(self, nonce):
        now = int(time.time())
        claims = {"iss": self.issuer, "sub": "account-1", "aud": "moulin", "exp": now + 300, "iat": now, "nonce": nonce,
                  "email": "eve@example.org", "email_verified": True}
        message = ".".join(text_of(json.dumps(part).encode()) for part in ({"alg": "RS256", "kid": "1"}, claims))
        signed = subprocess.run(["openssl", "dgst", "-sha256", "-sign", self.key], input=message.encode(), check=True, capture_output=True)
        return f"{message}.{text_of(signed.stdout)}"

    def exchange(self, form, authorization):
        asked = self.codes.pop(form.get("code"), None)
        client = base64.b64decode(authorization.split(" ")[1]).decode() if authorization else ""
        challenge = text_of(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if asked is None or client != "moulin:hush" or challenge != asked["code_challenge"]:
            return 400, {}
        return 200, {"id_token": self.token(asked["nonce"]), "token_type": "Bearer"}

    def handler(provider):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                base = provider.issuer
                self.answer(200, {
                    "/.well-known/openid-configuration": {
                        "issuer": base, "authorization_endpoint": base + "/authorize", "token_endpoint": base + "/token",
                        "jwks_uri": base + "/keys"},
                    "/keys": {"keys": [{"kty": "RSA", "kid": "1", "use": "sig", "n": text_of(provider.modulus), "e": "AQAB"}]},
                }.get(self.path, {}))

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.answer(*provider.exchange(dict(urllib.parse.parse_qsl(body)), self.headers.get("Authorization")))

            def answer(self, status, value):
                body = json.dumps(value).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass
        return Handler


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    provider = Provider(str(tmp_path_factory.mktemp("provider")))
    with Moulin() as moulin:
        made = moulin("setup", "--name", "Atelier", "--as", "ana", "--person", "Ana Martin", "--address", "1 rue du Moulin")
        assert made.returncode == 0, made.stderr
        assert moulin("db", "start").returncode == 0
        moulin.done("user", "add", "--as", "ana", "--login", "eve", "--name", "Eve Petit", "--email", "eve@example.org")
        moulin.done("user", "grant", "--as", "ana", "--login", "eve", "--role", "technician")
        moulin.environment.update(MOULIN_OIDC_ISSUER=provider.issuer, MOULIN_OIDC_CLIENT="moulin", MOULIN_OIDC_SECRET="hush",
                                  MOULIN_OIDC_DOMAINS="example.org")
        running = Service(moulin, "serve")
        yield running, provider
        assert running.stop() == 0
        provider.server.shutdown()


class Stay(urllib.request.HTTPRedirectHandler):
    """Leaves each redirection to the test."""

    def redirect_request(self, *_):
        return None


def ask(opener, address):
    try:
        return opener.open(address, timeout=300)
    except urllib.error.HTTPError as answer:
        return answer


def test_a_visit_to_the_service_and_back_signs_in_once(service):
    running, provider = service
    browser = urllib.request.build_opener(Stay, urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    sent = ask(browser, running.address + "/sign-in/provider")
    asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(sent.headers["Location"]).query))
    provider.codes.update(one=asked, two=asked)
    back = running.address + f"/sign-in/provider/back?state={asked['state']}&code="
    first = ask(browser, back + "one")
    page = ask(browser, running.address + "/bench")
    again = ask(urllib.request.build_opener(Stay), back + "two")

    assert sent.status == 303 and sent.headers["Location"].startswith(provider.issuer + "/authorize?")
    assert asked["code_challenge_method"] == "S256"
    assert first.status == 303 and "moulin-session=" in first.headers["Set-Cookie"]
    assert page.status == 200 and "Eve Petit" in page.read().decode()
    assert again.status == 409 and again.headers["Set-Cookie"] is None
