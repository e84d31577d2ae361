import { wordsOf } from '../../language.tsx';

const zhCN = {
  title: '登录',
  heading: '登录控制台',
  tenant: '租户 ID',
  tenantHint: '您所属组织的标识。',
  email: '邮箱地址',
  emailHint: '您的账户所用的地址。',
  password: '密码',
  passwordHint: '密码只会发送给本服务。',
  missing: { tenantId: '请填写租户 ID。', email: '请填写完整的邮箱地址。', password: '请填写密码。' },
  submit: '登录',
  working: '正在登录…',
  refused: '租户、邮箱或密码不正确，或账户尚未激活。请检查后重试。',
  forgotten: '忘记密码？',
  over: '会话已结束。请重新登录，之后会回到这个页面。',
  needed: '请先登录，之后会打开您要访问的页面。',
  trouble: {
    unreachable: '无法连接服务，未能登录。请检查网络后重试。',
    busy: '尝试次数过多，未能登录。请稍后重试。',
    busyFor: (slots: { wait: string }) => `尝试次数过多，未能登录。请在 ${slots.wait}后重试。`,
    failing: '服务暂时出错，未能登录。请稍后重试。',
  },
};

type LoginWords = typeof zhCN;

const en: LoginWords = {
  title: 'Log in',
  heading: 'Log in to the console',
  tenant: 'Tenant ID',
  tenantHint: 'The organisation you belong to.',
  email: 'Email address',
  emailHint: 'The address of your account.',
  password: 'Password',
  passwordHint: 'It is sent to this service only.',
  missing: { tenantId: 'Enter the tenant ID.', email: 'Enter a complete email address.', password: 'Enter the password.' },
  submit: 'Log in',
  working: 'Logging in…',
  refused: 'Tenant, address or password is wrong, or the account is not active. Check them and try again.',
  forgotten: 'Forgotten your password?',
  over: 'The session has ended. Log in again and you come back to this page.',
  needed: 'Log in first; the page that you asked for opens then.',
  trouble: {
    unreachable: 'The service cannot be reached, so you are not logged in. Check the connection and try again.',
    busy: 'There were too many attempts, so you are not logged in. Try again later.',
    busyFor: (slots) => `There were too many attempts, so you are not logged in. Try again in ${slots.wait}.`,
    failing: 'The service has a fault, so you are not logged in. Try again in a while.',
  },
};

export const useLoginWords = wordsOf<LoginWords>({ 'zh-CN': zhCN, en });
