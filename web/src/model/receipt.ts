// The receipt of an answer (docs/receipt.md): the case, the versions, what was asked, the answers, and their digest, so that
// anyone can compute it again with `ansio verify`. The order of the fields in a digest is that of the paper.
import type { Results } from '../engine/answers';

export interface Receipt {
  ansiopolku_receipt: 1;
  made: string;
  engine: string;
  rules: { name: string; version: string; hash: string };
  language: string;
  case: { text: string; sha256: string };
  texts: { sha256: string };
  asked: { figures: string[]; months: string[]; scenarios: string[] };
  answers: unknown[];
  digest: string;
  /** Three groups of four characters, for print. */
  code: string;
}

const utf8 = new TextEncoder();
const field = (text: string): string => `${utf8.encode(text).length}:${text}\n`;
const list = <Item>(members: readonly Item[], one: (member: Item) => string): string =>
  field(String(members.length)) + members.map(one).join('');
const names = (members: readonly string[]): string => list(members, field);

async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Crockford's alphabet: nothing in it is mistaken for something else. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bitsOfCode = 60;

/** The first 60 bits of a digest, five a character. */
export function codeOf(digest: string): string {
  const bits = BigInt(`0x${digest.slice(0, bitsOfCode / 4)}`);
  const characters = Array.from({ length: 12 }, (_, index) => letters[Number((bits >> BigInt(55 - 5 * index)) & 31n)]);
  return characters.join('').replace(/(....)(....)(....)/, '$1-$2-$3');
}

/** `text`: the case as it was handed to the engine. */
export async function receiptOf(answer: Results, text: string, made: string): Promise<Receipt> {
  const { rules } = answer;
  if (rules === undefined) throw new Error('An answer without its rules has no receipt.');
  const words =
    list(answer.variables, ({ name, title }) => field(name) + field(title)) +
    answer.scenarios
      .map(({ notices = [] }) =>
        list(notices, ({ notice, title, says }) => field(notice) + field(title) + field(says ?? '')),
      )
      .join('');
  const [ofCase, ofTexts] = await Promise.all([sha256(text), sha256(words)]);
  const language = answer.language ?? '';
  const asked = {
    figures: answer.variables.map(({ name }) => name),
    months: answer.timeline.months,
    scenarios: answer.scenarios.map(({ name }) => name),
  };
  const whole =
    ['ansiopolku receipt 1', made, answer.engine, rules.name, rules.version, rules.hash, language, ofCase, ofTexts]
      .map(field)
      .join('') +
    names(asked.figures) +
    names(asked.months) +
    names(asked.scenarios) +
    answer.scenarios
      .map(
        ({ figures, notices = [] }) =>
          list(
            figures,
            ({ variable, person, values }) =>
              field(variable) + field(person ?? '') + list(values, (value) => field(String(value))),
          ) +
          list(
            notices,
            ({ notice, person, months, due = [] }) => field(notice) + field(person ?? '') + names(months) + names(due),
          ),
      )
      .join('');
  const digest = await sha256(whole);
  return {
    ansiopolku_receipt: 1,
    made,
    engine: answer.engine,
    rules: { name: rules.name, version: rules.version, hash: rules.hash },
    language,
    case: { text, sha256: ofCase },
    texts: { sha256: ofTexts },
    asked,
    answers: answer.scenarios.map(({ figures, notices = [] }) => ({
      figures: figures.map(({ variable, person, values }) => ({ variable, person, values })),
      notices: notices.map(({ notice, person, months, due }) => ({
        notice,
        person,
        months,
        ...(due === undefined ? {} : { due }),
      })),
    })),
    digest,
    code: codeOf(digest),
  };
}
