"""Groups, people, calendar, meetings and tasks."""
import time

import lark_oapi as lark
from lark_oapi.api.authen.v1 import GetUserInfoRequest
from lark_oapi.api.calendar.v4 import (
    CreateCalendarEventAttendeeRequest, CreateCalendarEventAttendeeRequestBody, CreateCalendarEventRequest, CalendarEvent, DeleteCalendarEventRequest,
    ListFreebusyRequest, ListFreebusyRequestBody, PrimaryCalendarRequest,
)
from lark_oapi.api.contact.v3 import BatchGetIdUserRequest, BatchGetIdUserRequestBody, ChildrenDepartmentRequest, GetUserRequest, ListScopeRequest
from lark_oapi.api.im.v1 import (
    CreateChatMembersRequest, CreateChatMembersRequestBody, CreateChatRequest, CreateChatRequestBody, CreateMessageRequest,
    CreateMessageRequestBody, DeleteChatRequest, GetChatMembersRequest,
)
from lark_oapi.api.task.v2 import CreateTaskRequest, InputTask, PatchTaskRequest, PatchTaskRequestBody
from lark_oapi.api.vc.v1 import ApplyReserveRequest, ApplyReserveRequestBody
from lark_oapi.core.exception import AccessTokenException
from talk import data, report


