// The first part: who met, the sentence, what is left, the facts with who confirmed them, what was agreed.
import type { Results } from '../../engine/answers';
import { useSurroundings } from '../../model/surroundings';
import { filledFrom } from '../agreed/agreeing';
import { useDifferences } from '../differences';
import { useFactWords } from '../facts/fact_words';
import { factsOf } from '../facts/facts';
import { useSourceWords } from '../facts/FactSource';
import { StateMark } from '../facts/StateMark';
import { useScenarioName } from '../names';
import { useOutcomeSentence } from '../outcome_sentence';
import { useColumns } from '../outcome/ColumnsTable';
import { useSession } from '../room';

export function SheetTomorrow({ results }: { results: Results }) {
  const { s, compared } = useSession();
  const sentence = useOutcomeSentence(useDifferences(compared.answer));
  return (
    <section className="sheet" aria-label={s('record.part1')}>
      <h1>{s('record.head')}</h1>
      <Meeting />
      {sentence !== undefined && <p className="record-sentence">{sentence}</p>}
      <LeftTable results={results} />
      <FactsTable />
      <AgreedTable />
      <div className="record-names">
        {(['client', 'coach', 'kela'] as const).map((one) => (
          <p key={one}>{s(`who.${one}`)}</p>
        ))}
      </div>
    </section>
  );
}

function Meeting() {
  const { s, work } = useSession();
  const { formats } = useSurroundings();
  const { date, time, place, present, kela, pensionCompany } = work.meeting;
  const box = (ticked: boolean) => <span className={ticked ? 'tick ticked' : 'tick'}>{ticked ? '✕' : ''}</span>;
  return (
    <dl className="record-meta">
      <dt>{s('record.when')}</dt>
      <dd>{[formats.date(date), time, place].filter((text) => text !== '').join(', ')}</dd>
      <dt>{s('meeting.present')}</dt>
      <dd>{[work.file.sheet.code, present].filter((text) => text !== '').join(' · ') || s('record.present')}</dd>
      <dt>{s('record.consent')}</dt>
      <dd>
        {box(kela)} {s('meeting.consent.kela')} {box(pensionCompany)} {s('meeting.consent.pensionCompany')}
      </dd>
    </dl>
  );
}

function LeftTable({ results }: { results: Results }) {
  const { s, work } = useSession();
  const { formats } = useSurroundings();
  const nameOf = useScenarioName();
  const { names, rows, left } = useColumns(results);
  const month = results.timeline.months[work.month] ?? '';
  return (
    <section>
      <h2>{s('record.left', { month: formats.month(month) })}</h2>
      <table className="record-table">
        <thead>
          <tr>
            <th scope="col">{s('outcome.per_month')}</th>
            {names.map((name) => (
              <th key={name} scope="col" className="right">
                {nameOf(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, amounts }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              {amounts.map((amount, index) => (
                <td key={names[index]} className="right number">
                  {formats.wholeEuros(amount)}
                </td>
              ))}
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">{s('outcome.left')}</th>
            {left.map((amount, index) => (
              <td key={names[index]} className="right number">
                {formats.wholeEuros(amount)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function FactsTable() {
  const { s, work, variables } = useSession();
  const { titleOf, valueOf } = useFactWords();
  const sourceOf = useSourceWords();
  const order = new Map(work.order.map((path, index) => [path, index]));
  const facts = factsOf(work.file.case, variables)
    .filter(({ path }) => work.file.sheet.facts[path]?.kela !== undefined)
    .sort((a, b) => (order.get(a.path) ?? order.size) - (order.get(b.path) ?? order.size));
  if (facts.length === 0) return null;
  return (
    <section>
      <h2>{s('record.facts')}</h2>
      <table className="record-table">
        <thead>
          <tr>
            <th scope="col">{s('record.fact')}</th>
            <th scope="col">{s('record.value')}</th>
            <th scope="col">{s('facts.state')}</th>
            <th scope="col">{s('facts.who')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.path}>
              <th scope="row">{titleOf(fact)}</th>
              <td>{fact.given === undefined ? s('record.assumed') : valueOf(fact.variable, fact.given)}</td>
              <td>
                <StateMark kela={work.file.sheet.facts[fact.path]?.kela} />
              </td>
              <td>{sourceOf(fact.path) || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function AgreedTable() {
  const { s, work } = useSession();
  const { formats } = useSurroundings();
  const { agreed } = work.file.sheet;
  if (agreed.length === 0) return null;
  return (
    <section>
      <h2>{s('agreed.title')}</h2>
      <table className="record-table">
        <thead>
          <tr>
            <th scope="col">{s('agreed.what')}</th>
            <th scope="col">{s('agreed.who')}</th>
            <th scope="col">{s('agreed.by')}</th>
            <th scope="col">{s('agreed.if_fails')}</th>
          </tr>
        </thead>
        <tbody>
          {agreed.map((row, index) => (
            <tr key={`${filledFrom(row)} ${index}`}>
              <th scope="row">{row.what}</th>
              <td>{row.who === undefined ? '–' : s(`who.${row.who}`)}</td>
              <td className="number">{row.by === undefined ? '–' : formats.date(row.by)}</td>
              <td>{row.if_fails ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
