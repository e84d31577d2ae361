import { signal } from '@preact/signals';
import { maskedAddress } from './masked.ts';
import { usePeopleWords } from './words.ts';

/** Somebody may look over the reader's shoulder: addresses are shown when he asks for them, and masked again with the next load. */
const areShown = signal(false);

export const AddressSwitch = () => {
  const words = usePeopleWords();
  return <button type="button" class="button plain small" aria-pressed={areShown.value} onClick={() => { areShown.value = !areShown.value; }}>{areShown.value ? words.hideAddresses : words.showAddresses}</button>;
};

export const Address = ({ of }: { of: string | null }) => {
  const words = usePeopleWords();
  if (of === null) return <span class="sub">{words.noAddress}</span>;
  return <bdi>{areShown.value ? of : maskedAddress(of)}</bdi>;
};
