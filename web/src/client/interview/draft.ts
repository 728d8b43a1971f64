// What stands on a question's form: texts and choices, before they are an answer.
import { readNumber } from '../../catalogue/formats';
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

type Words = Pick<Surroundings, 't' | 'formats'>;

/** The answer, or what is missing of one in words. */
export function readDraft(
  id: QuestionId,
  draft: Draft,
  variable: Variable | undefined,
  assumed: AnswerValue | undefined,
  words: Words,
): Answer | string {
  const { t } = words;
  if (draft.choice === unknownChoice) return { known: false };
  const { kind } = question(id);
  if (kind === 'sources')
    return draft.received.length > 0 || draft.none ? known(draft.received) : t('question.missing');
  if (kind === 'input' && variable?.type === 'number') return readAmount(draft.text, variable, assumed, words);
  if (draft.choice === '') return t('question.missing');
  if (kind === 'household') return known({ partner: draft.choice === 'partner', children: Number(draft.children) });
  return known(variable?.type === 'boolean' ? draft.choice === 'true' : draft.choice);
}

const known = (value: AnswerValue): Answer => ({ known: true, value });

function readAmount(
  text: string,
  variable: Variable,
  assumed: AnswerValue | undefined,
  { t, formats }: Words,
): Answer | string {
  const value = readNumber(text);
  if (value === undefined) return t('question.missing.number', { example: formats.number(exampleOf(assumed)) });
  const [low, high] = variable.bounds ?? [null, null];
  if ((low !== null && value < low) || (high !== null && value > high))
    return t('question.range', { low: formats.number(low ?? 0), high: formats.number(high ?? 0) });
  return known(value);
}

const exampleOf = (assumed: AnswerValue | undefined): number =>
  typeof assumed === 'number' && assumed !== 0 ? assumed : 100;
