"""Long connection, card callbacks and webhook."""
import json
import queue
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import lark_oapi as lark
from lark_oapi.api.im.v1 import CreateMessageRequest, CreateMessageRequestBody
from lark_oapi.event.callback.model.p2_card_action_trigger import P2CardActionTriggerResponse
from talk import data, report, text_of


class Mailbox(queue.Queue):
    def put_event(self, event):
        self.put(event.event)

    def next(self):
        return self.get(timeout=20)


class Inbox:
    """Puts every event into its mailbox and answers a tap with a toast and a card."""

    def __init__(self, given):
        self.given = given
        self.messages, self.menus, self.groups, self.reactions, self.reads, self.taps = (Mailbox() for _ in range(6))

    def tapped(self, event):
        self.taps.put_event(event)
        return P2CardActionTriggerResponse({"toast": self.given["toast"], "card": {"type": "raw", "data": self.given["submitted"]}})

    def dispatcher(self, encrypt_key="", verification_token=""):
        return (
            lark.EventDispatcherHandler.builder(encrypt_key, verification_token, lark.LogLevel.CRITICAL)
            .register_p2_im_message_receive_v1(self.messages.put_event)
            .register_p2_application_bot_menu_v6(self.menus.put_event)
            .register_p2_im_chat_member_bot_added_v1(self.groups.put_event)
            .register_p2_im_message_reaction_created_v1(self.reactions.put_event)
            .register_p2_im_message_message_read_v1(self.reads.put_event)
            .register_p2_card_action_trigger(self.tapped)
            .build()
        )

    def await_text(self, words):
        """The message with these words; what was pushed before it may come again."""
        while True:
            event = self.messages.next()
            if words in (text_of(event.message.content) or ""):
                return event


def heard(event):
    return {"text": text_of(event.message.content), "chat": event.message.chat_type, "sender": event.sender.sender_id.open_id}


def serve_hook(dispatcher):
    """A request URL whose every request goes through the SDK's own dispatcher."""

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self):
            request = lark.RawRequest()
            request.uri, request.headers = self.path, dict(self.headers)
            request.body = self.rfile.read(int(self.headers["Content-Length"]))
            answer = dispatcher.do(request)
            self.send_response(answer.status_code)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, *_words):
            """Stays silent: standard error is for faults."""

    server = HTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/hook"


def send_form(client, to, form):
    body = CreateMessageRequestBody({"receive_id": to, "msg_type": "interactive", "content": json.dumps(form)})
    request = CreateMessageRequest.builder().receive_id_type("open_id").request_body(body).build()
    return {"message": data(client.im.v1.message.create(request)).message_id}


def play_events(inbox):
    def mention():
        message = inbox.await_text("进度如何").message
        return {"chat": message.chat_type, "text": text_of(message.content), "name": message.mentions[0].name}

    def reaction():
        event = inbox.reactions.next()
        return {"message": event.message_id, "emoji": event.reaction_type.emoji_type}

    def read():
        event = inbox.reads.next()
        return {"reader": event.reader.reader_id.open_id, "messages": event.message_id_list}

    report("hear", lambda: heard(inbox.await_text("长连接里的话")))
    report("menu", lambda: {"key": inbox.menus.next().event_key})
    report("added", lambda: {"chat": inbox.groups.next().chat_id})
    report("mention", mention)
    report("reaction", reaction)
    report("read-receipt", read)


def play_tap(stage, client, inbox):
    kept = {}

    def tap():
        event = kept["tap"] = inbox.taps.next()
        action = event.action
        return {"value": action.value, "form": action.form_value, "name": action.name, "operator": event.operator.open_id}

    def later():
        request = (
            lark.BaseRequest.builder().http_method(lark.HttpMethod.POST).uri("/open-apis/interactive/v1/card/update")
            .token_types({lark.AccessTokenType.TENANT}).body({"token": kept["tap"].token, "card": stage["given"]["later"]}).build()
        )
        data(client.request(request))
        return {"message": kept["tap"].context.open_message_id}

    report("answer", lambda: send_form(client, stage["ids"][2], stage["given"]["form"]))
    report("tap", tap)
    report("later", later, raw=True)


def play_hook(stage):
    inbox, hook = Inbox(stage["given"]), stage["apps"]["hook"]
    client = lark.Client.builder().app_id(hook["appId"]).app_secret(hook["appSecret"]).domain(stage["url"]).log_level(lark.LogLevel.CRITICAL).build()
    report("challenge", lambda: {"url": serve_hook(inbox.dispatcher(hook["encryptKey"], hook["verificationToken"]))})
    report("decrypt", lambda: heard(inbox.messages.next()))
    report("forged", lambda: {"heard": [text_of(inbox.messages.next().message.content)]})
    report("hook-answer", lambda: send_form(client, stage["hookIds"][1], stage["given"]["form"]))


def refused_line(stage):
    socket = lark.ws.Client(stage["apps"]["line"]["appId"], "wrong", domain=stage["url"], log_level=lark.LogLevel.CRITICAL)
    try:
        socket.start()
    except Exception as fault:
        return {"told": str(fault)}


def play(stage, client):
    inbox, line = Inbox(stage["given"]), stage["apps"]["line"]
    report("refused-line", lambda: refused_line(stage))
    socket = lark.ws.Client(line["appId"], line["appSecret"], event_handler=inbox.dispatcher(), domain=stage["url"], log_level=lark.LogLevel.CRITICAL)
    threading.Thread(target=socket.start, daemon=True).start()
    report("connect", lambda: {})
    play_events(inbox)
    play_tap(stage, client, inbox)
    report("reconnect", lambda: {"text": text_of(inbox.await_text("断线之后的话").message.content)})
    play_hook(stage)
