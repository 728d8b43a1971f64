import { examplesOf } from '../../gallery/examples';
import { NowAndWork } from './NowAndWork';

const client = { person: 'client' };
export const examples = examplesOf(NowAndWork, {
  'a pension and a wage': {
    parts: [
      { ...client, key: 'w', variable: 'work.earnings', title: 'Palkka', kind: 'wage', now: 0, work: 812.5 },
      { ...client, key: 'p', variable: 'national_pension.amount', title: 'Eläke', kind: 'income', now: 787, work: 787 },
      { ...client, key: 't', variable: 'totals.taxes_of_month', title: 'Verot', kind: 'cost', now: 0, work: -71 },
    ],
    now: { title: 'Nyt', left: 787, text: '787 €' },
    work: { title: 'Työssä', left: 1528.5, text: '1 529 €' },
    most: 2000,
    sentence: 'Nyt sinulle jää 787 €. Työssä sinulle jää 1 529 €.',
  },
});
