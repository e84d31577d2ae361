/** How often a random story is told: a seeded sample in `npm test`, the full count in `npm run evidence`. */
export const times = (sample: number, full: number): number => (process.env['EVIDENCE'] === 'full' ? full : sample);
