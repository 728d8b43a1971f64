import { examplesOf } from '../../gallery/examples';
import { LimitGauge } from './LimitGauge';

const limit = { limit: 990.9, limitText: 'Raja 990,90 €' };
export const examples = examplesOf(LimitGauge, {
  under: { ...limit, wage: 812.5, wageText: 'Palkkasi 812,50 €', sentence: 'Rajaan on 178,40 €.' },
  over: { ...limit, wage: 1083.33, wageText: 'Palkkasi 1 083,33 €', sentence: 'Raja ylittyy 92,43 €.' },
});
