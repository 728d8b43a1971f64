// Walks through the Preview as a person would.
import type { Page } from 'playwright-core';
import type { Language } from '../src/catalogue/languages';
import { languageNames } from '../src/catalogue/languages';
import { en } from '../src/catalogue/en';
import { fi } from '../src/catalogue/fi';
import { fiSimple } from '../src/catalogue/fi-simple';
import type { Messages } from '../src/catalogue/messages';
import { sv } from '../src/catalogue/sv';
import type { Hands } from './hands';

export const catalogues: Readonly<Record<Language, Messages>> = { fi, sv, en, 'fi-simple': fiSimple };

export async function choose(page: Page, language: Language, hands: Hands): Promise<void> {
  await hands.press(languageNames[language]);
  await page.getByText(catalogues[language]['app.footer']).waitFor();
}

/** What a first answer may cost a new user. */
export const mostInteractions = 10;

// Of the new work, and then of the home; that there is no work now has a button of its own.
const numbers = ['15', '12,50', '620'];

export interface Walk {
  /** Takes the answer as soon as the page offers it. */
  soon?: boolean;
  /** On each screen, before it is answered. */
  each?: (screen: number) => Promise<void>;
}

/** From the first page to the answer; says how many questions there were. */
export async function answerAll(page: Page, language: Language, hands: Hands, walk: Walk = {}): Promise<number> {
  const texts = catalogues[language];
  await hands.press(texts['start.begin']);
  for (let screen = 1; ; screen += 1) {
    await page.locator('.question-page, .answer-page').waitFor();
    if ((await page.locator('.answer-page').count()) > 0) return screen - 1;
    const heading = await page.locator('h1').innerText();
    await walk.each?.(screen);
    if (walk.soon === true && (await page.locator('.question-enough').count()) > 0) {
      await hands.press(texts['question.enough']);
    } else if ((await page.locator('.question-shortcut').count()) > 0) {
      await hands.press(texts['hours_now.none']);
    } else {
      await answer(page, hands, numbers[Math.min(screen - 1, numbers.length) - 1] ?? '');
      await hands.press(texts['question.next']);
    }
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, heading);
  }
}

/** Gives the first answer there is, or the number or the municipality that the question wants. */
async function answer(page: Page, hands: Hands, number: string): Promise<void> {
  if ((await page.locator('.number-field input').count()) > 0) await hands.fill(number);
  else if ((await page.locator('.question-answer').getByRole('radio').count()) > 0) await hands.tick();
  else if ((await page.locator('.question-page select').count()) > 0) await hands.pick('Tampere');
  else await hands.tick();
}

/** "1 794,64 €" and "1,794.64 €" as a number. */
export function amount(text: string): number {
  const plain = text.replace(/[^\d,.−-]/g, '').replace('−', '-');
  const decimal = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
  return Number(`${plain.slice(0, decimal).replace(/[,.]/g, '')}.${plain.slice(decimal + 1)}`);
}

/** What the table says is left, now and at work. */
export async function leftInTable(page: Page): Promise<[number, number]> {
  const cells = await page.locator('.compare-table tfoot td').allInnerTexts();
  return [amount(cells[0] ?? ''), amount(cells[1] ?? '')];
}
