"""Long connection, card callbacks and webhook."""
import json
import queue
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import lark_oapi as lark
from lark_oapi.api.im.v1 import CreateMessageRequest, CreateMessageRequestBody
from lark_oapi.event.callback.model.p2_card_action_trigger import P2CardActionTriggerResponse
from talk import data, report, text_of

PATIENCE_S = 10


def hear_line(stage):
    """Opens the long connection; what it hears comes out of the queues."""
    messages, menus, taps = queue.Queue(), queue.Queue(), queue.Queue()
    given, line = stage["given"], stage["apps"]["line"]

    def tapped(event):
        taps.put(event.event)
        return P2CardActionTriggerResponse({"toast": given["toast"], "card": {"type": "raw", "data": given["submitted"]}})

    handler = (
        lark.EventDispatcherHandler.builder("", "")
        .register_p2_im_message_receive_v1(lambda event: messages.put(event.event))
        .register_p2_application_bot_menu_v6(lambda event: menus.put(event.event))
        .register_p2_card_action_trigger(tapped)
        .build()
    )
    socket = lark.ws.Client(line["appId"], line["appSecret"], event_handler=handler, domain=stage["url"], log_level=lark.LogLevel.CRITICAL)
    threading.Thread(target=socket.start, daemon=True).start()
    return messages, menus, taps


def heard(event):
    return {"text": text_of(event.message.content), "chat": event.message.chat_type, "sender": event.sender.sender_id.open_id}


def await_text(messages, wanted):
    """The message with these words; what was pushed before it may come again."""
    while True:
        event = messages.get(timeout=PATIENCE_S)
        if text_of(event.message.content) == wanted:
            return event


def serve_hook(stage, heard_by_hook):
    """A request URL whose every request goes through the SDK's own dispatcher."""
    hook = stage["apps"]["hook"]
    dispatcher = (
        lark.EventDispatcherHandler.builder(hook["encryptKey"], hook["verificationToken"], lark.LogLevel.CRITICAL)
        .register_p2_im_message_receive_v1(lambda event: heard_by_hook.put(event.event))
        .build()
    )

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


def send_form(stage, client):
    body = CreateMessageRequestBody({"receive_id": stage["ids"][2], "msg_type": "interactive", "content": json.dumps(stage["given"]["form"])})
    request = CreateMessageRequest.builder().receive_id_type("open_id").request_body(body).build()
    return {"message": data(client.im.v1.message.create(request)).message_id}


def tap(taps):
    event = taps.get(timeout=PATIENCE_S)
    action = event.action
    return {"value": action.value, "form": action.form_value, "name": action.name, "operator": event.operator.open_id}


def play(stage, client):
    messages, menus, taps = hear_line(stage)
    report("connect", lambda: {})
    report("hear", lambda: heard(await_text(messages, "长连接里的话")))
    report("menu", lambda: {"key": menus.get(timeout=PATIENCE_S).event_key})
    report("answer", lambda: send_form(stage, client))
    report("tap", lambda: tap(taps))
    report("reconnect", lambda: {"text": text_of(await_text(messages, "断线之后的话").message.content)})
    hooked = queue.Queue()
    report("challenge", lambda: {"url": serve_hook(stage, hooked)})
    report("decrypt", lambda: heard(hooked.get(timeout=PATIENCE_S)))
    report("forged", lambda: {"heard": [text_of(hooked.get(timeout=PATIENCE_S).message.content)]})
