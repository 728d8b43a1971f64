// What the rules tell about the pension while it rests: the last day to ask it back, what is paid meanwhile.
import type { Results } from '../../engine/answers';

export function dutyTitles(results: Results, scenario: number): { key: string; text: string }[] {
  return (results.scenarios[scenario]?.to_do ?? [])
    .filter(({ notice }) => /^(disability_pension|earnings_related_pension|disability_allowance)\./.test(notice))
    .map(({ notice, month, due, title, says }) => ({
      key: `${notice} ${month}`,
      text: [due ?? month, title, says ?? ''].filter((text) => text !== '').join(' · '),
    }));
}
