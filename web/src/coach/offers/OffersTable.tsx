// Now and up to four offers side by side, in one month; what differs from now is bold, what is not sure is a range.
import type { Compared, Results } from '../../engine/answers';
import { limitOf, restingMonths } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import type { Formats } from '../../catalogue/formats';
import { ownerTitle } from '../facts/FactsPane';
import { useSay } from '../texts/texts';
import { offerRows, type OfferCell, type OfferRow } from './rows';

export interface OffersTableProps {
  results: Results;
  compared: Compared | undefined;
  month: number;
  upToDate: boolean;
  /** The column whose facts are open for changing. */
  chosen: number | undefined;
  onChoose: (scenario: number) => void;
}

export function OffersTable({ results, compared, month, upToDate, chosen, onChoose }: OffersTableProps) {
  const say = useSay();
  const { t, formats } = useSurroundings();
  const titles = {
    left: say('offers.left'),
    more: say('offers.more'),
    lowest: say('offers.lowest'),
    employer: say('offers.employer'),
    other: say('offers.other'),
    ofPerson: (title: string, person: string) => `${title} (${ownerTitle(person, t) ?? person})`,
  };
  const rows = offerRows(results, compared, month, titles);
  return (
    <div className="scroll" role="region" aria-label={say('offers.table')} tabIndex={0}>
      <table className={upToDate ? 'table offers' : 'table offers outdated'} aria-busy={!upToDate}>
        <caption className="only-read">{say('offers.table')}</caption>
        <thead>
          <tr>
            <td />
            {results.scenarios.map(({ name }, scenario) => (
              <th key={name} scope="col" className="right">
                <b>{scenario === 0 ? say('offers.now') : name}</b>
                <button
                  type="button"
                  className="link small"
                  aria-expanded={chosen === scenario}
                  onClick={() => onChoose(scenario)}
                >
                  {say('fact.change')}
                  <span className="only-read"> {name}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.key} ${row.kind}`} className={row.kind === 'left' ? 'sum' : undefined}>
              <th scope="row">{row.title}</th>
              {row.cells.map((cell, scenario) => (
                <td key={results.scenarios[scenario]?.name} className="right">
                  <Amount cell={cell} row={row} scenario={scenario} formats={formats} />
                </td>
              ))}
            </tr>
          ))}
          <LimitRow results={results} />
        </tbody>
      </table>
    </div>
  );
}

interface AmountProps {
  cell: OfferCell;
  row: OfferRow;
  scenario: number;
  formats: Formats;
}

function Amount({ cell, row, scenario, formats }: AmountProps) {
  if (cell.amount === undefined || (row.kind === 'more' && scenario === 0)) return <>–</>;
  const text = (amount: number) => (row.kind === 'more' ? formats.change(amount) : formats.euros(amount));
  if (cell.range !== undefined) {
    return (
      <b className="open number">
        {text(cell.range.least)}–{text(cell.range.most)}
      </b>
    );
  }
  const amount = <span className="number">{text(cell.amount)}</span>;
  return cell.differs || row.kind === 'left' ? <b>{amount}</b> : amount;
}

function LimitRow({ results }: { results: Results }) {
  const say = useSay();
  const { formats } = useSurroundings();
  const limits = results.scenarios.map((_, scenario) => ({
    limit: limitOf(results, scenario),
    resting: restingMonths(results, scenario).length,
  }));
  if (limits.every(({ limit }) => limit === undefined)) return null;
  return (
    <tr>
      <th scope="row">{say('offers.limits')}</th>
      {limits.map(({ limit, resting }, scenario) => (
        <td key={results.scenarios[scenario]?.name} className="right">
          <span className="chips">
            {limit === undefined ? (
              '–'
            ) : limit.over.length === 0 ? (
              <span className="chip">{say('chip.holds', { margin: formats.euros(limit.margin) })}</span>
            ) : (
              <span className="chip chip-limit">
                {say('chip.over', { count: limit.over.length, month: formats.month(limit.over[0] ?? '') })}
              </span>
            )}
            {resting > 0 && <span className="chip chip-limit">{say('chip.rests', { count: resting })}</span>}
          </span>
        </td>
      ))}
    </tr>
  );
}
