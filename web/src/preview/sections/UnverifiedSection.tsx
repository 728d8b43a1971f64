import { memo } from 'react';
import { useSurroundings } from '../../app/context';
import { Disclosure } from '../../components/disclosure/Disclosure';
import type { Assumption } from '../../engine/answers';

// Stands still while the slider moves.
export const UnverifiedSection = memo(function UnverifiedSection({
  assumptions,
}: {
  assumptions: readonly Assumption[];
}) {
  const { t } = useSurroundings();
  if (assumptions.length === 0) return null;
  return (
    <section className="unverified">
      <Disclosure title={t('unverified.title', { count: assumptions.length })}>
        {() => (
          <>
            <p>{t('unverified.lead')}</p>
            <ul className="unverified-list">
              {assumptions.map((assumption) => (
                <li key={`${assumption.kind}-${assumption.name}`}>
                  <strong>{assumption.title}</strong>
                  {assumption.note !== undefined && <span>{assumption.note}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Disclosure>
    </section>
  );
});
