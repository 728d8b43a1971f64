// The figures of the programme over the open files, without codes: for who pays for the coaching.
import { ordinaryMonthOf } from '../../model/ordinary_month';
import { amountIn, differenceOf } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import { useTitle } from '../../model/title';
import { states } from '../../case/file';
import { saveCsv } from '../files/csv';
import { useSay } from '../texts/texts';
import { useRows } from './use_rows';
import { firstOffer, type ClientRow } from './rows';

interface ProgrammeLine {
  state: string;
  clients: number;
  computed: number;
  more: number;
  purse: number;
}

const cents = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;

function purseOf({ results }: ClientRow): number | undefined {
  if (results === undefined) return undefined;
  const at = ordinaryMonthOf(results.timeline.months);
  const of = (scenario: number) => amountIn(results, scenario, 'public_finances.balance_after_coaching', null, at);
  const [now, offer] = [of(0), of(firstOffer(results))];
  return now === undefined || offer === undefined ? undefined : differenceOf(offer, now);
}

export function programmeLines(rows: readonly ClientRow[]): ProgrammeLine[] {
  return states.map((state) => {
    const own = rows.filter(({ client }) => client.file.sheet.state === state);
    const computed = own.filter(({ more, offers }) => more !== undefined && offers.length > 0);
    return {
      state,
      clients: own.length,
      computed: computed.length,
      more: cents(computed.map(({ more }) => more ?? 0)),
      purse: cents(computed.map((row) => purseOf(row) ?? 0)),
    };
  });
}

export function ProgrammePage() {
  const say = useSay();
  const { formats } = useSurroundings();
  const rows = useRows();
  useTitle(say('nav.programme'));
  const lines = programmeLines(rows);
  const head = [
    say('column.state'),
    say('programme.clients'),
    say('programme.computed'),
    say('programme.more'),
    say('programme.purse'),
  ];
  const stateTitle = (state: string) => say(`state.${state as (typeof states)[number]}`);
  const save = () =>
    saveCsv('programme.csv', [
      head,
      ...lines.map((line) => [
        stateTitle(line.state),
        line.clients,
        line.computed,
        line.more.toFixed(2),
        line.purse.toFixed(2),
      ]),
    ]);
  return (
    <>
      <div className="title-row">
        <div>
          <h1 tabIndex={-1}>{say('nav.programme')}</h1>
          <p className="soft">{say('programme.lead')}</p>
        </div>
        <button type="button" className="button no-print" onClick={save}>
          {say('csv')}
        </button>
      </div>
      <div className="scroll" role="region" aria-label={say('nav.programme')} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              {head.map((title, index) => (
                <th key={title} scope="col" className={index === 0 ? undefined : 'right'}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.state}>
                <th scope="row">{stateTitle(line.state)}</th>
                <td className="right number">{line.clients}</td>
                <td className="right number">{line.computed}</td>
                <td className="right number">{formats.change(line.more)}</td>
                <td className="right number">{formats.change(line.purse)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
