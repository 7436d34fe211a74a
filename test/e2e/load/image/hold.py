"""hold.py URL ACCEPTED SECONDS...: a request for each number, all at once, that takes so long to be answered.

Makes the file ACCEPTED as soon as the server has accepted all of them, and prints what they were answered in the end.
"""

import json
import pathlib
import sys
from http.client import HTTPConnection
from urllib.parse import urlsplit

url, accepted, *all_seconds = sys.argv[1:]


def begin(seconds):
    connection = HTTPConnection(urlsplit(url).netloc, timeout=60)
    connection.request("GET", f"/work?seconds={seconds}")
    return connection


def whole(response):
    try:
        return {"status": response.status, **json.loads(response.read())}
    except Exception as error:
        return {"status": response.status, "error": repr(error)}


connections = [begin(seconds) for seconds in all_seconds]
responses = [connection.getresponse() for connection in connections]
pathlib.Path(accepted).touch()
print(json.dumps([whole(response) for response in responses]))
