import { fi } from '../../catalogue/fi';
import { translator } from '../../catalogue/languages';
import { examplesOf, nothing } from '../../gallery/examples';
import { LanguageMenu } from './LanguageMenu';

const t = translator(fi);
export const examples = examplesOf(LanguageMenu, {
  'in Finnish': { t, language: 'fi', onChange: nothing },
  'in easy Finnish': { t, language: 'fi-simple', onChange: nothing },
});
