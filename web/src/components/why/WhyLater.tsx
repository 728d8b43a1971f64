// The dialog comes when the first figure is asked about; the page does without its code until then.
import { useEffect, useState } from 'react';
import type { WhyDialog, WhyDialogProps } from './WhyDialog';

export function WhyLater(props: WhyDialogProps) {
  const [Dialog, setDialog] = useState<typeof WhyDialog>();
  const { onClose } = props;
  useEffect(() => {
    let current = true;
    import('./WhyDialog').then(
      (fetched) => {
        if (current) setDialog(() => fetched.WhyDialog);
      },
      () => {
        // Not to be had now: the next click asks again.
        if (current) onClose();
      },
    );
    return () => {
      current = false;
    };
  }, [onClose]);
  return Dialog === undefined ? null : <Dialog {...props} />;
}
