import { memo } from 'react';
import { useSurroundings } from '../../app/context';
import { Citations } from '../../components/citations/Citations';
import type { Notice } from '../../engine/answers';

// Stands still while the slider moves.
export const TodoSection = memo(function TodoSection({ notices }: { notices: readonly Notice[] }) {
  const { t } = useSurroundings();
  return (
    <section aria-labelledby="todo-title">
      <h2 id="todo-title">{t('todo.title')}</h2>
      {notices.length === 0 ? (
        <p>{t('todo.none')}</p>
      ) : (
        <ol className="todo-list">
          {notices.map((notice) => (
            <li key={`${notice.notice}-${notice.person ?? ''}`}>
              <h3>{notice.title}</h3>
              {notice.says !== undefined && <p>{notice.says}</p>}
              <dl className="todo-facts">
                <div>
                  <dt>{t('todo.to')}</dt>
                  <dd>{notice.to_title ?? notice.to}</dd>
                </div>
                {notice.deadline !== undefined && (
                  <div>
                    <dt>{t('todo.when')}</dt>
                    <dd>{notice.deadline}</dd>
                  </div>
                )}
                {notice.attachment !== undefined && (
                  <div>
                    <dt>{t('todo.attachment')}</dt>
                    <dd>{notice.attachment}</dd>
                  </div>
                )}
                {(notice.citations?.length ?? 0) > 0 && (
                  <div className="no-print">
                    <dt>{t('todo.law')}</dt>
                    <dd>
                      <Citations citations={notice.citations ?? []} />
                    </dd>
                  </div>
                )}
              </dl>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
});
