// What an opened case already answers.
import { isObject, type CaseFile, type Json, type JsonObject } from '../../case/case';
import { inGroups } from '../../case/groups';
import { atWorkIn, housingAllowanceIn, noteMark, spouseIncomeIn } from './case_of_answers';
import {
  question,
  questionIds,
  sources,
  type Answer,
  type Answers,
  type InputQuestion,
  type QuestionId,
} from './questions';

export function answersIn(file: CaseFile): Answers {
  const assumed = file.note?.startsWith(noteMark) ? file.note.slice(noteMark.length).trim().split(/\s+/) : [];
  const found: Partial<Record<QuestionId, Answer>> = {};
  const flag = (name: string) => file.client[name] === true;
  const received = sources.filter((source) => {
    switch (source) {
      case 'kela_pension':
        return flag('on_kela_disability_pension');
      case 'earnings_related_pension':
        return file.client['earnings_related_pension'] !== undefined;
      case 'unemployment':
        return file.client['unemployment_benefit'] !== undefined && file.client['unemployment_benefit'] !== 'none';
      case 'sickness_allowance':
        return flag('on_sickness_allowance');
      case 'rehabilitation_allowance':
        return flag('on_rehabilitation_allowance');
      case 'social_assistance':
        return file['applies_for_social_assistance'] !== false;
      case 'other':
        return false;
    }
  });
  for (const id of questionIds) {
    if (assumed.includes(id)) {
      found[id] = { known: false };
      continue;
    }
    const asked = question(id);
    if (asked.kind === 'sources') {
      found[id] = { known: true, value: received };
    } else if (asked.kind === 'at_work') {
      const value = atWorkIn(file, asked.allowance);
      if (value !== undefined) found[id] = { known: true, value };
    } else if (asked.kind === 'spouse_income') {
      const value = spouseIncomeIn(file);
      if (value !== undefined) found[id] = { known: true, value };
    } else if (asked.kind === 'housing_allowance') {
      const value = housingAllowanceIn(file);
      if (value !== undefined) found[id] = { known: true, value };
    } else if (asked.kind === 'start_month') {
      found[id] = { known: true, value: file.start };
    } else if (asked.kind === 'household') {
      found[id] = { known: true, value: { partner: isObject(file.spouse), children: file.children?.length ?? 0 } };
    } else {
      const value = stored(file, asked);
      // A case may say of itself what it does not know.
      if (value === 'unknown') found[id] = { known: false };
      else if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') {
        found[id] = { known: true, value };
      }
    }
  }
  return found;
}

function stored(file: CaseFile, asked: InputQuestion): Json | undefined {
  switch (asked.place) {
    case 'client':
    case 'now':
      return file.client[asked.input];
    case 'spouse':
      return file.spouse?.[asked.input];
    case 'work':
      return file.scenarios?.[1]?.client?.[asked.input];
    case 'household':
      return inGroups(file as JsonObject, asked.input);
  }
}
