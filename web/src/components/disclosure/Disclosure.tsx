// A native details element that renders what is inside only once it is open.
import { useState, type ReactNode } from 'react';
import './disclosure.css';

export interface DisclosureProps {
  title: ReactNode;
  open?: boolean;
  className?: string;
  children: () => ReactNode;
}

export function Disclosure({ title, open = false, className = '', children }: DisclosureProps) {
  const [seen, setSeen] = useState(open);
  return (
    <details
      className={`disclosure ${className}`}
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open) setSeen(true);
      }}
    >
      <summary>{title}</summary>
      {seen && <div className="disclosure-body">{children()}</div>}
    </details>
  );
}
