"""Compiles the Python patches and runs them against stand-ins for msal, requests, flask, redis, jwt, imaplib and smtplib.

Standard input: JSON, a list of {"name", "code"}. Standard output: JSON, a list of "name: what went wrong".
The msal stand-in has the signatures of MSAL for Python 1.3x and refuses what it refuses.
"""

import json
import os
import sys
import tempfile
import time
import types
import warnings

RESERVED = {"openid", "profile", "offline_access"}


def check_scopes(scopes):
    if not isinstance(scopes, (list, tuple, set)):
        raise TypeError("scopes must be a list")
    if RESERVED & set(scopes):
        raise ValueError("You cannot use any scope value that is reserved.")


class ClientApplication:
    def __init__(self, client_id, client_credential=None, authority=None, token_cache=None, client_capabilities=None):
        assert authority.startswith("https://") and authority.count("/") == 3, authority
        if isinstance(client_credential, dict) and "client_assertion" in client_credential:
            assert client_credential["client_assertion"]() == "federated-assertion"
        self.authority, self.capabilities = authority, client_capabilities

    def initiate_auth_code_flow(self, scopes, redirect_uri=None, state=None, prompt=None, claims_challenge=None):
        check_scopes(scopes)
        assert redirect_uri
        return {"auth_uri": self.authority + "/authorize", "state": "state"}

    def acquire_token_by_auth_code_flow(self, auth_code_flow, auth_response, scopes=None):
        if auth_code_flow.get("state") != auth_response.get("state"):
            raise ValueError("state mismatch")
        return {"access_token": "at", "id_token_claims": {"oid": "person"}}

    def get_accounts(self, username=None):
        return [{"home_account_id": "person.tenant", "username": "a@b.c"}]

    def acquire_token_silent(self, scopes, account, authority=None, force_refresh=False, claims_challenge=None):
        check_scopes(scopes)
        return None if claims_challenge else {"access_token": "at"}

    def acquire_token_silent_with_error(self, scopes, account, claims_challenge=None):
        check_scopes(scopes)
        return {"error": "interaction_required", "claims": "{}"}


class ConfidentialClientApplication(ClientApplication):
    def acquire_token_for_client(self, scopes, claims_challenge=None):
        assert len(scopes) == 1 and scopes[0].endswith("/.default"), scopes
        assert not self.authority.endswith(("/common", "/organizations", "/consumers")), self.authority
        return {"access_token": "at"}

    def acquire_token_on_behalf_of(self, user_assertion, scopes, claims_challenge=None):
        check_scopes(scopes)
        return {"access_token": "at"} if user_assertion == "good" else {"error": "interaction_required", "claims": "{}"}


class PublicClientApplication(ClientApplication):
    def initiate_device_flow(self, scopes=None):
        check_scopes(scopes)
        return {"user_code": "UC", "message": "Sign in."}

    def acquire_token_by_device_flow(self, flow):
        return {"access_token": "at"}


class SerializableTokenCache:
    has_state_changed = True

    def deserialize(self, state):
        json.loads(state)

    def serialize(self):
        return "{}"


class Response:
    ok, text, url = True, "{}", "https://graph.microsoft.com/v1.0/me"

    def __init__(self, method="GET", status=200, headers=None):
        self.status_code, self.headers, self.ok = status, headers or {}, status < 400
        self.request = types.SimpleNamespace(method=method)

    def json(self):
        return {"api": {"oauth2PermissionScopes": []}}

    def raise_for_status(self):
        pass


SENT = []
ANSWERS = []


def request(method, url, headers=None, timeout=None, json=None, params=None):
    assert url.startswith("https://"), url
    assert headers["Authorization"].startswith("Bearer ") and headers["Authorization"] != "Bearer None"
    assert timeout, "a call without a timeout"
    SENT.append({"method": method, "url": url, "json": json})
    return ANSWERS.pop() if ANSWERS else Response(method)


def module(name, **members):
    sys.modules[name] = made = types.ModuleType(name)
    made.__dict__.update(members)
    return made


class Flask:
    def __init__(self, name):
        self.routes = {}

    def get(self, route):
        assert route.startswith("/"), route
        return lambda view: self.routes.setdefault(route, view)


class Imap:
    def __init__(self, host):
        pass

    def authenticate(self, mechanism, respond):
        assert mechanism == "XOAUTH2" and respond(b"").endswith(b"\x01auth=Bearer at\x01\x01"), respond(b"")


class Smtp:
    def __init__(self, host, port):
        self.greeted = False

    def starttls(self):
        pass

    def ehlo(self):
        self.greeted = True

    def auth(self, mechanism, respond):
        assert self.greeted and mechanism == "XOAUTH2" and respond().endswith("\x01auth=Bearer at\x01\x01"), respond()


class Redis:
    @staticmethod
    def from_url(url):
        return Redis()

    def get(self, key):
        return None

    def set(self, key, value, ex=None):
        pass


def jwt_decode(token, key, algorithms, audience, issuer, leeway):
    assert algorithms == ["RS256"] and len(audience) == 2 and len(issuer) == 2
    return {"scp": "access_as_user other"}


