/** The colours of the page as a canvas wants them: worked out in the theme that is shown. */
export const paletteOf = (element: HTMLElement) => {
  const probe = document.createElement('span');
  // The reader's own colours would make all of them one.
  probe.style.forcedColorAdjust = 'none';
  element.append(probe);
  const resolved = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const names = ['moving', 'done', 'attention', 'undo', 'broken', 'quiet'];
  const families = new Map(names.map((name) => [name, resolved(name)]));
  const palette = { of: (family: string) => families.get(family) ?? '', text: resolved('quiet'), line: resolved('line'), font: getComputedStyle(element).fontFamily };
  probe.remove();
  return palette;
};
