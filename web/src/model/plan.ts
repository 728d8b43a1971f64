// A whole case as a plan: every scenario, month by month, and what is read from its answer. The figures are the engine's; a
// difference of two of them is taken in whole cents.
import { useEffect, useState } from 'react';
import { useSurroundings } from './surroundings';
import { figureKey, leftOver, shownFigures } from './parts';
import type { CaseFile } from '../case/case';
import { isRefused, type Diagnostic, type Figure, type Results, type Value } from '../engine/answers';

/** What the rooms of a coach and a session show of a plan. */
export const planFigures: readonly string[] = [
  ...shownFigures,
  'disability_pension.state',
  'disability_pension.pension_income_if_trial',
  'earnings_related_pension.limit',
  'money_in_hand.amount',
  'money_in_hand.settlement',
  'liquidity.month_end_balance',
  'liquidity.lowest_balance',
  'recovery.overpaid',
  'recovery.claimed_back',
  'debt_enforcement.protected_amount',
  'withholding.tax_card_rate',
  'withholding.wage',
  'withholding.pension',
  'withholding.benefits',
  'withholding.back_tax',
  'withholding.tax_refund',
  'tax_card.revised_rate',
  'tax_settlement.amount',
  'employer.cost',
  'employer.cost_with_holiday_pay',
  'employer.wage_subsidy',
  'employer.assistance_support',
  'employer.net_cost',
  'public_finances.taxes_and_contributions',
  'public_finances.benefits',
  'public_finances.balance',
  'public_finances.balance_after_subsidies',
  'public_finances.balance_after_coaching',
];

export type PlanAnswer = { results: Results } | { refused: Diagnostic[] };

export interface PlanModel {
  /** Of the case as it is, or as it was a moment ago: `upToDate` says which. */
  results: Results | undefined;
  refused: Diagnostic[] | undefined;
  upToDate: boolean;
  /** How long the answer took, in ms. */
  took: number;
}

export function usePlan(file: CaseFile): PlanModel {
  const { engine, language } = useSurroundings();
  const [answered, setAnswered] = useState<{ file: CaseFile; answer: PlanAnswer; took: number }>();
  const [results, setResults] = useState<Results>();
  useEffect(() => {
    let current = true;
    const begun = performance.now();
    void engine.figures(file, language, 'plan', planFigures).then((answer) => {
      if (!current) return;
      const took = performance.now() - begun;
      if (isRefused(answer)) setAnswered({ file, answer: { refused: answer.diagnostics }, took });
      else {
        setAnswered({ file, answer: { results: answer }, took });
        setResults(answer);
      }
    });
    return () => {
      current = false;
    };
  }, [engine, language, file]);
  const refused = answered !== undefined && 'refused' in answered.answer ? answered.answer.refused : undefined;
  return { results, refused, upToDate: answered?.file === file, took: answered?.took ?? 0 };
}

/** Answers to many cases, one after the other; those that are the same objects as before are not asked about again. */
export function usePlans(files: readonly CaseFile[]): ReadonlyMap<CaseFile, PlanAnswer> {
  const { engine, language } = useSurroundings();
  const [answers, setAnswers] = useState<{ language: string; plans: ReadonlyMap<CaseFile, PlanAnswer> }>();
  const known = answers?.language === language ? answers.plans : noPlans;
  useEffect(() => {
    const next = files.find((file) => !known.has(file));
    if (next === undefined) return undefined;
    let current = true;
    void engine.figures(next, language, undefined, planFigures).then((answer) => {
      if (!current) return;
      const told: PlanAnswer = isRefused(answer) ? { refused: answer.diagnostics } : { results: answer };
      setAnswers({ language, plans: new Map([...known, [next, told]]) });
    });
    return () => {
      current = false;
    };
  }, [engine, language, files, known]);
  return known;
}

const noPlans: ReadonlyMap<CaseFile, PlanAnswer> = new Map();

export function figureOf(
  results: Results,
  scenario: number,
  variable: string,
  person: string | null,
): Figure | undefined {
  return results.scenarios[scenario]?.figures.find((one) => one.variable === variable && one.person === person);
}

/** A figure's value in a month, of a yearly one that of its year. */
export function valueIn(results: Results, figure: Figure | undefined, month: number): Value | undefined {
  if (figure === undefined) return undefined;
  const yearly = results.variables.find(({ name }) => name === figure.variable)?.period === 'year';
  if (!yearly) return figure.values[month];
  return figure.values[results.timeline.years.indexOf(Number(results.timeline.months[month]?.slice(0, 4)))];
}

export function amountIn(
  results: Results,
  scenario: number,
  variable: string,
  person: string | null,
  month: number,
): number | undefined {
  const value = valueIn(results, figureOf(results, scenario, variable, person), month);
  return typeof value === 'number' ? value : undefined;
}

const cents = (amount: number): number => Math.round(amount * 100);

/** Exact: both are amounts in cents. */
export const differenceOf = (one: number, other: number): number => (cents(one) - cents(other)) / 100;

/** What is left more than in the first scenario, in a month. */
export function moreLeft(results: Results, scenario: number, month: number): number | undefined {
  const left = amountIn(results, scenario, leftOver, null, month);
  const now = amountIn(results, 0, leftOver, null, month);
  return left === undefined || now === undefined ? undefined : differenceOf(left, now);
}

export interface LimitOfPlan {
  /** The months in which the limit is passed. */
  over: string[];
  /** The month in which least is left to it. */
  tightest: string;
  margin: number;
}

/** Undefined where the client has no limit. */
export function limitOf(results: Results, scenario: number, person = 'client'): LimitOfPlan | undefined {
  const margins = figureOf(results, scenario, 'disability_pension.margin', person);
  const limits = figureOf(results, scenario, 'disability_pension.earnings_limit', person);
  const { months } = results.timeline;
  const told = months.flatMap((month, index) => {
    const margin = margins?.values[index];
    return typeof margin === 'number' && Number(limits?.values[index] ?? 0) > 0 ? [{ month, margin }] : [];
  });
  const [tightest] = [...told].sort((one, other) => one.margin - other.margin);
  if (tightest === undefined) return undefined;
  return {
    over: told.filter(({ margin }) => margin < 0).map(({ month }) => month),
    tightest: tightest.month,
    margin: tightest.margin,
  };
}

/** The months in which the client's pension is said to rest. */
export const restingMonths = (results: Results, scenario: number): string[] =>
  results.timeline.months.filter(
    (_, index) => figureOf(results, scenario, 'disability_pension.state', 'client')?.values[index] === 'resting',
  );

export const titleOf = (results: Results, variable: string): string =>
  results.variables.find(({ name }) => name === variable)?.title ?? variable;

/** Totals of a scenario by figure, as a client's file keeps them. */
export function keptOf(results: Results): Record<string, Record<string, string>> {
  return Object.fromEntries(
    results.scenarios.map(({ name, figures }) => [
      name,
      Object.fromEntries(
        figures.flatMap((figure) =>
          typeof figure.total === 'number' && figure.total !== 0
            ? [[figureKey(figure.variable, figure.person), figure.total.toFixed(2)]]
            : [],
        ),
      ),
    ]),
  );
}
