import type { ExplainedFigure } from '../../engine/answers';
import { examplesOf, nothing } from '../../gallery/examples';
import { WhyDialog } from './WhyDialog';

const figure: ExplainedFigure = {
  variable: 'pensioner_housing_allowance.amount',
  person: null,
  title: 'Eläkkeensaajan asumistuki',
  value: 312.23,
  text: '312,23 €/kk',
  origin: 'computed',
  with_amounts: 'round(3746,71 €/v ÷ 12, 0,01 €/kk)',
  citations: [{ statute: '571/2007', section: '8 §' }],
  parameters: [{ parameter: 'p', title: 'Pienin maksettava', text: '3,69 €/kk', valid_from: '2026-01' }],
  reads: [{ variable: 'rent', person: null, title: 'Vuokra', value: 620, text: '620,00 €/kk', origin: 'given' }],
};
const scenarios = [
  { name: 'now', title: 'Nyt' },
  { name: 'work', title: 'Työssä' },
];

export const examples = examplesOf(
  WhyDialog,
  {
    'a figure with its law': {
      file: { ansiopolku: 1, start: '2026-06', client: {} },
      question: { variable: figure.variable, scenarios },
      onClose: nothing,
    },
  },
  { explain: () => Promise.resolve({ format: 1, engine: 'example', scenario: 'work', month: '2026-06', figure }) },
);
