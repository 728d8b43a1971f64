import { memo } from 'react';
import { useSurroundings } from '../../../model/surroundings';
import { Disclosure } from '../../../components/disclosure/Disclosure';
import type { Assumption } from '../../../engine/answers';

// Stands still while the slider moves.
export const UnverifiedSection = memo(function UnverifiedSection({
  assumptions,
}: {
  assumptions: readonly Assumption[];
}) {
  const { t } = useSurroundings();
  if (assumptions.length === 0) return null;
  const title = t('unverified.title', { count: assumptions.length });
  const list = (
    <ul className="unverified-list">
      {assumptions.map((assumption) => (
        <li key={`${assumption.kind}-${assumption.name}`}>
          <strong>{assumption.title}</strong>
          {assumption.note !== undefined && <span>{assumption.note}</span>}
        </li>
      ))}
    </ul>
  );
  return (
    <section className="unverified">
      <Disclosure title={title} className="no-print">
        {() => (
          <>
            <p>{t('unverified.lead')}</p>
            {list}
          </>
        )}
      </Disclosure>
      <div className="only-print">
        <h2>{title}</h2>
        {list}
      </div>
    </section>
  );
});
