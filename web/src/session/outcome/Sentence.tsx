// What the first work does to the money, in one sentence; a range says why it is one.
import { useSurroundings } from '../../model/surroundings';
import type { DifferenceWords } from '../differences';
import { useOutcomeSentence } from '../outcome_sentence';
import { useSession } from '../room';

export function Sentence({ differences }: { differences: readonly DifferenceWords[] }) {
  const { s, compared } = useSession();
  const { formats } = useSurroundings();
  const sentence = useOutcomeSentence(differences);
  const month = compared.answer?.timeline.months[0];
  if (sentence === undefined) return null;
  const open = (compared.answer?.open ?? []).map(({ title, variable, rule }) => title ?? variable ?? rule ?? '');
  return (
    <div>
      <p className="session-sentence">{sentence}</p>
      {differences[1]?.isRange === true && <p>{s('outcome.open', { open: open.join(', ') })}</p>}
      {differences[1] !== undefined && month !== undefined && (
        <p className="soft">
          {s('outcome.total', {
            months: compared.answer?.timeline.months.length ?? 0,
            from: formats.fromMonth(month),
            amount: differences[1].ofAll,
          })}
        </p>
      )}
    </div>
  );
}
