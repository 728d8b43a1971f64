// What the page's texts say is kept to kinds: no grammar that a title can break, the authorities' own words, the same question
// and the same doubt in every language.
import { expect, it } from 'vitest';
import { languages, loadMessages } from './languages';
import type { MessageKey } from './messages';

const titleNames = ['title', 'titles'];

it.each(languages)('puts no verb behind a title in %s: a title may be one or many', async (language) => {
  const messages = await loadMessages(language);
  // In "Verot pienenee" the verb agrees with nothing; "Verot: vähemmän" is right of every title.
  const bent = Object.entries(messages).filter(([, text]) =>
    titleNames.some((name) => new RegExp(`\\{${name}\\}\\s+(?!\\()\\p{L}`, 'u').test(text)),
  );
  expect(bent).toEqual([]);
});

// A pair of kinds: what the word was, by language, and nobody's letter says it.
const avoided: Readonly<Record<string, RegExp>> = {
  fi: /\bkuussa (?!työ alkaa)|verottaja|eläkeyhtiö(?!stä tai Kevasta)|\bEn\b(?! tiedä| ole| mitään)/u,
  sv: /förtjänst|\bvilotid|pensionsbolag|\bmake(n|ns)?\b|boendekostnad|semesterpremie|trappsteg/u,
  en: /general support|pension compan|wage subsidy|commission|resting|seize|you are left with/iu,
  'fi-simple': /\bkuussa (?!työ alkaa)|verottaja|liikaa|menetät|liian iso|\p{L}-(?!työ)\p{Ll}/u,
};

it.each(languages)('speaks in %s as the letters of the authorities do', async (language) => {
  const messages = await loadMessages(language);
  const found = Object.entries(messages).filter(([, text]) => avoided[language]?.test(text) === true);
  expect(found).toEqual([]);
});

// What a question asks for decides the answer: an easy reader must not be asked for another figure.
const conditions = ['ennen veroja', 'kuukaudessa', 'viikossa', 'vuodessa', 'puoliso'];

it('asks in easy Finnish for the same figure as in Finnish', async () => {
  const [plain, easy] = [await loadMessages('fi'), await loadMessages('fi-simple')];
  const lost = (Object.keys(plain) as MessageKey[])
    .filter((key) => key.endsWith('.question'))
    .flatMap((key) =>
      conditions.flatMap((word) => (plain[key].includes(word) && !easy[key].includes(word) ? [`${key}: ${word}`] : [])),
    );
  expect(lost).toEqual([]);
});

it('keeps in every language that something is not sure', async () => {
  const unsure: Readonly<Record<string, RegExp>> = {
    fi: /emme löytäneet|laskurin mukaan|\barvio|\bvoi\b/iu,
    sv: /hittade|enligt räknaren|uppskattning|ungefär|\bkan\b/iu,
    en: /found (nothing|no)|did not find|by this calculator|estimate|about|\bmay\b|\bcan\b/iu,
    'fi-simple': /emme löytäneet|laskurin mukaan|\barvio|\bvoi\b|\bvoit\b/iu,
  };
  const keys = ['todo.none', 'limit.more', 'limit.never', 'turn.never', 'answer.estimate', 'range.both'] as const;
  for (const language of languages) {
    const messages = await loadMessages(language);
    expect(
      keys.filter((key) => unsure[language]?.test(messages[key]) !== true),
      language,
    ).toEqual([]);
  }
});
