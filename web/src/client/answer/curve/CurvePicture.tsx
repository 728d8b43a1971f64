// The curve with its falls and turns, and the level of now.
import { Curve } from '../../../charts/curve/Curve';
import { useSurroundings } from '../../../model/surroundings';
import type { Line } from '../../../model/turns';
import type { SeenTurn } from '../../../model/turns_of_case';

export interface CurvePictureProps {
  line: Line;
  at: number;
  now: number;
  /** The large falls, in the order in which they are told. */
  falls: readonly SeenTurn[];
  turns: readonly SeenTurn[];
  sentence: string;
  xLabel: string;
  count: (work: number) => string;
}

export function CurvePicture({ line, at, now, falls, turns, sentence, xLabel, count }: CurvePictureProps) {
  const { t, formats } = useSurroundings();
  const last = line.points[line.points.length - 1] ?? 0;
  return (
    <Curve
      line={line}
      at={at}
      now={now}
      falls={falls.map((fall) => ({
        at: fall.at,
        left: fall.from,
        from: fall.next,
        to: Math.min(last, fall.again ?? last),
      }))}
      turns={turns.filter((turn) => !falls.includes(turn)).map((turn) => ({ at: turn.at, left: turn.from }))}
      sentence={sentence}
      nowLabel={`${t('curve.now')} ${formats.wholeEuros(now)}`}
      xLabel={xLabel}
      formatX={count}
      formatY={(value) => formats.wholeEuros(value)}
    />
  );
}
