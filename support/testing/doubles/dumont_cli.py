"""A `dumont` CLI as somebody else would write it: from the facts about the wire and about deployed CLIs, in another language.

`main(words, manners)` runs one command. Each manner is a switch of its own (see manners.ts, which starts it); with none it does what
the document says.
"""
import http.client
import json
import os
import sys
import traceback
from urllib.parse import quote, urlencode, urlsplit

HOME = os.path.expanduser("~")
TOKEN_FILE = os.path.join(HOME, ".dumont_token")
CONFIG_FILE = os.path.join(HOME, ".dumont", "config.json")

# Words of a command: method, path, fields of the positional words in order. A field that is not in the path goes to the body.
TABLE = {
    "auth login": ("POST", "/auth/login", ["username", "password"]),
    "auth me": ("GET", "/auth/me", []),
    "auth logout": ("POST", "/auth/logout", []),
    "setting list": ("GET", "/settings", []),
    "instance offers": ("GET", "/instances/offers", []),
    "instance create": ("POST", "/instances", []),
    "instance create wizard": ("POST", "/instances/wizard", []),
    "instance list": ("GET", "/instances", []),
    "instance get": ("GET", "/instances/{instance_id}", ["instance_id"]),
    "instance delete": ("DELETE", "/instances/{instance_id}", ["instance_id"]),
    "instance pause": ("POST", "/instances/{instance_id}/pause", ["instance_id"]),
    "instance resume": ("POST", "/instances/{instance_id}/resume", ["instance_id"]),
    "instance sync": ("POST", "/instances/{instance_id}/sync", ["instance_id"]),
    "instance migrate": ("POST", "/instances/{instance_id}/migrate", ["instance_id"]),
    "instance migrate * estimate": ("POST", "/instances/{instance_id}/migrate/estimate", ["instance_id"]),
    "snapshot create": ("POST", "/snapshots", ["name", "instance_id"]),
    "snapshot list": ("GET", "/snapshots", []),
    "snapshot restore": ("POST", "/snapshots/restore", ["snapshot_id"]),
    "snapshot delete": ("DELETE", "/snapshots/{snapshot_id}", ["snapshot_id"]),
    "standby status": ("GET", "/standby/status", []),
    "standby configure": ("POST", "/standby/configure", []),
    "standby associations": ("GET", "/standby/associations", []),
    "standby sync-start": ("POST", "/standby/associations/{gpu_instance_id}/start-sync", ["gpu_instance_id"]),
    "finetune models": ("GET", "/finetune/models", []),
    "finetune create": ("POST", "/finetune/jobs", []),
    "finetune jobs": ("GET", "/finetune/jobs", []),
    "finetune logs": ("GET", "/finetune/jobs/{job_id}/logs", ["job_id"]),
    "finetune cancel": ("POST", "/finetune/jobs/{job_id}/cancel", ["job_id"]),
    "advisor recommend": ("POST", "/advisor/recommend", []),
    "spot prediction": ("GET", "/metrics/spot/prediction/{gpu_name}", ["gpu_name"]),
    "spot monitor": ("GET", "/metrics/spot/monitor", []),
    "spot reliability": ("GET", "/metrics/spot/reliability", []),
    "spot llm-gpus": ("GET", "/metrics/spot/llm-gpus", []),
    "spot safe-windows": ("GET", "/metrics/spot/safe-windows/{gpu_name}", ["gpu_name"]),
    "spot availability": ("GET", "/metrics/spot/availability", []),
    "spot training-cost": ("GET", "/metrics/spot/training-cost", []),
    "metrics savings": ("GET", "/metrics/savings/real", []),
    "metrics market": ("GET", "/metrics/market", []),
    "metrics efficiency": ("GET", "/metrics/efficiency", []),
    "metrics providers": ("GET", "/metrics/providers", []),
    "saving summary": ("GET", "/savings/summary", []),
    "saving breakdown": ("GET", "/savings/breakdown", []),
    "saving history": ("GET", "/savings/history", []),
    "saving comparison": ("GET", "/savings/comparison", []),
    "hibernation stats": ("GET", "/hibernation/stats", []),
    "ai-wizard analyze": ("POST", "/ai-wizard/analyze", []),
    "health list": ("GET", "/health", []),
    "agent status": ("GET", "/agent/status", []),
}
# What CLIs that draw the rest from the API's description know by themselves.
SESSION = {"auth login", "auth me", "auth logout"}
FIXED = SESSION | {"health list", "spot prediction", "spot monitor", "spot safe-windows"}
QUERY_OF_POST = {"/instances/{instance_id}/sync"}
NO_PREFIX = {"/health"}
PROJECT_FILES = ("requirements.txt", "Dockerfile")
METHODS = ("get", "post", "put", "patch", "delete")
NAMES_IN_S = {"settings", "metrics"}
ACTIONS = {"POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}
WITHOUT_V1 = ("/auth/", "/instances", "/snapshots")


class Usage(Exception):
    """The command cannot be sent as it was written."""


class Cli:
    def __init__(self, manners):
        self.manners = manners
        self.config = read_json(CONFIG_FILE)
        self.base_url = manners["defaultUrl"]

    def run(self, words):
        words = self.take_flags(words)
        if self.manners["address"] in ("any", "config"):
            self.base_url = self.config.get("api_url") or self.base_url
        if self.manners["address"] == "any":
            self.base_url = self.flag or os.environ.get("DUMONT_API_URL") or self.base_url
        elif self.manners["address"] == "flag":
            self.base_url = self.flag or self.base_url
        if self.manners["keyRequired"] and not (os.environ.get("DUMONT_API_KEY") or self.config.get("api_key")):
            say("CLI não configurado!")
            say("Defina DUMONT_API_KEY ou rode dumont configure.")
            return 0
        try:
            method, template, fields, takes_body, words = self.find(words)
            request = self.request(method, template, fields, takes_body, words)
        except Usage as error:
            say(f"❌ {error}")
            return self.manners["unknownExit"]
        return self.send(template, *request)

    def take_flags(self, words):
        self.flag = None
        kept = list(words)
        if self.manners["address"] in ("any", "flag"):
            for name in ("--base-url", "--api-url"):
                if name in kept:
                    at = kept.index(name)
                    self.flag = kept[at + 1] if at + 1 < len(kept) else None
                    del kept[at : at + 2]
        return kept

    # Which operation the words stand for.
    def find(self, words):
        name = " ".join(words[:2])
        if words[:1] and words[0] in self.manners["unknownResources"]:
            raise Usage(f"Unknown resource: {words[0]}")
        known = {"none": TABLE, "beyond-table": FIXED, "before-each": SESSION}[self.manners["discovery"]]
        commands = self.discover() if self.manners["discovery"] == "before-each" else None
        if name in known or self.manners["discovery"] == "none":
            return self.find_in_table(words)
        commands = commands if commands is not None else self.discover()
        if name not in commands:
            raise Usage(f"Unknown command: {name}")
        method, path, takes_body = commands[name]
        fields = [part[1:-1] for part in path.split("/") if part.startswith("{")]
        return method, path, fields, takes_body, words[2:]

    def find_in_table(self, words):
        name = " ".join(words[:2])
        rest = words[2:]
        if not self.manners["extraWordsDropped"]:
            if name == "instance create" and rest[:1] == ["wizard"]:
                name, rest = "instance create wizard", rest[1:]
            elif name == "instance migrate" and rest[1:2] == ["estimate"]:
                name, rest = "instance migrate * estimate", rest[:1] + rest[2:]
        if name not in TABLE:
            raise Usage(f"Unknown command: {name}")
        method, path, fields = TABLE[name]
        takes_body = method == "POST" and path not in QUERY_OF_POST and not path.endswith(("/pause", "/resume", "/cancel", "/logout", "/start-sync"))
        if name == "auth login" and self.manners["loginByOptions"]:
            return method, path, [], takes_body, options_of(rest)
        return method, path, fields, takes_body, rest

    def discover(self):
        for path in ("/api/v1/openapi.json", "/openapi.json"):
            status, text = self.exchange("GET", path, {}, None)
            if status == 200:
                return self.derive(json.loads(text))
        raise Usage("Could not find OpenAPI schema")

    def derive(self, description):
        commands = {}
        for path, item in description["paths"].items():
            for method, operation in item.items():
                if self.manners["discoveryReads"] == "methods" and method not in METHODS:
                    continue
                parameters = operation.get("parameters", [])
                if any("name" not in parameter for parameter in parameters):
                    continue
                name = derived_name(method.upper(), path)
                commands.setdefault(name, (method.upper(), without_prefix(path), "requestBody" in operation))
        return commands

    # Method, path with query, and body of a command.
    def request(self, method, template, fields, takes_body, words):
        pairs = [word.split("=", 1) for word in words if "=" in word]
        positional = [word for word in words if "=" not in word]
        if len(positional) > len(fields) and not self.manners["extraWordsDropped"]:
            raise Usage(f"Unexpected argument: {positional[len(fields)]}")
        path, body, query = template, {}, {}
        for field, word in zip(fields, positional):
            if "{%s}" % field in path:
                path = path.replace("{%s}" % field, quote(word, safe=""))
            else:
                body[field] = value_of(word) if field.endswith("_id") and word.isdigit() else word
        if "{" in path:
            raise Usage(f"Missing argument: {path[path.index('{') + 1 : path.index('}')]}")
        for key, text in pairs:
            if takes_body:
                body[key] = value_of(text) if key not in ("label", "name", "username", "password") else text
            if not takes_body or self.manners["postValues"] == "body-and-query":
                query[key] = value_of(text)
        if template == "/ai-wizard/analyze" and self.manners["discovery"] == "none":
            body["files"] = project_files()
        return method, path + (f"?{urlencode(query)}" if query else ""), body if takes_body else None

    def send(self, template, method, path, body):
        if template not in NO_PREFIX:
            short = self.manners["prefix"] == "mixed" and template.startswith(WITHOUT_V1)
            path = ("/api" if short else "/api/v1") + path
        headers = {"Accept": "application/json"}
        token = read_text(TOKEN_FILE)
        if token:
            headers["Authorization"] = f"Bearer {token}"
        self.log(f"sending {method} {path}")
        say(self.colour("36", f"🔄 {method} {path}"))
        try:
            status, text = self.exchange(method, path, headers, body)
        except OSError as error:
            say(self.colour("31", f"❌ Could not connect to {self.base_url}: {error}"))
            return self.exit_code(None)
        reply = json.loads(text) if text else None
        if template == "/auth/login" and status == 200:
            self.save_token(reply["token"])
        if template == "/auth/logout" and status == 200 and os.path.exists(TOKEN_FILE):
            os.remove(TOKEN_FILE)
        self.show(status, reply)
        self.log("done")
        return self.exit_code(status)

    def exchange(self, method, path, headers, body):
        address = urlsplit(self.base_url)
        kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
        connection = kind(address.hostname, address.port, timeout=50)
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            headers = {**headers, "Content-Type": "application/json"}
        try:
            connection.request(method, address.path.rstrip("/") + path, body=data, headers=headers)
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()

    def save_token(self, token):
        mode = int(self.manners["tokenMode"], 8)
        descriptor = os.open(TOKEN_FILE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        os.fchmod(descriptor, mode)
        with os.fdopen(descriptor, "w") as file:
            file.write(token)

    def show(self, status, reply):
        if status == 401:
            return say(self.colour("31", "❌ Unauthorized. Please login first: dumont auth login <email> <password>"))
        if status == 404:
            return say(self.colour("31", "❌ Not found (404)"))
        if 200 <= status < 300:
            say(self.colour("32", f"✅ Success ({status})"))
        else:
            say(self.colour("31", f"❌ Error ({status})"))
        if isinstance(reply, dict) and "token" in reply:
            reply = {**reply, "token": "***"}
        ascii_only = self.manners["asciiOnly"]
        if self.manners["jsonOnOneLine"]:
            return say(json.dumps(reply, ensure_ascii=ascii_only))
        return say(json.dumps(reply, ensure_ascii=ascii_only, indent=2))

    def colour(self, code, text):
        return f"\x1b[{code}m{text}\x1b[0m" if self.manners["colours"] else text

    def log(self, text):
        if self.manners["logLines"]:
            say(f"[INFO] dumont.client: {text}")
            say(json.dumps({"level": "info", "message": text}))

    def exit_code(self, status):
        if self.manners["exitCodes"] == "always-zero":
            return 0
        if status is not None and 200 <= status < 300:
            return 0
        return 0 if self.manners["exitCodes"] == "some-zero" and status in (400, 422, 500, 503) else 1


def derived_name(method, path):
    parts = [part for part in path.strip("/").split("/") if part not in ("api", "v1")]
    resource = parts[0]
    if resource.endswith("s") and resource not in NAMES_IN_S:
        resource = resource[:-1]
    actions = [part for part in parts[1:] if not part.startswith("{")]
    if actions:
        return f"{resource} {actions[0]}"
    if method == "GET":
        return f"{resource} {'get' if len(parts) > 1 else 'list'}"
    return f"{resource} {ACTIONS[method]}"


def without_prefix(path):
    return path[len("/api/v1") :] if path.startswith("/api/v1/") else path


def options_of(words):
    """--email x --password y as fields; other words say nothing."""
    names = {"--email": "username", "--password": "password"}
    return [f"{names[name]}={value}" for name, value in zip(words, words[1:]) if name in names]


def value_of(text):
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    return text


def project_files():
    return {name: text for name in PROJECT_FILES if (text := read_text(name, strip=False)) is not None}


def read_text(path, strip=True):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read().strip() if strip else file.read()
    except OSError:
        return None


def read_json(path):
    text = read_text(path)
    return json.loads(text) if text else {}


def say(text):
    sys.stdout.write(text + "\n")


def main(words, manners):
    sys.stdout.reconfigure(encoding="utf-8")
    try:
        return Cli(manners).run(words)
    except Exception:
        traceback.print_exc()
        return 1
