import type { TaskView } from '../../api/office.ts';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { usePage } from '../state/context.ts';
import { shortDay, wallTime } from '../kit/dates.ts';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';

/** The person's tasks, open ones first, ticked off by a tap. */
export function TaskList({ person }: { person: string }) {
  const { store } = usePage();
  const tasks = store.tasks.value[person];
  if (tasks === undefined) return <SkeletonLines />;
  const sorted = tasks.toSorted((a, b) => Number(a.done) - Number(b.done) || (a.due ?? '9').localeCompare(b.due ?? '9'));
  return (
    <section class="agenda" aria-label={t('tasks')} tabIndex={0}>
      {sorted.length === 0 && <div class="empty"><span class="empty-mark"><Icon name="task" size={30} /></span><p>{t('noTasks')}</p></div>}
      {sorted.map((task) => <TaskRow key={task.guid} task={task} person={person} />)}
    </section>
  );
}

function TaskRow({ task, person }: { task: TaskView; person: string }) {
  const { store, actions } = usePage();
  const now = store.clock.value?.now ?? '';
  const late = !task.done && task.due !== undefined && Date.parse(task.due) < Date.parse(now);
  return (
    <label class={`task${task.done ? ' is-done' : ''}`}>
      <input type="checkbox" checked={task.done} onChange={(event) => void actions.act('task', { as: person, guid: task.guid, done: event.currentTarget.checked })} />
      <span class="task-text">{task.summary}</span>
      {task.due !== undefined && <time class={late ? 'is-late' : ''}>{shortDay(task.due)} {wallTime(task.due).time}{late ? ` ${t('past')}` : ''}</time>}
    </label>
  );
}
