import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part that is fetched when it is first shown; until then `instead` stands there, and where it cannot be had `missing`. */
export const lazy = <Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>, instead: JSX.Element | null = null, missing: JSX.Element | null = instead,
): ComponentType<Props> => {
  let part: ComponentType<Props> | undefined;
  return (props: Props) => {
    const [isMissing, setMissing] = useState<boolean>();
    useEffect(() => {
      const fetched = async () => {
        part ??= (await load().catch(() => undefined))?.default;
        setMissing(part === undefined);
      };
      void fetched();
    }, []);
    const Part = part;
    if (Part) return <Part {...props} />;
    return isMissing ? missing : instead;
  };
};
