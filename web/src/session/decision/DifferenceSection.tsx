// The first figure that differs: both amounts, the values of the law behind ours with date and section, and which fact would
// explain the decision.
import { useMemo, useState } from 'react';
import { Citations } from '../../components/citations/Citations';
import { inputText } from '../../client/interview/describe';
import { useOwnedTitle } from '../../client/owned_title';
import type { ExplainedFigure } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { useAsked } from '../asking';
import { factsOf } from '../facts/facts';
import { useSession } from '../room';
import { askWhy, readBy, type DecidedFigure, type WhyQuestion } from './decision';
import { candidates, factsBehind, type Explaining } from './facts_behind';

export interface DifferenceSectionProps {
  figure: DecidedFigure;
  theirs: number;
  scenario: number;
  month: string;
}

/** More of the law than this is for the page of the figure itself. */
const mostParameters = 4;

export function parametersOf(figure: ExplainedFigure, wanted: (one: ExplainedFigure) => boolean = () => true) {
  const all = [figure, ...readBy(figure)].filter(wanted).flatMap(({ parameters = [] }) => parameters);
  return all.filter(({ parameter }, index) => all.findIndex((one) => one.parameter === parameter) === index);
}

export function DifferenceSection({ figure, theirs, scenario, month }: DifferenceSectionProps) {
  const { s, work } = useSession();
  const { formats } = useSurroundings();
  const ownedTitle = useOwnedTitle();
  const file = work.file.case;
  const question = useMemo(
    (): WhyQuestion => ({ file, scenario: file.scenarios?.[scenario]?.name ?? '', variable: figure.key, month }),
    [file, scenario, figure.key, month],
  );
  const { answer } = useAsked(question, askWhy);
  const explained = answer?.figure;
  const title = ownedTitle(figure.variable.title, figure.person);
  const amount = (value: number) =>
    `${formats.number(value, figure.variable.decimals ?? 2)} ${figure.variable.symbol ?? ''}`;
  return (
    <section aria-labelledby="difference-title" className="session-box changed session-stack">
      <h2 id="difference-title">{s('difference.title', { title })}</h2>
      <p>{s('difference.amounts', { ours: amount(figure.ours), theirs: amount(theirs) })}</p>
      {explained !== undefined && (
        <>
          {explained.says !== undefined && <p>{explained.says}</p>}
          {(explained.citations ?? []).length > 0 && <Citations citations={explained.citations ?? []} />}
          <h3>{s('difference.parameters')}</h3>
          <ul>
            {parametersOf(explained)
              .slice(0, mostParameters)
              .map(({ parameter, title: name, text, valid_from: from, citations = [] }) => (
                <li key={parameter}>
                  {name}: <b>{text ?? ''}</b>{' '}
                  {from !== undefined && s('difference.since', { month: formats.month(from) })}{' '}
                  <Citations citations={citations} />
                </li>
              ))}
          </ul>
          <FactBehind explained={explained} {...{ figure, theirs, scenario, month }} />
        </>
      )}
    </section>
  );
}

function FactBehind({
  explained,
  figure,
  theirs,
  scenario,
  month,
}: DifferenceSectionProps & { explained: ExplainedFigure }) {
  const { s, work, variables, compared } = useSession();
  const { t, formats, engine, language } = useSurroundings();
  const ownedTitle = useOwnedTitle();
  const [found, setFound] = useState<readonly Explaining[] | 'asked'>();
  const file = work.file.case;
  function seek() {
    setFound('asked');
    const at = compared.answer?.timeline.months.indexOf(month) ?? 0;
    const sought = { file, scenario, month: at, start: month, figure, theirs };
    const tried = candidates(explained, sought, factsOf(file, variables), variables);
    void factsBehind(engine, language, sought, tried).then(setFound);
  }
  if (found === undefined)
    return (
      <button type="button" className="session-button" onClick={seek}>
        {s('difference.seek')}
      </button>
    );
  if (found === 'asked') return <p role="status">{s('difference.seeking')}</p>;
  return (
    <div role="status">
      {found.length === 0 ? (
        <p>{s('difference.no_fact')}</p>
      ) : (
        <ul>
          {found.map(({ variable, person, value }) => (
            <li key={`${variable} ${person ?? ''}`}>
              {s('difference.fact', {
                title: ownedTitle(variables.get(variable)?.title ?? variable, person),
                value: inputText(variable, value, { t, formats, variables }),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
