import { wordsOf } from '../language.tsx';

const zhCN = { you: '您', system: '系统', platform: '平台' };
const en: typeof zhCN = { you: 'you', system: 'the system', platform: 'the platform' };

export const usePersonWords = wordsOf({ 'zh-CN': zhCN, en });