class Office:
    def __init__(self, stage, client):
        self.client, self.given, self.ids = client, stage["given"], stage["ids"]
        # Only a client that fetches no tokens by itself takes those it is given.
        self.named = lark.Client.builder().domain(stage["url"]).enable_set_token(True).log_level(lark.LogLevel.CRITICAL).build()

    def group(self):
        body = CreateChatRequestBody({"name": self.given["group"], "user_id_list": self.ids[:2]})
        made = data(self.client.im.v1.chat.create(CreateChatRequest.builder().user_id_type("open_id").uuid("group-1").request_body(body).build()))
        self.chat = made.chat_id
        return {"chat": made.chat_id}

    def members(self):
        body = CreateChatMembersRequestBody({"id_list": [self.ids[2], self.given["nobody"]]})
        request = CreateChatMembersRequest.builder().chat_id(self.chat).member_id_type("open_id").succeed_type(1).request_body(body).build()
        added = data(self.client.im.v1.chat_members.create(request))
        members = data(self.client.im.v1.chat_members.get(GetChatMembersRequest.builder().chat_id(self.chat).build()))
        return {"unknown": added.not_existed_id_list, "names": [each.name for each in members.items]}

    def disband(self):
        data(self.client.im.v1.chat.delete(DeleteChatRequest.builder().chat_id(self.chat).build()))
        body = CreateMessageRequestBody({"receive_id": self.chat, "msg_type": "text", "content": '{"text":"x"}'})
        return {"code": self.client.im.v1.message.create(CreateMessageRequest.builder().receive_id_type("chat_id").request_body(body).build()).code}

    def person(self):
        user = data(self.client.contact.v3.user.get(GetUserRequest.builder().user_id("u2").user_id_type("user_id").build())).user
        return {"name": user.name, "title": user.job_title}

    def departments(self):
        request = ChildrenDepartmentRequest.builder().department_id("0").page_size(50).build()
        return {"names": [each.name for each in data(self.client.contact.v3.department.children(request)).items]}

    def by_mail(self):
        body = BatchGetIdUserRequestBody({"emails": ["wang@example.com", "nobody@example.com"], "mobiles": ["13800000000"]})
        request = BatchGetIdUserRequest.builder().user_id_type("open_id").request_body(body).build()
        return {"found": [each.user_id for each in data(self.client.contact.v3.user.batch_get_id(request)).user_list]}

    def scopes(self):
        return {"departments": len(data(self.client.contact.v3.scope.list(ListScopeRequest.builder().build())).department_ids)}

    def login(self, given):
        def redeem():
            return self.client.access_token.retrieve_by_authorization_code(given["code"], given["redirect"])

        option = lark.RequestOption.builder().user_access_token(redeem().access_token).build()
        name = data(self.named.authen.v1.user_info.get(GetUserInfoRequest.builder().build(), option)).name
        try:
            return {"name": name, "again": redeem().access_token}
        except AccessTokenException as fault:
            return {"name": name, "again": fault.code}

    def event(self):
        calendars = data(self.client.calendar.v4.calendar.primary(PrimaryCalendarRequest.builder().build())).calendars
        calendar, wanted = calendars[0].calendar.calendar_id, self.given["event"]
        body = CalendarEvent({"summary": wanted["summary"], "start_time": {"timestamp": wanted["start"]}, "end_time": {"timestamp": wanted["end"]}})
        made = data(self.client.calendar.v4.calendar_event.create(CreateCalendarEventRequest.builder().calendar_id(calendar).request_body(body).build()))
        invited = CreateCalendarEventAttendeeRequestBody({"attendees": [{"type": "user", "user_id": self.ids[2]}]})
        request = (CreateCalendarEventAttendeeRequest.builder().calendar_id(calendar).event_id(made.event.event_id)
                   .user_id_type("open_id").request_body(invited).build())
        attendees = data(self.client.calendar.v4.calendar_event_attendee.create(request)).attendees
        self.calendar, self.event_id = calendar, made.event.event_id
        return {"event": made.event.event_id, "rsvp": attendees[0].rsvp_status}

    def free_busy(self):
        start, end = self.given["event"]["day"]
        body = ListFreebusyRequestBody({"time_min": start, "time_max": end, "user_id": self.ids[2]})
        found = data(self.client.calendar.v4.freebusy.list(ListFreebusyRequest.builder().user_id_type("open_id").request_body(body).build()))
        return {"slots": [{"start": each.start_time, "end": each.end_time} for each in found.freebusy_list]}

    def event_gone(self):
        request = DeleteCalendarEventRequest.builder().calendar_id(self.calendar).event_id(self.event_id).build()
        data(self.client.calendar.v4.calendar_event.delete(request))
        return self.free_busy()

    def meeting(self):
        body = ApplyReserveRequestBody({"end_time": str(int(time.time()) + 86400), "owner_id": self.ids[0], "meeting_settings": self.given["meeting"]})
        request = ApplyReserveRequest.builder().user_id_type("open_id").request_body(body).build()
        return {"number": data(self.client.vc.v1.reserve.apply(request)).reserve.meeting_no}

    def task(self):
        wanted = self.given["task"]
        body = InputTask({"summary": wanted["summary"], "due": {"timestamp": int(wanted["due"])}, "client_token": "task-token-1",
                          "members": [{"id": self.ids[1], "type": "user", "role": "assignee"}]})
        self.guid = data(self.client.task.v2.task.create(CreateTaskRequest.builder().user_id_type("open_id").request_body(body).build())).task.guid
        return {"guid": self.guid}

    def task_done(self):
        body = PatchTaskRequestBody({"task": {"completed_at": int(time.time() * 1000)}, "update_fields": ["completed_at"]})
        request = PatchTaskRequest.builder().task_guid(self.guid).request_body(body).build()
        done = data(self.client.task.v2.task.patch(request)).task
        return {"status": done.status, "again": self.client.task.v2.task.patch(request).code}


def play(stage, client):
    me = Office(stage, client)
    report("group", me.group)
    report("members", me.members)
    report("disband", me.disband)
    report("person", me.person)
    report("departments", me.departments)
    report("by-mail", me.by_mail)
    login = report("scopes", me.scopes)
    report("login", lambda: me.login(login))
    report("event", me.event)
    report("free-busy", me.free_busy)
    report("event-gone", me.event_gone)
    report("meeting", me.meeting)
    report("task", me.task)
    report("task-done", me.task_done)
