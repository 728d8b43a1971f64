// Where more work leaves less: the large falls, numbered as the curve numbers them, and the small ones for whoever wants them.
import { useSurroundings } from '../../app/context';
import { Disclosure } from '../../components/disclosure/Disclosure';
import { WhyButton } from '../../components/why/WhyButton';
import type { SeenTurn } from '../curve_model';
import { Because } from './Because';
import { useWork, type WorkName } from './work_words';

export interface FallListProps {
  large: readonly SeenTurn[];
  small: readonly SeenTurn[];
  /** What the small ones are smaller than, in euros. */
  below: number;
  input: WorkName;
  /** The fall in a sentence, and what comes of it. */
  fallText: (fall: SeenTurn) => string;
  afterText: (fall: SeenTurn) => string;
  ownedTitle: (title: string, person: string | null) => string;
  onWhy: (fall: SeenTurn) => void;
}

export function FallList({ large, small, below, input, fallText, afterText, ownedTitle, onWhy }: FallListProps) {
  const { t, formats } = useSurroundings();
  const { work } = useWork(input);
  const list = (falls: readonly SeenTurn[], start: number) => (
    <ol className="fall-list" start={start}>
      {falls.map((fall) => (
        <li key={fall.at}>
          <p>
            <strong>{fallText(fall)}</strong>{' '}
            <WhyButton
              title={work(fall.next)}
              amount={formats.change(fall.to - fall.from)}
              onClick={() => onWhy(fall)}
            />
          </p>
          <p>{afterText(fall)}</p>
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
