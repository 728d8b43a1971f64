// What stands at the head of the record: whose it is, when, where, who was there, and to whom it may be given.
import { useId } from 'react';
import { useSession } from '../room';
import type { MeetingNotes } from '../session_work';

const texts = ['date', 'time', 'place', 'present'] as const;
const consents = ['kela', 'pensionCompany'] as const;

export function MeetingFields() {
  const { s, work, change } = useSession();
  const id = useId();
  const set = (noted: Partial<MeetingNotes>) => change((now) => ({ ...now, meeting: { ...now.meeting, ...noted } }));
  const setCode = (code: string) =>
    change((now) => ({ ...now, file: { ...now.file, sheet: { ...now.file.sheet, code } } }));
  return (
    <fieldset className="meeting-fields no-print">
      <legend>{s('meeting.title')}</legend>
      <p>
        <label htmlFor={`${id}-code`}>{s('meeting.code')}</label>
        <input
          id={`${id}-code`}
          autoComplete="off"
          value={work.file.sheet.code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </p>
      {texts.map((name) => (
        <p key={name}>
          <label htmlFor={`${id}-${name}`}>{s(`meeting.${name}`)}</label>
          <input
            id={`${id}-${name}`}
            type={name === 'date' ? 'date' : 'text'}
            autoComplete="off"
            value={work.meeting[name]}
            onChange={(event) => set({ [name]: event.currentTarget.value })}
          />
        </p>
      ))}
      {consents.map((name) => (
        <p key={name} className="meeting-consent">
          <input
            id={`${id}-${name}`}
            type="checkbox"
            checked={work.meeting[name]}
            onChange={(event) => set({ [name]: event.currentTarget.checked })}
          />
          <label htmlFor={`${id}-${name}`}>{s(`meeting.consent.${name}`)}</label>
        </p>
      ))}
    </fieldset>
  );
}
