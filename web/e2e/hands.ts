// A person at the page, with a mouse or with the keyboard alone, and what it costs them.
//
// An interaction is a choice made, a field filled or a button pressed; the Enter key that sends a form is its button. Moving
// there, with the pointer or the Tab key, reading and scrolling are none.
import type { Locator, Page } from 'playwright-core';

export interface Hands {
  /** So far. */
  interactions: () => number;
  /** A button by its whole name. */
  press: (name: string) => Promise<void>;
  /** The page's field for a number or an amount. */
  fill: (text: string) => Promise<void>;
  /** The first choice of a group. */
  tick: () => Promise<void>;
  /** An option of the list on the page. */
  pick: (option: string) => Promise<void>;
}

export type MakeHands = (page: Page) => Hands;

export const mouse: MakeHands = (page) => {
  let count = 0;
  const one = async (done: Promise<unknown>) => {
    await done;
    count += 1;
  };
  return {
    interactions: () => count,
    press: (name) => one(page.getByRole('button', { name, exact: true }).click()),
    fill: (text) => one(page.locator('.number-field input').fill(text)),
    tick: () => one(page.locator('label:is(.fi-radio-button_label, .fi-checkbox_label)').first().click()),
    pick: (option) => one(page.locator('.question-page select').selectOption(option)),
  };
};

/** What a person on the keyboard stands on: "BUTTON submit Jatka". */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return '';
    return `${element.tagName} ${element.getAttribute('type') ?? ''} ${element.textContent.trim()}`;
  });
}

/** Goes on with the Tab key until the focus is on what is wanted. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor();
  const isThere = () => wanted.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement));
  for (let step = 0; step < 90; step += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never reaches ${String(wanted)}`);
}

export const keyboard: MakeHands = (page) => {
  let count = 0;
  const at = async (wanted: Locator, act: () => Promise<void>) => {
    await tabTo(page, wanted);
    await act();
    count += 1;
  };
  const key = (name: string) => () => page.keyboard.press(name);
  return {
    interactions: () => count,
    press: (name) => at(page.getByRole('button', { name, exact: true }), key('Enter')),
    fill: (text) => at(page.locator('.number-field input'), () => page.keyboard.type(text)),
    tick: () => at(page.locator('.question-answer input:is([type=radio], [type=checkbox])'), key('Space')),
    pick: (option) => at(page.locator('.question-page select'), () => page.keyboard.type(option)),
  };
};
