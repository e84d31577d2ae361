import { wordsOf } from '../language.tsx';

const zhCN = {
  loading: '正在加载',
  news: '消息',
  copy: '复制',
  copied: '已复制',
  empty: {
    'nothing yet': { title: '暂无内容', lead: '出现后会自动显示在这里。' },
    'no match': { title: '没有符合条件的内容', lead: '请放宽或清除筛选条件。' },
    'not allowed': { title: '您没有查看权限', lead: '如需查看，请联系本租户的管理员。' },
    'not read': { title: '无法加载', lead: '这一部分暂时无法读取，页面其余部分不受影响。' },
  },
  confirm: {
    reason: '原因',
    reasonHint: '会写入审计记录，供日后查阅。请不要填写个人信息。',
    reasonMissing: '请填写原因，至少 3 个字符。',
    typed: (slots: { text: string }) => `请输入 ${slots.text} 以确认`,
    working: '正在提交…',
    back: '返回',
    refused: '服务没有接受这项操作，状态未改变。',
    trouble: {
      unreachable: '无法连接服务，操作可能尚未提交。请查看最新状态后再试。',
      busy: '请求过于频繁，操作未提交。请稍后重试。',
      busyFor: (slots: { wait: string }) => `请求过于频繁，操作未提交。请在 ${slots.wait}后重试。`,
      failing: '服务暂时出错，操作可能尚未提交。请查看最新状态后再试。',
    },
  },
  rows: {
    fresh: (slots: { count: number }) => `+${slots.count} 条新记录`,
    gone: (slots: { count: number }) => `${slots.count} 条已不符合条件`,
    show: '更新列表',
    goneRow: '已不符合筛选条件',
    more: '加载更多',
    loadingMore: '正在加载…',
    shown: (slots: { count: string }) => `已显示 ${slots.count} 条`,
  },
};

type PartsWords = typeof zhCN;

const en: PartsWords = {
  loading: 'Loading',
  news: 'News',
  copy: 'Copy',
  copied: 'Copied',
  empty: {
    'nothing yet': { title: 'Nothing here yet', lead: 'What comes appears here by itself.' },
    'no match': { title: 'Nothing matches', lead: 'Loosen or clear the filters.' },
    'not allowed': { title: 'You may not see this', lead: 'Ask an administrator of your tenant for access.' },
    'not read': { title: 'Could not load', lead: 'This part cannot be read right now; the rest of the page is not affected.' },
  },
  confirm: {
    reason: 'Reason',
    reasonHint: 'Kept in the audit for whoever looks later. Nothing personal, please.',
    reasonMissing: 'Give a reason of at least 3 characters.',
    typed: (slots) => `Type ${slots.text} to confirm`,
    working: 'Requesting…',
    back: 'Back',
    refused: 'The service did not accept this; nothing has changed.',
    trouble: {
      unreachable: 'The service cannot be reached, so this may not have been requested. Look at the latest state before you try again.',
      busy: 'There were too many requests, so nothing was requested. Try again later.',
      busyFor: (slots) => `There were too many requests, so nothing was requested. Try again in ${slots.wait}.`,
      failing: 'The service has a fault, so this may not have been requested. Look at the latest state before you try again.',
    },
  },
  rows: {
    fresh: (slots) => `+${slots.count} new`,
    gone: (slots) => `${slots.count} no longer match`,
    show: 'Update the list',
    goneRow: 'No longer matches the filters',
    more: 'Load more',
    loadingMore: 'Loading…',
    shown: (slots) => `${slots.count} shown`,
  },
};

export const usePartsWords = wordsOf<PartsWords>({ 'zh-CN': zhCN, en });
