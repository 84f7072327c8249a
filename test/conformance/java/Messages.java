import com.google.gson.JsonObject;
import com.lark.oapi.Client;
import com.lark.oapi.core.request.RequestOptions;
import com.lark.oapi.core.token.AccessTokenType;
import com.lark.oapi.service.auth.v3.model.InternalTenantAccessTokenReq;
import com.lark.oapi.service.auth.v3.model.InternalTenantAccessTokenReqBody;
import com.lark.oapi.service.calendar.v4.model.ListCalendarEventReq;
import com.lark.oapi.service.calendar.v4.model.ListCalendarEventResp;
import com.lark.oapi.service.cardkit.v1.model.Card;
import com.lark.oapi.service.cardkit.v1.model.CreateCardReq;
import com.lark.oapi.service.cardkit.v1.model.CreateCardReqBody;
import com.lark.oapi.service.cardkit.v1.model.UpdateCardReq;
import com.lark.oapi.service.cardkit.v1.model.UpdateCardReqBody;
import com.lark.oapi.service.im.v1.model.*;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Tokens, messages, cards and files. */
final class Messages {
  private final Stage stage;
  private final Client client;
  private String card;
  private String entity;
  private String entityMessage;

  Messages(Stage stage, Client client) {
    this.stage = stage;
    this.client = client;
  }

  void play() {
    Talk.report("token", () -> Map.of("token", token(stage.app("line", "appSecret")).get("tenant_access_token")));
    Talk.report("wrong-secret", () -> Map.of("code", token("wrong").get("code")));
    String asked = Talk.report("text", () -> message(send(0, "text", text(stage.words("text"))))).get("asked").getAsString();
    Talk.report("reply", () -> message(reply(asked)));
    Talk.report("post", () -> message(send(0, "post", stage.given("post"))));
    Talk.report("card", () -> message(card = send(0, "interactive", stage.given("card"))));
    Talk.report("patch", () -> message(patch(card)));
    Talk.report("same-uuid", () -> Map.of("first", sendOnce(), "second", sendOnce()));
    Talk.report("image", this::image);
    JsonObject sent = Talk.report("file", this::file);
    Talk.report("download", () -> Map.of("text", download(sent.get("message").getAsString(), sent.get("key").getAsString())));
    Talk.report("read", () -> read(asked));
    Talk.report("list", () -> list(get(asked).getChatId()));
    Talk.report("recall", this::recall);
    Talk.report("nobody", () -> refused(stage.words("nobody"), "text", text("x")));
    Talk.report("broken-card", () -> refused(stage.person(0), "interactive", stage.given("brokenCard")));
    Talk.report("wrong-token", this::wrongToken);
    Talk.report("no-path", true, () -> Map.of("code", Talk.bodyOf(client.get("/open-apis/no/such/path", null, AccessTokenType.Tenant)).get("code")));
    Talk.report("no-scope", this::noScope);
    Talk.report("too-often", () -> Map.of("code", client.im().v1().chat().list(ListChatReq.newBuilder().build()).getCode()));
    Talk.report("bot", true, this::bot);
    Talk.report("entity", this::createEntity);
    Talk.report("entity-update", this::updateEntity);
  }

  private static Map<String, String> message(String id) {
    return Map.of("message", id);
  }

  private static Map<String, String> text(String words) {
    return Map.of("text", words);
  }

  private static CreateMessageReq request(String to, String kind, Object content, String uuid) {
    CreateMessageReqBody body = CreateMessageReqBody.newBuilder().receiveId(to).msgType(kind).content(Talk.json(content)).uuid(uuid).build();
    return CreateMessageReq.newBuilder().receiveIdType("open_id").createMessageReqBody(body).build();
  }

  private String send(int person, String kind, Object content) throws Exception {
    return Talk.data(client.im().v1().message().create(request(stage.person(person), kind, content, null))).getMessageId();
  }

  private String sendOnce() throws Exception {
    return Talk.data(client.im().v1().message().create(request(stage.person(0), "text", text("只有一次"), "once-only"))).getMessageId();
  }

  private JsonObject token(String secret) throws Exception {
    InternalTenantAccessTokenReqBody body = InternalTenantAccessTokenReqBody.newBuilder().appId(stage.app("line", "appId")).appSecret(secret).build();
    InternalTenantAccessTokenReq request = InternalTenantAccessTokenReq.newBuilder().internalTenantAccessTokenReqBody(body).build();
    return Talk.bodyOf(client.auth().v3().tenantAccessToken().internal(request).getRawResponse());
  }

  private String reply(String to) throws Exception {
    ReplyMessageReqBody body = ReplyMessageReqBody.newBuilder().msgType("text").content(Talk.json(text(stage.words("reply")))).build();
    return Talk.data(client.im().v1().message().reply(ReplyMessageReq.newBuilder().messageId(to).replyMessageReqBody(body).build())).getMessageId();
  }

  private String patch(String id) throws Exception {
    PatchMessageReqBody body = PatchMessageReqBody.newBuilder().content(Talk.json(stage.given("patched"))).build();
    Talk.data(client.im().v1().message().patch(PatchMessageReq.newBuilder().messageId(id).patchMessageReqBody(body).build()));
    return id;
  }

