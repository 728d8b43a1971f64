// The third part: the rows to the cent with their sections, the values of the law, the assumptions, and what repeats it all.
import type { Citation, ExplainedFigure, Results } from '../../engine/answers';
import type { Receipt } from '../../model/receipt';
import { useSurroundings } from '../../model/surroundings';
import { parametersOf } from '../decision/DifferenceSection';
import { useOwnAssumptions, type OwnAssumption } from '../facts/OwnAssumptions';
import { StateMark } from '../facts/StateMark';
import { useScenarioName } from '../names';
import { useColumns } from '../outcome/ColumnsTable';
import { useSession } from '../room';
import { fileNames } from './file_names';

export interface SheetHowProps {
  results: Results;
  explained: ExplainedFigure | undefined;
  receipt: Receipt | undefined;
}

/** The nearest to the figure first; a page holds no more. */
const mostParameters = 14;

/** A benefit that is not paid tells nothing of how the amount came about. */
const hasAmount = ({ value }: ExplainedFigure): boolean => value !== 0 && value !== false;

const law = (citations: readonly Citation[] = []): string =>
  citations
    .slice(0, 2)
    .map(({ statute, section }) => [statute, section].filter((part) => part !== undefined).join(' '))
    .join(', ');

export function SheetHow({ results, explained, receipt }: SheetHowProps) {
  const { s } = useSession();
  const assumptions = useOwnAssumptions([]);
  return (
    <section className="sheet" aria-label={s('record.part3')}>
      <h1>{s('record.how')}</h1>
      <Rows results={results} />
      {explained !== undefined && <Parameters explained={explained} />}
      {assumptions.length > 0 && <Assumptions all={assumptions} />}
      <Repeat results={results} receipt={receipt} />
    </section>
  );
}

function Rows({ results }: { results: Results }) {
  const { s, work } = useSession();
  const { formats } = useSurroundings();
  const nameOf = useScenarioName();
  const { names, rows, left } = useColumns(results);
  const sections = new Map(results.variables.map(({ name, citations }) => [name, law(citations)]));
  const month = results.timeline.months[work.month] ?? '';
  return (
    <section>
      <h2>{s('record.rows', { month: formats.month(month) })}</h2>
      <table className="record-table" data-exact="true">
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
          {rows.map(({ key, variable, title, amounts }) => (
            <tr key={key} data-figure={key}>
              <th scope="row">
                {title}
                {(sections.get(variable) ?? '') !== '' && ` (${sections.get(variable) ?? ''})`}
              </th>
              {amounts.map((amount, index) => (
                <td key={names[index]} className="right number">
                  {formats.euros(amount)}
                </td>
              ))}
            </tr>
          ))}
          <tr className="sum" data-figure="left">
            <th scope="row">{s('outcome.left')}</th>
            {left.map((amount, index) => (
              <td key={names[index]} className="right number">
                {formats.euros(amount)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Parameters({ explained }: { explained: ExplainedFigure }) {
  const { s } = useSession();
  const { formats } = useSurroundings();
  const all = parametersOf(explained, hasAmount)
    .filter(({ text, citations = [] }) => text !== undefined && citations.length > 0)
    .slice(0, mostParameters);
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{s('record.parameters')}</h2>
      <table className="record-table">
        <thead>
          <tr>
            <th scope="col">{s('decision.figure')}</th>
            <th scope="col" className="right">
              {s('record.value')}
            </th>
            <th scope="col">{s('record.since')}</th>
            <th scope="col">{s('record.section')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ parameter, title, text, valid_from: from, citations }) => (
            <tr key={parameter}>
              <th scope="row">{title}</th>
              <td className="right number">{text}</td>
              <td className="number">{from === undefined ? '' : formats.month(from)}</td>
              <td>{law(citations)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Assumptions({ all }: { all: readonly OwnAssumption[] }) {
  const { s, work } = useSession();
  return (
    <section>
      <h2>{s('record.assumptions')}</h2>
      <table className="record-table">
        <thead>
          <tr>
            <th scope="col">{s('record.assumption')}</th>
            <th scope="col">{s('facts.state')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ path, title }) => (
            <tr key={path}>
              <th scope="row">{title}</th>
              <td>
                <StateMark kela={work.file.sheet.facts[path]?.kela} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Repeat({ results, receipt }: { results: Results; receipt: Receipt | undefined }) {
  const { s, work } = useSession();
  const { formats, language } = useSurroundings();
  const { rules } = results;
  const names = fileNames(work.file.sheet.code);
  return (
    <section className="record-repeat">
      <h2>{s('record.repeat')}</h2>
      <dl className="record-meta">
        <dt>{s('record.rules')}</dt>
        <dd>
          {rules?.name} {rules?.version}, {rules?.hash.slice(0, 12)},{' '}
          {s('record.law_until', { month: formats.untilMonth(rules?.law_until ?? '') })}
        </dd>
        <dt>{s('record.engine')}</dt>
        <dd>ansio {results.engine}</dd>
        <dt>{s('record.receipt_code')}</dt>
        <dd data-receipt="true">{receipt?.code ?? '…'}</dd>
        <dt>{s('record.command')}</dt>
        <dd>
          <code>{`ansio calc ${names.file} --language ${language}`}</code>
        </dd>
        <dt>{s('record.verify')}</dt>
        <dd>
          <code>{`ansio verify ${names.receipt}`}</code>
        </dd>
      </dl>
    </section>
  );
}
