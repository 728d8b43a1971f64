// What to do, in the order of its days: what, by when, to whom, with which papers, by which law.
import { memo } from 'react';
import { useSurroundings } from '../../../model/surroundings';
import { Citations } from '../../../components/citations/Citations';
import { today } from '../../start_month';
import type { Task } from '../../../engine/answers';

export interface TodoSectionProps {
  tasks: readonly Task[];
  /** Of an ordinary month: the one in which the work is taken to begin. */
  begins: string | undefined;
  ownedTitle: (title: string, person: string | null) => string;
}

// Stands still while the slider moves.
export const TodoSection = memo(function TodoSection({ tasks, begins, ownedTitle }: TodoSectionProps) {
  const { t, formats } = useSurroundings();
  return (
    <section aria-labelledby="todo-title">
      <h2 id="todo-title">{t('todo.title')}</h2>
      {tasks.length === 0 ? (
        <p>{t('todo.none')}</p>
      ) : (
        <>
          {begins !== undefined && <p className="soft">{t('todo.begins', { month: formats.inMonth(begins) })}</p>}
          <ol className="todo-list">
            {tasks.map(
              ({ notice, person, title, says, due, month, deadline, to, to_title, attachment, citations = [] }) => (
                <li key={`${notice} ${person ?? ''} ${month}`}>
                  <h3>{ownedTitle(title, person)}</h3>
                  {says !== undefined && <p>{says}</p>}
                  <dl className="todo-facts">
                    <div>
                      <dt>{t('todo.when')}</dt>
                      <dd>
                        {due === undefined ? (
                          formats.month(month)
                        ) : (
                          <time dateTime={due} className={due < today() ? 'todo-passed' : undefined}>
                            {t(due < today() ? 'todo.passed' : 'todo.by', { date: formats.date(due) })}
                          </time>
                        )}
                        {deadline !== undefined && <span className="todo-deadline">, {deadline}</span>}
                      </dd>
                    </div>
                    <div>
                      <dt>{t('todo.to')}</dt>
                      <dd>{to_title ?? to}</dd>
                    </div>
                    {attachment !== undefined && (
                      <div>
                        <dt>{t('todo.attachment')}</dt>
                        <dd>{attachment}</dd>
                      </div>
                    )}
                    {citations.length > 0 && (
                      <div className="no-print">
                        <dt>{t('todo.law')}</dt>
                        <dd>
                          <Citations citations={citations} />
                        </dd>
                      </div>
                    )}
                  </dl>
                </li>
              ),
            )}
          </ol>
        </>
      )}
    </section>
  );
});
