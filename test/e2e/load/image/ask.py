"""ask.py URL UNTIL fresh|kept: asks 50 times a second until there is a file UNTIL, then prints what came of it.

It goes by the clock, whether answers come or not, and asks nothing twice. With `fresh` each request has a connection of
its own; with `kept` ten connections are used again and again, and made anew when the server closes them.
"""

import json
import os
import sys
import threading
import time
from collections import Counter
from http.client import HTTPConnection
from urllib.parse import urlsplit

RATE = 50
SECONDS_FOR_AN_ANSWER = 10

url, until, mode = sys.argv[1:]
answers = Counter()
failed = []
begin = time.monotonic()


def main():
    askers = kept(10) if mode == "kept" else fresh()
    asked = 0
    while not os.path.exists(until):
        next(askers)()
        asked += 1
        time.sleep(max(0, begin + asked / RATE - time.monotonic()))
    seconds = time.monotonic() - begin
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join()
    counted = [{**json.loads(body), "times": times} for body, times in answers.items()]
    print(json.dumps({"asked": asked, "seconds": seconds, "failed": failed, "answers": counted}))


def fresh():
    while True:
        connection = connect()
        yield in_thread(lambda connection=connection: ask(connection, {"Connection": "close"}))


def kept(count):
    """Each connection has one request at a time, as HTTP/1.1 wants."""
    connections = [(connect(), threading.Lock()) for _ in range(count)]

    def in_turn(connection, lock):
        with lock:
            ask(connection, {})

    while True:
        for one in connections:
            yield in_thread(lambda one=one: in_turn(*one))


def in_thread(task):
    return lambda: threading.Thread(target=task).start()


def connect():
    return HTTPConnection(urlsplit(url).netloc, timeout=SECONDS_FOR_AN_ANSWER)


def ask(connection, headers):
    began = time.monotonic()
    try:
        connection.request("GET", urlsplit(url).path, headers=headers)
        response = connection.getresponse()
        body = response.read().decode()
        if response.status != 200:
            raise RuntimeError(f"status {response.status}")
        answers[body] += 1
    except Exception as error:
        connection.close()
        failed.append(f"{began - begin:.2f} s: {error!r}")


main()
