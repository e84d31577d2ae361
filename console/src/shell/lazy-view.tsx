import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Waiting } from '../parts/block.tsx';
import { Empty } from '../parts/empty.tsx';
import type { Found, Place, ViewProps } from './places.ts';
import { useShellWords } from './words.ts';

const loaded = new Map<Place, ComponentType<ViewProps>>();
const linesWhileLoading = 6;

/** Begins to fetch a view before anybody renders it. */
export const fetchView = async (place: Place): Promise<ComponentType<ViewProps> | undefined> => {
  const view = loaded.get(place) ?? await place.load().then((module) => module.default, () => undefined);
  if (view) loaded.set(place, view);
  return view;
};

/** What is not there may have gone with an update: another load brings the new console. */
export const Reload = () => {
  const words = useShellWords().reload;
  return <Empty kind="not read" title={words.title} isPage><p>{words.lead}</p><button type="button" class="button small" onClick={() => location.reload()}>{words.act}</button></Empty>;
};

/** The view of a place, once it is there. What stood before goes only then: the page is never empty in between. */
export const LazyView = ({ found: { place, params } }: { found: Found }) => {
  const [, setArrived] = useState<Place>();
  const [missing, setMissing] = useState<Place>();
  useEffect(() => {
    // Also where it has come between the drawing and now: nobody else draws anew.
    void fetchView(place).then((view) => (view ? setArrived(place) : setMissing(place)));
  }, [place]);
  const View = loaded.get(place);
  if (View) return <View params={params} key={place.path} />;
  if (missing !== place) return <Waiting lines={linesWhileLoading} />;
  return <Reload />;
};
