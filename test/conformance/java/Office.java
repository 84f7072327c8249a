import static java.util.stream.Collectors.toList;

import com.google.gson.JsonObject;
import com.lark.oapi.Client;
import com.lark.oapi.core.request.RequestOptions;
import com.lark.oapi.core.token.AccessTokenType;
import com.lark.oapi.service.calendar.v4.model.*;
import com.lark.oapi.service.contact.v3.model.BatchGetIdUserReq;
import com.lark.oapi.service.contact.v3.model.BatchGetIdUserReqBody;
import com.lark.oapi.service.contact.v3.model.ChildrenDepartmentReq;
import com.lark.oapi.service.contact.v3.model.Department;
import com.lark.oapi.service.contact.v3.model.GetUserReq;
import com.lark.oapi.service.contact.v3.model.ListScopeReq;
import com.lark.oapi.service.contact.v3.model.User;
import com.lark.oapi.service.contact.v3.model.UserContactInfo;
import com.lark.oapi.service.im.v1.model.CreateChatMembersReq;
import com.lark.oapi.service.im.v1.model.CreateChatMembersReqBody;
import com.lark.oapi.service.im.v1.model.CreateChatReq;
import com.lark.oapi.service.im.v1.model.CreateChatReqBody;
import com.lark.oapi.service.im.v1.model.CreateMessageReq;
import com.lark.oapi.service.im.v1.model.CreateMessageReqBody;
import com.lark.oapi.service.im.v1.model.DeleteChatReq;
import com.lark.oapi.service.im.v1.model.GetChatMembersReq;
import com.lark.oapi.service.im.v1.model.ListMember;
import com.lark.oapi.service.task.v2.model.CreateTaskReq;
import com.lark.oapi.service.task.v2.model.Due;
import com.lark.oapi.service.task.v2.model.InputTask;
import com.lark.oapi.service.task.v2.model.Member;
import com.lark.oapi.service.task.v2.model.PatchTaskReq;
import com.lark.oapi.service.task.v2.model.PatchTaskReqBody;
import com.lark.oapi.service.vc.v1.model.ApplyReserveReq;
import com.lark.oapi.service.vc.v1.model.ApplyReserveReqBody;
import com.lark.oapi.service.vc.v1.model.ReserveMeetingSetting;
import java.util.Arrays;
import java.util.Map;

/** Groups, people, calendar, meetings and tasks. */
final class Office {
  private final Stage stage;
  private final Client client;
  private String chat;
  private String task;
  private String calendar;
  private String event;

  Office(Stage stage, Client client) {
    this.stage = stage;
    this.client = client;
  }

  void play() {
    Talk.report("group", this::group);
    Talk.report("members", this::members);
    Talk.report("disband", this::disband);
    Talk.report("person", this::person);
    Talk.report("departments", this::departments);
    Talk.report("by-mail", this::byMail);
    JsonObject login = Talk.report("scopes", this::scopes);
    Talk.report("login", true, () -> login(login.get("code").getAsString(), login.get("redirect").getAsString()));
    Talk.report("event", this::event);
    Talk.report("free-busy", this::freeBusy);
    Talk.report("event-gone", this::eventGone);
    Talk.report("meeting", this::meeting);
    Talk.report("task", this::task);
    Talk.report("task-done", this::taskDone);
  }

  private Map<String, ?> group() throws Exception {
    CreateChatReqBody body = CreateChatReqBody.newBuilder().name(stage.words("group")).userIdList(new String[] {stage.person(0), stage.person(1)}).build();
    CreateChatReq request = CreateChatReq.newBuilder().userIdType("open_id").uuid("group-1").createChatReqBody(body).build();
    chat = Talk.data(client.im().v1().chat().create(request)).getChatId();
    return Map.of("chat", chat);
  }

