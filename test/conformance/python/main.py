"""The official Python SDK, unmodified, against the address it is told."""
import importlib.metadata

import lark_oapi as lark

import messages
import office
import push
from talk import hear, say


def main():
    stage = hear()
    say({"sdk": f"lark-oapi {importlib.metadata.version('lark-oapi')}"})
    line = stage["apps"]["line"]
    client = (
        lark.Client.builder()
        .app_id(line["appId"]).app_secret(line["appSecret"]).domain(stage["url"]).oauth_base_url(stage["url"])
        .log_level(lark.LogLevel.CRITICAL).build()
    )
    messages.play(stage, client)
    office.play(stage, client)
    push.play(stage, client)


main()
