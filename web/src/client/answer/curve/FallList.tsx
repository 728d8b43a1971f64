// Where more work leaves less: the large falls, numbered as the curve numbers them, and the small ones for whoever wants them.
import { useSurroundings } from '../../../model/surroundings';
import { Disclosure } from '../../../components/disclosure/Disclosure';
import { WhyButton } from '../../../components/why/WhyButton';
import type { SeenTurn } from '../../../model/turns_of_case';
import { Because } from './Because';
import type { TurnWords } from './turn_words';
import { useWork, type WorkName } from './work_words';

export interface FallListProps {
  large: readonly SeenTurn[];
  small: readonly SeenTurn[];
  /** What the small ones are smaller than, in euros. */
  below: number;
  input: WorkName;
  words: TurnWords;
  ownedTitle: (title: string, person: string | null) => string;
  onWhy: (fall: SeenTurn) => void;
}

export function FallList({ large, small, below, input, words, ownedTitle, onWhy }: FallListProps) {
  const { t, formats } = useSurroundings();
  const { work } = useWork(input);
  const list = (falls: readonly SeenTurn[], start: number) => (
    <ol className="fall-list" start={start}>
      {falls.map((fall) => (
        <li key={fall.at}>
          <p>
            <strong>{words.fall(fall)}</strong>{' '}
            <WhyButton
              title={work(fall.next)}
              amount={formats.change(fall.to - fall.from)}
              onClick={() => onWhy(fall)}
            />
          </p>
          <p>{words.after(fall)}</p>
          <Because causes={fall.causes} titleOf={ownedTitle} />
        </li>
      ))}
    </ol>
  );
  const title = t(`curve.small.${formats.plural(small.length)}`, {
    count: small.length,
    amount: formats.wholeEuros(below),
  });
  return (
    <>
      {large.length > 0 && list(large, 1)}
      {small.length > 0 && (
        <Disclosure title={title} className="small-falls">
          {() => list(small, large.length + 1)}
        </Disclosure>
      )}
    </>
  );
}