  private Map<String, ?> members() throws Exception {
    CreateChatMembersReqBody body = CreateChatMembersReqBody.newBuilder().idList(new String[] {stage.person(2), stage.words("nobody")}).build();
    CreateChatMembersReq request = CreateChatMembersReq.newBuilder().chatId(chat).memberIdType("open_id").succeedType(1).createChatMembersReqBody(body).build();
    String[] unknown = Talk.data(client.im().v1().chatMembers().create(request)).getNotExistedIdList();
    ListMember[] members = Talk.data(client.im().v1().chatMembers().get(GetChatMembersReq.newBuilder().chatId(chat).build())).getItems();
    return Map.of("unknown", unknown, "names", Arrays.stream(members).map(ListMember::getName).collect(toList()));
  }

  private Map<String, ?> disband() throws Exception {
    Talk.data(client.im().v1().chat().delete(DeleteChatReq.newBuilder().chatId(chat).build()));
    CreateMessageReqBody body = CreateMessageReqBody.newBuilder().receiveId(chat).msgType("text").content("{\"text\":\"x\"}").build();
    return Map.of("code", client.im().v1().message().create(CreateMessageReq.newBuilder().receiveIdType("chat_id").createMessageReqBody(body).build()).getCode());
  }

  private Map<String, ?> person() throws Exception {
    User user = Talk.data(client.contact().v3().user().get(GetUserReq.newBuilder().userId("u2").userIdType("user_id").build())).getUser();
    return Map.of("name", user.getName(), "title", user.getJobTitle());
  }

  private Map<String, ?> departments() throws Exception {
    ChildrenDepartmentReq request = ChildrenDepartmentReq.newBuilder().departmentId("0").pageSize(50).build();
    Department[] found = Talk.data(client.contact().v3().department().children(request)).getItems();
    return Map.of("names", Arrays.stream(found).map(Department::getName).collect(toList()));
  }

  private Map<String, ?> byMail() throws Exception {
    String[] emails = {"wang@example.com", "nobody@example.com"};
    BatchGetIdUserReqBody body = BatchGetIdUserReqBody.newBuilder().emails(emails).mobiles(new String[] {"13800000000"}).build();
    BatchGetIdUserReq request = BatchGetIdUserReq.newBuilder().userIdType("open_id").batchGetIdUserReqBody(body).build();
    UserContactInfo[] found = Talk.data(client.contact().v3().user().batchGetId(request)).getUserList();
    return Map.of("found", Arrays.stream(found).map(UserContactInfo::getUserId).collect(toList()));
  }

  private Map<String, ?> scopes() throws Exception {
    return Map.of("departments", Talk.data(client.contact().v3().scope().list(ListScopeReq.newBuilder().build())).getDepartmentIds().length);
  }

  /** This SDK has no method for the token endpoint; its generic call goes there without a token. */
  private JsonObject redeem(String code, String redirect) throws Exception {
    JsonObject body = new JsonObject();
    body.addProperty("grant_type", "authorization_code");
    body.addProperty("client_id", stage.app("line", "appId"));
    body.addProperty("client_secret", stage.app("line", "appSecret"));
    body.addProperty("code", code);
    body.addProperty("redirect_uri", redirect);
    return Talk.bodyOf(client.post("/open-apis/authen/v2/oauth/token", body, AccessTokenType.None));
  }

  private Map<String, ?> login(String code, String redirect) throws Exception {
    RequestOptions person = RequestOptions.newBuilder().userAccessToken(redeem(code, redirect).get("access_token").getAsString()).build();
    String name = Talk.data(client.authen().v1().userInfo().get(person)).getName();
    return Map.of("name", name, "again", redeem(code, redirect).get("code"));
  }

  private static TimeInfo at(String seconds) {
    return TimeInfo.newBuilder().timestamp(seconds).build();
  }

