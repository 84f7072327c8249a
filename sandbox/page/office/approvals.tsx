import { useEffect, useState } from 'preact/hooks';
import { t } from '../language/language.ts';
import { post } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';

/** An approval of the platform as one of its people sees it. */
interface Approval {
  instance: string;
  title: string;
  status: 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELED' | 'DELETED';
  starter: string;
  /** Whether it waits for this person. */
  waiting: boolean;
}

const states = { PENDING: 'approvalPending', APPROVED: 'approvalApproved', REJECTED: 'approvalRejected', CANCELED: 'approvalCanceled', DELETED: 'approvalCanceled' } as const;
const lookEveryMs = 2000;

/** The approvals of a person, those that wait for him first; nothing where there are none. */
export function Approvals({ person }: { person: string }) {
  const { store, actions } = usePage();
  const [list, setList] = useState<Approval[]>([]);
  const read = () => post<{ approvals: Approval[] }>('approvals', { as: person }).then(({ approvals }) => setList(approvals), () => undefined);
  useEffect(() => {
    void read();
    const timer = setInterval(() => void read(), lookEveryMs);
    return () => clearInterval(timer);
  }, [person]);
  if (list.length === 0) return null;
  const decide = async (approval: Approval, what: 'approve' | 'reject') => {
    await actions.act('decide', { as: person, instance: approval.instance, do: what });
    await read();
  };
  const nameOf = (id: string) => store.city.value?.people.find((each) => each.id === id)?.name ?? '';
  return (
    <section aria-label={t('approvals')}>
      <h3 class="agenda-day">{t('approvals')}</h3>
      {list.toSorted((a, b) => Number(b.waiting) - Number(a.waiting)).map((approval) => (
        <article key={approval.instance} class="task">
          <div class="task-text"><p>{approval.title}</p><p class="quiet">{t('startedBy', { name: nameOf(approval.starter) })}</p></div>
          {approval.waiting ? (
            <div class="agenda-acts">
              <button type="button" class="btn btn-small btn-main" onClick={() => void decide(approval, 'approve')}>{t('approve')}</button>
              <button type="button" class="btn btn-small" onClick={() => void decide(approval, 'reject')}>{t('reject')}</button>
            </div>
          ) : <i class="state-tag">{t(states[approval.status])}</i>}
        </article>
      ))}
    </section>
  );
}
