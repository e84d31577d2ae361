import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part that is fetched when it is first shown; until then, and where it cannot be had, `instead` stands there. */
export const lazy = <Props extends object>(load: () => Promise<{ readonly default: ComponentType<Props> }>, instead: JSX.Element | null = null): ComponentType<Props> => {
  let part: ComponentType<Props> | undefined;
  return (props: Props) => {
    const [, setArrived] = useState(false);
    useEffect(() => {
      const fetched = async () => {
        part ??= (await load().catch(() => undefined))?.default;
        setArrived(part !== undefined);
      };
      void fetched();
    }, []);
    const Part = part;
    return Part ? <Part {...props} /> : instead;
  };
};
