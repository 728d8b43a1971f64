import { examplesOf } from '../../gallery/examples';
import { Citations } from './Citations';

const link = 'https://www.finlex.fi/fi/laki/ajantasa/2007/20070571';
export const examples = examplesOf(Citations, {
  'a section and a whole statute': {
    citations: [{ statute: '571/2007', section: '8 §', link }, { statute: '738/2009' }],
  },
});
