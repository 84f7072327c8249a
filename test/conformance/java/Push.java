import com.lark.oapi.Client;
import com.lark.oapi.event.EventDispatcher;
import com.lark.oapi.event.cardcallback.P2CardActionTriggerHandler;
import com.lark.oapi.event.cardcallback.model.CallBackAction;
import com.lark.oapi.event.cardcallback.model.CallBackCard;
import com.lark.oapi.event.cardcallback.model.CallBackToast;
import com.lark.oapi.event.cardcallback.model.P2CardActionTrigger;
import com.lark.oapi.event.cardcallback.model.P2CardActionTriggerData;
import com.lark.oapi.event.cardcallback.model.P2CardActionTriggerResponse;
import com.lark.oapi.service.application.ApplicationService;
import com.lark.oapi.service.application.v6.model.P2BotMenuV6;
import com.lark.oapi.service.im.ImService;
import com.lark.oapi.service.im.v1.model.CreateMessageReq;
import com.lark.oapi.service.im.v1.model.CreateMessageReqBody;
import com.lark.oapi.service.im.v1.model.P2MessageReceiveV1;
import com.lark.oapi.service.im.v1.model.P2MessageReceiveV1Data;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Long connection, card callbacks and webhook. */
final class Push {
  private final Stage stage;
  private final Client client;
  private final BlockingQueue<P2MessageReceiveV1Data> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> menus = new LinkedBlockingQueue<>();
  private final BlockingQueue<P2CardActionTriggerData> taps = new LinkedBlockingQueue<>();
  private final BlockingQueue<P2MessageReceiveV1Data> hooked = new LinkedBlockingQueue<>();

  Push(Stage stage, Client client) {
    this.stage = stage;
    this.client = client;
  }

  void play() {
    new com.lark.oapi.ws.Client.Builder(stage.app("line", "appId"), stage.app("line", "appSecret")).domain(stage.url).eventHandler(onLine()).build().start();
    Talk.report("connect", Map::of);
    Talk.report("hear", () -> heard(await("长连接里的话")));
    Talk.report("menu", () -> Map.of("key", next(menus)));
    Talk.report("answer", this::sendForm);
    Talk.report("tap", () -> tapped(next(taps)));
    Talk.report("reconnect", () -> Map.of("text", textOf(await("断线之后的话"))));
    Talk.report("challenge", () -> Map.of("url", Hook.serve(onHook())));
    Talk.report("decrypt", () -> heard(next(hooked)));
    Talk.report("forged", () -> Map.of("heard", List.of(textOf(next(hooked)))));
  }

  private EventDispatcher onHook() {
    return EventDispatcher.newBuilder(stage.app("hook", "verificationToken"), stage.app("hook", "encryptKey")).onP2MessageReceiveV1(into(hooked)).build();
  }

  private EventDispatcher onLine() {
    return EventDispatcher.newBuilder("", "")
        .onP2MessageReceiveV1(into(messages))
        .onP2BotMenuV6(new ApplicationService.P2BotMenuV6Handler() {
          @Override
          public void handle(P2BotMenuV6 event) {
            menus.add(event.getEvent().getEventKey());
          }
        })
        .onP2CardActionTrigger(new P2CardActionTriggerHandler() {
          @Override
          public P2CardActionTriggerResponse handle(P2CardActionTrigger event) {
            taps.add(event.getEvent());
            return answer();
          }
        })
        .build();
  }

  private static ImService.P2MessageReceiveV1Handler into(BlockingQueue<P2MessageReceiveV1Data> queue) {
    return new ImService.P2MessageReceiveV1Handler() {
      @Override
      public void handle(P2MessageReceiveV1 event) {
        queue.add(event.getEvent());
      }
    };
  }

  private P2CardActionTriggerResponse answer() {
    CallBackToast toast = new CallBackToast();
    toast.setType(stage.words("toast", "type"));
    toast.setContent(stage.words("toast", "content"));
    CallBackCard card = new CallBackCard();
    card.setType("raw");
    card.setData(stage.given("submitted"));
    P2CardActionTriggerResponse response = new P2CardActionTriggerResponse();
    response.setToast(toast);
    response.setCard(card);
    return response;
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T found = queue.poll(10, TimeUnit.SECONDS);
    if (found == null) throw new IllegalStateException("nothing was heard");
    return found;
  }

  /** The message with these words; what was pushed before it may come again. */
  private P2MessageReceiveV1Data await(String wanted) throws InterruptedException {
    P2MessageReceiveV1Data found = next(messages);
    while (!wanted.equals(textOf(found))) found = next(messages);
    return found;
  }

  private static String textOf(P2MessageReceiveV1Data event) {
    return Talk.textOf(event.getMessage().getContent());
  }

  private static Map<String, ?> heard(P2MessageReceiveV1Data event) {
    return Map.of("text", textOf(event), "chat", event.getMessage().getChatType(), "sender", event.getSender().getSenderId().getOpenId());
  }

  private Map<String, ?> sendForm() throws Exception {
    CreateMessageReqBody body = CreateMessageReqBody.newBuilder().receiveId(stage.person(2)).msgType("interactive").content(Talk.json(stage.given("form"))).build();
    CreateMessageReq request = CreateMessageReq.newBuilder().receiveIdType("open_id").createMessageReqBody(body).build();
    return Map.of("message", Talk.data(client.im().v1().message().create(request)).getMessageId());
  }

  private static Map<String, ?> tapped(P2CardActionTriggerData event) {
    CallBackAction action = event.getAction();
    return Map.of("value", action.getValue(), "form", action.getFormValue(), "name", action.getName(), "operator", event.getOperator().getOpenId());
  }
}
