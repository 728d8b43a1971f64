// Cases that are opened instead of asked for.
import type { CaseFile } from '../src/case/case';
import { packCase } from '../src/case/case_link';

/** One person on Kela's disability pension with 15 hours a week: the limit is near, and falls lie on both sides of it. */
export const pensioner: CaseFile = {
  ansiopolku: 1,
  start: '2026-11',
  months: 1,
  municipality: 'Tampere',
  rent: 620,
  applies_for_social_assistance: false,
  client: { on_kela_disability_pension: true },
  scenarios: [{ name: 'now' }, { name: 'work', client: { hours_per_week: 15, hourly_wage: 12.5 } }],
};

/** A couple with three children, both with benefits, so that much has to be told: the longest answer of an ordinary month. */
export const family: CaseFile = {
  ansiopolku: 1,
  start: '2026-06',
  months: 1,
  municipality: 'Helsinki',
  tenure: 'rented',
  rent: 1450,
  applies_for_social_assistance: true,
  client: {
    age: 38,
    earnings_related_pension: 900,
    earnings_related_pension_kind: 'full_disability',
    on_kela_disability_pension: true,
    church_member: true,
  },
  spouse: { age: 36, unemployment_benefit: 'general_support', wage: 400, hours_per_week: 8 },
  children: [{ age: 2, early_childhood_education: 'full_day' }, { age: 7 }, { age: 15 }],
  scenarios: [{ name: 'now' }, { name: 'work', client: { hours_per_week: 15, hourly_wage: 14 } }],
};

/** What a link to the page that carries the case ends with. */
export const fragmentOf = async (file: CaseFile): Promise<string> => `#case=${await packCase(file)}`;
