"""Tokens, messages, cards and files."""
import base64
import io
import json

import lark_oapi as lark
from lark_oapi.api.auth.v3 import InternalTenantAccessTokenRequest, InternalTenantAccessTokenRequestBody
from lark_oapi.api.calendar.v4 import ListCalendarEventRequest
from lark_oapi.api.cardkit.v1 import CreateCardRequest, CreateCardRequestBody, UpdateCardRequest, UpdateCardRequestBody
from lark_oapi.api.im.v1 import (
    CreateFileRequest, CreateFileRequestBody, CreateImageRequest, CreateImageRequestBody, CreateMessageRequest, CreateMessageRequestBody,
    DeleteMessageRequest, GetMessageRequest, GetMessageResourceRequest, ListChatRequest, ListMessageRequest, PatchMessageRequest, PatchMessageRequestBody,
    ReplyMessageRequest, ReplyMessageRequestBody,
)
from talk import data, report, text_of


class Messages:
    def __init__(self, stage, client):
        self.stage, self.client, self.given, self.ids = stage, client, stage["given"], stage["ids"]

    def try_send(self, to, kind, content, uuid=None, option=None):
        body = {"receive_id": to, "msg_type": kind, "content": json.dumps(content, ensure_ascii=False), "uuid": uuid}
        request = CreateMessageRequest.builder().receive_id_type("open_id").request_body(CreateMessageRequestBody(body)).build()
        return self.client.im.v1.message.create(request, option)

    def send(self, to, kind, content, uuid=None):
        return data(self.try_send(to, kind, content, uuid)).message_id

    def token(self, secret):
        body = InternalTenantAccessTokenRequestBody({"app_id": self.stage["apps"]["line"]["appId"], "app_secret": secret})
        request = InternalTenantAccessTokenRequest.builder().request_body(body).build()
        return json.loads(self.client.auth.v3.tenant_access_token.internal(request).raw.content)

    def reply(self, to):
        body = ReplyMessageRequestBody({"msg_type": "text", "content": json.dumps({"text": self.given["reply"]})})
        request = ReplyMessageRequest.builder().message_id(to).request_body(body).build()
        return {"message": data(self.client.im.v1.message.reply(request)).message_id}

    def patch(self, message):
        body = PatchMessageRequestBody({"content": json.dumps(self.given["patched"])})
        data(self.client.im.v1.message.patch(PatchMessageRequest.builder().message_id(message).request_body(body).build()))
        return {"message": message}

    def same_uuid(self):
        first, second = (self.send(self.ids[0], "text", {"text": "只有一次"}, "once-only") for _ in range(2))
        return {"first": first, "second": second}

    def image(self):
        body = CreateImageRequestBody.builder().image_type("message").image(io.BytesIO(base64.b64decode(self.given["png"]))).build()
        key = data(self.client.im.v1.image.create(CreateImageRequest.builder().request_body(body).build())).image_key
        return {"key": key, "message": self.send(self.ids[1], "image", {"image_key": key})}

    def file(self):
        file = self.given["file"]
        content = io.BytesIO(base64.b64decode(file["base64"]))
        body = CreateFileRequestBody.builder().file_type("pdf").file_name(file["name"]).file(content).build()
        key = data(self.client.im.v1.file.create(CreateFileRequest.builder().request_body(body).build())).file_key
        return {"key": key, "message": self.send(self.ids[1], "file", {"file_key": key})}

    def download(self, message, key):
        request = GetMessageResourceRequest.builder().message_id(message).file_key(key).type("file").build()
        return {"text": self.client.im.v1.message_resource.get(request).file.read().decode()}

    def get(self, message):
        return data(self.client.im.v1.message.get(GetMessageRequest.builder().message_id(message).build())).items[0]

    def read(self, message):
        found = self.get(message)
        return {"type": found.msg_type, "text": text_of(found.body.content), "sender": found.sender.id}

    def list(self, chat):
        types, pages, token = [], 0, None
        while pages == 0 or token:
            builder = ListMessageRequest.builder().container_id_type("chat").container_id(chat).page_size(2)
            page = data(self.client.im.v1.message.list((builder.page_token(token) if token else builder).build()))
            types += [each.msg_type for each in page.items]
            pages, token = pages + 1, page.page_token if page.has_more else None
        return {"pages": pages, "types": types[:3] + types[-1:]}

    def recall(self):
        message = self.send(self.ids[1], "text", {"text": "发错了"})
        data(self.client.im.v1.message.delete(DeleteMessageRequest.builder().message_id(message).build()))
        return {"message": message}

    def refused(self, to, kind, content):
        response = self.try_send(to, kind, content)
        return {"code": response.code, "message": response.msg, "log": response.get_log_id()}

    def wrong_token(self):
        line = self.stage["apps"]["line"]
        stranger = Messages(self.stage, lark.Client.builder().app_id(line["appId"]).app_secret(line["appSecret"]).domain(self.stage["url"])
                            .enable_set_token(True).log_level(lark.LogLevel.CRITICAL).build())
        option = lark.RequestOption.builder().tenant_access_token("t-wrong").build()
        return {"code": stranger.try_send(self.ids[0], "text", {"text": "x"}, None, option).code}

    def no_path(self):
        request = lark.BaseRequest.builder().http_method(lark.HttpMethod.GET).uri("/open-apis/no/such/path").token_types({lark.AccessTokenType.TENANT}).build()
        return {"code": self.client.request(request).code}

    def no_scope(self):
        response = self.client.calendar.v4.calendar_event.list(ListCalendarEventRequest.builder().calendar_id("primary").build())
        return {"code": response.code, "message": response.msg}

    def bot(self):
        request = lark.BaseRequest.builder().http_method(lark.HttpMethod.GET).uri("/open-apis/bot/v3/info").token_types({lark.AccessTokenType.TENANT}).build()
        bot = json.loads(self.client.request(request).raw.content)["bot"]
        return {"name": bot["app_name"], "id": bot["open_id"]}

    def entity(self):
        body = CreateCardRequestBody({"type": "card_json", "data": json.dumps(self.given["entity"])})
        card = data(self.client.cardkit.v1.card.create(CreateCardRequest.builder().request_body(body).build())).card_id
        return {"card": card, "message": self.send(self.ids[1], "interactive", {"type": "card", "data": {"card_id": card}})}

    def entity_update(self, card, message):
        body = UpdateCardRequestBody({"card": {"type": "card_json", "data": json.dumps(self.given["entityPatched"])}, "sequence": 1})
        request = UpdateCardRequest.builder().card_id(card).request_body(body).build()
        data(self.client.cardkit.v1.card.update(request))
        return {"message": message, "stale": self.client.cardkit.v1.card.update(request).code}


