import { useEffect, useState } from 'preact/hooks';
import { api, type Answer } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';

export type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'up'; readonly health: Answer<'/health', 'get'>; readonly at: Date }
  | { readonly kind: 'down'; readonly at: Date };

const pauseWhenSeen = 15_000;
const pauseWhenHidden = 60_000;

/** The latest reading of the service's health, renewed by itself, on return to the page, and by `checkNow`. */
export const useHealth = (): { reading: Reading; checkNow: () => void } => {
  const [reading, setReading] = useState<Reading>({ kind: 'none' });
  const [round, setRound] = useState(0);
  const checkNow = () => setRound((count) => count + 1);

  useEffect(() => {
    let left = false;
    let timer = 0;
    const check = async () => {
      const reply = await replyTo(api.GET('/health'));
      if (left) return;
      const at = new Date();
      setReading(reply.kind === 'answer' ? { kind: 'up', health: reply.value, at } : { kind: 'down', at });
      timer = setTimeout(check, document.hidden ? pauseWhenHidden : pauseWhenSeen);
    };
    void check();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [round]);

  useEffect(() => {
    const onReturn = () => {
      if (!document.hidden) checkNow();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => document.removeEventListener('visibilitychange', onReturn);
  }, []);

  return { reading, checkNow };
};
