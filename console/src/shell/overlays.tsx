import { KeysHelp } from './keys-help.tsx';
import { overlay } from './keys.ts';
import { Palette } from './palette.tsx';

const close = () => {
  overlay.value = undefined;
};

/** What lies over the page for a moment. */
const Overlays = () => (overlay.value === 'palette' ? <Palette close={close} /> : <KeysHelp close={close} />);

export default Overlays;