def play(stage, client):
    me, given, ids = Messages(stage, client), stage["given"], stage["ids"]
    kept = {}

    def keep(name, detail):
        kept[name] = detail
        return detail

    report("token", lambda: {"token": me.token(stage["apps"]["line"]["appSecret"])["tenant_access_token"]})
    report("wrong-secret", lambda: {"code": me.token("wrong")["code"]})
    asked = report("text", lambda: {"message": me.send(ids[0], "text", {"text": given["text"]})}).get("asked")
    report("reply", lambda: me.reply(asked))
    report("post", lambda: {"message": me.send(ids[0], "post", given["post"])})
    report("card", lambda: keep("card", {"message": me.send(ids[0], "interactive", given["card"])}))
    report("patch", lambda: me.patch(kept["card"]["message"]))
    report("same-uuid", me.same_uuid)
    report("image", me.image)
    sent = report("file", me.file)
    report("download", lambda: me.download(sent["message"], sent["key"]))
    report("read", lambda: me.read(asked))
    report("list", lambda: me.list(me.get(asked).chat_id))
    report("recall", me.recall)
    report("nobody", lambda: me.refused(given["nobody"], "text", {"text": "x"}))
    report("broken-card", lambda: me.refused(ids[0], "interactive", given["brokenCard"]))
    report("wrong-token", me.wrong_token)
    report("no-path", me.no_path, raw=True)
    report("no-scope", me.no_scope)
    report("too-often", lambda: {"code": client.im.v1.chat.list(ListChatRequest.builder().build()).code})
    report("bot", me.bot, raw=True)
    report("entity", lambda: keep("entity", me.entity()))
    report("entity-update", lambda: me.entity_update(kept["entity"]["card"], kept["entity"]["message"]))
