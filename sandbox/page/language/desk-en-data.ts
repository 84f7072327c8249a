import type { deskZh } from './desk-zh-data.ts';

/** The words of the desk in English, by the same keys. */
export const deskEn: Record<keyof typeof deskZh, string> = {
  tour: 'Show me around', tourStep: 'Step {step} of {steps}', tourYou: 'You are now: {who}', tourByHand: 'I press it', tourForMe: 'Press it for me', tourBack: 'Back', tourNext: 'To the present step',
  tourLeave: 'Leave', tourMove: 'Out of the way', tourDrag: 'Hold to drag', tourProgress: 'Progress {step}/{steps}', tourComing: 'Waiting for this card', tourLate: 'It has not come yet. You may leave and try by yourself.',
  tourFilled: 'The form is filled in for you; change it as you like.', tourTyped: 'The words are written for you; change them as you like.', tourDone: 'What was done', tourAgain: 'Once more', tourOwn: 'Try by myself', tourPast: 'This step is done',
  tourResume: 'Go on (step {step})', tourFresh: 'From the beginning', tourAsk: '{title}, about {minutes} minutes', tourEnd: 'From the first words to here: all {steps} steps are done.',
  did: 'Pressed “{button}”', said: 'Sent a message',
  welcome: 'First time here?', welcomeText: 'This is an invented city, and you may be anybody in it.', welcomeOwn: 'Look around myself',

  more: 'More', clockNow: 'Now', clockNowHint: 'To the real moment, at the real pace', clockAhead: 'Sandbox time is ahead already; to go back, load a save',
  pace0: 'time stands still', pace1: 'as in reality', pace60: '1 second is 1 minute', pace3600: '1 second is 1 hour',
  nextReminder: 'Next reminder', nextDue: 'Next due date', thisMoment: 'This moment', onTheWay: 'On the way', happens: '{count, plural, one {# thing happens} other {# things happen}} on the way:', nothingOnTheWay: 'Nothing known happens on the way', moreOnTheWay: '{count} more',
  stopAtEach: 'Stop at each', goStraight: 'Go straight there', stoppedAt: 'Stopped at {moment}: ', nextStop: 'Next ({count} left)', toTheEnd: 'Straight to {moment}', stayHere: 'Stay here',

  noted: 'note', jsonInString: 'JSON in a string', entryGone: 'This entry is too old and gone', searchJson: 'Find in the content', pushed: 'What was pushed', ack: 'Answer of the other side', headers: 'Headers (tokens masked)', nothing: 'Nothing',
  copyCurl: 'Copy curl', copied: 'Copied', replay: 'Replay', pushedAgain: 'Pushed again', replayedAs: 'Replayed, answer {status}', asFixture: 'Keep as a test', attempts: 'The same event, pushed {count} times', noAck: 'no answer',
  nextBreach: 'To the next breach', sideBySide: 'Wide: request and answer side by side', codeFilter: 'Filter by code', allCodes: 'All codes', appFilter: 'Filter by application', allApps: 'All applications',
  rowCount: '{count, plural, one {# entry} other {# entries}}', pausedWith: 'Paused; {count} came since', pauseLog: 'Pause', clearLog: 'Clear the record',

  faultsOn: 'Faults: {count}', faultsOfCalls: 'Calls', faultsOfEvents: 'Events and long connection', weatherCalm: 'Calm', weatherRough: 'Shaky network', weatherLimits: 'Rate limits', weatherUnheard: 'Answers lost', weatherCut: 'Cut off',
  faultOnly: 'Only', faultTimes: 'Times', faultMs: 'ms', faultDone: 'Call', doneEither: 'either', doneYes: 'done', doneNo: 'not done', noEnd: 'no end', seed: 'Seed', seedHint: 'The same seed draws the same faults again',
  saves: 'Saves', saveName: 'Name of the save', saveNow: 'Save', saveOver: 'Replace', noSaves: 'No saves yet', saveFacts: 'Sandbox time {clock}, {people} people, {messages} messages', loadSave: 'Load', giveSave: 'Export “{name}”', dropNamed: 'Delete “{name}”', dropSave: 'Delete', takeSave: 'Import a save', close: 'Close',
  loadAsk: 'Back to “{name}”? Chats, time and faults of now are replaced; what was not saved is gone. What the application keeps by itself does not go back.', dropAsk: 'Delete “{name}”? It cannot be found again.',

  people: 'People', byDay: 'Day', byWeek: 'Week', byList: 'List', calendarBy: 'How to see the calendar', before: 'Back', after: 'Ahead', today: 'Today', allDay: 'All day', conflictsWith: 'Collides with “{name}”', joinMeeting: 'Join the meeting',
  inviteCount: '{organizer} invited {count}, {yes} accepted', noRealMeeting: 'There is no real video meeting in the sandbox. In reality this address leads into it:', showPast: 'Show {count} past', hidePast: 'Hide past ones', noEventsHint: 'Invitations to meetings appear here.',
  tasksMine: 'Mine', tasksFollowed: 'Followed', tasksBy: 'Which tasks', tasksDone: 'Done: {count}', noTasksHint: 'Tasks given to this person appear here.', follows: '{name} (follows)', madeBy: 'from {name}', doneOn: 'done {day}', dueToday: 'due today',
  peopleCount: '{count, plural, one {# person} other {# people}}', organ: 'Organ', post: 'Post', mail: 'Mail', becomeThere: 'Become this person in the other column', becomeHere: 'Become this person',

  welcomeTour: 'Show me around (about {minutes} minutes)', inventCity: 'Invent a city ({organisations} organisations, {people} people)', building: 'Building the city, a few seconds', emptyCityScript: 'The application may also send its own roll of people:',
  recorder: 'Recorder', recordStart: 'Start recording', recordStop: 'Stop recording', recording: 'Recording: {steps}', recordHint: 'Do something on the page; the sandbox writes it down as a test that runs as it stands.', recordEmpty: 'Nothing recorded yet', copyTest: 'Copy the test', saveTest: 'Download the test', recordedSteps: 'Recorded: {steps}',
  recordedFile: 'sandbox-data-recorded.test.ts',

  approvals: 'Approvals', startedBy: 'started by {name}', approve: 'Approve', reject: 'Reject', approvalPending: 'pending', approvalApproved: 'approved', approvalRejected: 'rejected', approvalCanceled: 'withdrawn',
  enterMeeting: 'Enter', leaveMeeting: 'Leave', insideMeeting: 'You are in the meeting; the application heard of it.', unreservedMeeting: 'This meeting was not reserved through the meeting API; the application does not hear who comes.',
};
