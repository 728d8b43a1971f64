// A native range with a smaller and a greater button beside it, for fingers and unsteady hands.
import { useId } from 'react';
import './slider.css';

export interface SliderProps {
  label: string;
  hint: string;
  value: number;
  from: number;
  to: number;
  step: number;
  /** What the value means, for the eye and for a screen reader. */
  text: string;
  /** Said with the value to a screen reader: what follows from it. */
  outcome: string;
  fewer: string;
  greater: string;
  onChange: (value: number) => void;
}

export function Slider({ label, hint, value, from, to, step, text, outcome, fewer, greater, onChange }: SliderProps) {
  const id = useId();
  const move = (by: number) => onChange(Math.min(to, Math.max(from, value + by)));
  return (
    <div className="slider">
      <div className="slider-head">
        <label htmlFor={id}>{label}</label>
        <output className="slider-value" htmlFor={id}>
          {text}
        </output>
      </div>
      <div className="slider-row">
        <button type="button" className="slider-step" aria-label={`${fewer}: ${label}`} onClick={() => move(-step)}>
          <span aria-hidden="true">−</span>
        </button>
        <input
          id={id}
          type="range"
          min={from}
          max={to}
          step={step}
          value={value}
          aria-valuetext={`${text}. ${outcome}`}
          aria-describedby={`${id}-hint`}
          onInput={(event) => onChange(Number(event.currentTarget.value))}
          onChange={() => undefined}
        />
        <button type="button" className="slider-step" aria-label={`${greater}: ${label}`} onClick={() => move(step)}>
          <span aria-hidden="true">+</span>
        </button>
      </div>
      <p id={`${id}-hint`} className="soft slider-hint">
        {hint}
      </p>
    </div>
  );
}
