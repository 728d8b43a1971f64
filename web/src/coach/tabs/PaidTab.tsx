// Follow-up: what was paid in truth beside what was computed, month by month. The first line that differs is marked, with the
// section of law behind it.
import { useState } from 'react';
import type { ClientFile, Paid } from '../../case/file';
import { readNumber } from '../../catalogue/numbers';
import type { Results } from '../../engine/answers';
import { Citations } from '../../components/citations/Citations';
import { SelectField } from '../../components/select_field/SelectField';
import { figureKey } from '../../model/parts';
import { amountIn, differenceOf, figureOf, titleOf } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import { useSay } from '../texts/texts';
import { usePartColumns } from './MonthsTab';
import type { TabProps } from './Tabs';

const splitKey = (key: string): { variable: string; person: string | null } => {
  const [, person, variable] = /^(client|spouse|child\d+)\.(.+)$/.exec(key) ?? [];
  return variable === undefined ? { variable: key, person: null } : { variable, person: person ?? null };
};

/** The file with an amount that was paid, or without when none is told. */
export function withPaid(file: ClientFile, month: string, figure: string, amount: number | undefined): ClientFile {
  const others = file.sheet.paid.filter((one) => one.month !== month || one.figure !== figure);
  const paid: Paid[] = amount === undefined ? others : [...others, { month, figure, amount: amount.toFixed(2) }];
  return { ...file, sheet: { ...file.sheet, paid: paid.sort((one, other) => one.month.localeCompare(other.month)) } };
}

/** The earliest payment that differs from what was computed. */
export function firstDifference(
  file: ClientFile,
  results: Results,
  scenario: number,
): (Paid & { computed: number }) | undefined {
  return file.sheet.paid
    .map((one) => {
      const { variable, person } = splitKey(one.figure);
      const month = results.timeline.months.indexOf(one.month);
      return { ...one, computed: month < 0 ? undefined : amountIn(results, scenario, variable, person, month) };
    })
    .filter((one): one is Paid & { computed: number } => one.computed !== undefined)
    .find(({ amount, computed }) => differenceOf(Number(amount), computed) !== 0);
}

export function PaidTab(props: TabProps) {
  const { client, results, scenario, onChange } = props;
  const say = useSay();
  const { formats } = useSurroundings();
  const { file } = client;
  const [month, setMonth] = useState(0);
  const name = results.timeline.months[month] ?? '';
  const parts = usePartColumns(props).filter(({ values }) => values[month] !== 0);
  const first = firstDifference(file, results, scenario);
  const citations = first && results.variables.find((one) => one.name === splitKey(first.figure).variable)?.citations;
  return (
    <>
      <h2>{say('tab.paid')}</h2>
      {first === undefined ? (
        <p>{say(file.sheet.paid.length === 0 ? 'paid.none' : 'paid.same', { count: file.sheet.paid.length })}</p>
      ) : (
        <div className="box box-limit" role="status">
          <p>
            {say('paid.differs', {
              month: formats.inMonth(first.month),
              figure: titleOf(results, splitKey(first.figure).variable),
              paid: formats.euros(Number(first.amount)),
              computed: formats.euros(first.computed),
              change: formats.change(differenceOf(Number(first.amount), first.computed)),
            })}
          </p>
          {citations !== undefined && <Citations citations={citations} />}
        </div>
      )}
      <SelectField
        label={say('months.month')}
        value={String(month)}
        onChange={(value) => setMonth(Number(value))}
        options={results.timeline.months.map((one, index) => ({ value: String(index), title: formats.month(one) }))}
      />
      <table className="table compact paid-table">
        <caption>{say('paid.table', { month: formats.month(name) })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('paid.figure')}</th>
            <th scope="col" className="right">
              {say('paid.computed')}
            </th>
            <th scope="col">{say('paid.paid')}</th>
            <th scope="col" className="right">
              {say('law.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts
            .filter(({ key }) => key !== 'other')
            .map(({ key, title }) => {
              const { variable, person } = splitKey(key);
              const figure = figureKey(variable, person);
              const computed = Number(figureOf(results, scenario, variable, person)?.values[month] ?? 0);
              const told = file.sheet.paid.find((one) => one.month === name && one.figure === figure);
              return (
                <tr key={key}>
                  <th scope="row">{title}</th>
                  <td className="right number">{formats.euros(computed)}</td>
                  <td>
                    <PaidInput
                      key={`${name} ${figure}`}
                      label={`${title}, ${say('paid.paid')}`}
                      amount={told === undefined ? '' : String(told.amount)}
                      onAmount={(amount) => onChange(withPaid(file, name, figure, amount))}
                    />
                  </td>
                  <td className="right number">
                    {told === undefined ? '–' : formats.change(differenceOf(Number(told.amount), computed))}
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </>
  );
}

interface PaidInputProps {
  label: string;
  amount: string;
  onAmount: (amount: number | undefined) => void;
}

function PaidInput({ label, amount, onAmount }: PaidInputProps) {
  const [text, setText] = useState(amount);
  return (
    <input
      type="text"
      inputMode="decimal"
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => onAmount(readNumber(text))}
    />
  );
}
