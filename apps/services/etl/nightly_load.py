"""Nightly: prices from PRICES_URL times the orders in MongoDB become the collection `revenue`."""

# As process 1 Python would ignore SIGTERM, so the handler comes before the slow imports. It leaves at once:
# a half-done load does no harm, since the next one writes the same rows again.
import os
import signal

signal.signal(signal.SIGTERM, lambda *_: os._exit(143))

import http.client  # noqa: E402
import json  # noqa: E402
import math  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
import urllib.request  # noqa: E402

from pymongo import DeleteMany, MongoClient, ReplaceOne  # noqa: E402
from pymongo.errors import PyMongoError  # noqa: E402

RETRY, BAD_DATA, BAD_CONFIG = 1, 65, 78  # 65 EX_DATAERR and 78 EX_CONFIG: another try will not help


def stop(code, line):
    print(line, file=sys.stderr)
    sys.exit(code)


def fetch(url, tries=3):
    for attempt in range(1, tries + 1):
        try:
            with urllib.request.urlopen(url, timeout=10) as response:
                return response.read()
        except (ValueError, http.client.InvalidURL):
            stop(BAD_CONFIG, "PRICES_URL is not a usable URL")
        except (OSError, http.client.HTTPException) as error:  # URLError and HTTPError are OSErrors
            reason = f"{type(error).__name__} {getattr(error, 'reason', '')}".strip()
            print(f"prices: try {attempt} of {tries}: {reason}", file=sys.stderr)
        if attempt < tries:
            time.sleep(2**attempt)
    stop(RETRY, "prices: gave up")


def parse(body):
    try:
        prices = json.loads(body, parse_int=float)
    except (ValueError, RecursionError):
        stop(BAD_DATA, "prices: not JSON")
    if not isinstance(prices, dict):
        stop(BAD_DATA, "prices: not a JSON object")
    for item, price in prices.items():
        if not isinstance(price, float) or not math.isfinite(price) or price < 0:
            stop(BAD_DATA, f"prices: the price of {item!r} is not a number, 0 or more")
    return prices


def load(db, prices):
    orders, rows = 0, []
    per_item = {"_id": "$item", "quantity": {"$sum": "$quantity"}, "orders": {"$sum": 1}}
    for group in db.orders.aggregate([{"$group": per_item}]):
        item, quantity = group["_id"], group["quantity"]
        orders += group["orders"]
        if item in prices:
            # The item is also the key, so that two loads at once cannot store it twice.
            revenue = round(quantity * prices[item], 2)
            rows.append({"_id": item, "item": item, "quantity": quantity, "revenue": revenue})
        else:
            print(f"warning: no price for {item!r}: skipped", file=sys.stderr)
    # Ordered: new rows first, then what is no longer there, so a reader never sees the collection empty between.
    writes = [ReplaceOne({"_id": row["_id"]}, row, upsert=True) for row in rows]
    db.revenue.bulk_write([*writes, DeleteMany({"_id": {"$nin": [row["_id"] for row in rows]}})])
    print(f"loaded {len(rows)} items from {orders} orders")


def main():
    url, mongo_url = os.environ.get("PRICES_URL", ""), os.environ.get("MONGO_URL", "")
    if not url.startswith(("http://", "https://")):  # urllib would also open file:
        stop(BAD_CONFIG, "PRICES_URL is not set to an http:// or https:// URL")
    # The URL holds a password: neither it nor an error about it is ever printed.
    try:
        client = MongoClient(mongo_url, w="majority", timeoutMS=60_000, connect=False)
        db = client.get_default_database()
    except (PyMongoError, ValueError):
        stop(BAD_CONFIG, "MONGO_URL is not set to a MongoDB URL that ends in a database name")
    prices = parse(fetch(url))
    try:
        load(db, prices)
        client.close()
    except PyMongoError as error:
        stop(RETRY, f"database: {type(error).__name__}: {str(error)[:200]}")


if __name__ == "__main__":
    main()
