import com.google.gson.JsonObject;
import com.lark.oapi.Client;
import com.lark.oapi.core.token.AccessTokenType;
import com.lark.oapi.event.cardcallback.model.CallBackAction;
import com.lark.oapi.event.cardcallback.model.P2CardActionTriggerData;
import com.lark.oapi.service.im.v1.model.*;
import java.util.List;
import java.util.Map;

/** Long connection, card callbacks and webhook. */
final class Push {
  private final Stage stage;
  private final Client client;
  private final Inbox inbox;
  private final Inbox hooked;
  private P2CardActionTriggerData tap;

  Push(Stage stage, Client client) {
    this.stage = stage;
    this.client = client;
    this.inbox = new Inbox(stage);
    this.hooked = new Inbox(stage);
  }

  void play() {
    Talk.report("refused-line", this::refusedLine);
    new com.lark.oapi.ws.Client.Builder(stage.app("line", "appId"), stage.app("line", "appSecret"))
        .domain(stage.url).eventHandler(inbox.dispatcher("", "")).build().start();
    Talk.report("connect", Map::of);
    Talk.report("hear", () -> heard(inbox.await("长连接里的话")));
    Talk.report("menu", () -> Map.of("key", inbox.menus.next()));
    Talk.report("added", () -> Map.of("chat", inbox.groups.next().getChatId()));
    Talk.report("mention", () -> mention(inbox.await("进度如何").getMessage()));
    Talk.report("reaction", () -> reaction(inbox.reactions.next()));
    Talk.report("read-receipt", () -> read(inbox.reads.next()));
    Talk.report("answer", () -> sendForm(client, stage.person(2)));
    Talk.report("tap", () -> tapped(tap = inbox.taps.next()));
    Talk.report("later", true, this::later);
    Talk.report("reconnect", () -> Map.of("text", textOf(inbox.await("断线之后的话"))));
    playHook();
  }

  private Map<String, ?> refusedLine() {
    try {
      new com.lark.oapi.ws.Client.Builder(stage.app("line", "appId"), "wrong").domain(stage.url).build().start();
      return Map.of("told", "nothing");
    } catch (Exception fault) {
      return Map.of("told", String.valueOf(fault));
    }
  }

  private void playHook() {
    Client hookClient = Client.newBuilder(stage.app("hook", "appId"), stage.app("hook", "appSecret")).openBaseUrl(stage.url).build();
    Talk.report("challenge", () -> Map.of("url", Hook.serve(hooked.dispatcher(stage.app("hook", "verificationToken"), stage.app("hook", "encryptKey")))));
    Talk.report("decrypt", () -> heard(hooked.messages.next()));
    Talk.report("forged", () -> Map.of("heard", List.of(textOf(hooked.messages.next()))));
    Talk.report("hook-answer", () -> sendForm(hookClient, stage.hookPerson(1)));
  }

  private static String textOf(P2MessageReceiveV1Data event) {
    return Talk.textOf(event.getMessage().getContent());
  }

  private static Map<String, ?> heard(P2MessageReceiveV1Data event) {
    return Map.of("text", textOf(event), "chat", event.getMessage().getChatType(), "sender", event.getSender().getSenderId().getOpenId());
  }

  private static Map<String, ?> mention(EventMessage message) {
    return Map.of("chat", message.getChatType(), "text", Talk.textOf(message.getContent()), "name", message.getMentions()[0].getName());
  }

  private static Map<String, ?> reaction(P2MessageReactionCreatedV1Data event) {
    return Map.of("message", event.getMessageId(), "emoji", event.getReactionType().getEmojiType());
  }

  private static Map<String, ?> read(P2MessageReadV1Data event) {
    return Map.of("reader", event.getReader().getReaderId().getOpenId(), "messages", event.getMessageIdList());
  }

  private Map<String, ?> sendForm(Client by, String to) throws Exception {
    CreateMessageReqBody body = CreateMessageReqBody.newBuilder().receiveId(to).msgType("interactive").content(Talk.json(stage.given("form"))).build();
    CreateMessageReq request = CreateMessageReq.newBuilder().receiveIdType("open_id").createMessageReqBody(body).build();
    return Map.of("message", Talk.data(by.im().v1().message().create(request)).getMessageId());
  }

  private static Map<String, ?> tapped(P2CardActionTriggerData event) {
    CallBackAction action = event.getAction();
    return Map.of("value", action.getValue(), "form", action.getFormValue(), "name", action.getName(), "operator", event.getOperator().getOpenId());
  }

  private Map<String, ?> later() throws Exception {
    JsonObject body = new JsonObject();
    body.addProperty("token", tap.getToken());
    body.add("card", stage.given("later"));
    JsonObject answer = Talk.bodyOf(client.post("/open-apis/interactive/v1/card/update", body, AccessTokenType.Tenant));
    if (answer.get("code").getAsInt() != 0) throw new IllegalStateException(answer.toString());
    return Map.of("message", tap.getContext().getOpenMessageId());
  }
}
