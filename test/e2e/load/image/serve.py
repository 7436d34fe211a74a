"""A server that ends as a well-behaved one does: told to, it takes nobody new, answers whom it has taken, and goes.

With DROPS in its environment it is like many others: told to end, it closes kept connections without a word. `/drain`
makes it say from then on that it closes them, and answers when everybody has had the time to hear it.
"""

import json
import os
import signal
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


class Server(ThreadingHTTPServer):
    # Not daemons: server_close() waits for them.
    daemon_threads = False
    request_queue_size = 128
    ending = False
    idle = set()

    def end(self, *_):
        if "DROPS" in os.environ:
            for connection in list(self.idle):
                connection.shutdown(socket.SHUT_RDWR)
        else:
            self.ending = True
        # It waits for serve_forever(), which runs in the thread that hears signals.
        threading.Thread(target=self.shutdown).start()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Seconds for which a connection may be idle.
    timeout = 5

    def handle_one_request(self):
        self.server.idle.add(self.connection)
        super().handle_one_request()

    def parse_request(self):
        self.server.idle.discard(self.connection)
        return super().parse_request()

    def finish(self):
        self.server.idle.discard(self.connection)
        super().finish()

    def do_GET(self):
        asked = urlsplit(self.path)
        if asked.path == "/drain":
            self.server.ending = True
            time.sleep(10)
        elif asked.path not in ("/health", "/ready", "/work"):
            return self.send_error(404)
        body = json.dumps({"pod": socket.gethostname(), "since": since, "version": version, "greeting": greeting()}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if self.server.ending:
            self.send_header("Connection", "close")
        self.end_headers()
        # Who has the headers was accepted, and waits for the rest.
        if asked.path == "/work":
            time.sleep(float(parse_qs(asked.query).get("seconds", ["0.05"])[0]))
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def greeting():
    with open("/etc/api/greeting.txt") as file:
        return file.read()


since = time.time()
version = os.environ["VERSION"]
with Server(("", 8000), Handler) as server:
    signal.signal(signal.SIGTERM, server.end)
    server.serve_forever()
