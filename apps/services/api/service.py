"""Orders over HTTP, kept in MongoDB. Run as: uvicorn service:app --host 0.0.0.0 --port 8000"""

import asyncio
import logging
import os
import sys
import time
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from pymongo import AsyncMongoClient
from pymongo.errors import PyMongoError


def refuse(line):
    print(line, file=sys.stderr)
    sys.exit(78)  # EX_CONFIG: starting again will not help


# uvicorn has set up its loggers before it imports this module; only their level is ours.
log = logging.getLogger("uvicorn.error")
level = logging.getLevelNamesMapping().get(os.environ.get("LOG_LEVEL", "info").upper())
if level is None:
    refuse("LOG_LEVEL must be one of debug, info, warning, error, critical")
for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
    logging.getLogger(name).setLevel(level)

# The URL holds a password: neither it nor an error about it is ever printed.
url = os.environ.get("MONGO_URL")
if not url:
    refuse("MONGO_URL is not set (mongodb://host:27017/database)")
try:
    # Stored means stored on a majority. No operation, whatever the cause, keeps a request longer than 5 s.
    client = AsyncMongoClient(url, w="majority", timeoutMS=5000)
    db = client.get_default_database()
except (PyMongoError, ValueError):
    refuse("MONGO_URL is not a MongoDB URL that ends in a database name (mongodb://host:27017/database)")


@asynccontextmanager
async def lifespan(_app):
    yield
    # uvicorn has now answered the requests under way. A database that hangs must not use up the time we have to stop.
    with suppress(TimeoutError):
        async with asyncio.timeout(2):
            await client.close()


app = FastAPI(title="Orders", lifespan=lifespan)


class NewOrder(BaseModel):
    item: str = Field(min_length=1, max_length=200)
    quantity: int = Field(gt=0, le=1_000_000)


class Order(BaseModel):
    id: str
    item: str
    quantity: int


class Revenue(BaseModel):
    item: str
    quantity: int
    revenue: float


@app.exception_handler(PyMongoError)
async def database_failed(_request, error):
    log.error("database: %s", type(error).__name__)
    return JSONResponse({"detail": "database unavailable"}, 503)


@app.post("/orders", status_code=201)
async def add_order(order: NewOrder) -> Order:
    result = await db.orders.insert_one(order.model_dump())
    return Order(id=str(result.inserted_id), **order.model_dump())


@app.get("/orders")
async def list_orders() -> list[Order]:
    # ObjectIds begin with the time: by _id is by insertion, and the same on every call.
    # (Only among orders that two replicas stored within the same second is the order any, though fixed.)
    found = db.orders.find().sort("_id", 1)
    return [Order(id=str(o["_id"]), item=o["item"], quantity=o["quantity"]) async for o in found]


@app.get("/revenue")
async def list_revenue() -> list[Revenue]:
    return [Revenue(**row) async for row in db.revenue.find({}, {"_id": 0}).sort("item", 1)]


# Two questions, two answers. /health: does this process answer? If not, restart it. It never asks the database,
# since restarting the API mends no database. /ready: can it do its work now? If not, send it no requests.
@app.get("/health")
async def health():
    return {"status": "ok"}


checking = asyncio.Lock()
checked = {"until": 0.0, "reason": None}


@app.get("/ready")
async def ready():
    async with checking:  # one question at a time, asked at most once a second, however many ask us
        if time.monotonic() >= checked["until"]:
            checked["reason"] = await why_not_ready()
            checked["until"] = time.monotonic() + 1
    if checked["reason"]:
        return JSONResponse({"status": "not ready", "reason": checked["reason"]}, 503)
    return {"status": "ready"}


async def why_not_ready():
    try:
        async with asyncio.timeout(1):
            # Like ping, but the answer also says whether writes are taken there.
            answer = await client.admin.command("hello")
        return None if answer.get("isWritablePrimary") else "database is not a writable primary"
    except TimeoutError:
        return "database did not answer within 1 s"
    except PyMongoError as error:
        return f"database: {type(error).__name__}"
