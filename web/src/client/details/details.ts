// The list of what an answer rests on: the questions of the interview in their order, then whatever else the case gives. Every
// value is the engine's own.
import type { CaseFile } from '../../case/case';
import { figureKey } from '../../model/parts';
import type { Used, UsedBoth } from '../../model/used';
import { isAnsweredInstead } from '../interview/case_of_answers';
import { questionTitle, inputText, valueText, type Wording } from '../interview/describe';
import { applies, candidates, question, questionIds, type Answers, type QuestionId } from '../interview/questions';

/** Told by the person, or taken by us or by the rules. */
export type Status = 'told' | 'assumed';

export interface Detail {
  key: string;
  /** The question that asks it; a file may say more than is asked. */
  id?: QuestionId;
  title: string;
  text: string;
  status: Status;
}

/** The questions whose answers, given or assumed, matter for this person. */
export function shownQuestions(answers: Answers): QuestionId[] {
  const left = candidates(answers);
  const shows = (id: QuestionId) =>
    answers[id] !== undefined || left.includes(id) || question(id).kind === 'start_month';
  return questionIds.filter((id) => shows(id) && applies(id, answers));
}

const keyOf = (id: QuestionId): string | undefined => {
  const asked = question(id);
  if (asked.kind !== 'input') return undefined;
  return figureKey(asked.input, asked.place === 'household' ? null : asked.place === 'spouse' ? 'spouse' : 'client');
};

const isNow = (id: QuestionId): boolean => {
  const asked = question(id);
  return asked.kind === 'input' && asked.place === 'now';
};

export function detailsOf(
  file: CaseFile,
  answers: Answers,
  used: UsedBoth,
  wording: Wording,
  ownedTitle: (title: string, person: string | null) => string,
): Detail[] {
  const shown = shownQuestions(answers);
  // Nothing is no amount of earnings: it stands for the smallest limit the law has.
  const textOf = (id: QuestionId, value: Used, status: Status) =>
    id === 'established_earnings' && status === 'assumed'
      ? wording.t('established_earnings.unknown')
      : usedText(value, wording);
  const asked = shown.flatMap((id): Detail[] => {
    const key = keyOf(id);
    const told = answers[id]?.known === true || isAnsweredInstead(file, id);
    const status = told ? 'told' : 'assumed';
    if (id === 'start_month') return [startOf(file, answers, wording)];
    if (key === undefined)
      return [{ key: id, id, title: questionTitle(id, wording), text: valueText(id, answers[id], wording), status }];
    const value = (isNow(id) ? used.now : used.work).get(key);
    if (value === undefined) return [];
    return [
      { key: isNow(id) ? id : key, id, title: questionTitle(id, wording), text: textOf(id, value, status), status },
    ];
  });
  const listed = new Set([...asked.map(({ key }) => key), ...flagsOfSources]);
  const others = [...used.work].flatMap(([key, value]): Detail[] => {
    const variable = wording.variables.get(value.variable);
    if (!value.given || listed.has(key) || variable === undefined) return [];
    return [{ key, title: ownedTitle(variable.title, value.person), text: usedText(value, wording), status: 'told' }];
  });
  return [...asked, ...others];
}

/** The month the work begins: ours until someone chooses it. The months of a plan are the file's own. */
function startOf(file: CaseFile, answers: Answers, { t, formats }: Wording): Detail {
  const detail = { key: 'start', title: t('start_month.title'), text: formats.month(file.start) };
  if ((file.months ?? 1) > 1) return { ...detail, status: 'told' };
  return { ...detail, id: 'start_month', status: answers.start_month?.known === true ? 'told' : 'assumed' };
}

/** What the question about sources sets, and says in its own words. */
const flagsOfSources = [
  'client.on_kela_disability_pension',
  'client.on_sickness_allowance',
  'client.on_rehabilitation_allowance',
  'applies_for_social_assistance',
];

function usedText({ variable, value }: Used, wording: Wording): string {
  return value === undefined ? wording.t('assumed.varies') : inputText(variable, value, wording);
}
