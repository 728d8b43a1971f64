// Other amounts of work: what is left along the hours (or the wage), and every place at which that turns. Of a plan it is
// what is left in all its months together, and working that out may take the engine seconds.
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { CaseFile } from '../../../case/case';
import { Disclosure } from '../../../components/disclosure/Disclosure';
import { useSurroundings } from '../../../model/surroundings';
import { bestPoint, fallsOf, lineThrough, rowsOf, smallFall, type Line } from '../../../model/turns';
import { useTurns, type SeenTurn } from '../../../model/turns_of_case';
import type { Titles } from '../titles';
import { CurvePicture } from './CurvePicture';
import { EnoughWage } from './EnoughWage';
import { FallList } from './FallList';
import { SafeWork } from './SafeWork';
import { turnWords } from './turn_words';
import { TurnsTable } from './TurnsTable';
import { useWork, type WorkName } from './work_words';
import './curve_section.css';

export interface CurveSectionProps {
  /** The case with no work in its second situation. */
  still: CaseFile;
  /** One of an ordinary month, else those of the plan. */
  months: number;
  /** What is left where that is known already: of an ordinary month along the whole axis. */
  known: Line;
  input: WorkName;
  /** The most work that is looked at. */
  end: number;
  persons: readonly string[];
  at: number;
  now: number;
  hasLimit: boolean;
  titles: Titles;
  /** Why what is left differs between two amounts of work. */
  onWhy: (at: number, next: number, month?: string) => void;
}

const noTurns: readonly SeenTurn[] = [];

export function CurveSection(props: CurveSectionProps) {
  const { still, months, known, input, end, persons } = props;
  const { t } = useSurroundings();
  const found = useTurns(still, input, end, persons);
  const isPlan = months > 1;
  const refused = found === 'refused';
  const title = isPlan
    ? t('curve.plan.title', { count: months })
    : t(input === 'hours_per_week' ? 'curve.title' : 'curve.title.wage');
  const turns = found === undefined || refused ? noTurns : found.turns;
  const line = useMemo(
    () => lineThrough(found === undefined || found === 'refused' ? [known] : [known, found.ends], turns),
    [known, found, turns],
  );
  return (
    <Frame title={title} isPlan={isPlan} busy={found === undefined}>
      {refused || (isPlan && found === undefined) ? (
        <p role="status" className="curve-working">
          {t(refused ? 'curve.failed' : 'curve.working')}
        </p>
      ) : (
        <Found {...props} title={title} turns={turns} line={line} />
      )}
    </Frame>
  );
}

interface FrameProps {
  title: string;
  isPlan: boolean;
  busy: boolean;
  children: ReactNode;
}

function Frame({ title, isPlan, busy, children }: FrameProps) {
  // A plan's curve comes when it is asked for, and who asked stands on its heading then.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isPlan) heading.current?.focus();
  }, [isPlan]);
  return (
    <section className="no-print" aria-labelledby="curve-title" aria-busy={busy}>
      <h2 id="curve-title" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}

interface FoundProps extends CurveSectionProps {
  title: string;
  turns: readonly SeenTurn[];
  line: Line;
}

function Found({ title, turns, line, still, months, input, at, now, hasLimit, titles, onWhy }: FoundProps) {
  const surroundings = useSurroundings();
  const { t, formats } = surroundings;
  const work = useWork(input);
  const isPlan = months > 1;
  const { large, small } = useMemo(() => fallsOf(turns, months), [turns, months]);
  const words = turnWords(surroundings, work, titles, months);
  const best = bestPoint(line);
  const sentence = isPlan
    ? t('curve.plan.sentence', { count: months })
    : work.hours
      ? t('curve.sentence.best', { hours: work.work(best.point), amount: formats.euros(best.left) })
      : t('curve.sentence.wage');
  const bends = turns.filter(({ kind }) => kind !== 'fall').length;
  const bendsText = bends > 0 ? t(`curve.bends.${formats.plural(bends)}`, { count: bends }) : '';
  const xLabel = t(work.hours ? 'curve.hours' : 'curve.wage');
  // Every other whole hour is enough to read between the turns; the slider shows the rest.
  const rows = useMemo(() => rowsOf(line, turns, work.hours ? 2 : 200), [line, turns, work.hours]);
  // An ordinary month is answered before a word of waiting could be read.
  const waiting = isPlan ? t('curve.working') : '';
  const ownedTitle = titles.owned;
  const told = [sentence, ...large.flatMap((fall) => [words.fall(fall), words.after(fall)]), bendsText].join(' ');
  return (
    <>
      <p>{sentence}</p>
      <CurvePicture {...{ line, at, now, turns, xLabel }} falls={large} sentence={told} count={work.count} />
      <FallList
        {...{ large, small, input, words, ownedTitle }}
        below={smallFall * months}
        onWhy={({ at: before, next, causes }) => onWhy(before, next, isPlan ? causes[0]?.months?.[0] : undefined)}
      />
      {bendsText !== '' && <p className="soft">{bendsText}</p>}
      <Disclosure title={t('curve.table')} className="no-print">
        {() => (
          <TurnsTable
            {...{ title, rows, words, ownedTitle }}
            workTitle={xLabel}
            leftTitle={t(isPlan ? 'curve.plan.left' : 'curve.left')}
            count={work.count}
          />
        )}
      </Disclosure>
      {isPlan && <p className="soft work-question">{t('safe.every_month')}</p>}
      <SafeWork {...{ still, input, hasLimit, waiting, ownedTitle }} />
      <EnoughWage {...{ still, input, waiting }} />
    </>
  );
}
