// One fact: what hangs on it, what we have, how it stands at Kela, who says so on which paper. Letter, word and the shape of
// the frame tell the state; colour only repeats it.
import { useSurroundings } from '../../model/surroundings';
import { useSession } from '../room';
import { useNoteFact } from './changing';
import { FactSource } from './FactSource';
import { KelaValue } from './KelaValue';
import { StateMark } from './StateMark';
import { useFactWords } from './fact_words';
import { weightOf, type WeighedFact } from './weights';

export interface FactRowProps {
  fact: WeighedFact;
  isOpen: boolean;
  onOpen: () => void;
}

const letters = { same: 'V', other: 'M', open: 'A' } as const;

export function FactRow({ fact, isOpen, onOpen }: FactRowProps) {
  const { s, work } = useSession();
  const { formats } = useSurroundings();
  const { titleOf, valueOf } = useFactWords();
  const note = useNoteFact();
  const noted = work.file.sheet.facts[fact.path] ?? {};
  const moved = work.changes.find(({ path }) => path === fact.path);
  const value =
    fact.given === undefined
      ? s('facts.assumed', { value: valueOf(fact.variable, fact.used) })
      : moved !== undefined
        ? s('facts.was', { value: valueOf(fact.variable, fact.given), before: moved.fromText })
        : valueOf(fact.variable, fact.given);
  return (
    <tr data-fact={fact.path} className={isOpen ? 'now' : undefined} aria-current={isOpen ? 'true' : undefined}>
      <td className="right number" data-label={s('facts.weight')}>
        <b>{fact.change === undefined ? '–' : formats.wholeEuros(weightOf(fact.change))}</b>
      </td>
      <th scope="row">
        {isOpen ? (
          titleOf(fact)
        ) : (
          <button type="button" className="session-row-button" onClick={onOpen}>
            {titleOf(fact)}
          </button>
        )}
        <span className="soft fact-value">{value}</span>
      </th>
      <td data-label={s('facts.state')}>
        {isOpen ? (
          <>
            <div className="fact-states" role="group" aria-label={s('facts.state')}>
              {(['same', 'other', 'open'] as const).map((kela) => (
                <button
                  key={kela}
                  type="button"
                  className={`fact-state fact-state-${kela}`}
                  aria-pressed={noted.kela === kela}
                  onClick={() => note(fact.path, { kela })}
                >
                  <kbd aria-hidden="true">{letters[kela]}</kbd> {s(`kela.${kela}`)}
                </button>
              ))}
            </div>
            {noted.kela === 'other' && <KelaValue key={fact.path} fact={fact} />}
          </>
        ) : (
          <StateMark kela={noted.kela} />
        )}
      </td>
      <td data-label={s('facts.who')}>
        <FactSource path={fact.path} isOpen={isOpen} />
      </td>
    </tr>
  );
}
