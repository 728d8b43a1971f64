// A decision beside our calculation: which figures decisions tell, in the order in which they are computed, so that the first
// one that differs is where the difference begins.
import type { Compared, ExplainedFigure, Explanation, Variable } from '../../engine/answers';
import { readNumber } from '../../catalogue/numbers';
import { figureKey } from '../../model/parts';
import type { Ask } from '../asking';
import type { CaseFile } from '../../case/case';

export const deciders = ['pension_company', 'kela', 'unemployment_fund', 'tax'] as const;
export type Decider = (typeof deciders)[number];

/** What each of them decides, by the rules' names. */
const decided: Readonly<Record<Decider, readonly string[]>> = {
  pension_company: ['earnings_related_pension.limit', 'earnings_related_pension.amount'],
  kela: [
    'national_pension.amount',
    'guarantee_pension.amount',
    'child_increase.amount',
    'care_allowance.amount',
    'disability_allowance.amount',
    'sickness_allowance.amount',
    'partial_sickness_allowance.amount',
    'rehabilitation_allowance.amount',
    'student_aid.amount',
    'home_care_allowance.amount',
    'child_benefit.amount',
    'pensioner_housing_allowance.amount',
    'general_housing_allowance.amount',
    'basic_social_assistance.amount',
    'recovery.claimed_back',
  ],
  unemployment_fund: ['unemployment.daily', 'unemployment.amount'],
  tax: ['tax_card.revised_rate', 'withholding.pension', 'withholding.wage', 'tax.total'],
};

export interface DecidedFigure {
  key: string;
  variable: Variable;
  person: string | null;
  /** Ours in the month, or of its year. */
  ours: number;
}

export function decidedFigures(compared: Compared, scenario: number, month: number, decider: Decider): DecidedFigure[] {
  const variables = new Map(compared.variables.map((variable) => [variable.name, variable]));
  const year = compared.timeline.years.indexOf(Number(compared.timeline.months[month]?.slice(0, 4)));
  return decided[decider].flatMap((name) =>
    (compared.scenarios[scenario]?.figures ?? [])
      .filter(({ variable }) => variable === name)
      .flatMap(({ person, values }): DecidedFigure[] => {
        const variable = variables.get(name);
        const ours = values[variable?.period === 'year' ? year : month];
        if (variable === undefined || typeof ours !== 'number') return [];
        return [{ key: figureKey(name, person), variable, person, ours }];
      }),
  );
}

/** The first figure whose typed amount is another one than ours; what is not typed is not compared. */
export function firstDifference(
  figures: readonly DecidedFigure[],
  typed: Readonly<Record<string, string>>,
): { figure: DecidedFigure; theirs: number } | undefined {
  for (const figure of figures) {
    const theirs = readNumber(typed[figure.key] ?? '');
    if (theirs !== undefined && theirs !== figure.ours) return { figure, theirs };
  }
  return undefined;
}

export interface WhyQuestion {
  file: CaseFile;
  scenario: string;
  variable: string;
  month: string;
}

export const askWhy: Ask<WhyQuestion, Explanation> = (engine, { file, ...question }, language) =>
  engine.explain(file, question, language);

/** Everything a figure was computed from, the nearest first. */
export function readBy(figure: ExplainedFigure): ExplainedFigure[] {
  const found: ExplainedFigure[] = [];
  const waiting = [...(figure.reads ?? [])];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    found.push(next);
    waiting.push(...(next.reads ?? []));
  }
  return found;
}
