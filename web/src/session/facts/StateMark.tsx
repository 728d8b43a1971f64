// How a fact stands at Kela: a letter, a word and a frame of its own.
import type { AtKela } from '../../case/file';
import { useSession } from '../room';

const letters = { same: 'V', other: 'M', open: 'A' } as const;

export function StateMark({ kela }: { kela: AtKela | undefined }) {
  const { s } = useSession();
  if (kela === undefined) return <span className="state-mark state-none">{s('kela.none')}</span>;
  return (
    <span className={`state-mark state-${kela}`}>
      {letters[kela]} {s(`kela.${kela}.mark`)}
    </span>
  );
}
