"""A student as the hub sees one: a browser's part, without the browser."""
import asyncio
import http.cookies
import json
import time
import urllib.parse
import uuid

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

PATIENCE = 600


class KernelDied(Exception):
    """The kernel ended before it answered; the server starts another."""


class Student:
    """A browser's part: cookies, forms, the API of one's own server, and the channel of a kernel."""

    def __init__(self, url, name, password):
        self.url, self.name, self.password = url.rstrip("/"), name, password
        self.cookies, self.waited = {}, {}
        self.client = AsyncHTTPClient(force_instance=True, max_clients=10)

    async def ask(self, path, method="GET", body=None, kind=None, follow=True):
        url = urllib.parse.urljoin(self.url, path)
        for _ in range(20):
            headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Accept": "text/html,application/json,*/*"}
            if kind:
                headers["Content-Type"] = kind
            if "_xsrf" in self.cookies:
                headers["X-XSRFToken"] = self.cookies["_xsrf"]
            headers["Referer"] = self.url + "/hub/"
            answer = await self.client.fetch(HTTPRequest(url, method, headers, body, follow_redirects=False, request_timeout=PATIENCE), raise_error=False)
            for line in answer.headers.get_list("Set-Cookie"):
                for name, morsel in http.cookies.SimpleCookie(line).items():
                    self.cookies[name] = morsel.value
            if answer.code not in (301, 302, 303, 307) or not follow:
                return answer
            url, method, body, kind = urllib.parse.urljoin(url, answer.headers["Location"]), "GET", None, None
        raise RuntimeError("the hub sends one round in circles")

    async def log_in(self):
        await self.ask("/hub/login")
        form = urllib.parse.urlencode({"username": self.name, "password": self.password, "_xsrf": self.cookies.get("_xsrf", "")})
        answer = await self.ask("/hub/login", "POST", form, "application/x-www-form-urlencoded", follow=False)
        assert answer.code == 302, f"logging in gave {answer.code}"

    async def start_server(self):
        deadline = time.monotonic() + PATIENCE
        answer = await self.ask("/hub/spawn")
        assert answer.code < 400, f"starting a server gave {answer.code}"
        while time.monotonic() < deadline:
            await self.ask(f"/user/{self.name}/tree")           # the page, through which the hub vouches for the student to the server
            answer = await self.ask(f"/user/{self.name}/api/kernelspecs")
            if answer.code == 200 and answer.headers.get("Content-Type", "").startswith("application/json"):
                assert "workbook" in json.loads(answer.body)["kernelspecs"], "the kernel is not installed"
                return
            await asyncio.sleep(1)
        raise TimeoutError("the server did not come up")

    async def notebook(self, name):
        """Its code cells, and of each whether it is meant to fail."""
        answer = await self.ask(f"/user/{self.name}/api/contents/{name}")
        assert answer.code == 200, f"{name} gave {answer.code}"
        cells = json.loads(answer.body)["content"]["cells"]
        return [("".join(cell["source"]), "raises-exception" in cell["metadata"].get("tags", [])) for cell in cells if cell["cell_type"] == "code"]

    async def start_kernel(self, name):
        """A kernel for a notebook; the one that it has, if it has one."""
        body = json.dumps({"path": name, "name": name, "type": "notebook", "kernel": {"name": "workbook"}})
        answer = await self.ask(f"/user/{self.name}/api/sessions", "POST", body, "application/json")
        assert answer.code == 201, f"a kernel for {name} gave {answer.code}: {answer.body[:300]}"
        session = json.loads(answer.body)
        self.session, kernel = session["id"], session["kernel"]["id"]
        address = f"{self.url.replace('http', 'ws', 1)}/user/{self.name}/api/kernels/{kernel}/channels"
        headers = {"Cookie": "; ".join(f"{key}={value}" for key, value in self.cookies.items())}
        self.channel = await websocket_connect(HTTPRequest(address, headers=headers, request_timeout=PATIENCE), max_message_size=1 << 28)

    async def leave(self):
        """Closes the notebook and ends its kernel."""
        self.channel.close()
        answer = await self.ask(f"/user/{self.name}/api/sessions/{self.session}", "DELETE")
        assert answer.code == 204, f"closing the notebook gave {answer.code}"

    async def run(self, code, may_fail=False):
        """Runs a cell to its end."""
        asked = uuid.uuid4().hex
        header = {"msg_id": asked, "username": self.name, "session": self.name, "msg_type": "execute_request", "version": "5.3", "date": ""}
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
        await self.channel.write_message(json.dumps({"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell", "buffers": []}))
        while True:
            text = await asyncio.wait_for(self.channel.read_message(), PATIENCE)
            assert text is not None, "the kernel's channel was closed"
            message = json.loads(text if isinstance(text, str) else "{}") or {"header": {}, "parent_header": {}}
            if message["parent_header"].get("msg_id") == asked and message["header"].get("msg_type") == "execute_reply":
                assert may_fail or message["content"]["status"] == "ok", f"{message['content'].get('ename')}: {message['content'].get('evalue')} in {code[:80]!r}"
                return
            if message["header"].get("msg_type") == "status" and message["content"]["execution_state"] in ("restarting", "autorestarting", "dead"):
                raise KernelDied(message["content"]["execution_state"])

    async def wait_for(self, what, work):
        begin = time.monotonic()
        value = await work
        self.waited[what] = time.monotonic() - begin
        return value

    async def begin(self, name, first):
        await self.start_kernel(name)
        await self.run(first)
