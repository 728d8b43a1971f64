// Walks through the Preview as a person would.
import type { Page } from 'playwright-core';
import type { Language } from '../src/catalogue/languages';
import { languageNames } from '../src/catalogue/languages';
import { en } from '../src/catalogue/en';
import { fi } from '../src/catalogue/fi';
import { fiSimple } from '../src/catalogue/fi-simple';
import type { Messages } from '../src/catalogue/messages';
import { sv } from '../src/catalogue/sv';

export const catalogues: Readonly<Record<Language, Messages>> = { fi, sv, en, 'fi-simple': fiSimple };

export async function choose(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: languageNames[language], exact: true }).click();
  await page.getByRole('button', { name: catalogues[language]['start.begin'], exact: true }).waitFor();
}

const numbers = ['15', '12,50', '620'];

/** Answers every question and counts what the person had to do: a screen answered is one interaction. */
export async function answerAll(
  page: Page,
  language: Language,
  each: (screen: number) => Promise<void>,
): Promise<number> {
  const texts = catalogues[language];
  await page.getByRole('button', { name: texts['start.begin'], exact: true }).click();
  let interactions = 1;
  let typed = 0;
  for (;;) {
    await page.locator('.question-page, .answer-page').waitFor();
    if ((await page.locator('.answer-page').count()) > 0) return interactions;
    const heading = await page.locator('h1').innerText();
    await each(interactions);
    if ((await page.locator('.number-field input').count()) > 0) {
      await page.locator('.number-field input').fill(numbers[typed++] ?? '620');
    } else if (
      (await page.locator('.question-page select').count()) > 0 &&
      (await page.getByRole('radio').count()) === 0
    ) {
      await page.locator('.question-page select').selectOption('Tampere');
    } else if ((await page.getByRole('radio').count()) > 0) {
      await page.locator('.question-page label.fi-radio-button_label').first().click();
    } else {
      await page.locator('.question-page label.fi-checkbox_label').first().click();
    }
    await page.getByRole('button', { name: texts['question.next'], exact: true }).click();
    interactions += 1;
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, heading);
  }
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
