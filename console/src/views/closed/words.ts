import { wordsOf } from '../../language.tsx';

const zhCN = {
  heading: '已申请删除您的账户',
  lead: (slots: { time: string }) => `账户已停用，所有会话与 API 密钥均已失效。${slots.time} 之前，您可以通过邮件中的链接取消删除；此后数据被删除，不可恢复。`,
  receipt: '回执码',
  receiptHint: '请妥善保存：账户删除后仍可凭此查询进度。它只显示这一次，也写在邮件中。',
  done: '返回首页',
};

const en: typeof zhCN = {
  heading: 'The deletion of your account is requested',
  lead: (slots) => `Your account is closed, and all its sessions and API keys have ended. Until ${slots.time} you can cancel the deletion by the link in your mail; then the data is deleted for good.`,
  receipt: 'Receipt code',
  receiptHint: 'Keep it: with it you can see how far the deletion is, also when there is no account any more. It is shown this once, and stands in the mail.',
  done: 'To the start page',
};

export const useClosedWords = wordsOf({ 'zh-CN': zhCN, en });
