import { useState } from 'preact/hooks';
import type { TaskView } from '../../api/office.ts';
import { dayKey, shortDay, wallTime } from '../kit/dates.ts';
import { Icon } from '../kit/icons.tsx';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { t } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import { Approvals } from './approvals.tsx';

const filters = [{ id: 'mine', name: 'tasksMine' }, { id: 'followed', name: 'tasksFollowed' }, { id: 'all', name: 'all' }] as const;

type FilterId = (typeof filters)[number]['id'];

/** The person's tasks: what is open by due time, what is done below it. */
export function TaskList({ person }: { person: string }) {
  const { store } = usePage();
  const [filter, setFilter] = useState<FilterId>('all');
  const tasks = store.tasks.value[person];
  const shown = (tasks ?? []).filter((task) => filter === 'all' || task.assignees.includes(person) === (filter === 'mine'));
  const open = shown.filter((task) => !task.done).toSorted((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
  const done = shown.filter((task) => task.done).toSorted((a, b) => (b.doneAt ?? '').localeCompare(a.doneAt ?? ''));
  return (
    <section class="calendar" aria-label={t('tasks')}>
      <header class="office-bar">
        <div class="segment" role="group" aria-label={t('tasksBy')}>
          {filters.map((each) => <button type="button" key={each.id} aria-pressed={filter === each.id} onClick={() => setFilter(each.id)}>{t(each.name)}</button>)}
        </div>
      </header>
      {tasks === undefined ? <SkeletonLines /> : (
        <div class="agenda" tabIndex={0} role="group" aria-label={t('tasks')}>
          <Approvals person={person} />
          {shown.length === 0 && <div class="empty"><span class="empty-mark"><Icon name="task" size={30} /></span><p>{t('noTasks')}</p><p class="quiet">{t('noTasksHint')}</p></div>}
          {open.map((task) => <TaskRow key={task.guid} task={task} person={person} />)}
          {done.length > 0 && <h3 class="agenda-day">{t('tasksDone', { count: done.length })}</h3>}
          {done.map((task) => <TaskRow key={task.guid} task={task} person={person} />)}
        </div>
      )}
    </section>
  );
}

function TaskRow({ task, person }: { task: TaskView; person: string }) {
  const { actions } = usePage();
  const names = task.members.map((member) => (member.role === 'follower' ? t('follows', { name: member.name }) : member.name)).join(t('comma'));
  return (
    <article class={`task${task.done ? ' is-done' : ''}`}>
      <input type="checkbox" aria-label={task.summary} checked={task.done} onChange={(event) => void actions.act('task', { as: person, guid: task.guid, done: event.currentTarget.checked })} />
      <div class="task-text">
        <p>{task.summary}</p>
        {task.description !== '' && <p class="quiet agenda-text">{task.description}</p>}
        <p class="quiet">{[names, t('madeBy', { name: task.creator })].filter((part) => part !== '').join('　')}</p>
      </div>
      <DueMark task={task} />
    </article>
  );
}

function DueMark({ task }: { task: TaskView }) {
  const { store } = usePage();
  const now = store.clock.value?.now ?? '';
  if (task.done && task.doneAt !== undefined) return <time>{t('doneOn', { day: shortDay(task.doneAt) })}</time>;
  if (task.due === undefined) return null;
  const late = Date.parse(task.due) < Date.parse(now);
  const isToday = !late && now !== '' && dayKey(task.due) === dayKey(now);
  return <time class={late ? 'is-late' : isToday ? 'is-today' : ''}>{shortDay(task.due)} {wallTime(task.due).time}{late ? ` ${t('past')}` : isToday ? ` ${t('dueToday')}` : ''}</time>;
}
