// The paper itself; it knows its own language, whatever the screen's is.
import { htmlLanguage, type Language } from '../../catalogue/languages';
import type { Formats } from '../../catalogue/formats';
import type { Results, Variable } from '../../engine/answers';
import { leftOver } from '../../model/parts';
import { amountIn, limitOf, moreLeft } from '../../model/plan';
import { dutiesOf, situationOf } from '../clients/rows';
import { factsUnder, pathOf } from '../facts/places';
import { valueText } from '../facts/value_text';
import { codeOf, type OpenClient } from '../files/store';
import type { Say } from '../texts/texts';
import { today } from '../today';
import type { JsonObject } from '../../case/case';

export interface LetterProps {
  language: Language;
  say: Say;
  formats: Formats;
  results: Results;
  variables: ReadonlyMap<string, Variable>;
  client: OpenClient;
  scenario: number;
  month: number;
}

export function Letter(props: LetterProps) {
  const { language, say, formats, results, variables, client, scenario, month } = props;
  const name = results.timeline.months[month] ?? '';
  const duties = dutiesOf(client, results, today(), scenario).filter(({ done }) => done === undefined);
  const papers = [...new Set(duties.flatMap(({ task }) => (task.attachment === undefined ? [] : [task.attachment])))];
  return (
    <article className={`letter letter-${language}`} lang={htmlLanguage[language]}>
      <header>
        <p>
          {codeOf(client)} · {formats.date(today())}
        </p>
        <h2>{say('letter.title')}</h2>
        <p>{situationOf(client, variables)}</p>
      </header>
      <section>
        <h3>{say('letter.offers')}</h3>
        <p>{say('letter.month', { month: formats.month(name) })}</p>
        <ul>
          {results.scenarios.map((one, index) => (
            <li key={one.name}>{offerSentence(props, index)}</li>
          ))}
        </ul>
      </section>
      <VerifiedFacts {...props} />
      <section>
        <h3>{say('letter.duties')}</h3>
        {duties.length === 0 ? (
          <p>{say('letter.no_duties')}</p>
        ) : (
          <ol>
            {duties.map(({ id, due, task }) => (
              <li key={id}>
                <b>{due === undefined ? formats.month(task.month) : formats.date(due)}</b> {task.title}
                {task.to_title === undefined ? '' : ` (${task.to_title})`}. {task.says}
              </li>
            ))}
          </ol>
        )}
        {papers.length > 0 && (
          <>
            <h3>{say('letter.papers')}</h3>
            <ul className="boxes">
              {papers.map((paper) => (
                <li key={paper}>{paper}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <footer>
        <p>{say('letter.estimate')}</p>
        <p className="small">
          {say('table.rules', { version: results.rules?.version ?? '', hash: results.rules?.hash ?? '' })}
        </p>
      </footer>
    </article>
  );
}

function offerSentence({ say, formats, results, month }: LetterProps, index: number): string {
  const left = amountIn(results, index, leftOver, null, month) ?? 0;
  if (index === 0) return say('letter.now', { left: formats.euros(left) });
  const more = moreLeft(results, index, month) ?? 0;
  const limit = limitOf(results, index);
  return [
    say(more < 0 ? 'letter.less' : 'letter.more', {
      offer: results.scenarios[index]?.name ?? '',
      left: formats.euros(left),
      change: formats.euros(Math.abs(more)),
    }),
    limit === undefined
      ? ''
      : limit.over.length === 0
        ? say('letter.holds')
        : say('letter.over', { month: formats.inMonth(limit.over[0] ?? '') }),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function VerifiedFacts({ say, formats, variables, client }: LetterProps) {
  const notes = client.file.sheet.facts;
  const facts = factsUnder(client.file.case as JsonObject, [], variables);
  const of = (...wanted: (string | undefined)[]) =>
    facts.filter(({ place }) => wanted.includes(notes[pathOf(place)]?.status));
  const line = (list: typeof facts) =>
    list.map(({ place, variable, name, value }) => (
      <li key={pathOf(place)}>
        {variable?.title ?? name}: {valueText(value, variable, say, formats)}
      </li>
    ));
  const verified = of('on_paper');
  const open = of('unknown', 'assumed');
  return (
    <section>
      {verified.length > 0 && (
        <>
          <h3>{say('letter.verified')}</h3>
          <ul>{line(verified)}</ul>
        </>
      )}
      {open.length > 0 && (
        <>
          <h3>{say('letter.open')}</h3>
          <ul>{line(open)}</ul>
        </>
      )}
    </section>
  );
}
