import { wordsOf } from '../language.tsx';
import type { PlaceName } from './places.ts';

const zhCN = {
  skip: '跳到内容',
  navigation: '主导航',
  menu: '菜单',
  places: { overview: '概览', runs: '执行', deadLetters: '死信', deletions: '删除', people: '用户与角色', configuration: '配置', tenants: '租户', account: '我的账户' } satisfies Record<PlaceName, string>,
  tenant: '租户',
  search: '搜索与跳转',
  help: '快捷键',
  logOut: '退出登录',
  account: '账户与显示',
  theme: '主题',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  zone: '时区',
  zones: { local: '本地时区', utc: 'UTC' },
  live: {
    fresh: (slots: { age: string }) => `${slots.age}前更新`,
    waiting: '正在读取',
    stale: (slots: { time: string }) => `数据截至 ${slots.time}，此后未能更新。页面会继续尝试。`,
    pause: '暂停更新',
    resume: '恢复更新',
    paused: (slots: { time: string }) => `已暂停，数据截至 ${slots.time}`,
    now: '立即更新',
  },
  reload: { title: '无法打开这个页面', lead: '控制台可能已经更新。请重新加载。', act: '重新加载' },
  forbidden: '您没有查看这个页面的权限',
  over: '会话已结束。请重新登录，之后会回到这个页面。',
  palette: {
    title: '搜索与跳转', hint: '输入页面名称、执行编号或用户编号', none: '没有匹配的内容',
    openRun: (slots: { id: string }) => `打开执行 ${slots.id}`, runsOf: (slots: { id: string }) => `查看用户 ${slots.id} 的执行`,
    goTo: (slots: { place: string }) => `前往：${slots.place}`, theme: (slots: { theme: string }) => `主题：${slots.theme}`,
    zone: (slots: { zone: string }) => `时区：${slots.zone}`, language: (slots: { language: string }) => `语言：${slots.language}`,
  },
  keys: {
    title: '快捷键', close: '关闭', palette: '搜索与跳转', filter: '转到筛选', rows: '下一行、上一行', open: '打开所选行', leave: '关闭或离开', help: '显示本页',
    goTo: (slots: { place: string }) => `前往：${slots.place}`, note: '单个按键不会更改任何内容。',
  },
};

export type ShellWords = typeof zhCN;

const en: ShellWords = {
  skip: 'Skip to the content',
  navigation: 'Main navigation',
  menu: 'Menu',
  places: { overview: 'Overview', runs: 'Runs', deadLetters: 'Dead letters', deletions: 'Deletions', people: 'Users and roles', configuration: 'Configuration', tenants: 'Tenants', account: 'My account' },
  tenant: 'Tenant',
  search: 'Search and go to',
  help: 'Keyboard',
  logOut: 'Log out',
  account: 'Account and display',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  zone: 'Time zone',
  zones: { local: 'Local zone', utc: 'UTC' },
  live: {
    fresh: (slots) => `Updated ${slots.age} ago`,
    waiting: 'Reading',
    stale: (slots) => `This is as of ${slots.time}; it could not be updated since. The page keeps trying.`,
    pause: 'Pause updates',
    resume: 'Resume updates',
    paused: (slots) => `Paused, as of ${slots.time}`,
    now: 'Update now',
  },
  reload: { title: 'This page could not be opened', lead: 'The console may have been updated. Load it again.', act: 'Load again' },
  forbidden: 'You may not see this page',
  over: 'The session has ended. Log in again and you come back to this page.',
  palette: {
    title: 'Search and go to', hint: 'Type the name of a page, the id of a run or of a user', none: 'Nothing matches',
    openRun: (slots) => `Open run ${slots.id}`, runsOf: (slots) => `Runs of user ${slots.id}`,
    goTo: (slots) => `Go to: ${slots.place}`, theme: (slots) => `Theme: ${slots.theme}`, zone: (slots) => `Time zone: ${slots.zone}`, language: (slots) => `Language: ${slots.language}`,
  },
  keys: {
    title: 'Keyboard', close: 'Close', palette: 'Search and go to', filter: 'To the filters', rows: 'Next row, previous row', open: 'Open the row', leave: 'Close or leave', help: 'This list',
    goTo: (slots) => `Go to: ${slots.place}`, note: 'No single key changes anything.',
  },
};

export const useShellWords = wordsOf<ShellWords>({ 'zh-CN': zhCN, en });