SESSION = {}
QUERY = {"state": "state", "code": "code"}
module(
    "msal",
    ConfidentialClientApplication=ConfidentialClientApplication,
    PublicClientApplication=PublicClientApplication,
    SerializableTokenCache=SerializableTokenCache,
)
module(
    "requests",
    request=request,
    get=lambda url, **rest: request("GET", url, **rest),
    post=lambda url, **rest: request("POST", url, **rest),
    patch=lambda url, **rest: request("PATCH", url, **rest),
)
module("flask", Flask=Flask, redirect=lambda to: ("redirect", to), session=SESSION, request=types.SimpleNamespace(args=QUERY))
module("redis", Redis=Redis)
module("imaplib", IMAP4_SSL=Imap)
module("smtplib", SMTP=Smtp)
module(
    "jwt",
    decode=jwt_decode,
    PyJWKClient=lambda url: types.SimpleNamespace(get_signing_key_from_jwt=lambda token: types.SimpleNamespace(key="key")),
)
ACCOUNT = {"home_account_id": "person.tenant"}


def raises(expected, function, *arguments):
    try:
        function(*arguments)
    except expected:
        return
    raise AssertionError(f"{function.__name__} raised nothing")


def sign_in(names):
    return names["complete_sign_in"](SESSION, QUERY) if names["begin_sign_in"](SESSION) else None


def redirect_uri(names):
    routes = names["app"].routes
    assert routes["/login"]()[0] == "redirect"
    callback = next(view for route, view in routes.items() if route != "/login")
    assert callback() == ("redirect", "/")
    SESSION["flow"] = {"state": "somebody else's"}
    assert callback() == ("redirect", "/login")


def claims_challenge(names):
    header = 'Bearer realm="", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnt9fQ"'
    assert names["claims_of"](header) == '{"access_token":{}}'
    assert names["claims_of"]('Bearer claims="eyJhY2Nlc3NfdG9rZW4iOnt9fQ=="') == '{"access_token":{}}'
    assert names["claims_of"](None) is None
    assert names["answer_challenge"](ACCOUNT, header, SESSION)[1].startswith("https://")


def on_behalf_of(names):
    assert names["graph_token"]("Bearer good") == "at"
    raises(PermissionError, names["graph_token"], "Bearer bad")
    raises(PermissionError, names["graph_token"], "")


def retry_after(names):
    ANSWERS.append(Response(status=429, headers={"Retry-After": "1"}))
    names["time"].sleep = lambda seconds: None
    names["call_graph"]("at")
    assert len(SENT) == 2, SENT


def event_body(names):
    event = names["event"]
    assert event["start"]["timeZone"] == event["end"]["timeZone"] == "UTC"
    lengths = [time.mktime(time.strptime(event[part]["dateTime"], "%Y-%m-%dT%H:%M:%S")) for part in ("start", "end")]
    assert lengths[1] - lengths[0] == 3600, event
    names["create"]("at")
    assert SENT[-1]["json"] is event


def show_diagnostics(names):
    ANSWERS.append(Response(status=401, headers={"WWW-Authenticate": "Bearer"}))
    raises(RuntimeError, names["call_and_explain"], "at")


EXERCISES = {
    "request-graph-scopes": sign_in,
    "redirect-uri": redirect_uri,
    "silent-then-interactive": lambda names: names["token_or_sign_in"](),
    "claims-challenge": claims_challenge,
    "on-behalf-of": on_behalf_of,
    "pkce": lambda names: names["finish"](SESSION, QUERY) if names["start"](SESSION) else None,
    "authorization-header": lambda names: (names["call"]({"access_token": "at"}), raises(RuntimeError, names["call"], None)),
    "refresh-token": lambda names: names["access_token"]("person.tenant"),
    "token-cache": lambda names: names["token_for"]("person"),
    "validate-token": lambda names: (names["validated"]("t"), raises(PermissionError, names["validated"], "t", "x")),
    "retry-after": retry_after,
    "event-body": event_body,
    "one-resource-per-request": lambda names: (names["sign_in"](SESSION), names["tokens"](ACCOUNT)),
    "show-diagnostics": show_diagnostics,
}


def main():
    directory = tempfile.mkdtemp()
    federated = os.path.join(directory, "token")
    with open(federated, "w", encoding="utf-8") as file:
        file.write("federated-assertion\n")
    os.environ.update(
        CLIENT_SECRET="the-secret", FLASK_SECRET_KEY="k", REDIS_URL="redis://localhost", CERTIFICATE_PFX="c.pfx",
        AZURE_FEDERATED_TOKEN_FILE=federated, MICROSOFT_APP_PASSWORD="p", ADMIN_ACCESS_TOKEN="at",
    )
    warnings.simplefilter("error")  # a SyntaxWarning (a stray backslash) is a mistake as well
    real_sleep, output, failures = time.sleep, sys.stdout, []
    for patch in json.load(sys.stdin):
        SESSION.clear()
        SESSION["account"] = "person.tenant"
        SENT.clear()
        ANSWERS.clear()
        sys.stdout = open(os.devnull, "w", encoding="utf-8")
        try:
            compiled = compile(patch["code"], patch["name"], "exec")
            if patch["run"]:
                names = {"__name__": "patch"}
                exec(compiled, names)
                EXERCISES.get(patch["name"].split(".")[0], lambda names: None)(names)
        except BaseException as error:  # SystemExit too
            failures.append(f"{patch['name']}: {type(error).__name__}: {error}")
        finally:
            sys.stdout.close()
            sys.stdout = output
            time.sleep = real_sleep
    os.remove(federated)
    os.rmdir(directory)
    json.dump(failures, sys.stdout)


main()