  private Map<String, ?> event() throws Exception {
    calendar = Talk.data(client.calendar().v4().calendar().primary(PrimaryCalendarReq.newBuilder().build())).getCalendars()[0].getCalendar().getCalendarId();
    CalendarEvent wanted = CalendarEvent.newBuilder().summary(stage.words("event", "summary"))
        .startTime(at(stage.words("event", "start"))).endTime(at(stage.words("event", "end"))).build();
    CreateCalendarEventReq create = CreateCalendarEventReq.newBuilder().calendarId(calendar).calendarEvent(wanted).build();
    event = Talk.data(client.calendar().v4().calendarEvent().create(create)).getEvent().getEventId();
    CalendarEventAttendee guest = CalendarEventAttendee.newBuilder().type("user").userId(stage.person(2)).build();
    CreateCalendarEventAttendeeReqBody body = CreateCalendarEventAttendeeReqBody.newBuilder().attendees(new CalendarEventAttendee[] {guest}).build();
    CreateCalendarEventAttendeeReq invite = CreateCalendarEventAttendeeReq.newBuilder().calendarId(calendar).eventId(event)
        .userIdType("open_id").createCalendarEventAttendeeReqBody(body).build();
    return Map.of("event", event, "rsvp", Talk.data(client.calendar().v4().calendarEventAttendee().create(invite)).getAttendees()[0].getRsvpStatus());
  }

  private Map<String, ?> freeBusy() throws Exception {
    var day = stage.given("event").getAsJsonObject().getAsJsonArray("day");
    ListFreebusyReqBody body = ListFreebusyReqBody.newBuilder()
        .timeMin(day.get(0).getAsString()).timeMax(day.get(1).getAsString()).userId(stage.person(2)).build();
    ListFreebusyReq request = ListFreebusyReq.newBuilder().userIdType("open_id").listFreebusyReqBody(body).build();
    Freebusy[] found = Talk.data(client.calendar().v4().freebusy().list(request)).getFreebusyList();
    return Map.of("slots", Arrays.stream(found).map(each -> Map.of("start", each.getStartTime(), "end", each.getEndTime())).collect(toList()));
  }

  private Map<String, ?> eventGone() throws Exception {
    Talk.data(client.calendar().v4().calendarEvent().delete(DeleteCalendarEventReq.newBuilder().calendarId(calendar).eventId(event).build()));
    return freeBusy();
  }

  private Map<String, ?> meeting() throws Exception {
    ReserveMeetingSetting setting = ReserveMeetingSetting.newBuilder().topic(stage.words("meeting", "topic")).build();
    String tomorrow = String.valueOf(System.currentTimeMillis() / 1000 + 86400);
    ApplyReserveReqBody body = ApplyReserveReqBody.newBuilder().endTime(tomorrow).ownerId(stage.person(0)).meetingSettings(setting).build();
    ApplyReserveReq request = ApplyReserveReq.newBuilder().userIdType("open_id").applyReserveReqBody(body).build();
    return Map.of("number", Talk.data(client.vc().v1().reserve().apply(request)).getReserve().getMeetingNo());
  }

  private Map<String, ?> task() throws Exception {
    Member assignee = Member.newBuilder().id(stage.person(1)).type("user").role("assignee").build();
    InputTask wanted = InputTask.newBuilder().summary(stage.words("task", "summary")).clientToken("task-token-1")
        .due(Due.newBuilder().timestamp(stage.words("task", "due")).build()).members(new Member[] {assignee}).build();
    task = Talk.data(client.task().v2().task().create(CreateTaskReq.newBuilder().userIdType("open_id").inputTask(wanted).build())).getTask().getGuid();
    return Map.of("guid", task);
  }

  private Map<String, ?> taskDone() throws Exception {
    InputTask done = InputTask.newBuilder().completedAt(String.valueOf(System.currentTimeMillis())).build();
    PatchTaskReqBody body = PatchTaskReqBody.newBuilder().task(done).updateFields(new String[] {"completed_at"}).build();
    PatchTaskReq request = PatchTaskReq.newBuilder().taskGuid(task).patchTaskReqBody(body).build();
    String status = Talk.data(client.task().v2().task().patch(request)).getTask().getStatus();
    return Map.of("status", status, "again", client.task().v2().task().patch(request).getCode());
  }
}
