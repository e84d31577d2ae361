import { at, isObject, list, text, type Value } from './synthesis.ts';

/** EventBridge's way of comparing, as far as the rules of the platform use it. A field that is not there is compared with `exists` only. */
export function matches(pattern: Value, event: Value): boolean {
  if (isObject(pattern)) return Object.entries(pattern).every(([name, inner]) => matches(inner, at(event, name)));
  return list(pattern).some((wanted) => {
    if (!isObject(wanted)) return list(event).includes(wanted);
    if ('exists' in wanted) return (wanted['exists'] === true) === (event !== undefined && !isObject(event));
    return event !== undefined && !list(wanted['anything-but']).includes(event);
  });
}

/** EventBridge's input transformer: paths into the event, whose values take the places of the template as JSON. A path that leads nowhere leaves a template that is none. */
export function transformed(transformer: Value, event: Value): unknown {
  const values = Object.entries(at(transformer, 'InputPathsMap') as Readonly<Record<string, string>>).map(([name, path]) => {
    const parts = path.replace(/^\$\./, '').split(/[.[\]]+/).filter((part) => part !== '');
    return [name, parts.reduce<Value>((inner, part) => (Array.isArray(inner) ? (inner as readonly Value[])[Number(part)] : at(inner, part)), event)] as const;
  });
  return JSON.parse(values.reduce((template, [name, value]) => template.replaceAll(`<${name}>`, JSON.stringify(value) ?? ''), text(at(transformer, 'InputTemplate'))));
}
