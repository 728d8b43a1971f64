// What the calculation takes for granted, in the same form as the facts: readings of the law that move the figure, values that
// are expected and not enacted, and what no source confirms. Each is the same to Kela, another way, or open.
import { useMemo } from 'react';
import type { OpenItem, Results } from '../../engine/answers';
import { shownFigures } from '../../model/parts';
import { useSurroundings } from '../../model/surroundings';
import { useAsked, type Ask } from '../asking';
import type { CaseFile } from '../../case/case';
import { useSession } from '../room';
import { useNoteFact } from './changing';
import { StateMark } from './StateMark';
import { weightOf } from './weights';

export interface OwnAssumption {
  /** Under which the file keeps how it stands: readings.<rule>, assumption.<name>. */
  path: string;
  title: string;
  says: string;
  change: readonly [number, number] | undefined;
}

const askAssumptions: Ask<CaseFile, Results> = (engine, file, language) =>
  engine.calc(file, language, 'assumptions', shownFigures);

export function useOwnAssumptions(
  others: readonly { item: OpenItem; change: readonly [number, number] }[],
): OwnAssumption[] {
  const { work } = useSession();
  const { formats } = useSurroundings();
  const { answer } = useAsked(work.file.case, askAssumptions);
  return useMemo(() => {
    const readings = others.map(({ item, change }): OwnAssumption => {
      const name = item.rule ?? item.parameter ?? item.variable ?? '';
      const says = item.readings?.map((reading) => reading.says ?? '').find((text) => text !== '') ?? item.source ?? '';
      return {
        path: `${item.kind === 'reading' ? 'readings' : 'assumption'}.${name}`,
        title: item.title ?? name,
        says,
        change,
      };
    });
    const scenario = answer?.scenarios[1] ?? answer?.scenarios[0];
    const expected = (scenario?.expected_values ?? [])
      .filter(({ material }) => material)
      .map(({ name, title, text, valid_from, source }): OwnAssumption => ({
        path: `expected.${name}`,
        title,
        says: [text, formats.month(valid_from), source].filter((part) => part !== undefined).join(', '),
        change: undefined,
      }));
    const unverified = (scenario?.assumptions ?? [])
      .filter(({ material }) => material === true)
      .map(({ name, title, note }): OwnAssumption => ({
        path: `assumption.${name}`,
        title,
        says: note ?? '',
        change: undefined,
      }));
    const all = [...readings, ...expected, ...unverified];
    return all.filter(({ path }, index) => all.findIndex((one) => one.path === path) === index);
  }, [others, answer, formats]);
}

export function OwnAssumptions({ others }: { others: Parameters<typeof useOwnAssumptions>[0] }) {
  const { s } = useSession();
  const all = useOwnAssumptions(others);
  if (all.length === 0) return null;
  return (
    <details className="session-fold">
      <summary>{s('own.title', { count: all.length })}</summary>
      <p className="soft">{s('own.lead')}</p>
      <ul className="own-list">
        {all.map((one) => (
          <Assumption key={one.path} {...one} />
        ))}
      </ul>
    </details>
  );
}

function Assumption({ path, title, says, change }: OwnAssumption) {
  const { s, work } = useSession();
  const { formats } = useSurroundings();
  const note = useNoteFact();
  const kela = work.file.sheet.facts[path]?.kela;
  return (
    <li>
      <p className="own-head">
        <b>{title}</b> {change !== undefined && <span className="number">{formats.wholeEuros(weightOf(change))}</span>}{' '}
        <StateMark kela={kela} />
      </p>
      {says !== '' && <p className="soft">{says}</p>}
      <div className="fact-states" role="group" aria-label={title}>
        {(['same', 'other', 'open'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className={`fact-state fact-state-${one}`}
            aria-pressed={kela === one}
            onClick={() => note(path, { kela: one })}
          >
            {s(`own.${one}`)}
          </button>
        ))}
      </div>
    </li>
  );
}
