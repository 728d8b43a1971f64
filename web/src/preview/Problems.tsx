// What the engine found wrong with a case: where, what, and what would be right.
import { InlineAlert } from 'suomifi-ui-components';
import { useSurroundings } from '../app/context';
import type { Diagnostic } from '../engine/answers';

export function Problems({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  const { t } = useSurroundings();
  return (
    <InlineAlert status="error">
      <ul className="problems">
        {diagnostics.map((diagnostic, index) => (
          <li key={index}>
            {diagnostic.line !== undefined && `${t('file.line', { line: diagnostic.line })}: `}
            {diagnostic.message}
            {diagnostic.found !== undefined && ` (${diagnostic.found})`}
            {diagnostic.expected !== undefined && ` → ${diagnostic.expected}`}
            {diagnostic.hint !== undefined && ` ${diagnostic.hint}`}
          </li>
        ))}
      </ul>
    </InlineAlert>
  );
}
