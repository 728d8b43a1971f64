import { examplesOf } from '../../gallery/examples';
import { WageBar } from './WageBar';

export const examples = examplesOf(WageBar, {
  'half is kept': {
    wage: 812.5,
    shares: [
      { key: 'kept', title: '', amount: 441, kind: 'kept' },
      { key: 'h', title: 'Asumistuki', amount: 300.5, kind: 'benefit' },
      { key: 't', title: 'Verot', amount: 71, kind: 'cost' },
    ],
    sentence: 'Palkasta jää 441 €.',
  },
  'more is lost than earned': {
    wage: 100,
    shares: [
      { key: 'kept', title: '', amount: -50, kind: 'lost' },
      { key: 'p', title: 'Eläke', amount: 150, kind: 'benefit' },
    ],
    sentence: 'Muut tulot pienenevät enemmän.',
  },
});
