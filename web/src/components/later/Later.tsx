// A part of the page that is fetched when it is first shown. When it cannot be had the page says so, and tries again when
// asked: a network that fails once leaves no hole that nobody sees. Its texts come along with it.
import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { Button } from 'suomifi-ui-components';
import { useSurroundings } from '../../model/surroundings';

export interface LaterProps<Props extends object> {
  /** One function for as long as the part is the same. */
  load: () => Promise<ComponentType<Props>>;
  props: Props;
  /** Stands in its place until it is there. */
  waiting?: ReactNode;
  /** Somebody asked for it just now: that it cannot be had is brought into sight. */
  asked?: boolean;
}

export function Later<Props extends object>({ load, props, waiting = null, asked = false }: LaterProps<Props>) {
  const { t, laterTexts } = useSurroundings();
  const { there, fetch } = laterTexts;
  const [tries, setTries] = useState(1);
  const [part, setPart] = useState<{ of: typeof load; Component: ComponentType<Props> }>();
  const [failed, setFailed] = useState(0);
  useEffect(() => {
    let current = true;
    Promise.all([load(), there ? undefined : fetch()]).then(
      ([Component]) => current && setPart({ of: load, Component }),
      () => current && setFailed(tries),
    );
    return () => {
      current = false;
    };
  }, [load, tries, there, fetch]);
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked && failed === tries) alert.current?.focus();
  }, [asked, failed, tries]);
  if (there && part?.of === load) return <part.Component {...props} />;
  if (failed !== tries) return waiting;
  return (
    <div role="alert" className="page-note" tabIndex={-1} ref={alert}>
      <p>{t('app.part_missing')}</p>
      <Button variant="secondary" onClick={() => setTries(tries + 1)}>
        {t('app.part_again')}
      </Button>
    </div>
  );
}
