// Tabs that are a sentence and figures month by month: debts, tax cards, the employer, the public purse.
import { amountIn, differenceOf, titleOf } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import { codeOf } from '../files/store';
import { useSay } from '../texts/texts';
import { columnsOf, expectedMonths, FiguresTable, type FigureName } from './FiguresTable';
import type { TabProps } from './Tabs';

const ofClient = (...names: string[]): FigureName[] => names.map((variable) => ({ variable, person: 'client' }));
const ofHousehold = (...names: string[]): FigureName[] => names.map((variable) => ({ variable, person: null }));

interface FiguresProps extends TabProps {
  tab: string;
  title: string;
  names: readonly FigureName[];
}

function Figures({ client, results, scenario, lawUntil, tab, title, names }: FiguresProps) {
  const say = useSay();
  const { formats } = useSurroundings();
  const columns = columnsOf(results, scenario, names);
  if (columns.length === 0) return <p>{say('tab.nothing')}</p>;
  return (
    <FiguresTable
      name={`${codeOf(client)}-${tab}`}
      title={title}
      rows={results.timeline.months.map((one) => formats.month(one))}
      rowsTitle={say('months.month')}
      columns={columns}
      rules={results.rules}
      expected={expectedMonths(results, lawUntil)}
    />
  );
}

/** A figure of a scenario in the month one looks at, in words. */
function useAmount({ results, month }: TabProps) {
  const { formats } = useSurroundings();
  return (scenario: number, variable: string, person: string | null) =>
    formats.euros(amountIn(results, scenario, variable, person, month) ?? 0);
}

export function DebtsTab(props: TabProps) {
  const say = useSay();
  const { formats } = useSurroundings();
  const { results, scenario, month } = props;
  const amount = useAmount(props);
  const seized = amountIn(results, scenario, 'debt_enforcement.seized', 'client', month) ?? 0;
  return (
    <>
      <h2>{say('tab.debts')}</h2>
      <p>
        {seized === 0
          ? say('debts.none', { month: formats.inMonth(results.timeline.months[month] ?? '') })
          : say('debts.seized', {
              amount: formats.euros(seized),
              now: amount(0, 'debt_enforcement.seized', 'client'),
              protected: amount(scenario, 'debt_enforcement.protected_amount', 'client'),
              month: formats.inMonth(results.timeline.months[month] ?? ''),
            })}
      </p>
      <p className="small soft">{say('debts.free_months')}</p>
      <Figures
        {...props}
        tab="debts"
        title={say('tab.debts')}
        names={ofClient('debt_enforcement.protected_amount', 'debt_enforcement.seized', 'child_maintenance_paid')}
      />
    </>
  );
}

export function CardsTab(props: TabProps) {
  const say = useSay();
  const { formats } = useSurroundings();
  const { results, scenario, month } = props;
  const rate = amountIn(results, scenario, 'withholding.tax_card_rate', 'client', month) ?? 0;
  const revised = amountIn(results, scenario, 'tax_card.revised_rate', 'client', month) ?? 0;
  return (
    <>
      <h2>{say('tab.cards')}</h2>
      <p>
        {say('cards.rate', {
          rate: `${formats.number(rate)} %`,
          month: formats.inMonth(results.timeline.months[month] ?? ''),
        })}
      </p>
      {revised > 0 && <p>{say('cards.revised', { rate: `${formats.number(revised)} %` })}</p>}
      <YearTable {...props} />
      <Figures
        {...props}
        tab="cards"
        title={say('cards.months')}
        names={[
          ...ofClient('withholding.wage', 'withholding.pension', 'withholding.benefits', 'tax_settlement.amount'),
        ]}
      />
    </>
  );
}

/** Refund and back tax by year, of every offer. */
function YearTable({ client, results, scenario }: TabProps) {
  const say = useSay();
  const figures = ['withholding.tax_refund', 'withholding.back_tax'];
  const columns = figures.map((variable) => ({
    key: variable,
    title: titleOf(results, variable),
    values:
      results.scenarios[scenario]?.figures.find((one) => one.variable === variable && one.person === 'client')
        ?.values ?? [],
  }));
  return (
    <FiguresTable
      name={`${codeOf(client)}-tax-years`}
      title={say('cards.years')}
      rows={results.timeline.years.map(String)}
      rowsTitle={say('cards.year')}
      columns={columns}
      rules={results.rules}
    />
  );
}

export function EmployerTab(props: TabProps) {
  const say = useSay();
  const { formats } = useSurroundings();
  const { results, scenario, month } = props;
  const amount = useAmount(props);
  return (
    <div className="employer-sheet">
      <h2>{say('tab.employer')}</h2>
      <p>
        {say('employer.cost', {
          cost: amount(scenario, 'employer.cost_with_holiday_pay', 'client'),
          month: formats.inMonth(results.timeline.months[month] ?? ''),
        })}{' '}
        {(amountIn(results, scenario, 'employer.wage_subsidy', 'client', month) ?? 0) > 0 &&
          say('employer.subsidy', {
            subsidy: amount(scenario, 'employer.wage_subsidy', 'client'),
            net: amount(scenario, 'employer.net_cost', 'client'),
          })}
      </p>
      <p className="small soft">{say('employer.no_client')}</p>
      <Figures
        {...props}
        tab="employer"
        title={say('tab.employer')}
        names={ofClient(
          'work.earnings',
          'employer.cost',
          'employer.cost_with_holiday_pay',
          'employer.wage_subsidy',
          'employer.assistance_support',
          'employer.net_cost',
        )}
      />
      <button type="button" className="button no-print" onClick={() => window.print()}>
        {say('print')}
      </button>
    </div>
  );
}

export function PurseTab(props: TabProps) {
  const say = useSay();
  const { formats } = useSurroundings();
  const { results, scenario, month } = props;
  const balance = 'public_finances.balance_after_coaching';
  const now = amountIn(results, 0, balance, null, month);
  const offer = amountIn(results, scenario, balance, null, month);
  const change = now === undefined || offer === undefined ? 0 : differenceOf(offer, now);
  return (
    <>
      <h2>{say('tab.purse')}</h2>
      <p>
        {say('purse.change', {
          change: formats.change(change),
          month: formats.inMonth(results.timeline.months[month] ?? ''),
        })}
      </p>
      <Figures
        {...props}
        tab="purse"
        title={say('tab.purse')}
        names={ofHousehold(
          'public_finances.taxes_and_contributions',
          'public_finances.benefits',
          'public_finances.balance',
          'public_finances.balance_after_subsidies',
          balance,
        )}
      />
    </>
  );
}
