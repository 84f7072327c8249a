"""Speaks with the test: a JSON line on standard output for each rule, a JSON line on standard input as answer."""
import json
import sys


def hear():
    return json.loads(sys.stdin.readline())


def say(what):
    print(json.dumps(what, ensure_ascii=False), flush=True)


def report(rule, work, raw=False):
    """Does the work of a rule, reports what came of it, and returns what the test answers."""
    try:
        ok, detail = True, work()
    except Exception as fault:
        ok, detail = False, {"error": f"{type(fault).__name__}: {fault}"}
    say({"rule": rule, "ok": ok, "raw": raw, "detail": detail})
    return hear()


def data(response):
    """The data of an answer; raises where the platform refused."""
    if not response.success():
        raise RuntimeError(f"{response.code} {response.msg}")
    return getattr(response, "data", None)


def text_of(content):
    return json.loads(content).get("text")
