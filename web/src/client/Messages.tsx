// What the room says above its page: what it did with a file, what went wrong. A problem is brought into sight, wherever on
// the page the reader was.
import { useEffect, useRef } from 'react';
import { InlineAlert } from 'suomifi-ui-components';

export interface MessagesProps {
  /** For whoever does not see the page change. */
  thinking: string;
  note: string;
  problem: string | undefined;
}

export function Messages({ thinking, note, problem }: MessagesProps) {
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== undefined) alert.current?.focus();
  }, [problem]);
  return (
    <>
      <div role="status" className="only-read">
        {thinking}
      </div>
      <div role="status">{note !== '' && <p className="page-note">{note}</p>}</div>
      {problem !== undefined && (
        <div className="page-problem" role="alert" tabIndex={-1} ref={alert}>
          <InlineAlert status="error">{problem}</InlineAlert>
        </div>
      )}
    </>
  );
}
