import type { Page } from 'playwright-core';

/** What a reader would miss on a page, found by measuring it in the browser. */

/** It is there for ears only, or whoever points at it reads the whole of it. */
const isSpared = `(element) => {
  for (let at = element; at !== null; at = at.parentElement) if (getComputedStyle(at).clipPath !== 'none') return true;
  return element.closest('[title], [aria-hidden=true]') !== null || element.querySelector('[title]') !== null;
}`;

/** Texts that their own box cuts off, that run out of their cell, or that a choice is too narrow for. */
const cutTexts = `(() => {
  const isSpared = ${isSpared};
  const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
  const ownsRoom = (element) => element.matches('td, th, dd, dt, button, .button, .tile, .node, .state, .panel');
  const pen = document.createElement('canvas').getContext('2d');
  const isCut = (element) => {
    const style = getComputedStyle(element);
    const isWide = element.scrollWidth > element.clientWidth + 1;
    const isHigh = element.scrollHeight > element.clientHeight + 1;
    return (isWide && (hides(style.overflowX) || (ownsRoom(element) && style.overflowX === 'visible'))) || (isHigh && hides(style.overflowY));
  };
  const isNarrow = (select) => {
    pen.font = getComputedStyle(select).font;
    return pen.measureText(select.selectedOptions[0]?.text ?? '').width > select.clientWidth - 20;
  };
  const shown = [...document.querySelectorAll('#app *')].filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0);
  const cut = shown.filter((element) => element.tagName !== 'SELECT' && element.clientWidth > 0 && element.textContent.trim() && isCut(element) && !isSpared(element));
  return [...cut, ...shown.filter((element) => element.tagName === 'SELECT' && isNarrow(element))].map((element) => element.tagName + '.' + element.className + ': ' + element.textContent.trim().slice(0, 60));
})()`;

/** What can be pressed and lies beside the page, or under something else. What scrolls in its own box is reached there. */
const outOfReach = `(() => {
  const scrolls = (element) => element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const isCovered = (element, { left, top, width, height }) => {
    const [x, y] = [left + width / 2, top + height / 2];
    const above = document.elementFromPoint(x, y);
    return y > 0 && y < innerHeight && above !== null && !element.contains(above) && !above.contains(element);
  };
  const shownOf = (element) => {
    let { left, right, top, bottom } = element.getBoundingClientRect();
    for (let at = element.parentElement; at !== null; at = at.parentElement) {
      if (!/hidden|clip/.test(getComputedStyle(at).overflowX)) continue;
      const box = at.getBoundingClientRect();
      [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
    }
    return { left, right, top, width: right - left, height: bottom - top };
  };
  return [...document.querySelectorAll('#app :is(a[href], button, select, input, textarea, summary)')].filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => {
      const room = shownOf(element);
      if (room.width <= 0 || room.height <= 0) return true;
      if (scrolls(element.parentElement)) return false;
      return room.left < -1 || room.right > innerWidth + 1 || (element.matches('button, select, input, .button') && isCovered(element, room));
    }).map((element) => element.tagName + '.' + element.className + ': ' + (element.getAttribute('aria-label') ?? element.textContent.trim()).slice(0, 60));
})()`;

/** As in a language that needs more letters for the same: every word that is written here gets longer; what was typed or is an id stays. */
const lengthened = `(() => {
  const walker = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (!/[A-Za-z]{2,}/.test(text.data) || text.parentElement.closest('code, time, select, .code, pre, svg, bdi')) continue;
    text.data = text.data.replace(/[A-Za-z]{2,}/g, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)).toLowerCase());
  }
})()`;

/** The page must not be moved sideways, no text is cut, and all that can be done can be reached. */
export async function flawsOf(page: Page): Promise<{ readonly sideways: number; readonly cut: readonly string[]; readonly beyond: readonly string[] }> {
  return {
    sideways: await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    cut: await page.evaluate<readonly string[]>(cutTexts), beyond: await page.evaluate<readonly string[]>(outOfReach),
  };
}
export const noFlaws = { sideways: 0, cut: [], beyond: [] };

export const lengthenTexts = async (page: Page): Promise<void> => {
  await page.evaluate(lengthened);
};

/** As somebody sees it who sees no colours. */
export const inGrey = async (page: Page): Promise<void> => {
  await page.evaluate("document.documentElement.style.filter = 'grayscale(1)'");
};

const difference = `async (pictures) => {
  const drawn = [];
  for (const picture of pictures) {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }), { resizeWidth: 16, resizeHeight: 16 });
    const pen = new OffscreenCanvas(16, 16).getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, 16, 16);
    drawn.push(Array.from({ length: 256 }, (_, at) => data[at * 4]));
  }
  const between = (one, other) => one.filter((grey, at) => Math.abs(grey - other[at]) > 48).length;
  return drawn.flatMap((one, at) => drawn.slice(at + 1).map((other, further) => [at, at + 1 + further, between(one, other)])).toSorted((one, other) => one[2] - other[2])[0];
}`;

/** Which two of some pictures are the most alike, and in how many of 256 places they differ. */
export async function mostAlike(page: Page, pictures: readonly Buffer[]): Promise<readonly [number, number, number]> {
  const blank = await page.context().newPage();
  const found = await blank.evaluate<readonly [number, number, number]>(`(${difference})(${JSON.stringify(pictures.map((picture) => picture.toString('base64')))})`);
  await blank.close();
  return found;
}
