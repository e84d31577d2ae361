/** The colours of the page as a canvas wants them: worked out in the theme that is shown. */
export const paletteOf = (element: HTMLElement) => {
  const probe = document.createElement('span');
  element.append(probe);
  const resolved = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const names = ['moving', 'done', 'attention', 'undo', 'broken', 'quiet'];
  const families = new Map(names.map((name) => [name, resolved(name)]));
  const palette = { of: (family: string) => families.get(family) ?? '', text: resolved('quiet'), line: resolved('line') };
  probe.remove();
  return palette;
};
