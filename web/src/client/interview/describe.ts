// An answer in words: for the list of what we reckoned with.
import type { Formats } from '../../catalogue/formats';
import type { Translate } from '../../catalogue/messages';
import type { Value, Variable } from '../../engine/answers';
import {
  alone,
  assumedSources,
  isHousehold,
  question,
  type Answer,
  type AnswerValue,
  type QuestionId,
  type Source,
  type SpouseIncome,
} from './questions';

export interface Wording {
  t: Translate;
  formats: Formats;
  variables: ReadonlyMap<string, Variable>;
}

const units: Readonly<
  Record<
    string,
    | 'unit.euros_per_month'
    | 'unit.euros_per_hour'
    | 'unit.euros_per_year'
    | 'unit.hours_per_week'
    | 'unit.years'
    | 'unit.euros'
  >
> = {
  'EUR/month': 'unit.euros_per_month',
  'EUR/hour': 'unit.euros_per_hour',
  'EUR/year': 'unit.euros_per_year',
  'hour/week': 'unit.hours_per_week',
  year: 'unit.years',
  EUR: 'unit.euros',
};

export function unitText(variable: Variable, t: Translate): string {
  const key = units[variable.unit ?? ''];
  return key === undefined ? (variable.symbol ?? '') : t(key);
}

type OwnWords = 'hours_now' | 'hourly_wage_now' | 'hours_per_week' | 'hourly_wage' | 'spouse_wage' | 'spouse_pension';

/** The questions that have the page's own words, where the rules' are about another time or person. */
const isWorded = (id: QuestionId): id is OwnWords => {
  const asked = question(id);
  return asked.kind === 'input' && asked.worded === true;
};

export function questionTitle(id: QuestionId, { t, variables }: Wording): string {
  if (isWorded(id)) return t(`${id}.title`);
  const asked = question(id);
  if (asked.kind === 'at_work') return t(`${asked.allowance}_at_work.title`);
  if (asked.kind !== 'input') return t(`${asked.kind}.title`);
  return variables.get(asked.input)?.title ?? asked.input;
}

export function questionText(id: QuestionId, { t, variables }: Wording): { question: string; why: string } {
  if (isWorded(id)) return { question: t(`${id}.question`), why: t(`${id}.why`) };
  const asked = question(id);
  if (asked.kind === 'at_work') return { question: t(`${asked.allowance}_at_work.question`), why: t('at_work.why') };
  if (asked.kind !== 'input') return { question: t(`${asked.kind}.question`), why: t(`${asked.kind}.why`) };
  const variable = variables.get(asked.input);
  return { question: variable?.question ?? variable?.title ?? asked.input, why: variable?.why ?? '' };
}

/** An input's value: "620 euroa kuukaudessa", "kyllä", "työmarkkinatuki". */
export function inputText(input: string, value: Value, { t, formats, variables }: Wording): string {
  const variable = variables.get(input);
  if (typeof value === 'boolean') return value ? t('question.yes') : t('question.no');
  if (typeof value === 'number') {
    const money = variable?.unit?.startsWith('EUR') === true;
    const number =
      money && !Number.isInteger(value) ? formats.euros(value).replace(/\s?€$/, '') : formats.number(value);
    return variable === undefined ? number : `${number} ${unitText(variable, t)}`;
  }
  if (variable?.type === 'month') return formats.month(value);
  if (variable?.type === 'date') return formats.date(value);
  return variable?.members?.find((member) => member.name === value)?.title ?? value;
}

/** What holds of one who does not know: our assumption, or what the rules take (`byRules`, by_rules.ts). */
export function assumedValue(id: QuestionId, byRules: AnswerValue | undefined): AnswerValue | undefined {
  const asked = question(id);
  if (asked.kind === 'sources') return assumedSources;
  if (asked.kind === 'household') return alone;
  if (asked.kind === 'housing_allowance') return true;
  if (asked.kind === 'spouse_income') return 'none';
  if (asked.kind !== 'input') return undefined;
  return asked.assumed ?? byRules;
}

/** An answer in words; of one who does not know, what we assume. */
export function valueText(id: QuestionId, answer: Answer | undefined, wording: Wording, byRules?: AnswerValue): string {
  const { t, formats } = wording;
  const value = answer?.known === true ? answer.value : assumedValue(id, byRules);
  const asked = question(id);
  if (value === undefined) return asked.kind === 'at_work' ? t('question.unknown') : '';
  if (asked.kind === 'sources') {
    const received = Array.isArray(value) ? (value as readonly Source[]) : [];
    return received.length === 0 ? t('sources.none') : received.map((source) => t(`sources.${source}`)).join(', ');
  }
  if (isHousehold(value)) {
    const with_ = value.partner ? t('household.partner.short') : t('household.alone.short');
    if (value.children === 0) return with_;
    return `${with_}, ${t(`household.children.${formats.plural(value.children)}`, { count: value.children })}`;
  }
  if (asked.kind === 'at_work') return t(`${asked.allowance}_at_work.${value === 'partial' ? 'partial' : 'ends'}`);
  if (asked.kind === 'spouse_income') return t(`spouse_income.${value as SpouseIncome}`);
  if (asked.kind === 'housing_allowance') return t(value === false ? 'question.no' : 'question.yes');
  if (asked.kind === 'start_month') return formats.month(String(value));
  return asked.kind === 'input' && typeof value !== 'object' ? inputText(asked.input, value, wording) : '';
}
