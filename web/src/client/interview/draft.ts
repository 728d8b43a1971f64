// What stands on a question's form: texts and choices, before they are an answer.
import { readTyped } from '../../catalogue/numbers';
import type { Variable } from '../../engine/answers';
import type { Surroundings } from '../../model/surroundings';
import { isHousehold, question, type Answer, type AnswerValue, type QuestionId, type Source } from './questions';

/** The choice of whoever does not know. */
export const unknownChoice = '?';

export interface Draft {
  text: string;
  choice: string;
  received: readonly Source[];
  none: boolean;
  children: string;
}

export function draftOf(answer: Answer | undefined, formatNumber: (value: number) => string): Draft {
  const empty: Draft = { text: '', choice: '', received: [], none: false, children: '0' };
  if (answer === undefined) return empty;
  if (!answer.known) return { ...empty, choice: unknownChoice };
  const { value } = answer;
  if (Array.isArray(value)) return { ...empty, received: value as readonly Source[], none: value.length === 0 };
  if (isHousehold(value))
    return { ...empty, choice: value.partner ? 'partner' : 'alone', children: String(value.children) };
  if (typeof value === 'number') return { ...empty, text: formatNumber(value), choice: 'number' };
  return { ...empty, choice: typeof value === 'object' ? '' : String(value) };
}

/** Why a draft is no answer yet. */
export interface Refusal {
  missing: string;
  /** The text that is asked about. Given once more, it stands. */
  doubted?: string;
}

type Words = Pick<Surroundings, 't' | 'formats'>;

/** The answer, or in words what is missing of one; `doubted` is a text that was asked about already and stands. */
export function readDraft(
  id: QuestionId,
  draft: Draft,
  variable: Variable | undefined,
  assumed: AnswerValue | undefined,
  words: Words,
  doubted?: string,
): Answer | Refusal {
  const { t } = words;
  if (draft.choice === unknownChoice) return { known: false };
  const { kind } = question(id);
  if (kind === 'sources')
    return draft.received.length > 0 || draft.none ? known(draft.received) : { missing: t('question.missing') };
  if (kind === 'input' && variable?.type === 'number')
    return readAmount(id, draft.text, variable, assumed, words, doubted);
  if (draft.choice === '') return { missing: t('question.missing') };
  if (kind === 'household') return known({ partner: draft.choice === 'partner', children: Number(draft.children) });
  const isTruth = variable?.type === 'boolean' || kind === 'housing_allowance';
  return known(isTruth ? draft.choice === 'true' : draft.choice);
}

const known = (value: AnswerValue): Answer => ({ known: true, value });

function readAmount(
  id: QuestionId,
  text: string,
  variable: Variable,
  assumed: AnswerValue | undefined,
  { t, formats }: Words,
  doubted: string | undefined,
): Answer | Refusal {
  const typed = readTyped(text);
  if (typed === 'no number')
    return { missing: t('question.missing.number', { example: formats.number(exampleOf(assumed)) }) };
  if ('unclear' in typed) {
    const { decimal, thousands } = typed.unclear;
    const plain = formats.number(thousands).replaceAll(/[^\d−-]/g, '');
    return { missing: t('question.unclear', { thousands: plain, decimal: formats.number(decimal, 2) }) };
  }
  const { value } = typed;
  const [low, high] = variable.bounds ?? [null, null];
  if ((low !== null && value < low) || (high !== null && value > high))
    return { missing: t('question.range', { low: formats.number(low ?? 0), high: formats.number(high ?? 0) }) };
  const [usualLow, usualHigh] = usual[id] ?? [-Infinity, Infinity];
  if ((value < usualLow || value > usualHigh) && doubted !== text)
    return { missing: t('question.unusual', { value: formats.number(value) }), doubted: text };
  return known(value);
}

/** Amounts outside of these are lawful but rare: they are asked about once. */
const usual: Readonly<Partial<Record<QuestionId, readonly [number, number]>>> = {
  hours_now: [0, 60],
  hourly_wage_now: [8, 60],
  hours_per_week: [1, 60],
  hourly_wage: [8, 60],
  earnings_related_pension: [10, 5000],
  sickness_allowance_base: [1000, 120000],
  rent: [50, 3000],
  established_earnings: [300, 10000],
  wage_before_unemployment: [300, 10000],
  spouse_wage: [0, 10000],
  spouse_pension: [10, 5000],
  age: [16, 68],
};

const exampleOf = (assumed: AnswerValue | undefined): number =>
  typeof assumed === 'number' && assumed !== 0 ? assumed : 100;
