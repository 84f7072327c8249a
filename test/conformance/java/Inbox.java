import com.lark.oapi.event.EventDispatcher;
import com.lark.oapi.event.cardcallback.P2CardActionTriggerHandler;
import com.lark.oapi.event.cardcallback.model.CallBackCard;
import com.lark.oapi.event.cardcallback.model.CallBackToast;
import com.lark.oapi.event.cardcallback.model.P2CardActionTrigger;
import com.lark.oapi.event.cardcallback.model.P2CardActionTriggerData;
import com.lark.oapi.event.cardcallback.model.P2CardActionTriggerResponse;
import com.lark.oapi.service.application.ApplicationService.P2BotMenuV6Handler;
import com.lark.oapi.service.application.v6.model.P2BotMenuV6;
import com.lark.oapi.service.im.ImService.P2ChatMemberBotAddedV1Handler;
import com.lark.oapi.service.im.ImService.P2MessageReactionCreatedV1Handler;
import com.lark.oapi.service.im.ImService.P2MessageReadV1Handler;
import com.lark.oapi.service.im.ImService.P2MessageReceiveV1Handler;
import com.lark.oapi.service.im.v1.model.*;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Puts every event into its mailbox and answers a tap with a toast and a card. */
final class Inbox {
  /** What came and was not yet asked for; asking waits twenty seconds. */
  static final class Mailbox<T> {
    private final BlockingQueue<T> came = new LinkedBlockingQueue<>();

    void put(T one) {
      came.add(one);
    }

    T next() throws InterruptedException {
      T found = came.poll(20, TimeUnit.SECONDS);
      if (found == null) throw new IllegalStateException("nothing was heard");
      return found;
    }
  }

  final Mailbox<P2MessageReceiveV1Data> messages = new Mailbox<>();
  final Mailbox<String> menus = new Mailbox<>();
  final Mailbox<P2ChatMemberBotAddedV1Data> groups = new Mailbox<>();
  final Mailbox<P2MessageReactionCreatedV1Data> reactions = new Mailbox<>();
  final Mailbox<P2MessageReadV1Data> reads = new Mailbox<>();
  final Mailbox<P2CardActionTriggerData> taps = new Mailbox<>();
  private final Stage stage;

  Inbox(Stage stage) {
    this.stage = stage;
  }

  /** The message with these words; what was pushed before it may come again. */
  P2MessageReceiveV1Data await(String wanted) throws InterruptedException {
    P2MessageReceiveV1Data found = messages.next();
    while (!String.valueOf(Talk.textOf(found.getMessage().getContent())).contains(wanted)) found = messages.next();
    return found;
  }

  EventDispatcher dispatcher(String verificationToken, String encryptKey) {
    return EventDispatcher.newBuilder(verificationToken, encryptKey)
        .onP2MessageReceiveV1(new P2MessageReceiveV1Handler() {
          @Override
          public void handle(P2MessageReceiveV1 event) {
            messages.put(event.getEvent());
          }
        })
        .onP2BotMenuV6(new P2BotMenuV6Handler() {
          @Override
          public void handle(P2BotMenuV6 event) {
            menus.put(event.getEvent().getEventKey());
          }
        })
        .onP2ChatMemberBotAddedV1(new P2ChatMemberBotAddedV1Handler() {
          @Override
          public void handle(P2ChatMemberBotAddedV1 event) {
            groups.put(event.getEvent());
          }
        })
        .onP2MessageReactionCreatedV1(new P2MessageReactionCreatedV1Handler() {
          @Override
          public void handle(P2MessageReactionCreatedV1 event) {
            reactions.put(event.getEvent());
          }
        })
        .onP2MessageReadV1(new P2MessageReadV1Handler() {
          @Override
          public void handle(P2MessageReadV1 event) {
            reads.put(event.getEvent());
          }
        })
        .onP2CardActionTrigger(new P2CardActionTriggerHandler() {
          @Override
          public P2CardActionTriggerResponse handle(P2CardActionTrigger event) {
            taps.put(event.getEvent());
            return answer();
          }
        })
        .build();
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
}