  /** This SDK uploads only what lies on a disk. */
  private static File onDisk(String base64) throws Exception {
    File file = File.createTempFile("conformance", ".bin");
    file.deleteOnExit();
    Files.write(file.toPath(), Base64.getDecoder().decode(base64));
    return file;
  }

  private Map<String, String> image() throws Exception {
    CreateImageReqBody body = CreateImageReqBody.newBuilder().imageType("message").image(onDisk(stage.words("png"))).build();
    String key = Talk.data(client.im().v1().image().create(CreateImageReq.newBuilder().createImageReqBody(body).build())).getImageKey();
    return Map.of("key", key, "message", send(1, "image", Map.of("image_key", key)));
  }

  private Map<String, String> file() throws Exception {
    CreateFileReqBody body = CreateFileReqBody.newBuilder().fileType("pdf").fileName(stage.words("file", "name")).file(onDisk(stage.words("file", "base64"))).build();
    String key = Talk.data(client.im().v1().file().create(CreateFileReq.newBuilder().createFileReqBody(body).build())).getFileKey();
    return Map.of("key", key, "message", send(1, "file", Map.of("file_key", key)));
  }

  private String download(String id, String key) throws Exception {
    GetMessageResourceReq request = GetMessageResourceReq.newBuilder().messageId(id).fileKey(key).type("file").build();
    return Talk.data(client.im().v1().messageResource().get(request)).toString(StandardCharsets.UTF_8);
  }

  private Message get(String id) throws Exception {
    return Talk.data(client.im().v1().message().get(GetMessageReq.newBuilder().messageId(id).build())).getItems()[0];
  }

  private Map<String, String> read(String id) throws Exception {
    Message found = get(id);
    return Map.of("type", found.getMsgType(), "text", Talk.textOf(found.getBody().getContent()), "sender", found.getSender().getId());
  }

  private Map<String, ?> list(String chat) throws Exception {
    List<String> types = new ArrayList<>();
    int pages = 0;
    String token = null;
    do {
      ListMessageReq request = ListMessageReq.newBuilder().containerIdType("chat").containerId(chat).pageSize(2).pageToken(token).build();
      ListMessageRespBody page = Talk.data(client.im().v1().message().list(request));
      for (Message each : page.getItems()) types.add(each.getMsgType());
      pages += 1;
      token = page.getHasMore() ? page.getPageToken() : null;
    } while (token != null);
    return Map.of("pages", pages, "types", List.of(types.get(0), types.get(1), types.get(2), types.get(types.size() - 1)));
  }

  private Map<String, String> recall() throws Exception {
    String id = send(1, "text", text("发错了"));
    Talk.data(client.im().v1().message().delete(DeleteMessageReq.newBuilder().messageId(id).build()));
    return message(id);
  }

  private Map<String, ?> refused(String to, String kind, Object content) throws Exception {
    CreateMessageResp answer = client.im().v1().message().create(request(to, kind, content, null));
    return Map.of("code", answer.getCode(), "message", answer.getMsg(), "log", answer.getRequestId());
  }

  private Map<String, ?> wrongToken() throws Exception {
    Client stranger = Client.newBuilder(stage.app("line", "appId"), stage.app("line", "appSecret")).openBaseUrl(stage.url).disableTokenCache().build();
    RequestOptions options = RequestOptions.newBuilder().tenantAccessToken("t-wrong").build();
    return Map.of("code", stranger.im().v1().message().create(request(stage.person(0), "text", text("x"), null), options).getCode());
  }

  private Map<String, ?> noScope() throws Exception {
    ListCalendarEventResp answer = client.calendar().v4().calendarEvent().list(ListCalendarEventReq.newBuilder().calendarId("primary").build());
    return Map.of("code", answer.getCode(), "message", answer.getMsg());
  }

  private Map<String, ?> bot() throws Exception {
    JsonObject bot = Talk.bodyOf(client.get("/open-apis/bot/v3/info", null, AccessTokenType.Tenant)).getAsJsonObject("bot");
    return Map.of("name", bot.get("app_name"), "id", bot.get("open_id"));
  }

  private Map<String, ?> createEntity() throws Exception {
    CreateCardReqBody body = CreateCardReqBody.newBuilder().type("card_json").data(Talk.json(stage.given("entity"))).build();
    entity = Talk.data(client.cardkit().v1().card().create(CreateCardReq.newBuilder().createCardReqBody(body).build())).getCardId();
    entityMessage = send(1, "interactive", Map.of("type", "card", "data", Map.of("card_id", entity)));
    return Map.of("card", entity, "message", entityMessage);
  }

  private Map<String, ?> updateEntity() throws Exception {
    Card changed = Card.newBuilder().type("card_json").data(Talk.json(stage.given("entityPatched"))).build();
    UpdateCardReqBody body = UpdateCardReqBody.newBuilder().card(changed).sequence(1).build();
    UpdateCardReq request = UpdateCardReq.newBuilder().cardId(entity).updateCardReqBody(body).build();
    Talk.data(client.cardkit().v1().card().update(request));
    return Map.of("message", entityMessage, "stale", client.cardkit().v1().card().update(request).getCode());
  }
}
